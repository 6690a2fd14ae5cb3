import { currencies, type Money, money, type Rate } from '#base/kernel'

/** An amount in `to` as it was in `from`, at the same rate, rounded once, half to even. Throws when the rate is of other currencies. */
export function exchangeBack(a: Money, { from, to, rate }: Rate): Money {
  if (a.currency !== to) throw new Error(`a rate to ${to} for money in ${a.currency}`)
  const [whole = '', decimals = ''] = rate.split('.')
  const digits = BigInt(whole + decimals)
  if (digits <= 0n) throw new Error(`no exchange rate: ${rate}`)
  const product = a.minor * 10n ** BigInt(decimals.length + currencies[from])
  const by = digits * 10n ** BigInt(currencies[to])
  const [down, rest] = [product / by, product % by]
  const twice = (rest < 0n ? -rest : rest) * 2n
  const away = twice > by || (twice === by && down % 2n !== 0n)
  return money(away ? down + (product < 0n ? -1n : 1n) : down, from)
}

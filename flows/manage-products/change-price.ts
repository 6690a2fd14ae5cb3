import type { ErrorCode } from '#base/http'
import { type Money, minus, money, ok, plus, type Result, refuse, share } from '#base/kernel'

export interface PriceChange {
  readonly how: 'set' | 'raise' | 'lower'
  readonly amount?: { readonly minor: string; readonly currency: string } | undefined
  /** Hundredths of a percent: 1250 is 12.5 %. */
  readonly hundredths?: number | undefined
}
const whole = 10_000n

/** The price after the change, or why there is none. A percentage is rounded once, half away from zero, by the kernel. */
export function changedPrice(now: Money | null, change: PriceChange): Result<Money, ErrorCode> {
  const { how, amount, hundredths } = change
  if ((amount === undefined) === (hundredths === undefined) || (how === 'set' && amount === undefined))
    return refuse('invalid_request', 'Give an amount, or to raise and lower a percentage', {
      fields: { price: ['one of the two'] },
    })
  if (amount && !/^\d{1,15}$/.test(amount.minor))
    return refuse('price_invalid', 'An amount is a whole number of the smallest unit')
  // The room of prices refuses a currency that is not the shop's.
  if (how === 'set' && amount) return positive({ minor: BigInt(amount.minor), currency: amount.currency as Money['currency'] })
  if (now === null) return refuse('price_invalid', 'It has no price that could be raised or lowered', { reason: 'no_price' })
  if (amount && amount.currency !== now.currency)
    return refuse('currency_mismatch', `This shop sells in ${now.currency}`, { currency: now.currency })
  const by = amount ? money(BigInt(amount.minor), now.currency) : share(now, BigInt(hundredths as number), whole)
  return positive(how === 'raise' ? plus(now, by) : minus(now, by))
}

const positive = (m: Money): Result<Money, ErrorCode> =>
  m.minor > 0n ? ok(m) : refuse('price_invalid', 'That would leave no price above zero', { reason: 'not_positive' })

import { compare, dinero, add as dineroAdd, subtract as dineroSubtract, toSnapshot } from 'dinero.js/bigint'

/** An amount in the currency's smallest unit. No bare numbers: a yen is 1 minor unit, a euro is 100. */
export interface Money {
  readonly minor: bigint
  readonly currency: Currency
}

/** ISO 4217 codes that the platform trades in, with their number of decimals. */
export const currencies = { JPY: 0, CNY: 2, USD: 2, EUR: 2, GBP: 2, SGD: 2, HKD: 2, TWD: 2, KRW: 0, KWD: 3 } as const
export type Currency = keyof typeof currencies
export const isCurrency = (text: string): text is Currency => Object.hasOwn(currencies, text)

export const money = (minor: bigint | number, currency: Currency): Money => ({ minor: BigInt(minor), currency })
export const zero = (currency: Currency): Money => money(0n, currency)

const wrap = (m: Money) =>
  dinero({
    amount: m.minor,
    currency: { code: m.currency, base: 10n, exponent: BigInt(currencies[m.currency]) },
    scale: BigInt(currencies[m.currency]),
  })
const unwrap = (d: ReturnType<typeof wrap>): Money => {
  const snapshot = toSnapshot(d)
  return { minor: snapshot.amount, currency: snapshot.currency.code as Currency }
}

function same(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new Error(`money of two currencies: ${a.currency} and ${b.currency}`)
}

/** Sum of two amounts. Throws when currencies differ: mixing them is always a mistake of ours. */
export function plus(a: Money, b: Money): Money {
  same(a, b)
  return unwrap(dineroAdd(wrap(a), wrap(b)))
}
export function minus(a: Money, b: Money): Money {
  same(a, b)
  return unwrap(dineroSubtract(wrap(a), wrap(b)))
}
export const times = (a: Money, n: bigint | number): Money => ({ minor: a.minor * BigInt(n), currency: a.currency })
export const sum = (list: readonly Money[], currency: Currency): Money => list.reduce(plus, zero(currency))
export function cmp(a: Money, b: Money): -1 | 0 | 1 {
  same(a, b)
  return compare(wrap(a), wrap(b)) as -1 | 0 | 1
}
/** The smaller one: Math.min takes no bigint. */
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
export const equal = (a: Money, b: Money): boolean => a.currency === b.currency && a.minor === b.minor

/**
 * The one place that rounds: `part/whole` of an amount, half away from zero (as tax offices do).
 * `part` and `whole` are integers, so 10 % is (10n, 100n).
 */
export function share(a: Money, part: bigint, whole: bigint): Money {
  if (whole <= 0n) throw new Error('share of a whole that is not positive')
  const product = a.minor * part
  const sign = product < 0n ? -1n : 1n
  const rounded = (product * sign * 2n + whole) / (whole * 2n)
  return { minor: rounded * sign, currency: a.currency }
}

/** The tax contained in a tax-inclusive amount at `ratePercent` (e.g. 10n): amount − amount/(1+rate), rounded once. */
export const taxWithin = (a: Money, ratePercent: bigint): Money => share(a, ratePercent, 100n + ratePercent)

/**
 * Splits by ratios so that the parts add up exactly: each gets the whole units of its share, and what is left goes unit by unit to the
 * largest remainders, the earlier part first among equals. All ratios zero: an equal split. A part is never above its share rounded up.
 */
export function allocate(a: Money, ratios: readonly bigint[]): Money[] {
  if (ratios.some(r => r < 0n)) throw new Error('a ratio below zero')
  const all = ratios.some(r => r > 0n) ? ratios : ratios.map(() => 1n)
  const whole = all.reduce((x, y) => x + y, 0n)
  const sign = a.minor < 0n ? -1n : 1n
  const shares = all.map((r, i) => ({ i, part: (a.minor * sign * r) / whole, rest: (a.minor * sign * r) % whole }))
  let left = a.minor * sign - shares.reduce((x, s) => x + s.part, 0n)
  for (const s of shares.toSorted((x, y) => (x.rest === y.rest ? x.i - y.i : x.rest > y.rest ? -1 : 1))) {
    if (left === 0n) break
    s.part++
    left--
  }
  return shares.map(s => money(s.part * sign, a.currency))
}

export interface WireMoney {
  minor: string
  currency: Currency
}
export const toWire = (m: Money): WireMoney => ({ minor: m.minor.toString(), currency: m.currency })
export const fromWire = (w: { minor: string; currency: string }): Money => ({
  minor: BigInt(w.minor),
  currency: w.currency as Currency,
})

/** An exchange rate: one major unit of `from` is `rate` major units of `to`; a decimal as text, so that no digit is lost. */
export interface Rate {
  readonly from: Currency
  readonly to: Currency
  readonly rate: string
}

/** An amount in another currency, rounded once, half to even. Throws when the rate is of other currencies or no positive decimal. */
export function exchange(a: Money, { from, to, rate }: Rate): Money {
  if (a.currency !== from) throw new Error(`a rate of ${from} for money in ${a.currency}`)
  const match = /^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(rate)
  const digits = match && BigInt(match[1] + (match[2] ?? ''))
  if (!match || !digits) throw new Error(`no exchange rate: ${rate}`)
  const whole = 10n ** BigInt((match[2] ?? '').length + currencies[from])
  const product = a.minor * digits * 10n ** BigInt(currencies[to])
  const [down, rest] = [product / whole, product % whole]
  const twice = (rest < 0n ? -rest : rest) * 2n
  const away = twice > whole || (twice === whole && down % 2n !== 0n)
  return money(away ? down + (product < 0n ? -1n : 1n) : down, to)
}

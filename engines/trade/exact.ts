import { type Currency, currencies, type Money, money, share } from '#base/kernel'

/** An exact fraction, reduced, with a positive denominator. Tax is computed in these and rounded once, at the end. */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y) [x, y] = [y, x % y]
  return x
}

/** n/d, reduced. Throws RangeError unless d is positive. */
export function ratio(n: bigint, d = 1n): Ratio {
  if (d <= 0n) throw new RangeError('a fraction needs a positive denominator')
  const g = gcd(n, d)
  return g > 1n ? { n: n / g, d: d / g } : { n, d }
}
export const none: Ratio = { n: 0n, d: 1n }
export const add = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d)
export const minusRatio = (a: Ratio, b: Ratio): Ratio => add(a, { n: -b.n, d: b.d })
export const mul = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d)
export const inverse = (a: Ratio): Ratio => ratio(a.n < 0n ? -a.d : a.d, a.n < 0n ? -a.n : a.n)
export const atLeast = (a: Ratio, b: Ratio): boolean => a.n * b.d >= b.n * a.d
export const sumOf = (list: readonly Ratio[]): Ratio => list.reduce(add, none)
/** For the record: `175/3`. Whole numbers have no denominator. */
export const ratioText = (a: Ratio): string => (a.d === 1n ? a.n.toString() : `${a.n}/${a.d}`)

const form = /^\d{1,12}(\.\d{1,12})?$/
export const isDecimal = (text: unknown): text is string => typeof text === 'string' && form.test(text)
/** A decimal text without sign or exponent, exactly: `25.5` is 51/2. Throws on any other text; isDecimal asks first. */
export function decimal(text: string): Ratio {
  if (!isDecimal(text)) throw new RangeError(`not a decimal: ${text}`)
  const [whole, part = ''] = text.split('.')
  return ratio(BigInt(whole + part), 10n ** BigInt(part.length))
}
/** `13` is 13/100. */
export const percent = (text: string): Ratio => mul(decimal(text), { n: 1n, d: 100n })

/** To whole minor units, half away from zero, by the kernel's one rounding. */
export const rounded = (a: Ratio, currency: Currency): Money => share(money(a.n, currency), 1n, a.d)

/** To a whole number, half to even: for currencies, so that many small conversions don't drift upwards. */
export function halfEven(a: Ratio): bigint {
  const floor = a.n >= 0n ? a.n / a.d : -((-a.n + a.d - 1n) / a.d)
  const twice = (a.n - floor * a.d) * 2n
  return twice > a.d || (twice === a.d && floor % 2n !== 0n) ? floor + 1n : floor
}

/**
 * Whole parts that add up to `total`, which must be the rounded sum of `parts` (none negative): every part is rounded down and
 * the units that are left go to the largest fractions, the first of equals. A part of 0 stays 0.
 */
export function wholeParts(parts: readonly Ratio[], total: bigint): bigint[] {
  const floors = parts.map(p => p.n / p.d)
  let left = total - floors.reduce((a, b) => a + b, 0n)
  const order = parts
    .map((p, i) => ({ i, f: minusRatio(p, { n: floors[i] as bigint, d: 1n }) }))
    .sort((a, b) => (atLeast(a.f, b.f) ? (atLeast(b.f, a.f) ? a.i - b.i : -1) : 1))
  for (const { i } of order) {
    if (left <= 0n) break
    floors[i] = (floors[i] as bigint) + 1n
    left--
  }
  return floors
}

/** Splits an amount by weights, largest remainder first (the first of equals). Weights that are all zero: an equal split. */
export function shareOut(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((a, b) => a + b, 0n)
  const used = whole > 0n ? weights : weights.map(() => 1n)
  const by = whole > 0n ? whole : BigInt(weights.length)
  return wholeParts(
    used.map(w => ratio(total * w, by)),
    total,
  )
}

/** How many minor units of `to` one minor unit of `from` is worth, at `rate` major units of `to` for one major unit of `from`. */
export function minorRate(rate: string, from: Currency, to: Currency): Ratio {
  const [a, b] = [BigInt(currencies[from]), BigInt(currencies[to])]
  return mul(decimal(rate), ratio(10n ** b, 10n ** a))
}

import { type Money, money } from '../../../base/kernel/index.ts'

/**
 * A non-negative number of the messages, exact: an integer count of 0.00001. The message format is 19 digits of which five stand
 * behind the point, for money, quantities and weights alike.
 */
export type Decimal = bigint

const scale = 100_000n
const form = /^(0|[1-9][0-9]{0,13})(?:\.([0-9]{1,5}))?$/

/** Reads `12`, `12.5` or `0.00001`; null for anything that the message format has no place for (signs, exponents, more digits). */
export function parseDecimal(text: string): Decimal | null {
  const match = form.exec(text)
  if (!match) return null
  return BigInt(match[1] as string) * scale + BigInt((match[2] ?? '').padEnd(5, '0'))
}

/** Writes with at least `least` digits behind the point: 2 for money. A negative value, which no field can hold, keeps its sign. */
export function formatDecimal(value: Decimal, least = 0): string {
  const size = value < 0n ? -value : value
  const behind = (size % scale).toString().padStart(5, '0').replace(/0+$/, '').padEnd(least, '0')
  return `${value < 0n ? '-' : ''}${size / scale}${behind && `.${behind}`}`
}

/** The decimal of an amount in CNY. Throws for another currency: every amount of a message is in CNY. */
export function fromCny(amount: Money): Decimal {
  if (amount.currency !== 'CNY') throw new Error(`a customs message holds CNY, not ${amount.currency}`)
  return amount.minor * (scale / 100n)
}

/** An amount rounded to fen, half away from zero. */
export function toCny(value: Decimal): Money {
  const perFen = scale / 100n
  const sign = value < 0n ? -1n : 1n
  return money(((value * sign * 2n + perFen) / (perFen * 2n)) * sign, 'CNY')
}

/** Grams as the kilograms that messages hold. */
export const kilograms = (grams: bigint): string => formatDecimal(grams * (scale / 1000n))

/** `a` times `b`, rounded to fen, half up: a line's total from price and quantity. */
export const timesToFen = (a: Decimal, b: Decimal): Decimal => {
  const perFen = (scale / 100n) * scale
  return ((a * b * 2n + perFen) / (perFen * 2n)) * (scale / 100n)
}

/** 0.01, the tolerance of the tax check. */
export const oneFen: Decimal = scale / 100n

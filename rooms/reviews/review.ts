import type { Id } from '#base/kernel'

export interface BoughtLine {
  readonly line: Id<'line'>
  readonly order: Id<'order'>
  readonly person: Id<'person'>
  readonly shop: Id<'shop'>
  readonly product: Id<'product'>
  readonly variant: Id<'variant'>
  readonly paidAt: Date
  readonly deliveredAt: Date | null
  /** Cancelled or fully refunded before it arrived: no word is asked for. */
  readonly closed: boolean
  readonly pulse: number | null
}
export interface Review {
  readonly id: Id<'review'>
  readonly line: Id<'line'>
  readonly product: Id<'product'>
  readonly shop: Id<'shop'>
  readonly author: Id<'person'>
  readonly stars: number
  readonly text: string
  readonly language: string
  readonly pictures: readonly Id<'media'>[]
  readonly video: Id<'media'> | null
  readonly at: Date
  readonly reply: string | null
  readonly replyAt: Date | null
  readonly removed: boolean
  readonly deliveredAt: Date
  readonly boughtAt: Date
}
export interface Rating {
  readonly count: number
  /** One decimal, as a text; null while nobody has rated. */
  readonly mean: string | null
  readonly stars: readonly [number, number, number, number, number]
  readonly withMedia: number
}

export function ratingOf(stars: readonly [number, number, number, number, number], withMedia: number): Rating {
  const count = stars.reduce((a, b) => a + b, 0)
  const sum = stars.reduce((total, n, i) => total + n * (i + 1), 0)
  return { count, mean: count === 0 ? null : (sum / count).toFixed(1), stars, withMedia }
}
export const noRating: Rating = ratingOf([0, 0, 0, 0, 0], 0)

/** Whole days from delivery to the words: how long it was used. */
export const daysUsed = (deliveredAt: Date, at: Date): number =>
  Math.max(0, Math.floor((at.getTime() - deliveredAt.getTime()) / 86_400_000))

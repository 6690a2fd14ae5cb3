import { days } from '#base/kernel'

/**
 * When a review is asked for. The pulse (one question) comes at once with the delivery; the review waits until the thing was
 * used, because an answer on arrival says how it was packed. Days after delivery, by category; `other` is the default.
 */
export const askAfterDays: Readonly<Record<string, number>> = {
  tea: 3,
  sweets: 1,
  incense: 3,
  sake: 2,
  ceramics: 3,
  stationery: 5,
  textiles: 7,
  bags: 7,
  knives: 14,
  skincare: 21,
  other: 3,
}

/** From when on the review of a line is asked for. Writing one is possible from the delivery on. */
export const askFrom = (deliveredAt: Date, category: string): Date =>
  new Date(deliveredAt.getTime() + days(askAfterDays[category] ?? (askAfterDays.other as number)))

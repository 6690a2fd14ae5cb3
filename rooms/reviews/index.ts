/** Reviews: words of people who bought it and have it; ratings, pulses, the merchant's answer. */
import { migrationsIn } from '#base/db'

export { askAfterDays, askFrom } from './ask-policy.ts'
export type { Rating } from './review.ts'
export { createReviews, type Reviews } from './reviews.ts'
export { reviewsRoutes } from './routes.ts'
export { wire as reviewsWire } from './wire.ts'
export const reviewsMigrations = migrationsIn('reviews', new URL('./migrations/', import.meta.url))

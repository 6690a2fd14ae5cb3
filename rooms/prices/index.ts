/** Prices: every price and its history; what may be struck through, and the tax within. */
import { migrationsIn } from '#base/db'

export { createPrices, type Current, type ProductPrice, type Prices } from './prices.ts'
export { pricesRoutes } from './routes.ts'
export { taxPercent, type TaxRule, taxRules } from './tax-rules.ts'
export { wire as pricesWire } from './wire.ts'
export const pricesMigrations = migrationsIn('prices', new URL('./migrations/', import.meta.url))

/** Prices: every price and its history; what may be struck through, and the tax within. */
import { migrationsIn } from '#base/db'

export type { AskedWish } from './asked.ts'
export { markets } from './markets.ts'
export { type Current, createPrices, type Prices, type ProductPrice } from './prices.ts'
export { type MarketRate, rateLasts } from './rates.ts'
export { pricesRoutes } from './routes.ts'
export { type TaxRule, taxPercent, taxRules } from './tax-rules.ts'
export { wire as pricesWire } from './wire.ts'
export const pricesMigrations = migrationsIn('prices', new URL('./migrations/', import.meta.url))

/** Search: words over products, posts and people; product cards. */
import { migrationsIn } from '#base/db'

export type { ProductCard } from './cards.ts'
export { searchRoutes } from './routes.ts'
export { createSearch, type Search } from './search.ts'
export { productCard, wire as searchWire } from './wire.ts'
export const searchMigrations = migrationsIn('search', new URL('./migrations/', import.meta.url))

/** Cart: what somebody means to buy, at today's prices. */
import { migrationsIn } from '#base/db'

export { type Cart, createCart } from './cart.ts'
export { cartRoutes } from './routes.ts'
export type { CartView } from './view.ts'
export { sourceWire, wire as cartWire } from './wire.ts'
export const cartMigrations = migrationsIn('cart', new URL('./migrations/', import.meta.url))

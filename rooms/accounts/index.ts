/** The door of accounts. */
import { migrationsIn } from '#base/db'

export type { AccountActions, Accounts } from './accounts.ts'
export { createAccounts } from './create.ts'
export { type DeliveryOption, deliveryWays } from './delivery.ts'
export type { About, Permission } from './permissions.ts'
export type { Me, PersonCard, ShopCard } from './person.ts'
export { accountsRoutes } from './routes.ts'
export type { Shop } from './shop.ts'
export type { Seller } from './tables.ts'
export { personCard, shopCard, shopWire, wire as accountsWire } from './wire.ts'
export const accountsMigrations = migrationsIn('accounts', new URL('./migrations/', import.meta.url))

import type { Kysely } from '#base/db'
import type { House } from '#base/house'
import type { Accounts } from '#rooms/accounts'
import type { Catalog } from '#rooms/catalog'
import type { Prices } from '#rooms/prices'
import type { OfferTables } from './store.ts'

/** What this room needs of others. */
export interface OfferDoors {
  readonly accounts: Pick<Accounts, 'may' | 'shop'>
  readonly catalog: Pick<Catalog, 'products' | 'variants' | 'list'>
  readonly prices: Pick<Prices, 'latest'>
}
export interface Room {
  readonly house: House
  readonly db: Kysely<OfferTables>
  readonly doors: OfferDoors
}
export const openRoom = (house: House, doors: OfferDoors): Room => ({ house, db: house.db.tables<OfferTables>(), doors })

import type { Database, Kysely } from '#base/db'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Id, Result } from '#base/kernel'
import type { Media } from '#rooms/media'
import type { CatalogTables } from './tables.ts'

/** What this room needs of others. */
export interface CatalogDoors {
  readonly accounts: {
    may(caller: Caller, permission: 'product.manage', about: { shop: Id<'shop'> }): Result<true, 'forbidden' | 'sign_in_required'>
  }
  readonly media: Pick<Media, 'pictures' | 'state'>
  readonly moderation: Record<
    'hidden' | 'hiddenNow',
    (subjects: { kind: 'product' | 'shop'; id: string }[]) => Promise<Set<string>>
  >
}
export interface Room {
  readonly house: House
  readonly db: Kysely<CatalogTables>
  readonly doors: CatalogDoors
}
export const openRoom = (house: House, doors: CatalogDoors): Room => ({ house, db: tables(house.db), doors })
const tables = (db: Database) => db.tables<CatalogTables>()

import type { Kysely } from '#base/db'
import type { House } from '#base/house'
import type { Accounts } from '#rooms/accounts'
import type { Catalog } from '#rooms/catalog'
import type { Media } from '#rooms/media'
import type { ReviewTables } from './store.ts'

export interface ReviewDoors {
  readonly accounts: Pick<Accounts, 'may' | 'people'>
  readonly media: Pick<Media, 'pictures' | 'videos' | 'state'>
  readonly catalog: Pick<Catalog, 'variants' | 'products'>
}
export interface Room {
  readonly house: House
  readonly db: Kysely<ReviewTables>
  readonly doors: ReviewDoors
  /** Waits a moment until this room knows what the log says by now: a parcel may have arrived in this very second. */
  readonly catchUp: () => Promise<unknown>
}

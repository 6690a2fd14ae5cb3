import type { Kysely } from '#base/db'
import type { House } from '#base/house'
import type { Accounts } from '#rooms/accounts'
import type { Hidden } from './hidden.ts'
import type { Tables } from './store.ts'

/** What the actions of this room share. */
export interface Room {
  readonly house: House
  readonly db: Kysely<Tables>
  readonly may: Accounts['may']
  readonly operators: Accounts['operators']
  readonly note: Accounts['note']
  readonly hidden: Hidden
}

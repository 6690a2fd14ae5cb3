import { Cache } from '#base/cache'
import type { Kysely } from '#base/db'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, newId } from '#base/kernel'
import { type Auth, createAuth } from './auth.ts'
import { createHeldNotes, type HeldNotes, type IsSuspended } from './held.ts'
import type { Facts, ShopCard } from './person.ts'
import { secretOf } from './secret.ts'
import { revokedSessions } from './session-store.ts'
import type { Shop } from './shop.ts'
import { loadShopCards, loadShops } from './shop-store.ts'
import { loadFacts } from './store.ts'
import type { Tables } from './tables.ts'
import { createTokens, type Tokens } from './token.ts'

/** How a caller came in, for the few actions that need to know. */
export interface Arrival {
  readonly agent: string
  /** Made for this very request: nobody has this identity yet, so there is nothing to merge and nothing to end. */
  readonly fresh: boolean
  readonly expires: number
  /** Whose suspended account this browser was signed out of (held.ts). */
  readonly held: Id<'person'> | null
}

/** Whether a medium is this person's. The room imports no other, so the answer is handed in where all rooms are made. */
export type OwnsMedia = (person: Id<'person'>, media: string) => Promise<boolean>

/** What the actions of this room share. Never leaves the room. */
export interface Room {
  readonly house: House
  readonly db: Kysely<Tables>
  readonly auth: Auth
  readonly tokens: Tokens
  readonly facts: Cache<Facts>
  readonly shopCards: Cache<ShopCard | null>
  /** All facts of a shop; another process may have changed them, so they are asked anew every few seconds. */
  readonly shops: Cache<Shop | null>
  readonly revoked: Set<string>
  /** Loads what is held in memory; once. */
  ready(): Promise<void>
  readonly arrivals: WeakMap<Caller, Arrival>
  newPerson(): Id<'person'>
  readonly ownsMedia: OwnsMedia
  readonly isSuspended: IsSuspended
  readonly held: HeldNotes
}

/** What other rooms know and this one asks. */
export interface Ports {
  readonly ownsMedia: OwnsMedia
  readonly isSuspended: IsSuspended
}

export function createRoom(house: House, { ownsMedia, isSuspended }: Ports): Room {
  const db = house.db.tables<Tables>()
  const secret = secretOf(house.config)
  const revoked = new Set<string>()
  let loaded: Promise<void> | null = null
  return {
    house,
    db,
    auth: createAuth(house.db, secret, house.config.publicUrl, house.logger),
    tokens: createTokens(secret),
    facts: new Cache(people => loadFacts(db, people), 200_000),
    shopCards: new Cache(shops => loadShopCards(db, shops), 20_000),
    shops: new Cache(shops => loadShops(db, shops), 2000, 5000),
    revoked,
    ready() {
      loaded ??= revokedSessions(db, house.clock.now()).then(
        list => {
          for (const session of list) revoked.add(session)
        },
        error => {
          loaded = null
          throw error
        },
      )
      return loaded
    },
    arrivals: new WeakMap(),
    ownsMedia,
    isSuspended,
    held: createHeldNotes(secret),
    newPerson: () => newId('person', house.clock.now()),
  }
}

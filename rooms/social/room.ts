import type { Source } from '#base/catalogue'
import type { Kysely } from '#base/db'
import type { House } from '#base/house'
import type { Accounts } from '#rooms/accounts'
import type { Moderation } from '#rooms/moderation'
import type { Tables } from './tables.ts'

export interface SocialDoors {
  readonly accounts: Pick<Accounts, 'may' | 'people' | 'shop'>
  readonly moderation: Pick<Moderation, 'hidden'>
}
/** What the actions of this room share. */
export interface Room extends SocialDoors {
  readonly house: House
  readonly db: Kysely<Tables>
  /** Resolves when the room has learned what the log holds now; at once before it listens. */
  caughtUp(): Promise<void>
}

/** A source as requests carry it. */
export interface WireSource {
  readonly request?: string | undefined
  readonly slot?: number | undefined
  readonly post?: string | undefined
  readonly share?: string | undefined
}
export const sourceOf = (wire: WireSource | undefined): Source | null => (wire === undefined ? null : (wire as Source))

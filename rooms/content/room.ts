import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Id, Result } from '#base/kernel'
import type { PersonCard } from '#rooms/accounts'
import type { Media } from '#rooms/media'
import type { ContentTables, Db } from './store.ts'

/** What this room needs of others. */
export interface ContentDoors {
  readonly accounts: {
    may(
      caller: Caller,
      permission: 'post.write',
      about: { shop?: Id<'shop'>; person?: Id<'person'> },
    ): Result<true, 'forbidden' | 'sign_in_required'>
    people(ids: readonly string[]): Promise<Map<string, PersonCard>>
    peopleByHandles(handles: readonly string[]): Promise<Map<string, Id<'person'>>>
  }
  readonly media: Pick<Media, 'videos' | 'pictures' | 'state' | 'copies' | 'labels' | 'remove' | 'withhold'>
  readonly catalog: {
    products(ids: readonly Id<'product'>[]): Promise<Map<string, { readonly shop: Id<'shop'>; readonly state: string }>>
  }
  readonly moderation: {
    hidden(subjects: readonly { kind: 'post' | 'person' | 'shop'; id: string }[]): Promise<Set<string>>
    decisionOn(subject: { kind: 'post'; id: string }): Promise<{ reason: string; explanation: string } | null>
  }
}
export interface Room {
  readonly house: House
  readonly db: Db
  readonly doors: ContentDoors
}
export const openRoom = (house: House, doors: ContentDoors): Room => ({ house, doors, db: house.db.tables<ContentTables>() })

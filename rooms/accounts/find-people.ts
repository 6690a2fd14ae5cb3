import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import { decodeCursor, type Id, isId, ok, pageOf, type Result, refuse } from '#base/kernel'
import { shopCardsOf } from './find-shops.ts'
import { may } from './permissions.ts'
import { cardOf, type PersonCard, type ShopCard } from './person.ts'
import type { Room } from './room.ts'
import { squareOf } from './rules.ts'
import { listPeople, peopleByHandles, readPerson } from './store.ts'
import type { wire } from './wire.ts'

export type Profile = Static<(typeof wire)['GET /v1/people/{handle}']['reply']>
export type AccountsPage = Static<(typeof wire)['GET /v1/people']['reply']>

/** Cards of many people, from memory where they are; guests and erased people are missing. */
export async function cardsOf(room: Room, people: readonly string[]): Promise<Map<string, PersonCard>> {
  const cards = new Map<string, PersonCard>()
  for (const [person, facts] of await room.facts.many(people)) {
    const card = cardOf(person, facts)
    if (card) cards.set(person, card)
  }
  return cards
}

export async function personByHandle(room: Room, handle: string): Promise<Id<'person'> | null> {
  return (await peopleByHandles(room.db, [handle.toLowerCase()])).get(handle.toLowerCase()) ?? null
}

/** The public profile, by handle or id. */
export async function profileOf(room: Room, handleOrId: string): Promise<Result<Profile, 'not_found'>> {
  const person = isId('person', handleOrId) ? handleOrId : await personByHandle(room, handleOrId.replace(/^@/, ''))
  const row = person ? await readPerson(room.db, person) : undefined
  if (!row || row.handle === null) return refuse('not_found', 'There is no such person')
  const own = row.shops?.find(s => s.role === 'owner')
  const shop: ShopCard | null = own ? ((await shopCardsOf(room, [own.shop])).get(own.shop) ?? null) : null
  return ok({
    id: row.person,
    handle: row.handle,
    name: row.name,
    picture: squareOf(row.picture),
    creator: row.creator,
    about: row.about,
    joined: row.joined.toISOString(),
    shop,
  })
}

/** Accounts for operators, newest first, with their addresses. */
export async function accountsPage(
  room: Room,
  caller: Caller,
  query: { cursor?: string | undefined; limit?: number | undefined; words?: string | undefined },
): Promise<Result<AccountsPage, 'sign_in_required' | 'forbidden' | 'invalid_cursor'>> {
  const allowed = may(caller, 'operate')
  if (!allowed.ok) return allowed
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 2)
  if (query.cursor !== undefined && (!after || Number.isNaN(Date.parse(String(after[0])))))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = query.limit ?? 50
  const words = query.words?.trim() || null
  const rows = await listPeople(room.db, words, after && [String(after[0]), String(after[1])], limit + 1)
  const page = pageOf(
    rows,
    limit,
    r => [r.joined.toISOString(), r.person],
    r => ({
      id: r.person,
      handle: r.handle ?? '',
      name: r.name,
      picture: squareOf(r.picture),
      creator: r.creator,
      email: r.email,
      joined: r.joined.toISOString(),
    }),
  )
  return ok({ items: [...page.items], next: page.next })
}

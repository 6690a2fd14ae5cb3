import type { Caller } from '#base/http'
import { decodeCursor, type Id, ok, type Page, pageOf, type Result, refuse, type Texts } from '#base/kernel'
import { cardsOf } from './find-people.ts'
import { may } from './permissions.ts'
import { goneCard, type PersonCard } from './person.ts'
import type { Room } from './room.ts'
import { squareOf } from './rules.ts'
import { listShops } from './shop-store.ts'

/** A shop in the operators' list. */
export interface ListedShop {
  readonly id: Id<'shop'>
  readonly slug: string
  readonly name: Texts
  readonly picture: string | null
  readonly country: string
  readonly owner: PersonCard
  readonly opened: Date
}
export interface ShopsQuery {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  /** A part of the name in any language, the address, or the owner's name or handle. */
  readonly words?: string | undefined
}

/** Shops for operators, the newest first; one statement, owners from memory. */
export async function shopsPage(
  room: Room,
  caller: Caller,
  query: ShopsQuery,
): Promise<Result<Page<ListedShop>, 'sign_in_required' | 'forbidden' | 'invalid_cursor'>> {
  const allowed = may(caller, 'operate')
  if (!allowed.ok) return allowed
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 2)
  if (query.cursor !== undefined && (!after || Number.isNaN(Date.parse(String(after[0])))))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = query.limit ?? 50
  const words = query.words?.trim() || null
  const rows = await listShops(room.db, words, after && [String(after[0]), String(after[1])], limit + 1)
  const owners = await cardsOf(room, [...new Set(rows.map(r => r.owner))])
  return ok(
    pageOf(
      rows,
      limit,
      r => [r.opened.toISOString(), r.shop],
      r => ({
        id: r.shop,
        slug: r.slug,
        name: r.name,
        picture: squareOf(r.picture),
        country: r.country,
        owner: owners.get(r.owner) ?? goneCard(r.owner),
        opened: r.opened,
      }),
    ),
  )
}

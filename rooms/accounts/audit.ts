import { json } from '#base/db'
import type { Caller } from '#base/http'
import { decodeCursor, type Id, ok, pageOf, type Result, refuse } from '#base/kernel'
import { cardsOf } from './find-people.ts'
import { may } from './permissions.ts'
import type { PersonCard } from './person.ts'
import type { Room } from './room.ts'

/** One thing that an operator did, or an owner to who works in a shop. `by` is null when the person is gone. */
export interface AuditLine {
  readonly at: string
  readonly by: PersonCard | null
  readonly action: string
  readonly about: string
  readonly detail: string
}

/** Writes down what was done; `detail` holds figures, codes and ids, never words of people. Work with a transaction hands its own `db`. */
export async function note(
  room: Pick<Room, 'db' | 'house'>,
  caller: Caller,
  action: string,
  about: string,
  detail: object,
): Promise<void> {
  await room.db
    .insertInto('accounts.audit')
    .values({ at: room.house.clock.now(), person: caller.person, action, about, detail: json(detail) })
    .execute()
}

/** What operators and owners did, newest first; operators only. */
export async function auditPage(
  room: Room,
  caller: Caller,
  query: { cursor?: string | undefined; limit?: number | undefined; action?: string | undefined },
): Promise<Result<{ items: AuditLine[]; next: string | null }, 'sign_in_required' | 'forbidden' | 'invalid_cursor'>> {
  const allowed = may(caller, 'operate')
  if (!allowed.ok) return allowed
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 1)
  if (query.cursor !== undefined && (!after || !/^\d{1,18}$/.test(String(after[0]))))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = query.limit ?? 50
  let rows = room.db
    .selectFrom('accounts.audit')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(limit + 1)
  if (query.action !== undefined) rows = rows.where('action', '=', query.action)
  if (after) rows = rows.where('seq', '<', BigInt(String(after[0])))
  const found = await rows.execute()
  const people = await cardsOf(room, [...new Set(found.map(r => r.person as Id<'person'>))])
  const page = pageOf(
    found,
    limit,
    r => [r.seq.toString()],
    r => ({
      at: r.at.toISOString(),
      by: people.get(r.person) ?? null,
      action: r.action,
      about: r.about,
      detail: JSON.stringify(r.detail),
    }),
  )
  return ok({ items: [...page.items], next: page.next })
}

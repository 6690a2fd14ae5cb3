import type { Caller } from '#base/http'
import { type Id, isId, newId, ok, type Result, refuse } from '#base/kernel'
import type { PersonCard } from '#rooms/accounts'
import { type Room, sourceOf } from './room.ts'
import { insertShare, isLive, ownsLine, readShare } from './store-known.ts'
import type { Tables } from './tables.ts'

export interface About {
  readonly kind: 'post' | 'product' | 'shop'
  readonly id: string
}
export interface ShareDraft {
  readonly about: About
  readonly grownFrom?: string | null | undefined
  readonly source?: { readonly request?: string | undefined; readonly slot?: number | undefined } | undefined
}

async function there(room: Room, about: About): Promise<boolean> {
  if ((await room.moderation.hidden([about])).size > 0) return false
  return about.kind === 'shop' ? (await room.accounts.shop(about.id)) !== null : isLive(room.db, about.id)
}

/** An order of a moment ago may not have been heard of yet: an edge of the lineage is not lost for that. */
async function owns(room: Room, person: Id<'person'>, line: string): Promise<boolean> {
  if (await ownsLine(room.db, person, line)) return true
  await room.caughtUp()
  return ownsLine(room.db, person, line)
}

/**
 * A link with an id of its own, so that what comes of it can be traced to it. It carries the order line that it grew from only when
 * that line is the sharer's: lineage is proof, not a claim.
 */
export async function share(
  room: Room,
  caller: Caller,
  { about, grownFrom, source }: ShareDraft,
): Promise<Result<{ id: Id<'share'>; url: string }, 'invalid_request' | 'not_found'>> {
  if (!isId(about.kind, about.id))
    return refuse('invalid_request', `This is not the id of a ${about.kind}`, { fields: { 'about.id': ['is of another kind'] } })
  if (!(await there(room, about))) {
    await room.caughtUp()
    if (!(await there(room, about))) return refuse('not_found', `There is no such ${about.kind}`)
  }
  const line = grownFrom && (await owns(room, caller.person, grownFrom)) ? (grownFrom as Id<'line'>) : null
  const at = room.house.clock.now()
  const id = newId('share', at)
  const from = sourceOf(source)
  await room.house.db.transaction<Tables, void>(async trx => {
    await insertShare(trx, {
      id,
      person: caller.person,
      about_kind: about.kind,
      about_id: about.id,
      grown_from: line,
      source: from,
      at,
    })
    await room.house.log.append(trx, [
      {
        name: 'share.created',
        at,
        person: caller.person,
        session: caller.session,
        subject: { kind: 'share', id },
        source: from,
        data: { about, grownFrom: line },
      },
    ])
  })
  return ok({ id, url: `${room.house.config.publicUrl}/s/${id}` })
}

/** Where a link leads. An opening is told once a person and day; one's own link tells nothing. */
export async function openShare(
  room: Room,
  caller: Caller,
  id: string,
): Promise<Result<{ about: About; sharer: PersonCard | null }, 'not_found'>> {
  const found = await readShare(room.db, id)
  const about = found && { kind: found.about_kind, id: found.about_id }
  if (!about || !(await there(room, about))) return refuse('not_found', 'This link leads nowhere any more')
  const sharer = found.person
  if (sharer && sharer !== caller.person) {
    const at = room.house.clock.now()
    await room.house.log.append(room.db, [
      {
        id: `${id}:${caller.person}:${at.toISOString().slice(0, 10)}`,
        name: 'share.opened',
        at,
        person: caller.person,
        session: caller.session,
        subject: { kind: 'share', id },
        source: { share: found.id, ...(about.kind === 'post' && { post: about.id as Id<'post'> }) },
        data: { sharer, about },
      },
    ])
  }
  return ok({ about, sharer: (sharer && (await room.accounts.people([sharer])).get(sharer)) ?? null })
}

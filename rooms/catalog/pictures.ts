import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Room } from './room.ts'

/**
 * Pictures that a product may newly use: the caller's own, and pictures. Somebody else's medium answers as one that does not exist.
 * What the product uses already was checked when it came, and may be a colleague's.
 */
export async function checkPictures(
  room: Room,
  caller: Caller,
  ids: readonly Id<'media'>[],
  known: readonly string[] = [],
): Promise<Result<true, 'not_found' | 'media_unsupported'>> {
  const fresh = [...new Set(ids)].filter(id => !known.includes(id))
  if (fresh.length === 0) return ok(true)
  const states = await room.doors.media.state(fresh)
  const foreign = fresh.filter(id => states.get(id)?.owner !== caller.person)
  if (foreign.length > 0) return refuse('not_found', 'There is no such picture of yours', { pictures: foreign })
  const clips = fresh.filter(id => states.get(id)?.kind === 'video')
  if (clips.length > 0) return refuse('media_unsupported', 'A product shows pictures; clips go into posts', { pictures: clips })
  return ok(true)
}

/** Of these pictures, those that can't be shown yet, with the state that they are in. */
export async function unready(
  room: Pick<Room, 'doors'>,
  ids: readonly Id<'media'>[],
): Promise<{ picture: Id<'media'>; state: string }[]> {
  if (ids.length === 0) return []
  const states = await room.doors.media.state([...new Set(ids)])
  return [...new Set(ids)].flatMap(id => {
    const state = states.get(id)
    return state?.state === 'ready' && state.kind === 'picture' ? [] : [{ picture: id, state: state?.state ?? 'missing' }]
  })
}

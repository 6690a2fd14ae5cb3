import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import type { Room } from './room.ts'

/** Pictures that a profile or a shop may newly show: the caller's own. Somebody else's answers as one that does not exist. */
export async function checkPictures(
  room: Room,
  caller: Caller,
  media: readonly (string | null | undefined)[],
): Promise<Result<true, 'not_found'>> {
  for (const id of media)
    if (id && !(await room.ownsMedia(caller.person, id)))
      return refuse('not_found', 'There is no such picture of yours', { picture: id })
  return ok(true)
}

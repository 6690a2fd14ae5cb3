import type { EventName, NewEvent } from '#base/catalogue'
import type { Caller } from '#base/http'
import { ok, type Result, refuse } from '#base/kernel'
import { type Room, sourceOf, type WireSource } from './room.ts'
import { type Marked, setMark, takeMark } from './store-marks.ts'
import type { Counter, MarkName, Tables } from './tables.ts'

type Plain = Extract<
  EventName,
  | 'post.liked'
  | 'post.unliked'
  | 'post.saved'
  | 'post.unsaved'
  | 'product.saved'
  | 'product.unsaved'
  | 'post.not_interested'
  | 'post.not_interested_undone'
>
interface Kind {
  readonly about: 'post' | 'product'
  readonly counter: Counter | null
  readonly set: Plain
  readonly take: Plain
}
/** What a person can put on a post or a product: which counter it moves and what the log says. */
const kinds: Readonly<Record<MarkName, Kind>> = {
  like: { about: 'post', counter: 'likes', set: 'post.liked', take: 'post.unliked' },
  save: { about: 'post', counter: 'saves', set: 'post.saved', take: 'post.unsaved' },
  product_save: { about: 'product', counter: 'saves', set: 'product.saved', take: 'product.unsaved' },
  not_interested: { about: 'post', counter: null, set: 'post.not_interested', take: 'post.not_interested_undone' },
}

/** Anybody may, a guest as well. Done twice it is done once: only a change is counted and told. */
export async function mark(
  room: Room,
  caller: Caller,
  name: MarkName,
  subject: string,
  source: WireSource | undefined,
): Promise<Result<{ on: true; count: number }, 'not_found'>> {
  const { about, counter, set } = kinds[name]
  const hidden = await room.moderation.hidden([{ kind: about, id: subject }])
  const unknown = refuse('not_found', `There is no such ${about}`)
  if (hidden.size > 0) return unknown
  const attempt = () =>
    room.house.db.transaction<Tables, Marked>(async trx => {
      const at = room.house.clock.now()
      const marked = await setMark(trx, { mark: name, subject, person: caller.person, at, counter })
      if (marked.changed) await room.house.log.append(trx, [event(room, caller, set, { kind: about, id: subject }, source)])
      return marked
    })
  let marked = await attempt()
  if (!marked.known) {
    // Published a moment ago: the log knows it before this room does.
    await room.caughtUp()
    marked = await attempt()
  }
  return marked.known ? ok({ on: true, count: marked.count }) : unknown
}

export async function unmark(
  room: Room,
  caller: Caller,
  name: MarkName,
  subject: string,
): Promise<Result<{ on: false; count: number }, 'not_found'>> {
  const { about, counter, take } = kinds[name]
  const marked = await room.house.db.transaction<Tables, Marked>(async trx => {
    const taken = await takeMark(trx, { mark: name, subject, person: caller.person, counter })
    if (taken.changed) await room.house.log.append(trx, [event(room, caller, take, { kind: about, id: subject }, undefined)])
    return taken
  })
  return marked.known ? ok({ on: false, count: marked.count }) : refuse('not_found', `There is no such ${about}`)
}

const event = (
  room: Room,
  caller: Caller,
  name: Plain,
  subject: { kind: Kind['about']; id: string },
  source: WireSource | undefined,
): NewEvent<Plain> => ({
  name,
  at: room.house.clock.now(),
  person: caller.person,
  session: caller.session,
  subject,
  source: sourceOf(source),
  data: {},
})

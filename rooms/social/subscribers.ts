import type { EventName, LoggedEvent } from '#base/catalogue'
import type { Trx } from '#base/db'
import type { EventLog } from '#base/events'
import { hideComment } from './store-comments.ts'
import { deliver, saveLines, savePost, saveProduct, setLive } from './store-known.ts'
import { erasePerson, mergePeople } from './store-merge.ts'
import type { Tables } from './tables.ts'

const names = [
  'post.published',
  'post.removed',
  'post.restored',
  'product.published',
  'product.removed',
  'order.paid',
  'order.delivered',
  'subject.removed',
  'subject.restored',
  'person.merged',
  'person.erased',
] as const satisfies readonly EventName[]

/** Learns which posts and products there are, who bought what, and whom to merge or forget; in the order of the log. */
export const subscribe = (log: EventLog) =>
  log.subscribe<Tables>('social.known', {
    names,
    handle: async (trx, events) => {
      for (const e of events) await learn(trx, e)
    },
  })

async function learn(trx: Trx<Tables>, e: LoggedEvent): Promise<void> {
  const { kind, id } = e.subject
  switch (e.name) {
    case 'post.published':
      return savePost(trx, id, e.data)
    case 'product.published':
      return saveProduct(trx, id)
    case 'post.removed':
    case 'product.removed':
      return setLive(trx, id, false)
    case 'post.restored':
      return setLive(trx, id, true)
    case 'order.paid':
      return e.person ? saveLines(trx, e.person, e.data.lines) : undefined
    case 'order.delivered':
      return deliver(
        trx,
        e.data.lines.map(l => l.line),
      )
    case 'subject.removed':
    case 'subject.restored':
      return kind === 'comment' ? hideComment(trx, id, e.name === 'subject.removed') : undefined
    case 'person.merged':
      return mergePeople(trx, e.data.from, id)
    case 'person.erased':
      return erasePerson(trx, id)
    default:
      return
  }
}

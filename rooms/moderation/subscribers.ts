import type { EventName, LoggedEvent } from '#base/catalogue'
import type { Trx } from '#base/db'
import { forgetAppellant, mergeAppellant } from './appeal-store.ts'
import type { Room } from './room.ts'
import { noteSignal } from './signal-store.ts'
import { forgetReporter, mergeOwner, mergeReporter, ownerOf, saveOwners, type Tables } from './store.ts'

const names = [
  'person.registered',
  'shop.opened',
  'post.published',
  'post.flagged',
  'product.published',
  'comment.written',
  'review.written',
  'person.merged',
  'person.erased',
] as const satisfies readonly EventName[]

/** Learns what exists and whose it is; lets reporters merge and be forgotten; keeps the memory of removals in step with the log. */
export async function subscribe(room: Room): Promise<void> {
  const { log } = room.house
  const from = log.position()
  await room.hidden.ready()
  log.follow('moderation.hidden', from, events => {
    const subjects = events.flatMap(e => (e.name === 'subject.removed' || e.name === 'subject.restored' ? [e.subject] : []))
    return subjects.length > 0 ? room.hidden.refresh(subjects) : undefined
  })
  await log.subscribe<Tables>('moderation.subjects', { names, handle: learn })
}

async function learn(trx: Trx<Tables>, events: LoggedEvent[]): Promise<void> {
  await saveOwners(trx, events.flatMap(ownerIn))
  for (const e of events) {
    if (e.name === 'person.merged') {
      await mergeOwner(trx, e.data.from, e.subject.id)
      await mergeReporter(trx, e.data.from, e.subject.id)
      await mergeAppellant(trx, e.data.from, e.subject.id)
    }
    if (e.name === 'post.flagged') await signal(trx, e)
    if (e.name !== 'person.erased') continue
    await forgetReporter(trx, e.subject.id)
    await forgetAppellant(trx, e.subject.id)
  }
}

/** Who shows their own clip again, or their shop's, does nobody wrong: that is no matter for moderation. */
async function signal(trx: Trx<Tables>, { subject, at, data }: LoggedEvent<'post.flagged'>): Promise<void> {
  if (data.of) {
    const [mine, other] = [await ownerOf(trx, subject), await ownerOf(trx, { kind: 'post', id: data.of })]
    if (mine && other && (mine.person === other.person || (mine.shop !== null && mine.shop === other.shop))) return
  }
  await noteSignal(trx, { kind: subject.kind, id: subject.id, ...data, at })
}

function ownerIn(e: LoggedEvent): Tables['moderation.owners'][] {
  const { kind, id } = e.subject
  switch (e.name) {
    case 'person.registered':
      return [{ kind, id, person: id, shop: null }]
    case 'shop.opened':
      return [{ kind, id, person: e.data.owner, shop: id }]
    case 'post.published':
      return [{ kind, id, person: e.data.author, shop: e.data.shop }]
    case 'product.published':
      return [{ kind, id, person: null, shop: e.data.shop }]
    case 'comment.written':
    case 'review.written':
      return [{ kind, id, person: e.person, shop: null }]
    default:
      return []
  }
}

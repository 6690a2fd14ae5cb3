import type { EventName, LoggedEvent } from '#base/catalogue'
import { sql, type Trx } from '#base/db'
import type { Id } from '#base/kernel'
import { firePriceDrops, fireRestocks } from './fire-alerts.ts'
import { firstHourMs, milestones } from './kinds.ts'
import { ofParcel, ofReturn, toShopOfChargeback, toShopOfReturn } from './of-orders.ts'
import { dropPromises, firePromises, keepPromise } from './promises.ts'
import type { Room } from './room.ts'
import { type Draft, erasePerson, insertNotices, mergePeople } from './store.ts'

export const names = [
  'order.paid',
  'order.packed',
  'order.shipped',
  'order.delivered',
  'order.cancelled',
  'order.refunded',
  'parcel.shipped',
  'parcel.delivered',
  'return.requested',
  'return.changed',
  'payment.chargeback',
  'review.written',
  'review.replied',
  'comment.written',
  'comment.removed',
  'subject.removed',
  'person.followed',
  'person.blocked',
  'person.unblocked',
  'person.merged',
  'person.erased',
  'post.published',
  'post.removed',
  'post.impression',
  'post.liked',
  'post.unliked',
  'price.changed',
  'variant.restocked',
] as const satisfies readonly EventName[]

/** What the log says becomes notices, in its order; a batch that is learned again changes nothing. */
export async function learn(room: Room, trx: Trx<unknown>, events: readonly LoggedEvent[]): Promise<void> {
  for (const e of events) {
    await note(room, trx, e)
    await insertNotices(trx, await noticesOf(room, trx, e), room.house.clock.now())
  }
  await countFirstHours(trx, events)
}

/** What has to be known later, or is not true any more. */
async function note(room: Room, trx: Trx<unknown>, e: LoggedEvent): Promise<void> {
  const { id } = e.subject
  switch (e.name) {
    case 'post.published':
      await own(trx, id, e.data.author, null)
      await sql`insert into notices.posts (post, person, published) values (${id}, ${e.data.author}, ${e.at}) on conflict do nothing`.execute(
        trx,
      )
      return
    case 'comment.written':
      return own(trx, id, e.person, e.data.post)
    case 'review.written':
      await own(trx, id, e.person, e.data.product)
      await sql`delete from notices.asks where line = ${e.data.line}`.execute(trx)
      return
    case 'order.paid':
      return keepPromise(trx, e)
    case 'order.delivered':
      return askLater(room, trx, e)
    case 'order.cancelled':
    case 'order.refunded':
      if (e.name === 'order.refunded' && !e.data.full) return
      await sql`delete from notices.asks where "order" = ${id}`.execute(trx)
      await dropPromises(trx, id)
      return
    case 'post.removed':
      await sql`delete from notices.items where subject = ${id}`.execute(trx)
      await sql`update notices.posts set told = true where post = ${id}`.execute(trx)
      return
    case 'comment.removed':
    case 'subject.removed':
      await sql`delete from notices.items where kind = 'reply' and ref = ${id}`.execute(trx)
      return
    case 'person.blocked':
      await sql`insert into notices.blocks (person, target) values (${e.person}, ${id}) on conflict do nothing`.execute(trx)
      await sql`delete from notices.items where person = ${e.person} and actor = ${id}`.execute(trx)
      return
    case 'person.unblocked':
      await sql`delete from notices.blocks where person = ${e.person} and target = ${id}`.execute(trx)
      return
    case 'person.merged':
      return mergePeople(trx, e.data.from, id)
    case 'person.erased':
      return erasePerson(trx, id)
    default:
      return
  }
}

const own = async (trx: Trx<unknown>, id: string, owner: string | null, about: string | null): Promise<void> => {
  if (owner)
    await sql`insert into notices.subjects (id, owner, about) values (${id}, ${owner}, ${about}) on conflict do nothing`.execute(
      trx,
    )
}

async function askLater(room: Room, trx: Trx<unknown>, e: LoggedEvent<'order.delivered'>): Promise<void> {
  if (!e.person) return
  for (const l of e.data.lines) {
    const due = await room.ports.askFrom(l.product, e.at)
    await sql`insert into notices.asks (line, "order", person, due) values (${l.line}, ${e.subject.id}, ${e.person}, ${due}) on conflict do nothing`.execute(
      trx,
    )
  }
}

async function noticesOf(room: Room, trx: Trx<unknown>, e: LoggedEvent): Promise<Draft[]> {
  const { subject, at, person } = e
  switch (e.name) {
    case 'order.paid':
    case 'order.packed':
    case 'order.shipped':
    case 'order.delivered':
    case 'order.cancelled': {
      const step = e.name.slice('order.'.length)
      const moved = person
        ? [{ person, kind: 'order' as const, ref: `${subject.id} ${step}`, at, subject, detail: { step } }]
        : []
      return e.name === 'order.paid' ? [...moved, ...(await helped(trx, e))] : moved
    }
    case 'order.refunded':
      return person
        ? [{ person, kind: 'refund', ref: e.id, at, subject, detail: { ...e.data.amount, step: e.data.reason ?? '' } }]
        : []
    case 'parcel.shipped':
    case 'parcel.delivered':
      return ofParcel(e)
    case 'return.requested':
      return toShopOfReturn(room, e, 'requested')
    case 'return.changed':
      return [...ofReturn(e), ...(await toShopOfReturn(room, e, e.data.state))]
    case 'payment.chargeback':
      return toShopOfChargeback(room, e)
    case 'person.followed':
      return [
        {
          person: subject.id,
          kind: 'follower',
          ref: person ?? '',
          at,
          subject: { kind: 'person', id: person ?? '' },
          actor: person,
        },
      ]
    case 'comment.written':
      return replies(trx, e)
    case 'review.replied':
      return answered(trx, e)
    case 'post.published':
      return [{ person: e.data.author, kind: 'post', ref: `live ${subject.id}`, at, subject, detail: { step: 'live' } }]
    case 'price.changed':
      return [...(await firePromises(trx, e)), ...(await firePriceDrops(room, trx, subject.id as Id<'product'>, at))]
    case 'variant.restocked':
      return fireRestocks(trx, subject.id, e.data.variant, at)
    default:
      return []
  }
}

const ownerOf = async (trx: Trx<unknown>, id: string): Promise<{ owner: string; about: string | null } | undefined> =>
  (await sql<{ owner: string; about: string | null }>`select owner, about from notices.subjects where id = ${id}`.execute(trx))
    .rows[0]

/** The one who is answered hears of it, and the post's author of every comment; who is both hears of it once. */
async function replies(trx: Trx<unknown>, e: LoggedEvent<'comment.written'>): Promise<Draft[]> {
  const subject = { kind: 'post', id: e.data.post as string }
  const of = { kind: 'reply' as const, ref: e.subject.id, at: e.at, subject, actor: e.person }
  const parent = e.data.parent ? (await ownerOf(trx, e.data.parent))?.owner : undefined
  const author = (await ownerOf(trx, e.data.post))?.owner
  return [
    ...(parent ? [{ ...of, person: parent, detail: { to: 'comment' } }] : []),
    ...(author && author !== parent ? [{ ...of, person: author, detail: { to: 'post' } }] : []),
  ]
}

async function answered(trx: Trx<unknown>, e: LoggedEvent<'review.replied'>): Promise<Draft[]> {
  const review = await ownerOf(trx, e.subject.id)
  if (!review?.about) return []
  const subject = { kind: 'product', id: review.about }
  return [
    { person: review.owner, kind: 'reply', ref: e.subject.id, at: e.at, subject, actor: e.person, detail: { to: 'review' } },
  ]
}

/** Somebody bought through a post: its author hears of it when the number of people reaches a milestone. */
async function helped(trx: Trx<unknown>, e: LoggedEvent<'order.paid'>): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const post of new Set(e.data.lines.flatMap(l => l.source?.post ?? []))) {
    const owner = (await ownerOf(trx, post))?.owner
    if (!owner || !e.person || owner === e.person) continue
    await sql`insert into notices.helped (post, person) values (${post}, ${e.person}) on conflict do nothing`.execute(trx)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from notices.helped where post = ${post}`.execute(trx)
    const people = rows[0]?.n ?? 0
    if (milestones.includes(people))
      drafts.push({
        person: owner,
        kind: 'post',
        ref: `helped ${post} ${people}`,
        at: e.at,
        subject: { kind: 'post', id: post },
        detail: { step: 'helped', people },
      })
  }
  return drafts
}

/** Views and likes of posts that are younger than an hour, by the time of the event; one statement a batch. */
async function countFirstHours(trx: Trx<unknown>, events: readonly LoggedEvent[]): Promise<void> {
  const seen = events.filter(e => e.name === 'post.impression' || e.name === 'post.liked' || e.name === 'post.unliked')
  if (seen.length === 0) return
  const views = seen.map(e => (e.name === 'post.impression' ? 1 : 0))
  const likes = seen.map(e => (e.name === 'post.liked' ? 1 : e.name === 'post.unliked' ? -1 : 0))
  await sql`
    update notices.posts p set views = p.views + s.views, likes = greatest(0, p.likes + s.likes) from (
      select q.post, sum(e.views)::int as views, sum(e.likes)::int as likes
      from unnest(${seen.map(e => e.subject.id)}::text[], ${seen.map(e => e.at)}::timestamptz[], ${views}::int[], ${likes}::int[], ${seen.map(e => e.person ?? '')}::text[]) as e(post, at, views, likes, who)
      join notices.posts q on q.post = e.post and not q.told and e.who <> q.person and e.at < q.published + ${firstHourMs / 1000} * interval '1 second'
      group by q.post) s
    where p.post = s.post`.execute(trx)
}

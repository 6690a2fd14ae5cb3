import { sql } from '#base/db'
import { days } from '#base/kernel'
import { firstHourMs } from './kinds.ts'
import type { Room } from './room.ts'
import { insertNotices } from './store.ts'

/** Asks once an order, when the first of its things has been used long enough. */
export async function askForReviews({ house }: Room): Promise<void> {
  const now = house.clock.now()
  await house.db.transaction<unknown, void>(async trx => {
    const { rows } = await sql<{ order: string; person: string }>`
      delete from notices.asks where "order" in (select "order" from notices.asks where due <= ${now} limit 500) returning "order", person`.execute(
      trx,
    )
    const orders = new Map(rows.map(r => [r.order, r.person]))
    await insertNotices(
      trx,
      [...orders].map(([id, person]) => ({ person, kind: 'review_ask', ref: id, at: now, subject: { kind: 'order', id } })),
      now,
    )
  })
}

/** What a post had after its first hour; nothing is said of an hour in which nobody came. */
export async function tellFirstHours({ house }: Room): Promise<void> {
  const now = house.clock.now()
  await house.db.transaction<unknown, void>(async trx => {
    const { rows } = await sql<{ post: string; person: string; published: Date; views: number; likes: number }>`
      update notices.posts set told = true where post in (
        select post from notices.posts where not told and published <= ${new Date(now.getTime() - firstHourMs)} order by published limit 500 for update skip locked)
      returning post, person, published, views, likes`.execute(trx)
    await insertNotices(
      trx,
      rows
        .filter(r => r.views > 0)
        .map(r => ({
          person: r.person,
          kind: 'post',
          ref: `hour ${r.post}`,
          at: new Date(r.published.getTime() + firstHourMs),
          subject: { kind: 'post', id: r.post },
          detail: { step: 'first_hour', views: r.views, likes: r.likes },
        })),
      now,
    )
  })
}

export async function sweepNotices({ house, db }: Room, keep: number): Promise<void> {
  const before = new Date(house.clock.now().getTime() - days(keep))
  await sql`delete from notices.items where at < ${before} and mail <> 'wanted'`.execute(db)
  await sql`delete from notices.alerts where fired_at < ${before}`.execute(db)
  await sql`delete from notices.promises where until < ${house.clock.now()}`.execute(db)
}

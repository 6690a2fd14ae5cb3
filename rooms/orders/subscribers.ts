import { sql } from '#base/db'
import type { House } from '#base/house'
import type { OrderTables } from './rows.ts'
import type { Db } from './store.ts'

/** Who is who: a guest's orders follow into the account; an erased person's orders stay, as the law wants, without what names them. */
export async function subscribe(house: House): Promise<void> {
  await house.log.subscribe<OrderTables>('orders.people', {
    names: ['person.merged', 'person.erased'],
    async handle(trx, events) {
      for (const e of events) {
        if (e.name === 'person.merged' && e.person) await move(trx, e.data.from, e.person)
        if (e.name === 'person.erased') await erase(trx, e.subject.id)
      }
    },
  })
}

/** What buyers did with their orders afterwards; learned from the first event on, whenever this room began to ask. */
export async function subscribePassedOn(house: House): Promise<void> {
  await house.log.subscribe<OrderTables>('orders.passed_on', {
    names: ['review.written', 'post.published', 'share.created'],
    async handle(trx, events) {
      const reviewed = events.flatMap(e => (e.name === 'review.written' ? [e.data.order] : []))
      const lines = events.flatMap(e => ('grownFrom' in e.data && e.data.grownFrom ? [e.data.grownFrom] : []))
      if (reviewed.length > 0)
        await sql`update orders.orders set reviewed = true where id = any(${reviewed}::text[])`.execute(trx)
      if (lines.length > 0)
        await sql`
          update orders.orders set passed_on = true where id in (select l.order_id from orders.lines l where l.id = any(${lines}::text[]))`.execute(
          trx,
        )
    },
  })
}

async function move(db: Db, from: string, into: string): Promise<void> {
  await db.updateTable('orders.checkouts').set({ person: into }).where('person', '=', from).execute()
  await db.updateTable('orders.orders').set({ person: into }).where('person', '=', from).execute()
}

/** An order that is still on its way keeps its address until it ends (write-status.ts drops it then). */
async function erase(db: Db, person: string): Promise<void> {
  await sql`update orders.checkouts set address = null, key = null where person = ${person}`.execute(db)
  await sql`
    with erased as (
      update orders.orders set erased = true, key = null,
        address = case when state = 'open' then address || '{"email": ""}' end
      where person = ${person} returning id)
    , unsaid as (update orders.returns set words = null, photos = '[]' where order_id in (select id from erased))
    update orders.timeline set note = null where order_id in (select id from erased) and what in ('cancelled', 'lines_cancelled', 'return_requested')`.execute(
    db,
  )
}

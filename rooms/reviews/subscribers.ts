import type { LoggedEvent } from '#base/catalogue'
import type { Trx } from '#base/db'
import type { House } from '#base/house'
import type { Id } from '#base/kernel'
import type { ReviewTables } from './store.ts'

const names = [
  'order.paid',
  'order.delivered',
  'order.cancelled',
  'order.refunded',
  'person.merged',
  'person.erased',
  'subject.removed',
  'subject.restored',
] as const

/** What this room learns from the log: who bought which line, when it arrived, and who went. */
export const subscribe = (house: House) =>
  house.log.subscribe<ReviewTables>('reviews', {
    names,
    async handle(trx, events) {
      for (const event of events) await learn(trx, event)
    },
  })

async function learn(trx: Trx<ReviewTables>, e: LoggedEvent): Promise<void> {
  switch (e.name) {
    case 'order.paid': {
      const person = e.person
      if (person === null) return
      const lines = e.data.lines.map(l => ({
        line: l.line,
        order: e.subject.id as Id<'order'>,
        person,
        shop: e.data.shop,
        product: l.product,
        variant: l.variant,
        paid_at: e.at,
        delivered_at: null,
        closed: false,
        pulse: null,
      }))
      if (lines.length > 0)
        await trx
          .insertInto('reviews.bought_lines')
          .values(lines)
          .onConflict(c => c.column('line').doNothing())
          .execute()
      return
    }
    case 'order.delivered':
      await trx
        .updateTable('reviews.bought_lines')
        .set({ delivered_at: e.at })
        .where('order', '=', e.subject.id as Id<'order'>)
        .where('delivered_at', 'is', null)
        .execute()
      return
    case 'order.cancelled':
      await close(trx, e.subject.id)
      return
    case 'order.refunded':
      if (e.data.full) await close(trx, e.subject.id)
      return
    case 'person.merged':
      await trx
        .updateTable('reviews.bought_lines')
        .set({ person: e.subject.id as Id<'person'> })
        .where('person', '=', e.data.from)
        .execute()
      await trx
        .updateTable('reviews.reviews')
        .set({ author: e.subject.id as Id<'person'> })
        .where('author', '=', e.data.from)
        .execute()
      return
    case 'person.erased':
      // The words and pictures go with the person; the stars stay, as other people's decisions rest on them.
      await trx
        .updateTable('reviews.reviews')
        .set({ text: '', pictures: '[]', video: null, media: false })
        .where('author', '=', e.subject.id as Id<'person'>)
        .execute()
      return
    case 'subject.removed':
    case 'subject.restored':
      if (e.subject.kind === 'review')
        await trx
          .updateTable('reviews.reviews')
          .set({ removed: e.name === 'subject.removed' })
          .where('id', '=', e.subject.id as Id<'review'>)
          .execute()
      return
  }
}

/** Nothing is asked of an order that came to nothing; a review that was written stays. */
const close = (trx: Trx<ReviewTables>, order: string) =>
  trx
    .updateTable('reviews.bought_lines')
    .set({ closed: true })
    .where('order', '=', order as Id<'order'>)
    .where('delivered_at', 'is', null)
    .execute()

import type { Id } from '#base/kernel'
import { type Ledgers, ledgerTables } from './context.ts'
import type { LedgerTables } from './tables.ts'

/**
 * Tells the log which orders' return windows are over; the journal learns it from there, so that it can be built anew.
 * Answers how many; by itself every ten minutes.
 */
export async function releaseDue(c: Ledgers, limit = 500): Promise<number> {
  const now = c.house.clock.now()
  const due = await ledgerTables(c)
    .selectFrom('payments.sales')
    .select('order_id')
    .where('due', '<=', now)
    .where('announced', '=', false)
    .orderBy('due')
    .limit(limit)
    .execute()
  let released = 0
  for (const { order_id } of due) released += await announce(c, order_id, now)
  return released
}

const announce = (c: Ledgers, order: string, now: Date): Promise<number> =>
  c.house.db.transaction<LedgerTables, number>(async trx => {
    const row = await trx
      .updateTable('payments.sales')
      .set({ announced: true })
      .where('order_id', '=', order)
      .where('announced', '=', false)
      .where('due', '<=', now)
      .returning('shop')
      .executeTakeFirst()
    if (!row) return 0
    const subject = { kind: 'order' as const, id: order }
    await c.house.log.append(trx, [
      { name: 'order.released', at: now, person: null, subject, data: { shop: row.shop as Id<'shop'> } },
    ])
    return 1
  })

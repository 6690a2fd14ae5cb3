import type { LoggedEvent } from '#base/catalogue'
import { json, sql, type Trx } from '#base/db'
import { days } from '#base/kernel'
import type { Draft } from './store.ts'

/** Of one fall at most so many buyers hear, the latest first; the others see it with their order. */
const most = 500

/** An order was paid under a promise of price protection: its lines are remembered until the days are over. */
export async function keepPromise(trx: Trx<unknown>, e: LoggedEvent<'order.paid'>): Promise<void> {
  const promised = e.data.amounts?.protectionDays ?? 0
  if (promised === 0 || !e.person) return
  const until = new Date(e.at.getTime() + days(promised))
  const lines = e.data.lines.map(({ line, variant, quantity, total }) => ({
    ...{ line, variant, currency: total.currency },
    low: (BigInt(total.minor) / BigInt(quantity)).toString(),
  }))
  await sql`
    insert into notices.promises (line, "order", variant, person, low, currency, until)
    select line, ${e.subject.id}, variant, ${e.person}, low, currency, ${until}::timestamptz
    from jsonb_to_recordset(${json(lines)}) as r(line text, variant text, low bigint, currency text) on conflict do nothing`.execute(
    trx,
  )
}
export const dropPromises = (trx: Trx<unknown>, order: string): Promise<unknown> =>
  sql`delete from notices.promises where "order" = ${order}`.execute(trx)

/**
 * A shop's price changed: who bought the variant for more within the promise hears of it, once a fall, and again only when it falls further.
 * Driven by the event, by an index on the variant; what is due exactly, with promotions and other markets, the order's page says.
 */
export async function firePromises(trx: Trx<unknown>, { at, data }: LoggedEvent<'price.changed'>): Promise<Draft[]> {
  const { minor, currency } = data.price
  await sql`delete from notices.promises where variant = ${data.variant} and until < ${at}`.execute(trx)
  const { rows } = await sql<{ line: string; order: string; person: string; was: bigint }>`
    with due as (
      select line, low from notices.promises where variant = ${data.variant} and until >= ${at} and currency = ${currency} and low > ${minor}::bigint
      order by until desc limit ${most})
    update notices.promises p set low = ${minor}::bigint from due where p.line = due.line returning p.line, p."order", p.person, due.low as was`.execute(
    trx,
  )
  return rows.map(r => ({
    person: r.person,
    kind: 'price_drop',
    ref: `bought ${r.line} ${minor}`,
    at,
    subject: { kind: 'order', id: r.order },
    detail: { step: 'bought', minor, currency, was: r.was.toString() },
  }))
}

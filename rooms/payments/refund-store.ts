import { sql } from '#base/db'
import type { Money } from '#base/kernel'
import type { Db } from './store.ts'

/**
 * Claims the money of a refund before the provider is asked: true when it is claimed now, false when there is less left.
 * A refund id that exists already breaks the primary key, which takes the claim back; the caller reads it then.
 */
export async function claimRefund(db: Db, id: string, payment: string, amount: Money, now: Date): Promise<boolean> {
  const rows = await sql<{ id: string }>`
    with claimed as (
      update payments.payments set refunding_minor = refunding_minor + ${amount.minor}
      where id = ${payment} and state = 'settled' and currency = ${amount.currency} and refunding_minor + charged_back_minor + ${amount.minor} <= captured_minor
      returning id)
    insert into payments.refunds (id, payment, amount_minor, state, created)
    select ${id}, id, ${amount.minor}, 'started', ${now} from claimed returning id`.execute(db)
  return rows.rows.length > 0
}

export const readRefund = (db: Db, id: string) =>
  db.selectFrom('payments.refunds').selectAll().where('id', '=', id).executeTakeFirst()

/**
 * Ends a started refund; false when it had ended before. A failed one gives its claim back. The payment's row is locked
 * first, as the claim does: two that take the same rows in another order would block each other.
 */
export async function endRefund(db: Db, id: string, failure: string | null): Promise<boolean> {
  const done = failure === null
  const rows = await sql<{ id: string }>`
    with locked as (
      select id from payments.payments where id = (select payment from payments.refunds where id = ${id}) for update),
    ended as (
      update payments.refunds r set state = ${done ? 'done' : 'failed'}, failure = ${failure}
      from locked where r.id = ${id} and r.payment = locked.id and r.state = 'started' returning r.payment, r.amount_minor)
    update payments.payments p set
      refunded_minor = p.refunded_minor + case when ${done}::boolean then ended.amount_minor else 0 end,
      refunding_minor = p.refunding_minor - case when ${done}::boolean then 0 else ended.amount_minor end
    from ended where p.id = ended.payment returning p.id`.execute(db)
  return rows.rows.length > 0
}

/** A done refund becomes a failed one, and its money is what is left again; false when it is not done. */
export async function takeBackRefund(db: Db, id: string, failure: string): Promise<boolean> {
  const rows = await sql<{ id: string }>`
    with locked as (
      select id from payments.payments where id = (select payment from payments.refunds where id = ${id}) for update),
    ended as (
      update payments.refunds r set state = 'failed', failure = ${failure}
      from locked where r.id = ${id} and r.payment = locked.id and r.state = 'done' returning r.payment, r.amount_minor)
    update payments.payments p set
      refunded_minor = p.refunded_minor - ended.amount_minor, refunding_minor = p.refunding_minor - ended.amount_minor
    from ended where p.id = ended.payment returning p.id`.execute(db)
  return rows.rows.length > 0
}

import { sql } from '#base/db'
import type { Money } from '#base/kernel'
import { type Db, type PaymentRow, type StoredPayment, stored } from './store.ts'

/**
 * Claims money that is authorised and neither captured nor let go, before the provider is asked: true when it is claimed
 * now. A capture id that exists already breaks the primary key, which takes the claim back; the caller reads it then.
 */
export async function claimCapture(db: Db, id: string, payment: string, amount: Money, now: Date): Promise<boolean> {
  const rows = await sql<{ id: string }>`
    with claimed as (
      update payments.payments set capturing_minor = capturing_minor + ${amount.minor}
      where id = ${payment} and capture = 'later' and state in ('authorised', 'settled') and currency = ${amount.currency}
        and voided_minor = 0 and capturing_minor + ${amount.minor} <= amount_minor
      returning id)
    insert into payments.captures (id, payment, amount_minor, state, created)
    select ${id}, id, ${amount.minor}, 'started', ${now} from claimed returning id`.execute(db)
  return rows.rows.length > 0
}

export const readCapture = (db: Db, id: string) =>
  db.selectFrom('payments.captures').selectAll().where('id', '=', id).executeTakeFirst()

/** Ends a started capture; false when it had ended before. A failed one gives its claim back. The payment's row is locked first. */
export async function endCapture(db: Db, id: string, failure: string | null): Promise<boolean> {
  const rows = await sql<{ id: string }>`
    with locked as (
      select id from payments.payments where id = (select payment from payments.captures where id = ${id}) for update),
    ended as (
      update payments.captures c set state = ${failure === null ? 'done' : 'failed'}, failure = ${failure}
      from locked where c.id = ${id} and c.payment = locked.id and c.state = 'started' returning c.payment, c.amount_minor)
    update payments.payments p set
      capturing_minor = case when ${failure === null}::boolean then p.capturing_minor else greatest(p.captured_minor, p.capturing_minor - ended.amount_minor) end
    from ended where p.id = ended.payment returning p.id`.execute(db)
  return rows.rows.length > 0
}

/** A settled payment of which more was captured now, as a total; null when that is known already. Also says what was new. */
export async function raiseCaptured(db: Db, id: string, total: bigint): Promise<{ had: bigint; payment: StoredPayment } | null> {
  const rows = await sql<PaymentRow & { had: bigint }>`
    with before as (
      select id, captured_minor as had from payments.payments where id = ${id} and state = 'settled' and captured_minor < ${total} for update)
    update payments.payments p set
      captured_minor = ${total}, capturing_minor = greatest(p.capturing_minor, ${total}),
      voided_minor = least(p.voided_minor, p.amount_minor - greatest(p.capturing_minor, ${total}))
    from before where p.id = before.id returning p.*, before.had`.execute(db)
  const row = rows.rows[0]
  return row ? { had: row.had, payment: stored(row) } : null
}

/** Claims all that is not captured to be let go; false while a capture is in the air, or when nothing is left. */
export async function claimVoid(db: Db, id: string): Promise<boolean> {
  const rows = await sql<{ id: string }>`
    update payments.payments set voided_minor = amount_minor - capturing_minor
    where id = ${id} and capture = 'later' and state in ('authorised', 'settled') and voided_minor = 0
      and capturing_minor = captured_minor and capturing_minor < amount_minor
    returning id`.execute(db)
  return rows.rows.length > 0
}

/** Ends a claimed void; null when it had ended before. One that the provider refused gives its claim back. */
export async function endVoid(db: Db, id: string, done: boolean, now: Date): Promise<StoredPayment | null> {
  const rows = await sql<PaymentRow>`
    update payments.payments set
      state = case when ${done}::boolean and state = 'authorised' then 'voided' else state end,
      voided_minor = case when ${done}::boolean then voided_minor else 0 end,
      voided_at = case when ${done}::boolean then ${now}::timestamptz end
    where id = ${id} and voided_minor > 0 and voided_at is null returning *`.execute(db)
  return rows.rows[0] ? stored(rows.rows[0]) : null
}

/** Captures and voids that a crash or a silent provider left without an end. */
export async function readUnanswered(db: Db, before: Date, limit: number) {
  const captures = await db
    .selectFrom('payments.captures')
    .select(['id', 'payment', 'amount_minor'])
    .where('state', '=', 'started')
    .where('created', '<', before)
    .orderBy('created')
    .limit(limit)
    .execute()
  const voids = await db
    .selectFrom('payments.payments')
    .select('id')
    .where('voided_minor', '>', 0n)
    .where('voided_at', 'is', null)
    .limit(limit)
    .execute()
  return { captures, voids: voids.map(v => v.id) }
}

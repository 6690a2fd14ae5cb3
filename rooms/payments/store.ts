import { type Kysely, sql } from '#base/db'
import { type Currency, type Id, type Money, money } from '#base/kernel'
import { type Payment, type PaymentAction, type PaymentState, paymentMachine, sourcesOf, type TestOutcome } from './payment.ts'
import type { Charge } from './provider.ts'

interface PaymentRow {
  id: string
  reference: string
  person: string | null
  provider: string
  method: string
  outcome: string | null
  state: PaymentState
  surplus: boolean
  late: boolean
  currency: string
  amount_minor: bigint
  refunding_minor: bigint
  refunded_minor: bigint
  provider_ref: string | null
  failure: string | null
  created: Date
  asked: Date
  settled_at: Date | null
}
interface RefundRow {
  id: string
  payment: string
  amount_minor: bigint
  state: 'started' | 'done' | 'failed'
  failure: string | null
  created: Date
}
export interface PaymentTables {
  'payments.payments': PaymentRow
  'payments.refunds': RefundRow
}
type Db = Kysely<PaymentTables>

/** A payment with what only this room and its providers need. */
export interface StoredPayment extends Payment {
  readonly provider: string
  readonly charge: Charge
}

const stored = (r: PaymentRow): StoredPayment => {
  const amount = money(r.amount_minor, r.currency as Currency)
  const id = r.id as Id<'payment'>
  return {
    id,
    reference: r.reference,
    person: r.person as Id<'person'> | null,
    method: r.method,
    state: r.state,
    amount,
    refunded: money(r.refunded_minor, amount.currency),
    surplus: r.surplus,
    late: r.late,
    failure: r.failure,
    created: r.created,
    provider: r.provider,
    charge: { id, amount, method: r.method, outcome: r.outcome as TestOutcome | null, created: r.created, ref: r.provider_ref },
  }
}

export interface Draft {
  readonly id: Id<'payment'>
  readonly reference: string
  readonly person: Id<'person'>
  readonly provider: string
  readonly method: string
  readonly outcome: TestOutcome | null
  readonly amount: Money
  readonly now: Date
}

/** Writes the payment down unless the reference has a live one already; null then. */
export async function insertPayment(db: Db, d: Draft): Promise<StoredPayment | null> {
  const rows = await sql<PaymentRow>`
    insert into payments.payments (id, reference, person, provider, method, outcome, state, currency, amount_minor, created, asked)
    values (${d.id}, ${d.reference}, ${d.person}, ${d.provider}, ${d.method}, ${d.outcome}, ${paymentMachine.start}, ${d.amount.currency}, ${d.amount.minor}, ${d.now}, ${d.now})
    on conflict (reference) where state <> 'failed' and not surplus do nothing
    returning *`.execute(db)
  return rows.rows[0] ? stored(rows.rows[0]) : null
}

export async function readPayment(db: Db, id: string): Promise<StoredPayment | null> {
  const row = await db.selectFrom('payments.payments').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? stored(row) : null
}

/** The payment that counts for each reference: the live one, else the newest. */
export async function readByReferences(db: Db, references: readonly string[]): Promise<Map<string, StoredPayment>> {
  if (references.length === 0) return new Map()
  const rows = await sql<PaymentRow>`
    select distinct on (reference) * from payments.payments where reference = any(${[...references]})
    order by reference, (state <> 'failed' and not surplus) desc, created desc, id desc`.execute(db)
  return new Map(rows.rows.map(r => [r.reference, stored(r)]))
}

export interface Learned {
  readonly action: PaymentAction
  readonly ref: string
  readonly failure: string | null
  readonly now: Date
}

/**
 * Moves a payment on by the machine's table, in one conditional UPDATE; null when the table has no such way from where it
 * is now (it was told before). A payment that settles when another one already pays is marked as surplus.
 */
export async function movePayment(db: Db, id: string, l: Learned): Promise<{ was: PaymentState; payment: StoredPayment } | null> {
  const to = sourcesOf(l.action)
  const target = to[0] && paymentMachine.next(to[0], l.action)
  if (!target?.ok) throw new Error(`no state leads on by ${l.action}`)
  const rows = await sql<PaymentRow & { was: PaymentState }>`
    with before as (select id, state as was, reference as ref from payments.payments where id = ${id} and state = any(${to}) for update)
    update payments.payments p set
      state = ${target.value}, provider_ref = ${l.ref}, failure = ${l.failure}, asked = ${l.now},
      settled_at = case when ${target.value} = 'settled' then ${l.now}::timestamptz end,
      late = ${target.value} = 'settled' and before.was in ('pending', 'failed'),
      surplus = ${target.value} = 'settled' and exists (
        select 1 from payments.payments o where o.reference = before.ref and o.id <> before.id and o.state <> 'failed' and not o.surplus)
    from before where p.id = before.id
    returning p.*, before.was`.execute(db)
  const row = rows.rows[0]
  return row ? { was: row.was, payment: stored(row) } : null
}

/** Payments without an end whose provider was last asked before `before`; marks them as asked now. */
export async function takeWaiting(db: Db, before: Date, now: Date, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    update payments.payments set asked = ${now} where id in (
      select id from payments.payments where state in ('started', 'pending') and asked <= ${before} order by asked limit ${limit} for update skip locked)
    returning id`.execute(db)
  return rows.rows.map(r => r.id)
}

/** Payments without an end that were begun before `before`, oldest first. */
export async function readWaiting(db: Db, before: Date, limit: number): Promise<StoredPayment[]> {
  const rows = await sql<PaymentRow>`
    select * from payments.payments where state in ('started', 'needs_action', 'pending') and created < ${before} order by created limit ${limit}`.execute(
    db,
  )
  return rows.rows.map(stored)
}

/** Settled payments, none of whose money was given back or promised back, newest last. */
export async function readKept(db: Db, since: Date, before: Date, limit: number): Promise<StoredPayment[]> {
  const rows = await sql<PaymentRow>`
    select * from payments.payments where state = 'settled' and settled_at < ${before}
      and (settled_at >= ${since} and refunding_minor = 0 or refunding_minor > refunded_minor)
    order by settled_at limit ${limit}`.execute(db)
  return rows.rows.map(stored)
}

/**
 * Claims the money of a refund before the provider is asked: true when it is claimed now, false when there is less left.
 * A refund id that exists already breaks the primary key, which takes the claim back; the caller reads it then.
 */
export async function claimRefund(db: Db, id: string, payment: string, amount: Money, now: Date): Promise<boolean> {
  const rows = await sql<{ id: string }>`
    with claimed as (
      update payments.payments set refunding_minor = refunding_minor + ${amount.minor}
      where id = ${payment} and state = 'settled' and currency = ${amount.currency} and refunding_minor + ${amount.minor} <= amount_minor
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

export async function changePerson(db: Db, from: string, into: string | null): Promise<void> {
  await db.updateTable('payments.payments').set({ person: into }).where('person', '=', from).execute()
}

import { type Kysely, sql } from '#base/db'
import { type Currency, type Id, type Money, money } from '#base/kernel'
import {
  type AnswerState,
  type PayerAction,
  type PayerDevice,
  type Payment,
  type PaymentState,
  paymentMachine,
  type TestOutcome,
  targetsOf,
} from './payment.ts'
import type { Charge } from './provider.ts'

export interface PaymentRow {
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
  capture: 'now' | 'later'
  capturing_minor: bigint
  captured_minor: bigint
  voided_minor: bigint
  voided_at: Date | null
  charged_back_minor: bigint
  action: PayerAction | null
  token: string | null
  device: PayerDevice
  ip: string | null
  provider_ref: string | null
  provider_number: string | null
  failure: string | null
  created: Date
  asked: Date
  settled_at: Date | null
}
/** A refund or a capture: one move of money, claimed, then done or refused. */
interface MoveRow {
  id: string
  payment: string
  amount_minor: bigint
  state: 'started' | 'done' | 'failed'
  failure: string | null
  created: Date
}
interface ChargebackRow {
  id: string
  payment: string
  provider: string
  provider_ref: string
  state: 'opened' | 'won' | 'lost'
  amount_minor: bigint
  counted_minor: bigint
  created: Date
}
interface InboxRow {
  provider: string
  event: string
  payment: string | null
  received: Date
  handled: Date | null
}
export interface PaymentTables {
  'payments.payments': PaymentRow
  'payments.refunds': MoveRow
  'payments.captures': MoveRow
  'payments.chargebacks': ChargebackRow
  'payments.inbox': InboxRow
}
export type Db = Kysely<PaymentTables>

/** A payment with what only this room and its providers need. */
export interface StoredPayment extends Payment {
  readonly provider: string
  readonly charge: Charge
  /** The provider has let go of what is voided. */
  readonly voidDone: boolean
}

export const stored = (r: PaymentRow): StoredPayment => {
  const amount = money(r.amount_minor, r.currency as Currency)
  const id = r.id as Id<'payment'>
  const of = (minor: bigint) => money(minor, amount.currency)
  return {
    id,
    reference: r.reference,
    person: r.person as Id<'person'> | null,
    method: r.method,
    state: r.state,
    amount,
    captured: of(r.captured_minor),
    refunded: of(r.refunded_minor),
    voided: of(r.voided_minor),
    chargedBack: of(r.charged_back_minor),
    action: r.action,
    surplus: r.surplus,
    late: r.late,
    failure: r.failure,
    number: r.provider_number,
    created: r.created,
    provider: r.provider,
    voidDone: r.voided_at !== null,
    charge: {
      id,
      reference: r.reference,
      amount,
      method: r.method,
      capture: r.capture,
      token: r.token,
      device: r.device,
      ip: r.ip,
      outcome: r.outcome as TestOutcome | null,
      created: r.created,
      ref: r.provider_ref,
    },
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
  readonly capture: 'now' | 'later'
  readonly token: string | null
  readonly device: PayerDevice
  readonly ip: string | null
  readonly now: Date
}

/** Writes the payment down unless the reference has a live one already; null then. */
export async function insertPayment(db: Db, d: Draft): Promise<StoredPayment | null> {
  const rows = await sql<PaymentRow>`
    insert into payments.payments (id, reference, person, provider, method, outcome, state, currency, amount_minor, capture, token, device, ip, created, asked)
    values (${d.id}, ${d.reference}, ${d.person}, ${d.provider}, ${d.method}, ${d.outcome}, ${paymentMachine.start}, ${d.amount.currency}, ${d.amount.minor}, ${d.capture}, ${d.token}, ${d.device}, ${d.ip}, ${d.now}, ${d.now})
    on conflict (reference) where state not in ('failed', 'voided') and not surplus do nothing
    returning *`.execute(db)
  return rows.rows[0] ? stored(rows.rows[0]) : null
}

export async function readPayment(db: Db, id: string): Promise<StoredPayment | null> {
  const row = await db.selectFrom('payments.payments').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? stored(row) : null
}

export async function readIdByRef(db: Db, provider: string, ref: string): Promise<string | null> {
  const found = db.selectFrom('payments.payments').select('id').where('provider', '=', provider).where('provider_ref', '=', ref)
  return (await found.executeTakeFirst())?.id ?? null
}

/** The payment that counts for each reference: the live one, else the newest. */
export async function readByReferences(db: Db, references: readonly string[]): Promise<Map<string, StoredPayment>> {
  if (references.length === 0) return new Map()
  const rows = await sql<PaymentRow>`
    select distinct on (reference) * from payments.payments where reference = any(${[...references]})
    order by reference, (state not in ('failed', 'voided') and not surplus) desc, created desc, id desc`.execute(db)
  return new Map(rows.rows.map(r => [r.reference, stored(r)]))
}

export interface Learned {
  readonly said: AnswerState
  readonly ref: string
  readonly number: string | null
  readonly failure: string | null
  /** All that was captured so far; 0 unless it settled. */
  readonly captured: bigint
  readonly action: PayerAction | null
  readonly now: Date
}

/**
 * Moves a payment on by the machine's table, in one conditional UPDATE; null when the table has no such way from where it
 * is now (it was told before). A payment that settles when another one already pays is marked as surplus. What was captured
 * is a total, so that it may be told in any order.
 */
export async function movePayment(db: Db, id: string, l: Learned): Promise<{ was: PaymentState; payment: StoredPayment } | null> {
  const targets = JSON.stringify(targetsOf(l.said))
  const rows = await sql<PaymentRow & { was: PaymentState }>`
    with before as (
      select id, state as was, reference as ref, ${targets}::jsonb ->> state as target
      from payments.payments where id = ${id} and ${targets}::jsonb ->> state is not null for update)
    update payments.payments p set
      state = before.target, provider_ref = ${l.ref}, provider_number = coalesce(${l.number}, p.provider_number), failure = ${l.failure}, asked = ${l.now}, action = ${l.action && JSON.stringify(l.action)}::jsonb,
      ip = case when before.target in ('needs_action', 'pending') then p.ip end,
      settled_at = case when before.target = 'settled' then ${l.now}::timestamptz end,
      captured_minor = greatest(p.captured_minor, ${l.captured}), capturing_minor = greatest(p.capturing_minor, ${l.captured}),
      voided_minor = case when before.target = 'voided' then p.amount_minor - p.capturing_minor
        else least(p.voided_minor, p.amount_minor - greatest(p.capturing_minor, ${l.captured})) end,
      voided_at = case when before.target = 'voided' then ${l.now}::timestamptz else p.voided_at end,
      late = before.target = 'settled' and before.was in ('pending', 'failed', 'voided'),
      surplus = before.target = 'settled' and exists (
        select 1 from payments.payments o where o.reference = before.ref and o.id <> before.id
          and o.state not in ('failed', 'voided') and not o.surplus)
    from before where p.id = before.id
    returning p.*, before.was`.execute(db)
  const row = rows.rows[0]
  return row ? { was: row.was, payment: stored(row) } : null
}

/** Payments without an end whose provider was last asked before `before`; marks them as asked now. */
export async function takeWaiting(db: Db, before: Date, now: Date, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    update payments.payments set asked = ${now} where id in (
      select id from payments.payments where state in ('started', 'needs_action', 'pending') and asked <= ${before} order by asked limit ${limit} for update skip locked)
    returning id`.execute(db)
  return rows.rows.map(r => r.id)
}

/** True for one of those who want to ask about a payment now, when nobody has asked since `before`. */
export async function takeForAsking(db: Db, id: string, before: Date, now: Date): Promise<boolean> {
  const taken = db.updateTable('payments.payments').set({ asked: now }).where('id', '=', id).where('asked', '<=', before)
  return (await taken.executeTakeFirst()).numUpdatedRows > 0n
}

/** Payments without an end that were begun before `before`, oldest first. */
export async function readWaiting(db: Db, before: Date, limit: number): Promise<StoredPayment[]> {
  const rows = await sql<PaymentRow>`
    select * from payments.payments where state in ('started', 'needs_action', 'pending') and created < ${before} order by created limit ${limit}`.execute(
    db,
  )
  return rows.rows.map(stored)
}

/** Settled payments, none of whose money went back or was promised back, and those with an unanswered refund; newest last. */
export async function readKept(db: Db, since: Date, before: Date, limit: number): Promise<StoredPayment[]> {
  const rows = await sql<PaymentRow>`
    select * from payments.payments where state = 'settled' and settled_at < ${before}
      and (settled_at >= ${since} and refunding_minor = 0 and charged_back_minor = 0 or refunding_minor > refunded_minor)
    order by settled_at limit ${limit}`.execute(db)
  return rows.rows.map(stored)
}

export async function changePerson(db: Db, from: string, into: string | null): Promise<void> {
  await db
    .updateTable('payments.payments')
    .set({ person: into, ...(into === null && { ip: null }) })
    .where('person', '=', from)
    .execute()
}

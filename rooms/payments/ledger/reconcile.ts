import type { LoggedEvent } from '#base/catalogue'
import { sql } from '#base/db'
import type { Subscription } from '#base/events'
import { type Ledgers, ledgerTables } from './context.ts'
import { sumsAgree } from './sums-agree.ts'

/** What the comparison may find; a closed list, so that the console has words for each. */
export const problemKinds = ['missing_entry', 'provider_differs', 'shopper_not_zero', 'balance_differs', 'not_zero'] as const
export interface Problem {
  readonly kind: (typeof problemKinds)[number]
  /** The order, payment, checkout, account or currency that it is about. */
  readonly about: string
}
export interface Check {
  readonly at: Date
  readonly problems: readonly Problem[]
}
const most = 100
/** A payment and its orders, or a refund and its order, are told one after the other. */
const graceMs = 15 * 60_000

/** Key of the entry that an event must have; null for events that move no money. */
function expected(e: LoggedEvent): { kind: string; reference: string; about: string } | null {
  const at = (kind: string, reference: string) => ({ kind, reference, about: e.subject.id })
  switch (e.name) {
    case 'order.paid':
      return e.data.amounts ? at('sale', e.subject.id) : null
    case 'order.refunded':
      return e.data.refund ? at(e.data.reason === 'price_fell' ? 'protection' : 'refund', e.data.refund) : null
    case 'payment.settled':
      return at('capture', e.data.payment)
    case 'payment.captured':
      return at('capture', `${e.data.payment} ${e.data.captured.minor}`)
    case 'payment.refunded':
      return at('refund_paid', e.data.refund)
    case 'payment.refund_failed':
      return at('refund_back', e.data.refund)
    case 'payment.paid_out':
      return at('settlement', `${e.data.provider} ${e.data.reference}`)
    case 'payout.created':
    case 'payout.paid':
    case 'payout.failed':
      return at(e.name.replace('.', '_'), e.data.payout)
    case 'payment.chargeback':
      return at(`dispute_${e.data.state}`, e.data.chargeback)
    default:
      return null
  }
}

/**
 * Compares the journal with the log (what came since the last check that found nothing), with what the providers' side of
 * this room says, and with itself. What is wrong is logged, kept for the console, and found again until it is right.
 */
export async function reconcile(c: Ledgers, subscription: Subscription): Promise<Check> {
  const db = ledgerTables(c)
  const end = await c.house.log.flush()
  await subscription.reached(end, 30_000)
  const last = await db.selectFrom('payments.ledger_checks').selectAll().executeTakeFirst()
  const missing = await compareLog(c, last?.position ?? 0n, subscription.position())
  const problems = [...missing, ...(await compareProviders(c)), ...(await openShoppers(c)), ...(await sumsAgree(db))].slice(
    0,
    most,
  )
  const position = missing.length === 0 ? subscription.position() : (last?.position ?? 0n)
  const at = c.house.clock.now()
  const row = { position, at, problems: JSON.stringify(problems) }
  await db
    .insertInto('payments.ledger_checks')
    .values(row)
    .onConflict(o => o.column('one').doUpdateSet(row))
    .execute()
  if (problems.length > 0) c.house.logger.error({ problems: problems.slice(0, 20) }, 'the ledger does not reconcile')
  return { at, problems }
}

async function compareLog(c: Ledgers, from: bigint, to: bigint): Promise<Problem[]> {
  const problems: Problem[] = []
  for (let at = from; at < to && problems.length < most; ) {
    const events = await c.house.log.read(at, 2000)
    const last = events.at(-1)
    if (!last) break
    at = last.position
    const keys = events.filter(e => e.position <= to).flatMap(e => expected(e) ?? [])
    if (keys.length === 0) continue
    const { rows } = await sql<{ about: string }>`
      select k.about from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (kind text, reference text, about text)
      where not exists (
        select from payments.entries e where e.reference = k.reference and (e.kind = k.kind
          -- Won before it was told to be opened: nothing was ever taken.
          or (k.kind = 'dispute_opened' and e.kind = 'dispute_won')))`.execute(ledgerTables(c))
    problems.push(...rows.map(r => ({ kind: 'missing_entry' as const, about: r.about })))
  }
  return problems
}

/** Per payment: what was captured, less what went back and what banks took, is what the journal says the provider keeps. */
async function compareProviders(c: Ledgers): Promise<Problem[]> {
  const before = new Date(c.house.clock.now().getTime() - graceMs)
  const { rows } = await sql<{ reference: string }>`
    with ours as (
      select subject, holder, currency, -sum(minor) as minor from payments.postings
      where party = 'provider' and what in ('capture', 'refund', 'chargeback')
      group by 1, 2, 3),
    theirs as (
      select p.reference, p.provider, p.currency, max(p.created) as created,
        sum(p.captured_minor - p.refunded_minor - coalesce((
          select sum(b.amount_minor) from payments.chargebacks b where b.payment = p.id and b.state <> 'won'), 0)) as minor
      from payments.payments p where p.captured_minor > 0 group by 1, 2, 3)
    select coalesce(t.reference, o.subject) as reference from theirs t
    full join ours o on o.subject = t.reference and o.holder = t.provider and o.currency = t.currency
    where coalesce(t.minor, 0) <> coalesce(o.minor, 0) and coalesce(t.created, '-infinity') < ${before} limit ${most}`.execute(
    ledgerTables(c),
  )
  return rows.map(r => ({ kind: 'provider_differs' as const, about: r.reference }))
}

/** Everything that shoppers paid is ordered or given back, a while after the last word about it. */
async function openShoppers(c: Ledgers): Promise<Problem[]> {
  const before = new Date(c.house.clock.now().getTime() - graceMs)
  const { rows } = await sql<{ holder: string }>`
    select b.holder from payments.balances b
    where b.party = 'shopper' and b.minor <> 0 and (
      select max(p.at) from payments.postings p where p.party = 'shopper' and p.holder = b.holder)
      between (select min(at) from payments.entries where kind = 'sale') and ${before}
    limit ${most}`.execute(ledgerTables(c))
  return rows.map(r => ({ kind: 'shopper_not_zero' as const, about: r.holder }))
}

import type { LivesWorld } from './world.ts'

export interface Fault {
  readonly rule: string
  /** The order, checkout, payment, variant, offer or person that it is about. */
  readonly about: string
  readonly [more: string]: unknown
}

/** Every rule is a question that finds what breaks it. */
const rules: Readonly<Record<string, string>> = {
  'nothing hangs': `
    select id as about, state from orders.checkouts where state in ('open', 'paying')
    union all select order_id, state from orders.refunds where state = 'started'
    union all select payment, state from payments.refunds where state = 'started'
    union all select payment, state from payments.captures where state = 'started'
    union all select id, state from payments.payments where state in ('started', 'needs_action', 'pending', 'authorised')`,
  'a paid checkout has one payment of its total, whose bank was asked once': `
    select k.id as about, k.total_minor, p.captured_minor, p.surplus from orders.checkouts k left join payments.payments p on p.id = k.payment
    where k.state = 'paid' and (p.captured_minor is distinct from k.total_minor or p.currency <> k.currency or p.surplus or p.reference <> k.id)
    union all select k.id, k.total_minor, sum(o.total_minor), null from orders.checkouts k join orders.orders o on o.checkout = k.id
    group by k.id having sum(o.total_minor) <> k.total_minor`,
  'money that pays for nothing is given back': `
    select p.reference as about, p.id, p.captured_minor, p.refunded_minor from payments.payments p left join orders.checkouts k on k.payment = p.id
    where k.id is null and p.captured_minor > p.refunded_minor + p.charged_back_minor and coalesce(p.outcome, '') <> 'refund_refused'
      and not exists (select from payments.refunds f where f.payment = p.id and f.state = 'failed')`,
  'refunds never exceed captures, of a payment and of an order': `
    select p.id as about, p.captured_minor, f.done from payments.payments p
      join (select payment, sum(amount_minor) as done from payments.refunds where state <> 'failed' group by 1) f on f.payment = p.id
    where f.done > p.captured_minor or f.done <> p.refunded_minor or p.captured_minor > p.amount_minor
    union all select o.id, o.total_minor, sum(f.amount_minor) from orders.orders o join orders.refunds f on f.order_id = o.id and f.state <> 'failed'
    group by o.id having sum(f.amount_minor) > o.total_minor or sum(f.amount_minor) <> o.refunded_minor`,
  'what an order gave back, its payment gave back': `
    select f.order_id as about, f.id, f.amount_minor, r.amount_minor as given, r.state from orders.refunds f left join payments.refunds r on r.id = f.id
    where f.amount_minor > 0 and (f.state = 'done' and (r.amount_minor is distinct from f.amount_minor
      or r.state <> 'done' and coalesce(r.failure, '') <> 'closed_account') or f.state = 'failed' and r.state = 'done')`,
  'pieces are refunded at what they cost, to the unit': `
    select f.order_id as about, f.id, f.parts, s.* from orders.refunds f cross join lateral (
      select sum((l.total_minor - l.discount_minor)::numeric * (p->>'quantity')::int / l.quantity + coalesce((p->>'protection')::numeric, 0)) as goods,
        sum(l.import_minor::numeric * (p->>'quantity')::int / l.quantity) as import, count(*) as n
      from jsonb_array_elements(f.lines) p join orders.lines l on l.id = p->>'line' where (p->>'quantity')::int > 0 or p->>'protection' <> '0') s
    where f.parts is not null and f.state = 'done'
      and (abs((f.parts->'goods'->>'minor')::numeric - s.goods) >= s.n or abs((f.parts->'importTax'->>'minor')::numeric - s.import) >= s.n)`,
  'a lower price brings no line more than was paid for the pieces that are left, and each is told': `
    select l.order_id as about, l.id, l.protected_minor from orders.lines l
    where l.protected_minor < 0 or l.protected_minor > (l.total_minor - l.discount_minor) * (l.quantity - l.refunded)::numeric / l.quantity + 1
    union all select f.order_id, f.id, count(e.id) from orders.refunds f
      left join events.log e on e.name = 'order.price_protected' and e.subject_id = f.order_id and e.data->>'refund' = f.id
    where f.kind = 'protection' and f.state = 'done' group by f.id having count(e.id) <> 1`,
  'all pieces paid back are all of the money back': `
    select o.id as about, o.total_minor, o.refunded_minor from orders.orders o
    where o.paid_at is not null and o.refunded_minor < o.total_minor
      and not exists (select from orders.lines l where l.order_id = o.id and (l.refunded < l.quantity or l.shipping_refunded < l.quantity))
      and not exists (select from orders.refunds f where f.order_id = o.id and f.state = 'failed')`,
  'every status is one that the others allow': `
    select o.id as about, o.state, o.payment, o.fulfilment, k.state as checkout from orders.orders o join orders.checkouts k on k.id = o.checkout
    where (o.paid_at is not null) <> (k.state = 'paid') or (k.state = 'paid') <> (o.state in ('open', 'completed') or o.state = 'cancelled' and o.paid_at is not null)
      or (o.payment = 'refunded') <> (o.paid_at is not null and o.total_minor > 0 and o.refunded_minor = o.total_minor)
      or (o.payment = 'partially_refunded') <> (o.refunded_minor > 0 and o.refunded_minor < o.total_minor)
      or o.state = 'cancelled' and o.paid_at is not null and o.refunded_minor < o.total_minor
        and not exists (select from orders.refunds f where f.order_id = o.id and f.state = 'failed')
      or o.state = 'open' and o.total_minor > 0 and o.refunded_minor = o.total_minor and o.unsent > 0`,
  'every paid order, every refund and every cancellation is told once': `
    select o.id as about, 'order.paid' as name, count(e.id) as told from orders.orders o left join events.log e on e.name = 'order.paid' and e.subject_id = o.id
    group by o.id having count(e.id) <> (case when bool_or(o.paid_at is not null) then 1 else 0 end)
    union all select f.order_id, 'order.refunded', count(e.id) from orders.refunds f
      left join events.log e on e.name = 'order.refunded' and e.subject_id = f.order_id and e.data->>'refund' = f.id
    where f.state = 'done' and f.amount_minor > 0 group by f.id having count(e.id) <> 1`,
  'every currency of the journal sums to zero, and nothing in it is unexplained': `
    select currency as about, sum(minor) as sum from payments.postings group by 1 having sum(minor) <> 0
    union all select subject, minor from payments.postings where what = 'unexplained'`,
  'the journal knows of an order what the order says': `
    select o.id as about, o.total_minor - o.refunded_minor as kept, coalesce(s.minor, 0) as journal from orders.orders o left join (
      select subject, -sum(minor) as minor from payments.postings where party = 'shopper' group by 1) s on s.subject = o.id
    where coalesce(s.minor, 0) <> (case when o.paid_at is null then 0 else o.total_minor - o.refunded_minor end)`,
}

/** Money, orders and journal: what breaks a rule. */
export async function auditMoney(t: LivesWorld): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [rule, text] of Object.entries(rules)) {
    const { rows } = await t.house.db.pool.query<{ about: string }>(text)
    faults.push(...rows.map(r => ({ ...r, rule })))
  }
  return [...faults, ...(await againstBank(t)), ...(await reconciled(t))]
}

/** The bank's own book, charge by charge. A wrong amount that the bank would not take back is no payment of ours; it waits for a person. */
async function againstBank(t: LivesWorld): Promise<Fault[]> {
  const { rows } = await t.house.db.pool.query<{ id: string; captured_minor: bigint; given: bigint; failure: string | null }>(
    `select p.id, p.captured_minor, p.failure, coalesce(sum(f.amount_minor) filter (where f.state = 'done' or f.failure = 'closed_account'), 0)::bigint as given
     from payments.payments p left join payments.refunds f on f.payment = p.id group by p.id`,
  )
  return rows.flatMap(p => {
    const bank = t.bank.get(p.id)
    const given = [...(bank?.refunds.values() ?? [])].reduce((a, b) => a + b, 0n)
    const ours = p.captured_minor - p.given
    const theirs = (bank?.captured ?? 0n) + (bank?.wrong ?? 0n) - given
    return ours === theirs || p.failure === 'amount_mismatch_kept'
      ? []
      : [{ rule: 'the bank’s book says the same', about: p.id, ours, theirs, failure: p.failure }]
  })
}

/** A refund that the bank had accepted and that came back, or that it refuses for good, is what waits for a person. */
async function reconciled(t: LivesWorld): Promise<Fault[]> {
  const { rows } = await t.house.db.pool.query<{ reference: string }>(
    `select distinct p.reference from payments.payments p left join payments.refunds f on f.payment = p.id
     where f.failure = 'closed_account' or p.outcome = 'refund_refused'`,
  )
  const came = new Set(rows.map(r => r.reference))
  const { problems } = await t.ledger.reconcile()
  return problems
    .filter(p => p.kind !== 'shopper_not_zero' || !came.has(p.about))
    .map(p => ({ rule: 'the comparison finds no problem', about: p.about, kind: p.kind }))
}

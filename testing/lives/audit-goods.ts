import type { Machine } from '#base/kernel'
import { stockWords } from '../../rooms/catalog/testing.ts'
import {
  type FulfilmentState,
  fulfilmentMachine,
  type OrderAction,
  type OrderState,
  orderMachine,
  type PayAction,
  type PayState,
  payMachine,
} from '../../rooms/orders/order-states.ts'
import { quotaDisagreements } from '../../rooms/trade/testing.ts'
import type { Fault } from './audit-money.ts'
import type { LivesWorld } from './world.ts'

/** Offers and quota: each a question that finds what breaks it. */
const rules: Readonly<Record<string, string>> = {
  'what offers have used is the claims of the checkouts that are paid': `
    select f.id as about, f.uses, f.spent, coalesce(u.n, 0) as claims, coalesce(u.amount, 0) as amount from offers.offers f left join (
      select c.offer, count(*) as n, sum(c.amount) as amount from offers.claim_uses c join offers.claims h on h.checkout = c.checkout
        join orders.checkouts k on k.id = c.checkout where c.variant = '' and h.state = 'consumed' and k.state = 'paid' group by 1) u on u.offer = f.id
    where f.uses <> coalesce(u.n, 0) or f.spent <> coalesce(u.amount, 0) or f.uses > f.uses_limit or f.spent > f.budget
    union all select i.variant, i.pieces, i.pieces_limit, coalesce(u.n, 0), 0 from offers.items i left join (
      select c.offer, c.variant, sum(c.pieces) as n from offers.claim_uses c join orders.checkouts k on k.id = c.checkout
      where k.state = 'paid' and c.variant <> '' group by 1, 2) u on u.offer = i.offer and u.variant = i.variant
    where i.pieces <> coalesce(u.n, 0) or i.pieces > i.pieces_limit`,
  'what an order is frozen with is what its checkout has claimed': `
    select o.checkout as about, f->>'offer' as offer, (f->>'amount')::bigint as frozen, u.amount from orders.orders o
      cross join lateral jsonb_array_elements(o.sheet->'offers') f
      left join offers.claim_uses u on u.checkout = o.checkout and u.offer = f->>'offer' and u.variant = ''
    where o.paid_at is not null and u.amount is distinct from (f->>'amount')::bigint
    union all select u.checkout, u.offer, null, u.amount from offers.claim_uses u join orders.checkouts k on k.id = u.checkout and k.state = 'paid'
    where u.variant = '' and not exists (
      select from orders.orders o, jsonb_array_elements(o.sheet->'offers') f where o.checkout = u.checkout and f->>'offer' = u.offer)`,
  'nobody has more of an offer than its limit, and exactly what their checkouts claim': `
    select p.person as about, p.offer, p.variant, p.used, coalesce(u.n, 0) as claims from offers.person_uses p join offers.offers f on f.id = p.offer left join (
      select h.person, c.offer, c.variant, sum(c.pieces) as n from offers.claim_uses c join offers.claims h on h.checkout = c.checkout group by 1, 2, 3) u
      on u.person = p.person and u.offer = p.offer and u.variant = p.variant
    where p.used <> coalesce(u.n, 0) or p.used > f.per_person`,
  'the quota of an order is what of it counts': `
    select o.id as about, o.state, q.quota, coalesce(e.held, 0) as held, o.refunded_minor, o.total_minor from orders.orders o
      cross join lateral (select (o.sheet->'trade'->>'quota')::bigint as quota) q
      left join (select order_id, sum(case kind when 'use' then amount else -amount end) as held from trade.quota_entries group by 1) e on e.order_id = o.id
    where coalesce(e.held, 0) <> (case when q.quota is null or o.paid_at is null or o.state = 'cancelled' then 0
      else q.quota - q.quota * o.refunded_minor / o.total_minor end)`,
  'nobody is over the year': `select person_key as about, year, used from trade.quota_years where used > 2600000`,
  'a person’s year is the sum of the orders in it': `
    select y.person_key as about, y.year, y.used, coalesce(e.n, 0) as orders from trade.quota_years y left join (
      select person_key, year, sum(case kind when 'use' then amount else -amount end) as n from trade.quota_entries group by 1, 2) e
      on e.person_key = y.person_key and e.year = y.year where y.used <> coalesce(e.n, 0)`,
  'quota of paid checkouts is kept, of others let go': `
    select c.checkout as about, c.state, k.state as checkout from trade.quota_claims c join orders.checkouts k on k.id = c.checkout
    where c.state <> (case k.state when 'paid' then 'kept' else 'released' end)`,
}

/** Pieces that buyers have, by variant, as orders and returns tell it; a set is its parts. */
const soldByOrders = `
  with gone as (
    select l.variant, l.quantity - l.cancelled - l.returned as n from orders.lines l join orders.orders o on o.id = l.order_id where o.paid_at is not null
    union all select coalesce(r.variant, l.variant), (p->>'quantity')::int from orders.returns r cross join lateral jsonb_array_elements(r.pieces) p
      join orders.lines l on l.id = p->>'line' where r.outcome = 'replacement'),
  items as (select coalesce(k.component, g.variant) as variant, g.n * coalesce(k.quantity, 1) as n from gone g left join catalog.components k on k.bundle = g.variant)
  select v.id, v.product, v.on_hand, v.reserved, v.sold, coalesce(sum(i.n), 0)::int as gone from catalog.variants v left join items i on i.variant = v.id group by v.id`

export async function auditGoods(t: LivesWorld): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [rule, text] of Object.entries(rules)) {
    const { rows } = await t.house.db.pool.query<{ about: string }>(text)
    faults.push(...rows.map(r => ({ ...r, rule })))
  }
  const quota = (await quotaDisagreements(t.house)).map(d => ({ ...d, rule: 'the counter of a year is what its ledger says' }))
  return [...faults, ...quota, ...(await stockOf(t))]
}

interface Counted {
  readonly id: string
  readonly product: string
  readonly on_hand: number
  readonly reserved: number
  readonly sold: number
  /** Pieces that buyers have, as orders tell it. */
  readonly gone: number
}
async function stockOf(t: LivesWorld): Promise<Fault[]> {
  const { rows, disagreements } = stockWords(() => t.house)
  const parts = await rows<{ bundle: string; component: string; quantity: number }>('select * from catalog.components')
  const shelf = new Map<string, number>()
  for (const [variant, n] of t.shelf) {
    const items = parts.filter(p => p.bundle === variant)
    for (const i of items.length > 0 ? items : [{ component: variant, quantity: 1 }])
      shelf.set(i.component, (shelf.get(i.component) ?? 0) + n * i.quantity)
  }
  const counted = await rows<Counted>(soldByOrders)
  const wrong: Fault[] = counted
    .filter(v => v.on_hand + v.sold !== (t.pieces.get(v.id) ?? 0) || v.reserved !== 0)
    .map(v => ({ rule: 'on hand and sold are what there was, and nothing is held', about: v.id, ...v, put: t.pieces.get(v.id) }))
  // By product: what is exchanged comes back as what it was exchanged for.
  const sums = new Map<string, { id: string; sold: number; gone: number }>()
  for (const v of counted) {
    const sum = sums.get(v.product) ?? { id: v.id, sold: 0, gone: 0 }
    sums.set(v.product, { id: v.id, sold: sum.sold + v.sold, gone: sum.gone + v.gone - (shelf.get(v.id) ?? 0) })
  }
  for (const [product, { id, sold, gone }] of sums)
    if (sold !== gone) wrong.push({ rule: 'what is sold of a product is what buyers have', about: id, product, sold, gone })
  const apart = (await disagreements()) as { of: string; variant: string }[]
  return [...wrong, ...apart.map(d => ({ ...d, about: d.variant, rule: 'movements, levels, holds and counters agree' }))]
}

interface Seen {
  readonly state: OrderState
  readonly payment: PayState
  readonly fulfilment: FulfilmentState
}
/** Where every order was when it was last looked at. */
export type SeenStates = Map<string, Seen>
const orderActions: readonly OrderAction[] = ['pay', 'complete', 'cancel', 'expire']
const payActions: readonly PayAction[] = ['settle', 'refund_part', 'refund_rest']
const fulfilments = fulfilmentMachine.states as readonly FulfilmentState[]

function reaches<S extends string, A extends string>(m: Machine<S, A>, actions: readonly A[], from: S, to: S): boolean {
  const seen = new Set<S>([from])
  for (const s of seen)
    for (const a of actions) {
      const next = m.next(s, a)
      if (next.ok) seen.add(next.value)
    }
  return seen.has(to)
}
/** Orders that are where no way of their tables leads from where they were seen last; remembers where they are now. */
export async function auditStates(t: LivesWorld, before: SeenStates): Promise<Fault[]> {
  const { rows } = await t.house.db.pool.query<Seen & { id: string }>('select id, state, payment, fulfilment from orders.orders')
  return rows.flatMap(o => {
    const was = before.get(o.id) ?? { state: orderMachine.start, payment: payMachine.start, fulfilment: fulfilmentMachine.start }
    before.set(o.id, o)
    const way =
      reaches(orderMachine, orderActions, was.state, o.state) &&
      reaches(payMachine, payActions, was.payment, o.payment) &&
      reaches(fulfilmentMachine, fulfilments, was.fulfilment, o.fulfilment)
    return way ? [] : [{ rule: 'every order is where its tables lead', about: o.id, was, is: o }]
  })
}

import type { NewEvent } from '#base/catalogue'
import type { House } from '#base/house'
import {
  allocate,
  between,
  type Currency,
  exchange,
  type Id,
  type Money,
  minus,
  money,
  must,
  newId,
  pick,
  type Random,
  share,
  sum,
  taxWithin,
  toWire,
} from '#base/kernel'
import type { Payments, TestProvider } from '../index.ts'

/** For tests: lives of orders over the real payments, with the events that orders would write. */
export interface LifeOrder {
  readonly id: Id<'order'>
  readonly shop: Id<'shop'>
  readonly total: Money
  left: bigint
  delivered: boolean
}
export interface Life {
  readonly checkout: Id<'checkout'>
  readonly orders: LifeOrder[]
  payment: Id<'payment'> | null
  disputes: { ref: string; amount: Money; state: 'opened' | 'won' | 'lost' }[]
}
export interface Town {
  readonly house: House
  readonly payments: Payments
  readonly bank: TestProvider
  readonly random: Random
  /** Shops sell in yen. */
  readonly shops: readonly Id<'shop'>[]
  readonly posts: readonly Id<'post'>[]
  readonly person: Id<'person'>
}
const toCny = { from: 'JPY', to: 'CNY', rate: '0.0483' } as const

/** What an order of 1–3 lines costs in a currency, with discounts, delivery and import tax now and then. */
function priced(t: Town, currency: Currency) {
  const r = t.random
  const lines = Array.from({ length: between(r, 1, 3) }, () => {
    const yen = money(between(r, 100, 30_000), 'JPY')
    const goods = currency === 'JPY' ? yen : exchange(yen, toCny)
    const discount = r() < 0.3 ? share(goods, BigInt(between(r, 1, 100)), 100n) : money(0, currency)
    const paid = minus(goods, discount)
    return { goods, discount, paid, tax: taxWithin(paid, 10n) }
  })
  const goods = sum(
    lines.map(l => l.goods),
    currency,
  )
  const discount = sum(
    lines.map(l => l.discount),
    currency,
  )
  const shipping = money(r() < 0.5 ? 0 : between(r, 1, 900), currency)
  const importTax = currency === 'CNY' && r() < 0.7 ? share(minus(goods, discount), 91n, 1000n) : money(0, currency)
  const platformDiscount = r() < 0.5 ? share(discount, BigInt(between(r, 0, 100)), 100n) : money(0, currency)
  const tax = sum([...lines.map(l => l.tax), taxWithin(shipping, 10n)], currency)
  const total = sum([minus(goods, discount), shipping, importTax], currency)
  return { lines, goods, discount, shipping, importTax, platformDiscount, tax, total }
}

export async function tell(t: Town, events: readonly NewEvent[]): Promise<void> {
  await t.house.db.transaction(trx => t.house.log.append(trx, events))
}
const about = (t: Town, id: string) => ({
  ...{ at: t.house.clock.now(), person: t.person, subject: { kind: 'order' as const, id } },
})

/** Buys at one or two shops: paid, declined, or paid too late, when all goes back. */
export async function buy(t: Town): Promise<Life> {
  const now = t.house.clock.now()
  const currency: Currency = t.random() < 0.3 ? 'CNY' : 'JPY'
  const checkout = newId('checkout', now)
  const drafts = Array.from({ length: t.random() < 0.25 ? 2 : 1 }, () => ({
    ...{ id: newId('order', now), shop: pick(t.random, t.shops), ...priced(t, currency) },
  }))
  const amount = sum(
    drafts.map(d => d.total),
    currency,
  )
  const life: Life = { checkout, orders: [], payment: null, disputes: [] }
  if (amount.minor === 0n) return life
  const outcome = t.random() < 0.08 ? 'decline' : 'approve'
  const p = must(await t.payments.begin({ reference: checkout, person: t.person, amount, method: 'test_card', outcome }))
  if (p.state !== 'settled') return life
  life.payment = p.id
  if (t.random() < 0.05) {
    must(await t.payments.refund({ payment: p.id, refund: newId('refund', now), amount }))
    return life
  }
  await tell(
    t,
    drafts.map(d => paidEvent(t, checkout, d)),
  )
  life.orders.push(...drafts.map(d => ({ id: d.id, shop: d.shop, total: d.total, left: d.total.minor, delivered: false })))
  return life
}

type Draft = ReturnType<typeof priced> & { id: Id<'order'>; shop: Id<'shop'> }
function paidEvent(t: Town, checkout: Id<'checkout'>, d: Draft): NewEvent<'order.paid'> {
  const wire = { goods: d.goods, discount: d.discount, platformDiscount: d.platformDiscount, shipping: d.shipping }
  return {
    ...about(t, d.id),
    name: 'order.paid',
    data: {
      shop: d.shop,
      total: toWire(d.total),
      lines: d.lines.map(l => ({
        ...{ line: newId('line', new Date(0)), product: newId('product', new Date(0)), variant: newId('variant', new Date(0)) },
        ...{ quantity: 1, total: toWire(l.paid), tax: toWire(l.tax) },
        source: t.random() < 0.5 ? { post: pick(t.random, t.posts) } : null,
      })),
      amounts: {
        ...{ number: '1234-5678', checkout, market: d.total.currency === 'CNY' ? 'CN' : 'JP', returnDays: 14 },
        ...(Object.fromEntries(Object.entries(wire).map(([k, m]) => [k, toWire(m)])) as Record<
          keyof typeof wire,
          ReturnType<typeof toWire>
        >),
        ...{ importTax: toWire(d.importTax), tax: toWire(d.tax), rate: d.total.currency === 'CNY' ? toCny : null },
      },
    },
  }
}

/** Gives a part or all of an order back, if the payment has it. */
export async function refund(t: Town, life: Life, o: LifeOrder, how: 'part' | 'all'): Promise<void> {
  if (!life.payment || o.left === 0n) return
  const minor = how === 'all' ? o.left : BigInt(between(t.random, 1, Number(o.left)))
  const amount = money(minor, o.total.currency)
  const id = newId('refund', t.house.clock.now())
  const done = await t.payments.refund({ payment: life.payment, refund: id, amount })
  if (!done.ok) return
  o.left -= minor
  const data = { shop: o.shop, amount: toWire(amount), full: o.left === 0n, refund: id }
  await tell(t, [{ ...about(t, o.id), name: 'order.refunded', data }])
}

/** The payer's bank disputes a part or all, or decides an open dispute; now and then the end is told first. */
export async function dispute(t: Town, life: Life): Promise<void> {
  if (!life.payment) return
  const open = life.disputes.find(d => d.state === 'opened')
  const paid = sum(
    life.orders.map(o => o.total),
    life.orders[0]?.total.currency ?? 'JPY',
  )
  if (paid.minor === 0n) return
  const state = open ? pick(t.random, ['won', 'lost'] as const) : pick(t.random, ['opened', 'opened', 'opened', 'lost'] as const)
  const told = open ?? {
    ref: `dp_${life.checkout}_${life.disputes.length}`,
    amount: allocate(paid, [BigInt(between(t.random, 1, 100)), BigInt(between(t.random, 0, 99))])[0] as Money,
    state,
  }
  if (told.amount.minor === 0n) return
  if (!open) life.disputes.push(told)
  told.state = state
  const news = { kind: 'chargeback' as const, ref: told.ref, state, amount: told.amount }
  const webhook = t.bank.tell({ id: life.payment }, news, `evt_${told.ref}_${state}`)
  must(await t.payments.hearWebhook('test', webhook))
  if (t.random() < 0.3) must(await t.payments.hearWebhook('test', webhook))
}

export async function deliver(t: Town, o: LifeOrder): Promise<void> {
  if (o.delivered) return
  o.delivered = true
  await tell(t, [{ ...about(t, o.id), name: 'order.delivered', data: { shop: o.shop, lines: [] } }])
}

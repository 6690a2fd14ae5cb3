import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { between, type Id, minutes, money, pick, seeded } from '#base/kernel'
import { breakable } from '#testing/breakable'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

const seed = Number(process.env.SEED ?? 20260302)
const random = seeded(seed)
let house: TestHouse
let w: Commerce
/** While a storm lasts, calls of the provider and of the stock break now and then: before their effect or after it. */
let storm = false
const dice = () => (storm ? random() : 1)

beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house, {
    provider: bank => ({
      ...bank,
      start: breakable(dice, bank.start, 0.06),
      status: breakable(dice, bank.status, 0.1),
      refund: breakable(dice, bank.refund, 0.1),
      cancel: breakable(dice, bank.cancel, 0.1),
    }),
    catalog: real => ({
      ...real,
      reserve: breakable(dice, real.reserve, 0.04),
      release: breakable(dice, real.release, 0.05),
      commit: breakable(dice, real.commit, 0.05),
    }),
  })
  await w.checkout.start()
})
afterAll(() => house.close())

const outcomes = ['approve', 'approve', 'approve', 'decline', 'needs_action', 'late_success', 'late_failure'] as const
interface World {
  readonly callers: Caller[]
  readonly shops: Awaited<ReturnType<Commerce['shop']>>[]
  readonly checkouts: { id: Id<'checkout'>; caller: Caller; total: bigint }[]
  readonly initial: Map<string, number>
}

async function makeWorld(): Promise<World> {
  const shops = await Promise.all(
    Array.from({ length: 4 }, () =>
      w.shop([between(random, 2, 15), between(random, 2, 15), 60], {
        price: between(random, 100, 3000),
        shippingFee: BigInt(between(random, 0, 700)),
      }),
    ),
  )
  const rows = await house.db.pool.query<{ id: string; on_hand: number }>('select id, on_hand from catalog.variants')
  return {
    callers: Array.from({ length: 20 }, () => w.shopper()),
    shops,
    checkouts: [],
    initial: new Map(rows.rows.map(r => [r.id, r.on_hand])),
  }
}

const acts: Record<string, (t: World) => Promise<unknown>> = {
  async begin(t) {
    const caller = pick(random, t.callers)
    const variants = new Set(Array.from({ length: between(random, 1, 4) }, () => pick(random, pick(random, t.shops).variants)))
    const begun = await w.begun(
      caller,
      [...variants].map(variant => ({ variant, quantity: between(random, 1, 2) })),
    )
    t.checkouts.push({ id: begun.id, caller, total: begun.total.minor })
  },
  async pay(t) {
    const c = pick(random, t.checkouts.slice(-8))
    const wish = { method: 'test_card', outcome: pick(random, outcomes), expectedTotal: money(c.total, 'JPY') }
    await Promise.all(Array.from({ length: between(random, 1, 3) }, () => w.checkout.pay(c.caller, c.id, wish)))
  },
  async confirm(t) {
    const c = pick(random, t.checkouts)
    const payment = await w.payments.byReference(c.id)
    if (payment?.state === 'needs_action') await w.payments.confirm(c.caller, payment.id, random() < 0.7)
  },
  async look(t) {
    const c = pick(random, t.checkouts)
    await w.checkout.view(c.caller, c.id)
  },
  async leave(t) {
    const c = pick(random, t.checkouts)
    await w.checkout.cancel(c.caller, c.id)
  },
  async cancel(t) {
    const order = await anOrder(t)
    if (order) await w.refund.refund(order.caller, order.id, { kind: 'cancel', reason: 'changed my mind' })
  },
  async refund(t) {
    const order = await anOrder(t)
    const amount = random() < 0.7 ? money(between(random, 1, 900), 'JPY') : undefined
    if (order) await w.refund.refund(order.owner, order.id, { kind: 'refund', reason: 'scratched', amount })
  },
  async parcel(t) {
    const order = await anOrder(t)
    if (order)
      for (const action of ['pack', 'ship', 'deliver'] as const)
        if (random() < 0.7) await w.orders.fulfil(order.owner, order.id, { action, carrier: 'Yamato' })
  },
  async comeBack(t) {
    const order = await anOrder(t)
    if (order) await w.refund.refund(order.owner, order.id, { kind: 'return', reason: null })
  },
  sweep: async () => w.checkout.sweep(house.clock.now()),
  sweepRefunds: async () => w.refund.sweep(house.clock.now()),
  poll: async () => w.payments.pollWaiting(0),
  clock: async () => house.clock.advance(between(random, 1, 240) * 1000),
}
async function anOrder(t: World) {
  const c = pick(random, t.checkouts)
  const order = pick(random, (await w.orders.checkout(c.id))?.orders ?? [])
  const owner = t.shops.find(s => s.id === order?.shop.id)?.owner
  return order && owner ? { id: order.id, caller: c.caller, owner } : null
}

/** A mistake in an act stands for a killed request: what it began is finished by others, or the sums below are wrong. */
async function weather(t: World, rounds: number): Promise<void> {
  const names = [...Object.keys(acts), 'begin', 'begin', 'pay', 'pay', 'pay']
  for (let i = 0; i < rounds; i++) {
    const some = Array.from({ length: 10 }, () => (t.checkouts.length === 0 ? 'begin' : pick(random, names)))
    const ends = await Promise.allSettled(some.map(name => acts[name]!(t)))
    // The catalogue rolls back (and throws) when a release falls into the middle of its statement: no harm, a lost request.
    // A refusal of `begin` is thrown by must(); planted faults say so; anything else is a mistake of ours.
    for (const e of ends)
      if (e.status === 'rejected') expect(String(e.reason)).toMatch(/planted|out_of_stock|wrong_state|took \d of \d/)
  }
}
async function calm(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    house.clock.advance(minutes(20))
    await w.payments.pollWaiting(0)
    await w.checkout.sweep(house.clock.now())
    await w.refund.sweep(house.clock.now())
  }
}

test(`a storm of checkouts, payments, cancels, refunds and sweeps keeps money, stock and statuses right (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const t = await makeWorld()
  storm = true
  await weather(t, Number(process.env.ROUNDS ?? 80))
  storm = false
  await calm()
  const rows = async <R>(text: string): Promise<R[]> => (await house.db.pool.query(text)).rows as R[]
  const orders = await rows<{
    id: string
    state: string
    payment: string
    fulfilment: string
    total_minor: bigint
    refunded_minor: bigint
    paid: boolean
  }>('select *, paid_at is not null as paid from orders.orders')
  expect(orders.filter(o => o.paid).length).toBeGreaterThan(20)
  // Nothing hangs.
  expect(await rows(`select id, state from orders.checkouts where state in ('open', 'paying')`)).toEqual([])
  expect(
    await rows(
      `select id from orders.refunds where state = 'started' union select id from payments.refunds where state = 'started' union select id from payments.payments where state in ('started', 'needs_action', 'pending')`,
    ),
  ).toEqual([])
  // No paid order without its settled money; no money without its order; the bank says the same.
  expect(
    await rows(
      `select c.id from orders.checkouts c left join payments.payments p on p.id = c.payment and p.state = 'settled' and p.amount_minor = c.total_minor where c.state = 'paid' and p.id is null`,
    ),
  ).toEqual([])
  const kept = orders.filter(o => o.paid).reduce((sum, o) => sum + o.total_minor - o.refunded_minor, 0n)
  const [ours] = await rows<{ held: bigint }>(
    `select coalesce(sum(amount_minor - refunded_minor), 0)::bigint as held from payments.payments where state = 'settled'`,
  )
  expect([ours?.held, w.bank.held('JPY')]).toEqual([kept, kept])
  // Every paid order was told exactly once.
  await house.log.flush()
  const told = (await house.log.read(0n, 100_000)).filter(e => e.name === 'order.paid').map(e => e.subject.id)
  expect(told.sort()).toEqual(
    orders
      .filter(o => o.paid)
      .map(o => o.id)
      .sort(),
  )
  // Stock: what is on the shelf and what is with buyers is what there was; nothing is held; the ledger says the same.
  const sold = new Map(
    (
      await rows<{ variant: string; n: number }>(
        `select l.variant, sum(l.quantity)::int as n from orders.lines l join orders.orders o on o.id = l.order_id where o.state in ('open', 'completed') and o.fulfilment <> 'returned' group by 1`,
      )
    ).map(r => [r.variant, r.n]),
  )
  for (const v of await rows<{ id: string; on_hand: number; reserved: number; sold: number }>(
    'select id, on_hand, reserved, sold from catalog.variants',
  )) {
    expect(v).toEqual({
      id: v.id,
      on_hand: (t.initial.get(v.id) ?? 0) - (sold.get(v.id) ?? 0),
      reserved: 0,
      sold: sold.get(v.id) ?? 0,
    })
  }
  expect(
    await rows(
      `select v.id from catalog.variants v join (select variant, sum(on_hand) a, sum(reserved) b, sum(sold) c from catalog.movements group by 1) m on m.variant = v.id where (m.a, m.b, m.c) <> (v.on_hand, v.reserved, v.sold)`,
    ),
  ).toEqual([])
  // Statuses that may stand together.
  for (const o of orders)
    expect([o.payment === 'refunded', o.payment === 'partially_refunded']).toEqual([
      o.paid && o.total_minor > 0n && o.refunded_minor === o.total_minor,
      o.refunded_minor > 0n && o.refunded_minor < o.total_minor,
    ])
  expect(orders.filter(o => o.state === 'cancelled' && o.paid && o.payment !== 'refunded' && o.total_minor > 0n)).toEqual([])
  console.log('orders', orders.length, 'paid', told.length, 'kept', String(kept))
})

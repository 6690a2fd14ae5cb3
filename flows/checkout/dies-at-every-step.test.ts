import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { type Id, minutes, must } from '#base/kernel'
import { offersMigrations } from '#rooms/offers'
import type { TestOutcome } from '#rooms/payments'
import { borderMigrations, borderOf, identity, idNumbers, shanghai } from '#testing/border'
import { address } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'
import { MortalProcess, mortal } from '#testing/mortal'
import { type Checkouts, createCheckout } from './index.ts'

/**
 * Every call that the checkout makes (of a room, and of the provider inside the payment room) is a place to die. Then another process
 * starts on the same database and sweeps. The real kill -9 under load is in apps/server/crash.test.ts.
 */
let life = new MortalProcess(0, 'before')
let house: TestHouse
let w: ReturnType<typeof borderOf>
beforeAll(async () => {
  house = await testHouse({ migrations: [...borderMigrations, ...offersMigrations] })
  w = borderOf(house, {
    offers: true,
    provider: bank => ({
      ...bank,
      start: charge => life.live('provider.start', () => bank.start(charge)),
      status: charge => life.live('provider.status', () => bank.status(charge)),
      cancel: charge => life.live('provider.cancel', () => bank.cancel(charge)),
      refund: (charge, wish) => life.live('provider.refund', () => bank.refund(charge, wish)),
    }),
  })
})
afterAll(() => house.close())

/** At home with a code that one order may use, or to China with an identity and a part of its buyer's year. */
type Way = 'home' | 'abroad'
const pieces = 5
async function open(way: Way) {
  if (way === 'abroad') return w.exporter([pieces], { price: 200 })
  const shop = await w.shop([pieces])
  const draft = { kind: 'fixed', name: { en: 'Once' }, amount: '100', code: 'ONCE', uses: 1, starts: house.clock.now() }
  must((await w.offers?.desk.create(shop.owner, shop.id, draft as never)) as never)
  return shop
}

/** A process with the checkout over doors of which every call may be its last. */
function processOf(): Checkouts {
  const quiet = { ...house, jobs: { ...house.jobs, define: () => {}, every: () => {} } }
  const door = <D extends object>(name: string, d: D) => mortal(() => life, name, d)
  return createCheckout(quiet, {
    accounts: w.accounts,
    cart: door('cart', w.checkoutDoors.cart),
    prices: door('prices', w.marketPrices),
    catalog: door('catalog', w.catalog),
    orders: door('orders', w.orders),
    payments: door('payments', w.payments),
    trade: door('trade', w.trade),
    ...(w.offers && { offers: door('offers', w.offers) }),
  })
}

interface Buyer {
  readonly caller: Caller
  readonly variant: Id<'variant'>
  id: Id<'checkout'> | null
}
async function buy(b: Buyer, way: Way, outcome: TestOutcome): Promise<void> {
  const checkout = processOf()
  const { caller } = b
  const market = way === 'abroad' ? 'CN' : undefined
  const lines = [{ variant: b.variant, quantity: 2, source: null }]
  b.id = must(await checkout.begin(caller, { lines, expectedSubtotal: null, market })).id
  let ready = must(await checkout.setAddress(caller, b.id, way === 'abroad' ? shanghai : address))
  if (way === 'home') ready = must(await checkout.change(caller, b.id, { codes: ['ONCE'] }))
  else must(await checkout.giveIdentity(caller, b.id, identity(idNumbers[1])))
  const paid = await checkout.pay(caller, b.id, { method: 'test_card', outcome, expectedTotal: ready.total })
  const payment = paid.ok ? paid.value.payment : null
  if (payment?.state === 'needs_action') await life.live('payments.confirm', () => w.payments.confirm(caller, payment.id, true))
  if (payment?.state === 'pending') {
    house.clock.advance(3000)
    await life.live('payments.poll', () => w.payments.poll(payment.id))
  }
  must(await checkout.view(caller, b.id))
}

/** One shopper's way through a process that dies at that call; the calls it made, what is left after the next process has swept, and what is right. */
async function die(way: Way, outcome: TestOutcome, dieAt: number, when: 'before' | 'after', comesBack: boolean) {
  const shop = await open(way)
  const currency = way === 'abroad' ? 'CNY' : 'JPY'
  const b: Buyer = { caller: w.shopper(), variant: shop.variants[0]!, id: null }
  const heldBefore = w.bank.held(currency)
  life = new MortalProcess(dieAt, when)
  try {
    await buy(b, way, outcome)
  } catch (error) {
    if (!life.dead) throw error
  }
  const { calls } = life
  life = new MortalProcess(0, 'before')
  if (comesBack && b.id) {
    const seen = must(await w.checkout.view(b.caller, b.id)).checkout
    if (seen.state === 'open' && seen.address)
      await w.checkout.pay(b.caller, b.id, { method: 'test_card', outcome: 'approve', expectedTotal: seen.total })
  }
  for (const wait of [2, 20, 20, 130]) {
    house.clock.advance(minutes(wait))
    await w.checkout.sweep(house.clock.now())
  }
  const end = b.id ? await w.orders.checkout(b.id) : null
  const order = end?.state === 'paid' ? end.orders[0] : undefined
  const held = w.bank.held(currency) - heldBefore
  const sold = order ? 2 : 0
  return {
    calls,
    state: end?.state ?? 'none',
    left: { held, ...(await left(b, shop.id)) },
    right: {
      held: order?.total.minor ?? 0n,
      ...{ on_hand: pieces - sold, reserved: 0, sold },
      uses: order && order.discount.minor > 0n ? 1 : 0,
      quota: order?.trade?.quota?.minor ?? 0n,
      told: order ? 1 : 0,
    },
  }
}
/** Stock, uses of the code, what is taken of the buyer's year, and how often the order was told as paid. */
async function left(b: Buyer, shop: string) {
  await house.log.flush()
  const { rows } = await house.db.pool.query(
    `select on_hand, reserved, sold, coalesce((select sum(uses) from offers.offers where shop = $2), 0)::int as uses,
      (select coalesce(sum(case kind when 'use' then amount else -amount end), 0) from trade.quota_entries where checkout = $3)::bigint as quota,
      (select count(*) from events.log e join orders.orders o on o.id = e.subject_id where e.name = 'order.paid' and o.checkout = $3)::int as told
     from catalog.variants where id = $1`,
    [b.variant, shop, b.id],
  )
  return rows[0]
}

test.each([
  ['home', 'approve'],
  ['home', 'decline'],
  ['home', 'needs_action'],
  ['home', 'late_success'],
  ['abroad', 'approve'],
  ['abroad', 'decline'],
] as const)(
  '%s: wherever the process dies on the way to "%s", the next one ends it: money, stock, offers and quota agree, nothing is held, nothing is charged or told twice',
  { timeout: 300_000 },
  async (way, outcome) => {
    const { calls } = await die(way, outcome, 0, 'before', false)
    expect(calls.length).toBeGreaterThan(12)
    for (const comesBack of [false, true])
      for (const when of ['before', 'after'] as const)
        for (let at = 1; at <= calls.length; at++) {
          const end = await die(way, outcome, at, when, comesBack)
          const where = `${when} ${calls[at - 1]} (${at} of ${calls.length})`
          expect({ where, ...end.left }, where).toEqual({ where, ...end.right })
          expect(['none', 'paid', 'expired', 'cancelled'], where).toContain(end.state)
        }
    console.log(way, outcome, calls.length, 'places to die:', calls.join(' '))
  },
)

import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { type Currency, days, hours, type Id, minutes, money, must } from '#base/kernel'
import { createOffers, type OfferDoors, offersMigrations } from '#rooms/offers'
import { createLedger, type Ledger } from '#rooms/payments'
import { address, type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'
import { jobsByHand } from '#testing/jobs-by-hand'
import { appOf } from '../../rooms/accounts/testing.ts'
import { type Checkouts, checkoutRoutes, createCheckout } from './index.ts'

let house: TestHouse
let w: Commerce
let ledger: Ledger
let checkout: Checkouts
let app: FastifyInstance
/** While it is, every call of the provider fails. */
let down = false
const make = { offer: async (_shop: Awaited<ReturnType<Commerce['shop']>>, _draft: object): Promise<void> => {} }

beforeAll(async () => {
  const own = await testHouse({ migrations: [...commerceMigrations, ...offersMigrations] })
  house = { ...own, jobs: jobsByHand(own.clock) }
  const real = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      if (down) throw new Error('planted: nobody answers')
      return call(...args)
    }
  }
  w = commerceOf(house, {
    quiet: true,
    provider: bank => ({
      ...bank,
      start: real(bank.start),
      status: real(bank.status),
      cancel: real(bank.cancel),
      refund: real(bank.refund),
    }),
  })
  const may = () => ({ ok: true, value: true }) as const
  const accounts = { may, shop: async (id: string) => w.shops.get(id) ?? null }
  const offers = createOffers(house, { accounts, catalog: w.catalog, prices: {} } as unknown as OfferDoors)
  make.offer = async (shop, draft) => {
    const rule = { name: { en: 'Offer' }, starts: house.clock.now(), ...draft }
    must(await offers.desk.create(shop.owner, shop.id, rule as never))
  }
  checkout = createCheckout(house, { ...w, ...w.checkoutDoors, offers })
  const nobody = async () => new Map<string, never>()
  ledger = createLedger(house, { accounts: { people: nobody, shops: nobody, may } as never })
  await Promise.all([ledger.start(), checkout.start()])
  const identify = async (request: { headers: Record<string, unknown> }) => JSON.parse(request.headers.who as string) as Caller
  app = await appOf(house, { identify: identify as never }, [checkoutRoutes(checkout)])
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const call = async (who: Caller, method: 'POST' | 'PUT' | 'PATCH', url: string, body: unknown) => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), who: JSON.stringify(who) }
  const reply = await app.inject({ method, url, headers, payload: JSON.stringify(body) })
  return { status: reply.statusCode, body: reply.json(), code: reply.json().error?.code as string | undefined }
}
const buy = (lines: readonly { variant: Id<'variant'>; quantity: number }[]) =>
  checkout.begin(w.shopper(), { lines: lines.map(l => ({ ...l, source: null })), expectedSubtotal: null })
const stock = async (variant: Id<'variant'>) =>
  (await house.db.pool.query('select on_hand, reserved, sold from catalog.variants where id = $1', [variant])).rows[0]
const sweep = () => checkout.sweep(house.clock.now())

test('a code with five uses, asked for by thirty people at once over HTTP: five have it, pay with it, and no more is counted', async () => {
  const shop = await w.shop([100])
  await make.offer(shop, { kind: 'fixed', amount: '100', code: 'RUSH', uses: 5 })
  const all = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const who = w.shopper()
      const begun = await call(who, 'POST', '/v1/checkouts', { lines: [{ variant: shop.variants[0], quantity: 1 }] })
      await call(who, 'PUT', `/v1/checkouts/${begun.body.id}/address`, address)
      return { who, url: `/v1/checkouts/${begun.body.id}` }
    }),
  )
  const asked = await Promise.all(all.map(a => call(a.who, 'PATCH', a.url, { codes: ['rush'] })))
  expect(asked.filter(a => a.status === 200)).toHaveLength(5)
  for (const a of asked) if (a.status !== 200) expect(['offer_used_up', 'code_refused']).toContain(a.code)
  const paid = await Promise.all(
    all.map((a, i) =>
      call(a.who, 'POST', `${a.url}/pay`, {
        method: 'test_card',
        expectedTotal: asked[i]?.body.total ?? { minor: '1600', currency: 'JPY' },
      }),
    ),
  )
  expect(paid.map(p => p.body.state)).toEqual(paid.map(() => 'paid'))
  expect(paid.filter(p => p.body.total.minor === '1500')).toHaveLength(5)
  const { rows } = await house.db.pool.query(`select uses, spent::int from offers.offers where shop = $1`, [shop.id])
  expect(rows).toEqual([{ uses: 5, spent: 500 }])
})

test.each([-1, 0, 1.5, 1e9, 1e21, '2', null])('a quantity of %s is refused over HTTP, and nothing is held', async quantity => {
  const shop = await w.shop([5])
  const lines = [{ variant: shop.variants[0], quantity }]
  expect(await call(w.shopper(), 'POST', '/v1/checkouts', { lines })).toMatchObject({ status: 400, code: 'invalid_request' })
  expect(await stock(shop.variants[0]!)).toEqual({ on_hand: 5, reserved: 0, sold: 0 })
})
test('many lines of one thing are one demand: more than ninety-nine pieces are refused, more than there are too', async () => {
  const shop = await w.shop([80])
  const variant = shop.variants[0]!
  const two = (quantity: number) =>
    buy([
      { variant, quantity },
      { variant, quantity },
    ])
  expect(await two(50)).toMatchObject({ code: 'quantity_invalid' })
  expect(await two(45)).toMatchObject({ code: 'out_of_stock', details: { available: 80 } })
  expect(await stock(variant)).toEqual({ on_hand: 80, reserved: 0, sold: 0 })
})

test.each([
  ['JPY', 1001, 333],
  ['KWD', 1001, 333],
  ['EUR', 999, 101],
] as const)(
  '%s: three pieces at %i with delivery of %i are paid, given back piece by piece and posted, to the smallest unit',
  async (currency: Currency, price, fee) => {
    const shop = await w.shop([9], { currency, shippingFee: BigInt(fee) })
    const variant = shop.variants[0]!
    w.prices.set(variant, { price: money(price, currency), taxPercent: 10n })
    const before = w.bank.held(currency)
    const order = (await w.bought(w.shopper(), [{ variant, quantity: 3 }])).orders[0]!
    const total = 3 * price + fee
    expect(order.total).toEqual(money(total, currency))
    expect(w.bank.held(currency) - before).toBe(BigInt(total))
    const line = order.lines[0]!.id
    const back: bigint[] = []
    for (let i = 0; i < 3; i++) {
      const wish = { kind: 'refund' as const, reason: null, pieces: [{ line, quantity: 1 }], shipping: true }
      back.push(must(await w.refund.refund(shop.owner, order.id, wish)).refunded.minor)
    }
    expect(back.at(-1)).toBe(BigInt(total))
    expect(w.bank.held(currency)).toBe(before)
    house.clock.advance(minutes(20))
    expect((await ledger.reconcile()).problems).toEqual([])
    const { rows } = await house.db.pool.query(
      `select sum(minor)::int as sum, sum(abs(minor))::int > 0 as moved from payments.postings where subject in ($1, $2) and currency = $3`,
      [order.id, order.checkout, currency],
    )
    expect(rows).toEqual([{ sum: 0, moved: true }])
  },
)

test('two shops of two currencies can’t be paid at once, and nothing is held', async () => {
  const [yen, dinar] = [await w.shop([5]), await w.shop([5], { currency: 'KWD' })]
  w.prices.set(dinar.variants[0]!, { price: money(1500, 'KWD'), taxPercent: 0n })
  const lines = [yen, dinar].map(s => ({ variant: s.variants[0]!, quantity: 1 }))
  expect(await buy(lines)).toMatchObject({ code: 'currency_mismatch' })
  expect(await stock(yen.variants[0]!)).toEqual({ on_hand: 5, reserved: 0, sold: 0 })
})

test('a clock that goes back by a day and comes again loses nothing: what is paid is paid once, what is open ends once', async () => {
  const shop = await w.shop([5])
  const line = [{ variant: shop.variants[0]!, quantity: 1 }]
  const [buyer, idler] = [w.shopper(), w.shopper()]
  const [paying, idle] = [await w.begun(buyer, line), await w.begun(idler, line)]
  const held = w.bank.held('JPY')
  house.clock.advance(-days(1))
  await sweep()
  const pay = () => checkout.pay(buyer, paying.id, { method: 'test_card', expectedTotal: paying.total })
  expect(must(await pay()).checkout.state).toBe('paid')
  expect(must(await pay()).checkout.state).toBe('paid')
  expect((await w.orders.checkout(idle.id))?.state).toBe('open')
  house.clock.advance(days(1) + hours(1))
  await sweep()
  await sweep()
  await house.log.flush()
  await expect.poll(() => stock(line[0]!.variant)).toEqual({ on_hand: 4, reserved: 0, sold: 1 })
  expect((await w.orders.checkout(idle.id))?.state).toBe('expired')
  const order = (await w.orders.checkout(paying.id))!.orders[0]!
  house.clock.advance(-hours(2))
  must(await w.refund.refund(buyer, order.id, { kind: 'cancel', reason: null }))
  expect(w.bank.held('JPY')).toBe(held)
  house.clock.advance(hours(3))
  expect((await ledger.reconcile()).problems).toEqual([])
})

test('a provider that is down for an hour: who paid has one order or one checkout without money, refunds are kept, nothing is charged twice', async () => {
  const shop = await w.shop([9])
  const line = [{ variant: shop.variants[0]!, quantity: 1 }]
  const [early, late] = [w.shopper(), w.shopper()]
  const bought = (await w.bought(early, line)).orders[0]!
  const begun = await w.begun(late, line)
  const held = w.bank.held('JPY')
  down = true
  const wish = { method: 'test_card', expectedTotal: begun.total }
  expect(must(await checkout.pay(late, begun.id, wish)).checkout.state).toBe('paying')
  const cancelled = must(await w.refund.refund(early, bought.id, { kind: 'cancel', reason: null }))
  expect([cancelled.state, cancelled.payment]).toEqual(['cancelled', 'paid'])
  for (let minute = 0; minute < 60; minute += 5) {
    house.clock.advance(minutes(5))
    await w.payments.pollWaiting(0)
    await sweep()
    await w.refund.sweep(house.clock.now())
    // The shopper clicks again now and then.
    if (minute % 20 === 0) await checkout.pay(late, begun.id, wish)
  }
  expect(w.bank.held('JPY')).toBe(held)
  down = false
  house.clock.advance(minutes(5))
  await w.payments.pollWaiting(0)
  await sweep()
  await w.refund.sweep(house.clock.now())
  const end = (await w.orders.checkout(begun.id))!
  const kept = end.state === 'paid' ? begun.total.minor : 0n
  expect(['paid', 'expired', 'open']).toContain(end.state)
  expect(must(await w.orders.view(early, bought.id))).toMatchObject({ state: 'cancelled', payment: 'refunded' })
  expect(w.bank.held('JPY')).toBe(held - bought.total.minor + kept)
  await house.log.flush()
  house.clock.advance(minutes(20))
  await sweep()
  const sold = end.state === 'paid' ? 1 : 0
  await expect.poll(() => stock(line[0]!.variant)).toEqual({ on_hand: 9 - sold, reserved: 0, sold })
  expect((await ledger.reconcile()).problems).toEqual([])
})

test.each([
  ['Arabic', 'محمد بن عبد الله', 'شارع الملك فهد ١٢'],
  ['Hindi', 'अमृता शर्मा', 'गली नंबर ४'],
  ['Korean', '김 민준', '테헤란로 1길 2'],
  ['Thai', 'สมชาย ใจดี', 'ถนนสุขุมวิท'],
  ['Hebrew, Greek and Cyrillic', 'דוד Δημήτρης Дмитрий', 'улица Ленина 1'],
  ['rare characters and marks that combine', '𠮷野 e\u0301tienne', '髙島屋 ❤️ 1-2'],
  ['what looks like code', `O'Brien"; drop table orders.orders; --`, '<script>alert(1)</script> {{x}} %s'],
])('an address in %s is kept as it was written, to the order', async (_script, name, written) => {
  const shop = await w.shop([2])
  const who = w.shopper()
  const begun = await w.begun(who, [{ variant: shop.variants[0]! }])
  const url = `/v1/checkouts/${begun.id}/address`
  const said = await call(who, 'PUT', url, { ...address, name, line: written })
  expect([said.status, said.body.address?.name, said.body.address?.line]).toEqual([200, name, written])
  const paid = must(await checkout.pay(who, begun.id, { method: 'test_card', expectedTotal: begun.total })).checkout
  expect(must(await w.orders.view(who, paid.orders[0]!.id)).address).toMatchObject({ name, line: written })
})

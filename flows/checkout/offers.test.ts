import { afterAll, beforeAll, expect, test } from 'vitest'
import { minutes, money, must } from '#base/kernel'
import { createOffers, offersMigrations } from '#rooms/offers'
import { address, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'
import { createCheckout } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: [...commerceMigrations, ...offersMigrations] })
})
afterAll(() => house.close())

/** A shop with a thing for 1,000 yen, delivery 600, and a code for 20 % off that may be used so often. */
async function world(uses: number) {
  const w = commerceOf(house)
  const accounts = { may: () => ({ ok: true, value: true }) as const, shop: async (id: string) => w.shops.get(id) ?? null }
  const offers = createOffers(house, { accounts, catalog: w.catalog, prices: {} } as never)
  const quiet = { ...house, jobs: { ...house.jobs, define: () => {}, every: () => {} } }
  const between = { resheet: async () => {}, end: async (_id: string) => {}, commit: async (_id: string) => {} }
  const checkout = createCheckout(quiet, {
    ...w,
    orders: {
      ...w.orders,
      resheet: async (...change) => {
        const { resheet } = between
        between.resheet = async () => {}
        await resheet()
        return w.orders.resheet(...change)
      },
      end: async (id, end) => {
        const done = await w.orders.end(id, end)
        await between.end(id)
        return done
      },
    },
    catalog: {
      ...w.catalog,
      commit: async id => {
        await between.commit(id)
        return w.catalog.commit(id)
      },
    },
    accounts: w.checkoutDoors.accounts,
    prices: w.checkoutDoors.prices,
    cart: w.checkoutDoors.cart,
    offers,
  })
  const shop = await w.shop([50])
  const draft = { kind: 'percent', name: { en: 'Spring' }, code: 'SPRING', percent: 2000, starts: house.clock.now(), uses }
  must(await offers.desk.create(shop.owner, shop.id, draft as never))
  const begin = async (caller = w.shopper()) => {
    const begun = must(
      await checkout.begin(caller, {
        lines: [{ variant: shop.variants[0]!, quantity: 3, source: null }],
        expectedSubtotal: null,
      }),
    )
    return { caller, begun: must(await checkout.setAddress(caller, begun.id, address)) }
  }
  return { w, shop, offers, checkout, begin, between }
}

test('a code takes its share off, is frozen with the order, and what is paid is what was shown', async () => {
  const { checkout, begin } = await world(5)
  const { caller, begun } = await begin()
  const changed = must(await checkout.change(caller, begun.id, { codes: ['SPRING'] }))
  expect(changed.total).toEqual(money(3000 - 600 + 600, 'JPY'))
  const [order] = changed.orders
  expect(order).toMatchObject({
    discount: money(600, 'JPY'),
    tax: money(218 + 55, 'JPY'),
    offers: [{ code: 'SPRING', amount: money(600, 'JPY') }],
  })
  expect(await checkout.pay(caller, begun.id, { method: 'test_card', expectedTotal: begun.total })).toMatchObject({
    code: 'price_changed',
  })
  const paid = must(await checkout.pay(caller, begun.id, { method: 'test_card', expectedTotal: changed.total }))
  expect(paid.checkout.orders[0]).toMatchObject({ state: 'open', discount: money(600, 'JPY'), total: money(3000, 'JPY') })
})

test('a code that does not count says why, and changes nothing', async () => {
  const { checkout, begin } = await world(5)
  const { caller, begun } = await begin()
  expect(await checkout.change(caller, begun.id, { codes: ['WINTER'] })).toMatchObject({
    code: 'code_refused',
    details: { reason: 'unknown' },
  })
  expect(must(await checkout.view(caller, begun.id)).checkout).toMatchObject({ total: begun.total, codes: [] })
})

test('the last use of a code goes to one of many who ask at once; who leaves gives it back', async () => {
  const { checkout, begin } = await world(1)
  const all = await Promise.all(Array.from({ length: 6 }, () => begin()))
  const asked = await Promise.all(all.map(({ caller, begun }) => checkout.change(caller, begun.id, { codes: ['SPRING'] })))
  const [winner] = all.filter((_, i) => asked[i]?.ok)
  expect(asked.filter(a => a.ok)).toHaveLength(1)
  for (const a of asked) if (!a.ok) expect(['offer_used_up', 'code_refused']).toContain(a.code)
  must(await checkout.cancel(winner!.caller, winner!.begun.id))
  const { caller, begun } = await begin()
  expect(must(await checkout.change(caller, begun.id, { codes: ['SPRING'] })).codes).toEqual(['SPRING'])
})

test('who begins again keeps an offer for one order a person, and who has ordered with it does not', async () => {
  const { checkout, begin, offers, shop } = await world(5)
  const once = { kind: 'percent', name: { en: 'Welcome' }, percent: 1000, starts: house.clock.now(), perPerson: 1, uses: 1 }
  must(await offers.desk.create(shop.owner, shop.id, once as never))
  const first = await begin()
  const again = await begin(first.caller)
  expect([first, again].map(b => b.begun.orders[0]?.discount)).toEqual([money(300, 'JPY'), money(300, 'JPY')])
  expect((await begin()).begun.orders[0]?.discount).toEqual(money(0, 'JPY'))
  const wish = { method: 'test_card', expectedTotal: again.begun.total }
  must(await checkout.pay(first.caller, again.begun.id, wish))
  expect((await begin(first.caller)).begun.orders[0]?.discount).toEqual(money(0, 'JPY'))
})

test('a code counts however its letters are typed, once', async () => {
  const { checkout, begin } = await world(5)
  const { caller, begun } = await begin()
  const changed = must(await checkout.change(caller, begun.id, { codes: ['spring', ' ＳＰＲＩＮＧ'] }))
  expect([changed.codes, changed.orders[0]?.discount]).toEqual([['SPRING'], money(600, 'JPY')])
})

test('an order that costs nothing is placed like any other, and cancelled without money', async () => {
  const { w, checkout, begin, offers, shop } = await world(5)
  const starts = house.clock.now()
  for (const draft of [
    { kind: 'percent', name: { en: 'All' }, percent: 10_000, starts },
    { kind: 'free_shipping', name: { en: 'Way' }, starts },
  ])
    must(await offers.desk.create(shop.owner, shop.id, draft as never))
  const { caller, begun } = await begin()
  expect(begun.total).toEqual(money(0, 'JPY'))
  const { checkout: paid } = must(await checkout.pay(caller, begun.id, { method: 'test_card', expectedTotal: begun.total }))
  expect(paid).toMatchObject({ state: 'paid', orders: [{ state: 'open', payment: 'paid' }] })
  must(await w.catalog.commit(paid.id))
  const cancelled = must(await w.refund.refund(caller, paid.orders[0]!.id, { kind: 'cancel', reason: null }))
  expect(cancelled).toMatchObject({ state: 'cancelled', refunded: money(0, 'JPY') })
})

test('money that comes late takes the use of its code again; when another has it by then, the money goes back', async () => {
  const { w, checkout, begin } = await world(1)
  const expired = async () => {
    const { caller, begun } = await begin()
    const { total } = must(await checkout.change(caller, begun.id, { codes: ['SPRING'] }))
    const wish = { method: 'test_card', outcome: 'needs_action', expectedTotal: total } as const
    const { payment } = must(await checkout.pay(caller, begun.id, wish))
    house.clock.advance(minutes(31))
    await checkout.sweep(house.clock.now())
    expect(await claimedOf(begun.id)).toEqual([])
    return { caller, id: begun.id, payment: payment!.id, total }
  }
  const late = async ({ caller, id, payment, total }: Awaited<ReturnType<typeof expired>>) => {
    await w.payments.hear(payment, { state: 'settled', ref: `late.${payment}`, amount: total })
    return must(await checkout.view(caller, id)).checkout.state
  }
  const [first, second] = [await expired(), await expired()]
  expect([await late(first), await claimedOf(first.id)]).toEqual(['paid', [{ amount: 600 }]])
  expect([await late(second), await claimedOf(second.id)]).toEqual(['expired', []])
  expect(must(await w.payments.mine(second.caller, second.payment)).refunded).toEqual(second.total)
})

test('money that comes in the very moment when its checkout expires keeps the use of its code', async () => {
  const { w, checkout, begin, between, offers } = await world(1)
  const { caller, begun } = await begin()
  const { total } = must(await checkout.change(caller, begun.id, { codes: ['SPRING'] }))
  const wish = { method: 'test_card', outcome: 'decline', expectedTotal: total } as const
  expect(await checkout.pay(caller, begun.id, wish)).toMatchObject({ code: 'payment_declined' })
  const payment = (await w.payments.byReference(begun.id))!.id
  between.end = async id => {
    if (id !== begun.id) return
    await w.payments.hear(payment, { state: 'settled', ref: `late.${payment}`, amount: total })
    expect(must(await checkout.view(caller, id)).checkout.state).toBe('paid')
  }
  house.clock.advance(minutes(31))
  await checkout.sweep(house.clock.now())
  expect([await offers.consume(begun.id), await claimedOf(begun.id)]).toEqual([true, [{ amount: 600 }]])
})

test('money that comes in the very moment when its checkout expires keeps the pieces that are still held for it', async () => {
  const { w, shop, checkout, begin, between } = await world(1)
  const { caller, begun } = await begin()
  const wish = { method: 'test_card', outcome: 'decline', expectedTotal: begun.total } as const
  expect(await checkout.pay(caller, begun.id, wish)).toMatchObject({ code: 'payment_declined' })
  const payment = (await w.payments.byReference(begun.id))!.id
  const [counted, swept] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let settled: ReturnType<typeof checkout.view> | null = null
  between.commit = async id => {
    if (id !== begun.id) return
    counted.resolve()
    await swept.promise
  }
  between.end = async id => {
    if (id !== begun.id) return
    await w.payments.hear(payment, { state: 'settled', ref: `late.${payment}`, amount: begun.total })
    settled = checkout.view(caller, begun.id)
    await counted.promise
  }
  house.clock.advance(minutes(31))
  await checkout.sweep(house.clock.now())
  swept.resolve()
  expect(must(await settled!).checkout.state).toBe('paid')
  expect(must(await w.catalog.stock(shop.owner, shop.variants[0]!))).toMatchObject({ onHand: 47, reserved: 0, sold: 3 })
  expect((await w.payments.byReference(begun.id))!.refunded.minor).toBe(0n)
})

test('money of a declined try that comes after a code has changed the total goes back; no stock is taken for it, and the checkout is closed', async () => {
  for (const wait of [0, 31]) {
    const { w, shop, checkout, begin } = await world(5)
    const { caller, begun } = await begin()
    const wish = { method: 'test_card', outcome: 'decline', expectedTotal: begun.total } as const
    expect(await checkout.pay(caller, begun.id, wish)).toMatchObject({ code: 'payment_declined' })
    must(await checkout.change(caller, begun.id, { codes: ['SPRING'] }))
    house.clock.advance(minutes(wait))
    await checkout.sweep(house.clock.now())
    const payment = (await w.payments.byReference(begun.id))!.id
    await w.payments.hear(payment, { state: 'settled', ref: `late.${payment}`, amount: begun.total })
    expect(must(await checkout.view(caller, begun.id)).checkout.state).toBe('expired')
    expect(must(await w.payments.mine(caller, payment)).refunded).toEqual(begun.total)
    const { rows } = await house.db.pool.query('select on_hand, reserved, sold from catalog.variants where id = $1', [
      shop.variants[0],
    ])
    expect([rows, await claimedOf(begun.id)]).toEqual([[{ on_hand: 50, reserved: 0, sold: 0 }], []])
  }
})

const claimedOf = async (checkout: string) =>
  (await house.db.pool.query('select amount::int from offers.claim_uses where checkout = $1', [checkout])).rows

test('a code that is taken off while the checkout is paid with it stays claimed', async () => {
  const { checkout, begin, between } = await world(1)
  const { caller, begun } = await begin()
  const { total } = must(await checkout.change(caller, begun.id, { codes: ['SPRING'] }))
  between.resheet = async () => void must(await checkout.pay(caller, begun.id, { method: 'test_card', expectedTotal: total }))
  expect(await checkout.change(caller, begun.id, { codes: [] })).toMatchObject({ code: 'wrong_state' })
  expect(await claimedOf(begun.id)).toEqual([{ amount: 600 }])
})

test('a code that is put in while the checkout is paid without it, and is used for good before anybody saw, is given back', async () => {
  const { checkout, begin, between, offers } = await world(1)
  const { caller, begun } = await begin()
  between.resheet = async () => {
    must(await checkout.pay(caller, begun.id, { method: 'test_card', expectedTotal: begun.total }))
    await offers.consume(begun.id, [])
  }
  expect(await checkout.change(caller, begun.id, { codes: ['SPRING'] })).toMatchObject({ code: 'wrong_state' })
  expect(await claimedOf(begun.id)).toEqual([])
  const next = await begin()
  expect(must(await checkout.change(next.caller, next.begun.id, { codes: ['SPRING'] })).codes).toEqual(['SPRING'])
})

test('an address that comes while a code is taken off does not bring its discount back', async () => {
  const { checkout, begin, between } = await world(1)
  const { caller, begun } = await begin()
  must(await checkout.change(caller, begun.id, { codes: ['SPRING'] }))
  between.resheet = async () => void must(await checkout.change(caller, begun.id, { codes: [] }))
  expect(await checkout.setAddress(caller, begun.id, address)).toMatchObject({ code: 'wrong_state' })
  expect(must(await checkout.view(caller, begun.id)).checkout).toMatchObject({ codes: [], total: begun.total })
  expect(await claimedOf(begun.id)).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, minutes, money, must, newId } from '#base/kernel'
import { address, type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
const yen = (n: number) => money(n, 'JPY')
const pay = (total: bigint, outcome?: 'approve' | 'decline' | 'needs_action' | 'late_success' | 'late_failure') => ({
  method: 'test_card',
  outcome,
  expectedTotal: money(total, 'JPY'),
})
const events = async (id: string) => {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === id)
}
const stock = async (variant: Id<'variant'>) =>
  (await house.db.pool.query('select on_hand, reserved, sold from catalog.variants where id = $1', [variant])).rows[0]

beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
  await w.checkout.start()
})
afterAll(() => house.close())

test('a checkout freezes names, prices, tax and delivery, and its parts add up', async () => {
  const [a, b] = [await w.shop([5, 5], { price: 1100 }), await w.shop([5], { price: 333, freeShippingFrom: 300n })]
  const caller = w.shopper()
  const source = { post: newId('post', house.clock.now()) }
  const begun = await w.begun(caller, [
    { variant: a.variants[0]!, quantity: 2, source },
    { variant: a.variants[1]! },
    { variant: b.variants[0]!, quantity: 3 },
  ])
  const [first, second] = begun.orders
  expect([first?.subtotal, first?.shipping, first?.tax, first?.total]).toEqual([
    yen(3300),
    yen(600),
    yen(200 + 100 + 55),
    yen(3900),
  ])
  expect([second?.subtotal, second?.shipping, second?.tax, second?.total]).toEqual([yen(999), yen(0), yen(91), yen(999)])
  expect([begun.total, first?.lines[0]?.source, first?.number]).toEqual([
    yen(4899),
    source,
    expect.stringMatching(/^\d{4}-\d{4}$/),
  ])
  w.prices.set(a.variants[0]!, { price: yen(9), taxPercent: 10n })
  expect((await w.orders.checkout(begun.id))?.total).toEqual(yen(4899))
  expect(await stock(a.variants[0]!)).toMatchObject({ on_hand: 5, reserved: 2 })
})
test('a seller who is not registered for tax shows none', async () => {
  const s = await w.shop([1], { taxRegistered: false })
  expect((await w.begun(w.shopper(), [{ variant: s.variants[0]! }])).orders[0]?.tax).toEqual(yen(0))
})
test('a price that changed under the shopper is a question, and holds nothing', async () => {
  const s = await w.shop([1])
  const wish = { lines: [{ variant: s.variants[0]!, quantity: 1, source: null }], expectedSubtotal: yen(900) }
  const refused = await w.checkout.begin(w.shopper(), wish)
  expect(refused).toMatchObject({ code: 'price_changed', details: { was: { minor: '900' }, now: { minor: '1000' } } })
  expect(await stock(s.variants[0]!)).toMatchObject({ reserved: 0 })
})
test('an empty cart, too many pieces, unknown and unpriced variants, and two currencies are refused', async () => {
  const s = await w.shop([200])
  const euro = await w.shop([1], { currency: 'EUR' })
  w.prices.set(euro.variants[0]!, { price: money(5, 'EUR'), taxPercent: 20n })
  const caller = w.shopper()
  const begin = (lines: { variant: Id<'variant'>; quantity: number }[] | null) =>
    w.checkout.begin(caller, { lines: lines?.map(l => ({ ...l, source: null })) ?? null, expectedSubtotal: null })
  const [v] = s.variants as [Id<'variant'>]
  expect(await begin(null)).toMatchObject({ code: 'cart_empty' })
  expect(
    await begin([
      { variant: v, quantity: 60 },
      { variant: v, quantity: 60 },
    ]),
  ).toMatchObject({ code: 'quantity_invalid' })
  expect(await begin([{ variant: newId('variant', house.clock.now()), quantity: 1 }])).toMatchObject({
    code: 'variant_unavailable',
  })
  expect(
    await begin([
      { variant: v, quantity: 1 },
      { variant: euro.variants[0]!, quantity: 1 },
    ]),
  ).toMatchObject({ code: 'currency_mismatch' })
})
test('paying opens one order a shop, tells of each once with its lines and sources, sells the stock and clears the cart', async () => {
  const [a, b] = [await w.shop([3, 3]), await w.shop([3])]
  const caller = w.shopper()
  const source = { post: newId('post', house.clock.now()), slot: 2 }
  const lines = [a.variants[0]!, a.variants[1]!, b.variants[0]!].map(variant => ({ variant, quantity: 1, source }))
  w.carts.set(caller.person, lines)
  const begun = must(await w.checkout.begin(caller, { lines: null, expectedSubtotal: yen(3000) }))
  must(await w.checkout.setAddress(caller, begun.id, address))
  const { checkout, payment } = must(await w.checkout.pay(caller, begun.id, pay(begun.total.minor)))
  expect([checkout.state, payment?.state]).toEqual(['paid', 'settled'])
  expect(checkout.orders.map(o => [o.state, o.payment, o.fulfilment])).toEqual([
    ['open', 'paid', 'none'],
    ['open', 'paid', 'none'],
  ])
  for (const o of checkout.orders) {
    const told = await events(o.id)
    expect(told.map(e => e.name)).toEqual(['order.paid'])
    expect(told[0]?.data).toMatchObject({
      shop: o.shop.id,
      lines: o.lines.map(l => ({ line: l.id, source, total: { minor: '1000' } })),
    })
  }
  expect(w.carts.get(caller.person)).toEqual([])
  await expect.poll(() => stock(a.variants[0]!)).toEqual({ on_hand: 2, reserved: 0, sold: 1 })
})
test('paying needs an address, the caller’s own checkout, the total that was shown, and a way to pay', async () => {
  const s = await w.shop([5])
  const caller = w.shopper()
  const begun = must(
    await w.checkout.begin(caller, { lines: [{ variant: s.variants[0]!, quantity: 1, source: null }], expectedSubtotal: null }),
  )
  expect(await w.checkout.pay(caller, begun.id, pay(1600n))).toMatchObject({ code: 'address_invalid' })
  expect(await w.checkout.setAddress(caller, begun.id, { ...address, country: 'FR' })).toMatchObject({ code: 'not_shippable' })
  must(await w.checkout.setAddress(caller, begun.id, address))
  expect(await w.checkout.pay(w.shopper(), begun.id, pay(1600n))).toMatchObject({ code: 'not_found' })
  expect(await w.checkout.view(w.shopper(), begun.id)).toMatchObject({ code: 'not_found' })
  expect(await w.checkout.cancel(w.shopper(), begun.id)).toMatchObject({ code: 'not_found' })
  expect(await w.checkout.pay(caller, begun.id, pay(1599n))).toMatchObject({
    code: 'price_changed',
    details: { was: { minor: '1599' }, now: { minor: '1600' } },
  })
  expect(await w.checkout.pay(caller, begun.id, { ...pay(1600n), method: 'cowries' })).toMatchObject({
    code: 'payment_method_unknown',
  })
  expect((await w.orders.checkout(begun.id))?.state).toBe('open')
})
test('a declined payment leaves everything as it was, and the next one works', async () => {
  const s = await w.shop([1])
  const caller = w.shopper()
  const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
  expect(await w.checkout.pay(caller, begun.id, pay(1600n, 'decline'))).toMatchObject({
    code: 'payment_declined',
    details: { reason: 'card_declined' },
  })
  expect(await w.checkout.view(caller, begun.id)).toMatchObject({
    ok: true,
    value: { checkout: { state: 'open' }, payment: { state: 'failed' } },
  })
  expect(await w.checkout.pay(caller, begun.id, pay(1600n))).toMatchObject({ ok: true, value: { checkout: { state: 'paid' } } })
})
test('eight clicks on pay at once are one order and one payment, and all answer with it', async () => {
  const s = await w.shop([3])
  const caller = w.shopper()
  const held = w.bank.held('JPY')
  const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
  const all = await Promise.all(Array.from({ length: 8 }, () => w.checkout.pay(caller, begun.id, pay(1600n))))
  expect(all.map(r => r.ok && r.value.checkout.state)).toEqual(Array(8).fill('paid'))
  expect(w.bank.held('JPY') - held).toBe(1600n)
  expect((await events(begun.orders[0]!.id)).filter(e => e.name === 'order.paid').length).toBe(1)
  await expect.poll(() => stock(s.variants[0]!)).toEqual({ on_hand: 2, reserved: 0, sold: 1 })
})
test('fifty shoppers race for the last piece: one order, forty-nine clear refusals, no orphan', async () => {
  const s = await w.shop([1])
  const all = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const caller = w.shopper()
      const begun = await w.checkout.begin(caller, {
        lines: [{ variant: s.variants[0]!, quantity: 1, source: null }],
        expectedSubtotal: null,
      })
      if (!begun.ok) return begun.code
      must(await w.checkout.setAddress(caller, begun.value.id, address))
      return must(await w.checkout.pay(caller, begun.value.id, pay(1600n))).checkout.state
    }),
  )
  expect(all.filter(r => r === 'paid').length).toBe(1)
  expect(all.filter(r => r === 'out_of_stock').length).toBe(49)
  const rows = await house.db.pool.query('select count(*)::int as n from orders.orders where shop = $1', [s.id])
  expect(rows.rows[0].n).toBe(1)
})
test('who opens the buy sheet again gives way to himself: the last piece is not lost to one’s own checkout', async () => {
  const s = await w.shop([1])
  const caller = w.shopper()
  const first = await w.begun(caller, [{ variant: s.variants[0]! }])
  const second = await w.begun(caller, [{ variant: s.variants[0]! }])
  expect([(await w.orders.checkout(first.id))?.state, second.state]).toEqual(['cancelled', 'open'])
  expect(await stock(s.variants[0]!)).toMatchObject({ reserved: 1 })
})
test('an unpaid checkout expires with the sweep, once, and its stock goes back', async () => {
  const s = await w.shop([1])
  const caller = w.shopper()
  const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
  house.clock.advance(minutes(16))
  expect(await w.checkout.pay(caller, begun.id, pay(1600n))).toMatchObject({ code: 'checkout_expired' })
  await Promise.all([w.checkout.sweep(house.clock.now()), w.checkout.sweep(house.clock.now())])
  expect((await w.orders.checkout(begun.id))?.state).toBe('expired')
  expect(await stock(s.variants[0]!)).toMatchObject({ reserved: 0 })
  expect((await events(begun.id)).map(e => e.name)).toEqual(['checkout.started', 'checkout.expired'])
})
test('leaving gives the stock back; a paid checkout can’t be left', async () => {
  const s = await w.shop([2])
  const caller = w.shopper()
  const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
  must(await w.checkout.pay(caller, begun.id, pay(1600n, 'needs_action')))
  expect(await w.checkout.cancel(caller, begun.id)).toMatchObject({
    ok: true,
    value: { checkout: { state: 'cancelled' }, payment: { state: 'failed' } },
  })
  expect(await w.checkout.cancel(caller, begun.id)).toMatchObject({ ok: true })
  expect(await stock(s.variants[0]!)).toMatchObject({ reserved: 0 })
  const paid = await w.bought(caller, [{ variant: s.variants[0]! }])
  expect(await w.checkout.cancel(caller, paid.id)).toMatchObject({ code: 'wrong_state' })
})
test('a question is answered, and whoever looks next finds the order paid', async () => {
  const s = await w.shop([1])
  const caller = w.shopper()
  const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
  const asked = must(await w.checkout.pay(caller, begun.id, pay(1600n, 'needs_action')))
  expect([asked.checkout.state, asked.payment?.state]).toEqual(['paying', 'needs_action'])
  expect(await w.checkout.setAddress(caller, begun.id, address)).toMatchObject({ code: 'wrong_state' })
  must(await w.payments.confirm(caller, asked.payment!.id, true))
  expect(must(await w.checkout.view(caller, begun.id)).checkout.state).toBe('paid')
})

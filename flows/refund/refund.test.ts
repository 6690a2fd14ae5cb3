import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, minutes, money, must } from '#base/kernel'
import { callerOf, operator } from '#testing/callers'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
let refundFault: 'throws' | 'refuses' | null = null
const yen = (n: number) => money(n, 'JPY')
const stock = async (variant: Id<'variant'>) =>
  (await house.db.pool.query('select on_hand, reserved, sold from catalog.variants where id = $1', [variant])).rows[0]
const names = async (id: string) => {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === id).map(e => e.name)
}

beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house, {
    provider: bank => ({
      ...bank,
      async refund(charge, refund) {
        if (refundFault === 'refuses') return { state: 'failed', reason: 'closed_account' }
        const done = await bank.refund(charge, refund)
        if (refundFault === 'throws') throw new Error('planted: network')
        return done
      },
    }),
  })
})
afterAll(() => house.close())

async function paidOrder(pieces = 3, quantity = 1) {
  const s = await w.shop([pieces])
  const caller = w.shopper()
  const checkout = await w.bought(caller, [{ variant: s.variants[0]!, quantity }])
  return { s, caller, order: checkout.orders[0]!, variant: s.variants[0]!, owner: s.owner }
}
const cancel = { kind: 'cancel' as const, reason: 'changed my mind' }
const ship = async (o: Awaited<ReturnType<typeof paidOrder>>, until: 'ship' | 'deliver' = 'ship') => {
  must(await w.orders.fulfil(o.owner, o.order.id, { action: 'pack' }))
  must(await w.orders.fulfil(o.owner, o.order.id, { action: 'ship', carrier: 'Yamato', tracking: '1' }))
  if (until === 'deliver') must(await w.orders.fulfil(o.owner, o.order.id, { action: 'deliver' }))
}

test('the buyer cancels before it is sent: money and stock go back, each once, and it is told', async () => {
  const o = await paidOrder()
  const held = w.bank.held('JPY')
  const all = await Promise.all([1, 2, 3].map(() => w.refund.refund(o.caller, o.order.id, cancel)))
  expect(all.map(r => (r.ok ? 'ok' : r.code)).sort()).toEqual(['ok', 'wrong_state', 'wrong_state'])
  const after = must(await w.orders.view(o.caller, o.order.id))
  expect([after.state, after.payment, after.refunded]).toEqual(['cancelled', 'refunded', yen(1600)])
  expect([held - w.bank.held('JPY'), await stock(o.variant)]).toEqual([1600n, { on_hand: 3, reserved: 0, sold: 0 }])
  expect(await names(o.order.id)).toEqual(['order.paid', 'order.cancelled', 'order.refunded'])
})
test('one order of two is cancelled; the other stays as it is', async () => {
  const [a, b] = [await w.shop([1]), await w.shop([1])]
  const caller = w.shopper()
  const { orders } = await w.bought(caller, [{ variant: a.variants[0]! }, { variant: b.variants[0]! }])
  must(await w.refund.refund(caller, orders[0]!.id, cancel))
  const other = must(await w.orders.view(caller, orders[1]!.id))
  expect([other.state, other.payment, other.refunded]).toEqual(['open', 'paid', yen(0)])
})
test('who has the guest’s key may cancel; a stranger learns nothing; a shopper can’t refund; another shop neither', async () => {
  const o = await paidOrder()
  const stranger = callerOf()
  const other = (await w.shop([1])).owner
  expect(await w.refund.refund(stranger, o.order.id, cancel)).toMatchObject({ code: 'not_found' })
  expect(await w.refund.refund(stranger, o.order.id, { ...cancel, key: 'guess' })).toMatchObject({ code: 'not_found' })
  expect(await w.refund.refund(other, o.order.id, { kind: 'refund', reason: 'x' })).toMatchObject({ code: 'not_found' })
  expect(await w.refund.refund(o.caller, o.order.id, { kind: 'refund', reason: 'x' })).toMatchObject({ code: 'forbidden' })
  expect(await w.refund.refund(stranger, o.order.id, { ...cancel, key: o.order.key ?? '' })).toMatchObject({ ok: true })
})
test('after it is sent it can’t be cancelled; shop and operator can refund parts up to the rest', async () => {
  const o = await paidOrder()
  await ship(o)
  expect(await w.refund.refund(o.caller, o.order.id, cancel)).toMatchObject({ code: 'wrong_state' })
  const part = (n: number) => ({ kind: 'refund' as const, reason: 'scratched', amount: yen(n) })
  expect(must(await w.refund.refund(o.owner, o.order.id, part(600)))).toMatchObject({
    payment: 'partially_refunded',
    refunded: yen(600),
  })
  expect(await w.refund.refund(o.owner, o.order.id, part(1001))).toMatchObject({
    code: 'refund_exceeds',
    details: { left: '1000' },
  })
  expect(await w.refund.refund(o.owner, o.order.id, part(-1))).toMatchObject({ code: 'invalid_request' })
  expect(await w.refund.refund(o.owner, o.order.id, { ...part(1), amount: money(1, 'EUR') })).toMatchObject({
    code: 'currency_mismatch',
  })
  const rest = must(await w.refund.refund(operator(), o.order.id, { kind: 'refund', reason: 'goodwill' }))
  expect([rest.payment, rest.state, rest.fulfilment]).toEqual(['refunded', 'open', 'shipped'])
  expect(await w.refund.refund(o.owner, o.order.id, part(1))).toMatchObject({ code: 'wrong_state' })
})
test('parts refunded at once never exceed the total', async () => {
  const o = await paidOrder()
  await ship(o)
  const held = w.bank.held('JPY')
  const all = await Promise.all(
    Array.from({ length: 6 }, () => w.refund.refund(o.owner, o.order.id, { kind: 'refund', reason: 'x', amount: yen(500) })),
  )
  expect(all.filter(r => r.ok).length).toBe(3)
  expect(held - w.bank.held('JPY')).toBe(1500n)
})
test('a part refunded while the order is being cancelled: what is left is counted with it, and all comes back', async () => {
  for (let i = 0; i < 8; i++) {
    const o = await paidOrder()
    const part = { kind: 'refund' as const, reason: 'x', amount: yen(500) }
    const both = await Promise.all([w.refund.refund(o.owner, o.order.id, part), w.refund.refund(o.caller, o.order.id, cancel)])
    expect(both[1]).toMatchObject({ ok: true })
    expect(await w.orders.order(o.order.id)).toMatchObject({ state: 'cancelled', payment: 'refunded', refunded: yen(1600) })
  }
})
test('giving everything back before it is sent is a cancellation: nothing that is paid back waits to be packed', async () => {
  const o = await paidOrder()
  must(await w.refund.refund(o.owner, o.order.id, { kind: 'refund', reason: 'sold out in the shop' }))
  expect(await w.orders.order(o.order.id)).toMatchObject({ state: 'cancelled', payment: 'refunded' })
  expect(await stock(o.variant)).toMatchObject({ on_hand: 3, sold: 0 })
})
test('a returned parcel brings back the rest of the money and the goods', async () => {
  const o = await paidOrder(3, 2)
  await ship(o, 'deliver')
  must(await w.refund.refund(o.owner, o.order.id, { kind: 'refund', reason: 'late', amount: yen(100) }))
  must(await w.orders.requestReturn(o.caller, o.order.id, { reason: 'too small' }))
  const back = must(await w.refund.refund(o.owner, o.order.id, { kind: 'return', reason: null }))
  expect([back.state, back.payment, back.fulfilment, back.refunded]).toEqual(['completed', 'refunded', 'returned', yen(2600)])
  expect(await stock(o.variant)).toEqual({ on_hand: 3, reserved: 0, sold: 0 })
  expect(await w.refund.refund(o.owner, o.order.id, { kind: 'return', reason: null })).toMatchObject({ code: 'wrong_state' })
})
test('a parcel that nobody took comes back from the carrier: the order ends as cancelled and is told so, also when its money is back already', async () => {
  for (const money of ['order.refunded', null]) {
    const o = await paidOrder()
    await ship(o)
    if (!money) must(await w.refund.refund(o.owner, o.order.id, { kind: 'refund', reason: 'lost' }))
    const before = await names(o.order.id)
    const back = must(await w.refund.refund(o.owner, o.order.id, { kind: 'return', reason: null }))
    expect([back.state, back.fulfilment, back.payment]).toEqual(['cancelled', 'returned', 'refunded'])
    expect((await names(o.order.id)).slice(before.length)).toEqual(['order.cancelled', ...(money ? [money] : [])])
  }
})
test('the provider goes silent in the middle: the promise stands, and the sweep keeps it, once', async () => {
  const o = await paidOrder()
  const held = w.bank.held('JPY')
  refundFault = 'throws'
  expect(must(await w.refund.refund(o.caller, o.order.id, cancel))).toMatchObject({ state: 'cancelled', payment: 'paid' })
  refundFault = null
  expect(await w.orders.fulfil(o.owner, o.order.id, { action: 'pack' })).toMatchObject({ code: 'wrong_state' })
  house.clock.advance(minutes(2))
  await Promise.all([w.refund.sweep(house.clock.now()), w.refund.sweep(house.clock.now())])
  expect(await w.orders.order(o.order.id)).toMatchObject({ payment: 'refunded', refunded: yen(1600) })
  expect([held - w.bank.held('JPY'), await stock(o.variant)]).toEqual([1600n, { on_hand: 3, reserved: 0, sold: 0 }])
  expect((await names(o.order.id)).filter(n => n === 'order.refunded').length).toBe(1)
})
test('a refund that the provider refuses is said, and the money can be given again', async () => {
  const o = await paidOrder()
  await ship(o)
  refundFault = 'refuses'
  expect(await w.refund.refund(o.owner, o.order.id, { kind: 'refund', reason: 'x', amount: yen(100) })).toMatchObject({
    code: 'refund_failed',
  })
  refundFault = null
  const again = must(await w.refund.refund(o.owner, o.order.id, { kind: 'refund', reason: 'x' }))
  expect([again.payment, again.timeline.map(t => t.what)]).toEqual([
    'refunded',
    expect.arrayContaining(['refund_failed', 'refunded']),
  ])
})

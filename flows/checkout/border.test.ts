import { afterAll, beforeAll, expect, test } from 'vitest'
import { minutes, money, must } from '#base/kernel'
import { borderMigrations, borderOf, cup, identity, idNumbers, shanghai } from '#testing/border'
import { type TestHouse, testHouse } from '#testing/house'
import { reopenIfIdle } from './pay-checkout.ts'

let house: TestHouse
let w: ReturnType<typeof borderOf>
beforeAll(async () => {
  house = await testHouse({ migrations: borderMigrations })
  w = borderOf(house)
  await w.checkout.start()
})
afterAll(() => house.close())

const cny = (minor: number) => money(minor, 'CNY')
const card = { method: 'test_card' }
const used = async (): Promise<bigint> =>
  (await house.db.pool.query<{ n: bigint }>('select coalesce(sum(used), 0)::bigint as n from trade.quota_years')).rows[0]?.n ?? 0n
const ofOrder = async (order: string): Promise<bigint> =>
  (
    await house.db.pool.query<{ n: bigint }>(
      `select coalesce(sum(case kind when 'use' then amount else -amount end), 0)::bigint as n from trade.quota_entries where order_id = $1`,
      [order],
    )
  ).rows[0]?.n ?? 0n

test('an order to China is frozen with its tax by line, in CNY, and says what it asks of the buyer', async () => {
  const s = await w.exporter([5])
  const begun = must(await w.begin(w.shopper(), [{ variant: s.variants[0]!, quantity: 2 }]))
  // Two cups of CNY 100 and freight of 25: 9.1 % of 225.
  expect(begun.orders[0]).toMatchObject({
    subtotal: cny(20_000),
    shipping: cny(2500),
    importTax: cny(2048),
    total: cny(24_548),
    trade: {
      mode: '9610',
      collected: true,
      identityNeeded: true,
      consent: 'cn-cbec-1',
      quota: cny(22_500),
      lines: [{ hs: '6912001000', vat: cny(2048), duty: cny(0), excise: cny(0), other: cny(0) }],
    },
  })
})

test('personal post is taxed at the door: nothing is paid with the order, and no ID is asked for', async () => {
  const s = await w.exporter([5], { ways: ['post'], names: {} })
  const begun = must(await w.begin(w.shopper(), [{ variant: s.variants[0]!, quantity: 4 }]))
  const [order] = begun.orders
  expect(order).toMatchObject({
    importTax: cny(0),
    trade: { mode: 'post', collected: false, identityNeeded: false, quota: null },
  })
  expect(order?.trade?.lines[0]?.other.minor).toBeGreaterThan(0n)
})

test('goods without facts, shops without registration, goods off the list, sums over the limit: each refused with its reason', async () => {
  const refusedWith = async (parts: Parameters<typeof w.exporter>[1], quantity = 1) => {
    const s = await w.exporter([99], parts)
    const done = await w.begin(w.shopper(), [{ variant: s.variants[0]!, quantity }])
    return done.ok ? null : { code: done.code, ...done.details, product: s.product }
  }
  const { hs: _hs, model: _model, ...little } = cup
  expect(await refusedWith({ facts: little })).toMatchObject({
    code: 'trade_refused',
    reason: 'facts_missing',
    products: [{ missing: ['hs', 'model'] }],
  })
  expect(await refusedWith({ names: {} })).toMatchObject({
    reason: 'registration_missing',
    missing: expect.arrayContaining(['ebpCode', 'agentCode']),
    alternatives: [{ mode: 'post', tax: { currency: 'CNY' } }],
  })
  expect(await refusedWith({ facts: { ...cup, hs: '2402200000' } })).toMatchObject({
    code: 'trade_refused',
    reason: 'not_on_positive_list',
  })
  expect(await refusedWith({ price: 20_000 }, 6)).toMatchObject({ reason: 'over_order_limit', perOrder: '500000' })
})

test('one single piece over the limit may pass with full tax, where its duty is known', async () => {
  const s = await w.exporter([2], { price: 120_000, facts: { ...cup, hs: '4202210000' } })
  const begun = must(await w.begin(w.shopper(), [{ variant: s.variants[0]! }]))
  // CNY 6,000 and freight of 25: duty 6 %, VAT 13 % on both.
  expect(begun.orders[0]?.trade?.lines[0]).toMatchObject({ duty: cny(36_150), vat: cny(83_025) })
})

test('paying waits for identity and consent, and the ID is taken only where an order asks for it', async () => {
  const s = await w.exporter([5])
  const caller = w.shopper()
  const begun = await w.abroad(caller, [{ variant: s.variants[0]! }])
  const pay = () => w.checkout.pay(caller, begun.id, { ...card, expectedTotal: begun.total })
  expect(await pay()).toMatchObject({ code: 'identity_needed' })
  expect((await w.orders.checkout(begun.id))?.state).toBe('open')
  expect(await w.payments.byReference(begun.id)).toBeNull()
  expect(must(await w.checkout.identity(caller, begun.id))).toEqual({ needed: true, consent: 'cn-cbec-1', given: null })
  expect(await w.checkout.giveIdentity(w.shopper(), begun.id, identity())).toMatchObject({ code: 'not_found' })
  expect(await w.checkout.identity(w.shopper(), begun.id)).toMatchObject({ code: 'not_found' })
  must(await w.checkout.giveIdentity(caller, begun.id, identity()))
  const paid = must(await pay()).checkout
  expect(paid.state).toBe('paid')
  expect(await ofOrder(paid.orders[0]!.id)).toBe(12_500n)
  expect(await w.checkout.giveIdentity(caller, begun.id, identity())).toMatchObject({ code: 'wrong_state' })
  const home = await w.shop([1])
  const domestic = await w.begun(caller, [{ variant: home.variants[0]! }])
  expect(await w.checkout.giveIdentity(caller, domestic.id, identity())).toMatchObject({ code: 'wrong_state' })
})

test('a declined payment, a checkout that is left and one that expires give the quota back; late money takes it again', async () => {
  const s = await w.exporter([9])
  const caller = w.shopper()
  const open = async () => {
    const begun = await w.abroad(caller, [{ variant: s.variants[0]! }])
    must(await w.checkout.giveIdentity(caller, begun.id, identity(idNumbers[1])))
    return begun
  }
  const before = await used()
  const declined = await open()
  const pay = (c: typeof declined, outcome: 'decline' | 'needs_action' | 'approve') =>
    w.checkout.pay(caller, c.id, { ...card, outcome, expectedTotal: c.total })
  expect(await pay(declined, 'decline')).toMatchObject({ code: 'payment_declined' })
  expect(await used()).toBe(before)
  const left = await open()
  must(await pay(left, 'needs_action'))
  expect(await used()).toBe(before + 12_500n)
  must(await w.checkout.cancel(caller, left.id))
  expect(await used()).toBe(before)
  const late = await open()
  const asked = must(await pay(late, 'needs_action'))
  must(await w.payments.confirm(caller, asked.payment!.id, false))
  await w.checkout.view(caller, late.id)
  expect(await used()).toBe(before)
  house.clock.advance(minutes(40))
  await w.checkout.sweep(house.clock.now())
  expect((await w.orders.checkout(late.id))?.state).toBe('expired')
  await w.payments.hear(asked.payment!.id, { state: 'settled', ref: 'late.border', amount: late.total })
  await w.checkout.view(caller, late.id)
  await expect.poll(async () => (await w.orders.checkout(late.id))?.state).toBe('paid')
  expect(await ofOrder(late.orders[0]!.id)).toBe(12_500n)
})

test('a cancelled order gives its quota back, a part of the money a part of it, and all the money all of it', async () => {
  const s = await w.exporter([9])
  const caller = w.shopper()
  const buy = async () => (await w.boughtAbroad(caller, [{ variant: s.variants[0]! }], idNumbers[2])).orders[0]!
  const [cancelled, back] = [await buy(), await buy()]
  expect(await ofOrder(cancelled.id)).toBe(12_500n)
  must(await w.refund.refund(caller, cancelled.id, { kind: 'cancel', reason: null }))
  await expect.poll(() => ofOrder(cancelled.id)).toBe(0n)
  const total = (await w.orders.order(back.id))!.total.minor
  must(await w.refund.refund(s.owner, back.id, { kind: 'refund', amount: money(total / 2n, 'CNY'), reason: null }))
  await expect.poll(() => ofOrder(back.id)).toBe(12_500n - (12_500n * (total / 2n)) / total)
  must(await w.refund.refund(s.owner, back.id, { kind: 'refund', reason: null }))
  await expect.poll(() => ofOrder(back.id)).toBe(0n)
})

test('who is over the year is refused when the ID is given, and again when it is paid', async () => {
  const s = await w.exporter([99], { price: 90_000 })
  const id = idNumbers[3]
  for (let i = 0; i < 5; i++) await w.boughtAbroad(w.shopper(), [{ variant: s.variants[0]! }], id)
  const caller = w.shopper()
  const begun = await w.abroad(caller, [{ variant: s.variants[0]!, quantity: 1 }])
  expect(await w.checkout.giveIdentity(caller, begun.id, identity(id))).toMatchObject({
    code: 'trade_refused',
    details: { reason: 'over_year_limit', perYear: '2600000' },
  })
  expect(await w.checkout.pay(caller, begun.id, { ...card, expectedTotal: begun.total })).toMatchObject({
    code: 'identity_needed',
  })
})

test('a try to pay that fails before there is a payment opens the checkout again and keeps what the next try holds of the year', async () => {
  const s = await w.exporter([9])
  const caller = w.shopper()
  const { id, total } = await w.abroad(caller, [{ variant: s.variants[0]! }])
  must(await w.checkout.giveIdentity(caller, id, identity(idNumbers[2])))
  const { expires, orders } = must(await w.orders.claim(caller.person, id, total)).checkout
  const crossing = orders.map(o => ({ id: o.id, amount: o.trade?.quota?.minor ?? 0n, consent: o.trade?.consent ?? null }))
  must(await w.trade.claim({ checkout: id, attempt: 'second', expires, orders: crossing }))
  const c = w as unknown as Parameters<typeof reopenIfIdle>[0]
  expect([await reopenIfIdle(c, id, 'first'), await w.trade.attemptOf(id)]).toEqual([true, 'second'])
  must(await w.orders.claim(caller.person, id, total))
  expect([await reopenIfIdle(c, id), await w.trade.attemptOf(id)]).toEqual([true, null])
})

test('statements of an order to China: begin, identity and pay are counted and stay within fourteen', async () => {
  const s = await w.exporter([9])
  const caller = w.shopper()
  await house.log.flush()
  await house.log.stop()
  const count = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
    const before = house.db.statements()
    const value = await work()
    return [house.db.statements() - before, value]
  }
  const [begin, begun] = await count(async () => must(await w.begin(caller, [{ variant: s.variants[0]! }])))
  const [address] = await count(async () => must(await w.checkout.setAddress(caller, begun.id, shanghai)))
  const [give] = await count(async () => must(await w.checkout.giveIdentity(caller, begun.id, identity(idNumbers[2]))))
  const [pay] = await count(async () => must(await w.checkout.pay(caller, begun.id, { ...card, expectedTotal: begun.total })))
  console.log('statements', { begin, address, identity: give, pay })
  expect(Math.max(begin, address, give, pay)).toBeLessThanOrEqual(14)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { hours, type Id, minutes, money, must, newId } from '#base/kernel'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
const total = money(1600, 'JPY')
const pay = (outcome: 'approve' | 'needs_action' | 'late_success' | 'late_failure') => ({
  method: 'test_card',
  outcome,
  expectedTotal: total,
})
const stock = async (variant: Id<'variant'>) =>
  (await house.db.pool.query('select on_hand, reserved, sold from catalog.variants where id = $1', [variant])).rows[0]
const state = async (id: string) => (await w.orders.checkout(id))?.state
const settled = (ref = 'late') => ({ state: 'settled' as const, ref, amount: total })
const sweep = () => w.checkout.sweep(house.clock.now())

beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
  await house.jobs.start()
  await w.checkout.start()
  await w.payments.start()
})
afterAll(() => house.close())

async function unanswered(pieces: number) {
  const s = await w.shop([pieces])
  const caller = w.shopper()
  const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
  const asked = must(await w.checkout.pay(caller, begun.id, pay('needs_action')))
  return { caller, id: begun.id, variant: s.variants[0]!, payment: asked.payment!.id }
}

test('a late success becomes an order by itself, a late failure opens the checkout again: no request, no sweep', {
  timeout: 90_000,
}, async () => {
  const s = await w.shop([2])
  const [lucky, unlucky] = [w.shopper(), w.shopper()]
  const good = await w.begun(lucky, [{ variant: s.variants[0]! }])
  const bad = await w.begun(unlucky, [{ variant: s.variants[0]! }])
  expect(must(await w.checkout.pay(lucky, good.id, pay('late_success'))).checkout.state).toBe('paying')
  expect(must(await w.checkout.pay(unlucky, bad.id, pay('late_failure'))).checkout.state).toBe('paying')
  house.clock.advance(3000)
  await expect.poll(async () => [await state(good.id), await state(bad.id)], { timeout: 80_000 }).toEqual(['paid', 'open'])
  expect(must(await w.checkout.pay(unlucky, bad.id, pay('approve'))).checkout.state).toBe('paid')
  await expect.poll(() => stock(s.variants[0]!)).toEqual({ on_hand: 0, reserved: 0, sold: 2 })
})
test('a question that nobody answers is given up when the time is over, and the stock goes back', async () => {
  const u = await unanswered(1)
  house.clock.advance(minutes(5))
  await sweep()
  expect(await state(u.id)).toBe('paying')
  house.clock.advance(minutes(11))
  await sweep()
  expect(await w.payments.byReference(u.id)).toMatchObject({ state: 'failed', failure: 'gave_up' })
  expect([await state(u.id), (await stock(u.variant)).reserved]).toEqual(['expired', 0])
})
test('money that comes after all takes stock again when there is some: the shopper has the order', async () => {
  const u = await unanswered(1)
  house.clock.advance(minutes(16))
  await sweep()
  await w.payments.hear(u.payment, settled())
  await expect.poll(() => state(u.id), { timeout: 15_000 }).toBe('paid')
  expect(await stock(u.variant)).toEqual({ on_hand: 0, reserved: 0, sold: 1 })
})
test('money that finds no stock goes back by itself, once, with a word in the timeline', async () => {
  const u = await unanswered(1)
  house.clock.advance(minutes(16))
  await sweep()
  await w.bought(w.shopper(), [{ variant: u.variant }])
  await Promise.all([w.payments.hear(u.payment, settled()), w.payments.hear(u.payment, settled())])
  await expect.poll(async () => (await w.payments.byReference(u.id))?.refunded, { timeout: 15_000 }).toEqual(total)
  const after = must(await w.checkout.view(u.caller, u.id)).checkout
  expect([after.state, after.orders[0]?.state, after.orders[0]?.timeline.at(-1)?.what]).toEqual([
    'expired',
    'expired',
    'payment_late_refunded',
  ])
  await sweep()
  expect((await w.payments.byReference(u.id))?.refunded).toEqual(total)
})
test('money for a checkout that the shopper had cancelled goes back', async () => {
  const u = await unanswered(1)
  must(await w.checkout.cancel(u.caller, u.id))
  await w.payments.hear(u.payment, settled())
  await expect.poll(async () => (await w.payments.byReference(u.id))?.refunded, { timeout: 15_000 }).toEqual(total)
  expect([await state(u.id), (await stock(u.variant)).reserved]).toEqual(['cancelled', 0])
})
test('a second payment that settles beside the one that paid goes back; the order stays paid', async () => {
  const u = await unanswered(2)
  await w.payments.giveUp(u.payment)
  must(await w.checkout.view(u.caller, u.id))
  const paid = must(await w.checkout.pay(u.caller, u.id, pay('approve')))
  expect(paid.checkout.state).toBe('paid')
  await w.payments.hear(u.payment, settled())
  const refunded = async (id: string) =>
    (await house.db.pool.query('select refunded_minor from payments.payments where id = $1', [id])).rows[0].refunded_minor
  await expect.poll(() => refunded(u.payment), { timeout: 15_000 }).toBe(1600n)
  expect([await refunded(paid.payment!.id), await state(u.id)]).toEqual([0n, 'paid'])
})

// What a kill -9 leaves behind, step by step: the doors are called as far as the killed request had come.
test('killed between holding stock and writing the checkout: the hold ends with its time', async () => {
  const s = await w.shop([1])
  const lines = [{ variant: s.variants[0]!, quantity: 1 }]
  must(
    await w.catalog.reserve({
      checkout: newId('checkout', house.clock.now()),
      expires: new Date(house.clock.now().getTime() + minutes(15)),
      lines,
    }),
  )
  await sweep()
  expect((await stock(s.variants[0]!)).reserved).toBe(1)
  house.clock.advance(minutes(16))
  await sweep()
  expect((await stock(s.variants[0]!)).reserved).toBe(0)
})
test('killed between the claim and the payment: it opens again after a minute and can be paid', async () => {
  const s = await w.shop([1])
  const caller = w.shopper()
  const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
  must(await w.orders.claim(caller.person, begun.id, total))
  house.clock.advance(minutes(2))
  await sweep()
  expect(await state(begun.id)).toBe('open')
  expect(must(await w.checkout.pay(caller, begun.id, pay('approve'))).checkout.state).toBe('paid')
})
test('killed between the money and the order: the log finishes it, and so does the sweep alone', async () => {
  const s = await w.shop([2])
  const quiet = commerceOf({ ...house, jobs: { ...house.jobs, define: () => {}, every: () => {} } })
  for (const [finish, fresh] of [
    [() => Promise.resolve(), w],
    [() => quiet.checkout.sweep(house.clock.now()), quiet],
  ] as const) {
    const caller = w.shopper()
    const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
    must(await fresh.orders.claim(caller.person, begun.id, total))
    must(
      await fresh.payments.begin({
        reference: begun.id,
        person: caller.person,
        amount: total,
        method: 'test_card',
        outcome: 'approve',
      }),
    )
    house.clock.advance(minutes(2))
    await finish()
    await expect.poll(() => state(begun.id), { timeout: 15_000 }).toBe('paid')
  }
})
test('an order that was paid is paid, also when its stock was never written as sold: the sweep does it', async () => {
  const s = await w.shop([1])
  const caller = w.shopper()
  const begun = await w.begun(caller, [{ variant: s.variants[0]! }])
  const { checkout } = must(await w.orders.claim(caller.person, begun.id, total))
  // As if the consumer of order.paid had stopped for an hour: its position is moved past the event.
  const alone = commerceOf({
    ...house,
    log: { ...house.log, append: async () => {} },
    jobs: { ...house.jobs, define: () => {}, every: () => {} },
  })
  const payment = must(
    await alone.payments.begin({ reference: begun.id, person: caller.person, amount: total, method: 'test_card' }),
  )
  await alone.orders.markPaid(checkout, payment, { late: false })
  expect(await stock(s.variants[0]!)).toEqual({ on_hand: 1, reserved: 1, sold: 0 })
  house.clock.advance(hours(1))
  await sweep()
  expect(await stock(s.variants[0]!)).toEqual({ on_hand: 0, reserved: 0, sold: 1 })
})

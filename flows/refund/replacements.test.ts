import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, must } from '#base/kernel'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'
import { createRefund } from './index.ts'

let house: TestHouse
let w: Commerce
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
})
afterAll(() => house.close())

const stock = async (variant: Id<'variant'>) =>
  (await house.db.pool.query('select on_hand, reserved, sold from catalog.variants where id = $1', [variant])).rows[0]
/** One of five is delivered, and the other variant is asked for in exchange; whether the consumer of order.paid was there yet. */
async function asked({ consumed = true } = {}) {
  const { owner, variants } = await w.shop([5, 5])
  const [va, vb] = variants as [Id<'variant'>, Id<'variant'>]
  const order = (await w.bought(w.shopper(), [{ variant: va }])).orders[0]!
  if (consumed) must(await w.catalog.commit(order.checkout))
  for (const action of ['pack', 'ship', 'deliver'] as const)
    must(await w.orders.fulfil(owner, order.id, { action, carrier: 'Yamato' }))
  const wish = { reason: 'x', code: 'wrong_size', kind: 'exchange', variant: vb, key: order.key ?? '' } as const
  const returned = must(await w.orders.requestReturn(owner, order.id, wish)).returns[0]?.id ?? ''
  const where = { order: order.id, returned }
  const receive = () => w.orders.moveReturn(owner, where, { action: 'receive' })
  return { owner, order, va, vb, where, receive }
}
/** A refund flow to whose goods something happens in the moment when they are held. */
const when = (held: () => Promise<unknown>) => {
  const quiet = { ...house, jobs: { ...house.jobs, every: () => {} } }
  const reserve: Commerce['catalog']['reserve'] = async wish => {
    const done = await w.catalog.reserve(wish)
    await held()
    return done
  }
  return createRefund(quiet, { catalog: { ...w.catalog, reserve }, orders: w.orders, payments: w.payments })
}

test('a return that is received in the very moment when it is replaced: what came back is on the shelf', async () => {
  const o = await asked()
  must(await when(o.receive).settleReturn(o.owner, o.where, {}))
  expect([await stock(o.va), await stock(o.vb)]).toEqual([
    { on_hand: 5, reserved: 0, sold: 0 },
    { on_hand: 4, reserved: 0, sold: 1 },
  ])
})
test('a return that is refused or paid back in the very moment when it is replaced: the goods for it stay on the shelf', async () => {
  const refuse = (o: Awaited<ReturnType<typeof asked>>) =>
    w.orders.moveReturn(o.owner, o.where, { action: 'refuse', reason: 'used', note: null })
  const pay = (o: Awaited<ReturnType<typeof asked>>) => w.refund.settleReturn(o.owner, o.where, { outcome: 'refund' })
  for (const end of [refuse, pay]) {
    const o = await asked()
    const done = await when(async () => must<unknown>(await end(o))).settleReturn(o.owner, o.where, {})
    expect(done).toMatchObject({ code: 'wrong_state' })
    expect(await stock(o.vb)).toEqual({ on_hand: 5, reserved: 0, sold: 0 })
  }
})
test('an exchange that is faster than the consumer that writes held pieces as sold: what came back is on the shelf', async () => {
  const o = await asked({ consumed: false })
  must(await o.receive())
  must(await w.refund.settleReturn(o.owner, o.where, {}))
  await w.catalog.commit(o.order.checkout)
  expect([await stock(o.va), await stock(o.vb)]).toEqual([
    { on_hand: 5, reserved: 0, sold: 0 },
    { on_hand: 4, reserved: 0, sold: 1 },
  ])
})
test('what came back is not sold again when the shop says so', async () => {
  const o = await asked()
  must(await o.receive())
  must(await w.refund.settleReturn(o.owner, o.where, { restock: false }))
  expect([await stock(o.va), await stock(o.vb)]).toEqual([
    { on_hand: 4, reserved: 0, sold: 1 },
    { on_hand: 4, reserved: 0, sold: 1 },
  ])
})
test.each(['refund', 'replacement'] as const)(
  'a return whose parcel came back meanwhile still ends, with a %s: its pieces are on the shelf once',
  async outcome => {
    const { owner, variants } = await w.shop([5, 5])
    const [va, vb] = variants as [Id<'variant'>, Id<'variant'>]
    const order = (await w.bought(w.shopper(), [{ variant: va }, { variant: vb }])).orders[0]!
    must(await w.catalog.commit(order.checkout))
    const pieces = [{ line: order.lines[0]!.id, quantity: 1 }]
    must(await w.orders.fulfil(owner, order.id, { action: 'pack', pieces }))
    for (const action of ['pack', 'ship', 'deliver'] as const)
      must(await w.orders.fulfil(owner, order.id, { action, carrier: 'Yamato' }))
    const asked = must(await w.orders.requestReturn(owner, order.id, { reason: 'x', pieces, key: order.key ?? '' }))
    const where = { order: order.id, returned: asked.returns[0]?.id ?? '' }
    must(await w.orders.moveReturn(owner, where, { action: 'receive' }))
    const parcel = asked.parcels.find(p => p.contents.some(c => c.line === pieces[0]?.line))?.id ?? ''
    must(await w.refund.refund(owner, order.id, { kind: 'return', reason: null, parcel }))
    const done = must(await w.refund.settleReturn(owner, where, { outcome }))
    expect(done.returns[0]).toMatchObject({ state: 'settled', outcome })
    const sent = outcome === 'replacement' ? 1 : 0
    expect(await stock(va)).toEqual({ on_hand: 5 - sent, reserved: 0, sold: sent })
    const { rows } = await house.db.pool.query("select id from orders.refunds where order_id = $1 and state = 'started'", [
      order.id,
    ])
    expect(rows).toEqual([])
  },
)

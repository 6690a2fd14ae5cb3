import { afterAll, beforeAll, expect, test } from 'vitest'
import { minutes, must } from '#base/kernel'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'
import { MortalProcess, mortal } from '#testing/mortal'
import { createRefund } from './index.ts'

/** Every call that a refund makes is a place to die; then another process sweeps, or is asked the same again. */
let life = new MortalProcess(0, 'before')
let house: TestHouse
let w: Commerce
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house, {
    provider: bank => ({
      ...bank,
      refund: (charge, wish) => life.live('provider.refund', () => bank.refund(charge, wish)),
    }),
  })
})
afterAll(() => house.close())

type What = 'cancel' | 'cancel lines' | 'refund' | 'return' | 'exchange'
/** Two pieces that are paid; sent and asked back by the buyer where it is about a return. */
async function bought(what: What) {
  const shop = await w.shop([5])
  const caller = w.shopper()
  const order = (await w.bought(caller, [{ variant: shop.variants[0]!, quantity: 2 }])).orders[0]!
  must(await w.catalog.commit(order.checkout))
  if (what !== 'return' && what !== 'exchange') return { shop, caller, order, returned: '' }
  for (const action of ['pack', 'ship', 'deliver'] as const)
    must(await w.orders.fulfil(shop.owner, order.id, { action, carrier: 'Yamato' }))
  const asked = must(await w.orders.requestReturn(caller, order.id, { reason: 'x', code: 'damaged', kind: what }))
  const returned = asked.returns[0]?.id ?? ''
  must(await w.orders.moveReturn(shop.owner, { order: order.id, returned }, { action: 'receive' }))
  return { shop, caller, order, returned }
}

async function die(what: What, dieAt: number, when: 'before' | 'after', again: boolean) {
  const held = w.bank.held('JPY')
  const { shop, caller, order, returned } = await bought(what)
  const quiet = { ...house, jobs: { ...house.jobs, every: () => {} } }
  const door = <D extends object>(name: string, d: D) => mortal(() => life, name, d)
  const doors = { catalog: door('catalog', w.catalog), orders: door('orders', w.orders), payments: door('payments', w.payments) }
  const ask = (refund: Commerce['refund']) => {
    const pieces = [{ line: order.lines[0]!.id, quantity: 1 }]
    if (what === 'return' || what === 'exchange') return refund.settleReturn(shop.owner, { order: order.id, returned }, {})
    if (what === 'cancel') return refund.refund(caller, order.id, { kind: 'cancel', reason: null })
    return refund.refund(shop.owner, order.id, { kind: what === 'refund' ? 'refund' : 'cancel', reason: null, pieces })
  }
  life = new MortalProcess(dieAt, when)
  await ask(createRefund(quiet, doors)).catch(error => {
    if (!life.dead) throw error
  })
  const { calls } = life
  life = new MortalProcess(0, 'before')
  if (again && what !== 'cancel lines' && what !== 'refund') await ask(w.refund)
  // A hold runs out meanwhile, whatever it was for.
  house.clock.advance(minutes(20))
  await w.checkout.sweep(house.clock.now())
  await w.refund.sweep(house.clock.now())
  await w.refund.sweep(house.clock.now())
  const end = must(await w.orders.view(shop.owner, order.id))
  const [line] = end.lines
  const { rows } = await house.db.pool.query('select on_hand, reserved, sold from catalog.variants where id = $1', [
    shop.variants[0],
  ])
  const back = (line?.cancelled ?? 0) + (line?.returned ?? 0)
  return {
    calls,
    end,
    left: { held: w.bank.held('JPY') - held, refunding: end.refunding.minor, ...rows[0] },
    right: { held: end.total.minor - end.refunded.minor, refunding: 0n, on_hand: 3 + back, reserved: 0, sold: 2 - back },
  }
}
const given = { cancel: 2600n, 'cancel lines': 1000n, refund: 1000n, return: 2600n, exchange: 0n } as const

test.each(['cancel', 'cancel lines', 'refund', 'return', 'exchange'] as const)(
  'wherever the process dies in a "%s", the next one ends it: what was promised goes back once, the goods once, and nothing hangs',
  { timeout: 300_000 },
  async what => {
    const { calls, end: whole } = await die(what, 0, 'before', false)
    expect([whole.refunded.minor, calls.length >= 4]).toEqual([given[what], true])
    for (const again of [false, true])
      for (const when of ['before', 'after'] as const)
        for (let at = 1; at <= calls.length; at++) {
          const { left, right, end } = await die(what, at, when, again)
          const where = `${when} ${calls[at - 1]} (${at} of ${calls.length})`
          expect({ where, ...left }, where).toEqual({ where, ...right })
          // All of it or nothing; asked again, all of it.
          const all = again && what !== 'cancel lines' && what !== 'refund'
          expect(all ? [given[what]] : [0n, given[what]], where).toContain(end.refunded.minor)
          if (all && what === 'exchange') expect(end.returns[0]?.outcome, where).toBe('replacement')
        }
    console.log(what, calls.length, 'places to die:', calls.join(' '))
  },
)

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewEvent } from '#base/catalogue'
import { must, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
  await w.orders.start()
})
afterAll(() => house.close())

const tell = async (event: NewEvent) => {
  await house.db.transaction(trx => house.log.append(trx, [event]))
  await house.log.flush()
}
async function world() {
  const s = await w.shop([90])
  const buy = async (caller = w.shopper()) => {
    house.clock.advance(60_000)
    const order = (await w.bought(caller, [{ variant: s.variants[0]! }])).orders[0]!
    return { caller, order }
  }
  const list = async (wish = {}) => must(await w.orders.customers(s.owner, s.id, wish)).items
  return { s, buy, list }
}
async function until<T>(read: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  for (let i = 0; i < 200; i++) {
    const value = await read()
    if (good(value)) return value
    await new Promise(r => setTimeout(r, 20))
  }
  return read()
}

test('a customer is told by what the orders say: how many, what was paid and kept, the last; never by a person’s id', async () => {
  const { buy, list, s } = await world()
  const a = await buy()
  const b = await buy()
  const again = await buy(a.caller)
  const found = await list()
  expect(found.map(c => [c.lastOrder, c.orders, c.phase, c.reviewed])).toEqual([
    [again.order.id, 2, 'purchase', false],
    [b.order.id, 1, 'purchase', false],
  ])
  expect(found[0]?.spent).toEqual({ ...a.order.total, minor: a.order.total.minor + again.order.total.minor })
  expect(JSON.stringify(found, (_k, v) => (typeof v === 'bigint' ? v.toString() : v))).not.toContain('per_')
  const theirs = must(await w.orders.ofShop(s.owner, s.id, { buyerOf: a.order.id })).items.map(o => o.id)
  expect(theirs).toEqual([again.order.id, a.order.id])
  const page = must(await w.orders.customers(s.owner, s.id, { limit: 1 }))
  const next = must(await w.orders.customers(s.owner, s.id, { limit: 1, cursor: page.next as string }))
  expect([next.items.map(c => c.lastOrder), next.next]).toEqual([[b.order.id], null])
  expect(await w.orders.customers(s.owner, s.id, { cursor: 'x' })).toMatchObject({ code: 'invalid_cursor' })
})

test('only those who work in the shop see its customers, and an order of another shop opens nobody’s orders', async () => {
  const [here, there] = [await world(), await world()]
  const other = await there.buy()
  await here.buy(other.caller)
  expect(await w.orders.customers(callerOf(), here.s.id, {})).toMatchObject({ code: 'forbidden' })
  expect(must(await w.orders.ofShop(here.s.owner, here.s.id, { buyerOf: other.order.id })).items).toEqual([])
})

test('the phase follows what happened: bought, received, passed on; words and phase narrow the list', async () => {
  const { buy, list, s } = await world()
  const { caller, order } = await buy()
  for (const step of [{ action: 'pack' }, { action: 'ship', carrier: 'x' }, { action: 'deliver' }] as const)
    must(await w.orders.fulfil(s.owner, order.id, step))
  expect((await list({ phase: 'confirmation' })).map(c => c.lastOrder)).toEqual([order.id])
  const line = order.lines[0]!
  await tell({
    name: 'review.written',
    at: house.clock.now(),
    person: caller.person,
    subject: { kind: 'review', id: newId('review', new Date()) },
    data: { product: line.product, order: order.id, line: line.id, stars: 5, media: false },
  })
  const shared = await until(list, found => found[0]?.reviewed === true)
  expect(shared.map(c => [c.phase, c.reviewed])).toEqual([['sharing', true]])
  expect(await list({ phase: 'purchase' })).toEqual([])
  const name = shared[0]?.name as string
  expect((await list({ words: name.slice(0, 3).toUpperCase() })).map(c => c.name)).toEqual([name])
  expect(await list({ words: '%' })).toEqual([])
})

test('who asked to be forgotten is no customer any more, and what a guest bought counts for the account', async () => {
  const { buy, list, s } = await world()
  const a = await buy()
  const b = await buy()
  const into = callerOf()
  await tell({
    name: 'person.merged',
    at: house.clock.now(),
    person: into.person,
    subject: { kind: 'person', id: into.person },
    data: { from: a.caller.person },
  })
  await buy(into)
  const merged = await until(list, found => found.some(c => c.orders === 2))
  expect(merged.map(c => c.orders)).toEqual([2, 1])
  await tell({
    name: 'person.erased',
    at: house.clock.now(),
    person: b.caller.person,
    subject: { kind: 'person', id: b.caller.person },
    data: {},
  })
  expect(await until(list, found => found.length === 1)).toHaveLength(1)
  expect(must(await w.orders.ofShop(s.owner, s.id, { buyerOf: b.order.id })).items).toEqual([])
})

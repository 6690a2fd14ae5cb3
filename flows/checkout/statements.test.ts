import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '#base/kernel'
import { address, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
beforeAll(async () => void (house = await testHouse({ migrations: commerceMigrations })))
afterAll(() => house.close())

/**
 * What doors that are stand-ins here send in truth: cart.take, prices.current and cart.clear one statement each, shops from
 * memory, pictures of the lines one.
 */
const elsewhere = { begin: 3, address: 0, pay: 1 }
const budget = 12

test('three lines of two shops: begin, address and pay need at most 12 SQL statements each, BEGIN and COMMIT counted', async () => {
  const w = commerceOf(house)
  const [a, b] = [await w.shop([5, 5]), await w.shop([5])]
  // The sequencer sends statements of its own; what it does for all is not a step's.
  await house.log.flush()
  await house.log.stop()
  const count = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
    const before = house.db.statements()
    const value = await work()
    return [house.db.statements() - before, value]
  }
  const caller = w.shopper()
  const lines = [...a.variants, ...b.variants].map(variant => ({ variant, quantity: 1, source: null }))
  const [begin, checkout] = await count(async () => must(await w.checkout.begin(caller, { lines, expectedSubtotal: null })))
  const [write] = await count(async () => must(await w.checkout.setAddress(caller, checkout.id, address)))
  const wish = { method: 'test_card', expectedTotal: checkout.total }
  const [pay, paid] = await count(async () => must(await w.checkout.pay(caller, checkout.id, wish)))
  const [view] = await count(async () => must(await w.checkout.view(caller, checkout.id)))
  expect(paid.checkout.state).toBe('paid')
  const all = { begin: begin + elsewhere.begin, address: write + elsewhere.address, pay: pay + elsewhere.pay, view }
  console.log('statements', all)
  expect(Math.max(...Object.values(all))).toBeLessThanOrEqual(budget)
})

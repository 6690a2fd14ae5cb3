import { afterAll, beforeAll, expect, test } from 'vitest'
import { money, must } from '#base/kernel'
import { cartMigrations, createCart } from '#rooms/cart'
import { createPrices, pricesMigrations } from '#rooms/prices'
import { address, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'
import { createCheckout } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: [...commerceMigrations, ...pricesMigrations, ...cartMigrations] })
})
afterAll(() => house.close())

const budget = 12

/**
 * Real rooms, but for people (in memory in truth too) and pictures (one statement for each time that variants are read: two
 * in `begin`). BEGIN and COMMIT are counted; what the sequencer of the log does for everybody is not.
 */
test('the whole cart, three lines of two shops: begin, address, pay and look need at most 12 SQL statements each', async () => {
  const w = commerceOf(house)
  const [a, b] = [await w.shop([5, 5]), await w.shop([5])]
  const accounts = {
    may: () => ({ ok: true, value: true }) as const,
    shop: async (id: string) => w.shops.get(id) ?? null,
    shops: async () => new Map(),
  }
  const prices = createPrices(house, { accounts, catalog: w.catalog })
  const cart = createCart(house, { accounts, catalog: w.catalog, prices })
  const quiet = { ...house, jobs: { ...house.jobs, define: () => {}, every: () => {} } }
  const checkout = createCheckout(quiet, { ...w, accounts, prices, cart })
  const caller = w.shopper()
  for (const { owner, variant } of [a, b].flatMap(s => s.variants.map(variant => ({ owner: s.owner, variant })))) {
    must(await prices.setPrice(owner, variant, { minor: '1000', currency: 'JPY' }))
    must(await cart.put(caller, { variant, quantity: 1, source: null }))
  }
  await house.log.flush()
  await house.log.stop()
  const count = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
    const before = house.db.statements()
    const value = await work()
    return [house.db.statements() - before, value]
  }
  const [begin, begun] = await count(async () =>
    must(await checkout.begin(caller, { lines: null, expectedSubtotal: money(3000, 'JPY') })),
  )
  const [write] = await count(async () => must(await checkout.setAddress(caller, begun.id, address)))
  const wish = { method: 'test_card', expectedTotal: begun.total }
  const [pay, paid] = await count(async () => must(await checkout.pay(caller, begun.id, wish)))
  const [look] = await count(async () => must(await checkout.view(caller, begun.id)))
  expect([paid.checkout.state, paid.checkout.orders.length, await cart.take(caller.person)]).toEqual(['paid', 2, []])
  const [soldOut, refused] = await count(() =>
    checkout.begin(w.shopper(), { lines: [{ variant: a.variants[0]!, quantity: 9, source: null }], expectedSubtotal: null }),
  )
  expect(refused).toMatchObject({ code: 'out_of_stock', details: { variant: a.variants[0], available: 4 } })
  const all = { begin, address: write, pay, look, soldOut }
  console.log('statements', all)
  expect(Math.max(...Object.values(all))).toBeLessThanOrEqual(budget)
  // In a rush nearly everybody is told this: reads alone, no transaction, no lock.
  expect(soldOut).toBeLessThanOrEqual(6)
})

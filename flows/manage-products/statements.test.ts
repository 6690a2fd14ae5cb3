import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { listProducts } from './list-products.ts'
import { deskMigrations, manyProducts, openDesk, wishes } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: deskMigrations })
})
afterAll(() => house.close())

/** Real rooms but for pictures, which are one statement more. What the sequencer of the log does for everybody is not counted. */
test('a page of a list of 10,000 products needs at most three statements, however it is sorted and filtered', async () => {
  const at = await openDesk(house)
  const { shop, owner } = await manyProducts(house, at, 10_000)
  await house.log.flush()
  await house.log.stop()
  const seen: Record<string, { statements: number; ms: number; total: number | null }> = {}
  for (const wish of wishes) {
    await listProducts(at.doors, owner, shop, wish)
    const [before, start] = [house.db.statements(), performance.now()]
    const page = must(await listProducts(at.doors, owner, shop, { limit: 50, ...wish }))
    const ms = Math.round(performance.now() - start)
    seen[JSON.stringify(wish)] = { statements: house.db.statements() - before, ms, total: page.total }
    expect(page.items.length).toBeGreaterThan(0)
  }
  const [before, start] = [house.db.statements(), performance.now()]
  const counts = must(await at.w.catalog.deskCounts(owner, shop))
  const ms = Math.round(performance.now() - start)
  seen.counts = { statements: house.db.statements() - before, ms, total: counts.all }
  console.table(seen)
  expect(Math.max(...Object.values(seen).map(s => s.statements))).toBeLessThanOrEqual(3)
})

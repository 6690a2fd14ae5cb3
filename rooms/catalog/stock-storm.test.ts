import { afterAll, beforeAll, expect, test } from 'vitest'
import { between, type Id, must, pick, seeded } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { catalogMigrations } from './index.ts'
import { catalogOf, type Line, liveProduct, stockWords } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: catalogMigrations })
})
afterAll(() => house.close())
const { rows, put, hold, addLocation, bundleOf, disagreements } = stockWords(() => house)

const seed = Number(process.env.SEED ?? 20261126)
test(`many buyers at once over locations, bundles and singles: counters are the ledger, nothing is oversold (seed ${seed})`, {
  timeout: 240_000,
}, async () => {
  const random = seeded(seed)
  const at = catalogOf(house)
  const places = [undefined, await addLocation(at, 'Osaka'), await addLocation(at, 'Hagi')]
  const made = await liveProduct(at, { stock: [9, 6, 3, 12] })
  const singles = made.variants
  for (const v of singles)
    for (const place of places.slice(1)) await put(at, v, between(random, 1, 8), place, between(random, 0, 2))
  const sets = [
    await bundleOf(at, [
      { variant: singles[0]!, quantity: 2 },
      { variant: singles[1]!, quantity: 1 },
    ]),
    await bundleOf(at, [
      { variant: singles[1]!, quantity: 1 },
      { variant: singles[3]!, quantity: 3 },
    ]),
  ].map(s => s.variant)
  const all = [...singles, ...sets]
  const open: { checkout: Id<'checkout'>; lines: Line[] }[] = []
  const sold: typeof open = []
  const counts: Record<string, number> = {}
  let adjusted = 0
  const acts: Record<string, () => Promise<string>> = {
    async buy() {
      const chosen = new Set(Array.from({ length: between(random, 1, 3) }, () => pick(random, all)))
      const lines = [...chosen].map(variant => ({ variant, quantity: between(random, 1, 3) }))
      const { done, checkout } = await hold(at, lines)
      if (done.ok) open.push({ checkout, lines })
      return done.ok ? 'held' : done.code
    },
    async release() {
      const one = open.splice(Math.floor(random() * open.length), 1)[0]
      return one && (await at.catalog.release(one.checkout)) ? 'released' : 'nothing'
    },
    async commit() {
      const one = open.splice(Math.floor(random() * open.length), 1)[0]
      if (!one) return 'nothing'
      const [done] = await Promise.all([at.catalog.commit(one.checkout), random() < 0.3 ? at.catalog.commit(one.checkout) : null])
      if (done.ok) sold.push(one)
      return done.ok ? 'sold' : done.code
    },
    async restock() {
      const one = sold.splice(Math.floor(random() * sold.length), 1)[0]
      if (!one) return 'nothing'
      const part = random() < 0.4 ? one.lines.slice(0, 1) : one.lines
      const ref = `rfd_${one.checkout.slice(4)}`
      await Promise.all([
        at.catalog.restock(ref, one.checkout, part),
        random() < 0.4 ? at.catalog.restock(ref, one.checkout, part) : null,
      ])
      return 'restocked'
    },
    async adjust() {
      const change = between(random, -3, 3)
      const location = pick(random, places)
      const wish = {
        change,
        reason: 'counted' as const,
        ...(location && { location }),
        ...(random() < 0.2 && { safety: between(random, 0, 3) }),
      }
      const done = await at.catalog.adjust(at.owner, pick(random, singles), wish, `r${++adjusted}`)
      return done.ok ? 'adjusted' : done.code
    },
    async order() {
      const ids = must(await at.catalog.stockDesk.locations(at.owner, at.shop)).map(l => l.id)
      must(
        await at.catalog.stockDesk.sortLocations(
          at.owner,
          at.shop,
          ids.toSorted(() => random() - 0.5),
        ),
      )
      return 'ordered'
    },
  }
  const names = [...Object.keys(acts), 'buy', 'buy', 'buy', 'buy', 'buy', 'release', 'commit', 'commit', 'restock', 'restock']
  const operations = Number(process.env.OPERATIONS ?? 2000)
  for (let round = 0, done = 0; done < operations; round++) {
    const some = Array.from({ length: 12 }, () => pick(random, names))
    for (const what of await Promise.all(some.map(name => acts[name]!()))) {
      counts[what] = (counts[what] ?? 0) + 1
      if (what !== 'nothing') done++
    }
    if (round % 20 === 0) expect(await disagreements()).toEqual([])
  }
  console.log('stock storm', seed, counts)
  expect(await disagreements()).toEqual([])
  expect(await rows('select 1 from catalog.levels where on_hand < 0 or reserved < 0 or reserved > on_hand')).toEqual([])
  // What was held or sold was there: pieces out of the door and on the shelf are what came in.
  const [sums] = await rows<{ a: number; b: number }>(
    `select sum(m.on_hand) filter (where kind not in ('sold', 'restocked'))::int as a,
      (select sum(v.on_hand + v.sold) from catalog.variants v where v.shop = $1)::int as b
     from catalog.movements m where variant in (select id from catalog.variants where shop = $1)`,
    at.shop,
  )
  expect(sums?.a).toBe(sums?.b)
  expect(
    Math.min(...['held', 'out_of_stock', 'released', 'sold', 'restocked', 'adjusted'].map(k => counts[k] ?? 0)),
  ).toBeGreaterThan(20)
})

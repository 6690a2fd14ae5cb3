import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { mediaMigrations } from './index.ts'
import { createPrograms } from './program.ts'
import { dropFreed, Withheld } from './withheld.ts'
import { createWorkshop, type Workshop } from './workshop.ts'

let house: TestHouse
let shop: Workshop
let rows = 0
/** The next answer of the database waits for `until`, and says that it is there. */
let late: { here: () => void; until: Promise<void> } | null = null
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  const plain = createWorkshop(house, createPrograms())
  const counting = {
    transformQuery: <T>({ node }: { node: T }) => node,
    transformResult: async <T extends { rows: unknown[] }>({ result }: { result: T }) => {
      rows += result.rows.length
      const wait = late
      late = null
      wait?.here()
      await wait?.until
      return result
    },
  }
  shop = { ...plain, db: plain.db.withPlugin(counting as never) }
})
afterAll(() => house?.close())

async function media(count: number): Promise<Id<'media'>[]> {
  const ids = Array.from({ length: count }, () => newId('media', new Date()))
  await house.db.pool.query(
    `insert into media.media (id, owner, state, bytes, created) select id, 'per_x', 'probing', 1, now() from unnest($1::text[]) as m(id)`,
    [ids],
  )
  return ids
}
const within = { timeout: 5000, interval: 100 }

test('what one process keeps back or gives free the others heed, again and again, and each reads old decisions once only', async () => {
  const [here, there] = [new Withheld(shop), new Withheld(shop)]
  const old = await media(500)
  await here.set(old, true)
  await house.db.pool.query(`update media.withheld set changed = now() - interval '1 hour'`)
  const [film] = (await media(1)) as [Id<'media'>]
  rows = 0
  expect([await there.has(old[0] as string), await there.has(film), rows]).toEqual([true, false, 500])
  for (const on of [true, false, true, false]) {
    await here.set([film], on)
    await here.set([film], on)
    expect(await here.has(film)).toBe(on)
    await expect.poll(() => there.has(film), within).toBe(on)
  }
  expect(await there.has(old[499] as string)).toBe(true)
  // Once for each of the two; all other readings brought the one that changed.
  expect(rows).toBeLessThan(1000 + 500)
})

test('an answer that comes late does not undo what was read after it', async () => {
  const there = new Withheld(shop)
  const [film] = (await media(1)) as [Id<'media'>]
  await there.has(film)
  await there.set([film], true)
  await there.set([film], false)
  const [asked, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  late = { here: asked.resolve, until: free.promise }
  const first = there.has(film)
  await asked.promise
  await there.set([film], true)
  expect(await there.has(film)).toBe(true)
  free.resolve()
  await first
  expect(await there.has(film)).toBe(true)
})

test('a process that comes later knows what is kept and what was given free, also when the traces of that are swept away', async () => {
  const here = new Withheld(shop)
  const [kept, freed, unknown] = [...(await media(2)), newId('media', new Date())] as [Id<'media'>, Id<'media'>, Id<'media'>]
  await here.set([kept, freed, unknown], true)
  await here.set([freed, unknown], false)
  await house.db.pool.query(`update media.withheld set changed = now() - interval '1 hour'`)
  await dropFreed(shop)
  const { rows: left } = await house.db.pool.query('select 1 from media.withheld where not kept')
  const later = new Withheld(shop)
  expect([await later.has(kept), await later.has(freed), await later.has(unknown), left.length]).toEqual([true, false, false, 0])
  await here.set([freed], true)
  await expect.poll(() => later.has(freed), within).toBe(true)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#testing/house'
import { liveAll } from './live.ts'
import { livesMigrations, openLives } from './world.ts'

const seed = Number(process.env.SEED ?? 20_261_126)
/** As many as the gate has time for. Rare meetings (a return that is refused in the moment when it is replaced) take 2,000: LIVES=2000, after a change of orders, returns or stock. */
const count = Number(process.env.LIVES ?? 700)
let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: livesMigrations })
})
afterAll(() => house.close())

test(`${count} whole lives of orders, at home and abroad, in any order and at once, keep money, stock, offers, quota and states right (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  const world = await openLives(house, seed)
  const [begun, used, statements] = [Date.now(), process.cpuUsage(), house.db.statements()]
  const lives = await liveAll(world, seed, count, 250)
  const { user, system } = process.cpuUsage(used)
  console.log(
    `${lives.length} lives, ${Math.round((Date.now() - begun) / 1000)} s, ${Math.round((user + system) / 1e6)} s of them ours, ${house.db.statements() - statements} statements`,
  )
  const { rows } = await house.db.pool.query<{ market: string; state: string; payment: string; fulfilment: string; n: number }>(
    'select market, state, payment, fulfilment, count(*)::int as n from orders.orders group by 1, 2, 3, 4 order by 1, 2, 3, 4',
  )
  const said = new Map<string, number>()
  for (const step of lives.flatMap(l => l.steps)) {
    const what = step.slice(15).replace(/\d+/g, '#')
    said.set(what, (said.get(what) ?? 0) + 1)
  }
  console.log(`seed ${seed}`, rows.map(r => Object.values(r).join(' ')).join('\n'))
  console.log(
    [...said]
      .sort()
      .map(([what, n]) => `${n} × ${what}`)
      .join('\n'),
  )
  // Enough lives go everywhere.
  if (count < 500) return
  const told = await house.db.pool.query<{ name: string }>(`select distinct name from events.log where name like 'parcel.%'`)
  const seen = [...rows.flatMap(r => [r.market, r.state, r.payment, r.fulfilment]), ...told.rows.map(r => r.name)]
  for (const place of [
    'JP',
    'CN',
    'DE',
    'completed',
    'cancelled',
    'expired',
    'refunded',
    'partially_refunded',
    'returned',
    'delivered',
    // One of several parcels of an order: where it stands at the end is chance.
    'parcel.shipped',
  ])
    expect(seen).toContain(place)
})

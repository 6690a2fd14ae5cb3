import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { paymentsMigrations } from '../index.ts'
import type { Db } from './journal.ts'
import { ledgerEvents, postEvents } from './post-event.ts'
import type { LedgerTables } from './tables.ts'
import { type LivingTown, openTown } from './testing.ts'

const seed = Number(process.env.SEED ?? 20260302)
let house: TestHouse
let w: LivingTown
const rows = <R>(text: string, values?: unknown[]) => w.rows<R>(text, values)
beforeAll(async () => {
  house = await testHouse({ migrations: paymentsMigrations })
  w = await openTown(house, operator(), seed)
}, 60_000)
afterAll(() => house.close())

test('read again from the start, the log changes nothing; read into an empty journal, it makes the same one', async () => {
  const dump = () =>
    rows('select party, holder, bucket, currency, minor from payments.balances where minor <> 0 order by 1, 2, 3, 4')
  const replay = async () => {
    for (let at = 0n; ; ) {
      const events = await w.house.log.read(at, 2000)
      const last = events.at(-1)
      if (!last) return
      at = last.position
      await w.house.db.transaction<LedgerTables, void>(async trx => {
        await postEvents(
          trx as unknown as Db,
          events.filter(e => ledgerEvents.includes(e.name)),
        )
      })
    }
  }
  await w.live(200)
  const before = await dump()
  await replay()
  expect(await dump()).toEqual(before)
  await w.house.db.pool.query(
    'truncate payments.postings, payments.entries, payments.balances, payments.sales, payments.post_authors',
  )
  await replay()
  expect(await dump()).toEqual(before)
  expect(before.length).toBeGreaterThan(20)
}, 120_000)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { money, must } from '#base/kernel'
import { operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createLedger, type Ledger, paymentsMigrations } from '../index.ts'

let house: TestHouse
let ledger: Ledger
beforeAll(async () => {
  house = await testHouse({ migrations: paymentsMigrations })
  const nobody = async () => new Map<string, never>()
  const may = () => ({ ok: true, value: true }) as const
  ledger = createLedger(house, { accounts: { may, people: nobody, shops: nobody, note: async () => {} } })
  await ledger.start()
})
afterAll(() => house.close())

test('more small accounts than one look holds keep nobody from being paid', async () => {
  await house.db.pool.query(`
    insert into payments.balances (party, holder, bucket, currency, minor)
    select 'creator', 'per_' || n, 'payable', case when n % 2 = 0 then 'JPY' else 'CNY' end, 999 from generate_series(1, 1100) n
    union all select 'shop', 'shp_1', 'payable', 'JPY', 1000 union all select 'shop', 'shp_2', 'payable', 'KWD', 4999`)
  expect([await ledger.makePayouts(), await ledger.makePayouts()]).toEqual([1, 0])
  const { rows } = await house.db.pool.query('select holder, minor from payments.payouts')
  expect(rows).toEqual([{ holder: 'shp_1', minor: 1000n }])
})

test('the comparison finds a payout and a settlement that the log tells and the journal has not', async () => {
  const missing = async () =>
    (await ledger.reconcile()).problems
      .filter(p => p.kind === 'missing_entry')
      .map(p => p.about)
      .sort()
  must(
    await ledger.settle(operator(), {
      ...{ provider: 'test', reference: 'po_1', given: money(9, 'JPY'), received: money(9, 'JPY') },
    }),
  )
  expect(await missing()).toEqual([])
  await house.db.pool.query('update payments.ledger_checks set position = 0')
  await house.db.pool.query('truncate payments.postings, payments.entries')
  expect(await missing()).toEqual(['shp_1', 'test po_1'])
})

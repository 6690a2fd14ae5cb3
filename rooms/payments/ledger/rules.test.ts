import { afterAll, beforeAll, expect, test } from 'vitest'
import { between, money, seeded } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { paymentsMigrations } from '../index.ts'
import { type Posting, post } from './account.ts'
import { exchangeBack } from './exchange-back.ts'
import { type Db, write } from './journal.ts'
import { rateAt } from './rates.ts'
import { type About, disputeOf, refundOf, type Sale, saleOf } from './rules.ts'
import { decimal } from './statement-csv.ts'
import type { LedgerTables } from './tables.ts'

const yen = (n: number) => money(n, 'JPY')
const cny = (n: number) => money(n, 'CNY')
const sale = (parts: Partial<Sale> = {}): Sale => ({
  ...{ order: 'ord_1', checkout: 'chk_1', shop: 'shp_1', market: 'JP', rate: null },
  ...{ goods: yen(11_000), discount: yen(1100), platformDiscount: yen(600), shipping: yen(550), importTax: yen(0) },
  ...{ tax: yen(950), total: yen(10_450), lines: [{ paid: yen(9900), tax: yen(900), creator: 'per_1' }] },
  ...parts,
})
const rates = { commission: 300n, creator: 1000n, fee: 360n }
const total = (list: readonly Posting[], party: string, currency = 'JPY') =>
  list.filter(p => p.party === party && p.currency === currency).reduce((sum, p) => sum + p.minor, 0n)
const about = (parts: Partial<About> = {}): About => ({
  ...{ order: 'ord_1', checkout: 'chk_1', shop: 'shp_1', currency: 'JPY', own: 'JPY', market: 'JP', bucket: 'pending' },
  ...parts,
})
const balanced = (list: readonly Posting[]) =>
  [...new Set(list.map(p => p.currency))].map(c => list.filter(p => p.currency === c).reduce((s, p) => s + p.minor, 0n))

test('a sale: the shop gets goods, delivery and what the platform pays of the discount, less commissions on the price without tax, less the fee', () => {
  const list = saleOf(sale(), rates)
  // 9,900 paid with 900 tax: 3 % and 10 % of 9,000; 3.6 % of all 10,450 is 376.2.
  expect(total(list, 'platform')).toBe(-600n + 270n + 376n)
  expect(total(list, 'creator')).toBe(900n)
  expect(total(list, 'shop')).toBe(11_000n - 1100n + 600n + 550n - 270n - 900n - 376n)
  expect(total(list, 'shopper')).toBe(-10_450n)
  expect(balanced(list)).toEqual([0n])
})
test('an import tax goes to the authority, and the shop gets its own currency at the rate that the order was frozen with', () => {
  const rate = { from: 'JPY', to: 'CNY', rate: '0.05' } as const
  const list = saleOf(
    sale({
      ...{ rate, market: 'CN', goods: cny(50_000), discount: cny(0), platformDiscount: cny(0), shipping: cny(2_500) },
      ...{ importTax: cny(4_778), tax: cny(0), total: cny(57_278), lines: [{ paid: cny(50_000), tax: cny(0), creator: null }] },
    }),
    rates,
  )
  expect(list.find(p => p.party === 'tax')).toMatchObject({ holder: 'CN', minor: 4_778n, currency: 'CNY' })
  expect([total(list, 'fx', 'CNY'), total(list, 'fx')]).toEqual([52_500n, -10_500n])
  expect(list.filter(p => p.party === 'shop').every(p => p.currency === 'JPY')).toBe(true)
  expect(balanced(list)).toEqual([0n, 0n])
})
test('a rate is the newest of the day that names the holder, before one for all', () => {
  const row = (holder: string, bps: number, day: string) => ({ kind: 'fee' as const, holder, bps, since: new Date(day) })
  const rows = [
    row('*', 360, '1970-01-01'),
    row('*', 400, '2026-02-01'),
    row('shp_1', 200, '2026-01-10'),
    row('shp_1', 100, '2026-03-01'),
  ]
  const at = (holder: string, day: string) => rateAt(rows, 'fee', holder, new Date(day))
  expect([at('shp_1', '2026-01-09'), at('shp_1', '2026-02-28'), at('shp_1', '2026-03-01')]).toEqual([360n, 200n, 100n])
  expect([at('shp_2', '2026-02-28'), rateAt(rows, 'creator', 'shp_1', new Date('2026-03-01'))]).toEqual([400n, 0n])
})
test('refunds in parts of any sizes reverse exactly what was sold, and never more of anything than was left', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const r = seeded(seed)
    const posted = saleOf(sale(), rates)
    for (let left = 10_450n; left > 0n; ) {
      const amount = r() < 0.2 ? left : BigInt(between(r, 1, Number(left)))
      const list = refundOf(about(), posted, { amount, full: amount === left, parts: null })
      expect([total(list, 'shopper'), balanced(list).every(s => s === 0n)], `seed ${seed}`).toEqual([amount, true])
      posted.push(...list)
      left -= amount
      expect(posted.filter(p => p.party === 'creator').reduce((s, p) => s + p.minor, 0n)).toBeGreaterThanOrEqual(0n)
    }
    const fee = posted.filter(p => p.what === 'fee' && p.party === 'shop').reduce((s, p) => s + p.minor, 0n)
    expect([total(posted, 'shop'), total(posted, 'creator'), total(posted, 'platform')]).toEqual([fee, 0n, -fee])
    expect(posted.reduce((s, p) => s + p.tax, 0n)).toBe(0n)
  }
})
test('a refund for delivery alone takes no commission back; parts that do not fit are not believed', () => {
  const posted = saleOf(sale(), rates)
  const delivery = refundOf(about(), posted, { amount: 550n, full: false, parts: { goods: 0n, shipping: 550n, importTax: 0n } })
  expect([total(delivery, 'shop'), total(delivery, 'creator')]).toEqual([-550n, 0n])
  const wrong = refundOf(about(), posted, { amount: 550n, full: false, parts: { goods: 0n, shipping: 551n, importTax: -1n } })
  expect(total(wrong, 'creator')).toBeLessThan(0n)
})
test('a dispute larger than what is left of the orders is on the platform, not on a shop', () => {
  const sums = saleOf(sale(), rates)
  const list = disputeOf('chk_1', 'test', yen(12_000), [{ about: about(), sums }])
  expect([total(list, 'provider'), total(list, 'shop'), total(list, 'platform')]).toEqual([12_000n, -10_450n, -1550n])
  const again = disputeOf('chk_1', 'test', yen(500), [{ about: about(), sums: [...sums, ...list] }])
  expect([total(again, 'shop'), total(again, 'platform')]).toEqual([0n, -500n])
})
test('an amount exchanged back is rounded once, half to even, between currencies of 0, 2 and 3 decimals', () => {
  const back = (minor: number, to: 'CNY' | 'KWD' | 'JPY', rate: string, from: 'JPY' | 'KWD') =>
    exchangeBack(money(minor, to), { from, to, rate }).minor
  expect(back(483, 'CNY', '0.0483', 'JPY')).toBe(100n)
  expect(back(1, 'CNY', '0.02', 'JPY')).toBe(0n)
  expect(back(3, 'CNY', '0.02', 'JPY')).toBe(2n)
  expect(back(500, 'JPY', '500', 'KWD')).toBe(1000n)
  expect([decimal(money(-5, 'CNY')), decimal(money(-1234, 'KWD')), decimal(yen(7))]).toEqual(['-0.05', '-1.234', '7'])
})

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: paymentsMigrations })
})
afterAll(() => house.close())
const db = () => house.db.tables<LedgerTables>() as Db
const at = new Date('2026-03-01T00:00:00Z')
const pair = (reference: string, a: number, b: number) => ({
  ...{ kind: 'capture' as const, reference, at },
  postings: post('chk_1', 'JPY', [
    { party: 'shopper', holder: 'chk_1', minor: BigInt(a), what: 'capture' },
    { party: 'provider', holder: 'test', minor: BigInt(b), what: 'capture' },
  ]),
})

test('an entry that does not balance in each currency is refused whole, by the database', async () => {
  await expect(write(db(), pair('odd', 100, -99))).rejects.toThrow(/does not balance/)
  const mixed = pair('mixed', 100, -100)
  const other = {
    ...mixed,
    postings: mixed.postings.map((p, i) => ({ ...p, currency: i === 0 ? ('USD' as const) : p.currency })),
  }
  await expect(write(db(), other)).rejects.toThrow(/does not balance/)
  await expect(
    house.db.pool.query(
      `with e as (insert into payments.entries (kind, reference, at) values ('capture', 'raw', now()) returning id)
       insert into payments.postings (entry, line, party, holder, bucket, currency, minor, what, subject, at)
       select id, 0, 'shop', 'x', 'main', 'JPY', 5, 'goods', 'x', now() from e`,
    ),
  ).rejects.toThrow(/does not balance/)
  expect((await house.db.pool.query('select count(*)::int as n from payments.entries')).rows[0].n).toBe(0)
})
test('the same entry written by many at once is there once, and its balance too', async () => {
  const written = await Promise.all(Array.from({ length: 8 }, () => write(db(), pair('once', 700, -700))))
  expect(written.filter(Boolean).length).toBe(1)
  const { rows } = await house.db.pool.query(`select minor from payments.balances where party = 'provider'`)
  expect(rows).toEqual([{ minor: -700n }])
})
test('no posting and no entry is ever changed or taken away', async () => {
  await write(db(), pair('kept', 1, -1))
  for (const statement of [
    'update payments.postings set minor = 2 where minor = 1',
    'delete from payments.postings',
    `update payments.entries set kind = 'sale'`,
    'delete from payments.entries',
  ])
    await expect(house.db.pool.query(statement), statement).rejects.toThrow(/only added to/)
})

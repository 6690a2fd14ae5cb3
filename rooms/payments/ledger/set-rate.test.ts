import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, must, newId } from '#base/kernel'
import { guest, operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createLedger, type Ledger, paymentsMigrations } from '../index.ts'
import { rateAt, readRates } from './rates.ts'
import { leadMs } from './set-rate.ts'

let house: TestHouse
let ledger: Ledger
let noted: unknown[]
const shop = newId('shop', new Date())
beforeAll(async () => {
  house = await testHouse({ migrations: paymentsMigrations })
  noted = []
  ledger = createLedger(house, {
    accounts: {
      may: caller => (caller.operator ? { ok: true, value: true } : { ok: false, code: 'forbidden', message: 'no' }),
      people: async () => new Map(),
      shops: async ids => new Map(ids.filter(id => id === shop).map(id => [id, { name: { en: 'Kiln' } }])),
      note: async (_caller, action, about, detail) => void noted.push([action, about, detail]),
    },
  })
})
afterAll(() => house.close())
const at = (ms: number) => new Date(house.clock.now().getTime() + ms)
const commission = async (holder: Id<'shop'>, ms: number) =>
  rateAt(await readRates(house.db.tables(), [holder]), 'commission', holder, at(ms))
const day = 86_400_000

test('a rate holds for its shop from its day on, others keep the one for all; the list says which holds now', async () => {
  const set = must(await ledger.setRate(operator(), { kind: 'commission', holder: shop, bps: 150, since: at(day) }))
  expect(set).toMatchObject({ standing: 'planned', name: { en: 'Kiln' } })
  expect([await commission(shop, 0), await commission(shop, day), await commission(newId('shop', new Date()), day)]).toEqual([
    300n,
    150n,
    300n,
  ])
  const listed = async () =>
    must(await ledger.rates(operator(), { limit: 50 })).items.map(r => `${r.kind} ${r.bps} ${r.standing}`)
  expect(await listed()).toEqual([
    'commission 150 planned',
    'provider 360 now',
    'fee 360 now',
    'creator 1000 now',
    'commission 300 now',
  ])
  must(await ledger.setRate(operator(), { kind: 'fee', holder: '*', bps: 325 }))
  house.clock.advance(2 * day)
  expect(await listed()).toEqual([
    'commission 150 now',
    'fee 325 now',
    'provider 360 now',
    'fee 360 over',
    'creator 1000 now',
    'commission 300 now',
  ])
  expect(noted).toEqual([
    ['ledger.rate', shop, { kind: 'commission', bps: 150, since: set.since.toISOString() }],
    ['ledger.rate', '*', { kind: 'fee', bps: 325, since: expect.any(String) }],
  ])
})

test('pages follow one another without a gap, and a cursor of others is refused', async () => {
  const all = must(await ledger.rates(operator(), { limit: 50 })).items
  const seen = []
  for (let cursor: string | undefined; ; ) {
    const page = must(await ledger.rates(operator(), { cursor, limit: 2 }))
    seen.push(...page.items)
    if (!page.next) break
    cursor = page.next
  }
  expect(seen).toEqual(all)
  expect(await ledger.rates(operator(), { cursor: 'x', limit: 2 })).toMatchObject({ code: 'invalid_cursor' })
})

test('nothing that was sold gets another rate: a row in the past is refused, and so are unknown shops and who does not operate', async () => {
  const before = await readRates(house.db.tables(), [shop])
  const wish = { kind: 'creator', holder: '*', bps: 500 } as const
  expect(await ledger.setRate(operator(), { ...wish, since: at(leadMs - 1) })).toMatchObject({ code: 'invalid_request' })
  expect(await ledger.setRate(operator(), { ...wish, holder: newId('shop', new Date()) })).toMatchObject({ code: 'not_found' })
  expect(await ledger.setRate(guest(), wish)).toMatchObject({ code: 'forbidden' })
  expect(await ledger.rates(guest(), { limit: 2 })).toMatchObject({ code: 'forbidden' })
  expect(await readRates(house.db.tables(), [shop])).toEqual(before)
})

test('a row that has not begun is said anew, one that has is not', async () => {
  const since = at(3 * day)
  for (const bps of [400, 450]) must(await ledger.setRate(operator(), { kind: 'provider', holder: 'stripe', bps, since }))
  const rows = (await readRates(house.db.tables(), ['stripe'])).filter(r => r.holder === 'stripe')
  expect(rows).toMatchObject([{ bps: 450 }])
  house.clock.advance(4 * day)
  expect(await ledger.setRate(operator(), { kind: 'provider', holder: 'stripe', bps: 1, since })).toMatchObject({
    code: 'invalid_request',
  })
})

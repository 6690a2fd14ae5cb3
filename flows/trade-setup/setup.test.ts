import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '#base/kernel'
import { borderMigrations, borderOf, cup, registrations } from '#testing/border'
import { type TestHouse, testHouse } from '#testing/house'
import { type SetupDoors, setFacts, showFacts } from './product-facts.ts'
import { productsReady, shopReady } from './readiness.ts'
import { setRegistrations, showRegistrations } from './registrations.ts'

let house: TestHouse
let w: ReturnType<typeof borderOf>
let doors: SetupDoors
beforeAll(async () => {
  house = await testHouse({ migrations: borderMigrations })
  w = borderOf(house)
  doors = {
    accounts: w.accounts,
    catalog: w.catalog,
    prices: w.marketPrices,
    media: { state: async () => new Map() },
    trade: w.trade,
  } as never as SetupDoors
})
afterAll(() => house.close())

test('a shop learns what is missing for China, code by code, and is ready when it is there', async () => {
  const s = await w.exporter([1], { names: {} })
  const look = async () => must(await shopReady(house, doors, s.owner, s.id, 'CN'))
  const before = await look()
  expect(before).toMatchObject({ ready: false, ways: ['9610'] })
  expect(before.requirements.filter(r => !r.ok && !r.optional).map(r => r.code)).toEqual(['registration', 'documents'])
  const { version } = must(await showRegistrations(doors, s.owner, s.id))
  const names = Object.entries(registrations).map(([name, value]) => ({ name, value })) as never
  must(await setRegistrations(doors, s.owner, s.id, { version, names }))
  expect(await setRegistrations(doors, s.owner, s.id, { version, names })).toMatchObject({ code: 'version_conflict' })
  expect(await look()).toMatchObject({ ready: true })
  expect(must(await shopReady(house, doors, s.owner, s.id, 'KR')).requirements).toMatchObject([
    { code: 'delivery', ok: false },
    { code: 'rules', ok: false },
  ])
  expect(await shopReady(house, doors, w.shopper(), s.id, 'CN')).toMatchObject({ code: 'forbidden' })
})

test('each product says whether it is ready to sell to China, else which facts are missing or which rule is against it', async () => {
  const s = await w.exporter([1], { facts: {} })
  const look = async () => must(await productsReady(house, doors, s.owner, s.id, { market: 'CN', way: '9610' })).items[0]
  expect(await look()).toMatchObject({
    ready: false,
    missing: expect.arrayContaining(['hs', 'model', 'legalUnit']),
    reason: null,
  })
  expect(await setFacts(doors, w.shopper(), s.product, { facts: cup })).toMatchObject({ code: 'forbidden' })
  expect(await setFacts(doors, s.owner, s.product, { facts: { ...cup, hs: '99999999' } })).toMatchObject({
    code: 'invalid_request',
  })
  expect(await setFacts(doors, s.owner, s.product, { facts: { ...cup, papers: ['med_x'] } })).toMatchObject({ code: 'not_found' })
  must(await setFacts(doors, s.owner, s.product, { facts: cup }))
  expect(await look()).toMatchObject({ ready: true, missing: [] })
  must(await setFacts(doors, s.owner, s.product, { variant: s.variants[0]!, facts: { hs: '2402200000' } }))
  expect(await look()).toMatchObject({ ready: false, missing: [], reason: 'not_on_positive_list' })
  expect(must(await showFacts(doors, s.owner, s.product))).toMatchObject({
    facts: { hs: cup.hs },
    variants: [{ facts: { hs: '2402200000' } }],
  })
})

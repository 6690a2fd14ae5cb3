import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '#base/kernel'
import { borderMigrations, borderOf, cup, registrations } from '#testing/border'
import { type TestHouse, testHouse } from '#testing/house'
import { type SetupDoors, setFacts, showFacts } from './product-facts.ts'
import { productReady, productsReady } from './product-readiness.ts'
import { shopReady } from './readiness.ts'
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
    prices: { ...w.marketPrices, rates: async () => [rate()] },
    media: { state: async () => new Map() },
    trade: w.trade,
  } as never as SetupDoors
})
afterAll(() => house.close())
let rateAge = 0
const rate = () => ({ from: 'JPY', to: 'CNY', at: new Date(house.clock.now().getTime() - rateAge) })

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
    { code: 'prices', ok: false, missing: ['JPY/KRW'] },
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

test('a way is open or says what closes it, with the law of today beside it; a way that the country does not know is said', async () => {
  const s = await w.exporter([1], { names: {}, ways: ['9610', 'post'] })
  const look = async (market = 'CN') => must(await shopReady(house, doors, s.owner, s.id, market))
  expect((await look()).modes).toEqual([
    { way: '9610', offered: true, closedBy: ['registration', 'documents'] },
    { way: '1210', offered: false, closedBy: ['registration', 'documents', 'bonded_warehouse'] },
    { way: 'post', offered: true, closedBy: [] },
  ])
  expect((await look()).law).toContainEqual(expect.objectContaining({ rule: 'positive-list', from: '2022-03-01', stale: null }))
  expect((await look('US')).law).toContainEqual(expect.objectContaining({ rule: 'duty', stale: expect.any(String) }))
  rateAge = 8 * 86_400_000
  expect(await look()).toMatchObject({
    ready: false,
    requirements: expect.arrayContaining([expect.objectContaining({ code: 'prices', missing: ['JPY/CNY'] })]),
  })
  rateAge = 0
})

test('a registration that can’t be one is refused at its name, and the others are not written', async () => {
  const s = await w.exporter([1], { names: {} })
  const names = [
    { name: 'ebpCode' as const, value: '12' },
    { name: 'ioss' as const, value: 'IM2760000742' },
  ]
  const { version } = must(await showRegistrations(doors, s.owner, s.id))
  expect(await setRegistrations(doors, s.owner, s.id, { version, names })).toMatchObject({
    code: 'invalid_request',
    details: { fields: { ebpCode: ['form'] } },
  })
  expect(must(await showRegistrations(doors, s.owner, s.id)).names).toEqual([])
})

test('the list can be asked for what is not ready only; a product says its state in every market of its shop', async () => {
  const s = await w.exporter([1], { ways: ['9610', 'post'] })
  const only = async (only: 'ready' | 'not_ready') =>
    must(await productsReady(house, doors, s.owner, s.id, { market: 'CN', way: '9610', only })).items.length
  expect([await only('ready'), await only('not_ready')]).toEqual([1, 0])
  must(await setFacts(doors, s.owner, s.product, { facts: {} }))
  expect([await only('ready'), await only('not_ready')]).toEqual([0, 1])
  expect(must(await productReady(house, doors, s.owner, s.product)).items).toMatchObject([
    { markets: ['CN'], way: '9610', ready: false },
    { markets: ['CN'], way: 'post', ready: false, missing: ['hs', 'origin'] },
  ])
  expect(await productReady(house, doors, w.shopper(), s.product)).toMatchObject({ code: 'forbidden' })
})

test('states of a union that pay in one currency stand together, and twenty of them are asked about in as many statements as one', async () => {
  const s = await w.exporter([1])
  const euro = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')
  const asked = async (countries: readonly string[]) => {
    const shop = async (id: string) => ({ ...(await w.accounts.shop(id)), delivery: [{ way: 'import', countries }] })
    const before = house.db.statements()
    const { items } = must(
      await productReady(house, { ...doors, accounts: { ...doors.accounts, shop } } as never, s.owner, s.product),
    )
    expect(items.map(i => i.markets)).toEqual([countries])
    return house.db.statements() - before
  }
  expect(await asked(euro)).toBe(await asked(euro.slice(0, 1)))
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, money, must, newId, seeded } from '#base/kernel'
import { createPublishProduct } from '#flows/publish-product'
import { guest, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { changeMany, previewPrices } from './bulk.ts'
import { changedPrice } from './change-price.ts'
import { listProducts } from './list-products.ts'
import { type Desk, deskMigrations, manyProducts, openDesk, wishes } from './testing.ts'

let house: TestHouse
let at: Desk
beforeAll(async () => {
  house = await testHouse({ migrations: deskMigrations })
  const world = await openDesk(house)
  const publishProduct = createPublishProduct(house, { ...world.doors, media: { pictures: async () => new Map() } })
  at = { ...world, doors: { ...world.doors, publishProduct } }
})
afterAll(() => house.close())

test('pages are the whole list once, in its order, for every sort both ways and under changes of page size', async () => {
  const { shop, owner } = await manyProducts(house, at, 137)
  const random = seeded(20261125)
  for (const wish of wishes.flatMap(w => [w, { ...w, order: 'asc' as const }, { ...w, order: 'desc' as const }])) {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const limit = 1 + Math.floor(random() * 40)
      const page = must(await listProducts(at.doors, owner, shop, { ...wish, limit, ...(cursor && { cursor }) }))
      if (cursor === undefined) expect(page.total).toBe(must(await at.w.catalog.deskIds(owner, shop, wish)).ids.length)
      ids.push(...page.items.map(r => r.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual(must(await at.w.catalog.deskIds(owner, shop, wish)).ids.toSorted())
  }
})

test('a cursor of another list, and one that somebody made up, is refused and does not fail', async () => {
  const { shop, owner } = await manyProducts(house, at, 3)
  const page = must(await listProducts(at.doors, owner, shop, { limit: 1, sort: 'price' }))
  const made = (parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  const bad = [
    'x',
    made(['price true', 'many', 'prd_1']),
    made(['changed true', 'now()', 'prd_1']),
    made(['stock true', '99999999999', 'p']),
  ]
  const tried = [
    await listProducts(at.doors, owner, shop, { sort: 'name', cursor: page.next ?? '' }),
    ...(await Promise.all(
      bad.map(cursor =>
        listProducts(at.doors, owner, shop, {
          sort: cursor === bad[2] ? 'changed' : cursor === bad[3] ? 'stock' : 'price',
          cursor,
        }),
      ),
    )),
  ]
  expect(tried.map(t => (t.ok ? 'ok' : t.code))).toEqual(tried.map(() => 'invalid_cursor'))
})

test('nobody but the staff of the shop sees the list, its counts or its ids, or changes anything', async () => {
  const { shop } = await manyProducts(house, at, 2)
  const other = staffOf(newId('shop', new Date()))
  for (const caller of [guest(), other]) {
    const tried = [
      await listProducts(at.doors, caller, shop, {}),
      await at.w.catalog.deskIds(caller, shop, {}),
      await at.w.catalog.deskCounts(caller, shop),
      await changeMany(at.doors, caller, shop, { products: ['prd_nothing'], change: { do: 'archive' } }, 'k'),
      await previewPrices(at.doors, caller, shop, { products: ['prd_nothing'], price: { how: 'raise', hundredths: 100 } }),
    ]
    expect(tried.map(t => (t.ok ? 'ok' : t.code))).toEqual(tried.map(() => 'forbidden'))
  }
})

describe('one change to many', () => {
  test("touches no other shop's product, and says of each what failed and why", async () => {
    const mine = await at.w.shop([3])
    const theirs = await at.w.shop([3])
    const draft = must(
      await at.w.catalog.create(mine.owner, mine.id, {
        category: 'tea',
        name: { en: 'Bare' },
        description: {},
        options: [],
        variants: [{ sku: 'BARE', choice: [], weightGrams: 1 }],
        pictures: [],
      }),
    )
    const wish = { products: [mine.product, theirs.product, draft.id], change: { do: 'publish' as const } }
    const { results } = must(await changeMany(at.doors, mine.owner, mine.id, wish, 'k1'))
    expect(results.map(r => r.refused?.code ?? null)).toEqual(
      ['text_missing', 'not_found', 'text_missing'].map((c, i) => (i === 0 ? results[0]?.refused?.code : c)),
    )
    expect(results[0]?.refused).not.toBeNull()
    expect(results[1]?.row).toBeNull()
    const archived = must(await changeMany(at.doors, mine.owner, mine.id, { ...wish, change: { do: 'archive' } }, 'k2'))
    expect(archived.results.map(r => [r.refused?.code ?? null, r.row?.state])).toEqual([
      [null, 'archived'],
      ['not_found', undefined],
      [null, 'archived'],
    ])
    expect((await at.w.catalog.products([theirs.product])).get(theirs.product)?.state).toBe('live')
  })

  test('tags and categories are changed once; asking again changes nothing and raises no version', async () => {
    const s = await at.w.shop([3])
    const run = (change: Parameters<typeof changeMany>[3]['change']) =>
      changeMany(at.doors, s.owner, s.id, { products: [s.product], change }, newId('session', new Date()))
    const first = must(await run({ do: 'add_tag', tag: 'Gift' })).results[0]?.row
    const again = must(await run({ do: 'add_tag', tag: '#gift' })).results[0]?.row
    expect([first?.tags.at(-1), again?.tags.filter(t => t.toLowerCase() === 'gift').length]).toEqual(['Gift', 1])
    expect(must(await run({ do: 'remove_tag', tag: 'GIFT' })).results[0]?.row?.tags).not.toContain('Gift')
    const moved = must(await run({ do: 'category', category: 'sake' })).results[0]?.row
    const still = must(await run({ do: 'category', category: 'sake' })).results[0]?.row
    expect([moved?.category, still?.version]).toEqual(['sake', moved?.version])
  })

  test('the preview of prices is what is then written, to the unit; a product whose price would vanish keeps all of its prices', async () => {
    const s = await at.w.shop([3, 3])
    const [a, b] = s.variants as [Id<'variant'>, Id<'variant'>]
    must(await at.prices.setPrice(s.owner, a, { minor: '105', currency: 'JPY' }))
    must(await at.prices.setPrice(s.owner, b, { minor: '3000', currency: 'JPY' }))
    house.clock.advance(1000)
    const price = { how: 'lower' as const, hundredths: 1250 }
    const { lines } = must(await previewPrices(at.doors, s.owner, s.id, { products: [s.product], price }))
    expect(lines.map(l => l.to?.minor)).toEqual(['92', '2625'])
    const change = { do: 'price' as const, price }
    const done = must(await changeMany(at.doors, s.owner, s.id, { products: [s.product], change }, 'p1')).results[0]
    expect(done?.row?.variants.map(v => v.price?.minor)).toEqual(['92', '2625'])
    const gone = { do: 'price' as const, price: { how: 'lower' as const, amount: { minor: '92', currency: 'JPY' } } }
    const kept = must(await changeMany(at.doors, s.owner, s.id, { products: [s.product], change: gone }, 'p2')).results[0]
    expect([kept?.refused?.code, kept?.row?.variants.map(v => v.price?.minor)]).toEqual(['price_invalid', ['92', '2625']])
  })

  test('stock set to a number is that number of pieces to buy beside what is reserved, once for a key', async () => {
    const s = await at.w.shop([5])
    const buyer = at.w.shopper()
    await at.w.begun(buyer, [{ variant: s.variants[0] as Id<'variant'>, quantity: 2 }])
    const run = (stock: number, key: string) =>
      changeMany(at.doors, s.owner, s.id, { products: [s.product], change: { do: 'stock', stock } }, key)
    expect(must(await run(10, 's1')).results[0]?.row?.variants[0]?.available).toBe(10)
    must(await run(10, 's1'))
    expect(must(await at.w.catalog.stock(s.owner, s.variants[0] as Id<'variant'>))).toMatchObject({ onHand: 12, reserved: 2 })
    expect(must(await run(0, 's2')).results[0]?.row?.variants[0]?.available).toBe(0)
  })

  test('waiting texts are approved: shoppers read them from then on and not before', async () => {
    const s = await at.w.shop([5])
    const before = (await at.w.catalog.products([s.product])).get(s.product)
    must(
      await at.w.catalog.change(s.owner, s.product, {
        version: before?.version ?? 0,
        drafts: { zh: { name: '新名', description: '' } },
      }),
    )
    const shown = async () => must(await at.w.catalog.show(guest(), s.product))
    expect([(await shown()).name.zh, (await shown()).drafts]).toEqual([before?.name.zh, null])
    expect(must(await listProducts(at.doors, s.owner, s.id, { waiting: true })).items.map(r => [r.id, r.waiting])).toEqual([
      [s.product, ['zh']],
    ])
    must(await changeMany(at.doors, s.owner, s.id, { products: [s.product], change: { do: 'approve_texts' } }, 'a1'))
    expect((await shown()).name.zh).toBe('新名')
    expect(must(await listProducts(at.doors, s.owner, s.id, { waiting: true })).items).toEqual([])
  })
})

test('a changed price is exact, above zero, in one currency, and never a guess where there was none', () => {
  const yen = (n: number) => money(n, 'JPY')
  const code = (r: ReturnType<typeof changedPrice>) => (r.ok ? Number(r.value.minor) : r.code)
  const cases = [
    changedPrice(null, { how: 'set', amount: { minor: '500', currency: 'JPY' } }),
    changedPrice(null, { how: 'raise', hundredths: 100 }),
    changedPrice(yen(1005), { how: 'raise', hundredths: 1000 }),
    changedPrice(yen(1), { how: 'lower', hundredths: 10_000 }),
    changedPrice(yen(100), { how: 'lower', amount: { minor: '40', currency: 'JPY' } }),
    changedPrice(yen(100), { how: 'raise', amount: { minor: '40', currency: 'USD' } }),
    changedPrice(yen(100), { how: 'set', hundredths: 100 }),
    changedPrice(yen(100), { how: 'raise' }),
    changedPrice(yen(100), { how: 'set', amount: { minor: '-5', currency: 'JPY' } }),
  ]
  expect(cases.map(code)).toEqual([
    500,
    'price_invalid',
    1106,
    'price_invalid',
    60,
    'currency_mismatch',
    'invalid_request',
    'invalid_request',
    'price_invalid',
  ])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, must } from '#base/kernel'
import { importWorld, line, shopifyCsv } from '#testing/import-world'
import { type TradingWorld, tradingWorld } from '#testing/trading-world'
import { componentsCell, componentsOf, placeColumnOf } from './stock-columns.ts'

let world: TradingWorld
beforeAll(async () => {
  // Small, so that a bundle and what it is made of fall into several.
  world = await tradingWorld({ batch: 2 })
})
afterAll(() => world?.house.close())

type Shop = ReturnType<TradingWorld['shop']>
/** A file whose lines have cells of our own behind Shopify's. */
const withColumns = (headers: readonly string[], lines: readonly (readonly [ReturnType<typeof line>, ...string[]])[]) =>
  shopifyCsv(lines.map(l => l[0]))
    .split('\n')
    .map((text, i) =>
      [text, ...(i === 0 ? headers : (lines[i - 1] as readonly string[]).slice(1)).map(c => `"${c.replaceAll('"', '""')}"`)].join(
        ',',
      ),
    )
    .join('\n')
const variantOf = async (shop: Shop, sku: string) =>
  (await world.products(shop)).flatMap(p => p.variants).find(v => v.sku === sku)?.id as Id<'variant'>
const stockOf = async (shop: Shop, sku: string) => must(await world.catalog.stock(shop.owner, await variantOf(shop, sku)))

/** Everything of stock, makers and lots, by SKU and by names, not ids. */
async function known(shop: Shop) {
  const products = await world.products(shop)
  const names = new Map(must(await world.catalog.stockDesk.locations(shop.owner, shop.id)).map(l => [l.id, l.name]))
  const facts = await world.trade.facts(
    shop.id,
    products.flatMap(p => [p.id, ...p.variants.map(v => v.id)]),
  )
  const all = []
  for (const p of products)
    for (const v of p.variants) {
      const s = must(await world.catalog.stock(shop.owner, v.id as Id<'variant'>))
      const { lot, shelfLifeDays } = { ...facts[p.id], ...facts[v.id] }
      const levels = s.levels
        .filter(l => l.onHand + l.safety > 0)
        .map(l => [names.get(l.location as Id<'location'>), l.onHand - l.reserved, l.safety])
      const components = s.components.map(c => [c.sku, c.quantity])
      const makers = { maker: p.maker && { text: p.maker.text, place: p.maker.place }, responsible: p.responsible }
      all.push([
        v.sku,
        { lowAt: s.lowAt, available: s.available, levels: levels.sort(), components, lot, shelfLifeDays, ...makers },
      ] as const)
    }
  return all.sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

/** Three shelves, a variant with safety stock, a bundle, makers and lots, made by hand in the studio's ways. */
async function furnished(): Promise<Shop> {
  const shop = world.shop()
  const desk = world.catalog.stockDesk
  await world.imported(
    shop,
    shopifyCsv([line('set', { tracker: '', quantity: '' }), line('cup'), line('pot'), line('odd;sku:2', { sku: 'A;B:2' })]),
  )
  must(await desk.addLocation(shop.owner, shop.id, 'Osaka: east'))
  const [, second, third] = must(await desk.addLocation(shop.owner, shop.id, '大阪'))
  const cup = await variantOf(shop, 'SKU-cup')
  must(
    await world.catalog.adjust(
      shop.owner,
      cup,
      { change: 7, reason: 'received', location: second?.id as Id<'location'>, safety: 2 },
      'a',
    ),
  )
  must(
    await world.catalog.adjust(
      shop.owner,
      cup,
      { change: 0, reason: 'counted', location: third?.id as Id<'location'>, safety: 4 },
      'b',
    ),
  )
  must(await desk.lowStock(shop.owner, cup, 9))
  must(
    await desk.bundle(shop.owner, await variantOf(shop, 'SKU-set'), [
      { variant: cup, quantity: 2 },
      { variant: await variantOf(shop, 'A;B:2'), quantity: 1 },
    ]),
  )
  const products = await world.products(shop)
  const pot = products.find(p => p.variants[0]?.sku === 'SKU-pot')
  if (!pot) throw new Error('no pot')
  must(
    await world.catalog.change(shop.owner, pot.id as Id<'product'>, {
      version: pot.version,
      maker: { text: { en: 'Turned by hand.\n\nFired "twice".', ja: '手作り' }, place: { ja: '萩' }, pictures: [] },
      responsible: { name: 'Müller, GmbH', address: 'Weg 1\n10115 Berlin', email: 'eu@example.org' },
    }),
  )
  const product = pot.id as Id<'product'>
  await world.trade.setFacts(shop.owner, { subject: product, shop: shop.id, product }, { lot: 'L-0042', shelfLifeDays: 730 })
  return shop
}

test('bundles, stock by location, safety stock, makers, responsible persons and lots go out and come in without a difference', async () => {
  const shop = await furnished()
  const before = await known(shop)
  expect(new Map(before).get('SKU-set')).toMatchObject({
    components: [
      ['A;B:2', 1],
      ['SKU-cup', 2],
    ],
  })
  for (const language of ['en', 'ja', 'zh'] as const) {
    const { rows } = await world.imported(shop, await world.exported(shop, language), language)
    expect(rows.filter(r => r.outcome !== 'unchanged')).toEqual([])
  }
  expect(await known(shop)).toEqual(before)
})

test('nor does a file of a shop whose first location is switched off and empty: the column without a name is the one that is left', async () => {
  const shop = world.shop()
  const desk = world.catalog.stockDesk
  const [old] = must(await desk.locations(shop.owner, shop.id))
  const second = must(await desk.addLocation(shop.owner, shop.id, 'Osaka')).at(-1)
  must(await desk.changeLocation(shop.owner, old?.id as Id<'location'>, { active: false }))
  await world.imported(shop, shopifyCsv([line('cup')]))
  const at = { change: 0, reason: 'counted', location: second?.id as Id<'location'>, safety: 2 } as const
  must(await world.catalog.adjust(shop.owner, await variantOf(shop, 'SKU-cup'), at, 'a'))
  const { rows } = await world.imported(shop, await world.exported(shop))
  expect(rows.map(r => [r.handle, r.outcome, ...r.changes])).toEqual([['cup', 'unchanged']])
  expect(await stockOf(shop, 'SKU-cup')).toMatchObject({ onHand: 5, safety: 2 })
})

test('they open in another shop with the same locations as the same, though the bundle stands before what it is made of', async () => {
  const from = await furnished()
  const to = world.shop()
  await world.catalog.stockDesk.addLocation(to.owner, to.id, 'Osaka: east')
  await world.catalog.stockDesk.addLocation(to.owner, to.id, '大阪')
  const file = await world.exported(from)
  const { run } = await world.imported(to, file)
  expect(run.counts).toMatchObject({ create: 4, refused: 0 })
  // Texts come in the language of the file alone.
  const inEnglish = (all: Awaited<ReturnType<typeof known>>) =>
    all.map(([sku, k]) => [
      sku,
      { ...k, maker: k.maker && { text: k.maker.text.en, place: k.maker.place.en ?? k.maker.place.ja } },
    ])
  expect(inEnglish(await known(to))).toEqual(inEnglish(await known(from)))
  expect((await world.imported(to, file)).run.counts).toMatchObject({ unchanged: 4, update: 0 })
})

test('the preview says what would change of them, and importing changes exactly that', async () => {
  const shop = await furnished()
  const rowsOf = async (change: (file: string) => string) => {
    const { rows } = await world.imported(shop, change(await world.exported(shop)))
    return rows.filter(r => r.outcome !== 'unchanged').map(r => [r.handle, r.outcome, ...r.changes])
  }
  const before = new Map(await known(shop))
  expect(await rowsOf(f => f.replace('SKU-cup:2', 'SKU-cup:3'))).toEqual([['set', 'update', 'bundle']])
  expect((await stockOf(shop, 'SKU-set')).components).toMatchObject([{ quantity: 1 }, { sku: 'SKU-cup', quantity: 3 }])
  expect(await rowsOf(f => f.replace('eu@example.org', 'law@example.org'))).toEqual([['pot', 'update', 'responsible']])
  expect(await rowsOf(f => f.replace('Fired', 'Glazed'))).toEqual([['pot', 'update', 'maker']])
  expect(await rowsOf(f => f.replace('L-0042', 'L-0043'))).toEqual([['pot', 'update', 'customs']])
  // Of the cup: 5 + 7 + 0 free, 0 + 2 + 4 kept back.
  expect(await rowsOf(f => f.replace('9,5,7,0,0,2,4', '9,5,7,0,1,2,4'))).toEqual([['cup', 'update', 'safety']])
  expect(await rowsOf(f => f.replace('9,5,7,0,1,2,4', '9,2,10,0,1,2,4'))).toEqual([['cup', 'update', 'stock']])
  const cup = await stockOf(shop, 'SKU-cup')
  expect(cup).toMatchObject({ onHand: 12, safety: 7, available: 1 + 8 })
  const after = new Map(await known(shop))
  expect(after.get('SKU-pot')).toEqual({
    ...before.get('SKU-pot'),
    lot: 'L-0043',
    responsible: { name: 'Müller, GmbH', address: 'Weg 1\n10115 Berlin', email: 'law@example.org' },
    maker: { text: { en: 'Turned by hand.\n\nGlazed "twice".', ja: '手作り' }, place: { ja: '萩' } },
  })
  expect(after.get('A;B:2')).toEqual(before.get('A;B:2'))
})

describe('a cell that can’t be', () => {
  const said = async (shop: Shop, headers: string[], ...lines: (readonly [ReturnType<typeof line>, ...string[]])[]) => {
    const { id } = await world.preview(shop, withColumns(headers, lines))
    return (await world.rows(shop.owner, id)).map(r => [r.row, r.fault?.column ?? null, r.fault?.code ?? r.outcome])
  }
  test('refuses its product with row, column and code, and the others come in', async () => {
    const shop = world.shop()
    const columns = ['Variant Components', 'Inventory Safety Stock', 'Responsible Person Name', 'Responsible Person Email']
    expect(
      await said(
        shop,
        columns,
        [line('good'), '', '2', '', ''],
        [line('words', { tracker: '', quantity: '' }), 'three cups', '', '', ''],
        [line('none', { tracker: '', quantity: '' }), 'SKU-nowhere:1', '', '', ''],
        [line('own'), 'SKU-good:1', '', '', ''],
        [line('self', { tracker: '', quantity: '' }), 'SKU-self:1', '', '', ''],
        [line('less'), '', '-1', '', ''],
        [line('half'), '', '', 'Somebody', 'a@example.org'],
        [line('long'), '', '', 'x'.repeat(201), ''],
      ),
    ).toEqual([
      [2, null, 'create'],
      [3, 'Variant Components', 'bundle_invalid'],
      [4, 'Variant Components', 'bundle_invalid'],
      [5, 'Variant Components', 'bundle_invalid'],
      [6, 'Variant Components', 'bundle_invalid'],
      [7, 'Inventory Safety Stock', 'quantity_invalid'],
      [8, 'Responsible Person Address', 'cell_invalid'],
      [9, 'Responsible Person Name', 'cell_invalid'],
    ])
  })
  test('of a location: one that the shop does not have, and counts that are not the sum', async () => {
    const shop = world.shop()
    await world.catalog.stockDesk.addLocation(shop.owner, shop.id, 'Osaka')
    const columns = ['Inventory Available', 'Inventory Available: Osaka', 'Inventory Available: Kyoto']
    expect(
      await said(
        shop,
        columns,
        [line('fits'), '2', '3', ''],
        [line('sum'), '2', '2', ''],
        [line('where'), '', '', '5'],
        [line('alone', { tracker: '', quantity: '' }), '', '3', 'not stocked'],
      ),
    ).toEqual([
      [2, null, 'create'],
      [3, 'Inventory Available', 'stock_mismatch'],
      [4, 'Inventory Available: Kyoto', 'location_unknown'],
      [5, null, 'create'],
    ])
  })
  test('of a location that two columns tell of is refused: its pieces would be counted twice', async () => {
    const shop = world.shop()
    const [only] = must(await world.catalog.stockDesk.locations(shop.owner, shop.id))
    must(await world.catalog.stockDesk.changeLocation(shop.owner, only?.id as Id<'location'>, { name: 'Osaka' }))
    const columns = ['Inventory Available', 'Inventory Available: Osaka']
    const lines = [
      [line('twice', { tracker: '', quantity: '' }), '2', '3'],
      [line('once', { tracker: '', quantity: '' }), '', '3'],
    ] as const
    const { rows } = await world.imported(shop, withColumns(columns, lines))
    expect(rows.map(r => [r.handle, r.outcome, r.fault?.code, r.fault?.column])).toEqual([
      ['twice', 'refused', 'cell_invalid', 'Inventory Available: Osaka'],
      ['once', 'create', undefined, undefined],
    ])
    expect(await stockOf(shop, 'SKU-once')).toMatchObject({ onHand: 3, available: 3 })
  })
  test('of a bundle made of a bundle refuses that one alone', async () => {
    const shop = world.shop()
    await world.imported(shop, shopifyCsv([line('here')]))
    const bundle = { tracker: '', quantity: '' }
    const { rows } = await world.imported(
      shop,
      withColumns(
        ['Variant Components'],
        [
          [line('chain', bundle), 'SKU-link:1'],
          [line('link', bundle), 'SKU-here:1'],
          [line('whole', bundle), 'SKU-here:2'],
        ],
      ),
    )
    expect(rows.map(r => [r.handle, r.outcome, r.fault?.code])).toEqual([
      ['chain', 'refused', 'bundle_invalid'],
      ['link', 'create', undefined],
      ['whole', 'create', undefined],
    ])
    expect((await stockOf(shop, 'SKU-whole')).available).toBe(2)
  })
  test('of what only the shop can know, a component that would be a bundle, refuses it alone when it is imported', async () => {
    const shop = world.shop()
    await world.imported(
      shop,
      shopifyCsv([line('cup', { quantity: '0' }), line('pot'), line('set', { tracker: '', quantity: '' })]),
    )
    const desk = world.catalog.stockDesk
    must(
      await desk.bundle(shop.owner, await variantOf(shop, 'SKU-set'), [
        { variant: await variantOf(shop, 'SKU-cup'), quantity: 1 },
      ]),
    )
    const file = withColumns(
      ['Variant Components'],
      [
        [line('cup', { tracker: '', quantity: '' }), 'SKU-pot:1'],
        [line('plate', { tracker: '', quantity: '' }), 'SKU-pot:1'],
      ],
    )
    const { rows } = await world.imported(shop, file)
    expect(rows.map(r => [r.handle, r.outcome, r.fault?.code])).toEqual([
      ['cup', 'refused', 'bundle_invalid'],
      ['plate', 'create', undefined],
    ])
    expect((await stockOf(shop, 'SKU-cup')).components).toEqual([])
    expect((await stockOf(shop, 'SKU-plate')).available).toBe(5)
  })
})

test('bundles and stock by location cost a few statements a batch, not some a product', async () => {
  const wide = importWorld(world.house)
  const measured = async (bundles: boolean) => {
    const shop = wide.shop()
    await wide.catalog.stockDesk.addLocation(shop.owner, shop.id, 'Osaka')
    const columns = ['Variant Components', 'Inventory Available: Osaka', 'Inventory Safety Stock: Osaka', 'Maker']
    const lines = Array.from({ length: 300 }, (_, i) =>
      i % 3 === 0 && bundles
        ? ([line(`${i}`, { tracker: '', quantity: '' }), `SKU-${i + 1}:2`, '', '', 'Somebody'] as const)
        : ([line(`${i}`), '', bundles ? '5' : '', bundles ? '1' : '', ''] as const),
    )
    const before = world.house.db.statements()
    const { run } = await wide.imported(shop, withColumns(columns, lines))
    expect(run.counts).toMatchObject({ create: 300, refused: 0 })
    return world.house.db.statements() - before
  }
  const plain = await measured(false)
  expect((await measured(true)) - plain).toBeLessThan(40)
})

describe('cells of components', () => {
  test('read back as they were written, whatever a SKU is made of', () => {
    const components = ['A', 'A;B', 'x:2', '100%', '%3B', 'a\nb', ' 茶 '.trim()].map((sku, i) => ({ sku, quantity: i + 1 }))
    expect(componentsOf(componentsCell(components))).toEqual(components)
  })
  test('are refused when a count or a SKU is missing, or one stands there twice', () => {
    for (const cell of ['A', 'A:', ':2', 'A:0', 'A:100', 'A:1;A:2', 'A:1.5'])
      expect([cell, componentsOf(cell)]).toEqual([cell, null])
    expect(componentsOf('A:1; B:２;')).toEqual([
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 2 },
    ])
  })
  test('headers of locations are told from Shopify’s own', () => {
    expect(placeColumnOf('Inventory Available: Osaka: east')).toMatchObject({ kind: 'free', location: 'Osaka: east' })
    expect(placeColumnOf(' inventory safety stock ')).toMatchObject({ kind: 'safety', location: '' })
    expect(placeColumnOf('Inventory Tracker')).toBeNull()
  })
})

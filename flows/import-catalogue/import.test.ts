import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, must } from '#base/kernel'
import { guest } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type ImportWorld, importMigrations, importWorld, line, otherSite, seededCsv, shopifyCsv } from '#testing/import-world'

let house: TestHouse
let world: ImportWorld
let site: Awaited<ReturnType<typeof otherSite>>

beforeAll(async () => {
  site = await otherSite()
  const plain = await testHouse({ migrations: importMigrations })
  // Work is done when the test says so, not by jobs.
  house = Object.assign(plain, {
    jobs: { ...plain.jobs, send: async () => {} },
    config: { ...plain.config, fetchAllowed: site.here },
  })
  world = importWorld(house)
  await world.catalog.start()
})
afterAll(async () => {
  site?.close()
  await house?.close()
})

const outcomes = (rows: readonly { handle: string; outcome: string }[]) => rows.map(r => `${r.handle} ${r.outcome}`)
/** In the order of their first SKUs. */
const byName = async (shop: ReturnType<ImportWorld['shop']>) =>
  (await world.products(shop)).sort((a, b) => (a.variants[0]?.sku ?? '').localeCompare(b.variants[0]?.sku ?? ''))
const filesLeft = () => {
  try {
    return readdirSync(join(house.folder, 'imports'))
  } catch {
    return []
  }
}

describe('a preview', () => {
  test('says for every product what would happen and writes nothing', async () => {
    const shop = world.shop()
    const run = await world.preview(shop, shopifyCsv([line('a'), line('b', { price: 'free' }), line('c')]))
    expect(run).toMatchObject({ state: 'previewed', kind: 'shopify_csv', total: 3, done: 3, counts: { create: 2, refused: 1 } })
    expect((await world.rows(shop.owner, run.id)).map(r => [r.row, r.handle, r.outcome, r.fault?.code])).toEqual([
      [2, 'a', 'create', undefined],
      [3, 'b', 'refused', 'price_invalid'],
      [4, 'c', 'create', undefined],
    ])
    expect(await world.products(shop)).toEqual([])
    expect(filesLeft()).toEqual([])
  })
  test('pages, and filters by outcome', async () => {
    const shop = world.shop()
    const run = await world.preview(shop, `${seededCsv(120, 7)}\nlast,,,,,,,,,,,,,,,,,,,,,,`)
    const all = await world.rows(shop.owner, run.id)
    expect(new Set(all.map(r => r.n)).size).toBe(all.length)
    const refused = must(await world.flow.rows(shop.owner, run.id as Id<'run'>, { outcome: 'refused' }))
    expect(refused.items.map(r => r.handle)).toEqual(['last'])
  })
  test('belongs to the staff of its shop', async () => {
    const [mine, other] = [world.shop(), world.shop()]
    const run = await world.preview(mine, shopifyCsv([line('a')]))
    const id = run.id as Id<'run'>
    expect(await world.flow.run(other.owner, id)).toMatchObject({ code: 'not_found' })
    expect(await world.flow.begin(other.owner, id)).toMatchObject({ code: 'not_found' })
    expect(await world.flow.fromUrl(guest(), mine.id, { url: site.url, language: 'en' })).toMatchObject({ ok: false })
  })
})

describe('an import', () => {
  test('brings whole products: texts, variants, prices, stock, pictures, and on sale when nothing lacks', async () => {
    const shop = world.shop()
    const photo = (n: number) => `${site.url}/photos/${n}.jpg`
    const { run } = await world.imported(
      shop,
      shopifyCsv([
        line('cup', {
          options: [['Size', 'Small']],
          sku: 'CUP-S',
          picture: photo(1),
          position: '1',
          barcode: '4006381333931',
          variantPicture: photo(2),
        }),
        {
          handle: 'cup',
          options: [['', 'Large']],
          sku: 'CUP-L',
          tracker: 'shopify',
          quantity: '0',
          price: '12',
          picture: photo(3),
          position: '2',
        },
        line('hidden', { published: 'false', picture: photo(4) }),
        line('bare'),
      ]),
    )
    expect(run).toMatchObject({ state: 'done', total: 4, done: 4, counts: { create: 3, refused: 0, waiting: 0, draft: 1 } })
    const products = new Map((await world.products(shop)).map(p => [p.name.en, p]))
    const cup = products.get('Thing cup')
    expect(cup).toMatchObject({ state: 'live', category: 'tea', tags: ['one', 'two'], description: { en: 'About cup' } })
    expect(cup?.variants.map(v => [v.sku, v.gtin, v.available, v.weightGrams, v.picture !== null])).toEqual([
      ['CUP-S', '4006381333931', 5, 200, true],
      ['CUP-L', null, 0, 0, false],
    ])
    expect(cup?.pictures.length).toBe(2)
    const prices = await world.prices.latest(cup?.variants.map(v => v.id as Id<'variant'>) ?? [])
    expect([...prices.values()].map(p => `${p.minor} ${p.currency}`).sort()).toEqual(['1200 USD', '999 USD'])
    expect(products.get('Thing hidden')?.state).toBe('draft')
    expect(products.get('Thing bare')?.state).toBe('draft')
    const drafts = must(await world.flow.rows(shop.owner, run.id as Id<'run'>, { outcome: 'draft' }))
    expect(drafts.items.map(r => [r.handle, r.reason?.code])).toEqual([['bare', 'media_not_ready']])
  })

  test('leaves a product whose picture cannot be had a draft, with the reason, and tries again when it is imported again', async () => {
    const shop = world.shop()
    const file = shopifyCsv([
      line('gone', { picture: `${site.url}/missing.jpg` }),
      line('words', { picture: `${site.url}/words/1.jpg` }),
      line('inward', { picture: 'http://10.0.0.1/x.jpg' }),
    ])
    const first = await world.imported(shop, file)
    expect(first.rows.map(r => [r.handle, r.outcome, r.settling, r.reason?.code])).toEqual([
      ['gone', 'create', 'failed', 'fetch_failed'],
      ['words', 'create', 'failed', 'media_unsupported'],
      ['inward', 'create', 'failed', 'url_forbidden'],
    ])
    site.pages['/missing.jpg'] = ''
    delete site.pages['/missing.jpg']
    const again = await world.imported(shop, file)
    expect(outcomes(again.rows)).toEqual(['gone unchanged', 'words unchanged', 'inward unchanged'])
    expect(site.asked.filter(p => p === '/missing.jpg').length).toBe(2)
  })

  test('again changes nothing and says unchanged; a changed file changes what it says and no more', async () => {
    const shop = world.shop()
    const file = [line('a'), line('b', { options: [['Colour', 'Red']] })]
    await world.imported(shop, shopifyCsv(file))
    expect(outcomes((await world.imported(shop, shopifyCsv(file))).rows)).toEqual(['a unchanged', 'b unchanged'])
    const [a, b] = await byName(shop)
    must(
      await world.catalog.change(shop.owner, a?.id as Id<'product'>, {
        version: a?.version as number,
        name: { ...a?.name, ja: '品' },
        category: 'toys',
      }),
    )
    const changed = [
      line('a', { title: 'Other name', price: '8', quantity: '9' }),
      line('b', { options: [['Colour', 'Red']] }),
      { handle: 'b', options: [['', 'Blue']] as const, sku: 'B-BLUE', price: '3', tracker: 'shopify', quantity: '1' },
    ]
    const { rows } = await world.imported(shop, shopifyCsv(changed))
    expect(rows.map(r => [r.handle, r.outcome, ...r.changes])).toEqual([
      ['a', 'update', 'name', 'price', 'stock'],
      ['b', 'update', 'variants', 'price'],
    ])
    const after = await byName(shop)
    expect(after.map(p => p.id)).toEqual([a?.id, b?.id])
    expect(after[0]).toMatchObject({
      name: { en: 'Other name', ja: '品' },
      category: 'toys',
      variants: [{ id: a?.variants[0]?.id, available: 9 }],
    })
    expect(after[1]?.variants.map(v => [v.id === b?.variants[0]?.id, v.sku, v.available])).toEqual([
      [true, 'SKU-b', 5],
      [false, 'B-BLUE', 1],
    ])
  })

  test('takes stock only where the file keeps count, never below what is promised to buyers', async () => {
    const shop = world.shop()
    await world.imported(
      shop,
      shopifyCsv([line('a', { picture: `${site.url}/photos/9.jpg` }), line('b', { tracker: '', quantity: '7' })]),
    )
    const [a, b] = await byName(shop)
    expect([a?.variants[0]?.available, b?.variants[0]?.available]).toEqual([5, 0])
    const checkout = 'chk_00000000000000000000000000' as Id<'checkout'>
    must(
      await world.catalog.reserve({
        checkout,
        lines: [{ variant: a?.variants[0]?.id as Id<'variant'>, quantity: 2 }],
        expires: new Date(Date.now() + 1e9),
      }),
    )
    await world.imported(
      shop,
      shopifyCsv([line('a', { quantity: '0', picture: `${site.url}/photos/9.jpg` }), line('b', { tracker: '', quantity: '70' })]),
    )
    const stock = must(await world.catalog.stock(shop.owner, a?.variants[0]?.id as Id<'variant'>))
    expect(stock).toMatchObject({ onHand: 2, reserved: 2, available: 0 })
    expect((await byName(shop))[1]?.variants[0]?.available).toBe(0)
  })

  test('that is cut off after any step goes on where it was: nothing twice, nothing half', async () => {
    const steps = ['saveMany', 'setMany'] as const
    for (const step of steps) {
      let left = 2
      const cut = importWorld(house, {
        batch: 3,
        doors: real => {
          const cutting =
            <A extends unknown[], R>(f: (...a: A) => Promise<R>) =>
            async (...a: A) => {
              const r = await f(...a)
              if (left-- === 0) throw new Error('cut off')
              return r
            }
          return {
            ...real,
            catalog: { ...real.catalog, ...(step === 'saveMany' && { saveMany: cutting(real.catalog.saveMany) }) },
            prices: { ...real.prices, ...(step === 'setMany' && { setMany: cutting(real.prices.setMany) }) },
          }
        },
      })
      const shop = cut.shop()
      const run = await cut.preview(shop, seededCsv(24, 3))
      must(await cut.flow.begin(shop.owner, run.id as Id<'run'>))
      await expect(cut.flow.work()).rejects.toThrow('cut off')
      await house.db.pool.query('update imports.runs set lease_until = null')
      await cut.flow.work()
      const end = must(await cut.flow.run(shop.owner, run.id as Id<'run'>))
      expect(end).toMatchObject({ state: 'done', done: 24, total: 24, counts: { create: run.counts.create, refused: 0 } })
      const products = await cut.products(shop)
      expect(products.length).toBe(run.counts.create)
      expect(products.flatMap(p => p.variants).length).toBe(24)
      expect((await cut.prices.latest(products.flatMap(p => p.variants.map(v => v.id as Id<'variant'>)))).size).toBe(24)
      const ledger = await house.db.pool.query(
        'select v.id from catalog.variants v left join catalog.movements m on m.variant = v.id where v.shop = $1 group by v.id having coalesce(sum(m.on_hand), 0) <> v.on_hand',
        [shop.id],
      )
      expect(ledger.rowCount).toBe(0)
    }
  })

  test('knows a variant by its SKU when what it is called has changed', async () => {
    const shop = world.shop()
    const size = (name: string) => shopifyCsv([line('a', { options: [['Size', name]], sku: 'A-1' })])
    await world.imported(shop, size('S'))
    const [before] = await world.products(shop)
    const { rows } = await world.imported(shop, size('Small'))
    expect(rows.map(r => [r.outcome, ...r.changes])).toEqual([['update', 'variants']])
    const [after] = await world.products(shop)
    expect(after?.variants.map(v => v.id)).toEqual(before?.variants.map(v => v.id))
    expect(after?.options[0]?.values.map(v => v.name.en)).toEqual(['Small'])
    expect(after?.variants[0]?.choice).toEqual([after?.options[0]?.values[0]?.key])
  })

  test('reports one product that fails and imports the others', async () => {
    const shop = world.shop()
    await world.imported(shop, shopifyCsv([line('mine', { sku: 'TAKEN' })]))
    const { rows } = await world.imported(
      shop,
      shopifyCsv([line('x'), line('thief', { sku: 'TAKEN', title: 'Two', options: [['Size', 'S']] }), line('y')]),
    )
    expect(rows.map(r => [r.handle, r.outcome, r.fault?.code])).toEqual([
      ['x', 'create', undefined],
      ['thief', 'refused', 'sku_taken'],
      ['y', 'create', undefined],
    ])
  })
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, must, textIn } from '#base/kernel'
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

async function text(chunks: AsyncIterable<string>): Promise<string> {
  let all = ''
  for await (const c of chunks) all += c
  return all
}
const filesLeft = () => {
  try {
    return readdirSync(join(house.folder, 'imports'))
  } catch {
    return []
  }
}

describe('what is exported', () => {
  test('as CSV imports again with "unchanged" for every product, also those made by hand, in every language', async () => {
    const shop = world.shop()
    await world.imported(
      shop,
      seededCsv(40, 11, n => (n % 3 === 0 ? `${site.url}/photos/${n}.jpg` : n % 3 === 1 ? `${site.url}/missing-${n}.jpg` : '')),
    )
    must(
      await world.catalog.create(shop.owner, shop.id, {
        category: 'ceramics',
        name: { ja: '湯呑み "大", 萩' },
        description: { ja: '一行目\n二行目 <b>\n\n段落 & 終わり' },
        tags: ['萩', '茶'],
        options: [
          {
            name: { ja: '色' },
            values: [
              { key: 'r', name: { ja: '赤' } },
              { key: 'b', name: { ja: '青' } },
              { key: 'unused', name: { ja: '緑' } },
            ],
          },
        ],
        variants: [
          { sku: '赤-1', choice: ['r'], weightGrams: 0, onHand: 3 },
          { sku: '青-1', choice: ['b'], weightGrams: 10 },
        ],
        pictures: [],
      }),
    )
    const before = await world.products(shop)
    for (const language of ['en', 'ja', 'zh'] as const) {
      const file = await world.exported(shop, language)
      const { rows } = await world.imported(shop, file, language)
      expect(rows.filter(r => r.outcome !== 'unchanged')).toEqual([])
      expect(rows.length).toBe(before.length)
    }
    expect(await world.products(shop)).toEqual(before)
  })
  test('as CSV imports again unchanged when stock lies at several locations and a variant is a bundle', async () => {
    const shop = world.shop()
    await world.imported(shop, seededCsv(6, 9))
    const desk = world.catalog.stockDesk
    const second = must(await desk.addLocation(shop.owner, shop.id, 'Osaka')).at(-1)?.id as Id<'location'>
    const [first, other] = (await world.products(shop)).flatMap(p => p.variants)
    const variant = first?.id as Id<'variant'>
    must(await world.catalog.adjust(shop.owner, variant, { change: 5, reason: 'received', location: second }, 'more'))
    const stock = must(await world.catalog.stock(shop.owner, other?.id as Id<'variant'>))
    if (stock.onHand > 0)
      must(
        await world.catalog.adjust(shop.owner, other?.id as Id<'variant'>, { change: -stock.onHand, reason: 'counted' }, 'none'),
      )
    must(await desk.bundle(shop.owner, other?.id as Id<'variant'>, [{ variant, quantity: 2 }]))
    const before = must(await world.catalog.stock(shop.owner, variant))
    const { rows } = await world.imported(shop, await world.exported(shop))
    expect(rows.filter(r => r.outcome !== 'unchanged')).toEqual([])
    expect(must(await world.catalog.stock(shop.owner, variant))).toEqual(before)
  })
  test('as CSV opens in another shop as the same catalogue', async () => {
    const [from, to] = [world.shop(), world.shop()]
    await world.imported(from, seededCsv(15, 5))
    const { run } = await world.imported(to, await world.exported(from))
    const facts = async (shop: typeof from) =>
      (await world.products(shop))
        .map(p => [textIn(p.name, 'en'), p.tags, p.variants.map(v => [v.sku, v.available, v.gtin])])
        .sort()
    expect(run.counts.refused).toBe(0)
    expect(await facts(to)).toEqual(await facts(from))
  })
  test('as a Google feed names brand and maker, the shop where there is no brand, and imports again unchanged', async () => {
    const shop = world.shop()
    const parts = { picture: `${site.url}/photos/m.jpg` }
    await world.imported(shop, shopifyCsv([line('branded', parts), line('bare', { ...parts, vendor: '' })]))
    for (const p of await world.products(shop))
      must(
        await world.catalog.change(shop.owner, p.id as Id<'product'>, {
          version: p.version,
          maker: { text: { en: 'Four <generations>' }, place: { ja: '萩' }, pictures: [] },
        }),
      )
    const feed = await text((await world.flow.exportGoogle(shop.slug, 'en')) as AsyncIterable<string>)
    const items = feed.split('<item>').slice(1)
    expect(items.map(i => /<g:brand>(.*?)<\/g:brand>/.exec(i)?.[1]).sort()).toEqual(['A maker', 'Shop'])
    for (const i of items) {
      expect(i).toContain(
        '<g:section_name>Maker</g:section_name><g:attribute_name>Place</g:attribute_name><g:attribute_value>萩<',
      )
      expect(i).toContain('<g:attribute_name>About</g:attribute_name><g:attribute_value>Four &lt;generations&gt;<')
    }
    expect((await world.imported(shop, feed)).rows.map(r => r.outcome)).toEqual(['unchanged', 'unchanged'])
  })
  test('as a Google feed holds the live products, imports again unchanged, and opens in another shop', async () => {
    const [from, to] = [world.shop(), world.shop()]
    const red = { picture: `${site.url}/photos/r.jpg`, variantPicture: `${site.url}/photos/r.jpg` }
    await world.imported(
      from,
      shopifyCsv([
        line('plain', { picture: `${site.url}/photos/p.jpg`, title: 'A & B <c>', barcode: '4006381333931' }),
        line('two', {
          options: [
            ['Glaze', 'Red'],
            ['Size', 'S'],
          ],
          sku: 'T-R',
          ...red,
        }),
        {
          handle: 'two',
          options: [
            ['', 'Blue'],
            ['', 'S'],
          ],
          sku: 'T-B',
          price: '4',
          picture: `${site.url}/photos/b.jpg`,
          variantPicture: `${site.url}/photos/b.jpg`,
        },
        line('draft', { published: 'false' }),
      ]),
    )
    const feed = await text((await world.flow.exportGoogle(from.slug, 'en')) as AsyncIterable<string>)
    const again = await world.imported(from, feed)
    expect(again.run.kind).toBe('google_xml')
    expect(again.rows.map(r => [r.handle, r.outcome, ...r.changes])).toEqual(
      expect.arrayContaining([
        ['plain', 'unchanged'],
        ['two', 'unchanged'],
      ]),
    )
    expect(again.rows.length).toBe(2)
    const other = await world.preview(to, feed)
    expect(other.counts).toMatchObject({ create: 2, refused: 0 })
  })
})

describe('an address', () => {
  test('is fetched like a file; one that leads inwards or never ends is refused', async () => {
    const shop = world.shop()
    site.pages['/feed.csv'] = shopifyCsv([line('far')])
    const at = async (path: string) => {
      const run = must(await world.flow.fromUrl(shop.owner, shop.id, { url: `${site.url}${path}`, language: 'en' }))
      await world.flow.work()
      return must(await world.flow.run(shop.owner, run.id as Id<'run'>))
    }
    expect(await at('/feed.csv')).toMatchObject({ state: 'previewed', counts: { create: 1 } })
    expect(await at('/inwards')).toMatchObject({ state: 'failed', fault: { code: 'url_forbidden' } })
    expect(await at('/never')).toMatchObject({ state: 'failed', fault: { code: 'fetch_failed' } })
    expect(await at('/nothing')).toMatchObject({ state: 'failed', fault: { code: 'fetch_failed' } })
    expect(await world.flow.fromUrl(shop.owner, shop.id, { url: 'file:///etc/passwd', language: 'en' })).toMatchObject({
      code: 'url_forbidden',
    })
    expect(filesLeft()).toEqual([])
  })
  test('on a schedule is imported at once and again when its time has come, with the last result', async () => {
    const shop = world.shop()
    let price = '5'
    site.pages['/daily.csv'] = () => shopifyCsv([line('daily', { price })])
    const { schedules } = world.flow
    must(await schedules.add(shop.owner, shop.id, { url: `${site.url}/daily.csv`, language: 'en', every: 'daily' }))
    await world.flow.work()
    const last = async () => must(await schedules.list(shop.owner, shop.id)).items[0]?.last
    expect(await last()).toMatchObject({ state: 'done', scheduled: true, counts: { create: 1 } })
    price = '6'
    await schedules.runDue()
    await world.flow.work()
    expect(await last()).toMatchObject({ counts: { create: 1 } })
    house.clock.advance(24 * 3_600_000)
    await schedules.runDue()
    await world.flow.work()
    expect(await last()).toMatchObject({ state: 'done', counts: { update: 1 } })
    const { items } = must(await schedules.list(shop.owner, shop.id))
    must(await schedules.remove(shop.owner, shop.id, items[0]?.id as Id<'schedule'>))
    expect(must(await schedules.list(shop.owner, shop.id)).items).toEqual([])
  })
})

describe('a file that is too large', () => {
  test('is refused while it streams, and nothing of it stays', async () => {
    const shop = world.shop()
    let sent = 0
    const megabyte = Buffer.alloc(1_000_000, 'x')
    const body = Readable.from(
      (function* () {
        for (; sent < 100; sent++) yield megabyte
      })(),
    )
    expect(await world.flow.fromFile(shop.owner, shop.id, { body, name: 'big.csv', language: 'en' })).toMatchObject({
      code: 'file_too_large',
    })
    expect(sent).toBeLessThan(60)
    expect(filesLeft()).toEqual([])
  })
})

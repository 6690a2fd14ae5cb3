import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Currency, type Id, must, newId, ok, refuse, seeded } from '#base/kernel'
import { createImportCatalogue, type ImportDoors, type ImportOptions, importCatalogueMigrations } from '#flows/import-catalogue'
import { createPublishProduct } from '#flows/publish-product'
import { catalogMigrations, createCatalog } from '#rooms/catalog'
import { createMedia, mediaMigrations } from '#rooms/media'
import { createPrices, pricesMigrations } from '#rooms/prices'
import { staffOf } from '#testing/callers'

export const importMigrations = [...mediaMigrations, ...catalogMigrations, ...pricesMigrations, ...importCatalogueMigrations]

/** The rooms that an import goes through, with shops and staff in memory. */
export function importWorld(house: House, options: ImportOptions & { doors?: (real: ImportDoors) => ImportDoors } = {}) {
  const shops = new Map<string, { id: Id<'shop'>; currency: Currency; slug: string }>()
  const staff = new Map<string, Caller>()
  const accounts = {
    may: (caller: Caller, _permission: string, about: { shop?: Id<'shop'> } = {}) =>
      caller.shops.some(s => s.shop === about.shop) ? ok(true as const) : refuse('forbidden', 'You may not do this'),
    shop: async (id: string) =>
      ([...shops.values()].find(s => s.id === id || s.slug === id) ?? null) as Awaited<
        ReturnType<ImportDoors['accounts']['shop']>
      >,
    callerFor: async (person: Id<'person'>) => staff.get(person) as Caller,
  }
  const media = createMedia(house)
  const catalog = createCatalog(house, {
    accounts,
    media,
    moderation: { hidden: async () => new Set(), hiddenNow: async () => new Set() },
  })
  const prices = createPrices(house, { accounts, catalog } as unknown as Parameters<typeof createPrices>[1])
  const publish = createPublishProduct(house, { accounts, catalog, prices, media } as unknown as Parameters<
    typeof createPublishProduct
  >[1])
  const real = { accounts, catalog, prices, media, publish: publish.publish } as unknown as ImportDoors
  const flow = createImportCatalogue(house, options.doors?.(real) ?? real, { retryMs: [0], timeoutMs: 3000, ...options })
  return {
    house,
    flow,
    catalog,
    prices,
    media,
    shop(currency: Currency = 'USD') {
      const id = newId('shop', new Date())
      shops.set(id, { id, currency, slug: id.slice(-8), name: { en: 'Shop' }, about: {} } as never)
      const owner = staffOf(id)
      staff.set(owner.person, owner)
      return { id, owner, slug: id.slice(-8) }
    },
    /** Reads a file and resolves to the preview, or to the fault. */
    async preview(at: { id: Id<'shop'>; owner: Caller }, file: string | Uint8Array, language: 'en' | 'ja' | 'zh' = 'en') {
      const body = Readable.from([Buffer.from(file as string)])
      const run = must(await flow.fromFile(at.owner, at.id, { body, name: 'catalogue.csv', language }))
      await flow.work()
      return must(await flow.run(at.owner, run.id as Id<'run'>))
    },
    /** Reads and imports; resolves to the run and its whole report. */
    async imported(at: { id: Id<'shop'>; owner: Caller }, file: string | Uint8Array, language: 'en' | 'ja' | 'zh' = 'en') {
      const { id } = await this.preview(at, file, language)
      must(await flow.begin(at.owner, id as Id<'run'>))
      await flow.work()
      return { run: must(await flow.run(at.owner, id as Id<'run'>)), rows: await this.rows(at.owner, id) }
    },
    async rows(owner: Caller, run: string) {
      const rows = []
      let cursor: string | undefined
      do {
        const page = must(await flow.rows(owner, run as Id<'run'>, { limit: 100, cursor }))
        rows.push(...page.items)
        cursor = page.next ?? undefined
      } while (cursor)
      return rows
    },
    async exported(at: { id: Id<'shop'>; owner: Caller }, language: 'en' | 'ja' | 'zh' = 'en') {
      let all = ''
      for await (const c of flow.exportCsv(at.owner, at.id, language)) all += c
      return all
    },
    products: async (at: { id: Id<'shop'>; owner: Caller }) =>
      must(await catalog.listOfShop(at.owner, at.id, { limit: 100 })).items,
  }
}
export type ImportWorld = ReturnType<typeof importWorld>

/** A site of another on loopback: pictures at /photos/…, other paths as told. `here` is its host and port. */
export async function otherSite(pages: Record<string, string | (() => string)> = {}) {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const page = pages[path]
    if (page !== undefined) return void response.end(typeof page === 'string' ? page : page())
    if (path.startsWith('/photos/')) return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture)
    if (path.startsWith('/words/')) return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end('no picture at all')
    if (path === '/inwards') return void response.writeHead(302, { location: 'http://127.0.0.1/x.csv' }).end()
    if (path === '/never') return void response.writeHead(200).write('Handle,Title\n')
    response.writeHead(404).end()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const here = `127.0.0.1:${(server.address() as { port: number }).port}`
  return {
    here,
    url: `http://${here}`,
    asked,
    pages,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const head =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position,Variant Image'
type Line = Partial<{
  handle: string
  title: string
  body: string
  vendor: string
  type: string
  tags: string
  published: string
  options: readonly (readonly [string, string])[]
  sku: string
  grams: string
  tracker: string
  quantity: string
  price: string
  compare: string
  barcode: string
  picture: string
  position: string
  variantPicture: string
}>
const cell = (text = '') => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** A file in Shopify's form. */
export const shopifyCsv = (lines: readonly Line[]): string =>
  [
    head,
    ...lines.map(l =>
      [
        l.handle,
        l.title,
        l.body,
        l.vendor,
        l.type,
        l.tags,
        l.published,
        ...[0, 1, 2].flatMap(i => l.options?.[i] ?? ['', '']),
        l.sku,
        l.grams,
        l.tracker,
        l.quantity,
        l.price,
        l.compare,
        l.barcode,
        l.picture,
        l.position,
        l.variantPicture,
      ]
        .map(cell)
        .join(','),
    ),
  ].join('\n')

/** A whole product of one variant. */
export const line = (handle: string, parts: Line = {}): Line => ({
  handle,
  title: `Thing ${handle}`,
  body: `<p>About ${handle}</p>`,
  vendor: 'A maker',
  type: 'Teapot',
  tags: 'one, two',
  published: 'true',
  options: [['Title', 'Default Title']],
  sku: `SKU-${handle}`,
  grams: '200',
  tracker: 'shopify',
  quantity: '5',
  price: '9.99',
  ...parts,
})

/** A seeded catalogue of so many rows: products of one to four variants. */
export function seededCsv(rows: number, seed: number, picture: (n: number) => string = () => ''): string {
  const random = seeded(seed)
  const lines: Line[] = []
  for (let p = 0; lines.length < rows; p++) {
    const variants = Math.min(1 + Math.floor(random() * 4), rows - lines.length)
    for (let v = 0; v < variants; v++) {
      const first = line(`thing-${p}`, {
        options: variants > 1 ? [['Size', `Size ${v}`]] : [['Title', 'Default Title']],
        sku: `SKU-${p}-${v}`,
        quantity: String(Math.floor(random() * 50)),
        price: (1 + random() * 200).toFixed(2),
        ...(v === 0 && { picture: picture(p) }),
      })
      lines.push(v === 0 ? first : { ...first, title: '', body: '', vendor: '', type: '', tags: '', published: '' })
    }
  }
  return shopifyCsv(lines)
}

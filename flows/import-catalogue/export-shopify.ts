import type { Caller } from '#base/http'
import { type Id, type Language, type Money, type Texts, textIn } from '#base/kernel'
import type { SourcedProduct } from '#rooms/catalog'
import type { TradeFacts } from '#rooms/trade'
import { decimalOf } from './amount.ts'
import { stringifyRows } from './csv-out.ts'
import { customsCells, customsColumns, knownCustoms } from './customs.ts'
import type { Desk } from './doors.ts'
import { type LinkRow, readLinks } from './link-store.ts'
import { toldPictures, toldVariantPicture } from './look-up.ts'
import { makerCells, makerColumns } from './maker-columns.ts'
import { textToHtml } from './rich-text.ts'
import { type ShopLocation, stockCells, stockHeaders } from './stock-columns.ts'

const header = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Fulfillment Service',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Variant Barcode',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Gift Card',
  'SEO Title',
  'SEO Description',
  'Variant Image',
  'Variant Weight Unit',
  'Status',
] as const
type Column = (typeof header)[number]
type Row = Partial<Record<Column, string>>

/**
 * A shop's products in Shopify's form, archived and removed ones left out. Importing it again changes nothing: the handle is the
 * product's reference or our own id, texts are in one language, pictures are named as at their source.
 */
export async function* exportShopify(desk: Desk, caller: Caller, shop: Id<'shop'>, language: Language): AsyncGenerator<string> {
  const { trade, catalog } = desk.doors
  // Shopify leaves columns aside that it does not know.
  const found = await catalog.stockDesk.locations(caller, shop)
  const locations = found.ok ? found.value : []
  const customsHeaders = trade ? Object.values(customsColumns) : []
  const columns: readonly string[] = [...header, ...customsHeaders, ...Object.values(makerColumns), ...stockHeaders(locations)]
  yield `\ufeff${stringifyRows([columns])}`
  for await (const { product, prices, link, customs } of productsOfShop(desk, caller, shop)) {
    const rows = rowsOf(product, {
      prices,
      link,
      customs,
      language,
      locations,
      publicUrl: desk.house.config.publicUrl,
    })
    yield stringifyRows(rows.map(row => columns.map(column => row[column] ?? '')))
  }
}

interface Told {
  readonly product: SourcedProduct
  readonly prices: ReadonlyMap<string, Money>
  readonly link: LinkRow | undefined
  /** By variant; empty where nobody knows. */
  readonly customs: ReadonlyMap<string, TradeFacts>
}
async function* productsOfShop(desk: Desk, caller: Caller, shop: Id<'shop'>): AsyncGenerator<Told> {
  let cursor: string | undefined
  do {
    const page = await desk.doors.catalog.listOfShop(caller, shop, { limit: 100, cursor })
    if (!page.ok) return
    const ids = page.value.items.filter(p => p.state === 'draft' || p.state === 'live').map(p => p.id as Id<'product'>)
    yield* await toldOf(desk, shop, ids, true)
    cursor = page.value.next ?? undefined
  } while (cursor)
}

/** Everything that is told of products, in the order of the ids, in five statements; with `customs` in one more. */
export async function toldOf(desk: Desk, shop: Id<'shop'>, ids: readonly Id<'product'>[], withCustoms = false): Promise<Told[]> {
  const found = await desk.doors.catalog.sourced(shop, { ids })
  const prices = await desk.doors.prices.latest([...found.values()].flatMap(p => p.variants.map(v => v.id)))
  const links = await readLinks(desk.db, ids)
  const { trade } = desk.doors
  const customs = withCustoms && trade ? await knownCustoms(trade, shop, [...found.values()]) : new Map()
  return ids.flatMap(id => {
    const product = found.get(id)
    return product ? [{ product, prices, link: links.get(id), customs }] : []
  })
}

/** What the reader's own language says, else the nearest: the same choice when it is read back. */
const said = (texts: Texts, language: Language) => textIn(texts, language)

function rowsOf(
  product: SourcedProduct,
  within: Omit<Told, 'product'> & { language: Language; publicUrl: string; locations: readonly ShopLocation[] },
): Readonly<Record<string, string>>[] {
  const { link, language, publicUrl, locations } = within
  const handle = product.ref ?? product.id
  const pictures = toldPictures(product, link, publicUrl)
  const rows: Readonly<Record<string, string>>[] = []
  for (let i = 0; i < Math.max(product.variants.length, pictures.length); i++) {
    const v = product.variants[i]
    rows.push({
      Handle: handle,
      ...(i === 0 && { ...headOf(product, link, language), ...makerCells(product, language) }),
      ...(v && { ...variantOf(v, { ...within, product, first: i === 0 }), ...stockCells(product, v, locations) }),
      ...(pictures[i] !== undefined && { 'Image Src': pictures[i], 'Image Position': String(i + 1) }),
    })
  }
  return rows
}

const headOf = (product: SourcedProduct, link: LinkRow | undefined, language: Language): Row => ({
  Title: said(product.name, language),
  'Body (HTML)': textToHtml(said(product.description, language)),
  Vendor: product.brand ?? '',
  Type: link?.type ?? product.category,
  Tags: product.tags.join(', '),
  Published: String(product.state === 'live' || (link?.publish ?? false)),
  'Gift Card': 'false',
  Status: product.state === 'live' || link?.publish ? 'active' : 'draft',
})

function variantOf(
  v: SourcedProduct['variants'][number],
  within: Omit<Told, 'prices'> & { prices: Told['prices']; language: Language; publicUrl: string; first: boolean },
): Row {
  const { product, prices, link, language, first } = within
  const price = prices.get(v.id)
  const options: Row = {}
  for (const [i, o] of product.options.entries()) {
    const n = i + 1
    if (first) options[`Option${n} Name` as Column] = said(o.name, language)
    options[`Option${n} Value` as Column] = said(o.values.find(x => x.key === v.choice[i])?.name ?? {}, language)
  }
  return {
    ...(product.options.length === 0 && { 'Option1 Name': 'Title', 'Option1 Value': 'Default Title' }),
    ...options,
    'Variant SKU': v.sku,
    'Variant Grams': String(v.weightGrams),
    // A bundle has no pieces of its own that could be counted.
    ...(!v.bundle && { 'Variant Inventory Tracker': 'shopify', 'Variant Inventory Qty': String(product.free.get(v.id) ?? 0) }),
    'Variant Inventory Policy': 'deny',
    'Variant Fulfillment Service': 'manual',
    'Variant Price': price ? decimalOf(price) : '',
    'Variant Requires Shipping': 'true',
    'Variant Taxable': 'true',
    'Variant Barcode': v.gtin ?? '',
    'Variant Image': toldVariantPicture(v, link, within.publicUrl) ?? '',
    'Variant Weight Unit': 'g',
    ...customsCells(within.customs.get(v.id) ?? {}),
  }
}

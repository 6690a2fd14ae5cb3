import type { Currency } from '#base/kernel'
import { isGtin, variantLimits } from '#rooms/catalog'
import { parseAmount } from './amount.ts'
import { customsOf } from './customs.ts'
import { type Fault, type FeedProduct, type FeedVariant, fault, limits, type Warning } from './feed-product.ts'
import { makerColumns, makerOf } from './maker-columns.ts'
import { htmlToText } from './rich-text.ts'
import { madeSku } from './sku.ts'
import { type PlaceColumn, placeColumnOf, stockColumns, stockOf } from './stock-columns.ts'
import { countOf, cut, gtinOf, pictureOf, tagsOf } from './values.ts'

/** Columns by the names of Shopify's exports, old and new. */
const names = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  body: ['body (html)', 'description'],
  vendor: ['vendor'],
  type: ['type'],
  category: ['product category', 'google shopping / google product category'],
  tags: ['tags'],
  published: ['published', 'published on online store'],
  status: ['status'],
  sku: ['variant sku', 'sku'],
  grams: ['variant grams', 'weight value (grams)'],
  tracker: ['variant inventory tracker', 'inventory tracker'],
  quantity: ['variant inventory qty', 'inventory quantity'],
  price: ['variant price', 'price'],
  compare: ['variant compare at price', 'compare-at price'],
  barcode: ['variant barcode', 'barcode'],
  picture: ['image src', 'product image url'],
  position: ['image position'],
  variantPicture: ['variant image', 'variant image url'],
  hs: ['variant hs code', 'hs code'],
  origin: ['variant country of origin', 'coo'],
  netGrams: ['variant net grams'],
  materials: ['variant materials'],
  lot: ['variant lot'],
  shelfLifeDays: ['variant shelf life days'],
  components: [stockColumns.components],
  lowAt: [stockColumns.lowAt],
  maker: [makerColumns.maker],
  makerPlace: [makerColumns.makerPlace],
  responsibleName: [makerColumns.responsibleName],
  responsibleAddress: [makerColumns.responsibleAddress],
  responsibleEmail: [makerColumns.responsibleEmail],
} as const
type Name = keyof typeof names

/** How a header is read: where each column stands. A fault when those are missing without which nothing can be told. */
export function shopifyColumns(header: readonly string[]): { columns: Columns } | { fault: Fault } {
  const at = new Map(header.map((h, i) => [h.trim().toLowerCase(), i]))
  const place = (n: Name) => names[n].flatMap(alias => at.get(alias.toLowerCase()) ?? [])[0]
  const missing = (['handle', 'title'] as const).filter(n => place(n) === undefined)
  if (missing.length > 0)
    return { fault: fault('header_missing', `The first row lacks the columns: ${missing.map(m => names[m][0]).join(', ')}`, 1) }
  const options = [1, 2, 3, 4, 5].map(n => ({ name: at.get(`option${n} name`), value: at.get(`option${n} value`) }))
  return {
    columns: {
      width: header.length,
      at: Object.fromEntries((Object.keys(names) as Name[]).map(n => [n, place(n)])) as Columns['at'],
      places: header.flatMap((h, i) => {
        const place = placeColumnOf(h)
        return place ? [{ ...place, at: i }] : []
      }),
      options: options.flatMap(o => (o.value === undefined ? [] : [{ name: o.name, value: o.value }])),
    },
  }
}
interface Columns {
  readonly width: number
  readonly at: Readonly<Record<Name, number | undefined>>
  readonly options: readonly { readonly name: number | undefined; readonly value: number }[]
  readonly places: readonly (PlaceColumn & { readonly at: number })[]
}

interface Block {
  readonly handle: string
  readonly first: { readonly row: number; readonly cells: readonly string[] }
  readonly rows: { readonly row: number; readonly cells: readonly string[] }[]
  apart: number | null
  fault: Fault | null
}

/** Gathers rows by their handle, also when they stand apart; a second title under one handle is a second product and refused. */
export function createShopifyReader(columns: Columns, currency: Currency) {
  const blocks = new Map<string, Block>()
  const refused: FeedProduct[] = []
  let last = ''
  return {
    row(cells: readonly string[], row: number): void {
      const cell = (n: Name) => (columns.at[n] === undefined ? '' : (cells[columns.at[n]] ?? '').trim())
      const handle = cell('handle').slice(0, limits.ref)
      if (handle === '')
        return void refused.push(empty('', row, cell('title'), fault('handle_missing', 'The row has no handle', row)))
      const block = blocks.get(handle)
      const long = cells.length > columns.width && cells.slice(columns.width).some(c => c.trim() !== '')
      const wrong = long
        ? fault('file_malformed', 'The row has more fields than the header; a quotation mark may be missing', row)
        : null
      if (!block) blocks.set(handle, { handle, first: { row, cells }, rows: [{ row, cells }], apart: null, fault: wrong })
      else if (last !== handle && cell('title') !== '')
        refused.push(
          empty(
            handle,
            row,
            cell('title'),
            fault('handle_repeated', `The handle "${handle}" is another product's, from row ${block.first.row}`, row),
          ),
        )
      else {
        if (last !== handle) block.apart ??= row
        block.rows.push({ row, cells })
        block.fault ??= wrong
      }
      last = handle
    },
    end: (): FeedProduct[] =>
      [...[...blocks.values()].map(b => productOf(b, columns, currency)), ...refused].sort((a, b) => a.row - b.row),
  }
}

export const empty = (ref: string, row: number, title: string, why: Fault): FeedProduct => ({
  ref,
  row,
  rows: 1,
  title: title || null,
  description: null,
  brand: null,
  type: null,
  tags: null,
  publish: null,
  options: [],
  variants: [],
  pictures: [],
  warnings: [],
  fault: why,
})

type Cell = (n: Name) => string
const cellOf =
  (columns: Columns, cells: readonly string[]): Cell =>
  n =>
    columns.at[n] === undefined ? '' : (cells[columns.at[n]] ?? '').trim()

function productOf(block: Block, columns: Columns, currency: Currency): FeedProduct {
  const warnings: Warning[] = []
  const { row, cells } = block.first
  const cell = cellOf(columns, cells)
  const has = (n: Name) => columns.at[n] !== undefined
  const optionNames = optionsOf(columns, cells)
  const wrong: Fault | null =
    block.fault ??
    (optionNames.length > variantLimits.options
      ? fault('too_many_options', `A product has at most ${variantLimits.options} options`, row)
      : null)
  const sold = block.rows.filter(r => isVariant(columns, r.cells))
  const variants = sold.map(r => variantOf(r, { columns, currency, options: optionNames.length, handle: block.handle, warnings }))
  if (block.apart !== null) warnings.push({ code: 'rows_apart', row: block.apart })
  const bad = variants.find(v => 'fault' in v) as { fault: Fault } | undefined
  const maker = makerOf(cell, row)
  const many =
    sold.length > variantLimits.variants
      ? fault('too_many_variants', `${sold.length} variants; a product has at most ${variantLimits.variants}`, row)
      : null
  return {
    ref: block.handle,
    row,
    rows: block.rows.length,
    title: cut(cell('title'), limits.name, warnings, row),
    description: cut(htmlToText(cell('body')), limits.description, warnings, row),
    brand: cell('vendor').slice(0, 100) || null,
    type: [cell('type'), cell('category')].filter(Boolean).join(' > ') || null,
    ...(!('fault' in maker) && { maker }),
    tags: has('tags') ? tagsOf(cell('tags'), warnings, row) : null,
    publish: publishOf(cell('published'), cell('status')),
    options: optionNames,
    variants: wrong || many || bad ? [] : (variants as FeedVariant[]),
    pictures: picturesOf(block, columns, warnings),
    warnings,
    fault:
      wrong ??
      many ??
      bad?.fault ??
      ('fault' in maker ? maker.fault : null) ??
      (variants.length === 0 ? fault('option_mismatch', 'No row of this handle is a variant', row) : null),
  }
}

function publishOf(published: string, status: string): boolean | null {
  if (published === '' && status === '') return null
  return !/^(false|no|0)$/i.test(published) && (status === '' || /^active$/i.test(status))
}

function optionsOf(columns: Columns, cells: readonly string[]): string[] {
  const found = columns.options.flatMap(o => {
    const name = (o.name === undefined ? '' : (cells[o.name] ?? '')).trim()
    const value = (cells[o.value] ?? '').trim()
    return name === '' && value === '' ? [] : [{ name: (name || 'Option').slice(0, 60), value }]
  })
  // Shopify's way to say that there are none.
  return found.length === 1 && found[0]?.name === 'Title' && found[0].value === 'Default Title' ? [] : found.map(o => o.name)
}

/** A row that sells something; others carry a further picture. */
function isVariant(columns: Columns, cells: readonly string[]): boolean {
  const cell = cellOf(columns, cells)
  return cell('sku') !== '' || cell('price') !== '' || columns.options.some(o => (cells[o.value] ?? '').trim() !== '')
}

interface Within {
  readonly columns: Columns
  readonly currency: Currency
  readonly options: number
  readonly handle: string
  readonly warnings: Warning[]
}
function variantOf(r: { row: number; cells: readonly string[] }, within: Within): FeedVariant | { fault: Fault } {
  const { columns, warnings } = within
  const cell = cellOf(columns, r.cells)
  const choice = columns.options.slice(0, within.options).map(o => (r.cells[o.value] ?? '').trim().slice(0, 60))
  if (choice.includes('')) return { fault: fault('option_mismatch', 'A variant lacks the value of an option', r.row) }
  const price = cell('price') === '' ? null : parseAmount(cell('price'), within.currency)
  if (price && !price.ok) return { fault: fault(price.code, price.message, r.row) }
  if (!price) warnings.push({ code: 'price_missing', row: r.row })
  if (cell('compare') !== '' && cell('compare') !== cell('price')) warnings.push({ code: 'compare_price_ignored', row: r.row })
  const tracked = cell('tracker') !== '' && cell('quantity') !== ''
  const free = tracked ? countOf(cell('quantity')) : null
  if (tracked && free === null)
    return {
      fault: fault(
        'quantity_invalid',
        `"${cell('quantity').slice(0, 20)}" is no stock: a whole number from 0 to 1,000,000`,
        r.row,
      ),
    }
  const grams = cell('grams') === '' ? null : countOf(String(Math.round(Number(cell('grams'))) || 0), 100_000)
  if (cell('grams') !== '' && grams === null) warnings.push({ code: 'weight_ignored', row: r.row })
  const sku = cell('sku').replace(/^'/, '').slice(0, 64)
  const gtin = gtinOf(cell('barcode'), isGtin)
  if (cell('barcode') !== '' && gtin === null) warnings.push({ code: 'gtin_ignored', row: r.row })
  const { customs, bad } = customsOf(cell)
  for (const column of bad) warnings.push({ code: 'customs_ignored', row: r.row, column })
  const places = columns.places.map(p => ({ ...p, text: (r.cells[p.at] ?? '').trim() }))
  const stock = stockOf({ row: r.row, cell, places, free })
  if ('fault' in stock) return stock
  return {
    row: r.row,
    sku: sku || madeSku(within.handle, choice),
    skuMade: sku === '',
    choice,
    grams,
    free,
    price: price ? price.value.minor.toString() : null,
    gtin,
    picture: pictureOf(cell('variantPicture')),
    customs,
    ...stock,
  }
}

function picturesOf(block: Block, columns: Columns, warnings: Warning[]): string[] {
  const found = block.rows.flatMap(r => {
    const cell = cellOf(columns, r.cells)
    if (cell('picture') === '') return []
    const url = pictureOf(cell('picture'))
    if (url === null) warnings.push({ code: 'picture_ignored', row: r.row })
    return url === null ? [] : [{ url, place: Number(cell('position')) || Number.MAX_SAFE_INTEGER }]
  })
  const urls = [...new Set(found.sort((a, b) => a.place - b.place).map(p => p.url))]
  if (urls.length > limits.pictures) warnings.push({ code: 'picture_ignored', row: block.first.row })
  return urls.slice(0, limits.pictures)
}

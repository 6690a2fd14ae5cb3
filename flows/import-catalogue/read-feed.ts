import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Currency } from '#base/kernel'
import { encodingOf, textOf } from './decode.ts'
import { type Fault, type FeedProduct, fault, limits, type SourceKind } from './feed-product.ts'
import { type GoogleItem, productsOfItems } from './google-items.ts'
import { readGoogleXml } from './google-xml.ts'
import { createShopifyReader, shopifyColumns } from './shopify-rows.ts'

export interface Feed {
  readonly kind: SourceKind
  readonly products: readonly FeedProduct[]
}

/** Reads a file of a source that is told apart by its content, not by its name. Streams: the text is never held whole. */
export async function readFeed(path: string, currency: Currency): Promise<Feed | { fault: Fault }> {
  const found = await encodingOf(path)
  if ('fault' in found) return found
  const texts = () => withoutLeadingSpace(textOf(path, found.encoding))
  const head = await headOf(texts())
  if (head.trim() === '') return { fault: fault('file_empty', 'The file is empty') }
  if (head.startsWith('<')) {
    const read = await readGoogleXml(texts())
    return 'fault' in read ? read : done('google_xml', productsOfItems(read.items, currency))
  }
  const firstLine = head.split(/\r?\n/, 1)[0] as string
  const tabs = firstLine.split('\t').map(h => h.trim().toLowerCase().replaceAll(' ', '_'))
  if (tabs.includes('id') && tabs.includes('title'))
    return readTsv(texts()).then(read => ('fault' in read ? read : done('google_tsv', productsOfItems(read.items, currency))))
  return readShopify(texts(), currency, firstLine)
}

function done(kind: SourceKind, products: readonly FeedProduct[]): Feed | { fault: Fault } {
  if (products.length === 0) return { fault: fault('file_empty', 'The file names no product') }
  return { kind, products: refuseSharedSkus(products) }
}

/** A SKU is one variant of a shop: the first product of the file has it, a later one is refused. */
function refuseSharedSkus(products: readonly FeedProduct[]): FeedProduct[] {
  const first = new Map<string, number>()
  return products.map(p => {
    if (p.fault) return p
    for (const v of p.variants) {
      const row = first.get(v.sku)
      if (row !== undefined)
        return { ...p, variants: [], fault: fault('sku_taken', `The SKU "${v.sku}" is that of row ${row}`, v.row) }
      first.set(v.sku, v.row)
    }
    return p
  })
}

async function* withoutLeadingSpace(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = false
  for await (const text of texts) {
    const rest: string = begun ? text : text.replace(/^\ufeff?\s*/, '')
    begun ||= rest !== ''
    yield rest
  }
}
async function headOf(texts: AsyncIterable<string>): Promise<string> {
  let head = ''
  for await (const text of texts) {
    head += text
    if (head.length > 20_000) break
  }
  return head
}

async function* records(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
    ...(delimiter === '\t' && { relax_quotes: true }),
  })
  pipeline(Readable.from(texts), parser, () => {})
  for await (const record of parser) yield record as string[]
}

/** Calls `row` for each row after the first; the row numbers are a spreadsheet's. */
async function eachRow(
  rows: AsyncIterable<string[]>,
  begin: (header: string[]) => { fault: Fault } | { row: (cells: string[], row: number) => void },
): Promise<Fault | null> {
  let at = 0
  let take: ((cells: string[], row: number) => void) | null = null
  try {
    for await (const cells of rows) {
      at++
      if (take === null) {
        const begun = begin(cells)
        if ('fault' in begun) return begun.fault
        take = begun.row
        continue
      }
      if (at > limits.rows + 1) return fault('too_many_rows', `At most ${limits.rows} rows are taken`)
      if (cells.length > 1 || (cells[0] ?? '').trim() !== '') take(cells, at)
    }
    return null
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (!code.startsWith('CSV_')) throw error
    return fault('file_malformed', `After row ${at}: ${(error as Error).message.slice(0, 200)}`, at + 1)
  }
}

async function readShopify(
  texts: AsyncIterable<string>,
  currency: Currency,
  firstLine: string,
): Promise<Feed | { fault: Fault }> {
  // Spreadsheets of countries with a decimal comma write semicolons.
  const delimiter = [',', ';', '\t'].reduce((a, b) => (firstLine.split(b).length > firstLine.split(a).length ? b : a))
  let reader: ReturnType<typeof createShopifyReader> | null = null
  const wrong = await eachRow(records(texts, delimiter), header => {
    const found = shopifyColumns(header)
    if ('fault' in found) return found
    reader = createShopifyReader(found.columns, currency)
    return reader
  })
  if (wrong) return { fault: wrong }
  return done('shopify_csv', (reader as ReturnType<typeof createShopifyReader> | null)?.end() ?? [])
}

async function readTsv(texts: AsyncIterable<string>): Promise<{ items: GoogleItem[] } | { fault: Fault }> {
  const items: GoogleItem[] = []
  const wrong = await eachRow(records(texts, '\t'), header => {
    const names = header.map(h => h.trim().toLowerCase().replace(/^g:/, '').replaceAll(' ', '_'))
    return {
      row(cells, row) {
        const values = new Map<string, string[]>()
        for (const [i, name] of names.entries()) {
          const text = (cells[i] ?? '').trim()
          if (text !== '') values.set(name, name === 'additional_image_link' ? text.split(',') : [text])
        }
        items.push({ row, values, details: [] })
      },
    }
  })
  return wrong ? { fault: wrong } : { items }
}

import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type Fault, fault, limits } from './feed-product.ts'
import type { GoogleItem } from './google-items.ts'

const google = 'http://base.google.com/ns/1.0'
const depthLimit = 32
const valueLimit = 200_000

/**
 * Items of a Google Merchant feed in RSS 2.0 (`item`) or Atom (`entry`), read as they stream. A document type is refused: with it go
 * entities of the document's own, so neither bombs nor files of this machine can be named.
 */
export async function readGoogleXml(texts: AsyncIterable<string>): Promise<{ items: GoogleItem[] } | { fault: Fault }> {
  const reader = createReader()
  try {
    for await (const text of texts) {
      reader.write(text)
      if (reader.state.fault) return { fault: reader.state.fault }
    }
    reader.close()
  } catch (error) {
    return {
      fault: reader.state.fault ?? fault('file_malformed', `Line ${reader.line()}: ${(error as Error).message.slice(0, 200)}`),
    }
  }
  if (reader.state.fault) return { fault: reader.state.fault }
  if (!reader.state.feed) return { fault: fault('header_missing', 'This is neither an RSS 2.0 nor an Atom feed') }
  return { items: reader.items }
}

interface Open {
  readonly values: Map<string, string[]>
  readonly details: { section: string; name: string; value: string }[]
  detail: { section: string; name: string; value: string } | null
}

function createReader() {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const items: GoogleItem[] = []
  const state: { fault: Fault | null; feed: boolean } = { fault: null, feed: false }
  const path: string[] = []
  let item: Open | null = null
  let value = ''
  const stop = (why: Fault) => {
    state.fault ??= why
  }
  parser.on('error', error => {
    stop(fault('file_malformed', `The XML is broken: ${error.message.slice(0, 200)}`))
  })
  parser.on('doctype', () => stop(fault('markup_forbidden', 'The XML has a document type; entities of its own are not taken')))
  parser.on('opentag', tag => {
    path.push(nameOf(tag))
    if (path.length > depthLimit) stop(fault('file_malformed', `The XML is nested deeper than ${depthLimit}`))
    if (path.length === 1) state.feed = /^(rss|feed)$/.test(path[0] as string)
    if (isItem(path) && !item) item = { values: new Map(), details: [], detail: null }
    if (item && nameOf(tag) === 'product_detail') item.detail = { section: '', name: '', value: '' }
    if (item && tag.local === 'link' && tag.uri !== google && 'href' in tag.attributes)
      keep(item, 'link', tag.attributes.href?.value ?? '')
    value = ''
  })
  const words = (text: string) => {
    if (!item) return
    value += text
    if (value.length > valueLimit) stop(fault('file_malformed', 'A value of the XML is too long'))
  }
  parser.on('text', words)
  parser.on('cdata', words)
  parser.on('closetag', tag => {
    const name = nameOf(tag)
    if (item && isItem(path)) {
      items.push({ row: items.length + 1, values: item.values, details: item.details })
      item = null
      if (items.length > limits.rows) stop(fault('too_many_rows', `At most ${limits.rows} items are taken`))
    } else if (item) leaf(item, name, value)
    path.pop()
    value = ''
  })
  return { write: (text: string) => parser.write(text), close: () => parser.close(), line: () => parser.line, items, state }
}

const nameOf = (tag: SaxesTagNS): string => tag.local.toLowerCase()
const isItem = (path: readonly string[]) => path.at(-1) === 'item' || path.at(-1) === 'entry'

function keep(item: Open, name: string, text: string): void {
  const list = item.values.get(name)
  if (list) list.push(text.trim())
  else item.values.set(name, [text.trim()])
}

function leaf(item: Open, name: string, text: string): void {
  const { detail } = item
  if (!detail) {
    if (text.trim() !== '') keep(item, name === 'summary' || name === 'content' ? 'description' : name, text)
    return
  }
  if (name === 'product_detail') {
    item.details.push(detail)
    item.detail = null
  } else if (name === 'section_name') detail.section = text.trim()
  else if (name === 'attribute_name') detail.name = text.trim()
  else if (name === 'attribute_value') detail.value = text.trim()
}

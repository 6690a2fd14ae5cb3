import type { LoggedEvent } from '#base/catalogue'
import { mostWordHashes, wordHashLimit } from '#base/kernel'
import type { Item } from './types.ts'

const isText = (x: unknown): x is string => typeof x === 'string' && x.length > 0 && x.length <= 200
const hashes = (x: unknown): number[] =>
  Array.isArray(x) ? [...new Set(x.slice(0, mostWordHashes).filter(w => Number.isInteger(w) && w >= 0 && w < wordHashLimit))] : []
const texts = (x: unknown): string[] => (Array.isArray(x) ? x.slice(0, 50).filter(isText) : [])

/** The item that a published post is; null when the facts are not of the catalogue's shape. */
export function fromPost(event: LoggedEvent<'post.published'>): Item | null {
  const { author, shop, format, durationMs, tags, products, language, disclosure, grownFrom, words } = event.data
  if (!isText(author)) return null
  return {
    id: event.subject.id,
    kind: 'post',
    author,
    shop: isText(shop) ? shop : null,
    format: format === 'pictures' ? 'pictures' : 'video',
    tags: texts(tags),
    words: hashes(words),
    products: texts(products),
    language: isText(language) ? language : '',
    durationMs: typeof durationMs === 'number' && durationMs > 0 ? durationMs : 0,
    inStock: true,
    organic: disclosure !== 'own_product' && disclosure !== 'paid',
    grown: isText(grownFrom),
    createdAt: event.at.getTime(),
    visible: true,
  }
}

/** The item that a product is. `createdAt` is kept from its first publication when there was one. */
export function fromProduct(event: LoggedEvent<'product.published' | 'product.changed'>, createdAt: number | null): Item | null {
  const { shop, category, tags, price, margin, inStock, words } = event.data
  if (!isText(shop)) return null
  return {
    id: event.subject.id,
    kind: 'product',
    author: shop,
    shop,
    format: 'product',
    tags: texts(tags),
    words: hashes(words),
    products: [],
    category: isText(category) ? category : null,
    language: '',
    durationMs: 0,
    price: price ?? null,
    ...(typeof margin === 'number' && { margin }),
    inStock: inStock !== false,
    organic: false,
    createdAt: createdAt ?? event.at.getTime(),
    visible: true,
  }
}

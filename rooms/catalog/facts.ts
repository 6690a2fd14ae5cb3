import type { NewEvent, ProductFacts } from '#base/catalogue'
import { type Id, wordHashes } from '#base/kernel'
import type { FactsRow } from './store.ts'

const factsOf = (r: FactsRow): ProductFacts => {
  if (r.price_minor === null || r.currency === null) throw new Error(`product ${r.id} is on sale without a price`)
  return {
    shop: r.shop,
    category: r.category,
    tags: r.tags,
    words: wordHashes(Object.values(r.name).join(' ')),
    price: { minor: r.price_minor.toString(), currency: r.currency },
    inStock: r.in_stock,
  }
}

/** An event about a product with its facts as they are now. */
export const factsEvent = (
  name: 'product.published' | 'product.changed',
  row: FactsRow,
  at: Date,
  person: Id<'person'> | null,
): NewEvent => ({
  name,
  at,
  person,
  subject: { kind: 'product', id: row.id },
  data: factsOf(row),
})
export const removedEvent = (product: Id<'product'>, at: Date, person: Id<'person'> | null): NewEvent => ({
  name: 'product.removed',
  at,
  person,
  subject: { kind: 'product', id: product },
  data: {},
})

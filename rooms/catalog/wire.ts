import {
  defineRoutes,
  idOf,
  integer,
  list,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  pageWire,
  text,
  textsWire,
  timeWire,
} from '#base/http'
import { pictureWire } from '#rooms/media'
import { stockRoutes } from './wire-stock.ts'

export const categories = [
  'ceramics',
  'tea',
  'stationery',
  'textiles',
  'skincare',
  'knives',
  'sweets',
  'incense',
  'washi',
  'sake',
  'bags',
  'toys',
  'other',
] as const
export const productStates = ['draft', 'live', 'archived', 'removed'] as const
const option = obj({
  name: textsWire(60),
  values: list(obj({ key: text(40, 1), name: textsWire(60) }), { minItems: 1, maxItems: 50 }),
})
const textDraft = obj({ name: text(200), description: text(10_000) })
/** Who made it, for the product page. */
const maker = { text: textsWire(4000), place: textsWire(120) }
/** Who answers for it to the authorities, where the law asks for a name (EU 2023/988). */
const responsible = obj({ name: text(200, 1), address: text(400, 1), email: text(254, 3) })
/** By language: a text that waits to be approved. Shoppers read the approved one, or another language's. */
const draftsWire = obj({ en: optional(textDraft), ja: optional(textDraft), zh: optional(textDraft) })
const author = obj({ by: idOf('per'), at: timeWire })
export const variantWire = obj({
  id: idOf('var'),
  sku: text(64),
  gtin: nullable(text(14)),
  choice: list(text(40)),
  weightGrams: integer(0, 100_000),
  /** Pieces that can still be bought: on hand − reserved − safety, never below 0; shown to shoppers capped at 99. */
  available: integer(0, 1_000_000),
  picture: nullable(idOf('med')),
})
export const productWire = obj({
  id: idOf('prd'),
  shop: idOf('shp'),
  state: oneOf(productStates),
  version: integer(1, 1_000_000_000),
  category: oneOf(categories),
  name: textsWire(200),
  description: textsWire(10_000),
  specs: list(obj({ name: textsWire(80), value: textsWire(400) })),
  tags: list(text(60)),
  options: list(option),
  variants: list(variantWire),
  pictures: list(pictureWire),
  maker: nullable(obj({ ...maker, pictures: list(pictureWire) })),
  responsible: nullable(responsible),
  created: timeWire,
  /** For staff; null for shoppers. */ drafts: nullable(draftsWire),
  /** Who changed each language's text last; for staff. */
  written: nullable(obj({ en: optional(author), ja: optional(author), zh: optional(author) })),
})
const variantDraft = obj({
  sku: text(64, 1),
  gtin: optional(nullable(text(14))),
  choice: list(text(40), { maxItems: 3 }),
  weightGrams: integer(0, 100_000),
  picture: optional(nullable(idOf('med'))),
  onHand: optional(integer(0, 1_000_000)),
  safety: optional(integer(0, 1_000_000)),
})
const draft = {
  category: oneOf(categories),
  name: textsWire(200),
  description: textsWire(10_000),
  drafts: optional(draftsWire),
  specs: optional(list(obj({ name: textsWire(80), value: textsWire(400) }), { maxItems: 40 })),
  tags: optional(list(text(60), { maxItems: 20 })),
  options: list(option, { maxItems: 3 }),
  variants: list(variantDraft, { minItems: 1, maxItems: 200 }),
  pictures: list(idOf('med'), { maxItems: 20 }),
}
export const wire = defineRoutes({
  'GET /v1/products/{id}': {
    summary: 'A product with options, variants and stock',
    who: 'anyone',
    params: obj({ id: idOf('prd') }),
    reply: productWire,
  },
  'GET /v1/shops/{shop}/products': {
    summary: "A shop's own list in every state, for its staff",
    who: 'staff',
    params: obj({ shop: idOf('shp') }),
    query: obj({ ...pageQuery, state: optional(oneOf(productStates)), words: optional(text(100)) }),
    reply: pageWire(productWire),
  },
  'POST /v1/shops/{shop}/products': {
    summary: 'Add a product as a draft',
    who: 'staff',
    rate: 'write',
    params: obj({ shop: idOf('shp') }),
    body: obj(draft),
    reply: productWire,
    status: 201,
  },
  'PATCH /v1/products/{id}': {
    summary: 'Change a product; the version guards against a second editor',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('prd') }),
    body: obj({
      version: integer(1, 1_000_000_000),
      category: optional(draft.category),
      name: optional(draft.name),
      description: optional(draft.description),
      /** Replaces all waiting texts. To approve one: put it into name and description and leave it out here. */
      drafts: draft.drafts,
      specs: draft.specs,
      tags: draft.tags,
      maker: optional(nullable(obj({ ...maker, pictures: list(idOf('med'), { maxItems: 6 }) }))),
      responsible: optional(nullable(responsible)),
      pictures: optional(draft.pictures),
    }),
    reply: productWire,
  },
  'POST /v1/products/{id}/archive': {
    summary: 'Take a product off the shop',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('prd') }),
    reply: productWire,
  },
  ...stockRoutes,
})

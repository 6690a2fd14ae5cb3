import {
  defineRoutes,
  flag,
  idOf,
  integer,
  languageWire,
  list,
  moneyWire,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  text,
  textsWire,
  timeWire,
} from '#base/http'
import { categories, deskSorts, lackFilters, productStates, stockFilters } from '#rooms/catalog'
import { pictureWire } from '#rooms/media'

const filter = {
  state: optional(oneOf(productStates)),
  category: optional(oneOf(categories)),
  /** `low`: something is left, but no more than five pieces. */ stock: optional(oneOf(stockFilters)),
  /** What keeps it off sale. */ lacks: optional(oneOf(lackFilters)),
  /** A text waits to be approved. */ waiting: optional(flag),
  changedDays: optional(integer(1, 366)),
  tag: optional(text(60)),
  words: optional(text(100)),
}
export const deskRowWire = obj({
  id: idOf('prd'),
  state: oneOf(productStates),
  version: integer(1, 1_000_000_000),
  category: oneOf(categories),
  name: textsWire(200),
  tags: list(text(60)),
  cover: nullable(pictureWire),
  variants: list(
    obj({
      id: idOf('var'),
      sku: text(64),
      choice: list(textsWire(60)),
      available: integer(0, 1_000_000),
      price: nullable(moneyWire),
    }),
  ),
  lacks: list(oneOf(['picture', 'text', 'price'])),
  waiting: list(languageWire),
  changed: timeWire,
})
export const bulkActions = ['publish', 'archive', 'add_tag', 'remove_tag', 'category', 'price', 'stock', 'approve_texts'] as const
const priceChange = obj({
  how: oneOf(['set', 'raise', 'lower']),
  /** An amount in the shop's currency, or hundredths of a percent: one of the two. */
  amount: optional(obj({ minor: text(18, 1), currency: text(3, 3) })),
  hundredths: optional(integer(1, 1_000_000)),
})
const change = obj({
  do: oneOf(bulkActions),
  /** For add_tag and remove_tag. */ tag: optional(text(60, 1)),
  /** For category. */ category: optional(oneOf(categories)),
  /** For price. */ price: optional(priceChange),
  /** For stock: what every variant can be bought of afterwards. */ stock: optional(integer(0, 1_000_000)),
})
const chosen = list(idOf('prd'), { minItems: 1, maxItems: 100 })
const shop = obj({ shop: idOf('shp') })
const refusedWire = nullable(
  obj({ code: text(40), message: text(400), details: optional(obj({}, { additionalProperties: true })) }),
)

export const wire = defineRoutes({
  'GET /v1/shops/{shop}/desk/products': {
    summary: "The merchant's list: sorted and filtered, with stock and today's prices; `total` comes with the first page",
    who: 'staff',
    params: shop,
    query: obj({
      ...filter,
      cursor: optional(text(600)),
      limit: pageQuery.limit,
      sort: optional(oneOf(deskSorts)),
      order: optional(oneOf(['asc', 'desc'])),
    }),
    reply: obj({ items: list(deskRowWire), next: nullable(text(600)), total: nullable(integer(0, 2e9)) }),
  },
  'GET /v1/shops/{shop}/desk/product-ids': {
    summary: 'Everything that matches, to choose it at once; at most 20,000',
    who: 'staff',
    params: shop,
    query: obj(filter),
    reply: obj({ ids: list(idOf('prd')), more: flag }),
  },
  'GET /v1/shops/{shop}/desk/product-counts': {
    summary: 'Products by state, and what waits for the merchant',
    who: 'staff',
    params: shop,
    reply: obj({
      all: integer(0, 2e9),
      draft: integer(0, 2e9),
      live: integer(0, 2e9),
      archived: integer(0, 2e9),
      removed: integer(0, 2e9),
      out: integer(0, 2e9),
      low: integer(0, 2e9),
      unready: integer(0, 2e9),
      waiting: integer(0, 2e9),
    }),
  },
  'POST /v1/shops/{shop}/desk/bulk': {
    summary: 'Do one thing to up to 100 products; each answers for itself, with the row as it is now',
    who: 'staff',
    rate: 'write',
    idempotency: 'required',
    params: shop,
    body: obj({ products: chosen, change }),
    reply: obj({ results: list(obj({ product: idOf('prd'), refused: refusedWire, row: nullable(deskRowWire) })) }),
  },
  'POST /v1/shops/{shop}/desk/price-preview': {
    summary: 'What a change of price would do to up to 100 products; nothing is written',
    who: 'staff',
    params: shop,
    body: obj({ products: chosen, price: priceChange }),
    reply: obj({
      lines: list(
        obj({
          product: idOf('prd'),
          variant: idOf('var'),
          sku: text(64),
          from: nullable(moneyWire),
          /** Null with a reason when this price can't be. */ to: nullable(moneyWire),
          refused: nullable(text(40)),
        }),
      ),
    }),
  },
})

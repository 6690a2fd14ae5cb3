import {
  defineRoutes,
  idOf,
  integer,
  list,
  moneyWire,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  pageWire,
  text,
  textsWire,
} from '#base/http'
import { personCard, shopCard } from '#rooms/accounts'
import { postTile } from '#rooms/content'

/** One product card for every surface: picture, name, price, struck price only if real, rating with its count. */
export const productCard = obj({
  id: idOf('prd'),
  shop: shopCard,
  name: textsWire(200),
  picture: nullable(text(400)),
  thumbhash: nullable(text(80)),
  price: nullable(moneyWire),
  struck: nullable(moneyWire),
  rating: nullable(text(8)),
  ratings: integer(0, 2e9),
  available: integer(0, 99),
  variant: nullable(idOf('var')),
})
export const wire = defineRoutes({
  'GET /v1/search/products': {
    summary: 'Products by words (zh, ja, en)',
    who: 'guest',
    rate: 'feed',
    query: obj({ ...pageQuery, words: text(100, 1), category: optional(text(20)) }),
    reply: pageWire(productCard),
  },
  'GET /v1/search/posts': {
    summary: 'Posts by words',
    who: 'guest',
    rate: 'feed',
    query: obj({ ...pageQuery, words: text(100, 1) }),
    reply: pageWire(postTile),
  },
  'GET /v1/search/people': {
    summary: 'People and shops by words',
    who: 'guest',
    rate: 'feed',
    query: obj({ ...pageQuery, words: text(100, 1) }),
    reply: pageWire(obj({ person: personCard, shop: nullable(shopCard) })),
  },
  'GET /v1/search/suggest': {
    summary: 'Completions as one types',
    who: 'anyone',
    rate: 'feed',
    query: obj({ words: text(60, 1) }),
    reply: obj({ items: list(obj({ words: text(100), kind: oneOf(['product', 'tag', 'person']) })) }),
  },
  'GET /v1/product-cards': {
    summary: 'Cards of up to 50 products',
    who: 'guest',
    query: obj({ ids: text(2600, 5) }),
    reply: obj({ items: list(productCard) }),
  },
})

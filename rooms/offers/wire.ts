import {
  defineRoutes,
  done,
  flag,
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
  timeWire,
} from '#base/http'
import { categories } from '#rooms/catalog'
import { offerKinds, offerStates, refusals, standings } from './offer.ts'
import { stacking } from './stacking.ts'

/** Amounts are minor units of the shop's currency, as texts. */
const minor = text(18, 1)
const country = text(2, 2)
const rule = {
  name: textsWire(80),
  /** Holds before flash prices and product discounts. */ campaign: optional(flag),
  code: optional(nullable(text(32))),
  starts: timeWire,
  ends: optional(nullable(timeWire)),
  /** Countries of destination; none: all. */ markets: optional(list(country, { maxItems: 60 })),
  products: optional(list(idOf('prd'), { maxItems: 200 })),
  categories: optional(list(oneOf(categories), { maxItems: 20 })),
  minimum: optional(nullable(minor)),
  /** Hundredths of a percent. */ percent: optional(nullable(integer(1, 10_000))),
  amount: optional(nullable(minor)),
  buy: optional(nullable(integer(1, 50))),
  get: optional(nullable(integer(1, 50))),
  items: optional(
    list(obj({ variant: idOf('var'), price: minor, limit: optional(nullable(integer(1, 1_000_000))) }), { maxItems: 100 }),
  ),
  uses: optional(nullable(integer(1, 1_000_000))),
  perPerson: optional(nullable(integer(1, 1000))),
  budget: optional(nullable(minor)),
}
const draft = obj({ kind: oneOf(offerKinds), ...rule })
const version = integer(1, 1_000_000_000)
export const offerWire = obj({
  id: idOf('off'),
  shop: idOf('shp'),
  kind: oneOf(offerKinds),
  layer: oneOf(stacking.map(l => l.layer)),
  name: textsWire(80),
  state: oneOf(offerStates),
  standing: oneOf(standings),
  version,
  funding: oneOf(['merchant', 'platform']),
  code: nullable(text(32)),
  starts: timeWire,
  ends: nullable(timeWire),
  markets: list(country),
  products: list(idOf('prd')),
  categories: list(text(40)),
  minimum: nullable(moneyWire),
  percent: nullable(integer(1, 10_000)),
  amount: nullable(moneyWire),
  buy: nullable(integer(1, 50)),
  get: nullable(integer(1, 50)),
  items: list(
    obj({
      variant: idOf('var'),
      product: idOf('prd'),
      price: moneyWire,
      limit: nullable(integer(1, 1_000_000)),
      sold: integer(0, 1_000_000),
    }),
  ),
  /** Orders that have it, checkouts that are being paid included. */ used: integer(0, 1_000_000_000),
  uses: nullable(integer(1, 1_000_000)),
  perPerson: nullable(integer(1, 1000)),
  spent: moneyWire,
  budget: nullable(moneyWire),
})
/** What everybody may know. There is no price from before in it: what may be struck through is said by the prices alone. */
const runningWire = obj({
  id: idOf('off'),
  kind: oneOf(offerKinds),
  name: textsWire(80),
  starts: timeWire,
  ends: nullable(timeWire),
  products: list(idOf('prd')),
  categories: list(text(40)),
  minimum: nullable(moneyWire),
  percent: nullable(integer(1, 10_000)),
  amount: nullable(moneyWire),
  buy: nullable(integer(1, 50)),
  get: nullable(integer(1, 50)),
  perPerson: nullable(integer(1, 1000)),
  items: list(obj({ variant: idOf('var'), product: idOf('prd'), price: moneyWire, left: nullable(integer(0, 1_000_000)) })),
})
const exampleWire = obj({
  product: idOf('prd'),
  variant: idOf('var'),
  name: textsWire(200),
  pieces: integer(1, 99),
  goods: moneyWire,
  discount: moneyWire,
  shipping: moneyWire,
  shippingDiscount: moneyWire,
  total: moneyWire,
  applied: list(obj({ name: textsWire(80), amount: moneyWire, mine: flag })),
})

export const wire = defineRoutes({
  'GET /v1/shops/{shop}/offers': {
    summary: 'Promotions of a shop, the latest start first; for its staff',
    who: 'staff',
    params: obj({ shop: idOf('shp') }),
    query: obj({ ...pageQuery, standing: optional(oneOf(standings)), from: optional(timeWire), to: optional(timeWire) }),
    reply: pageWire(offerWire),
  },
  'POST /v1/shops/{shop}/offers': {
    summary: 'Add a promotion; it holds from its start on',
    who: 'staff',
    rate: 'write',
    params: obj({ shop: idOf('shp') }),
    body: draft,
    reply: offerWire,
    status: 201,
  },
  'POST /v1/shops/{shop}/offers/preview': {
    summary: 'What a shopper would pay with this promotion, for one product as an example',
    who: 'staff',
    params: obj({ shop: idOf('shp') }),
    body: obj({ draft, replaces: optional(idOf('off')), pieces: integer(1, 99) }),
    reply: obj({
      /** Null while no product that it is for is on sale with a price. */ example: nullable(exampleWire),
      /** Why it takes nothing off the example; null when it does. */ reason: nullable(oneOf(refusals)),
    }),
  },
  'GET /v1/offers/{id}': {
    summary: 'One promotion, for the staff of its shop',
    who: 'staff',
    params: obj({ id: idOf('off') }),
    reply: offerWire,
  },
  'PUT /v1/offers/{id}': {
    summary: 'Say a promotion anew; what is left out is none. The version guards against a second editor',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('off') }),
    body: obj({ version, ...rule }),
    reply: offerWire,
  },
  'PUT /v1/offers/{id}/state': {
    summary: 'Pause a promotion, let it go on, or end it for good',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('off') }),
    body: obj({ version, state: oneOf(offerStates) }),
    reply: offerWire,
  },
  'DELETE /v1/offers/{id}': {
    summary: 'Delete a promotion that nobody has used',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('off') }),
    reply: done,
  },
  'GET /v1/shops/{shop}/running-offers': {
    summary: 'Promotions of a shop that hold now for everybody; those with a code are not told',
    who: 'anyone',
    params: obj({ shop: idOf('shp') }),
    query: obj({ product: optional(idOf('prd')), market: optional(country) }),
    reply: obj({ items: list(runningWire) }),
  },
})

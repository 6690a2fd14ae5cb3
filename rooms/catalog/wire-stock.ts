import {
  defineRoutes,
  flag,
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
  timeWire,
} from '#base/http'

export const stockReasons = ['received', 'counted', 'damaged', 'returned'] as const
const movementKinds = ['opening', ...stockReasons, 'reserved', 'released', 'sold', 'restocked'] as const
const pieces = integer(0, 1_000_000)
const signed = integer(-1_000_000, 1_000_000)
/** A calendar day: 2027-03-31. */
const day = text(10, 10)

export const locationWire = obj({
  id: idOf('loc'),
  /** Empty for the first one until it is named. */ name: text(60),
  active: flag,
  /** Pieces that lie there, of all variants. */ pieces: integer(0, 2_000_000_000),
})
const locationsWire = obj({ items: list(locationWire) })
export const stockWire = obj({
  variant: idOf('var'),
  onHand: pieces,
  reserved: pieces,
  safety: integer(0, 20_000_000),
  sold: integer(0, 1_000_000_000),
  available: pieces,
  /** Made of components, with no stock of its own. */ bundle: flag,
  /** Low on stock with this many pieces or fewer; null: with five. */ lowAt: nullable(pieces),
  levels: list(obj({ location: idOf('loc'), onHand: pieces, reserved: pieces, safety: pieces })),
  components: list(obj({ variant: idOf('var'), sku: text(64), quantity: integer(1, 99), available: pieces })),
})
export const productStockWire = obj({
  /** In the order in which orders are filled. */ locations: list(locationWire),
  variants: list(stockWire),
  /** Receipts with a lot or a best-before day, the first to expire first. Which pieces of each are left is not counted. */
  lots: list(
    obj({
      variant: idOf('var'),
      location: idOf('loc'),
      lot: nullable(text(60)),
      bestBefore: nullable(day),
      received: signed,
      at: timeWire,
    }),
  ),
})
export const movementWire = obj({
  id: text(20),
  variant: idOf('var'),
  location: idOf('loc'),
  kind: oneOf(movementKinds),
  onHand: signed,
  reserved: signed,
  sold: signed,
  at: timeWire,
  /** Who changed it by hand. */ by: nullable(idOf('per')),
  lot: nullable(text(60)),
  bestBefore: nullable(day),
})
const variant = obj({ id: idOf('var') })
const shop = obj({ shop: idOf('shp') })
const name = text(60, 1)

export const stockRoutes = defineRoutes({
  'GET /v1/variants/{id}/stock': {
    summary: 'Stock counters, for staff',
    who: 'staff',
    params: variant,
    reply: stockWire,
  },
  'POST /v1/variants/{id}/stock': {
    summary: 'Receive or correct stock by a signed number of pieces',
    who: 'staff',
    rate: 'write',
    idempotency: 'required',
    params: variant,
    body: obj({
      change: signed,
      reason: oneOf(stockReasons),
      /** Pieces that are never sold online, at this location. */ safety: optional(pieces),
      /** The first one when it is missing. */ location: optional(idOf('loc')),
      lot: optional(text(60)),
      bestBefore: optional(day),
    }),
    reply: stockWire,
  },
  'PUT /v1/variants/{id}/components': {
    summary: 'What a bundle is made of; an empty list makes it a variant with stock of its own',
    who: 'staff',
    rate: 'write',
    params: variant,
    body: obj({ components: list(obj({ variant: idOf('var'), quantity: integer(1, 99) }), { maxItems: 20 }) }),
    reply: stockWire,
  },
  'PUT /v1/variants/{id}/low-stock': {
    summary: 'From how many pieces on a variant is low on stock',
    who: 'staff',
    rate: 'write',
    params: variant,
    body: obj({ at: nullable(pieces) }),
    reply: stockWire,
  },
  'GET /v1/products/{id}/stock': {
    summary: 'Stock of all variants at every location, and lots',
    who: 'staff',
    params: obj({ id: idOf('prd') }),
    reply: productStockWire,
  },
  'GET /v1/products/{id}/movements': {
    summary: 'What moved, newest first',
    who: 'staff',
    params: obj({ id: idOf('prd') }),
    query: obj({ ...pageQuery }),
    reply: pageWire(movementWire),
  },
  'GET /v1/shops/{shop}/locations': {
    summary: 'Where a shop keeps stock, in the order in which orders are filled',
    who: 'staff',
    params: shop,
    reply: locationsWire,
  },
  'POST /v1/shops/{shop}/locations': {
    summary: 'Add a location, the last to be asked',
    who: 'staff',
    rate: 'write',
    params: shop,
    body: obj({ name }),
    reply: locationsWire,
    status: 201,
  },
  'PUT /v1/shops/{shop}/locations/order': {
    summary: 'The order in which orders are filled: every location once',
    who: 'staff',
    rate: 'write',
    params: shop,
    body: obj({ locations: list(idOf('loc'), { minItems: 1, maxItems: 20 }) }),
    reply: locationsWire,
  },
  'PATCH /v1/locations/{id}': {
    summary: 'Rename a location, switch it off when it is empty, or on',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('loc') }),
    body: obj({ name: optional(name), active: optional(flag) }),
    reply: locationsWire,
  },
})

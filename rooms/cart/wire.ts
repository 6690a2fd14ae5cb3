import { defineRoutes, flag, idOf, integer, list, moneyWire, nullable, obj, optional, text, textsWire } from '#base/http'
import { shopCard } from '#rooms/accounts'

export const sourceWire = obj({
  request: optional(idOf('req')),
  slot: optional(integer(0, 1000)),
  post: optional(idOf('pst')),
  share: optional(idOf('shr')),
})
const line = obj({
  variant: idOf('var'),
  product: idOf('prd'),
  name: textsWire(200),
  choice: list(textsWire(60)),
  picture: nullable(text(400)),
  quantity: integer(1, 99),
  unit: moneyWire,
  total: moneyWire,
  available: integer(0, 1_000_000),
  /** What changed since it was put in: shown, never silently charged. */
  notice: nullable(obj({ code: text(40), was: nullable(moneyWire) })),
})
export const cartWire = obj({
  count: integer(0, 1000),
  shops: list(obj({ shop: shopCard, lines: list(line), subtotal: moneyWire, shipping: moneyWire })),
  total: nullable(moneyWire),
  buyable: flag,
})
export const wire = defineRoutes({
  'GET /v1/cart': { summary: "My cart by shop, at today's prices", who: 'guest', reply: cartWire },
  'PUT /v1/cart/{variant}': {
    summary: 'Set a quantity (adds when new)',
    who: 'guest',
    rate: 'write',
    params: obj({ variant: idOf('var') }),
    body: obj({ quantity: integer(1, 99), source: optional(sourceWire) }),
    reply: cartWire,
  },
  'DELETE /v1/cart/{variant}': {
    summary: 'Take a line out',
    who: 'guest',
    rate: 'write',
    params: obj({ variant: idOf('var') }),
    reply: cartWire,
  },
})

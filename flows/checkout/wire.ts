import { defineRoutes, idOf, integer, list, moneyWire, nullable, obj, oneOf, optional, text, timeWire } from '#base/http'
import { sourceWire } from '#rooms/cart'
import { addressWire, orderWire } from '#rooms/orders'
import { paymentWire, testOutcomes } from '#rooms/payments'

export const checkoutStates = ['open', 'paying', 'paid', 'expired', 'cancelled'] as const
/** A checkout holds stock and frozen prices for a while: one payment, one order a shop. */
export const checkoutWire = obj({
  id: idOf('chk'),
  state: oneOf(checkoutStates),
  expires: timeWire,
  orders: list(orderWire),
  total: moneyWire,
  address: nullable(addressWire),
  payment: nullable(paymentWire),
  /** Key of the guest's order links: /orders/{id}?key=… */
  key: text(80),
})
const one = obj({ id: idOf('chk') })
export const wire = defineRoutes({
  'POST /v1/checkouts': {
    summary: 'Hold stock and freeze prices for lines or for the whole cart',
    who: 'guest',
    rate: 'write',
    idempotency: 'optional',
    body: obj({
      cart: optional(oneOf(['all'])),
      lines: optional(
        list(obj({ variant: idOf('var'), quantity: integer(1, 99), source: optional(sourceWire) }), {
          minItems: 1,
          maxItems: 50,
        }),
      ),
      /** The total the shopper saw, without delivery; a different one is refused as price_changed. */
      expectedSubtotal: optional(moneyWire),
    }),
    reply: checkoutWire,
    status: 201,
  },
  'GET /v1/checkouts/{id}': {
    summary: 'My checkout; survives reload and lost network',
    who: 'guest',
    params: one,
    reply: checkoutWire,
  },
  'PUT /v1/checkouts/{id}/address': {
    summary: 'Where it goes',
    who: 'guest',
    rate: 'write',
    params: one,
    body: addressWire,
    reply: checkoutWire,
  },
  'POST /v1/checkouts/{id}/pay': {
    summary: 'Place the order: the last step, after the final confirmation',
    who: 'guest',
    rate: 'write',
    idempotency: 'required',
    params: one,
    body: obj({
      method: text(40, 1),
      /** What the payer's browser made at the provider in place of a card number. */
      token: optional(text(255, 1)),
      outcome: optional(oneOf(testOutcomes)),
      expectedTotal: moneyWire,
    }),
    reply: checkoutWire,
  },
  'DELETE /v1/checkouts/{id}': { summary: 'Give the stock back', who: 'guest', rate: 'write', params: one, reply: checkoutWire },
})

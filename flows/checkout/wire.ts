import {
  defineRoutes,
  flag,
  idOf,
  integer,
  list,
  moneyWire,
  nullable,
  obj,
  oneOf,
  optional,
  text,
  textsWire,
  timeWire,
} from '#base/http'
import { deliveryWays } from '#rooms/accounts'
import { sourceWire } from '#rooms/cart'
import { addressWire, orderWire } from '#rooms/orders'
import { payerDevices, paymentWire, testOutcomes } from '#rooms/payments'

export const checkoutStates = ['open', 'paying', 'paid', 'expired', 'cancelled'] as const
/** A checkout holds stock and frozen prices for a while: one payment, one order a shop. */
export const checkoutWire = obj({
  id: idOf('chk'),
  state: oneOf(checkoutStates),
  expires: timeWire,
  orders: list(orderWire),
  total: moneyWire,
  /** Codes that count. */
  codes: list(text(40)),
  address: nullable(addressWire),
  payment: nullable(paymentWire),
  /** Key of the guest's order links: /orders/{id}?key=… */
  key: text(80),
})
const one = obj({ id: idOf('chk') })
const buyerIdentity = obj({
  needed: flag,
  consent: text(40),
  /** `王**`, `110***********002X` */
  given: nullable(obj({ name: text(120), idNumber: text(40) })),
})
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
      /** Country of destination, like JP; prices and taxes are that country's. The shop's own when it is missing. */
      market: optional(text(2, 2)),
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
  'PATCH /v1/checkouts/{id}': {
    summary: 'Other codes, or another way to send; the amounts are counted anew',
    who: 'guest',
    rate: 'write',
    params: one,
    body: obj({
      codes: optional(list(text(40, 1), { maxItems: 5 })),
      delivery: optional(obj({ order: idOf('ord'), key: text(40, 1) })),
    }),
    reply: checkoutWire,
  },
  'GET /v1/checkouts/{id}/deliveries': {
    summary: 'How each order can be sent, and what that costs',
    who: 'guest',
    params: one,
    reply: obj({
      items: list(
        obj({
          order: idOf('ord'),
          choices: list(
            obj({
              key: text(40),
              name: textsWire(80),
              way: oneOf(deliveryWays),
              days: obj({ from: integer(0, 365), to: integer(0, 365) }),
              fee: moneyWire,
            }),
          ),
        }),
      ),
    }),
  },
  'GET /v1/checkouts/{id}/buyer-identity': {
    summary: 'Whether customs asks who the buyer is, the text to agree to, and what is given, masked',
    who: 'guest',
    params: one,
    reply: buyerIdentity,
  },
  'PUT /v1/checkouts/{id}/buyer-identity': {
    summary: 'Real name and ID number of the buyer, who is the payer; kept sealed, until the declaration has ended',
    who: 'guest',
    rate: 'write',
    params: one,
    body: obj({
      name: text(120, 1),
      /** Resident ID, 18 characters. */
      idNumber: text(40, 1),
      /** The version that was agreed to; GET /v1/trade/consents has the texts. */
      consent: text(40, 1),
    }),
    reply: buyerIdentity,
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
      /** A phone is sent to a page or an app, at a desk a code is shown; desktop unless said. */
      device: optional(oneOf(payerDevices)),
      outcome: optional(oneOf(testOutcomes)),
      expectedTotal: moneyWire,
    }),
    reply: checkoutWire,
  },
  'DELETE /v1/checkouts/{id}': { summary: 'Give the stock back', who: 'guest', rate: 'write', params: one, reply: checkoutWire },
  'PUT /v1/orders/{id}/address': {
    summary: 'Another address in the same country, until it is packed',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('ord') }),
    query: obj({ key: optional(text(80)) }),
    body: addressWire,
    reply: orderWire,
  },
})

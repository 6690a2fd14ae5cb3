import { defineRoutes, idOf, list, moneyWire, nullable, obj, oneOf, optional, text } from '#base/http'
import { payerActions } from './payment.ts'

export const paymentStates = ['started', 'needs_action', 'pending', 'authorised', 'settled', 'voided', 'failed'] as const
export const paymentWire = obj({
  id: idOf('pay'),
  state: oneOf(paymentStates),
  amount: moneyWire,
  method: text(40),
  failure: nullable(text(80)),
  captured: moneyWire,
  refunded: moneyWire,
  /** Where the payer goes on: a page to open, the content of a QR code to show, or what the provider's app is called with. */
  action: nullable(obj({ kind: oneOf(payerActions), url: text(4000) })),
})
export const wire = defineRoutes({
  'GET /v1/payment-methods': {
    summary: 'Ways to pay in a currency for what goes to a country, the usual ones there first',
    who: 'anyone',
    query: obj({ currency: optional(text(3, 3)), country: optional(text(2, 2)) }),
    reply: obj({
      items: list(obj({ key: text(40), provider: text(40), test: oneOf(['yes', 'no']) })),
      /** Publishable key of Stripe, with which the payer's browser makes a token of a card; null where our screens take none. */
      cardKey: nullable(text(255)),
    }),
  },
  'GET /v1/payments/{id}': { summary: 'State of my payment', who: 'guest', params: obj({ id: idOf('pay') }), reply: paymentWire },
  'POST /v1/payments/{id}/check': {
    summary: 'Ask the provider whether my payment has come',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('pay') }),
    reply: paymentWire,
  },
  'POST /v1/payments/{id}/confirm': {
    summary: "Answer the test provider's question (its stand-in for a bank's page); a no ends a payment of any provider",
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('pay') }),
    body: obj({ approve: oneOf(['yes', 'no']) }),
    reply: paymentWire,
  },
})

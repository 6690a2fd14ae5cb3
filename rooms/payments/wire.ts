import { defineRoutes, idOf, list, moneyWire, nullable, obj, oneOf, text } from '#base/http'

export const paymentStates = ['started', 'needs_action', 'pending', 'authorised', 'settled', 'voided', 'failed'] as const
export const paymentWire = obj({
  id: idOf('pay'),
  state: oneOf(paymentStates),
  amount: moneyWire,
  method: text(40),
  failure: nullable(text(80)),
  captured: moneyWire,
  refunded: moneyWire,
  /** Where the payer goes on: a page to open, or the content of a QR code to show. */
  action: nullable(obj({ kind: oneOf(['redirect', 'qr']), url: text(4000) })),
})
export const wire = defineRoutes({
  'GET /v1/payment-methods': {
    summary: 'Ways to pay here',
    who: 'anyone',
    reply: obj({ items: list(obj({ key: text(40), provider: text(40), test: oneOf(['yes', 'no']) })) }),
  },
  'GET /v1/payments/{id}': { summary: 'State of my payment', who: 'guest', params: obj({ id: idOf('pay') }), reply: paymentWire },
  'POST /v1/payments/{id}/confirm': {
    summary: "Answer the test provider's question (its stand-in for a bank's page)",
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('pay') }),
    body: obj({ approve: oneOf(['yes', 'no']) }),
    reply: paymentWire,
  },
})

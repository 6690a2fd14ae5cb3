import { defineRoutes, flag, idOf, integer, list, moneyWire, nullable, obj, oneOf, optional, text, timeWire } from '#base/http'
import { orderWire, returnOutcomes, somePieces } from '#rooms/orders'

const one = obj({ id: idOf('ord') })
export const wire = defineRoutes({
  'POST /v1/orders/{id}/cancel': {
    summary: 'Cancel before it ships: money and stock go back',
    who: 'guest',
    rate: 'write',
    idempotency: 'optional',
    params: one,
    query: obj({ key: optional(text(80)) }),
    body: obj({ reason: text(400, 1) }),
    reply: orderWire,
  },
  'POST /v1/orders/{id}/refund': {
    summary: 'Refund a part or all that is left',
    who: 'staff',
    rate: 'write',
    idempotency: 'required',
    params: one,
    /** An amount, or what these lines cost (with `shipping` their part of the delivery too); all that is left without either. */
    body: obj({
      amount: optional(moneyWire),
      lines: optional(somePieces),
      shipping: optional(flag),
      reason: text(400, 1),
    }),
    reply: orderWire,
  },
  'POST /v1/orders/{id}/refund-preview': {
    summary: 'What a cancellation of lines, a refund of lines or a settled return would give back now; nothing is written',
    who: 'guest',
    params: one,
    query: obj({ key: optional(text(80)) }),
    body: obj({
      kind: oneOf(['cancel', 'refund', 'return']),
      lines: optional(somePieces),
      /** With `return`. */
      returned: optional(idOf('ret')),
      shipping: optional(flag),
    }),
    reply: obj({ amount: moneyWire }),
  },
  'GET /v1/orders/{id}/price-protection': {
    summary: 'What the promise of price protection brings now: of each line whose public price fell below what was paid',
    who: 'guest',
    params: one,
    query: obj({ key: optional(text(80)) }),
    reply: obj({
      /** `none`: the shop made no promise; `over`: its days are gone. */
      standing: oneOf(['none', 'open', 'over']),
      days: integer(0, 60),
      until: nullable(timeWire),
      amount: moneyWire,
      /** Went back already, for pieces that are not refunded. */
      given: moneyWire,
      lines: list(
        obj({
          line: idOf('lin'),
          /** Neither cancelled, returned nor refunded. */
          pieces: integer(1, 99),
          /** What was paid for a piece, at most its public price then; the lowest public price since, and since when. */
          was: moneyWire,
          low: moneyWire,
          at: timeWire,
          amount: moneyWire,
        }),
      ),
    }),
  },
  'POST /v1/orders/{id}/price-protection': {
    summary: 'The buyer takes the difference to the lowest public price within the promise',
    who: 'guest',
    rate: 'write',
    idempotency: 'optional',
    params: one,
    query: obj({ key: optional(text(80)) }),
    reply: orderWire,
  },
  'POST /v1/orders/{id}/return': {
    summary: 'The parcel came back: refund the rest and restock',
    who: 'staff',
    rate: 'write',
    idempotency: 'required',
    params: one,
    reply: orderWire,
  },
  'POST /v1/orders/{id}/cancel-lines': {
    summary: 'Cancel some lines, or pieces of them, before they are sent',
    who: 'guest',
    rate: 'write',
    idempotency: 'optional',
    params: one,
    query: obj({ key: optional(text(80)) }),
    body: obj({ lines: somePieces, reason: text(400, 1) }),
    reply: orderWire,
  },
  'POST /v1/orders/{id}/parcels/{parcel}/return': {
    summary: 'One parcel came back: refund its pieces and restock',
    who: 'staff',
    rate: 'write',
    idempotency: 'required',
    params: obj({ id: idOf('ord'), parcel: idOf('pcl') }),
    body: obj({ restock: optional(flag) }),
    reply: orderWire,
  },
  'POST /v1/orders/{id}/returns/{returned}/settle': {
    summary: 'End a return with money or with other goods',
    who: 'staff',
    rate: 'write',
    idempotency: 'required',
    params: obj({ id: idOf('ord'), returned: idOf('ret') }),
    body: obj({ outcome: optional(oneOf(returnOutcomes)), restock: optional(flag), shipping: optional(flag) }),
    reply: orderWire,
  },
})

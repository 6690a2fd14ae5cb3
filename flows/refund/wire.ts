import { defineRoutes, idOf, moneyWire, obj, optional, text } from '#base/http'
import { orderWire } from '#rooms/orders'

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
    body: obj({ amount: optional(moneyWire), reason: text(400, 1) }),
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
})

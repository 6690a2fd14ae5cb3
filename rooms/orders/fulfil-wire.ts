import { defineRoutes, idOf, list, nullable, obj, oneOf, optional, pageQuery, pageWire, text } from '#base/http'
import { returnMachine } from './order-states.ts'
import { returnWire, somePieces } from './parcel-wire.ts'
import { refusalReasons } from './return.ts'
import { orderWire } from './wire.ts'

const parcel = obj({ id: idOf('ord'), parcel: idOf('pcl') })
const returned = obj({ id: idOf('ord'), returned: idOf('ret') })
const shop = obj({ shop: idOf('shp') })
const key = obj({ key: optional(text(80)) })
const staff = { who: 'staff', rate: 'write', reply: orderWire } as const
const buyer = { who: 'guest', rate: 'write', query: key, reply: orderWire } as const

/** Parcels and returns of an order. */
export const fulfilWire = defineRoutes({
  'POST /v1/orders/{id}/parcels': {
    ...staff,
    summary: 'Packed: these pieces, in a parcel of their own',
    params: obj({ id: idOf('ord') }),
    body: obj({ lines: somePieces }),
  },
  'POST /v1/orders/{id}/parcels/{parcel}/unpack': { ...staff, summary: 'Unpacked again, before it is sent', params: parcel },
  'POST /v1/orders/{id}/parcels/{parcel}/pack': { ...staff, summary: 'A replacement is packed', params: parcel },
  'POST /v1/orders/{id}/parcels/{parcel}/ship': {
    ...staff,
    summary: 'This parcel is handed to the carrier',
    params: parcel,
    body: obj({ carrier: text(60, 1), tracking: optional(text(80)) }),
  },
  'POST /v1/orders/{id}/parcels/{parcel}/deliver': {
    ...staff,
    summary: 'This parcel is delivered, as the carrier reports',
    params: parcel,
  },
  'POST /v1/orders/{id}/parcels/{parcel}/receive': {
    ...buyer,
    summary: 'The buyer says: this parcel is here',
    params: parcel,
  },
  'POST /v1/shops/{shop}/ship-together': {
    summary: 'Packed orders of one buyer to one address leave in one parcel, all or none',
    who: 'staff',
    rate: 'write',
    params: shop,
    body: obj({ orders: list(idOf('ord'), { minItems: 2, maxItems: 20 }), carrier: text(60, 1), tracking: text(80, 1) }),
    reply: obj({ items: list(orderWire) }),
  },
  'POST /v1/orders/{id}/returns/{returned}/approve': { ...staff, summary: 'The return is agreed to', params: returned },
  'POST /v1/orders/{id}/returns/{returned}/refuse': {
    ...staff,
    summary: 'The return is refused, with a reason',
    params: returned,
    body: obj({ reason: oneOf(refusalReasons), note: optional(text(400)) }),
  },
  'POST /v1/orders/{id}/returns/{returned}/receive': { ...staff, summary: 'What was sent back is here', params: returned },
  'POST /v1/orders/{id}/returns/{returned}/withdraw': { ...buyer, summary: 'The buyer keeps it after all', params: returned },
  'POST /v1/orders/{id}/returns/{returned}/send-back': {
    ...buyer,
    summary: 'The buyer sent it back',
    params: returned,
    body: obj({ carrier: optional(text(60)), tracking: optional(text(80)) }),
  },
  'GET /v1/shops/{shop}/returns': {
    summary: 'The returns desk: what buyers ask to give back, the oldest first',
    who: 'staff',
    params: shop,
    query: obj({ ...pageQuery, state: optional(oneOf(returnMachine.states)) }),
    reply: pageWire(obj({ order: idOf('ord'), number: text(20), buyer: nullable(text(80)), returned: returnWire })),
  },
})

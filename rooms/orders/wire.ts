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
  pageQuery,
  pageWire,
  text,
  textsWire,
  timeWire,
} from '#base/http'
import { shopCard } from '#rooms/accounts'
import { orderActions } from './guards.ts'
import { invoiceWire } from './invoice-wire.ts'
import { customerPhases } from './list-customers.ts'
import { fulfilmentMachine, orderMachine, payMachine } from './order-states.ts'
import { parcelWire, returnAsk, returnWire } from './parcel-wire.ts'
import { sheetWire } from './sheet-wire.ts'

/** Eight fields, no more: a guest's whole checkout form. */
export const addressFields = {
  name: text(80, 1),
  email: text(254, 3),
  phone: text(30, 5),
  country: text(2, 2),
  postcode: text(16, 1),
  region: text(80, 1),
  city: text(120, 1),
  line: text(200, 1),
}
export const addressWire = obj(addressFields)
export const orderStates = {
  order: orderMachine.states,
  payment: payMachine.states,
  fulfilment: fulfilmentMachine.states,
}
export const orderLineWire = obj({
  id: idOf('lin'),
  product: idOf('prd'),
  variant: idOf('var'),
  name: textsWire(200),
  choice: list(textsWire(60)),
  sku: text(64),
  picture: nullable(text(400)),
  quantity: integer(1, 99),
  unit: moneyWire,
  total: moneyWire,
  /** Its part of the offers. */
  discount: moneyWire,
  /** Duty and taxes of import, paid with the order. */
  importTax: moneyWire,
  tax: moneyWire,
  /** Pieces that won't be sent, pieces that came back, pieces whose money did. */
  cancelled: integer(0, 99),
  returned: integer(0, 99),
  refunded: integer(0, 99),
  /** Went back because the price fell, for the pieces that are not refunded. */
  protected: moneyWire,
})
export const orderWire = obj({
  id: idOf('ord'),
  number: text(20),
  checkout: idOf('chk'),
  shop: shopCard,
  state: oneOf(orderStates.order),
  payment: oneOf(orderStates.payment),
  fulfilment: oneOf(orderStates.fulfilment),
  lines: list(orderLineWire),
  parcels: list(parcelWire),
  returns: list(returnWire),
  /** Country of destination. */
  market: text(2, 2),
  subtotal: moneyWire,
  discount: moneyWire,
  shipping: moneyWire,
  importTax: moneyWire,
  tax: moneyWire,
  /** subtotal − discount + shipping + importTax */
  total: moneyWire,
  ...sheetWire,
  refunded: moneyWire,
  address: nullable(addressWire),
  carrier: nullable(text(60)),
  tracking: nullable(text(80)),
  returnRequest: nullable(obj({ reason: text(1000), at: timeWire })),
  deliverBetween: nullable(obj({ from: timeWire, to: timeWire })),
  returnBy: nullable(timeWire),
  /** The price-protection promise as it was when the order was placed; `until` once it is paid. Null: none was made. */
  protection: nullable(obj({ days: integer(1, 60), until: nullable(timeWire) })),
  timeline: list(obj({ what: text(40), at: timeWire, note: nullable(text(400)) })),
  placed: timeWire,
  /** The buyer said so, or the days for it went by. */
  received: nullable(timeWire),
  /** What the caller may do now. */
  can: list(oneOf(orderActions)),
})
const one = obj({ id: idOf('ord') })

export const wire = defineRoutes({
  'GET /v1/me/orders': { summary: 'My orders, newest first', who: 'guest', query: obj(pageQuery), reply: pageWire(orderWire) },
  'GET /v1/orders/{id}': {
    summary: "An order: for its buyer, its shop's staff, or whoever holds the link with its key",
    who: 'guest',
    params: one,
    query: obj({ key: optional(text(80)) }),
    reply: orderWire,
  },
  'GET /v1/orders/{id}/invoice': {
    summary: 'The invoice of a paid order as data; as a page: invoice.pdf',
    who: 'guest',
    params: one,
    query: obj({ key: optional(text(80)) }),
    reply: invoiceWire,
  },
  'GET /v1/shops/{shop}/orders': {
    summary: 'Orders of a shop',
    who: 'staff',
    params: obj({ shop: idOf('shp') }),
    query: obj({
      ...pageQuery,
      view: optional(oneOf(['to_pack', 'to_ship', 'shipped', 'delivered', 'returns', 'closed', 'all'])),
      /** Number, buyer, product or SKU. */ words: optional(text(100)),
      /** Only orders of whoever this one is of. */ buyerOf: optional(idOf('ord')),
    }),
    reply: pageWire(orderWire),
  },
  'GET /v1/shops/{shop}/customers': {
    summary: 'Who ordered in the shop, the last to order first, by what their orders say',
    who: 'staff',
    params: obj({ shop: idOf('shp') }),
    query: obj({ ...pageQuery, words: optional(text(100)), phase: optional(oneOf(customerPhases)) }),
    reply: pageWire(
      obj({
        lastOrder: idOf('ord'),
        name: nullable(text(80)),
        city: nullable(text(120)),
        orders: integer(1, 2e9),
        spent: moneyWire,
        last: timeWire,
        phase: oneOf(customerPhases),
        reviewed: flag,
      }),
    ),
  },
  'GET /v1/shops/{shop}/order-counts': {
    summary: 'How many orders wait in each view',
    who: 'staff',
    params: obj({ shop: idOf('shp') }),
    reply: obj({
      to_pack: integer(0, 2e9),
      to_ship: integer(0, 2e9),
      shipped: integer(0, 2e9),
      delivered: integer(0, 2e9),
      returns: integer(0, 2e9),
    }),
  },
  'POST /v1/orders/{id}/pack': { summary: 'Packed', who: 'staff', rate: 'write', params: one, reply: orderWire },
  'POST /v1/orders/{id}/ship': {
    summary: 'Handed to the carrier',
    who: 'staff',
    rate: 'write',
    params: one,
    body: obj({ carrier: text(60, 1), tracking: optional(text(80)) }),
    reply: orderWire,
  },
  'POST /v1/orders/{id}/deliver': {
    summary: 'Delivered, as the carrier reports',
    who: 'staff',
    rate: 'write',
    params: one,
    reply: orderWire,
  },
  'POST /v1/orders/{id}/receive': {
    summary: 'The buyer says: it is here',
    who: 'guest',
    rate: 'write',
    params: one,
    query: obj({ key: optional(text(80)) }),
    reply: orderWire,
  },
  'POST /v1/orders/{id}/return-request': {
    summary: 'The buyer asks to return it',
    who: 'guest',
    rate: 'write',
    params: one,
    query: obj({ key: optional(text(80)) }),
    body: returnAsk,
    reply: orderWire,
  },
  'GET /v1/me/address': {
    summary: 'The address of my last order, to fill the form',
    who: 'guest',
    reply: obj({ address: nullable(addressWire) }),
  },
})

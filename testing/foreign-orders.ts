import { address } from '#testing/shop-world'
import { at, type Case } from './foreign-case.ts'

const parcel = 'pcl_000000zzzzzzzz'
const returned = 'ret_000000zzzzzzzz'
/** Operations on orders, their parcels, returns and refunds. */
export const orderCases: Readonly<Record<string, Case[]>> = {
  'GET /v1/orders/{id}': [at(i => `/orders/${i.order}`), at(i => `/orders/${i.order}?key=${'x'.repeat(32)}`)],
  'GET /v1/orders/{id}/invoice': [
    at(i => `/orders/${i.order}/invoice`),
    at(i => `/orders/${i.order}/invoice?key=${'x'.repeat(32)}`),
  ],
  'GET /v1/shops/{shop}/orders': [at(i => `/shops/${i.shop}/orders`)],
  'GET /v1/shops/{shop}/customers': [at(i => `/shops/${i.shop}/customers`)],
  'GET /v1/shops/{shop}/order-counts': [at(i => `/shops/${i.shop}/order-counts`)],
  'POST /v1/orders/{id}/pack': [at(i => `/orders/${i.order}/pack`)],
  'POST /v1/orders/{id}/ship': [
    at(
      i => `/orders/${i.order}/ship`,
      () => ({ carrier: 'x' }),
    ),
  ],
  'POST /v1/orders/{id}/deliver': [at(i => `/orders/${i.order}/deliver`)],
  'POST /v1/orders/{id}/receive': [
    at(i => `/orders/${i.order}/receive`),
    at(i => `/orders/${i.order}/receive?key=${'x'.repeat(32)}`),
  ],
  'POST /v1/orders/{id}/return-request': [
    at(
      i => `/orders/${i.order}/return-request`,
      () => ({ reason: 'x' }),
    ),
  ],
  'POST /v1/orders/{id}/cancel': [
    at(
      i => `/orders/${i.order}/cancel`,
      () => ({ reason: 'x' }),
    ),
  ],
  'POST /v1/orders/{id}/refund': [
    at(
      i => `/orders/${i.order}/refund`,
      () => ({ reason: 'x' }),
    ),
  ],
  'GET /v1/orders/{id}/price-protection': [at(i => `/orders/${i.order}/price-protection`)],
  'POST /v1/orders/{id}/price-protection': [at(i => `/orders/${i.order}/price-protection`)],
  'POST /v1/orders/{id}/refund-preview': [
    at(
      i => `/orders/${i.order}/refund-preview`,
      () => ({ kind: 'cancel' }),
    ),
  ],
  'PUT /v1/orders/{id}/address': [
    at(
      i => `/orders/${i.order}/address`,
      () => address,
    ),
  ],
  'POST /v1/orders/{id}/cancel-lines': [
    at(
      i => `/orders/${i.order}/cancel-lines`,
      i => ({ lines: [{ line: i.line, quantity: 1 }], reason: 'x' }),
    ),
  ],
  'POST /v1/orders/{id}/parcels': [
    at(
      i => `/orders/${i.order}/parcels`,
      i => ({ lines: [{ line: i.line, quantity: 1 }] }),
    ),
  ],
  'POST /v1/orders/{id}/parcels/{parcel}/unpack': [at(i => `/orders/${i.order}/parcels/${parcel}/unpack`)],
  'POST /v1/orders/{id}/parcels/{parcel}/pack': [at(i => `/orders/${i.order}/parcels/${parcel}/pack`)],
  'POST /v1/orders/{id}/parcels/{parcel}/deliver': [at(i => `/orders/${i.order}/parcels/${parcel}/deliver`)],
  'POST /v1/orders/{id}/parcels/{parcel}/receive': [at(i => `/orders/${i.order}/parcels/${parcel}/receive`)],
  'POST /v1/orders/{id}/parcels/{parcel}/ship': [
    at(
      i => `/orders/${i.order}/parcels/${parcel}/ship`,
      () => ({ carrier: 'x' }),
    ),
  ],
  'POST /v1/orders/{id}/parcels/{parcel}/return': [
    at(
      i => `/orders/${i.order}/parcels/${parcel}/return`,
      () => ({}),
    ),
  ],
  'POST /v1/shops/{shop}/ship-together': [
    at(
      i => `/shops/${i.shop}/ship-together`,
      i => ({ orders: [i.order, 'ord_000000zzzzzzzz'], carrier: 'x', tracking: 'x' }),
    ),
  ],
  'POST /v1/orders/{id}/returns/{returned}/approve': [at(i => `/orders/${i.order}/returns/${returned}/approve`)],
  'POST /v1/orders/{id}/returns/{returned}/receive': [at(i => `/orders/${i.order}/returns/${returned}/receive`)],
  'POST /v1/orders/{id}/returns/{returned}/withdraw': [at(i => `/orders/${i.order}/returns/${returned}/withdraw`)],
  'POST /v1/orders/{id}/returns/{returned}/refuse': [
    at(
      i => `/orders/${i.order}/returns/${returned}/refuse`,
      () => ({ reason: 'used' }),
    ),
  ],
  'POST /v1/orders/{id}/returns/{returned}/send-back': [
    at(
      i => `/orders/${i.order}/returns/${returned}/send-back`,
      () => ({}),
    ),
  ],
  'POST /v1/orders/{id}/returns/{returned}/settle': [
    at(
      i => `/orders/${i.order}/returns/${returned}/settle`,
      () => ({}),
    ),
  ],
  'GET /v1/shops/{shop}/returns': [at(i => `/shops/${i.shop}/returns`)],
  'POST /v1/orders/{id}/return': [at(i => `/orders/${i.order}/return`)],
}

import { at, type Cases } from './foreign-case.ts'

/** Trade across borders. Data of foreign.test.ts. */
export const tradeCases: Cases = {
  'GET /v1/shops/{shop}/trade/registrations': [at(i => `/shops/${i.shop}/trade/registrations`)],
  'PUT /v1/shops/{shop}/trade/registrations': [
    at(
      i => `/shops/${i.shop}/trade/registrations`,
      () => ({ version: 0, names: [] }),
    ),
  ],
  'GET /v1/products/{id}/trade-facts': [at(i => `/products/${i.product}/trade-facts`)],
  'PUT /v1/products/{id}/trade-facts': [
    at(
      i => `/products/${i.product}/trade-facts`,
      () => ({ facts: {} }),
    ),
  ],
  'GET /v1/shops/{shop}/trade/readiness': [at(i => `/shops/${i.shop}/trade/readiness?market=CN`)],
  'GET /v1/shops/{shop}/trade/readiness/products': [at(i => `/shops/${i.shop}/trade/readiness/products?market=CN&way=9610`)],
  'GET /v1/products/{id}/trade-readiness': [at(i => `/products/${i.product}/trade-readiness`)],
  'GET /v1/checkouts/{id}/buyer-identity': [at(i => `/checkouts/${i.checkout}/buyer-identity`)],
  'PUT /v1/checkouts/{id}/buyer-identity': [
    at(
      i => `/checkouts/${i.checkout}/buyer-identity`,
      () => ({ name: 'x', idNumber: 'x', consent: 'x' }),
    ),
  ],
  'GET /v1/shops/{shop}/declarations': [at(i => `/shops/${i.shop}/declarations`)],
  'GET /v1/shops/{shop}/declaration-counts': [at(i => `/shops/${i.shop}/declaration-counts`)],
  'GET /v1/declarations/{order}': [at(i => `/declarations/${i.order}`)],
  'PUT /v1/declarations/{order}/parcel': [
    at(
      i => `/declarations/${i.order}/parcel`,
      () => ({}),
    ),
  ],
  'POST /v1/declarations/{order}/check': [at(i => `/declarations/${i.order}/check`)],
  'POST /v1/declarations/{order}/send': [at(i => `/declarations/${i.order}/send`)],
  'POST /v1/declarations/{order}/cancel': [
    at(
      i => `/declarations/${i.order}/cancel`,
      () => ({ reason: 'x' }),
    ),
  ],
  'POST /v1/declarations/{order}/return': [
    at(
      i => `/declarations/${i.order}/return`,
      () => ({ reason: 'x' }),
    ),
  ],
  'GET /v1/declarations/{order}/documents/{code}': [at(i => `/declarations/${i.order}/documents/311`)],
  'POST /v1/shops/{shop}/customs-receipts': [
    at(
      i => `/shops/${i.shop}/customs-receipts`,
      () => ({ xml: 'x' }),
    ),
  ],
}

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
  'GET /v1/checkouts/{id}/buyer-identity': [at(i => `/checkouts/${i.checkout}/buyer-identity`)],
  'PUT /v1/checkouts/{id}/buyer-identity': [
    at(
      i => `/checkouts/${i.checkout}/buyer-identity`,
      () => ({ name: 'x', idNumber: 'x', consent: 'x' }),
    ),
  ],
}

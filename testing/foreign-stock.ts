import { at, type Cases } from './foreign-case.ts'

/** Stock of another shop: its counts, locations, movements and bundles. The first location is called after the shop. */
export const stockCases: Cases = {
  'GET /v1/products/{id}/stock': [at(i => `/products/${i.product}/stock`)],
  'GET /v1/products/{id}/movements': [at(i => `/products/${i.product}/movements`)],
  'PUT /v1/variants/{id}/components': [
    at(
      i => `/variants/${i.variant}/components`,
      () => ({ components: [] }),
    ),
  ],
  'PUT /v1/variants/{id}/low-stock': [
    at(
      i => `/variants/${i.variant}/low-stock`,
      () => ({ at: 3 }),
    ),
  ],
  'GET /v1/shops/{shop}/locations': [at(i => `/shops/${i.shop}/locations`)],
  'POST /v1/shops/{shop}/locations': [
    at(
      i => `/shops/${i.shop}/locations`,
      () => ({ name: 'Mine' }),
    ),
  ],
  'PUT /v1/shops/{shop}/locations/order': [
    at(
      i => `/shops/${i.shop}/locations/order`,
      i => ({ locations: [`loc_${i.shop.slice(4)}`] }),
    ),
  ],
  'PATCH /v1/locations/{id}': [
    at(
      i => `/locations/loc_${i.shop.slice(4)}`,
      () => ({ name: 'Mine' }),
    ),
  ],
}

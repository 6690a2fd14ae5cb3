/** The merchant's desk: lists of thousands of products with their prices, and one change to many of them. */
import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import { changeMany, previewPrices } from './bulk.ts'
import type { ManageDoors } from './doors.ts'
import { listProducts } from './list-products.ts'
import { wire } from './wire.ts'

export type { ManageDoors } from './doors.ts'
export { wire as manageProductsWire } from './wire.ts'

export const manageProductsRoutes = (doors: ManageDoors): RouteSet =>
  bind('manage-products', wire, {
    'GET /v1/shops/{shop}/desk/products': ({ caller, params, query }) =>
      listProducts(doors, caller, params.shop as Id<'shop'>, query),
    'GET /v1/shops/{shop}/desk/product-ids': ({ caller, params, query }) =>
      doors.catalog.deskIds(caller, params.shop as Id<'shop'>, query),
    'GET /v1/shops/{shop}/desk/product-counts': ({ caller, params }) =>
      doors.catalog.deskCounts(caller, params.shop as Id<'shop'>),
    'POST /v1/shops/{shop}/desk/bulk': ({ caller, params, body, idempotencyKey }) =>
      changeMany(doors, caller, params.shop as Id<'shop'>, body, idempotencyKey as string),
    'POST /v1/shops/{shop}/desk/price-preview': ({ caller, params, body }) =>
      previewPrices(doors, caller, params.shop as Id<'shop'>, body),
  })

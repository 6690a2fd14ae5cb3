import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import type { Catalog } from './index.ts'
import { stockHandlers } from './stock-routes.ts'
import { wire } from './wire.ts'

export const catalogRoutes = (catalog: Catalog): RouteSet =>
  bind('catalog', wire, {
    'GET /v1/products/{id}': ({ caller, params }) => catalog.show(caller, params.id as Id<'product'>),
    'GET /v1/shops/{shop}/products': async ({ caller, params, query }) => {
      const page = await catalog.listOfShop(caller, params.shop as Id<'shop'>, query)
      return page.ok ? { items: [...page.value.items], next: page.value.next } : page
    },
    'POST /v1/shops/{shop}/products': ({ caller, params, body }) => catalog.create(caller, params.shop as Id<'shop'>, body),
    'PATCH /v1/products/{id}': ({ caller, params, body }) => catalog.change(caller, params.id as Id<'product'>, body),
    'POST /v1/products/{id}/archive': ({ caller, params }) => catalog.archive(caller, params.id as Id<'product'>),
    ...stockHandlers(catalog),
  })

import type { ErrorCode, Handlers } from '#base/http'
import { type Id, ok, type Result } from '#base/kernel'
import type { Component } from './bundle.ts'
import type { Catalog } from './index.ts'
import { type Location, locationToWire } from './location.ts'
import type { stockRoutes } from './wire-stock.ts'

const told = (done: Result<Location[], ErrorCode>) => (done.ok ? ok({ items: done.value.map(locationToWire) }) : done)

export const stockHandlers = ({ stockDesk: desk, ...catalog }: Catalog): Handlers<typeof stockRoutes> => ({
  'GET /v1/variants/{id}/stock': ({ caller, params }) => catalog.stock(caller, params.id as Id<'variant'>),
  'POST /v1/variants/{id}/stock': ({ caller, params, body, idempotencyKey }) =>
    catalog.adjust(caller, params.id as Id<'variant'>, body, idempotencyKey as string),
  'PUT /v1/variants/{id}/components': ({ caller, params, body }) =>
    desk.bundle(caller, params.id as Id<'variant'>, body.components as Component[]),
  'PUT /v1/variants/{id}/low-stock': ({ caller, params, body }) => desk.lowStock(caller, params.id as Id<'variant'>, body.at),
  'GET /v1/products/{id}/stock': ({ caller, params }) => desk.ofProduct(caller, params.id as Id<'product'>),
  'GET /v1/products/{id}/movements': async ({ caller, params, query }) => {
    const page = await desk.movements(caller, params.id as Id<'product'>, query)
    return page.ok ? { items: [...page.value.items], next: page.value.next } : page
  },
  'GET /v1/shops/{shop}/locations': async ({ caller, params }) => told(await desk.locations(caller, params.shop as Id<'shop'>)),
  'POST /v1/shops/{shop}/locations': async ({ caller, params, body }) =>
    told(await desk.addLocation(caller, params.shop as Id<'shop'>, body.name)),
  'PUT /v1/shops/{shop}/locations/order': async ({ caller, params, body }) =>
    told(await desk.sortLocations(caller, params.shop as Id<'shop'>, body.locations)),
  'PATCH /v1/locations/{id}': async ({ caller, params, body }) =>
    told(await desk.changeLocation(caller, params.id as Id<'location'>, body)),
})

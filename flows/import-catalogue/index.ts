/** Catalogues that come in and go out: Shopify CSV, Google Merchant feeds; previewed, then imported whole, product by product. */
import { migrationsIn } from '#base/db'
import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import type { ImportCatalogue } from './flow.ts'
import { wire } from './wire.ts'

export type { ImportDoors, ImportOptions } from './doors.ts'
export { createImportCatalogue, type ImportCatalogue } from './flow.ts'
export { wire as importCatalogueWire } from './wire.ts'
export const importCatalogueMigrations = migrationsIn('imports', new URL('./migrations/', import.meta.url))
export const importCatalogueRoutes = (flow: ImportCatalogue): RouteSet =>
  bind('import-catalogue', wire, {
    'POST /v1/shops/{shop}/imports': ({ caller, params, body }) => flow.fromUrl(caller, params.shop as Id<'shop'>, body),
    'GET /v1/shops/{shop}/imports': ({ caller, params }) => flow.runs(caller, params.shop as Id<'shop'>),
    'GET /v1/imports/{id}': ({ caller, params }) => flow.run(caller, params.id as Id<'run'>),
    'GET /v1/imports/{id}/rows': async ({ caller, params, query }) => flow.rows(caller, params.id as Id<'run'>, query),
    'POST /v1/imports/{id}/start': ({ caller, params }) => flow.begin(caller, params.id as Id<'run'>),
    'GET /v1/shops/{shop}/import-schedules': ({ caller, params }) => flow.schedules.list(caller, params.shop as Id<'shop'>),
    'POST /v1/shops/{shop}/import-schedules': ({ caller, params, body }) =>
      flow.schedules.add(caller, params.shop as Id<'shop'>, body),
    'DELETE /v1/shops/{shop}/import-schedules/{id}': ({ caller, params }) =>
      flow.schedules.remove(caller, params.shop as Id<'shop'>, params.id as Id<'schedule'>),
  })

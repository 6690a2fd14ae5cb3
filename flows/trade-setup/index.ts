/** Setting up trade across borders: registrations, facts of goods, and what is still missing for a market. */
import type { House } from '#base/house'
import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import { type SetupDoors, setFacts, showFacts } from './product-facts.ts'
import { productReady, productsReady } from './product-readiness.ts'
import { shopReady } from './readiness.ts'
import { setRegistrations, showRegistrations } from './registrations.ts'
import { wire } from './wire.ts'

export type { SetupDoors } from './product-facts.ts'
export { wire as tradeSetupWire } from './wire.ts'

export const tradeSetupRoutes = (house: Pick<House, 'clock'>, doors: SetupDoors): RouteSet =>
  bind('trade-setup', wire, {
    'GET /v1/shops/{shop}/trade/registrations': ({ caller, params }) =>
      showRegistrations(doors, caller, params.shop as Id<'shop'>),
    'PUT /v1/shops/{shop}/trade/registrations': ({ caller, params, body }) =>
      setRegistrations(doors, caller, params.shop as Id<'shop'>, body),
    'GET /v1/products/{id}/trade-facts': ({ caller, params }) => showFacts(doors, caller, params.id as Id<'product'>),
    'PUT /v1/products/{id}/trade-facts': ({ caller, params, body }) => setFacts(doors, caller, params.id as Id<'product'>, body),
    'GET /v1/products/{id}/trade-readiness': ({ caller, params }) =>
      productReady(house, doors, caller, params.id as Id<'product'>),
    'GET /v1/shops/{shop}/trade/readiness': ({ caller, params, query }) =>
      shopReady(house, doors, caller, params.shop as Id<'shop'>, query.market),
    'GET /v1/shops/{shop}/trade/readiness/products': ({ caller, params, query }) =>
      productsReady(house, doors, caller, params.shop as Id<'shop'>, query),
  })

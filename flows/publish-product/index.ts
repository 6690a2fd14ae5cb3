/** Putting a product on sale: catalog, media and prices must all be ready. */
import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import type { PublishProduct } from './publish-product.ts'
import { wire } from './wire.ts'

export { createPublishProduct, type PublishProduct } from './publish-product.ts'
export { wire as publishProductWire } from './wire.ts'
export const publishProductRoutes = (flow: PublishProduct): RouteSet =>
  bind('publish-product', wire, {
    'POST /v1/products/{id}/publish': async ({ caller, params }) => flow.publish(caller, params.id as Id<'product'>),
  })

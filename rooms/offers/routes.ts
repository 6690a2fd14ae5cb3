import { bind, type RouteSet } from '#base/http'
import { type Id, ok, type Result, toWire } from '#base/kernel'
import type { Offers } from './index.ts'
import type { Example } from './preview-offer.ts'
import type { OfferRow } from './store.ts'
import { offerToWire, runningToWire } from './view.ts'
import { wire } from './wire.ts'

const shown = <C extends string>(done: Result<OfferRow, C>) => (done.ok ? ok(offerToWire(done.value)) : done)
const exampleToWire = (e: Example) => ({
  ...{ product: e.product, variant: e.variant, name: e.name, pieces: e.pieces },
  goods: toWire(e.goods),
  discount: toWire(e.discount),
  shipping: toWire(e.shipping),
  shippingDiscount: toWire(e.shippingDiscount),
  total: toWire(e.total),
  applied: e.applied.map(a => ({ ...a, amount: toWire(a.amount) })),
})

export const offersRoutes = ({ desk }: Offers): RouteSet =>
  bind('offers', wire, {
    'GET /v1/shops/{shop}/offers': async ({ caller, params, query }) => {
      const page = await desk.list(caller, params.shop as Id<'shop'>, query)
      return page.ok ? ok({ items: page.value.items.map(offerToWire), next: page.value.next }) : page
    },
    'POST /v1/shops/{shop}/offers': async ({ caller, params, body }) =>
      shown(await desk.create(caller, params.shop as Id<'shop'>, body)),
    'POST /v1/shops/{shop}/offers/preview': async ({ caller, params, body }) => {
      const preview = await desk.preview(caller, params.shop as Id<'shop'>, body)
      if (!preview.ok) return preview
      const { example, reason } = preview.value
      return ok({ example: example && exampleToWire(example), reason })
    },
    'GET /v1/offers/{id}': async ({ caller, params }) => shown(await desk.show(caller, params.id)),
    'PUT /v1/offers/{id}': async ({ caller, params, body }) => shown(await desk.change(caller, params.id, body)),
    'PUT /v1/offers/{id}/state': async ({ caller, params, body }) => shown(await desk.setState(caller, params.id, body)),
    'DELETE /v1/offers/{id}': ({ caller, params }) => desk.remove(caller, params.id as Id<'offer'>),
    'GET /v1/shops/{shop}/running-offers': async ({ params, query }) => ({
      items: (await desk.running(params.shop as Id<'shop'>, query)).map(runningToWire),
    }),
  })

import type { Static } from 'typebox'
import { bind, type Caller, type RouteSet } from '#base/http'
import { type Id, ok, type Result, refuse, toWire } from '#base/kernel'
import { fulfilHandlers } from './fulfil-routes.ts'
import { fulfilWire } from './fulfil-wire.ts'
import type { Orders } from './index.ts'
import { invoiceOf } from './invoice.ts'
import { invoiceView } from './invoice-wire.ts'
import type { Order } from './order.ts'
import type { returnAsk } from './parcel-wire.ts'
import type { Pieces } from './parcels.ts'
import { wire } from './wire.ts'

export function ordersRoutes(orders: Orders): RouteSet {
  const shown = <C extends string>(done: Result<Order, C>, caller: Caller, key?: string) =>
    done.ok ? ok(orders.show(done.value, caller, key)) : done
  return bind(
    'orders',
    { ...wire, ...fulfilWire },
    {
      ...fulfilHandlers(orders),
      'GET /v1/me/orders': async ({ caller, query }) => {
        const page = await orders.mine(caller, query)
        return page.ok ? ok({ items: page.value.items.map(o => orders.show(o, caller)), next: page.value.next }) : page
      },
      'GET /v1/orders/{id}': async ({ caller, params, query }) =>
        shown(await orders.view(caller, params.id, query.key), caller, query.key),
      'GET /v1/orders/{id}/invoice': async ({ caller, params, query }) => {
        const seen = await orders.view(caller, params.id, query.key)
        if (!seen.ok) return seen
        if (!seen.value.paidAt) return refuse('wrong_state', 'There is no invoice before it is paid', { state: seen.value.state })
        return ok(invoiceView(invoiceOf(seen.value)))
      },
      'GET /v1/shops/{shop}/orders': async ({ caller, params, query }) => {
        const page = await orders.ofShop(caller, params.shop as Id<'shop'>, query)
        return page.ok ? ok({ items: page.value.items.map(o => orders.show(o, caller)), next: page.value.next }) : page
      },
      'GET /v1/shops/{shop}/customers': async ({ caller, params, query }) => {
        const page = await orders.customers(caller, params.shop as Id<'shop'>, query)
        if (!page.ok) return page
        const items = page.value.items.map(c => ({ ...c, spent: toWire(c.spent), last: c.last.toISOString() }))
        return ok({ items, next: page.value.next })
      },
      'GET /v1/shops/{shop}/order-counts': ({ caller, params }) => orders.counts(caller, params.shop as Id<'shop'>),
      'POST /v1/orders/{id}/pack': async ({ caller, params }) =>
        shown(await orders.fulfil(caller, params.id, { action: 'pack' }), caller),
      'POST /v1/orders/{id}/ship': async ({ caller, params, body }) =>
        shown(await orders.fulfil(caller, params.id, { action: 'ship', ...body }), caller),
      'POST /v1/orders/{id}/deliver': async ({ caller, params }) =>
        shown(await orders.fulfil(caller, params.id, { action: 'deliver' }), caller),
      'POST /v1/orders/{id}/receive': async ({ caller, params, query }) =>
        shown(await orders.fulfil(caller, params.id, { action: 'receive', key: query.key }), caller, query.key),
      'POST /v1/orders/{id}/return-request': async ({ caller, params, query, body }) =>
        shown(await orders.requestReturn(caller, params.id, { ...askOf(body), key: query.key }), caller, query.key),
      'GET /v1/me/address': async ({ caller }) => ({ address: await orders.lastAddress(caller) }),
    },
  )
}

/** The wire's ids are checked by their patterns. */
const askOf = ({ lines, photos, variant, ...rest }: Static<typeof returnAsk>) => ({
  ...rest,
  pieces: lines as Pieces[] | undefined,
  photos: photos as Id<'media'>[] | undefined,
  variant: variant as Id<'variant'> | undefined,
})

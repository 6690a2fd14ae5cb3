import type { Caller, Handlers } from '#base/http'
import { type Id, ok, type Result } from '#base/kernel'
import type { fulfilWire } from './fulfil-wire.ts'
import type { Orders } from './index.ts'
import type { ReturnMove } from './move-return.ts'
import type { Order } from './order.ts'
import { returnView } from './parcel-view.ts'
import type { Pieces } from './parcels.ts'
import type { ParcelStep } from './plan-step.ts'

export function fulfilHandlers(orders: Orders): Handlers<typeof fulfilWire> {
  const shown = <C extends string>(done: Result<Order, C>, caller: Caller, key?: string) =>
    done.ok ? ok(orders.show(done.value, caller, key)) : done
  const step = async (caller: Caller, p: { id: string; parcel: string }, action: ParcelStep, more: object = {}, key?: string) =>
    shown(await orders.fulfil(caller, p.id, { action, parcel: p.parcel, key, ...more }), caller, key)
  const move = async (caller: Caller, p: { id: string; returned: string }, how: ReturnMove, key?: string) =>
    shown(await orders.moveReturn(caller, { order: p.id, returned: p.returned }, how), caller, key)
  return {
    'POST /v1/orders/{id}/parcels': async ({ caller, params, body }) =>
      shown(await orders.fulfil(caller, params.id, { action: 'pack', pieces: body.lines as Pieces[] }), caller),
    'POST /v1/orders/{id}/parcels/{parcel}/unpack': ({ caller, params }) => step(caller, params, 'unpack'),
    'POST /v1/orders/{id}/parcels/{parcel}/pack': ({ caller, params }) => step(caller, params, 'pack'),
    'POST /v1/orders/{id}/parcels/{parcel}/ship': ({ caller, params, body }) => step(caller, params, 'ship', body),
    'POST /v1/orders/{id}/parcels/{parcel}/deliver': ({ caller, params }) => step(caller, params, 'deliver'),
    'POST /v1/orders/{id}/parcels/{parcel}/receive': ({ caller, params, query }) =>
      step(caller, params, 'receive', {}, query.key),
    'POST /v1/shops/{shop}/ship-together': async ({ caller, params, body }) => {
      const wish = { ...body, orders: body.orders as Id<'order'>[] }
      const done = await orders.shipTogether(caller, params.shop as Id<'shop'>, wish)
      return done.ok ? ok({ items: done.value.map(o => orders.show(o, caller)) }) : done
    },
    'POST /v1/orders/{id}/returns/{returned}/approve': ({ caller, params }) => move(caller, params, { action: 'approve' }),
    'POST /v1/orders/{id}/returns/{returned}/refuse': ({ caller, params, body }) =>
      move(caller, params, { action: 'refuse', reason: body.reason, note: body.note ?? null }),
    'POST /v1/orders/{id}/returns/{returned}/receive': ({ caller, params }) => move(caller, params, { action: 'receive' }),
    'POST /v1/orders/{id}/returns/{returned}/withdraw': ({ caller, params, query }) =>
      move(caller, params, { action: 'withdraw', key: query.key }, query.key),
    'POST /v1/orders/{id}/returns/{returned}/send-back': ({ caller, params, query, body }) => {
      const sent = { carrier: body.carrier ?? null, tracking: body.tracking ?? null, key: query.key }
      return move(caller, params, { action: 'send_back', ...sent }, query.key)
    },
    'GET /v1/shops/{shop}/returns': async ({ caller, params, query }) => {
      const page = await orders.returns(caller, params.shop as Id<'shop'>, query)
      if (!page.ok) return page
      const items = page.value.items.map(({ order, returned }) => ({
        order: order.id,
        number: order.number,
        buyer: order.address?.name ?? null,
        returned: returnView(returned),
      }))
      return ok({ items, next: page.value.next })
    },
  }
}

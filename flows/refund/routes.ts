import { bind, type Caller, type RouteSet } from '#base/http'
import { fromWire, ok } from '#base/kernel'
import type { RefundWish } from '#rooms/orders'
import type { Refunds } from './index.ts'
import { wire } from './wire.ts'

export function refundRoutes(refunds: Refunds): RouteSet {
  const run = async (caller: Caller, id: string, wish: RefundWish) => {
    const done = await refunds.refund(caller, id, wish)
    return done.ok ? ok(refunds.show(done.value, caller, wish.key)) : done
  }
  return bind('refund', wire, {
    'POST /v1/orders/{id}/cancel': ({ caller, params, query, body }) =>
      run(caller, params.id, { kind: 'cancel', reason: body.reason, key: query.key }),
    'POST /v1/orders/{id}/refund': ({ caller, params, body }) =>
      run(caller, params.id, { kind: 'refund', reason: body.reason, amount: body.amount && fromWire(body.amount) }),
    'POST /v1/orders/{id}/return': ({ caller, params }) => run(caller, params.id, { kind: 'return', reason: null }),
  })
}

import { bind, type Caller, type RouteSet } from '#base/http'
import { fromWire, ok, toWire } from '#base/kernel'
import type { Pieces, RefundWish } from '#rooms/orders'
import type { Refunds } from './index.ts'
import type { Protection } from './price-protection.ts'
import { wire } from './wire.ts'

const protectionToWire = ({ order, standing, until, amount, given, lines }: Protection) => ({
  standing,
  days: order.days.protection,
  until: until?.toISOString() ?? null,
  amount: toWire(amount),
  given: toWire(given),
  lines: lines.map(l => ({
    ...{ line: l.line, pieces: l.pieces, was: toWire(l.was), low: toWire(l.low), at: l.at.toISOString() },
    amount: toWire(l.amount),
  })),
})

export function refundRoutes(refunds: Refunds): RouteSet {
  const run = async (caller: Caller, id: string, wish: RefundWish) => {
    const done = await refunds.refund(caller, id, wish)
    return done.ok ? ok(refunds.show(done.value, caller, wish.key)) : done
  }
  return bind('refund', wire, {
    'POST /v1/orders/{id}/cancel': ({ caller, params, query, body }) =>
      run(caller, params.id, { kind: 'cancel', reason: body.reason, key: query.key }),
    'POST /v1/orders/{id}/refund': ({ caller, params, body }) =>
      run(caller, params.id, {
        kind: 'refund',
        reason: body.reason,
        amount: body.amount && fromWire(body.amount),
        pieces: body.lines as Pieces[] | undefined,
        shipping: body.shipping,
      }),
    'POST /v1/orders/{id}/refund-preview': async ({ caller, params, query, body }) => {
      const { kind, lines, ...more } = body
      const wish = { ...more, kind, pieces: lines as Pieces[] | undefined, reason: null, key: query.key }
      const seen = await refunds.preview(caller, params.id, wish)
      return seen.ok ? ok({ amount: toWire(seen.value) }) : seen
    },
    'POST /v1/orders/{id}/cancel-lines': ({ caller, params, query, body }) =>
      run(caller, params.id, { kind: 'cancel', reason: body.reason, pieces: body.lines as Pieces[], key: query.key }),
    'POST /v1/orders/{id}/parcels/{parcel}/return': ({ caller, params, body }) =>
      run(caller, params.id, { kind: 'return', reason: null, parcel: params.parcel, restock: body.restock }),
    'POST /v1/orders/{id}/returns/{returned}/settle': async ({ caller, params, body }) => {
      const done = await refunds.settleReturn(caller, { order: params.id, returned: params.returned }, body)
      return done.ok ? ok(refunds.show(done.value, caller)) : done
    },
    'GET /v1/orders/{id}/price-protection': async ({ caller, params, query }) => {
      const seen = await refunds.protection(caller, params.id, query.key)
      return seen.ok ? ok(protectionToWire(seen.value)) : seen
    },
    'POST /v1/orders/{id}/price-protection': async ({ caller, params, query }) => {
      const done = await refunds.protect(caller, params.id, query.key)
      return done.ok ? ok(refunds.show(done.value, caller, query.key)) : done
    },
    'POST /v1/orders/{id}/return': ({ caller, params }) => run(caller, params.id, { kind: 'return', reason: null }),
  })
}

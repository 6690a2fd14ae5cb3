import type { Source } from '#base/catalogue'
import { bind, type Caller, type RouteSet } from '#base/http'
import { fromWire, type Id, ok, type Result, refuse, toWire } from '#base/kernel'
import type { Checkouts } from './index.ts'
import type { CheckoutAndPayment } from './pay-checkout.ts'
import { wire } from './wire.ts'

export function checkoutRoutes(checkouts: Checkouts): RouteSet {
  const shown = <C extends string>(done: Result<CheckoutAndPayment, C>, caller: Caller) =>
    done.ok ? ok(checkouts.show(done.value, caller)) : done
  return bind('checkout', wire, {
    'POST /v1/checkouts': async ({ caller, body }) => {
      if ((body.cart === undefined) === (body.lines === undefined))
        return refuse('invalid_request', 'Either the cart or lines', { fields: { lines: ['either cart or lines'] } })
      const lines =
        body.lines?.map(l => ({
          variant: l.variant as Id<'variant'>,
          quantity: l.quantity,
          source: (l.source as Source | undefined) ?? null,
        })) ?? null
      const begun = await checkouts.begin(caller, {
        lines,
        expectedSubtotal: body.expectedSubtotal ? fromWire(body.expectedSubtotal) : null,
        market: body.market,
      })
      return begun.ok ? ok(checkouts.show({ checkout: begun.value, payment: null }, caller)) : begun
    },
    'PUT /v1/orders/{id}/address': async ({ caller, params, query, body }) => {
      const done = await checkouts.changeOrderAddress(caller, params.id, { address: body, key: query.key })
      return done.ok ? ok(checkouts.showOrder(done.value, caller, query.key)) : done
    },
    'GET /v1/checkouts/{id}': async ({ caller, params }) => shown(await checkouts.view(caller, params.id), caller),
    'PUT /v1/checkouts/{id}/address': async ({ caller, params, body }) => {
      const done = await checkouts.setAddress(caller, params.id, body)
      return done.ok ? ok(checkouts.show({ checkout: done.value, payment: null }, caller)) : done
    },
    'PATCH /v1/checkouts/{id}': async ({ caller, params, body }) => {
      const done = await checkouts.change(caller, params.id, body)
      return done.ok ? ok(checkouts.show({ checkout: done.value, payment: null }, caller)) : done
    },
    'GET /v1/checkouts/{id}/deliveries': async ({ caller, params }) => {
      const found = await checkouts.deliveries(caller, params.id)
      if (!found.ok) return found
      const choice = ({ fee, days, ...d }: (typeof found.value)[number]['choices'][number]) => ({
        ...d,
        days: { ...days },
        fee: toWire(fee),
      })
      return ok({ items: found.value.map(o => ({ order: o.order, choices: o.choices.map(choice) })) })
    },
    'GET /v1/checkouts/{id}/buyer-identity': ({ caller, params }) => checkouts.identity(caller, params.id),
    'PUT /v1/checkouts/{id}/buyer-identity': ({ caller, params, body }) => checkouts.giveIdentity(caller, params.id, body),
    'POST /v1/checkouts/{id}/pay': async ({ caller, params, body, ip }) =>
      shown(
        await checkouts.pay(caller, params.id, {
          method: body.method,
          token: body.token,
          device: body.device,
          ip,
          outcome: body.outcome,
          expectedTotal: fromWire(body.expectedTotal),
        }),
        caller,
      ),
    'DELETE /v1/checkouts/{id}': async ({ caller, params }) => shown(await checkouts.cancel(caller, params.id), caller),
  })
}

import type { Source } from '#base/catalogue'
import { bind, type RouteSet } from '#base/http'
import { type Id, ok, toWire } from '#base/kernel'
import type { Cart } from './cart.ts'
import type { CartView } from './view.ts'
import { wire } from './wire.ts'

const cartToWire = (c: CartView) => ({
  count: c.count,
  buyable: c.buyable,
  total: c.total && toWire(c.total),
  shops: c.shops.map(s => ({
    shop: s.shop,
    subtotal: toWire(s.subtotal),
    shipping: toWire(s.shipping),
    lines: s.lines.map(l => ({
      ...l,
      choice: [...l.choice],
      unit: toWire(l.unit),
      total: toWire(l.total),
      notice: l.notice && { code: l.notice.code, was: l.notice.was && toWire(l.notice.was) },
    })),
  })),
})

export const cartRoutes = (cart: Cart): RouteSet =>
  bind('cart', wire, {
    'GET /v1/cart': async ({ caller }) => ok(cartToWire(await cart.show(caller))),
    'PUT /v1/cart/{variant}': async ({ caller, params, body }) => {
      const view = await cart.put(caller, {
        variant: params.variant as Id<'variant'>,
        quantity: body.quantity,
        source: (body.source as Source | undefined) ?? null,
      })
      return view.ok ? ok(cartToWire(view.value)) : view
    },
    'DELETE /v1/cart/{variant}': async ({ caller, params }) => {
      const view = await cart.drop(caller, params.variant as Id<'variant'>)
      return view.ok ? ok(cartToWire(view.value)) : view
    },
  })

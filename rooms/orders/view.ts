import type { Static } from 'typebox'
import { toWire } from '#base/kernel'
import { canDo, type Roles } from './guards.ts'
import { deliverBetween, type Order, protectedUntil, returnBy } from './order.ts'
import { parcelView, returnView } from './parcel-view.ts'
import type { orderWire } from './wire.ts'

export type OrderWire = Static<typeof orderWire>

/** The order as the API shows it; `can` comes from the guards that the actions use. */
export function wireOf(o: Order, roles: Roles, now: Date): OrderWire {
  const between = deliverBetween(o)
  const { seller: _, ...shop } = o.shop
  return {
    id: o.id,
    number: o.number,
    checkout: o.checkout,
    shop,
    state: o.state,
    payment: o.payment,
    fulfilment: o.fulfilment,
    lines: o.lines.map(l => ({
      id: l.id,
      product: l.product,
      variant: l.variant,
      name: l.name,
      choice: [...l.choice],
      sku: l.sku,
      picture: l.picture,
      quantity: l.quantity,
      unit: toWire(l.unit),
      total: toWire(l.total),
      discount: toWire(l.discount),
      importTax: toWire(l.importTax),
      tax: toWire(l.tax),
      cancelled: l.cancelled,
      returned: l.returned,
      refunded: l.refunded,
      protected: toWire(l.protected),
    })),
    parcels: o.parcels.map(parcelView),
    returns: o.returns.map(returnView),
    market: o.market,
    subtotal: toWire(o.subtotal),
    discount: toWire(o.discount),
    shipping: toWire(o.shipping),
    importTax: toWire(o.importTax),
    tax: toWire(o.tax),
    total: toWire(o.total),
    ...sheetWire(o),
    refunded: toWire(o.refunded),
    address: o.address,
    carrier: o.carrier,
    tracking: o.tracking,
    returnRequest: o.returnRequest ? { reason: o.returnRequest.reason, at: o.returnRequest.at.toISOString() } : null,
    deliverBetween: between ? { from: between.from.toISOString(), to: between.to.toISOString() } : null,
    returnBy: returnBy(o)?.toISOString() ?? null,
    protection: o.days.protection > 0 ? { days: o.days.protection, until: protectedUntil(o)?.toISOString() ?? null } : null,
    timeline: o.timeline.map(t => ({ what: t.what, at: t.at.toISOString(), note: t.note })),
    placed: (o.paidAt ?? o.placed).toISOString(),
    received: o.receivedAt?.toISOString() ?? null,
    can: canDo(o, roles, now),
  }
}

const sheetWire = (o: Order): Pick<OrderWire, 'delivery' | 'offers' | 'trade' | 'rate'> => ({
  delivery: o.delivery && { ...o.delivery, days: { ...o.delivery.days } },
  offers: o.offers.map(f => ({ kind: f.kind, name: f.name, code: f.code, amount: toWire(f.amount) })),
  trade: o.trade && {
    mode: o.trade.mode,
    collected: o.trade.collected,
    identityNeeded: o.trade.identityNeeded,
    consent: o.trade.consent,
    notices: [...o.trade.notices],
    quota: o.trade.quota && toWire(o.trade.quota),
    lines: o.trade.lines.map(l => ({
      hs: l.hs,
      duty: toWire(l.duty),
      excise: toWire(l.excise),
      vat: toWire(l.vat),
      other: toWire(l.other),
    })),
  },
  rate: o.rate && { from: o.rate.from, to: o.rate.to, rate: o.rate.rate, at: o.rate.at.toISOString(), source: o.rate.source },
})

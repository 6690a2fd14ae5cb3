import { must } from '#base/kernel'
import type { Order, OrderLine, TimelineEntry } from './order.ts'
import { fulfilmentMachine, type OrderAction, orderMachine, type PayAction, payMachine } from './order-states.ts'
import { allUnsent, fulfilmentOf, type Parcel } from './parcels.ts'
import { openReturn, type Return } from './return.ts'

export interface StatusChange {
  readonly order?: OrderAction
  readonly payment?: PayAction
  /** Lines whose counts changed, as they are now. */
  readonly lines?: readonly OrderLine[]
  /** Parcels that are new or changed, as they are now. */
  readonly parcels?: readonly Parcel[]
  /** A return that is new or changed, as it is now. */
  readonly returned?: Return
  /** Words of the timeline, in their order. */
  readonly timeline: readonly { readonly what: string; readonly note?: string | null }[]
  readonly refunded?: bigint
  readonly received?: true
  readonly address?: Order['address']
}

const over = <T extends { readonly id: string }>(list: readonly T[], changed: readonly T[] = []): T[] => {
  const by = new Map(changed.map(c => [c.id, c]))
  const kept = list.map(t => by.get(t.id) ?? t)
  return [...kept, ...changed.filter(c => !list.some(t => t.id === c.id))]
}

/** Counts that no way of events may leave; a breach is a mistake of ours. */
function prove(lines: readonly OrderLine[]): void {
  for (const l of lines) {
    const counts = [l.cancelled, l.returned, l.refunded, l.shippingRefunded]
    if (counts.some(n => n < 0 || n > l.quantity) || l.cancelled + l.returned > l.quantity)
      throw new Error(`line ${l.id}: more pieces than were bought`)
    if (l.protected.minor < 0n || l.protected.minor > l.total.minor - l.discount.minor)
      throw new Error(`line ${l.id}: more given back for its price than was paid`)
  }
}

/**
 * The order after a change. Pure. Fulfilment is what the parcels say, and an order that has arrived is completed by it; one of
 * which everything came back on the way is cancelled. Every step must stand in its machine's table.
 */
export function nextOrder(o: Order, change: StatusChange, now: Date): Order {
  const lines = over(o.lines, change.lines)
  const parcels = over(o.parcels, change.parcels)
  const returns = over(o.returns, change.returned && [change.returned])
  prove(lines)
  const reached = o.paidAt === null ? o.fulfilment : fulfilmentOf({ lines, parcels })
  const fulfilment = reached === o.fulfilment ? reached : must(fulfilmentMachine.next(o.fulfilment, reached))
  const arrived = fulfilment === 'delivered' && o.fulfilment !== 'delivered'
  const gone = fulfilment === 'returned' && o.fulfilment !== 'returned'
  const ends: OrderAction | undefined = o.state !== 'open' ? undefined : arrived ? 'complete' : gone ? 'cancel' : undefined
  const action = change.order ?? ends
  const state = action ? must(orderMachine.next(o.state, action)) : o.state
  const payment = change.payment ? must(payMachine.next(o.payment, change.payment)) : o.payment
  const sent = (change.parcels ?? []).filter(p => p.state === 'shipped' && p.replaces === null).at(-1)
  const asked = openReturn(returns)
  return {
    ...o,
    lines,
    parcels,
    returns,
    state,
    payment,
    fulfilment,
    ...(sent && { carrier: sent.carrier, tracking: sent.tracking }),
    shippedAt: o.shippedAt ?? (sent ? now : null),
    deliveredAt: arrived ? now : o.deliveredAt,
    // Of several parcels the last one counts.
    receivedAt: change.received && fulfilment === 'delivered' ? now : o.receivedAt,
    returnRequest: asked && { reason: asked.words ?? '', at: asked.asked },
    refunded: { ...o.refunded, minor: change.refunded ?? o.refunded.minor },
    address: change.address === undefined ? o.address : change.address,
    timeline: [...o.timeline, ...change.timeline.map((t): TimelineEntry => ({ what: t.what, at: now, note: t.note ?? null }))],
  }
}

/** Pieces that are still to leave the shop, and whether a replacement waits to: the studio's lists look at both. */
export const waitingOf = (o: Order): { unsent: number; replacing: boolean } => ({
  unsent: o.state === 'open' ? allUnsent(o) : 0,
  replacing: o.parcels.some(p => p.replaces !== null && (p.state === 'planned' || p.state === 'packed')),
})

import type { NewEvent } from '#base/catalogue'
import type { Order } from './order.ts'
import type { ParcelAction } from './order-states.ts'
import { keptOf, type Parcel } from './parcels.ts'

/** An order's events carry its buyer, whoever reports them: the loop and the feed count them as the buyer's. */
const about = (o: Order, at: Date) => ({ at, person: o.person, subject: { kind: 'order' as const, id: o.id } })

/**
 * What a change of the parcels is told as. A parcel that makes the order whole is the order's own event; one of several, and a
 * replacement, is told as a parcel.
 */
export function parcelEvents(before: Order, after: Order, moved: readonly Parcel[], action: ParcelAction | null): NewEvent[] {
  const at = after.timeline.at(-1)?.at ?? after.placed
  const shop = after.shop.id
  const reached = after.fulfilment === before.fulfilment ? null : after.fulfilment
  const whole: NewEvent[] = []
  if (reached === 'packed') whole.push({ name: 'order.packed', ...about(after, at), data: { shop } })
  if (reached === 'shipped') whole.push({ name: 'order.shipped', ...about(after, at), data: { shop } })
  if (reached === 'delivered') {
    const lines = after.lines.filter(l => keptOf(after, l) > 0).map(l => ({ line: l.id, product: l.product }))
    whole.push({ name: 'order.delivered', ...about(after, at), data: { shop, lines } })
  }
  const name = action === 'ship' ? 'parcel.shipped' : action === 'deliver' ? 'parcel.delivered' : null
  const apart = whole.length > 0 ? moved.filter(p => p.replaces !== null) : moved
  return [
    ...whole,
    ...(name === null
      ? []
      : apart.map(
          (p): NewEvent => ({ name, ...about(after, at), data: { shop, parcel: p.id, replacement: p.replaces !== null } }),
        )),
  ]
}
export const orderEvent = about

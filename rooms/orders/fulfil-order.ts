import type { NewEvent } from '#base/catalogue'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { ok, type Result } from '#base/kernel'
import type { Order } from './order.ts'
import { type Accounts, refusal, rolesOf } from './roles.ts'
import type { OrderTables } from './rows.ts'
import { lockOrder } from './store.ts'
import { type StatusChange, writeStatus } from './write-status.ts'

export type Parcel = 'pack' | 'ship' | 'deliver' | 'receive'
export interface ParcelWish {
  readonly action: Parcel
  readonly key?: string | undefined
  readonly carrier?: string
  readonly tracking?: string | undefined
}

/** What each step of a parcel writes: packing and shipping by staff; arriving as the carrier or the buyer says. */
const steps: Readonly<Record<Parcel, { change: StatusChange; event: 'order.packed' | 'order.shipped' | 'order.delivered' }>> = {
  pack: { change: { fulfilment: 'pack', timeline: [{ what: 'packed' }] }, event: 'order.packed' },
  ship: { change: { fulfilment: 'ship', timeline: [{ what: 'shipped' }] }, event: 'order.shipped' },
  deliver: { change: { fulfilment: 'deliver', order: 'complete', timeline: [{ what: 'delivered' }] }, event: 'order.delivered' },
  receive: {
    change: { fulfilment: 'deliver', order: 'complete', timeline: [{ what: 'delivered' }, { what: 'received' }] },
    event: 'order.delivered',
  },
}

/** Moves the parcel one step on, under the order's row lock, with its event. */
export function fulfilOrder(
  house: House,
  accounts: Accounts,
  caller: Caller,
  id: string,
  wish: ParcelWish,
): Promise<Result<Order, 'not_found' | 'forbidden' | 'wrong_state'>> {
  return house.db.transaction<OrderTables, Result<Order, 'not_found' | 'forbidden' | 'wrong_state'>>(async trx => {
    const now = house.clock.now()
    const order = await lockOrder(trx, id)
    const refused = refusal(order, order ? rolesOf(accounts, caller, order, wish.key) : undefined, wish.action, now)
    if (refused || !order) return refused as NonNullable<typeof refused>
    const step = steps[wish.action]
    const sent = wish.action === 'ship' ? { carrier: wish.carrier ?? '', tracking: wish.tracking ?? null } : {}
    const written = await writeStatus(trx, order, { ...step.change, ...sent }, now)
    await house.log.append(trx, [parcelEvent(order, step.event, now)])
    return ok(written)
  })
}

/** An order's events carry its buyer, whoever reports them: the loop and the feed count them as the buyer's. */
function parcelEvent(o: Order, name: (typeof steps)[Parcel]['event'], at: Date): NewEvent {
  const subject = { kind: 'order' as const, id: o.id }
  const shop = o.shop.id
  if (name !== 'order.delivered') return { name, at, person: o.person, subject, data: { shop } }
  return { name, at, person: o.person, subject, data: { shop, lines: o.lines.map(l => ({ line: l.id, product: l.product })) } }
}

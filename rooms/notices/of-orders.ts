import type { LoggedEvent } from '#base/catalogue'
import type { Room } from './room.ts'
import type { Draft } from './store.ts'

/** A parcel that does not make its order whole; the one that does is told as the order's own step, and only so. */
export function ofParcel({ name, subject, at, person, data }: LoggedEvent<'parcel.shipped' | 'parcel.delivered'>): Draft[] {
  if (!person) return []
  const step = `${data.replacement ? 'other' : 'parcel'}_${name === 'parcel.shipped' ? 'shipped' : 'delivered'}`
  return [{ person, kind: 'order', ref: `${data.parcel} ${step}`, at, subject, detail: { step } }]
}

/** What the buyer is told of; money that goes back is the refund's own notice. */
const toBuyer: ReadonlySet<string> = new Set(['approved', 'refused', 'received'])
export function ofReturn({ id, subject, at, person, data }: LoggedEvent<'return.changed'>): Draft[] {
  const step = data.state === 'settled' && data.outcome === 'replacement' ? 'replaced' : data.state
  if (!person || !(toBuyer.has(step) || step === 'replaced')) return []
  return [{ person, kind: 'return', ref: id, at, subject, detail: { step } }]
}

/** What the shop has not done itself. */
const toShop: ReadonlySet<string> = new Set(['requested', 'sent_back', 'withdrawn'])
export async function toShopOfReturn(
  room: Room,
  { id, subject, at, data }: LoggedEvent<'return.requested' | 'return.changed'>,
  step: string,
): Promise<Draft[]> {
  if (!toShop.has(step)) return []
  const staff = await room.doors.accounts.staffOf(data.shop)
  return staff.map(s => ({ person: s.person, kind: 'shop_return', ref: id, at, subject, detail: { step } }))
}

/** Owners of every shop that the payment was for: a shop's money is not its staff's to read. The sum is said where it is one shop's alone. */
export async function toShopOfChargeback(room: Room, e: LoggedEvent<'payment.chargeback'>): Promise<Draft[]> {
  const orders = await room.ports.ordersOf(e.subject.id)
  const sum = orders.length === 1 ? e.data.amount : {}
  const drafts: Draft[] = []
  for (const { order, shop } of orders)
    for (const { person, role } of await room.doors.accounts.staffOf(shop))
      if (role === 'owner')
        drafts.push({
          ...{ person, kind: 'chargeback', ref: `${e.data.chargeback} ${e.data.state} ${order}`, at: e.at },
          subject: { kind: 'order', id: order },
          detail: { step: e.data.state, ...sum },
        })
  return drafts
}

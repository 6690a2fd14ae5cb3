import type { Order } from './types.ts'

export type Line = Order['lines'][number]
export type Parcel = Order['parcels'][number]
export type Returned = Order['returns'][number]
/** How many pieces of each line are chosen, by the line's id. */
export type Chosen = Readonly<Record<string, number>>

const sent: readonly Parcel['state'][] = ['shipped', 'delivered', 'returned']
const inside = (o: Order, line: string, states: readonly Parcel['state'][]): number =>
  o.parcels
    .filter(p => p.replaces === null && states.includes(p.state))
    .reduce((n, p) => n + p.contents.reduce((m, c) => m + (c.line === line ? c.quantity : 0), 0), 0)
// The server counts the same and decides; these are the limits that a form shows.
/** In no parcel yet. */
export const unpackedOf = (o: Order, l: Line): number => l.quantity - l.cancelled - inside(o, l.id, ['packed', ...sent])
/** Not handed to a carrier: can still be cancelled. */
export const unsentOf = (o: Order, l: Line): number => l.quantity - l.cancelled - inside(o, l.id, sent)
/** Arrived and still with the buyer. */
export const keptOf = (o: Order, l: Line): number => inside(o, l.id, ['delivered']) - (l.returned - inside(o, l.id, ['returned']))
export const unrefundedOf = (_: Order, l: Line): number => l.quantity - l.refunded

export const piecesOf = (chosen: Chosen): { line: string; quantity: number }[] =>
  Object.entries(chosen).flatMap(([line, quantity]) => (quantity > 0 ? [{ line, quantity }] : []))

const ended: readonly Returned['state'][] = ['refused', 'settled', 'withdrawn']
export const isOpen = (r: Returned): boolean => !ended.includes(r.state)
/** What happened to a return: one at a time is open, so the order's steps between it and the next are its own. */
export function stepsOf(o: Order, r: Returned): Order['timeline'] {
  const next = o.returns.filter(x => x.asked > r.asked).map(x => x.asked)
  const until = next.sort()[0] ?? '9'
  return o.timeline.filter(s => /^(return_|replacement_|refund)/.test(s.what) && s.at >= r.asked && s.at < until)
}

import type { Id } from '#base/kernel'
import type { FulfilmentState, ParcelState } from './order-states.ts'

/** Some pieces of one line of an order. */
export interface Pieces {
  readonly line: Id<'line'>
  readonly quantity: number
}

/** What leaves the shop together. An order is sent in one or several. */
export interface Parcel {
  readonly id: Id<'parcel'>
  readonly state: ParcelState
  readonly contents: readonly (Pieces & {
    /** Another variant than the line's, in an exchange. */
    readonly variant: Id<'variant'> | null
  })[]
  /** The return that this parcel replaces goods of; such a parcel is no part of what was bought. */
  readonly replaces: Id<'returns'> | null
  readonly carrier: string | null
  readonly tracking: string | null
  readonly shippedAt: Date | null
  readonly deliveredAt: Date | null
}

/** How many pieces of a line were bought, and what became of them. Never more than were bought. */
export interface Counted {
  readonly id: Id<'line'>
  readonly quantity: number
  /** Not sent, and never will be. */
  readonly cancelled: number
  /** Sent, and back in the shop. */
  readonly returned: number
}
interface Sent {
  readonly lines: readonly Counted[]
  readonly parcels: readonly Parcel[]
}

/** Parcels with what was bought; replacements are counted by nobody but their return. */
export const ofSale = (parcels: readonly Parcel[]): Parcel[] => parcels.filter(p => p.replaces === null && p.state !== 'dropped')
const left: readonly ParcelState[] = ['shipped', 'delivered', 'returned']
export const isSent = (p: Parcel): boolean => left.includes(p.state)

export const piecesIn = (parcels: readonly Parcel[], line: string): number =>
  parcels.reduce((n, p) => n + p.contents.reduce((m, c) => m + (c.line === line ? c.quantity : 0), 0), 0)
/** Pieces of a line that are in no parcel and still to be packed. */
export const unpacked = (o: Sent, l: Counted): number => l.quantity - l.cancelled - piecesIn(ofSale(o.parcels), l.id)
/** Pieces of a line that have not left the shop: they can still be cancelled. */
export const unsentOf = (o: Sent, l: Counted): number =>
  l.quantity - l.cancelled - piecesIn(ofSale(o.parcels).filter(isSent), l.id)
/** Pieces of a line that arrived and were not sent back: they can be returned. */
export const keptOf = (o: Sent, l: Counted): number =>
  piecesIn(
    ofSale(o.parcels).filter(p => p.state === 'delivered'),
    l.id,
  ) - returnedApart(o, l)
/** Pieces that came back without their parcel, by the returns desk. */
const returnedApart = (o: Sent, l: Counted): number =>
  l.returned -
  piecesIn(
    ofSale(o.parcels).filter(p => p.state === 'returned'),
    l.id,
  )
/** Of these pieces those that are not back yet: their parcel may have come back while they were asked for. */
export const notBack = (o: Sent, pieces: readonly Pieces[]): Pieces[] =>
  pieces.flatMap(p => {
    const l = o.lines.find(x => x.id === p.line)
    const quantity = Math.min(p.quantity, l ? l.quantity - l.cancelled - l.returned : 0)
    return quantity > 0 ? [{ line: p.line, quantity }] : []
  })
const over = (o: Sent, count: (o: Sent, l: Counted) => number): number => o.lines.reduce((n, l) => n + count(o, l), 0)
export const allUnpacked = (o: Sent): number => over(o, unpacked)
export const allUnsent = (o: Sent): number => over(o, unsentOf)

/** An order's fulfilment is what its parcels say, and nothing else. */
export function fulfilmentOf(o: Sent): FulfilmentState {
  const parcels = ofSale(o.parcels)
  const wanted = o.lines.reduce((n, l) => n + l.quantity - l.cancelled, 0)
  const back = o.lines.reduce((n, l) => n + l.returned, 0)
  const count = (list: readonly Parcel[]) => o.lines.reduce((n, l) => n + piecesIn(list, l.id), 0)
  const sent = count(parcels.filter(isSent))
  if (sent === 0) return wanted > 0 && count(parcels) === wanted ? 'packed' : 'none'
  if (back >= wanted) return 'returned'
  // A parcel that came back is not under way any more: what is left of the order may be complete without it.
  if (count(parcels.filter(p => p.state === 'delivered' || p.state === 'returned')) === wanted) return 'delivered'
  if (parcels.some(p => p.deliveredAt !== null)) return 'partially_delivered'
  return sent === wanted ? 'shipped' : 'partially_shipped'
}

/** Takes cancelled pieces out: first what is in no parcel, then out of packed ones; a parcel that is empty then is dropped. */
export function takeOut(o: Sent, pieces: readonly Pieces[]): { lines: Map<string, number>; parcels: Parcel[] } {
  const lines = new Map(pieces.map(p => [p.line as string, p.quantity]))
  const still = new Map(o.lines.map(l => [l.id as string, Math.max(0, (lines.get(l.id) ?? 0) - unpacked(o, l))]))
  const parcels = o.parcels.flatMap((p): Parcel[] => {
    if (p.state !== 'packed' || p.replaces !== null) return []
    let touched = false
    const contents = p.contents.flatMap(c => {
      const out = Math.min(still.get(c.line) ?? 0, c.quantity)
      if (out === 0) return [c]
      touched = true
      still.set(c.line, (still.get(c.line) ?? 0) - out)
      return out === c.quantity ? [] : [{ ...c, quantity: c.quantity - out }]
    })
    if (!touched) return []
    return [contents.length === 0 ? { ...p, state: 'dropped' } : { ...p, contents }]
  })
  return { lines, parcels }
}

/** The first line that is unknown, named twice or asked for more pieces than there are; null when all is well. */
export function badPieces(pieces: readonly Pieces[], most: (line: Id<'line'>) => number): string | null {
  const seen = new Set<string>()
  for (const { line, quantity } of pieces) {
    if (seen.has(line) || !Number.isInteger(quantity) || quantity < 1 || quantity > most(line)) return line
    seen.add(line)
  }
  return null
}

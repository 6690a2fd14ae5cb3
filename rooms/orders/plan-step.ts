import { newId, ok, type Result, refuse } from '#base/kernel'
import type { Order } from './order.ts'
import type { StatusChange } from './order-next.ts'
import { type ParcelAction, parcelMachine } from './order-states.ts'
import { badPieces, type Parcel, type Pieces, unpacked } from './parcels.ts'

export type ParcelStep = 'pack' | 'ship' | 'deliver' | 'receive' | 'unpack'
export interface ParcelWish {
  readonly action: ParcelStep
  readonly key?: string | undefined
  /** One parcel; all that wait for this step when it is missing. */
  readonly parcel?: string | undefined
  /** For `pack`: these pieces into a parcel of their own; all the rest when it is missing. */
  readonly pieces?: readonly Pieces[] | undefined
  readonly carrier?: string | undefined
  readonly tracking?: string | undefined
}
/** Packing and shipping by staff; arriving as the carrier or the buyer says. */
const steps: Readonly<Record<ParcelStep, { move: ParcelAction; words: readonly string[] }>> = {
  pack: { move: 'pack', words: ['packed'] },
  unpack: { move: 'drop', words: ['unpacked'] },
  ship: { move: 'ship', words: ['shipped'] },
  deliver: { move: 'deliver', words: ['delivered'] },
  receive: { move: 'deliver', words: ['delivered', 'received'] },
}

interface Plan {
  readonly change: StatusChange
  readonly parcels: readonly Parcel[]
  readonly move: ParcelAction
}
/** What a step of parcels changes in the order. Pure; the step is allowed. */
export function planStep(
  order: Order,
  wish: ParcelWish,
  now: Date,
): Result<Plan, 'not_found' | 'wrong_state' | 'quantity_invalid'> {
  const { move, words } = steps[wish.action]
  const chosen =
    wish.action === 'pack' && !wish.parcel ? packedNow(order, wish.pieces, now) : waitingFor(order, move, wish.parcel)
  if (!chosen.ok) return chosen
  const parcels = chosen.value.map(p => moved(p, move, wish, now))
  const sale = parcels.some(p => p.replaces === null)
  // Which of several it was is said by its number.
  const several = order.parcels.some(p => p.state !== 'dropped' && !parcels.some(m => m.id === p.id))
  const note = several && move !== 'pack' ? (parcels[0]?.tracking ?? null) : null
  const timeline = words.map(what => ({ what: sale ? what : `replacement_${what}`, note }))
  return ok({
    move,
    parcels,
    change: { parcels, timeline, ...(wish.action === 'receive' && sale && { received: true as const }) },
  })
}

function moved(p: Parcel, move: ParcelAction, wish: ParcelWish, now: Date): Parcel {
  const next = parcelMachine.next(p.state, move)
  if (!next.ok) throw new Error(next.message)
  const sent = move === 'ship' ? { carrier: wish.carrier ?? '', tracking: wish.tracking ?? null, shippedAt: now } : {}
  return { ...p, ...sent, ...(move === 'deliver' && { deliveredAt: now }), state: next.value }
}

/** Parcels that this step leads on; of one id, or all. */
function waitingFor(o: Order, move: ParcelAction, id: string | undefined): Result<Parcel[], 'not_found' | 'wrong_state'> {
  const known = o.parcels.filter(p => id === undefined || p.id === id)
  if (id !== undefined && known.length === 0) return refuse('not_found', 'No such parcel')
  const ready = known.filter(p => parcelMachine.can(p.state, move))
  if (ready.length === 0) return refuse('wrong_state', `Can't ${move} now`, { action: move, states: known.map(p => p.state) })
  return ok(ready)
}

/** A new parcel of these pieces, or of all that is in none yet; replacements that wait are packed with the rest, apart. */
function packedNow(o: Order, pieces: readonly Pieces[] | undefined, now: Date): Result<Parcel[], 'quantity_invalid'> {
  const wanted = pieces ?? o.lines.map(l => ({ line: l.id, quantity: unpacked(o, l) })).filter(p => p.quantity > 0)
  const bad = badPieces(wanted, line => {
    const l = o.lines.find(x => x.id === line)
    return l ? unpacked(o, l) : 0
  })
  if (bad) return refuse('quantity_invalid', 'There are not so many pieces left to pack', { line: bad })
  const fresh: Parcel = {
    id: newId('parcel', now),
    state: parcelMachine.start,
    contents: wanted.map(p => ({ line: p.line, quantity: p.quantity, variant: null })),
    replaces: null,
    carrier: null,
    tracking: null,
    shippedAt: null,
    deliveredAt: null,
  }
  const replacements = pieces ? [] : o.parcels.filter(p => p.state === 'planned')
  return ok([...(wanted.length > 0 ? [fresh] : []), ...replacements])
}

import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, newId, ok, type Result, refuse } from '#base/kernel'
import { actOn } from './act.ts'
import type { Order } from './order.ts'
import { orderEvent } from './order-events.ts'
import { returnMachine } from './order-states.ts'
import { badPieces, keptOf, type Pieces } from './parcels.ts'
import { type Return, type ReturnKind, type ReturnReason, reasonRules } from './return.ts'
import type { Accounts } from './roles.ts'
import { writeStatus } from './write-status.ts'

export interface ReturnWish {
  /** The buyer's own words. */
  readonly reason: string
  readonly code?: ReturnReason | undefined
  readonly kind?: ReturnKind | undefined
  /** All that was kept when it is missing. */
  readonly pieces?: readonly Pieces[] | undefined
  readonly photos?: readonly Id<'media'>[] | undefined
  /** For an exchange: what instead, of the same product. */
  readonly variant?: Id<'variant'> | undefined
  readonly key?: string | undefined
}
export type ReturnRefused = 'not_found' | 'forbidden' | 'wrong_state' | 'quantity_invalid' | 'invalid_request'
/** Whether all of these media are this person's own; only their owner may show them to a shop. */
export type OwnMedia = (person: Id<'person'>, media: readonly Id<'media'>[]) => Promise<boolean>

/** The buyer asks to give something back, within the days that the shop named. The words stay here; the log gets the reason's code. */
export async function requestReturn(
  house: House,
  doors: { accounts: Accounts; ownMedia: OwnMedia },
  caller: Caller,
  id: string,
  wish: ReturnWish,
): Promise<Result<Order, ReturnRefused>> {
  const photos = wish.photos ?? []
  const own = photos.length === 0 || (await doors.ownMedia(caller.person, photos))
  return actOn<Order, ReturnRefused>(
    house,
    doors.accounts,
    caller,
    { id, action: 'request_return', key: wish.key },
    async ({ trx, order, now }) => {
      if (!own) return refuse('invalid_request', 'These pictures are not yours', { fields: { photos: ['not yours'] } })
      const asked = returnOf(order, wish, now)
      if (!asked.ok) return asked
      const timeline = [{ what: 'return_requested', note: wish.reason.slice(0, 400) }]
      const written = await writeStatus(trx, order, { returned: asked.value, timeline }, now)
      await house.log.append(trx, [
        { name: 'return.requested', ...orderEvent(order, now), data: { shop: order.shop.id, reason: asked.value.reason } },
      ])
      return ok(written)
    },
  )
}

function returnOf(o: Order, wish: ReturnWish, now: Date): Result<Return, 'quantity_invalid' | 'invalid_request'> {
  const [kind, reason] = [wish.kind ?? 'return', wish.code ?? 'other']
  const kept = o.lines.map(l => ({ line: l.id, quantity: keptOf(o, l) })).filter(p => p.quantity > 0)
  const pieces = wish.pieces ?? kept
  const bad = pieces.length === 0 ? '' : badPieces(pieces, line => kept.find(p => p.line === line)?.quantity ?? 0)
  if (bad !== null) return refuse('quantity_invalid', 'There are not so many pieces to give back', { line: bad })
  if (reasonRules[reason].claimOnly && kind !== 'claim')
    return refuse('invalid_request', 'What is missing can’t be sent back', { fields: { kind: ['must be claim'] } })
  const products = new Set(o.lines.filter(l => pieces.some(p => p.line === l.id)).map(l => l.product))
  if (wish.variant && (kind !== 'exchange' || products.size !== 1))
    return refuse('invalid_request', 'Another variant is for an exchange of one product', { fields: { variant: ['not here'] } })
  return ok({
    id: newId('returns', now),
    kind,
    state: returnMachine.start,
    reason,
    words: wish.reason,
    photos: wish.photos ?? [],
    pieces,
    variant: wish.variant ?? null,
    refusal: null,
    carrier: null,
    tracking: null,
    outcome: null,
    asked: now,
  })
}

import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Refusal, type Result, refuse } from '#base/kernel'
import { type Checked, checkDraft, type OfferRule } from './check-draft.ts'
import { codeFree } from './create-offer.ts'
import type { OfferState } from './offer.ts'
import { ownGoods } from './own-goods.ts'
import type { Room } from './room.ts'
import {
  deleteUnused,
  endOverdue,
  type OfferRow,
  type OfferTables,
  readOffer,
  updateOffer,
  updateState,
  writeItems,
} from './store.ts'
import { writeGone, writeVersion } from './versions.ts'
import { offerToWire } from './view.ts'

/** The offer, for those who may change it. Strangers are refused alike whether it exists or not. */
export async function ownOffer(room: Room, caller: Caller, id: string): Promise<Result<OfferRow, ErrorCode>> {
  if (!caller.member) return refuse('sign_in_required', 'Sign in first')
  const offer = await readOffer(room.db, id, room.house.clock.now())
  if (!offer || !room.doors.accounts.may(caller, 'offer.manage', { shop: offer.shop }).ok)
    return refuse('not_found', 'There is no such promotion')
  return ok(offer)
}
/** The editor gets what is there now, to merge their change into it. */
const conflict = (offer: OfferRow): Refusal<'version_conflict'> =>
  refuse('version_conflict', 'Somebody else has changed this promotion', { offer: offerToWire(offer) })
const ended = refuse('wrong_state', 'A promotion that was ended stays as it is')

/** Everything but the kind can change until it was ended; never below what is used. Orders keep the amounts that they were placed with. */
export async function changeOffer(
  room: Room,
  caller: Caller,
  id: string,
  change: OfferRule & { version: number },
): Promise<Result<OfferRow, ErrorCode>> {
  const found = await ownOffer(room, caller, id)
  if (!found.ok) return found
  const offer = found.value
  if (offer.state === 'ended') return ended
  if (offer.version !== change.version) return conflict(offer)
  const checked = checkDraft(offer.kind, change, offer.layer === 'live_flash')
  if (!checked.ok) return checked
  const below = belowUsed(offer, checked.value)
  if (below) return below
  const items = await ownGoods(room, offer.shop, checked.value)
  if (!items.ok) return items
  const { fields } = checked.value
  const written = await guarded(() =>
    codeFree(() =>
      room.house.db.transaction<OfferTables, boolean>(async trx => {
        if (fields.code && fields.code !== offer.code) await endOverdue(trx, offer.shop, fields.code, room.house.clock.now())
        if (!(await updateOffer(trx, id, change.version, fields))) return false
        await writeItems(trx, id, items.value)
        await writeVersion(trx, id, room.house.clock.now())
        return true
      }),
    ),
  )
  if (!written.ok) return written
  const now = (await readOffer(room.db, id, room.house.clock.now())) as OfferRow
  return written.value ? ok(now) : conflict(now)
}

const tooLow = (field: string): Refusal<'offer_invalid'> =>
  refuse('offer_invalid', 'More than that is used already', { field, used: true })
function belowUsed(offer: OfferRow, { fields, items }: Checked): Refusal<'offer_invalid'> | null {
  if (fields.uses_limit !== null && fields.uses_limit < offer.uses) return tooLow('uses')
  if (fields.budget !== null && fields.budget < offer.spent) return tooLow('budget')
  const kept = new Map(items.map(i => [i.variant, i]))
  const less = (i: OfferRow['items'][number]) => {
    const now = kept.get(i.variant)
    return !now || (now.pieces_limit !== null && now.pieces_limit < i.pieces)
  }
  return offer.items.some(i => i.pieces > 0 && less(i)) ? tooLow('items') : null
}
/** A checkout came between the look and the write: the CHECK says so. */
async function guarded<T, C extends string>(write: () => Promise<Result<T, C>>): Promise<Result<T, C | 'offer_invalid'>> {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code !== '23514') throw error
    return tooLow('uses')
  }
}

/** Paused and going on as often as one likes; ended is the end. */
export async function setOfferState(
  room: Room,
  caller: Caller,
  id: string,
  wish: { version: number; state: OfferState },
): Promise<Result<OfferRow, ErrorCode>> {
  const found = await ownOffer(room, caller, id)
  if (!found.ok) return found
  const offer = found.value
  if (offer.state === wish.state) return ok(offer)
  if (offer.state === 'ended') return ended
  const written = await room.house.db.transaction<OfferTables, boolean>(async trx => {
    const done = await updateState(trx, id, wish.version, offer.state, wish.state)
    if (done) await writeVersion(trx, id, room.house.clock.now())
    return done
  })
  const now = (await readOffer(room.db, id, room.house.clock.now())) as OfferRow
  return written ? ok(now) : conflict(now)
}

export async function deleteOffer(room: Room, caller: Caller, id: Id<'offer'>): Promise<Result<{ ok: true }, ErrorCode>> {
  const found = await ownOffer(room, caller, id)
  if (!found.ok) return found
  const gone = await room.house.db.transaction<OfferTables, boolean>(async trx => {
    const done = await deleteUnused(trx, id)
    if (done) await writeGone(trx, id, room.house.clock.now())
    return done
  })
  return gone ? ok({ ok: true }) : refuse('offer_in_use', 'A checkout has used this promotion; end it instead')
}

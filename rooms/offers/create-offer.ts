import type { Caller, ErrorCode } from '#base/http'
import { type Id, newId, ok, type Result, refuse } from '#base/kernel'
import { checkDraft, type OfferDraft } from './check-draft.ts'
import { ownGoods } from './own-goods.ts'
import type { Room } from './room.ts'
import { countOpen, endOverdue, insertOffer, type OfferRow, type OfferTables, readOffer, writeItems } from './store.ts'
import { writeVersion } from './versions.ts'

/** A shop has at most this many offers that have not ended: a basket is priced against all of them. */
const mostOpen = 200

export async function createOffer(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  draft: OfferDraft,
): Promise<Result<OfferRow, ErrorCode>> {
  const may = room.doors.accounts.may(caller, 'offer.manage', { shop })
  if (!may.ok) return may
  const checked = checkDraft(draft.kind, draft)
  if (!checked.ok) return checked
  const { fields } = checked.value
  const facts = await room.doors.accounts.shop(shop)
  if (!facts) return refuse('not_found', 'There is no such shop')
  const items = await ownGoods(room, shop, checked.value)
  if (!items.ok) return items
  const now = room.house.clock.now()
  if ((await countOpen(room.db, shop, now)) >= mostOpen)
    return refuse('too_many_offers', `At most ${mostOpen} promotions that have not ended`, { most: mostOpen })
  const id = newId('offer', now)
  const own = { id, shop, kind: draft.kind, currency: facts.currency, created: now, created_by: caller.person }
  const written = await codeFree(() =>
    room.house.db.transaction<OfferTables, void>(async trx => {
      if (fields.code) await endOverdue(trx, shop, fields.code, now)
      await insertOffer(trx, { ...fields, ...own })
      await writeItems(trx, id, items.value)
      await writeVersion(trx, id, now)
    }),
  )
  return written.ok ? ok((await readOffer(room.db, id, now)) as OfferRow) : written
}

/** Two offers that would hold one code at a time: the second is refused by the index, whoever came first. */
export async function codeFree<T>(write: () => Promise<T>): Promise<Result<T, 'offer_code_taken'>> {
  try {
    return ok(await write())
  } catch (error) {
    const { code, constraint = '' } = error as { code?: string; constraint?: string }
    if (code !== '23505' || !constraint.includes('code')) throw error
    return refuse('offer_code_taken', 'Another promotion of this shop has this code', { field: 'code' })
  }
}

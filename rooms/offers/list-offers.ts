import type { Caller, ErrorCode } from '#base/http'
import { decodeCursor, type Id, ok, type Page, pageOf, type Result, refuse } from '#base/kernel'
import type { Standing } from './offer.ts'
import type { Room } from './room.ts'
import { listOffers, listRunning, type OfferRow } from './store.ts'

export interface OfferListWish {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  readonly standing?: Standing | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}
/** A shop's promotions, the latest start first; with `from` and `to` those that hold at some time between. */
export async function listShopOffers(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  wish: OfferListWish,
): Promise<Result<Page<OfferRow>, ErrorCode>> {
  const may = room.doors.accounts.may(caller, 'offer.manage', { shop })
  if (!may.ok) return may
  const after = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 2)
  if (wish.cursor !== undefined && (after === null || typeof after[0] !== 'number'))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const limit = wish.limit ?? 24
  const rows = await listOffers(
    room.db,
    shop,
    {
      standing: wish.standing ?? null,
      from: wish.from ? new Date(wish.from) : null,
      to: wish.to ? new Date(wish.to) : null,
      after,
      limit: limit + 1,
    },
    room.house.clock.now(),
  )
  return ok(
    pageOf(
      rows,
      limit,
      r => [r.starts.getTime(), r.id],
      r => r,
    ),
  )
}

/** What holds now for everybody who buys there, at most 50, the soonest to end first; codes are told to nobody. */
export async function runningOffers(
  room: Room,
  shop: Id<'shop'>,
  wish: { product?: string | undefined; market?: string | undefined },
): Promise<OfferRow[]> {
  const product = wish.product ? (await room.doors.catalog.products([wish.product as Id<'product'>])).get(wish.product) : null
  if (wish.product && product?.shop !== shop) return []
  const about = { product: wish.product ?? null, category: product?.category ?? null, market: wish.market?.toUpperCase() ?? null }
  return listRunning(room.db, shop, { ...about, limit: 50 }, room.house.clock.now())
}

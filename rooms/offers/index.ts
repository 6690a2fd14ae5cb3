/** Offers: promotions of shops; what they take off a basket, and that nobody gets more of them than there is. */
import { migrationsIn } from '#base/db'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import type { Id, Page, Result } from '#base/kernel'
import { apply } from './apply.ts'
import { changeOffer, deleteOffer, ownOffer, setOfferState } from './change-offer.ts'
import type { OfferDraft, OfferRule } from './check-draft.ts'
import { type ClaimRefused, claimAgain, claimOffers, consumeClaim, type Frozen, releaseClaim } from './claim-offers.ts'
import { expiredClaims } from './claim-store.ts'
import { createOffer } from './create-offer.ts'
import { listShopOffers, type OfferListWish, runningOffers } from './list-offers.ts'
import type { Basket, OfferState, Priced } from './offer.ts'
import { type Preview, type PreviewWish, previewOffer } from './preview-offer.ts'
import type { PricePoint } from './public-price.ts'
import { readOffersFor } from './read-basket.ts'
import { type OfferDoors, openRoom } from './room.ts'
import type { OfferRow } from './store.ts'
import { subscribe } from './subscribers.ts'
import { type PublicWish, publicPrices } from './versions.ts'

export type { ClaimRefused } from './claim-offers.ts'
export { type Applied, type Basket, type BasketLine, type CodeRefusal, codeKey, type Part, type Priced } from './offer.ts'
export type { OfferDoors } from './room.ts'
export { offersRoutes } from './routes.ts'
export { type LayerName, stacking } from './stacking.ts'
export { wire as offersWire } from './wire.ts'
export const offersMigrations = migrationsIn('offers', new URL('./migrations/', import.meta.url))

export interface Offers {
  /**
   * What the shop's offers take off a basket, by the stacking order of stacking.ts; whole minor units of the basket's currency, never more
   * than the goods or the delivery cost. Nothing is held by it. At most two statements. The person changes it only by what they have used
   * of offers with a per-person limit.
   */
  price(basket: Basket): Promise<Priced>
  /**
   * Takes what these prices use (of several shops: all of them at once), all or nothing. It replaces the checkout's earlier claim, and the
   * same call twice is once; also the way to hold longer. `details.offer` of a refusal says which; the earlier claim then still stands.
   */
  claim(
    checkout: Id<'checkout'>,
    person: Id<'person'>,
    priced: Priced | readonly Priced[],
    expires: Date,
  ): Promise<Result<void, ClaimRefused>>
  /** Takes again what a claim had when it was let go, all or nothing, or holds it longer; for money that comes late. */
  claimAgain(checkout: Id<'checkout'>, expires: Date): Promise<Result<void, ClaimRefused>>
  /** Gives a held claim back, with `overdueAt` only one past its time; true when this call did it. What is consumed stays. */
  release(checkout: Id<'checkout'>, overdueAt?: Date): Promise<boolean>
  /**
   * A held claim is used for good, though its time may have passed; true when this call did it. What it has used then is what the
   * checkout is `frozen` with (what was claimed, when it is missing), whatever was claimed by a change that came to nothing.
   */
  consume(checkout: Id<'checkout'>, frozen?: readonly Frozen[]): Promise<boolean>
  /**
   * What one piece cost the public over time, by variant: prices as they were asked less the offers that were for everybody then, by the
   * table in public-price.ts. Each line begins where `asked` does. One statement. No person can be named.
   */
  publicPrices(wish: PublicWish): Promise<Map<string, PricePoint[]>>
  /** Checkouts whose claim is past its time and not yet released, longest first; at most `limit` (200). */
  expired(now: Date, limit?: number): Promise<Id<'checkout'>[]>
  start(): Promise<void>
  readonly desk: OfferDesk
}
/** What the routes of this room do; other rooms have no use for it. */
export interface OfferDesk {
  list(caller: Caller, shop: Id<'shop'>, wish: OfferListWish): Promise<Result<Page<OfferRow>, ErrorCode>>
  show(caller: Caller, id: string): Promise<Result<OfferRow, ErrorCode>>
  create(caller: Caller, shop: Id<'shop'>, draft: OfferDraft): Promise<Result<OfferRow, ErrorCode>>
  change(caller: Caller, id: string, change: OfferRule & { version: number }): Promise<Result<OfferRow, ErrorCode>>
  setState(caller: Caller, id: string, wish: { version: number; state: OfferState }): Promise<Result<OfferRow, ErrorCode>>
  remove(caller: Caller, id: Id<'offer'>): Promise<Result<{ ok: true }, ErrorCode>>
  preview(caller: Caller, shop: Id<'shop'>, wish: PreviewWish): Promise<Result<Preview, ErrorCode>>
  running(shop: Id<'shop'>, wish: { product?: string | undefined; market?: string | undefined }): Promise<OfferRow[]>
}

export function createOffers(house: House, doors: OfferDoors): Offers {
  const room = openRoom(house, doors)
  return {
    price: async basket => apply(basket, await readOffersFor(room.db, basket)),
    claim: (checkout, person, priced, expires) =>
      claimOffers(room, { checkout, person, expires }, 'lines' in priced ? [priced] : priced),
    claimAgain: (checkout, expires) => claimAgain(room, checkout, expires),
    release: (checkout, overdueAt) => releaseClaim(room, checkout, overdueAt ?? null),
    consume: (checkout, frozen) => consumeClaim(room, checkout, frozen),
    publicPrices: wish => publicPrices(room.db, wish),
    expired: (now, limit = 200) => expiredClaims(room.db, now, limit),
    start: () => subscribe(room),
    desk: {
      list: (caller, shop, wish) => listShopOffers(room, caller, shop, wish),
      show: (caller, id) => ownOffer(room, caller, id),
      create: (caller, shop, draft) => createOffer(room, caller, shop, draft),
      change: (caller, id, change) => changeOffer(room, caller, id, change),
      setState: (caller, id, wish) => setOfferState(room, caller, id, wish),
      remove: (caller, id) => deleteOffer(room, caller, id),
      preview: (caller, shop, wish) => previewOffer(room, caller, shop, wish),
      running: (shop, wish) => runningOffers(room, shop, wish),
    },
  }
}

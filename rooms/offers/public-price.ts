import { type Currency, type Id, type Money, money } from '#base/kernel'
import { apply } from './apply.ts'
import type { Offer, OfferKind } from './offer.ts'

/** A price and since when it is asked. */
export interface PricePoint {
  readonly at: Date
  readonly price: Money
}
/** An offer as it stood since then, and whether only so many can have it. */
export interface Version {
  readonly at: Date
  readonly offer: Offer
  readonly limited: boolean
}

/**
 * Which offers are part of the public price of a piece: what anybody gets who buys one, without knowing or having anything. Where a
 * merchant promises the difference (price protection), these can make a price "fall", and nothing else can.
 *
 * What is left out is what shops that make the promise leave out: offers for a limited number, coupons, bundles and gifts (so hmv.ca, "Price
 * adjustment"; its adjustment, too, is to the price paid). A flash price for any number of pieces stays in: otherwise a shop could lower a
 * price for everybody and call it a flash.
 */
export const publicRules: Readonly<Record<OfferKind, { readonly counts: boolean; readonly reason: string }>> = {
  percent: { counts: true, reason: 'every piece costs so much less' },
  flash: {
    counts: true,
    reason: 'a price of a piece for everybody while it lasts; on air, or for a number of pieces, it is not (below)',
  },
  fixed: { counts: false, reason: 'an amount off an order, however many pieces: no price of one' },
  buy_get: { counts: false, reason: 'hangs on how many are bought' },
  free_shipping: { counts: false, reason: 'is of the delivery, not of the goods' },
}
/** What takes an offer of any kind out. */
export const publicLimits = [
  { out: (v: Version) => v.offer.code !== null, reason: 'a code has to be known' },
  { out: (v: Version) => v.offer.minimum !== null, reason: 'hangs on what else is bought' },
  { out: (v: Version) => v.limited, reason: 'only so many can have it: who comes later never could' },
  { out: (v: Version) => v.offer.layer === 'live_flash', reason: 'is for who watches the show' },
  {
    out: (v: Version) => v.offer.kind === 'flash' && v.offer.perPerson !== null,
    reason: 'of several pieces only some would have had it',
  },
] as const satisfies readonly { out: (v: Version) => boolean; reason: string }[]

export const isPublic = (v: Version): boolean => publicRules[v.offer.kind].counts && !publicLimits.some(l => l.out(v))

export interface PublicGoods {
  readonly shop: Id<'shop'>
  readonly market: string
  readonly currency: Currency
  readonly variant: Id<'variant'>
  readonly product: Id<'product'>
  readonly category: string
}

/**
 * The public price of one piece over time: what is asked less the public offers of that moment, by the stacking order. `asked` in time order,
 * `versions` in the order in which they were written. Begins with `asked`; whole minor units. Pure: no person can be named to it.
 */
export function publicLine(
  goods: PublicGoods,
  asked: readonly PricePoint[],
  versions: readonly Version[],
  until: Date,
): PricePoint[] {
  const first = asked[0]
  if (!first) return []
  const ofOffers = versions.flatMap(v => [v.at, v.offer.starts, ...(v.offer.ends ? [v.offer.ends] : [])])
  const times = [...asked.map(p => p.at), ...ofOffers].map(t => t.getTime())
  const within = [...new Set(times)].filter(t => t >= first.at.getTime() && t <= until.getTime()).sort((a, b) => a - b)
  const line: PricePoint[] = []
  // The public offers of that moment: of each the last version that was written by then.
  const offers = new Map<string, Offer>()
  const written = versions.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  let next = 0
  for (const time of within) {
    const at = new Date(time)
    for (let v = written[next]; v && v.at <= at; v = written[++next]) {
      offers.delete(v.offer.id)
      if (v.offer.state === 'active' && isPublic(v)) offers.set(v.offer.id, v.offer)
    }
    const price = asked.filter(p => p.at <= at).at(-1)?.price
    if (!price) continue
    const low = priceOf(goods, price, at, [...offers.values()])
    if (low.minor !== line.at(-1)?.price.minor) line.push({ at, price: low })
  }
  return line
}

function priceOf(g: PublicGoods, unit: Money, at: Date, offers: readonly Offer[]): Money {
  const line = { variant: g.variant, product: g.product, category: g.category, quantity: 1, unit }
  const basket = { shop: g.shop, market: g.market, currency: g.currency, at, codes: [], shipping: money(0n, g.currency) }
  const off = apply({ ...basket, lines: [line] }, offers).lines[0]?.discount.minor ?? 0n
  return money(unit.minor - off, g.currency)
}

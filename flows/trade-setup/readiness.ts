import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Shop } from '#rooms/accounts'
import { markets, rateLasts } from '#rooms/prices'
import type { LawToday, Requirement, WayIn } from '#rooms/trade'
import type { SetupDoors } from './product-facts.ts'

export type Way = Shop['delivery'][number]['way']
export type Clocked = Pick<House, 'clock'>
export interface ShopReady {
  readonly market: string
  readonly territory: string | null
  readonly currency: string
  readonly ready: boolean
  readonly ways: Way[]
  readonly requirements: (Omit<Requirement, 'missing'> & { missing: string[] })[]
  readonly modes: (Omit<WayIn, 'closedBy'> & { closedBy: string[] })[]
  readonly law: LawToday[]
}

export const waysTo = (shop: Shop, market: string): Way[] => [
  ...new Set(shop.delivery.filter(d => d.countries.includes(market)).map(d => d.way)),
]

/** What a shop needs for a market: a way to send there, law that holds today, registrations, a rate. Reasons stand in the requirements. */
export async function shopReady(
  house: Clocked,
  d: SetupDoors,
  caller: Caller,
  id: Id<'shop'>,
  market: string,
): Promise<Result<ShopReady, ErrorCode>> {
  const may = d.accounts.may(caller, 'trade.manage', { shop: id })
  if (!may.ok) return may
  const shop = await d.accounts.shop(id)
  if (!shop) return refuse('not_found', 'No such shop')
  if (!/^[A-Z]{2}$/.test(market)) return refuse('market_unknown', 'A country as two capitals', { market })
  const ways = waysTo(shop, market)
  const wish = { from: shop.country, market, ways, now: house.clock.now() }
  const [setup, rate] = await Promise.all([d.trade.setup(id, wish), rateOf(house, d, shop, market)])
  const delivery: Requirement = {
    code: 'delivery',
    ok: ways.length > 0,
    missing: ways.length > 0 ? [] : [market],
    optional: false,
  }
  const all = [delivery, rate, ...setup.requirements].map(r => ({ ...r, missing: [...r.missing] }))
  return ok({
    market,
    territory: setup.territory,
    currency: markets[market] ?? shop.currency,
    ready: all.every(r => r.ok || r.optional) && isOpen(setup.ways),
    ways,
    requirements: all,
    modes: setup.ways.map(w => ({ ...w, closedBy: [...w.closedBy] })),
    law: [...setup.law],
  })
}
/** Of the ways that the shop offers at least one is not closed; where no border is crossed there are none to close. */
const isOpen = (ways: readonly WayIn[]): boolean => ways.length === 0 || ways.some(w => w.offered && w.closedBy.length === 0)

/** Taxes are paid in the market's currency, so without a rate of this week nothing can be sold across the border. */
async function rateOf(house: Clocked, d: SetupDoors, shop: Shop, market: string): Promise<Requirement> {
  const currency = markets[market]
  const pair = `${shop.currency}/${currency}`
  if (!currency || currency === shop.currency) return { code: 'prices', ok: true, missing: [], optional: false }
  const rate = (await d.prices.rates()).find(r => r.from === shop.currency && r.to === currency)
  const fresh = rate !== undefined && house.clock.now().getTime() - rate.at.getTime() <= rateLasts
  return { code: 'prices', ok: fresh, missing: fresh ? [] : [pair], optional: false }
}

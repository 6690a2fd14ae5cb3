import type { Accounts, ShopCard } from '#rooms/accounts'
import type { Catalog } from '#rooms/catalog'
import type { Prices } from '#rooms/prices'
import type { ProductCard, Search } from '#rooms/search'

export interface HomeDoors {
  readonly accounts: Pick<Accounts, 'shops'>
  readonly catalog: Pick<Catalog, 'list'>
  readonly prices: Pick<Prices, 'lowered'>
  readonly search: Pick<Search, 'cards'>
}
export interface MallHome {
  readonly fresh: ProductCard[]
  readonly lowered: ProductCard[]
  readonly shops: ShopCard[]
}
const shelf = 12

/**
 * The mall's first shelves, the same for everybody: what is new, what became cheaper (only where a struck price may stand beside it,
 * prices/struck.ts), and the shops of the newest products. An empty shelf is empty; none is filled with something else.
 */
export async function mallHome(doors: HomeDoors): Promise<MallHome> {
  const [newest, lowered] = await Promise.all([doors.catalog.list({ limit: 100 }), doors.prices.lowered(shelf * 2)])
  const cards = await doors.search.cards([...new Set([...newest.ids, ...lowered])])
  const there = (ids: readonly string[]) => ids.flatMap(id => cards.get(id) ?? [])
  const shops = [...new Set(there(newest.ids).map(c => c.shop.id))].slice(0, shelf)
  const found = await doors.accounts.shops(shops)
  return {
    fresh: there(newest.ids).slice(0, shelf),
    lowered: there(lowered)
      .filter(c => c.struck && c.available > 0)
      .slice(0, shelf),
    shops: shops.flatMap(id => found.get(id) ?? []),
  }
}

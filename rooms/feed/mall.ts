import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { decodeCursor, encodeCursor, type Id, newId, ok, type Result, refuse } from '#base/kernel'
import type { Catalog } from '#rooms/catalog'
import type { Prices } from '#rooms/prices'
import type { ProductCard, Search } from '#rooms/search'
import type { Brain } from './brain.ts'

export interface MallDoors {
  readonly catalog: Pick<Catalog, 'list'>
  readonly prices: Pick<Prices, 'productPrices'>
  readonly search: Pick<Search, 'cards'>
}
export interface MallWish {
  readonly category?: string
  readonly shop?: Id<'shop'>
  readonly sort?: 'for_you' | 'new' | 'price_up' | 'price_down'
  readonly cursor?: string
  readonly limit?: number
}
export interface MallPage {
  readonly request: Id<'request'> | null
  readonly items: ProductCard[]
  readonly next: string | null
}

/** Sorting by price looks at this many products; a catalogue above it is told so in the README, and sorts in search at scale. */
const sortedAtMost = 1000
/** The recommender opens the window; behind it comes everything else, newest first. */
const windowSize = 24

export async function mallPage(
  house: House,
  brain: Brain,
  doors: MallDoors,
  caller: Caller,
  wish: MallWish,
): Promise<Result<MallPage, ErrorCode>> {
  const limit = wish.limit ?? 24
  const key = wish.cursor === undefined ? [0] : decodeCursor(wish.cursor, 1)
  const offset = key?.[0]
  if (typeof offset !== 'number' || !Number.isInteger(offset) || offset < 0)
    return refuse('invalid_cursor', 'That cursor is not one of ours')
  const all = await everything(doors, wish)
  const request = newId('request', house.clock.now())
  const sort = wish.sort ?? 'for_you'
  const ordered = sort === 'for_you' ? await forYou(house, brain, caller, request, all) : await sorted(doors, sort, all)
  const ids = ordered.slice(offset, offset + limit)
  const cards = await doors.search.cards(ids)
  return ok({
    request: sort === 'for_you' ? request : null,
    items: ids.flatMap(id => cards.get(id) ?? []),
    next: ordered.length > offset + limit ? encodeCursor([offset + limit]) : null,
  })
}

async function everything(doors: MallDoors, wish: MallWish): Promise<Id<'product'>[]> {
  const ids: Id<'product'>[] = []
  let after: string | null = null
  do {
    const page: { ids: readonly Id<'product'>[]; next: string | null } = await doors.catalog.list({
      shop: wish.shop,
      category: wish.category,
      after: after ?? undefined,
      limit: 200,
    })
    ids.push(...page.ids)
    after = page.next
  } while (after !== null && ids.length < sortedAtMost)
  return ids
}

/** The catalogue lists the newest first. */
async function sorted(doors: MallDoors, by: 'new' | 'price_up' | 'price_down', all: Id<'product'>[]): Promise<Id<'product'>[]> {
  if (by === 'new') return all
  const prices = await doors.prices.productPrices(all)
  const sign = by === 'price_up' ? 1n : -1n
  return all
    .filter(id => prices.get(id)?.from)
    .sort((a, b) => Number(sign * ((prices.get(a)?.from?.minor ?? 0n) - (prices.get(b)?.from?.minor ?? 0n))) || (a < b ? -1 : 1))
}

async function forYou(
  house: House,
  brain: Brain,
  caller: Caller,
  request: Id<'request'>,
  all: Id<'product'>[],
): Promise<Id<'product'>[]> {
  const slate = await brain.ask({
    kind: 'recommend',
    request: {
      person: caller.person,
      n: windowSize,
      now: house.clock.now().getTime(),
      scene: 'mall',
      language: caller.language,
      profiling: caller.personalised,
      request,
    },
  })
  const first = slate.slots.map(s => s.item as Id<'product'>).filter(id => all.includes(id))
  const opened = new Set<string>(first)
  return [...first, ...all.filter(id => !opened.has(id))]
}

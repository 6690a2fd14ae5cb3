import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { decodeCursor, encodeCursor, type Id, newId, ok, type Page, type Result, refuse } from '#base/kernel'
import type { PersonCard, ShopCard } from '#rooms/accounts'
import type { PostTile } from '#rooms/content'
import { cardsOf, type ProductCard } from './cards.ts'
import { subscribe } from './indexer.ts'
import type { Room, SearchDoors } from './room.ts'
import { complete, type EntryKind, findIds, type Phrase } from './store.ts'
import { queryLevels } from './tokens.ts'

export interface SearchWish {
  readonly words: string
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  readonly category?: string | undefined
}
/** Words over products, posts and people, in Chinese, Japanese and English; and the one place that makes product cards. */
export interface Search {
  products(caller: Caller, wish: SearchWish): Promise<Result<Page<ProductCard>, ErrorCode>>
  posts(caller: Caller, wish: SearchWish): Promise<Result<Page<PostTile>, ErrorCode>>
  people(caller: Caller, wish: SearchWish): Promise<Result<Page<{ person: PersonCard; shop: ShopCard | null }>, ErrorCode>>
  suggest(words: string): Promise<Phrase[]>
  /** Cards of live products; others are missing. */
  cards(products: readonly Id<'product'>[]): Promise<Map<string, ProductCard>>
  start(): Promise<void>
}
/** Nobody pages further than this by hand. */
const deepest = 500

export function createSearch(house: House, doors: SearchDoors): Search {
  const room: Room = { house, doors }
  const db = house.db.tables<unknown>()

  /** The strictest level that finds anything; later pages stay on it. */
  async function find(
    caller: Caller,
    kind: EntryKind,
    wish: SearchWish,
  ): Promise<Result<{ rows: { id: string; shop: string | null }[]; next: string | null }, 'invalid_cursor'>> {
    const limit = wish.limit ?? 24
    const key = wish.cursor === undefined ? null : decodeCursor(wish.cursor, 2)
    const [level, offset] = key ?? [0, 0]
    if ((wish.cursor !== undefined && key === null) || !isCount(level) || !isCount(offset))
      return refuse('invalid_cursor', 'That cursor is not one of ours')
    const levels = queryLevels(wish.words)
    for (let at = level; at < levels.length; at++) {
      const rows = await findIds(db, { kind, query: levels[at] as string, category: wish.category, offset, limit: limit + 1 })
      if (rows.length === 0 && offset === 0 && at + 1 < levels.length) continue
      if (offset === 0) await performed(caller, rows.length)
      const more = rows.length > limit && offset + limit < deepest
      return ok({ rows: rows.slice(0, limit), next: more ? encodeCursor([at, offset + limit]) : null })
    }
    return ok({ rows: [], next: null })
  }
  async function performed(caller: Caller, results: number): Promise<void> {
    const at = house.clock.now()
    await house.log.append(db, [
      {
        name: 'search.performed',
        at,
        person: caller.person,
        session: caller.session,
        subject: { kind: 'search', id: newId('request', at) },
        data: { results },
      },
    ])
  }

  return {
    async products(caller, wish) {
      const found = await find(caller, 'product', wish)
      if (!found.ok) return found
      const cards = await cardsOf(
        room,
        found.value.rows.map(r => r.id as Id<'product'>),
      )
      return ok({ items: found.value.rows.flatMap(r => cards.get(r.id) ?? []), next: found.value.next })
    },
    async posts(caller, wish) {
      const found = await find(caller, 'post', wish)
      if (!found.ok) return found
      const ids = found.value.rows.map(r => r.id as Id<'post'>)
      const [tiles, hidden] = await Promise.all([
        doors.content.tiles(ids),
        doors.moderation.hidden(ids.map(id => ({ kind: 'post' as const, id }))),
      ])
      return ok({ items: ids.flatMap(id => (hidden.has(`post:${id}`) ? [] : (tiles.get(id) ?? []))), next: found.value.next })
    },
    async people(caller, wish) {
      const found = await find(caller, 'person', wish)
      if (!found.ok) return found
      const { rows } = found.value
      const [people, shops] = await Promise.all([
        doors.accounts.people(rows.map(r => r.id)),
        doors.accounts.shops(rows.flatMap(r => r.shop ?? [])),
      ])
      return ok({
        items: rows.flatMap(r =>
          people.has(r.id) ? [{ person: people.get(r.id) as PersonCard, shop: (r.shop && shops.get(r.shop)) || null }] : [],
        ),
        next: found.value.next,
      })
    },
    suggest: words => complete(db, words.trim(), 8),
    cards: products => cardsOf(room, products),
    start: async () => void (await subscribe(room)),
  }
}
const isCount = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n >= 0 && n <= deepest

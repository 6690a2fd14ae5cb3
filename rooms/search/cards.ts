import type { Static } from 'typebox'
import { type Id, toWire } from '#base/kernel'
import type { Room } from './room.ts'
import type { productCard } from './wire.ts'

export type ProductCard = Static<typeof productCard>

/** Product cards for every surface, in one round of batched reads however many there are. Only live products have one. */
export async function cardsOf({ doors }: Room, ids: readonly Id<'product'>[]): Promise<Map<string, ProductCard>> {
  if (ids.length === 0) return new Map()
  const unique = [...new Set(ids)]
  const [products, ratings, hidden] = await Promise.all([
    doors.catalog.products(unique),
    doors.reviews.ratings(unique),
    doors.moderation.hidden(unique.map(id => ({ kind: 'product' as const, id }))),
  ])
  const live = [...products.values()].filter(p => p.state === 'live' && !hidden.has(`product:${p.id}`))
  const prices = await doors.prices.pricesOf(live)
  const shops = await doors.accounts.shops([...new Set(live.map(p => p.shop))])
  const cards = new Map<string, ProductCard>()
  for (const p of live) {
    const shop = shops.get(p.shop)
    if (!shop) continue
    const price = prices.get(p.id)
    const rating = ratings.get(p.id)
    const picture = p.pictures[0]
    cards.set(p.id, {
      id: p.id,
      shop,
      name: p.name,
      picture: picture?.url.replace(/full\.webp$/, 'card.webp') ?? null,
      thumbhash: picture?.thumbhash ?? null,
      price: price?.from ? toWire(price.from) : null,
      struck: price?.struck ? toWire(price.struck) : null,
      rating: rating?.mean ?? null,
      ratings: rating?.count ?? 0,
      available: Math.min(
        99,
        p.variants.reduce((n, v) => n + v.available, 0),
      ),
      variant: price?.variant ?? null,
    })
  }
  return cards
}

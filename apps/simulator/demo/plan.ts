import { type DemoProduct, demoProduct, demoProducts } from './products.ts'
import { type DemoPerson, demoPeople } from './roster.ts'
import { opinions } from './talk/reviews.ts'

/** An order of the history: who buys what in which round, and what they say in the end. */
export interface PlannedOrder {
  readonly key: string
  readonly buyer: DemoPerson
  readonly product: DemoProduct
  readonly variant: string
  readonly quantity: number
  readonly round: number
  readonly stars: number
  readonly text: string
}

export const rounds = 3
const hash = (text: string): number => [...text].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261)

/** The taste that fits best among those who speak the language and have not bought it; who has bought least, when equal. */
function buyerOf(
  product: DemoProduct,
  language: string,
  taken: ReadonlySet<string>,
  bought: ReadonlyMap<string, number>,
): DemoPerson {
  const score = (p: DemoPerson) =>
    p.likes.filter(l => product.tags.includes(l)).length * 2 -
    (bought.get(p.handle) ?? 0) * 0.8 +
    (hash(p.handle + product.key) % 100) / 100
  const able = demoPeople.filter(p => p.language === language && !taken.has(p.handle))
  return able.reduce((best, p) => (score(p) > score(best) ? p : best))
}

/** Every opinion belongs to somebody who bought the thing: a review needs an order. */
export const plannedOrders: readonly PlannedOrder[] = (() => {
  const bought = new Map<string, number>()
  return demoProducts.flatMap(product => {
    const taken = new Set<string>()
    const inStock = Object.entries(product.variants).filter(([, [, , pieces]]) => pieces > 0)
    return (opinions[product.key] ?? []).map(([language, stars, text], i): PlannedOrder => {
      const buyer = buyerOf(product, language, taken, bought)
      taken.add(buyer.handle)
      bought.set(buyer.handle, (bought.get(buyer.handle) ?? 0) + 1)
      const key = `${product.key}:${i}`
      const variant = (inStock[hash(key) % Math.min(2, inStock.length)] as (typeof inStock)[number])[0]
      return { key, buyer, product, variant, quantity: 1, round: hash(key) % rounds, stars, text }
    })
  })
})()

/** How far an order that is still open has come, or how it ended. */
export type Until =
  | 'paid'
  | 'packed'
  | 'shipped'
  | 'delivered'
  | 'received'
  | 'cancelled'
  | 'return_asked'
  | 'returned'
  | 'part_refunded'

const ends: readonly (readonly [Until, ...string[]])[] = [
  ['returned', 'suzu-tumbler', 'mino-fan'],
  ['return_asked', 'toyo-briefcase', 'ai-scarf', 'hida-duck'],
  ['part_refunded', 'kaga-dorayaki', 'hagi-bowl'],
  ['received', 'yuzu-soap', 'hida-blocks', 'sumi-seal', 'awaji-cones'],
  ['delivered', 'mino-lamp', 'suzu-guinomi', 'uji-genmaicha', 'toyo-pouch'],
  ['cancelled', 'sakai-yanagiba', 'toyo-basket', 'hagi-vase'],
  ['shipped', 'uji-hojicha', 'hagi-vase', 'yuzu-cream', 'hida-kendama', 'toyo-wallet'],
  ['packed', 'hagi-bowl', 'kaga-konpeito', 'sakai-petty', 'awaji-sticks'],
  ['paid', 'ai-tenugui', 'hagi-plate', 'hagi-cup', 'kaga-yokan', 'mino-boxes', 'suzu-masu', 'hida-rainbow', 'yuzu-oil'],
]
export const openOrderPlan: readonly {
  readonly key: string
  readonly buyer: DemoPerson
  readonly product: DemoProduct
  readonly until: Until
}[] = ends.flatMap(([until, ...keys]) =>
  keys.map(key => ({
    key: `${until}:${key}`,
    buyer: demoPeople[hash(until + key) % demoPeople.length] as DemoPerson,
    product: demoProduct(key),
    until,
  })),
)

import type { Id, Language, Money, Texts } from '#base/kernel'
import type { TestHouse } from '#testing/house'
import { createNotices, type Notices } from './index.ts'
import type { NoticeDoors, NoticePorts, Room } from './room.ts'
import type { Db } from './store.ts'

/** Other rooms as notices see them, in memory. */
export interface World {
  readonly prices: Map<string, Money>
  readonly variants: Map<string, { product: Id<'product'>; available: number; choice: Texts[] }>
  readonly staff: Map<string, { person: Id<'person'>; role: 'owner' | 'staff' }[]>
  readonly checkouts: Map<string, { order: Id<'order'>; shop: Id<'shop'> }[]>
  readonly members: Map<string, { name: string; email: string; language: Language }>
}
export function noticesOn(house: TestHouse): { notices: Notices; room: Room; world: World } {
  const world: World = { prices: new Map(), variants: new Map(), members: new Map(), staff: new Map(), checkouts: new Map() }
  const accounts: NoticeDoors['accounts'] = {
    people: async ids =>
      new Map(
        ids.flatMap(id => {
          const m = world.members.get(id)
          return m ? [[id, { id, handle: m.name.toLowerCase(), name: m.name, picture: null, creator: false }] as const] : []
        }),
      ),
    contact: async person => world.members.get(person) ?? null,
    staffOf: async shop => world.staff.get(shop) ?? [],
  }
  const ports: NoticePorts = {
    letterFor: async () => null,
    products: async ids =>
      new Map(
        ids.filter(id => world.prices.has(id)).map(id => [id, { name: { en: 'Hagi cup', ja: '萩焼の湯呑み' }, picture: null }]),
      ),
    posts: async ids => new Map(ids.map(id => [id, { caption: 'Third firing', poster: '/media/x' }])),
    ordersOf: async checkout => world.checkouts.get(checkout) ?? [],
    order: async () => ({ number: 'E-1001', shop: { en: 'Kiln' }, picture: null }),
    price: async product => world.prices.get(product) ?? null,
    variant: async id => world.variants.get(id) ?? null,
    askFrom: async (_, delivered) => new Date(delivered.getTime() + 3 * 86_400_000),
  }
  const doors = { accounts }
  return {
    notices: createNotices(house, doors, ports),
    room: { house, db: house.db.tables<unknown>() as Db, doors, ports },
    world,
  }
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewEvent } from '#base/catalogue'
import { type Id, newId, type Texts } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createSearch, type Search, searchMigrations } from './index.ts'

let house: TestHouse
let search: Search
const caller = callerOf()
const shop = newId('shop', new Date(1))
const card = {
  id: shop,
  slug: 'kiln',
  name: { en: 'Hagi Asagama', ja: '萩・朝窯' },
  picture: null,
  country: 'JP',
  owner: newId('person', new Date(1)),
}
const products = new Map<string, { id: Id<'product'>; name: Texts; state: string; tags: string[] }>()
const hidden = new Set<string>()
const only = <T>(ids: readonly string[], from: ReadonlyMap<string, T>) =>
  Promise.resolve(new Map(ids.flatMap(id => (from.has(id) ? [[id, from.get(id) as T] as const] : []))))
const doors = {
  accounts: { people: async () => new Map(), shops: async () => new Map([[shop as string, card]]) },
  catalog: {
    products: async (ids: string[]) =>
      new Map(
        [...(await only(ids, products))].map(([id, p]) => [
          id,
          {
            ...p,
            shop,
            category: 'ceramics',
            description: {},
            specs: [],
            variants: [],
            pictures: [],
            publishedAt: new Date(1),
            created: new Date(1),
          },
        ]),
      ),
  },
  content: { posts: async () => new Map(), tiles: async () => new Map() },
  moderation: {
    hidden: async (s: { kind: string; id: string }[]) => new Set(s.map(x => `${x.kind}:${x.id}`).filter(k => hidden.has(k))),
  },
  prices: { pricesOf: async () => new Map() },
  reviews: { ratings: async () => new Map() },
} as unknown as Parameters<typeof createSearch>[1]

async function publish(name: Texts, tags: string[] = []): Promise<Id<'product'>> {
  const id = newId('product', house.clock.now())
  products.set(id, { id, name, state: 'live', tags })
  await say(id, 'product.published')
  return id
}
async function say(id: string, name: 'product.published' | 'product.changed' | 'product.removed'): Promise<void> {
  await house.log.append(house.db.tables(), [
    { name, at: house.clock.now(), person: null, subject: { kind: 'product', id }, data: {} } as unknown as NewEvent,
  ])
  await house.log.flush()
}
const found = async (words: string): Promise<string[]> => {
  const page = await search.products(caller, { words })
  if (!page.ok) throw new Error(page.message)
  return page.value.items.map(i => i.id)
}
let cup: string
let tea: string
beforeAll(async () => {
  house = await testHouse({ migrations: searchMigrations })
  search = createSearch(house, doors)
  await search.start()
  cup = await publish({ en: 'Hagi cup', ja: '萩焼の湯呑み', zh: '萩烧茶杯' }, ['hagi', 'うつわ'])
  tea = await publish({ en: 'First-flush sencha', ja: '一番茶 煎茶', zh: '头茶煎茶' }, ['sencha'])
  await publish({ en: 'Indigo tote', ja: '藍染のトート', zh: '蓝染托特包' })
  for (let i = 0; i < 50 && (await found('tote')).length === 0; i++) await new Promise(resolve => setTimeout(resolve, 40))
})
afterAll(() => house.close())

test.each([
  ['cup'],
  ['cups'],
  ['HAGI'],
  ['Ｈａｇｉ'],
  ['湯呑み'],
  ['湯呑'],
  ['萩焼'],
  ['茶杯'],
  ['萩烧'],
  ['うつわ'],
  ['朝窯 湯呑み'],
  ['hag'],
])('%s finds the cup', async words => {
  expect(await found(words)).toContain(cup)
})
test('two characters of Chinese find what holds them, and one character too', async () => {
  expect(await found('煎茶')).toEqual([tea])
  expect(await found('茶')).toEqual(expect.arrayContaining([tea, cup]))
})
test('all words are wanted before any word is enough', async () => {
  expect(await found('hagi cup')).toEqual([cup])
  expect(await found('cup unfindableword')).toEqual([cup])
})
test.each([
  ["'"],
  ['"; drop table x; --'],
  ['a & b | !c'],
  ['<->'],
  ['()'],
  ['\\'],
  ['🙂🙂'],
  ['！？。、'],
  ['%_'],
  ['x'.repeat(100)],
  ['的'.repeat(100)],
  [':*'],
])('the query %j is no error', async words => {
  expect((await search.products(caller, { words })).ok).toBe(true)
  expect(Array.isArray(await search.suggest(words))).toBe(true)
})
test('what is off sale or hidden by moderation is not found', async () => {
  const gone = await publish({ en: 'Vanishing jar' })
  const banned = await publish({ en: 'Vanishing bowl' })
  for (let i = 0; i < 50 && (await found('vanishing')).length < 2; i++) await new Promise(resolve => setTimeout(resolve, 40))
  hidden.add(`product:${banned}`)
  products.get(gone)!.state = 'archived'
  await say(gone, 'product.removed')
  for (let i = 0; i < 50 && (await found('vanishing')).length > 0; i++) await new Promise(resolve => setTimeout(resolve, 40))
  expect(await found('vanishing')).toEqual([])
})
test('completions come from what can be found, as it is written', async () => {
  expect((await search.suggest('hag')).map(s => s.shown)).toEqual(expect.arrayContaining(['Hagi cup', 'hagi']))
  expect((await search.suggest('煎')).length + (await search.suggest('头茶')).length).toBeGreaterThan(0)
})
test('a forged cursor is refused', async () => {
  expect(await search.products(caller, { words: 'cup', cursor: 'zzz' })).toMatchObject({ ok: false, code: 'invalid_cursor' })
})

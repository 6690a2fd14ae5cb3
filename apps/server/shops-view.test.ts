import { afterAll, beforeAll, expect, test } from 'vitest'
import { buyOne, openShop, password, type ShopWorld } from '#testing/shop-world'
import { type WholeServer, wholeServer } from '#testing/whole-server'
import { statementsOf } from '../../rooms/accounts/testing.ts'
import { Api } from '../simulator/api.ts'

/** The operators' list of shops, on the whole server. */
let server: WholeServer
let url: string
let operator: Api
let world: ShopWorld
let aya: Api
const others = ['amber', 'birch', 'cedar', 'dahlia']

interface Listed {
  id: string
  slug: string
  owner: { name: string }
  suspended: boolean
  products: number
  orders: number
  refunded: number
}
type Page = { items: Listed[]; next: string | null }
const page = (query = '') => operator.get<Page>(`/v1/shops${query}`)
const slugs = async (words: string) => (await page(`?words=${encodeURIComponent(words)}`)).items.map(s => s.slug)
const kiln = async () => (await page('?words=kiln')).items[0] as Listed

beforeAll(async () => {
  server = await wholeServer()
  url = server.url
  operator = await server.operator()
  world = await openShop(url)
  const kilnShop = (await world.merchant.get<object>(`/v1/shops/kiln`)) as Record<string, unknown>
  const { id: _i, owner: _o, opened: _d, picture: _p, cover: _c, ...draft } = kilnShop
  for (const slug of others) {
    server.house.clock.advance(1000)
    const owner = await Api.join(url, `${slug}@example.org`, password, `Owner ${slug}`, `own_${slug}`)
    await owner.post('/v1/shops', { ...draft, slug, name: { en: `House of ${slug}`, ja: `${slug}の家` } })
  }
  aya = await Api.join(url, 'aya@example.org', password, 'Aya', 'aya')
})
afterAll(() => server?.close())

test('operators alone see the list; it comes the newest first, in pages that meet each shop once', async () => {
  for (const stranger of [aya, world.merchant]) await expect(stranger.get('/v1/shops')).rejects.toThrow(/403/)
  await expect(Api.guest(url).then(g => g.get('/v1/shops'))).rejects.toThrow(/401/)
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const { items, next } = await page(`?limit=2${cursor && `&cursor=${cursor}`}`)
    seen.push(...items.map(s => s.slug))
    if (!next) break
    cursor = encodeURIComponent(next)
  }
  expect(seen).toEqual([...others].reverse().concat('kiln'))
  await expect(page('?cursor=x')).rejects.toThrow(/invalid_cursor/)
})

test('a shop is found by its name in any language, its address, and its owner’s name or handle; a name of a language finds none', async () => {
  expect(await slugs('窯')).toEqual(['kiln'])
  expect(await slugs('house of')).toEqual([...others].reverse())
  expect(await slugs('cedar')).toEqual(['cedar'])
  expect(await slugs('Naoko')).toEqual(['kiln'])
  expect(await slugs('own_birch')).toEqual(['birch'])
  for (const nothing of ['100%', 'ja', '"en"']) expect(await slugs(nothing)).toEqual([])
})

test('it counts what is on sale, what was paid, and what of that had money given back; an unpaid checkout counts for nothing', async () => {
  expect(await kiln()).toMatchObject({ owner: { name: 'Naoko' }, products: 1, orders: 0, refunded: 0, suspended: false })
  const first = await buyOne(aya, world.variant)
  await buyOne(aya, world.variant)
  await aya.post('/v1/checkouts', { lines: [{ variant: world.variant, quantity: 1 }] })
  expect(await kiln()).toMatchObject({ orders: 2, refunded: 0 })
  await world.merchant.post(`/v1/orders/${first.order}/refund`, { reason: 'Broken', amount: { minor: '100', currency: 'JPY' } })
  expect(await kiln()).toMatchObject({ orders: 2, refunded: 1 })
  expect((await page('?words=cedar')).items[0]).toMatchObject({ products: 0, orders: 0, refunded: 0 })
})

test('a shop is suspended and opened again with a reason, the list says so at once, and both stand in the audit', async () => {
  const decide = (action: 'remove' | 'restore') =>
    operator.post('/v1/moderation/decisions', {
      subject: { kind: 'shop', id: world.shop },
      action,
      reason: 'counterfeit',
      explanation: 'Copies of a known maker',
    })
  await decide('remove')
  expect((await kiln()).suspended).toBe(true)
  await decide('restore')
  expect((await kiln()).suspended).toBe(false)
  const { items } = await operator.get<{ items: { action: string; about: string; detail: string }[] }>('/v1/audit?limit=2')
  expect(items).toMatchObject([
    { action: 'account.restored', about: world.shop, detail: '{"reason":"counterfeit"}' },
    { action: 'account.suspended', about: world.shop, detail: '{"reason":"counterfeit"}' },
  ])
})

test('operators read who works in any shop', async () => {
  expect(await operator.get('/v1/shops/cedar/staff')).toMatchObject({
    items: [{ person: { name: 'Owner cedar' }, role: 'owner' }],
  })
})

test('a page takes three statements, however many shops stand on it', async () => {
  const ask = (limit: number) => server.app.inject({ url: `/v1/shops?limit=${limit}`, headers: operator.headers() })
  expect((await ask(1)).statusCode).toBe(200)
  for (const limit of [1, 50]) expect(await statementsOf(server.house, () => ask(limit))).toBe(3)
})

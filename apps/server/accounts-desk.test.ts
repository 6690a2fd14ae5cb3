import { afterAll, beforeAll, expect, test } from 'vitest'
import { buyOne, openShop, password, post, type ShopWorld } from '#testing/shop-world'
import { type WholeServer, wholeServer } from '#testing/whole-server'
import { Api } from '../simulator/api.ts'
import { barredWhileSuspended } from './suspended.ts'

/** What operators see of accounts, end and suspend, on the whole server. */
let server: WholeServer
let url: string
let operator: Api
let world: ShopWorld
let aya: Api
let film: string

beforeAll(async () => {
  server = await wholeServer()
  url = server.url
  operator = await server.operator()
  world = await openShop(url)
  film = await post(world.merchant, 'navy', {
    caption: 'Third firing #hagi',
    products: [world.product],
    shop: world.shop,
    disclosure: 'own_product',
  })
  aya = await Api.join(url, 'aya@example.org', password, 'Aya', 'aya')
  await buyOne(aya, world.variant)
})
afterAll(() => server?.close())
const decide = (kind: 'person' | 'shop', id: string, action: 'remove' | 'restore', by = operator) =>
  by.post('/v1/moderation/decisions', { subject: { kind, id }, action, reason: 'spam', explanation: 'Many complaints' })
async function remove(by: Api, path: string): Promise<void> {
  const reply = await fetch(`${url}${path}`, { method: 'DELETE', headers: by.headers() })
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
}
const found = (path: string) => operator.get<{ items: { id: string }[] }>(path).then(r => r.items.map(i => i.id))
const guestSees = async (path: string) => {
  const guest = await Api.guest(url)
  return JSON.stringify(await guest.get(path))
}

test('operators find people by name, handle, address or shop, and see roles and counts but nothing of what was bought or written', async () => {
  for (const words of ['Aya', 'aya@example', '@aya'.slice(1)])
    expect(await found(`/v1/people?words=${encodeURIComponent(words)}`)).toEqual([aya.person])
  expect(await found('/v1/people?words=kiln')).toEqual([world.merchant.person])
  const account = await operator.get(`/v1/people/${aya.person}/account`)
  expect(account).toEqual({ operator: false, creator: false, suspended: false, shops: [], sessions: 2, orders: 1, posts: 0 })
  expect(await operator.get(`/v1/people/${world.merchant.person}/account`)).toMatchObject({
    shops: [{ shop: world.shop, role: 'owner', suspended: false }],
    posts: 1,
  })
  await expect(operator.get('/v1/people/per_000000zzzzzzzz/account')).rejects.toThrow(/404/)
})

test('nobody but an operator sees an account, ends its sessions or suspends it', async () => {
  await expect(aya.get(`/v1/people/${world.merchant.person}/account`)).rejects.toThrow(/403/)
  await expect(remove(aya, `/v1/people/${world.merchant.person}/sessions`)).rejects.toThrow(/403/)
  await expect(decide('person', world.merchant.person, 'remove', aya)).rejects.toThrow(/403/)
  await expect(decide('person', operator.person, 'remove')).rejects.toThrow(/own_subject/)
})

test('all sessions of somebody end at once, and it stands in the audit', async () => {
  const before = await Api.member(url, 'aya@example.org', password)
  await remove(operator, `/v1/people/${aya.person}/sessions`)
  for (const ended of [aya, before]) await expect(ended.get('/v1/me')).rejects.toThrow(/401/)
  aya = await Api.member(url, 'aya@example.org', password)
  const { items } = await operator.get<{ items: object[] }>('/v1/audit?action=sessions.ended')
  expect(items).toMatchObject([{ about: aya.person, by: { name: 'Operator' } }])
})

test('a suspended person reads, exports and appeals, and does not post, buy or comment until they are restored', async () => {
  const deeds = () => [
    aya.post(`/v1/posts/${film}/comments`, { text: 'x' }),
    aya.post('/v1/posts', { caption: 'x', products: [] }),
    aya.put(`/v1/cart/${world.variant}`, { quantity: 1 }),
    aya.post('/v1/checkouts', { lines: [{ variant: world.variant, quantity: 1 }] }),
  ]
  await decide('person', aya.person, 'remove')
  for (const deed of deeds()) await expect(deed).rejects.toThrow(/403.*suspended/)
  expect(await operator.get(`/v1/people/${aya.person}/account`)).toMatchObject({ suspended: true })
  await aya.get('/v1/feed')
  await aya.get('/v1/me/export')
  expect(await aya.get('/v1/me/decisions')).toMatchObject({
    items: [{ decision: { explanation: 'Many complaints' }, holds: true }],
  })
  const subject = { kind: 'person', id: aya.person }
  await aya.post('/v1/moderation/appeals', { subject, text: 'It was not me' })
  await decide('person', aya.person, 'restore')
  await aya.post(`/v1/posts/${film}/comments`, { text: 'Thank you' })
  const { items } = await operator.get<{ items: { action: string }[] }>('/v1/audit')
  expect(items.slice(0, 2).map(i => i.action)).toEqual(['account.restored', 'account.suspended'])
})

test('a suspended shop is hidden from the feed, the mall and the search with all it made, and comes back', async () => {
  const places = ['/v1/feed?after=now', '/v1/mall', '/v1/search/products?words=cup', '/v1/search/posts?words=firing']
  const shown = async () => {
    await server.house.log.flush()
    return Promise.all(places.map(async p => [p, /pst_|prd_/.test(await guestSees(p))]))
  }
  const all = (on: boolean) => places.map(p => [p, on])
  await expect.poll(shown, { timeout: 10_000 }).toEqual(all(true))
  await decide('shop', world.shop, 'remove')
  await expect.poll(shown, { timeout: 10_000 }).toEqual(all(false))
  await expect(Api.guest(url).then(g => g.get(`/v1/posts/${film}`))).rejects.toThrow(/404/)
  await decide('shop', world.shop, 'restore')
  await expect.poll(shown, { timeout: 10_000 }).toEqual(all(true))
})

test('every route that is barred while suspended is one that there is', async () => {
  const { paths } = (await (await fetch(`${url}/v1/openapi.json`)).json()) as { paths: Record<string, object> }
  const known = new Set(
    Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map(m => `${m.toUpperCase()} ${path}`)),
  )
  expect([...barredWhileSuspended].filter(route => !known.has(route))).toEqual([])
})

test('the overview of the console costs at most 12 statements', async () => {
  const boss = await server.rooms.accounts.callerFor(operator.person as never)
  await server.house.log.flush()
  const before = server.house.db.statements()
  expect((await server.rooms.health.view(boss)).ok).toBe(true)
  expect((await server.rooms.moderation.waiting(boss)).ok).toBe(true)
  expect((await server.rooms.insights.loop(boss, null, 28)).ok).toBe(true)
  const statements = server.house.db.statements() - before
  console.log(`overview: ${statements} statements`)
  expect(statements).toBeGreaterThan(0)
  expect(statements).toBeLessThanOrEqual(12)
})

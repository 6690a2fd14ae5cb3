import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Route } from '#base/http'
import { withDatabase } from '#testing/house'
import { startServer, type TestServer } from '#testing/server'
import { address, openShop, password, post, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'
import { wires } from './wires.ts'

/** What a guest does here is theirs after they sign up, and goes into the account when they sign in to one: nothing is lost. */
let server: TestServer
let world: ShopWorld
let film: string
let soldOut: { product: string; variant: string }

beforeAll(async () => {
  const admin = new pg.Client(inject('postgres'))
  await admin.connect()
  const name = `merge_${randomUUID().slice(0, 8)}`
  await admin.query(`create database ${name}`)
  await admin.end()
  server = await startServer({ databaseUrl: withDatabase(inject('postgres'), name), args: ['--empty'] })
  world = await openShop(server.url)
  film = await post(world.merchant, 'navy', {
    caption: 'Third firing #hagi',
    products: [world.product],
    shop: world.shop,
    disclosure: 'own_product',
  })
  soldOut = { product: world.product, variant: world.variant }
}, 120_000)
afterAll(() => server?.stop())

type Left = (api: Api, made: Record<string, string>) => Promise<unknown>
interface Thing {
  /** Routes that leave it. */
  readonly routes: readonly string[]
  /** What the guest does. */
  readonly act: Left
  /** What must be the same for the account afterwards. */
  readonly read: Left
}
const ids = (list: { items: { id: string }[] }) => list.items.map(i => i.id)
const other = () => world.merchant.person

const things: Readonly<Record<string, Thing>> = {
  like: {
    routes: ['PUT /v1/posts/{id}/like', 'DELETE /v1/posts/{id}/like'],
    act: api => api.put(`/v1/posts/${film}/like`, {}),
    read: async api => ids(await api.get('/v1/me/likes')),
  },
  saves: {
    routes: [
      'PUT /v1/posts/{id}/save',
      'DELETE /v1/posts/{id}/save',
      'PUT /v1/products/{id}/save',
      'DELETE /v1/products/{id}/save',
    ],
    act: async api => {
      await api.put(`/v1/posts/${film}/save`, {})
      await api.put(`/v1/products/${world.product}/save`, {})
    },
    read: async api => ids(await api.get('/v1/me/saves')).sort(),
  },
  collections: {
    routes: [
      'POST /v1/me/collections',
      'PATCH /v1/me/collections/{id}',
      'DELETE /v1/me/collections/{id}',
      'PUT /v1/me/saves/{subject}/collection',
    ],
    act: async api => {
      const { id } = await api.post<{ id: string }>('/v1/me/collections', { name: 'Gifts' })
      await api.put(`/v1/me/saves/${film}/collection`, { collection: id })
    },
    read: async api =>
      (await api.get<{ items: { name: string; count: number; cover: object }[] }>('/v1/me/collections')).items.map(c => [
        c.name,
        c.count,
        c.cover,
      ]),
  },
  follow: {
    routes: ['PUT /v1/people/{id}/follow', 'DELETE /v1/people/{id}/follow'],
    act: api => api.put(`/v1/people/${other()}/follow`, {}),
    read: async api => ids(await api.get('/v1/me/follows')),
  },
  block: {
    routes: ['PUT /v1/people/{id}/block', 'DELETE /v1/people/{id}/block'],
    act: async (api, made) => {
      const troll = await Api.guest(server.url)
      await troll.post('/v1/sign-up', { email: `${troll.person}@example.org`, password, name: 'T' })
      made.troll = troll.person
      await api.put(`/v1/people/${troll.person}/block`, {})
    },
    read: async (api, made) => (await api.get<{ iBlock: boolean }>(`/v1/people/${made.troll}/standing`)).iBlock,
  },
  orders: {
    routes: [
      'POST /v1/checkouts',
      'PUT /v1/checkouts/{id}/address',
      'PATCH /v1/checkouts/{id}',
      'POST /v1/checkouts/{id}/pay',
      'DELETE /v1/checkouts/{id}',
      'POST /v1/payments/{id}/check',
      'POST /v1/payments/{id}/confirm',
      'POST /v1/orders/{id}/receive',
      'POST /v1/orders/{id}/cancel',
      'POST /v1/orders/{id}/return-request',
      'POST /v1/orders/{id}/returns/{returned}/withdraw',
      'POST /v1/orders/{id}/returns/{returned}/send-back',
      'POST /v1/orders/{id}/parcels/{parcel}/receive',
      'POST /v1/orders/{id}/cancel-lines',
      'POST /v1/orders/{id}/price-protection',
      'PUT /v1/orders/{id}/address',
      'POST /v1/pulses',
      'POST /v1/reviews',
    ],
    act: async (api, made) => {
      const { id } = await api.post<{ id: string }>('/v1/checkouts', { lines: [{ variant: world.variant, quantity: 1 }] })
      const { total } = await api.put<{ total: object }>(`/v1/checkouts/${id}/address`, address)
      const paid = await api.post<{ orders: { id: string; lines: { id: string }[] }[] }>(`/v1/checkouts/${id}/pay`, {
        method: 'test_card',
        outcome: 'approve',
        expectedTotal: total,
      })
      made.order = paid.orders[0]!.id
      await world.merchant.post(`/v1/orders/${made.order}/pack`)
      await world.merchant.post(`/v1/orders/${made.order}/ship`, { carrier: 'Yamato', tracking: '1' })
      await world.merchant.post(`/v1/orders/${made.order}/deliver`)
      await until(() => api.post('/v1/reviews', { line: paid.orders[0]!.lines[0]!.id, stars: 4, text: 'Warm in the hand' }))
    },
    read: async api => [
      ids(await api.get('/v1/me/orders')),
      ids(await api.get('/v1/me/reviews')),
      (await api.get<{ items: { line: string }[] }>('/v1/me/review-asks')).items.map(a => a.line),
    ],
  },
  alerts: {
    routes: [
      'PUT /v1/products/{id}/price-alert',
      'DELETE /v1/products/{id}/price-alert',
      'PUT /v1/variants/{id}/restock-alert',
      'DELETE /v1/variants/{id}/restock-alert',
    ],
    act: api => api.put(`/v1/products/${soldOut.product}/price-alert`),
    read: async api => (await api.get<{ items: object[] }>('/v1/me/alerts')).items,
  },
  notices: {
    routes: ['PUT /v1/me/notices/{id}/read', 'POST /v1/me/notices/read'],
    act: api => until(async () => expect((await api.get<{ items: object[] }>('/v1/me/notices')).items.length).toBe(4)),
    read: async api =>
      (await api.get<{ items: { id: string; kind: string }[] }>('/v1/me/notices')).items.map(n => [n.id, n.kind]),
  },
  cart: {
    routes: ['PUT /v1/cart/{variant}', 'DELETE /v1/cart/{variant}'],
    act: api => api.put(`/v1/cart/${world.variant}`, { quantity: 2 }),
    read: async api => (await api.get<{ count: number }>('/v1/cart')).count,
  },
  noticeSettings: {
    routes: ['PUT /v1/me/notice-settings/{kind}'],
    act: api => api.put('/v1/me/notice-settings/follower', { app: false, mail: false }),
    read: api => api.get('/v1/me/notice-settings'),
  },
  taste: {
    routes: [
      'POST /v1/events',
      'DELETE /v1/me/taste',
      'DELETE /v1/me/taste/{tag}',
      'PUT /v1/posts/{id}/not-interested',
      'DELETE /v1/posts/{id}/not-interested',
    ],
    act: api => until(async () => expect(await tastes(api)).toContain('hagi')),
    read: tastes,
  },
}
async function tastes(api: Api): Promise<string[]> {
  return (await api.get<{ tags: { tag: string }[] }>('/v1/me/taste')).tags.map(t => t.tag)
}

/** What a guest can do that leaves nothing of theirs behind, and why. */
const leavesNothing: Readonly<Record<string, string>> = {
  'PATCH /v1/me': 'language and personalisation: the account’s own word counts; signing up keeps them (identity.test.ts)',
  'POST /v1/sign-up': 'the way in',
  'POST /v1/sign-in': 'the way in',
  'POST /v1/sign-out': 'the way out',
  'POST /v1/tokens': 'a token merges nothing',
  'POST /v1/guests': 'a new guest',
  'POST /v1/password-resets': 'no guest’s',
  'POST /v1/password-resets/{token}': 'no guest’s',
  'POST /v1/setup/{token}': 'the first operator',
  'POST /v1/orders/{id}/refund-preview': 'a question; it changes nothing',
  'POST /v1/reports': 'the reporter is told to nobody; moderation.test.ts holds that it merges',
  'PUT /v1/media/{id}/captions/{language}': 'media are a member’s',
  'POST /v1/edits': 'a medium like an upload; rooms/media/edits.test.ts holds that it and its material merge',
  'POST /v1/moderation/appeals': 'of what a guest made; appeals.test.ts holds that it merges',
  'POST /v1/shares': 'a link leads on whoever made it; social merges its row',
  'POST /v1/shares/{id}/opened': 'an event',
  'PUT /v1/checkouts/{id}/buyer-identity': 'kept by checkout; rooms/trade/identity.test.ts holds that it merges',
  'POST /v1/customs/receipts': 'customs’, by signature',
  'POST /v1/customs/payment-data': 'customs’',
}

async function until<T>(ask: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++)
    try {
      return await ask()
    } catch (error) {
      if (i === 60) throw error
      await new Promise(resolve => setTimeout(resolve, 250))
    }
}
async function visitor(): Promise<{ guest: Api; made: Record<string, string>; before: Record<string, unknown> }> {
  const guest = await Api.guest(server.url)
  const made: Record<string, string> = {}
  for (const thing of Object.values(things)) await thing.act(guest, made)
  const before: Record<string, unknown> = {}
  for (const [name, thing] of Object.entries(things)) before[name] = await thing.read(guest, made)
  return { guest, made, before }
}

test('everything that a guest can do is either proven to survive or is known to leave nothing', () => {
  const open = wires.flatMap(w =>
    Object.entries(w.table as Record<string, Route>).flatMap(([key, r]) =>
      (r.who === 'guest' || r.who === 'anyone') && !key.startsWith('GET ') ? [key] : [],
    ),
  )
  const known = [...Object.values(things).flatMap(t => t.routes), ...Object.keys(leavesNothing)]
  expect(open.filter(key => !known.includes(key))).toEqual([])
  expect(known.filter(key => !open.includes(key))).toEqual([])
})

test('a guest who signs up keeps all of it', { timeout: 120_000 }, async () => {
  const { guest, made, before } = await visitor()
  await guest.post('/v1/sign-up', { email: 'new@example.org', password, name: 'New' })
  const member = await Api.member(server.url, 'new@example.org', password)
  expect(member.person).toBe(guest.person)
  for (const [name, thing] of Object.entries(things)) expect(await thing.read(member, made), name).toEqual(before[name])
})

test('a guest who signs in to an account brings all of it along', { timeout: 120_000 }, async () => {
  const old = await Api.guest(server.url)
  await old.post('/v1/sign-up', { email: 'old@example.org', password, name: 'Old' })
  const { guest, made, before } = await visitor()
  await guest.post('/v1/sign-in', { email: 'old@example.org', password })
  const member = await Api.member(server.url, 'old@example.org', password)
  expect(member.person).not.toBe(guest.person)
  for (const [name, thing] of Object.entries(things))
    await until(async () => expect(await thing.read(member, made), name).toEqual(before[name]))
})

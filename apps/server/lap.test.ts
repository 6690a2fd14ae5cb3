import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withDatabase } from '#testing/house'
import { startServer, type TestServer } from '#testing/server'
import { address, openShop, password, post } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** The whole lap by the public API of a real server: real clips, real checkout, and the lineage at the end. */
let server: TestServer
beforeAll(async () => {
  const admin = new pg.Client(inject('postgres'))
  await admin.connect()
  const name = `lap_${randomUUID().slice(0, 8)}`
  await admin.query(`create database ${name}`)
  await admin.end()
  server = await startServer({ databaseUrl: withDatabase(inject('postgres'), name), args: ['--empty'] })
})
afterAll(() => server?.stop())

interface Slide {
  id: string
  slot: { request: string; index: number }
  products: { card: { id: string } }[]
}
const feed = (api: Api, query = '') => api.get<{ slides: Slide[]; position: string }>(`/v1/feed${query}`)
const sourceOf = (s: Slide) => ({ request: s.slot.request, slot: s.slot.index, post: s.id })
const event = (name: string, kind: string, id: string, data: object, source?: object) => ({
  id: randomUUID(),
  name,
  subject: { kind, id },
  data,
  ...(source && { source }),
})

async function buy(api: Api, variant: string, source: object): Promise<{ order: string; line: string }> {
  const checkout = await api.post<{ id: string }>('/v1/checkouts', { lines: [{ variant, quantity: 1, source }] })
  const { total } = await api.put<{ total: object }>(`/v1/checkouts/${checkout.id}/address`, address)
  const paid = await api.post<{ state: string; orders: { id: string; lines: { id: string }[] }[] }>(
    `/v1/checkouts/${checkout.id}/pay`,
    { method: 'test_card', outcome: 'approve', expectedTotal: total },
  )
  expect(paid.state).toBe('paid')
  return { order: paid.orders[0]!.id, line: paid.orders[0]!.lines[0]!.id }
}
async function within<T>(seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < seconds * 5; i++) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error(`nothing within ${seconds} s`)
}

test('a film leads to an order, the order to a buyer’s clip, the clip to somebody else’s order, and the lineage is there', {
  timeout: 120_000,
}, async () => {
  const { merchant, shop, product, variant } = await openShop(server.url)
  const film = await post(merchant, 'navy', {
    caption: 'Third firing #hagi',
    products: [product],
    shop,
    disclosure: 'own_product',
  })

  const aya = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  const slide = await within(10, async () => (await feed(aya)).slides.find(s => s.id === film))
  await aya.put(`/v1/posts/${film}/like`, { source: sourceOf(slide) })
  await aya.post('/v1/events', {
    events: [
      event('post.impression', 'post', film, { ms: 2500 }),
      event('post.viewed', 'post', film, { ms: 3900, durationMs: 4000, exit: 'product' }, sourceOf(slide)),
      event('reviews.read', 'product', product, { ms: 4000, count: 0 }, sourceOf(slide)),
      event('price_history.viewed', 'product', product, { ms: 2000 }, sourceOf(slide)),
    ],
  })
  const first = await buy(aya, variant, sourceOf(slide))
  await merchant.post(`/v1/orders/${first.order}/pack`)
  await merchant.post(`/v1/orders/${first.order}/ship`, { carrier: 'Yamato', tracking: '1' })
  await merchant.post(`/v1/orders/${first.order}/deliver`)
  await aya.post('/v1/pulses', { line: first.line, score: 5 })
  await aya.post('/v1/reviews', { line: first.line, stars: 5, text: 'Lovely' })
  const clip = await post(aya, 'teal', { caption: 'Three weeks with it #hagi', products: [product], grownFrom: first.line })

  const ben = await Api.guest(server.url)
  const found = await within(10, async () => (await feed(ben)).slides.find(s => s.id === clip))
  await ben.post('/v1/events', {
    events: [
      event('post.impression', 'post', clip, { ms: 2500 }, sourceOf(found)),
      event('product.clicked', 'product', product, { surface: 'card' }, sourceOf(found)),
    ],
  })
  const second = await buy(ben, variant, sourceOf(found))

  const chains = await within(10, async () => {
    const page = await merchant.get<{ chains: object[] }>(`/v1/insights/lineage?shop=${shop}`)
    return page.chains.length > 0 ? page.chains : undefined
  })
  expect(chains).toMatchObject([
    {
      parent: { order: first.order, line: first.line },
      content: { kind: 'post', id: clip },
      child: { order: second.order, line: second.line },
    },
  ])
  const loop = await merchant.get<{ phases: { phase: string; people: number }[] }>(`/v1/insights/loop?shop=${shop}`)
  expect(loop.phases.filter(p => p.people === 0).map(p => p.phase)).toEqual([])
  expect(await aya.get(`/v1/posts/${clip}/impact`)).toMatchObject({ impressions: 1, helped: 1, orders: 1 })
  expect((await merchant.get<{ items: { stars: number }[] }>(`/v1/shops/${shop}/reviews`)).items).toMatchObject([{ stars: 5 }])
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clip, openShop, post, type ShopWorld } from '#testing/shop-world'
import { type WholeServer, wholeServer } from '#testing/whole-server'
import { Api } from '../simulator/api.ts'

/** Other beginnings of a clip through the front door: added, shown, counted, decided by the stated rule, and kept by the author. */
let server: WholeServer
let url: string
let world: ShopWorld
let film: string
let own: string

interface Slide {
  readonly id: string
  readonly video: { readonly id: string; readonly poster: string }
  readonly variants?: readonly { readonly id: string }[]
  readonly slot: { readonly request: string; readonly index: number }
}
interface Counts {
  readonly test: {
    readonly verdict: string
    readonly items: readonly { medium: string; shown: number; stayed: number; finished: number; opened: number; best: boolean }[]
  } | null
}
const within = { timeout: 20_000, interval: 100 }
const counts = () => world.merchant.get<Counts>(`/v1/posts/${film}/variants`)
const slideOf = async (api: Api): Promise<Slide> => {
  const { slides } = await api.get<{ slides: Slide[] }>(`/v1/feed?start=${film}`)
  return slides.find(s => s.id === film) as Slide
}

/** Somebody sees the post and tells which clip they were shown, as the player does. */
async function look(api: Api, medium: string, ms: number, opens = false): Promise<void> {
  const slide = await slideOf(api)
  const source = { request: slide.slot.request, slot: slide.slot.index, post: film }
  const event = (name: string, subject: object, data: object) => ({ id: randomUUID(), name, subject, source, data })
  const about = { kind: 'post', id: film }
  await api.post('/v1/events', {
    events: [
      event('post.impression', about, { ms: 2000, medium }),
      ...(opens ? [event('product.clicked', { kind: 'product', id: world.product }, { surface: 'card' })] : []),
      event('post.viewed', about, { ms, durationMs: 4000, exit: 'next', medium }),
    ],
  })
}

beforeAll(async () => {
  server = await wholeServer()
  url = server.url
  world = await openShop(url)
  film = await post(world.merchant, 'navy', {
    ...{ caption: 'Third firing #hagi', products: [world.product], shop: world.shop, disclosure: 'own_product' },
  })
  own = (await world.merchant.get<Slide>(`/v1/posts/${film}`)).video.id
})
afterAll(() => server?.close())

test('a variant goes from the upload over looks and a decision by the stated rule to the post’s own clip, when its author says so', {
  timeout: 180_000,
}, async () => {
  const variant = await world.merchant.upload(await clip('teal'), 'b.mp4', 'video/mp4')
  await world.merchant.ready(variant)
  // Ready to be watched comes before ready in all its rungs.
  await expect
    .poll(
      () =>
        world.merchant.post(`/v1/posts/${film}/variants`, { media: variant }).then(
          () => true,
          (error: Error) => error.message,
        ),
      within,
    )
    .toBe(true)
  const stranger = await Api.guest(url)
  await expect.poll(async () => (await slideOf(stranger))?.variants?.map(v => v.id), within).toEqual([variant])
  expect((await slideOf(world.merchant)).video.id).toBe(own)
  await expect
    .poll(async () => (await counts()).test?.items.map(i => [i.medium, i.shown]), within)
    .toEqual([
      [own, 0],
      [variant, 0],
    ])

  // 104 people see each; what they were shown holds half of them, or nearly all.
  const people = 208
  for (let n = 0; n < people; n += 8)
    await Promise.all(
      Array.from({ length: 8 }, async (_, k) => {
        const at = n + k
        const shown = at % 2 === 0 ? own : variant
        const stays = shown === own ? at % 4 === 0 : at % 20 !== 1
        await look(await Api.guest(url), shown, stays ? 4000 : 1200, at % 16 === 1)
      }),
    )
  // What counts for nothing: the author's look, a clip that is not of this post, and whatever somebody sees after their first look.
  await look(world.merchant, variant, 4000)
  await look(stranger, 'med_0000000000zzzzzzzzzzzzzzzz', 4000)
  await look(stranger, variant, 4000)
  await look(stranger, own, 4000)
  await expect.poll(async () => (await counts()).test?.items.map(i => i.shown), within).toEqual([104, 105])
  const { test } = await counts()
  expect(test).toMatchObject({
    verdict: 'decided',
    items: [
      { stayed: 52, opened: 0, best: false },
      { opened: 13, best: true },
    ],
  })
  expect(test!.items[1]!.stayed).toBeGreaterThan(90)
  await expect(stranger.get(`/v1/posts/${film}/variants`)).rejects.toThrow(/40[134] /)

  // No automatic change: until the author says so both are shown.
  expect((await slideOf(stranger)).variants).toHaveLength(1)
  await world.merchant.post(`/v1/posts/${film}/variants/${variant}/keep`)
  await expect
    .poll(async () => {
      const slide = await slideOf(stranger)
      return [slide.video.id, slide.variants]
    }, within)
    .toEqual([variant, undefined])
  await expect.poll(async () => (await counts()).test, within).toBeNull()
})

test('a variant of a removed post is kept back with it, and can be tried by no other post meanwhile', {
  timeout: 120_000,
}, async () => {
  const media = await world.merchant.upload(await clip('maroon'), 'c.mp4', 'video/mp4')
  await world.merchant.ready(media)
  const add = (id: string) =>
    world.merchant.post(`/v1/posts/${id}/variants`, { media }).then(
      () => 'added',
      (error: Error) => error.message,
    )
  await expect.poll(() => add(film), within).toBe('added')
  const other = await post(world.merchant, 'olive', { caption: 'Another one' })
  const status = async () => (await fetch(`${url}/media/${media}/poster.webp`)).status
  expect(await status()).toBe(200)
  const operator = await server.operator()
  const decision = { subject: { kind: 'post', id: film }, reason: 'spam', explanation: 'Not said to be an advertisement' }
  await operator.post('/v1/moderation/decisions', { ...decision, action: 'remove' })
  await expect.poll(status, within).toBe(410)
  expect(await add(other)).toMatch(/media_removed/)
  await operator.post('/v1/moderation/decisions', { ...decision, action: 'restore' })
  await expect.poll(status, within).toBe(200)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, password, post, type ShopWorld } from '#testing/shop-world'
import { type WholeServer, wholeServer } from '#testing/whole-server'
import { Api } from '../simulator/api.ts'

/** A decision against a post, through the front door: where it could be found before, and where it cannot after. */
let server: WholeServer
let url: string
let operator: Api
let guest: Api
let plain: Api
let world: ShopWorld

beforeAll(async () => {
  server = await wholeServer()
  url = server.url
  operator = await server.operator()
  guest = await Api.guest(url)
  plain = await Api.join(url, 'plain@example.org', password, 'Plain', 'plain')
  await plain.patch('/v1/me', { personalised: false })
  world = await openShop(url)
})
afterAll(() => server?.close())

const decide = (id: string, action: 'remove' | 'restore') =>
  operator.post('/v1/moderation/decisions', {
    subject: { kind: 'post', id },
    action,
    reason: 'spam',
    explanation: 'An advertisement that does not say so',
  })
interface Slide {
  readonly id: string
  readonly video: {
    readonly poster: string
    readonly rungs: readonly { readonly url: string }[]
    readonly storyboard: { readonly url: string }
  }
}
const file = async (path: string, headers: Record<string, string> = {}) => {
  const reply = await fetch(url + path, { headers })
  await reply.arrayBuffer()
  return [reply.status, reply.headers.get('cache-control')]
}
const forEver = 'public, max-age=31536000, immutable'

/** The places where strangers can find a post, by name. */
async function foundIn(id: string): Promise<string[]> {
  const ids = (list: readonly { id: string }[]) => list.map(x => x.id)
  const places: Record<string, () => Promise<string[]>> = {
    'feed of a guest': async () => ids((await guest.get<{ slides: Slide[] }>('/v1/feed')).slides),
    'feed without a profile': async () => ids((await plain.get<{ slides: Slide[] }>('/v1/feed')).slides),
    search: async () => ids((await guest.get<{ items: Slide[] }>('/v1/search/posts?words=hagi')).items),
    profile: async () => ids((await guest.get<{ items: Slide[] }>(`/v1/people/${world.merchant.person}/posts`)).items),
    product: async () => ids((await guest.get<{ items: Slide[] }>(`/v1/products/${world.product}/posts`)).items),
    address: () =>
      guest.get<Slide>(`/v1/posts/${id}`).then(
        () => [id],
        () => [],
      ),
  }
  const found = await Promise.all(Object.entries(places).map(async ([name, ask]) => ((await ask()).includes(id) ? [name] : [])))
  return found.flat().sort()
}
const everywhere = ['address', 'feed of a guest', 'feed without a profile', 'product', 'profile', 'search']
const within = { timeout: 5000, interval: 100 }

test('a removed post is gone from feed, search, lists and file caches, with a public tombstone; restored it is back', async () => {
  const film = await post(world.merchant, 'navy', {
    caption: 'Third firing #hagi',
    products: [world.product],
    shop: world.shop,
    disclosure: 'own_product',
  })
  await expect.poll(() => foundIn(film), { ...within, timeout: 20_000 }).toEqual(everywhere)
  const shown = async () => (await guest.get<Slide>(`/v1/posts/${film}`)).video
  await expect.poll(async () => (await shown()).storyboard, { ...within, timeout: 20_000 }).not.toBeNull()
  const video = await shown()
  const files = [video.poster, ...video.rungs.map(r => r.url), video.storyboard.url]
  const known = (await fetch(url + video.poster)).headers.get('etag') as string
  for (const f of files) expect(await file(f)).toEqual([200, forEver])

  await decide(film, 'remove')
  await expect.poll(() => foundIn(film), within).toEqual([])
  for (const f of files) await expect.poll(() => file(f), within).toEqual([410, 'no-store'])
  // A cache that asks whether it may go on showing what it holds, and a player that is in the middle.
  expect(await file(video.poster, { 'if-none-match': known })).toEqual([410, 'no-store'])
  expect(await file(files[1] as string, { range: 'bytes=0-99' })).toEqual([410, 'no-store'])
  const reply = await fetch(`${url}/v1/posts/${film}`, { headers: guest.headers() })
  expect([reply.status, ((await reply.json()) as { error: { details: unknown } }).error.details]).toEqual([
    404,
    { removed: true, reason: 'spam' },
  ])
  // Whose it is, and who decides, still see what it is about; nothing on the way keeps it.
  for (const f of files)
    for (const api of [world.merchant, operator]) expect(await file(f, api.headers())).toEqual([200, 'private, no-store'])

  await decide(film, 'restore')
  // The page without a profile is everybody's and made anew only every ten minutes.
  const again = everywhere.filter(place => place !== 'feed without a profile')
  await expect.poll(async () => (await foundIn(film)).filter(place => again.includes(place)), within).toEqual(again)
  for (const f of files) await expect.poll(() => file(f), within).toEqual([200, forEver])
})

test('a clip that two posts show is served while one of them is live, and drafts do not count', async () => {
  const film = await post(world.merchant, 'teal', { caption: 'One #hagi' })
  const { video } = await guest.get<Slide & { video: { id: string } }>(`/v1/posts/${film}`)
  const draft = { video: video.id, products: [], disclosure: 'none' }
  const again = await world.merchant.post<{ id: string }>('/v1/posts', { ...draft, caption: 'Two' })
  await world.merchant.post(`/v1/posts/${again.id}/publish`)
  await world.merchant.post('/v1/posts', { ...draft, caption: 'Three, not published' })
  const mine = () => world.merchant.get<{ state: string }>(`/v1/me/posts/${again.id}`)
  await expect.poll(async () => (await mine()).state, { timeout: 20_000 }).toBe('live')
  await decide(film, 'remove')
  await expect
    .poll(async () => (await world.merchant.get<{ state: string }>(`/v1/me/posts/${film}`)).state, within)
    .toBe('removed')
  expect(await file(video.poster)).toEqual([200, forEver])
  await decide(again.id, 'remove')
  await expect.poll(() => file(video.poster), within).toEqual([410, 'no-store'])
})

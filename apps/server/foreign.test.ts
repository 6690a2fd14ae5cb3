import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorCodes } from '#base/http'
import { eventually } from '#testing/eventually'
import type { Case, Ids } from '#testing/foreign-case'
import { foreignCases, shopDraft, source } from '#testing/foreign-cases'
import { offerDraft } from '#testing/foreign-offers'
import { buyOne, openShop, password, picture, post } from '#testing/shop-world'
import { type WholeServer, wholeServer } from '#testing/whole-server'
import { Api } from '../simulator/api.ts'

/**
 * A member with a shop of her own asks for what belongs to others, with ids that exist. Every operation of the OpenAPI
 * document that takes an id stands in testing/foreign-cases.ts, or the first test fails.
 */
let server: WholeServer
let url: string
let mallory: Api
let ids: Ids

beforeAll(async () => {
  server = await wholeServer()
  url = server.url
  ids = await makeWorld()
})
afterAll(() => server?.close())

async function makeWorld(): Promise<Ids> {
  const operator = await server.operator()
  const { merchant, shop, product, variant } = await openShop(url)
  const [film, removed] = [
    await post(merchant, 'navy', { caption: 'x', products: [product], shop, disclosure: 'own_product' }),
    await post(merchant, 'teal', { caption: 'y' }),
  ]
  const media = await picture(merchant, '#123')
  const { id: unfinished } = await merchant.post<{ id: string }>('/v1/posts', {
    caption: 'not yet',
    products: [],
    pictures: [media],
  })
  const { id: waiting } = await merchant.post<{ id: string }>('/v1/posts', {
    caption: 'later',
    products: [],
    shop,
    pictures: [media],
    disclosure: 'none',
  })
  await merchant.put(`/v1/posts/${waiting}/schedule`, {
    at: new Date(server.house.clock.now().getTime() + 3_600_000).toISOString(),
  })
  const invitation = await merchant.post<{ id: string }>('/v1/shops/kiln/invitations', {
    email: 'kei@example.org',
    role: 'staff',
  })
  await operator.post('/v1/moderation/decisions', {
    subject: { kind: 'post', id: removed },
    action: 'remove',
    reason: 'spam',
    explanation: 'x',
  })
  const address = { url: 'https://shop.invalid/feed.xml', language: 'en' }
  const run = await merchant.post<{ id: string }>(`/v1/shops/${shop}/imports`, address)
  const schedule = await merchant.post<{ id: string }>(`/v1/shops/${shop}/import-schedules`, { ...address, every: 'daily' })
  const offer = await merchant.post<{ id: string }>(`/v1/shops/${shop}/offers`, offerDraft)
  const aya = await Api.join(url, 'aya@example.org', password, 'Aya', 'aya')
  const bought = await buyOne(aya, variant)
  const { checkout } = await aya.get<{ checkout: string }>(`/v1/orders/${bought.order}`)
  const { payment } = await aya.get<{ payment: { id: string } }>(`/v1/checkouts/${checkout}`)
  for (const [step, body] of [['pack'], ['ship', { carrier: 'x' }], ['deliver']] as [string, object?][])
    await merchant.post(`/v1/orders/${bought.order}/${step}`, body)
  await server.house.log.flush()
  const review = await eventually(() => aya.post<{ id: string }>('/v1/reviews', { line: bought.line, stars: 5, text: 'x' }))
  const second = await buyOne(aya, variant)
  const comment = await aya.post<{ id: string }>(`/v1/posts/${film}/comments`, { text: 'x' })
  const held = await aya.post<{ id: string }>('/v1/checkouts', { lines: [{ variant, quantity: 1 }] })
  const collection = await aya.post<{ id: string }>('/v1/me/collections', { name: 'Mine' })
  const sessions = await aya.get<{ items: { id: string }[] }>('/v1/me/sessions')
  const notice = await eventually(async () => {
    const { items } = await aya.get<{ items: { id: string }[] }>('/v1/me/notices')
    return (items[0] as { id: string }).id
  })
  mallory = await Api.join(url, 'mallory@example.org', password, 'Mallory', 'mallory')
  const mine = await mallory.post<{ id: string }>('/v1/shops', shopDraft)
  return {
    ...{ shop, product, variant, post: film, removed, draft: unfinished, media, order: second.order, line: second.line },
    ...{ session: sessions.items[0]?.id ?? '', collection: collection.id, notice },
    ...{ run: run.id, schedule: schedule.id, offer: offer.id, waiting, invitation: invitation.id },
    ...{ comment: comment.id, review: review.id, checkout: held.id, payment: payment.id, person: aya.person, mine: mine.id },
  }
}
interface Operation {
  readonly parameters?: { in: string; schema: object }[]
  readonly requestBody?: object
}
async function operations(): Promise<Map<string, Operation>> {
  const document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as { paths: Record<string, Record<string, Operation>> }
  return new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method.toUpperCase()} ${path}`, operation]),
    ),
  )
}
/** Whether an operation takes an id: in its path, or by the form of a field of its query or body. */
const takesIds = ({ parameters = [], requestBody }: Operation): boolean =>
  parameters.some(p => p.in === 'path') || /"\^[a-z]{3}_/.test(JSON.stringify([parameters, requestBody ?? null]))

test('every operation that takes an id says here what happens with somebody else’s', async () => {
  const all = await operations()
  const needed = [...all].filter(([, operation]) => takesIds(operation)).map(([key]) => key)
  expect(needed.filter(key => !(key in foreignCases))).toEqual([])
  expect(Object.keys(foreignCases).filter(key => !all.has(key))).toEqual([])
})

test.each(Object.entries(foreignCases).filter(([, rule]) => Array.isArray(rule)))(
  '%s is refused for what belongs to others',
  async (key, rule) => {
    const [method = ''] = key.split(' ')
    for (const { at: path, body } of rule as Case[]) {
      const reply = await fetch(`${url}/v1${path(ids)}`, {
        method,
        headers: {
          ...mallory.headers(),
          'idempotency-key': crypto.randomUUID(),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body(ids)) }),
      })
      const { error } = (await reply.json()) as { error?: { code: keyof typeof errorCodes } }
      expect(`${key} ${path(ids)}: ${reply.status} ${error?.code}`).toMatch(/: 40[34] \w+$/)
      expect(errorCodes[error?.code as keyof typeof errorCodes]).toBe(reply.status)
    }
  },
)

test('a post that says it grew from somebody else’s purchase stays a draft', async () => {
  const pictures = [await picture(mallory, '#234')]
  const draft = { caption: 'x', products: [], pictures, disclosure: 'none', grownFrom: ids.line }
  const { id } = await mallory.post<{ id: string }>('/v1/posts', draft)
  await expect(mallory.post(`/v1/posts/${id}/publish`)).rejects.toThrow(/40[34] /)
})

test('lists of mine hold nothing of others, whatever they are asked about', async () => {
  expect(await mallory.get(`/v1/me/review-asks?order=${ids.order}`)).toMatchObject({ items: [] })
  expect(await mallory.get('/v1/me/orders')).toMatchObject({ items: [] })
  expect(await mallory.get(`/v1/me/saves?collection=${ids.collection}`)).toMatchObject({ items: [] })
  const expected = await mallory.get<{ items?: unknown[] }>(`/v1/feed/expect?posts=${ids.draft}`).catch((error: Error) => error)
  expect(JSON.stringify(expected)).not.toContain('not yet')
  await expect(mallory.post('/v1/shares', { about: { kind: 'post', id: ids.post }, source })).resolves.toBeDefined()
})

test('nothing of what was asked has changed anything: the post, the product, the order and the held stock are as they were', async () => {
  const aya = await Api.member(url, 'aya@example.org', password)
  expect(await aya.get(`/v1/posts/${ids.post}`)).toMatchObject({ caption: 'x' })
  expect(await aya.get(`/v1/products/${ids.product}`)).toMatchObject({ state: 'live' })
  expect(await aya.get(`/v1/orders/${ids.order}`)).toMatchObject({ state: 'open', payment: 'paid', fulfilment: 'none' })
  const merchant = await Api.member(url, 'merchant@example.org', password)
  expect(await merchant.get(`/v1/me/posts/${ids.waiting}`)).toMatchObject({ state: 'scheduled' })
  expect(await merchant.get('/v1/shops/kiln/invitations')).toMatchObject({ items: [{ id: ids.invitation, role: 'staff' }] })
  expect(await aya.get(`/v1/checkouts/${ids.checkout}`)).toMatchObject({ state: 'open' })
})

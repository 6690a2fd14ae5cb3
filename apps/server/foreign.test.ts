import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorCodes } from '#base/http'
import { type TestHouse, testHouse } from '#testing/house'
import { address, buyOne, openShop, password, picture, post } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'
import { createApp } from './app.ts'
import { compose, migrations, type Rooms } from './compose.ts'

/**
 * A member with a shop of her own asks for what belongs to others, with ids that exist. Every operation of the OpenAPI
 * document that takes an id stands in the table below, or the first test fails.
 */
let house: TestHouse
let rooms: Rooms
let app: FastifyInstance
let url: string
let mallory: Api
let ids: Record<
  'shop' | 'product' | 'variant' | 'post' | 'draft' | 'removed' | 'media' | 'order' | 'line' | 'comment' | 'review',
  string
> &
  Record<'checkout' | 'payment' | 'person' | 'mine', string>

type Ids = typeof ids
interface Case {
  /** Path below /v1 and query. */
  readonly at: (ids: Ids) => string
  readonly body?: (ids: Ids) => object
}
const at = (path: (ids: Ids) => string, body?: (ids: Ids) => object): Case => ({ at: path, ...(body && { body }) })
/** Anybody may: it is public, or it is an act of the caller's own about something public. */
const open = 'open'
/** Refused by role before any id is looked at; negative.test.ts holds that. */
const operators = 'operators'
/** A secret in the address is the right itself; negative.test.ts asks with wrong ones. */
const secret = 'secret'
const source = { request: 'req_000000zzzzzzzz', slot: 0 }
const price = { minor: '1', currency: 'JPY' }

const table: Readonly<Record<string, Case[] | typeof open | typeof operators | typeof secret>> = {
  'POST /v1/events': open,
  'PATCH /v1/me': [
    at(
      () => '/me',
      i => ({ picture: i.media }),
    ),
  ],
  'POST /v1/password-resets/{token}': secret,
  'POST /v1/setup/{token}': secret,
  'GET /v1/people/{handle}': open,
  'POST /v1/shops': [
    at(
      () => '/shops',
      i => ({ ...shopDraft, slug: 'third', picture: i.media }),
    ),
  ],
  'GET /v1/shops/{slug}': open,
  'PATCH /v1/shops/{slug}': [
    at(
      () => '/shops/kiln',
      () => ({ dispatchDays: 2 }),
    ),
    at(
      i => `/shops/${i.shop}`,
      () => ({ dispatchDays: 2 }),
    ),
  ],
  'POST /v1/shops/{slug}/staff': [
    at(
      () => '/shops/kiln/staff',
      () => ({ handle: 'mallory', role: 'staff' }),
    ),
  ],
  'POST /v1/reports': open,
  'POST /v1/moderation/decisions': operators,
  'GET /v1/moderation/decisions': operators,
  'GET /v1/moderation/statements/{kind}/{id}': [at(i => `/moderation/statements/post/${i.removed}`)],
  'GET /v1/media/{id}': [at(i => `/media/${i.media}`)],
  'PUT /v1/media/{id}/captions/{language}': [
    at(
      i => `/media/${i.media}/captions/en`,
      () => ({ cues: [] }),
    ),
  ],
  'POST /v1/posts': [
    at(
      () => '/posts',
      i => ({ caption: 'x', products: [], pictures: [i.media] }),
    ),
    at(
      () => '/posts',
      i => ({ caption: 'x', products: [], shop: i.shop }),
    ),
  ],
  'PATCH /v1/posts/{id}': [
    at(
      i => `/posts/${i.post}`,
      () => ({ caption: 'x' }),
    ),
    at(
      i => `/posts/${i.draft}`,
      () => ({ caption: 'x' }),
    ),
  ],
  'DELETE /v1/posts/{id}': [at(i => `/posts/${i.post}`), at(i => `/posts/${i.draft}`)],
  'GET /v1/posts/{id}': [at(i => `/posts/${i.draft}`), at(i => `/posts/${i.removed}`)],
  'POST /v1/posts/{id}/publish': [at(i => `/posts/${i.draft}/publish`)],
  'GET /v1/products/{id}': open,
  'PATCH /v1/products/{id}': [
    at(
      i => `/products/${i.product}`,
      () => ({ version: 1, name: { en: 'x' } }),
    ),
  ],
  'GET /v1/shops/{shop}/products': [at(i => `/shops/${i.shop}/products`)],
  'POST /v1/shops/{shop}/products': [
    at(
      i => `/shops/${i.shop}/products`,
      () => draft([]),
    ),
    at(
      i => `/shops/${i.mine}/products`,
      i => draft([i.media]),
    ),
  ],
  'POST /v1/products/{id}/archive': [at(i => `/products/${i.product}/archive`)],
  'GET /v1/variants/{id}/stock': [at(i => `/variants/${i.variant}/stock`)],
  'POST /v1/variants/{id}/stock': [
    at(
      i => `/variants/${i.variant}/stock`,
      () => ({ change: 5, reason: 'received' }),
    ),
  ],
  'GET /v1/products/{id}/offers': open,
  'GET /v1/products/{id}/price-history': open,
  'PUT /v1/variants/{id}/price': [
    at(
      i => `/variants/${i.variant}/price`,
      () => ({ price }),
    ),
  ],
  'POST /v1/products/{id}/publish': [at(i => `/products/${i.product}/publish`)],
  'PUT /v1/posts/{id}/like': [
    at(
      i => `/posts/${i.draft}/like`,
      () => ({}),
    ),
  ],
  'DELETE /v1/posts/{id}/like': open,
  'PUT /v1/posts/{id}/save': [
    at(
      i => `/posts/${i.draft}/save`,
      () => ({}),
    ),
  ],
  'DELETE /v1/posts/{id}/save': open,
  'PUT /v1/products/{id}/save': open,
  'DELETE /v1/products/{id}/save': open,
  'PUT /v1/posts/{id}/not-interested': open,
  'DELETE /v1/posts/{id}/not-interested': open,
  'PUT /v1/people/{id}/follow': open,
  'DELETE /v1/people/{id}/follow': open,
  'PUT /v1/people/{id}/block': open,
  'DELETE /v1/people/{id}/block': open,
  'GET /v1/people/{id}/standing': open,
  'GET /v1/posts/{id}/comments': open,
  'POST /v1/posts/{id}/comments': [
    at(
      i => `/posts/${i.draft}/comments`,
      () => ({ text: 'x' }),
    ),
  ],
  'GET /v1/comments/{id}': operators,
  'DELETE /v1/comments/{id}': [at(i => `/comments/${i.comment}`)],
  'POST /v1/shares': [
    at(
      () => '/shares',
      i => ({ about: { kind: 'post', id: i.draft } }),
    ),
  ],
  'POST /v1/shares/{id}/opened': open,
  'GET /v1/products/{id}/rating': open,
  'GET /v1/products/{id}/reviews': open,
  'POST /v1/reviews': [
    at(
      () => '/reviews',
      i => ({ line: i.line, stars: 1, text: 'x' }),
    ),
  ],
  'GET /v1/reviews/{id}': operators,
  'POST /v1/reviews/{id}/reply': [
    at(
      i => `/reviews/${i.review}/reply`,
      () => ({ text: 'x' }),
    ),
  ],
  // Filters my own list; the test after the table holds that nothing of others is in it.
  'GET /v1/me/review-asks': open,
  'POST /v1/pulses': [
    at(
      () => '/pulses',
      i => ({ line: i.line, score: 1 }),
    ),
  ],
  'GET /v1/shops/{shop}/reviews': [at(i => `/shops/${i.shop}/reviews`)],
  'GET /v1/product-cards': open,
  'PUT /v1/cart/{variant}': open,
  'DELETE /v1/cart/{variant}': open,
  'GET /v1/orders/{id}': [at(i => `/orders/${i.order}`), at(i => `/orders/${i.order}?key=${'x'.repeat(32)}`)],
  'GET /v1/shops/{shop}/orders': [at(i => `/shops/${i.shop}/orders`)],
  'GET /v1/shops/{shop}/order-counts': [at(i => `/shops/${i.shop}/order-counts`)],
  'POST /v1/orders/{id}/pack': [at(i => `/orders/${i.order}/pack`)],
  'POST /v1/orders/{id}/ship': [
    at(
      i => `/orders/${i.order}/ship`,
      () => ({ carrier: 'x' }),
    ),
  ],
  'POST /v1/orders/{id}/deliver': [at(i => `/orders/${i.order}/deliver`)],
  'POST /v1/orders/{id}/receive': [
    at(i => `/orders/${i.order}/receive`),
    at(i => `/orders/${i.order}/receive?key=${'x'.repeat(32)}`),
  ],
  'POST /v1/orders/{id}/return-request': [
    at(
      i => `/orders/${i.order}/return-request`,
      () => ({ reason: 'x' }),
    ),
  ],
  'GET /v1/payments/{id}': [at(i => `/payments/${i.payment}`)],
  'POST /v1/payments/{id}/confirm': [
    at(
      i => `/payments/${i.payment}/confirm`,
      () => ({ approve: 'yes' }),
    ),
  ],
  'POST /v1/checkouts': open,
  'GET /v1/checkouts/{id}': [at(i => `/checkouts/${i.checkout}`)],
  'DELETE /v1/checkouts/{id}': [at(i => `/checkouts/${i.checkout}`)],
  'PUT /v1/checkouts/{id}/address': [
    at(
      i => `/checkouts/${i.checkout}/address`,
      () => address,
    ),
  ],
  'POST /v1/checkouts/{id}/pay': [
    at(
      i => `/checkouts/${i.checkout}/pay`,
      () => ({ method: 'test_card', outcome: 'approve', expectedTotal: price }),
    ),
  ],
  'POST /v1/orders/{id}/cancel': [
    at(
      i => `/orders/${i.order}/cancel`,
      () => ({ reason: 'x' }),
    ),
  ],
  'POST /v1/orders/{id}/refund': [
    at(
      i => `/orders/${i.order}/refund`,
      () => ({ reason: 'x' }),
    ),
  ],
  'POST /v1/orders/{id}/return': [at(i => `/orders/${i.order}/return`)],
  'GET /v1/feed': open,
  'GET /v1/mall': open,
  'GET /v1/people/{id}/posts': open,
  'GET /v1/products/{id}/posts': open,
  'GET /v1/feed/why/{post}': [at(i => `/feed/why/${i.draft}`)],
  'GET /v1/feed/expect': open,
  'GET /v1/feed/requests/{id}': operators,
  'DELETE /v1/me/taste/{tag}': open,
  'GET /v1/posts/{id}/standing': [at(i => `/posts/${i.post}/standing`), at(i => `/posts/${i.draft}/standing`)],
  'GET /v1/insights/loop': [at(i => `/insights/loop?shop=${i.shop}`), at(() => '/insights/loop')],
  'GET /v1/insights/lineage': [at(i => `/insights/lineage?shop=${i.shop}`), at(() => '/insights/lineage')],
  'POST /v1/jobs/{queue}/retry': operators,
  'GET /v1/posts/{id}/impact': [at(i => `/posts/${i.post}/impact`)],
}
const draft = (pictures: string[]) => ({
  category: 'ceramics',
  name: { en: 'x' },
  description: { en: 'x' },
  options: [],
  pictures,
  variants: [{ sku: 'X', choice: [], weightGrams: 1, onHand: 1 }],
})

const shopDraft = {
  slug: 'other',
  name: { en: 'Other' },
  about: { en: 'x' },
  country: 'JP',
  currency: 'JPY',
  seller: {
    legalName: 'x',
    representative: 'x',
    address: 'x',
    phone: '03',
    email: 'a@b.org',
    registration: '',
    returns: { en: 'x' },
    delivery: { en: 'x' },
    taxRegistered: true,
  },
  shippingFee: '0',
  freeShippingFrom: null,
  dispatchDays: 1,
  deliveryDays: { from: 1, to: 2 },
  returnDays: 8,
}

beforeAll(async () => {
  house = await testHouse({ migrations })
  rooms = compose(house)
  await rooms.start()
  app = await createApp(house, rooms)
  await house.jobs.start()
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  ids = await makeWorld()
})
afterAll(async () => {
  await app?.close()
  await rooms?.stop()
  await house?.close()
})

async function makeWorld(): Promise<Ids> {
  await rooms.accounts.makeOperator({ email: 'operator@example.org', password, name: 'Operator' })
  const operator = await Api.member(url, 'operator@example.org', password)
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
  await operator.post('/v1/moderation/decisions', {
    subject: { kind: 'post', id: removed },
    action: 'remove',
    reason: 'spam',
    explanation: 'x',
  })
  const aya = await Api.join(url, 'aya@example.org', password, 'Aya', 'aya')
  const bought = await buyOne(aya, variant)
  const { checkout } = await aya.get<{ checkout: string }>(`/v1/orders/${bought.order}`)
  const { payment } = await aya.get<{ payment: { id: string } }>(`/v1/checkouts/${checkout}`)
  for (const [step, body] of [['pack'], ['ship', { carrier: 'x' }], ['deliver']] as [string, object?][])
    await merchant.post(`/v1/orders/${bought.order}/${step}`, body)
  await house.log.flush()
  const review = await eventually(() => aya.post<{ id: string }>('/v1/reviews', { line: bought.line, stars: 5, text: 'x' }))
  const second = await buyOne(aya, variant)
  const comment = await aya.post<{ id: string }>(`/v1/posts/${film}/comments`, { text: 'x' })
  const held = await aya.post<{ id: string }>('/v1/checkouts', { lines: [{ variant, quantity: 1 }] })
  mallory = await Api.join(url, 'mallory@example.org', password, 'Mallory', 'mallory')
  const mine = await mallory.post<{ id: string }>('/v1/shops', shopDraft)
  return {
    ...{ shop, product, variant, post: film, removed, draft: unfinished, media, order: second.order, line: second.line },
    ...{ comment: comment.id, review: review.id, checkout: held.id, payment: payment.id, person: aya.person, mine: mine.id },
  }
}
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++)
    try {
      return await work()
    } catch (error) {
      if (i >= 50) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
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
  expect(needed.filter(key => !(key in table))).toEqual([])
  expect(Object.keys(table).filter(key => !all.has(key))).toEqual([])
})

test.each(Object.entries(table).filter(([, rule]) => Array.isArray(rule)))(
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
  const expected = await mallory.get<{ items?: unknown[] }>(`/v1/feed/expect?posts=${ids.draft}`).catch((error: Error) => error)
  expect(JSON.stringify(expected)).not.toContain('not yet')
  await expect(mallory.post('/v1/shares', { about: { kind: 'post', id: ids.post }, source })).resolves.toBeDefined()
})

test('nothing of what was asked has changed anything: the post, the product, the order and the held stock are as they were', async () => {
  const aya = await Api.member(url, 'aya@example.org', password)
  expect(await aya.get(`/v1/posts/${ids.post}`)).toMatchObject({ caption: 'x' })
  expect(await aya.get(`/v1/products/${ids.product}`)).toMatchObject({ state: 'live' })
  expect(await aya.get(`/v1/orders/${ids.order}`)).toMatchObject({ state: 'open', payment: 'paid', fulfilment: 'none' })
  expect(await aya.get(`/v1/checkouts/${ids.checkout}`)).toMatchObject({ state: 'open' })
})

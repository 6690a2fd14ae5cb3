import { buyAbroad, sellToChina } from '#testing/china-world'
import { eventually } from '#testing/eventually'
import { buyOne, openShop, password, picture, post, type ShopWorld } from '#testing/shop-world'
import { Api } from '../apps/simulator/api.ts'

/** One shop in which something stands on every screen, and who sees which. */
export interface FilledWorld extends ShopWorld {
  readonly film: string
  /** Delivered and reviewed, delivered and not reviewed, paid and not packed, delivered and asked back. */
  readonly orders: Readonly<Record<'reviewed' | 'delivered' | 'paid' | 'returning', string>>
  readonly checkout: string
  readonly share: string
  readonly page: string
  readonly run: string
  readonly unpublished: Unpublished
  readonly offer: string
  /** An order to Shanghai with its customs documents. */
  readonly declared: string
}
/** Posts of the shop that nobody sees yet: a draft, and one that waits for its time. */
interface Unpublished {
  readonly draft: string
  readonly waiting: string
}
const languages = ['en', 'ja', 'zh'] as const

/** Fills a new installation; `setup` is the token of its first start. The accounts are aya, merchant and operator at example.org. */
export async function fillWorld(url: string, setup: string): Promise<FilledWorld> {
  const visitor = await Api.guest(url)
  await visitor.post(`/v1/setup/${setup}`, { email: 'operator@example.org', password, name: 'Op' })
  const operator = await Api.member(url, 'operator@example.org', password)
  const world = await openShop(url)
  const film = await filmOf(world)
  const aya = await Api.join(url, 'aya@example.org', password, 'Aya', 'aya')
  const reviewed = await delivered(aya, world)
  await aya.post('/v1/reviews', { line: reviewed.line, stars: 4, text: 'Warm in the hand' })
  const fresh = await delivered(aya, world)
  const paid = await buyOne(aya, world.variant)
  const returning = await askedBack(aya, world)
  await aya.post(`/v1/posts/${film}/comments`, { text: 'How large is it?' })
  const rude = await aya.post<{ id: string }>(`/v1/posts/${film}/comments`, { text: 'Cheap cups at my place' })
  const subject = { kind: 'comment', id: rude.id }
  await operator.post('/v1/moderation/decisions', { subject, action: 'remove', reason: 'spam', explanation: 'An advertisement' })
  await eventually(() => aya.post('/v1/moderation/appeals', { subject, text: 'It was meant as a hint' }))
  await aya.put(`/v1/posts/${film}/save`, {})
  await aya.put(`/v1/products/${world.product}/price-alert`, {})
  await aya.put(`/v1/cart/${world.variant}`, { quantity: 2 })
  const held = await aya.post<{ id: string }>('/v1/checkouts', { lines: [{ variant: world.variant, quantity: 1 }] })
  const share = await aya.post<{ id: string }>('/v1/shares', { about: { kind: 'post', id: film } })
  const page = await aya.get<{ request: string }>('/v1/feed')
  await (await Api.guest(url)).post('/v1/reports', { subject: { kind: 'post', id: film }, reason: 'spam' })
  const orders = { reviewed: reviewed.order, delivered: fresh.order, paid: paid.order, returning }
  const unpublished = await unpublishedOf(world)
  await world.merchant.post('/v1/shops/kiln/invitations', { email: 'a.rather.long.address@pottery.example.org', role: 'staff' })
  const shown = { film, orders, checkout: held.id, share: share.id, page: page.request, unpublished }
  const more = { run: await importRun(url, world), offer: await offerOf(world), declared: await declaredOf(operator, aya, world) }
  return { ...world, ...shown, ...more }
}

async function unpublishedOf({ merchant, shop }: ShopWorld): Promise<Unpublished> {
  const still = await picture(merchant, '#953')
  const words = { caption: 'Cups before the fire', products: [], shop, pictures: [still], disclosure: 'none' }
  const draft = await merchant.post<{ id: string }>('/v1/posts', words)
  const waiting = await merchant.post<{ id: string }>('/v1/posts', { ...words, caption: 'The new glaze' })
  await merchant.put(`/v1/posts/${waiting.id}/schedule`, { at: new Date(Date.now() + 7_200_000).toISOString() })
  return { draft: draft.id, waiting: waiting.id }
}
async function offerOf({ merchant, shop }: ShopWorld): Promise<string> {
  const draft = { kind: 'percent', name: { en: 'Spring' }, code: 'SPRING', percent: 1000, starts: new Date().toISOString() }
  return (await merchant.post<{ id: string }>(`/v1/shops/${shop}/offers`, draft)).id
}

/** Shipped, and one check is red: the parcel is not said yet. */
async function declaredOf(operator: Api, buyer: Api, world: ShopWorld): Promise<string> {
  await sellToChina(operator, world)
  const order = await buyAbroad(buyer, world.variant)
  await world.merchant.post(`/v1/orders/${order}/pack`)
  await world.merchant.post(`/v1/orders/${order}/ship`, { carrier: 'YTO', tracking: 'YT0000000001' })
  await eventually(() => world.merchant.get(`/v1/declarations/${order}`))
  return order
}

/** A clip of the shop with captions in every language. */
async function filmOf({ merchant, product, shop }: ShopWorld): Promise<string> {
  const film = await post(merchant, 'navy', {
    caption: 'Third firing #hagi',
    products: [product],
    shop,
    disclosure: 'own_product',
  })
  const shown = await eventually(() => merchant.get<{ video: { id: string } }>(`/v1/posts/${film}`))
  for (const language of languages)
    await merchant.put(`/v1/media/${shown.video.id}/captions/${language}`, {
      cues: [{ fromMs: 0, toMs: 900, text: language }],
    })
  return film
}
async function delivered(buyer: Api, { merchant, variant }: ShopWorld): Promise<{ order: string; line: string }> {
  const done = await buyOne(buyer, variant)
  await merchant.post(`/v1/orders/${done.order}/pack`)
  await merchant.post(`/v1/orders/${done.order}/ship`, { carrier: 'Yamato', tracking: '1' })
  await merchant.post(`/v1/orders/${done.order}/deliver`)
  return done
}
async function askedBack(buyer: Api, world: ShopWorld): Promise<string> {
  const { order, line } = await delivered(buyer, world)
  const photos = [await picture(buyer, '#a44')]
  const lines = [{ line, quantity: 1 }]
  await buyer.post(`/v1/orders/${order}/return-request`, { reason: 'A crack in the rim', code: 'damaged', lines, photos })
  return order
}
/** The preview of a catalogue with a right row and a wrong one. */
async function importRun(url: string, { merchant, shop }: ShopWorld): Promise<string> {
  const reply = await fetch(`${url}/v1/shops/${shop}/imports/file?name=two.csv&language=en`, {
    method: 'POST',
    headers: { ...merchant.headers(), 'content-type': 'application/octet-stream' },
    body: 'Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty\nplate,Plate,PLATE,3200,4\njar,Jar,JAR,much,4\n',
  })
  const { id } = (await reply.json()) as { id: string }
  await eventually(async () => {
    const { state } = await merchant.get<{ state: string }>(`/v1/imports/${id}`)
    if (state !== 'previewed') throw new Error(`the import is ${state}`)
  })
  return id
}

export type Role = 'guest' | 'aya' | 'merchant' | 'operator'
/** Every page of the three apps, each by somebody for whom something stands on it. */
export function placesOf(w: FilledWorld): Readonly<Record<Role, readonly string[]>> {
  const guest = ['/', `/p/${w.film}`, `/s/${w.share}`, '/mall', '/search?q=cup', '/search?q=zzz', `/product/${w.product}`]
  guest.push(
    '/shop/kiln',
    '/shop/kiln/legal',
    '/u/naoko',
    '/cart',
    '/orders',
    '/create',
    '/create/edit',
    '/me',
    '/me/taste',
    '/me/notices',
  )
  guest.push('/me/notices/settings', '/me/alerts', '/sign-in', '/sign-in?new=1', '/reset/x', '/setup/x', '/nowhere')
  guest.push('/join/not-a-link')
  const aya = ['/', '/search?q=cup&tab=posts', '/cart', `/checkout/${w.checkout}`, '/orders', '/create', '/me', '/me?tab=saved']
  aya.push(...Object.values(w.orders).map(order => `/orders/${order}`))
  aya.push('/me/settings', '/me/taste', '/me/notices', '/me/notices/settings', '/me/alerts', '/me/decisions')
  const studio = ['', '/orders', `/orders/${w.orders.reviewed}`, `/orders/${w.orders.paid}`, '/products']
  studio.push(`/orders/slips?ids=${w.orders.paid}`, '/products?state=live&stock=low&sort=-price', '/products/new')
  studio.push('/returns', '/returns?state=settled', `/returns/${w.orders.returning}`, `/orders/${w.orders.returning}`)
  studio.push('/products/import', `/products/import/${w.run}`, `/products/${w.product}`, '/reviews', '/content')
  studio.push('/content?view=calendar', '/content?view=comments', '/customers', '/legal', '/legal?page=returns', '/staff')
  studio.push('/shop', '/open', '/content?view=scheduled', '/promotions', '/promotions/new', `/promotions/${w.offer}`)
  studio.push(`/products/${w.product}/stock`, '/locations', '/finance', '/finance/statement')
  studio.push('/trade', '/trade?market=DE', '/trade/products', `/products/${w.product}/trade`)
  studio.push('/declarations', '/declarations?view=ended', `/declarations/${w.declared}`, `/orders/${w.declared}`)
  const consoles = [
    '',
    '/reports',
    `/reports?item=post:${w.film}`,
    '/reports/appeals',
    '/reports/decisions',
    '/people',
    '/shops',
    '/loop',
  ]
  consoles.push('/rates', '/rules', '/payouts', '/fees', '/music', '/heart', `/heart?page=${w.page}`, '/health')
  return {
    guest: [...guest, '/studio', '/console'],
    aya,
    merchant: [
      '/me',
      `/me/posts/${w.film}`,
      `/create?post=${w.unpublished.draft}`,
      `/create?post=${w.unpublished.waiting}`,
      ...studio.map(path => `/studio${path}`),
    ],
    operator: consoles.map(path => `/console${path}`),
  }
}

/** What opens over a page: the buttons to press, one inside the other; Esc closes it again. */
export function sheetsOf(w: FilledWorld): Readonly<Record<Role, Readonly<Record<string, readonly (readonly RegExp[])[]>>>> {
  return {
    guest: {
      [`/p/${w.film}`]: [
        [/^Comments/],
        [/^Share$/],
        [/^More about/],
        [/^More about/, /^Why/],
        [/^More about/, /^Report/],
        [/^Buy$/],
      ],
      [`/product/${w.product}`]: [[/^Report/]],
    },
    aya: {
      [`/orders/${w.orders.delivered}`]: [[/^Write a review/], [/^Return it/]],
      [`/orders/${w.orders.paid}`]: [[/^Cancel order/], [/^Change the address/]],
      [`/orders/${w.orders.returning}`]: [[/^Withdraw/]],
      '/create': [[/^Tag a product/]],
      '/me': [[/^Edit profile/]],
      '/me?tab=saved': [[/^New collection/], [/^Choose a collection/]],
      '/me/settings': [[/^Delete my account/]],
      '/me/taste': [[/^Start over/]],
    },
    merchant: {
      '/studio': [[/^Exploration/]],
      '/studio/products?state=live&stock=low&sort=-price': [[/^Save this view/]],
      [`/studio/orders/${w.orders.paid}`]: [[/^Cancel order/], [/^Refund/]],
      [`/studio/returns/${w.orders.returning}`]: [[/^Refuse$/], [/^Refund$/], [/^Send another/]],
      [`/studio/products/${w.product}`]: [[/^Archive/]],
      [`/studio/declarations/${w.declared}`]: [[/^View Order/], [/^Cancel the declaration/]],
      '/studio/declarations?view=ended': [[/^Upload receipts/]],
    },
    operator: { '/console/people': [[/^Aya$/], [/^Aya$/, /^End all/]] },
  }
}

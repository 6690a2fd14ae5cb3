import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, settled, signUp } from '#testing/browser'
import { eventually } from '#testing/eventually'
import { startServer, type TestServer } from '#testing/server'
import { buyOne, openShop, password, picture, post, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** Every screen in every language, on the phone and on the desktop. Whether it is beautiful, people judge; these are the ways it must not fail. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let places: Readonly<Record<Role, readonly string[]>>
type Role = 'guest' | 'aya' | 'merchant' | 'operator'
const languages = { en: 'en-GB', ja: 'ja-JP', zh: 'zh-CN' } as const
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  const [, token] = await server.says(/\/setup\/([\w-]+)/)
  const visitor = await Api.guest(server.url)
  await visitor.post(`/v1/setup/${token}`, { email: 'operator@example.org', password, name: 'Op' })
  const operator = await Api.member(server.url, 'operator@example.org', password)
  world = await openShop(server.url)
  const film = await post(world.merchant, 'navy', {
    caption: 'Third firing #hagi',
    products: [world.product],
    shop: world.shop,
    disclosure: 'own_product',
  })
  const shown = await world.merchant.get<{ video: { id: string } }>(`/v1/posts/${film}`)
  for (const language of Object.keys(languages))
    await world.merchant.put(`/v1/media/${shown.video.id}/captions/${language}`, {
      cues: [{ fromMs: 0, toMs: 900, text: language }],
    })
  const aya = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  const done = await buyOne(aya, world.variant)
  for (const step of ['pack', 'ship', 'deliver'])
    await world.merchant.post(
      `/v1/orders/${done.order}/${step}`,
      step === 'ship' ? { carrier: 'Yamato', tracking: '1' } : undefined,
    )
  await aya.post('/v1/reviews', { line: done.line, stars: 4, text: 'Warm in the hand' })
  await buyOne(aya, world.variant)
  await aya.post(`/v1/posts/${film}/comments`, { text: 'How large is it?' })
  const rude = await aya.post<{ id: string }>(`/v1/posts/${film}/comments`, { text: 'Cheap cups at my place' })
  const subject = { kind: 'comment', id: rude.id }
  await operator.post('/v1/moderation/decisions', { subject, action: 'remove', reason: 'spam', explanation: 'An advertisement' })
  await eventually(() => aya.post('/v1/moderation/appeals', { subject, text: 'It was meant as a hint' }))
  await aya.put(`/v1/posts/${film}/save`, {})
  await aya.put(`/v1/products/${world.product}/price-alert`, {})
  await aya.put(`/v1/cart/${world.variant}`, { quantity: 2 })
  // What is not published yet: a draft, one that waits for its time, and one that somebody is asked to help with.
  const still = await picture(world.merchant, '#953')
  const unpublished = { caption: 'Cups before the fire', products: [], shop: world.shop, pictures: [still], disclosure: 'none' }
  const draft = await world.merchant.post<{ id: string }>('/v1/posts', unpublished)
  const waiting = await world.merchant.post<{ id: string }>('/v1/posts', { ...unpublished, caption: 'The new glaze' })
  await world.merchant.put(`/v1/posts/${waiting.id}/schedule`, { at: new Date(Date.now() + 7_200_000).toISOString() })
  await world.merchant.post('/v1/shops/kiln/invitations', { email: 'a.rather.long.address@pottery.example.org', role: 'staff' })
  const held = await aya.post<{ id: string }>('/v1/checkouts', { lines: [{ variant: world.variant, quantity: 1 }] })
  await (await Api.guest(server.url)).post('/v1/reports', { subject: { kind: 'post', id: film }, reason: 'spam' })
  places = {
    guest: [
      '/',
      `/p/${film}`,
      '/mall',
      '/search?q=cup',
      '/search?q=zzz',
      `/product/${world.product}`,
      '/shop/kiln',
      '/shop/kiln/legal',
      '/u/naoko',
      '/cart',
      '/orders',
      '/create',
      '/me',
      '/me/taste',
      '/me/notices',
      '/me/notices/settings',
      '/me/alerts',
      '/sign-in',
      '/sign-in?new=1',
      '/reset/x',
      '/join/not-a-link',
      '/nowhere',
    ],
    aya: [
      '/',
      '/cart',
      `/checkout/${held.id}`,
      '/orders',
      `/orders/${done.order}`,
      '/create',
      '/me',
      '/me?tab=saved',
      '/me/settings',
      '/me/taste',
      '/me/notices',
      '/me/notices/settings',
      '/me/alerts',
      '/me/decisions',
    ],
    merchant: [
      '/studio',
      '/studio/orders',
      `/studio/orders/${done.order}`,
      '/studio/products',
      `/studio/orders/slips?ids=${done.order}`,
      '/studio/products?state=live&stock=low&sort=-price',
      '/studio/products/new',
      '/studio/products/import',
      `/studio/products/${world.product}`,
      '/studio/reviews',
      '/studio/content',
      '/studio/content?view=scheduled',
      `/create?post=${draft.id}`,
      `/create?post=${waiting.id}`,
      `/create?post=${film}`,
      '/me',
      '/studio/content?view=calendar',
      '/studio/content?view=comments',
      '/studio/customers',
      '/studio/legal',
      '/studio/legal?page=returns',
      '/studio/staff',
      '/studio/shop',
      '/studio/open',
    ],
    operator: [
      '/console',
      '/console/reports',
      '/console/reports/appeals',
      '/console/reports/decisions',
      '/console/people',
      '/console/shops',
      '/console/rates',
      '/console/loop',
      '/console/heart',
      '/console/health',
    ],
  }
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function enter(page: Page, role: Role, language: string): Promise<void> {
  if (role === 'guest') return
  await signUp(page, server.url, { email: `${role}@example.org`, password, name: role, handle: role })
  const set = await page.request.patch('/v1/me', { data: { language }, headers: { origin: server.url } })
  expect(set.ok()).toBe(true)
}
/** What a screen must not show or do, said with where it was. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  // biome-ignore lint/performance/useDomNodeTextContent: what a person can see, not what stands in the document
  const text = await page.locator('body').innerText()
  for (const [, raw] of text.matchAll(
    /(\b(?:per|pst|prd|shp|ord|chk|var|med|rev|cmt|pay)_[0-9a-z]{8,}|\bundefined\b|\bNaN\b|\[object |Invalid Date)/g,
  ))
    found.push(`shows ${raw}`)
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  if (wide > 0) found.push(`is ${wide} px too wide`)
  if (text.trim().length < 10) found.push('is empty')
  return found
}
async function still(page: Page, place: string): Promise<void> {
  await page.goto(place)
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  await page
    .locator('.skeleton')
    .first()
    .waitFor({ state: 'detached', timeout: 8000 })
    .catch(() => undefined)
  await settled(page)
}

const cases = (Object.keys(languages) as (keyof typeof languages)[]).flatMap(l =>
  (Object.keys(sizes) as (keyof typeof sizes)[]).map(s => [l, s] as const),
)
test.each(cases)('every screen in %s on the %s fits, speaks to people, and throws nothing', async (language, size) => {
  const found: string[] = []
  for (const role of Object.keys(places) as Role[]) {
    const { page, troubles } = await phone(browser, server.url, { locale: languages[language], ...sizes[size] })
    await enter(page, role, language)
    for (const place of places[role]) {
      await still(page, place)
      found.push(...(await faults(page)).map(f => `${role} ${place} ${f}`))
    }
    found.push(...troubles.map(t => `${role} ${t}`))
    await page.context().close()
  }
  expect(found).toEqual([])
})

test.each([
  ['dark', 'phone'],
  ['light', 'desktop'],
] as const)('no screen has a serious fault of accessibility, %s on the %s', async (scheme, size) => {
  const found: string[] = []
  for (const role of Object.keys(places) as Role[]) {
    const { page } = await phone(browser, server.url, { ...sizes[size] })
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await enter(page, role, 'en')
    for (const place of places[role]) {
      await still(page, place)
      const { violations } = await new AxeBuilder({ page: page as never })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      for (const v of violations)
        if (v.impact === 'serious' || v.impact === 'critical')
          found.push(
            `${role} ${place} ${v.id}: ${v.nodes
              .map(n => n.html.slice(0, 120))
              .slice(0, 3)
              .join(' | ')}`,
          )
    }
    await page.context().close()
  }
  expect(found).toEqual([])
})

test.each(Object.entries(languages))(
  'the very first clip has its captions in the language of the viewer: %s',
  async (language, locale) => {
    const { page } = await phone(browser, server.url, { locale })
    await page.goto('/')
    await page.locator(`.slide[data-active] video track[srclang="${language}"]`).waitFor({ state: 'attached' })
    await page.context().close()
  },
)

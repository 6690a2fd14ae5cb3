import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, plays, settled, signUp, swipeTo } from '#testing/browser'
import { addMusic, tool } from '#testing/editor'
import { Keys } from '#testing/keyboard'
import { axe } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { address, buyOne, clip, firstOperator, openShop, password, picture, post, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/**
 * The shopper without a pointer: a new guest goes the whole way with keys alone, each test where the one before ended. Wherever
 * the focus comes to, its ring is whole, in the window and not covered, and Tab follows the order of reading (testing/keyboard.ts).
 */
let server: TestServer
let browser: Browser
let world: ShopWorld
let film: string
let page: Page
let keys: Keys
let orderPath: string

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  await addMusic(await firstOperator(server))
  const bowl = await teaBowl(world)
  const draft = { shop: world.shop, disclosure: 'own_product' }
  film = await post(world.merchant, 'navy', { caption: 'Third firing #hagi', products: [bowl], ...draft })
  await post(world.merchant, 'teal', { caption: 'Rain on the kiln roof', products: [world.product], ...draft })
  browser = await openBrowser()
  ;({ page } = await phone(browser, server.url, { width: 1440, height: 900 }))
  keys = new Keys(page)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A product with a choice between two glazes. */
async function teaBowl({ merchant, shop }: ShopWorld): Promise<string> {
  const glaze = (key: string, en: string) => ({ key, name: { en } })
  const made = await merchant.post<{ id: string; variants: { id: string }[] }>(`/v1/shops/${shop}/products`, {
    category: 'ceramics',
    name: { en: 'Tea bowl' },
    description: { en: 'A bowl' },
    options: [{ name: { en: 'Glaze' }, values: [glaze('straw', 'Straw'), glaze('celadon', 'Celadon')] }],
    pictures: [await picture(merchant, '#a75')],
    variants: ['straw', 'celadon'].map(key => ({ sku: key, choice: [key], weightGrams: 300, onHand: 9 })),
  })
  for (const { id } of made.variants)
    await merchant.put(`/v1/variants/${id}/price`, { price: { minor: '5200', currency: 'JPY' } })
  await merchant.post(`/v1/products/${made.id}/publish`)
  return made.id
}
const front = () => page.locator('.slide[data-active]')
/** Arrows until this clip is in front, or one that is another. */
async function bring(wanted: (post: string) => boolean): Promise<void> {
  const posts = await page
    .locator('.slide[data-post]')
    .evaluateAll(all => all.map(slide => slide.getAttribute('data-post') ?? ''))
  const at = posts.indexOf((await front().getAttribute('data-post')) ?? '')
  const to = posts.findIndex(wanted)
  if (to !== at) await swipeTo(page, wanted, to > at ? 'on' : 'back')
}
const toFilm = () => bring(p => p === film)
/** Six steps on and six back stay in the sheet; between the last and the first the browser's own bar has its turn. */
async function heldBySheet(): Promise<void> {
  await page.getByRole('dialog').waitFor()
  expect((await keys.focus())?.inSheet).toBe(true)
  for (let i = 0; i < 6; i++) expect((await keys.tab())?.inSheet ?? true).toBe(true)
}
async function escapeBackTo(name: RegExp): Promise<void> {
  await keys.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect((await keys.focus())?.name).toMatch(name)
}

test('she goes through the clips, stops one, gives it sound and a like, and looks into the comments', async () => {
  await page.goto('/')
  await front().waitFor()
  await toFilm()
  await plays(page)
  await keys.press('m')
  await page.getByRole('button', { name: 'Mute' }).waitFor()
  await keys.press(' ')
  await front().getByRole('button', { name: 'Play' }).waitFor()
  await keys.press(' ')
  await plays(page)
  await keys.press('l')
  await front().getByRole('button', { name: /^Like/, pressed: true }).waitFor()

  await keys.to(/^Like/)
  await bring(p => p !== film)
  expect(await front().evaluate(slide => slide.contains(slide.ownerDocument.activeElement))).toBe(true)
  await toFilm()
  await keys.go(/^Comments/)
  await heldBySheet()
  await escapeBackTo(/^Comments/)
  expect(keys.faults()).toEqual([])
})

test('she opens the offer of the clip, chooses a glaze, and pays as a guest', async () => {
  await keys.go('Buy')
  await heldBySheet()
  await escapeBackTo(/^Buy$/)
  await keys.press('Enter')
  await keys.go('Celadon')
  await page.getByRole('button', { name: 'Celadon', pressed: true }).waitFor()
  await keys.go('One more')
  await keys.go(/^Buy now/)
  await page.waitForURL(/\/checkout\/chk_/)
  const form: readonly (readonly [string, string])[] = [
    ['Full name', address.name],
    ['E-mail', address.email],
    ['Phone', address.phone],
    ['Postcode', address.postcode],
  ]
  for (const [label, value] of form) await keys.fill(label, value)
  // The postcode fills in the place; what is left is the street.
  await expect.poll(() => page.getByLabel('City').inputValue()).not.toBe('')
  await keys.fill('Street, house, flat', address.line)
  await keys.go('To the final check')
  await page.getByText('When and how you pay').waitFor()
  await keys.go(/^Place order/)
  await page.getByText('Thank you for your order').waitFor()
  await keys.go('See the order')
  await page.waitForURL(/\/orders\/ord_/)
  orderPath = new URL(page.url()).pathname
  expect(keys.faults()).toEqual([])
})

test('the parcel comes; she says so, and reviews what was in it', async () => {
  await world.merchant.post(`/v1${orderPath}/pack`)
  await world.merchant.post(`/v1${orderPath}/ship`, { carrier: 'Yamato', tracking: '1' })
  await page.reload()
  await keys.go('I have it')
  await keys.go('Write a review')
  await heldBySheet()
  await escapeBackTo(/^Write a review$/)
  await keys.press('Enter')
  await keys.to('1 of 5')
  for (const _ of '234') await keys.press('ArrowRight')
  await keys.fill('How is it in use?', 'Lighter than it looks')
  await keys.go('Publish review')
  await page.getByText('Your review is published').waitFor()
  expect(keys.faults()).toEqual([])
})

test('she finds the bowl by a search, saves it, and asks to be told when its price falls; she looks round the mall', async () => {
  await keys.go('Mall')
  await page.waitForURL(/\/mall/)
  await keys.go('Search')
  await page.waitForURL(/\/search/)
  await page.getByRole('combobox').waitFor()
  await keys.fill(/^Search products/, 'bowl')
  await keys.press('Enter')
  await page.waitForURL(/q=bowl/)
  await keys.go(/^Tea bowl/)
  await page.waitForURL(/\/product\//)
  await keys.go('Save')
  await page.getByRole('button', { name: 'Saved', pressed: true }).waitFor()
  await keys.go('Tell me when the price falls')
  await page.getByText(/You hear once/).waitFor()
  await keys.go('Mall')
  await keys.go('Ceramics')
  await page.waitForURL(/category=ceramics/)
  await keys.walk()
  expect(keys.faults()).toEqual([])
})

test('she makes an account on the way to a comment, writes it, and has what she did as a guest', async () => {
  await keys.go('Watch')
  await toFilm()
  await keys.go(/^Comments/)
  await keys.go('Sign in to comment')
  await page.waitForURL(/\/sign-in/)
  await keys.go('I have no account yet')
  await keys.fill(/^Your name/, 'Aya')
  await keys.fill('E-mail', 'aya@example.org')
  await keys.fill('Password', password)
  await keys.press('Enter')
  await page.waitForURL(/\/p\/pst_/)
  await keys.go(/^Comments/)
  await keys.fill('Write a comment', 'How large is it?')
  await keys.press('Enter')
  await page.getByRole('dialog').getByText('How large is it?').waitFor()
  await escapeBackTo(/^Comments/)
  await keys.go('Orders')
  await page.getByRole('main').getByText('Tea bowl').first().waitFor()
  expect(keys.faults()).toEqual([])
})

test('from the order she edits a clip, with words, a sticker, music and the pin of the product moved, and posts it', async () => {
  await keys.go(/Tea bowl/)
  await page.waitForURL(/\/orders\/ord_/)
  await keys.go('Post a clip about it')
  await keys.go('Edit a video first')
  const chooser = page.waitForEvent('filechooser')
  await keys.go('Choose a video')
  await (await chooser).setFiles({ name: 'bowl.mp4', mimeType: 'video/mp4', buffer: await clip('olive', 5) })
  await page.getByRole('button', { name: /^Piece 1, 0:05/ }).waitFor()
  await keys.to('Position')
  await keys.press('Shift+ArrowRight')
  await keys.press('i')
  await page.getByRole('button', { name: /^Piece 1, 0:04/ }).waitFor()
  await keys.go('Product: Tea bowl', 'ArrowRight')
  await keys.go('Text')
  await keys.fill('Words', 'lighter than it looks')
  await keys.go('Add text')
  await page.getByRole('button', { name: 'Text: lighter than it looks' }).first().waitFor()
  await keys.go('Stickers')
  await keys.go('Heart')
  await keys.go('Sound')
  await keys.go(/^Morning kiln/)
  await page.getByRole('button', { name: /^Morning kiln/, pressed: true }).waitFor()
  await keys.go('Next')
  await page.waitForURL(/\/create(\?|$)/, { timeout: 120_000 })
  await keys.fill('Caption', 'My bowl #hagi')
  await keys.go('No, I bought it or just like it', ' ')
  await keys.go(/^Post/)
  await page.getByText('Your post is live').waitFor({ timeout: 90_000 })
  expect(keys.faults()).toEqual([])
  const mine = await (await Api.member(server.url, 'aya@example.org', password)).get<{ items: object[] }>('/v1/me/posts')
  expect(mine.items).toMatchObject([{ caption: 'My bowl #hagi', state: 'live' }])
})

test('she changes the language', async () => {
  await keys.go('Me')
  await keys.go('Settings')
  await keys.go('日本語')
  await page.locator('html[lang^=ja]').waitFor()
  await keys.walk()
  expect(keys.faults()).toEqual([])
})

test('on a narrow window every stop of every page is seen as well', async () => {
  const narrow = await phone(browser, server.url)
  await signUp(narrow.page, server.url, { email: 'ben@example.org', password, name: 'Ben', handle: 'ben' })
  const ben = await Api.member(server.url, 'ben@example.org', password)
  await buyOne(ben, world.variant)
  await ben.put(`/v1/products/${world.product}/price-alert`, {})
  await ben.put(`/v1/cart/${world.variant}`, { quantity: 2 })
  const there = new Keys(narrow.page)
  for (const place of [
    '/',
    '/mall',
    `/product/${world.product}`,
    '/cart',
    '/orders',
    '/me',
    '/me?tab=saved',
    '/me/notices/settings',
    '/me/alerts',
    '/search?q=cup',
    '/shop/kiln',
    '/create',
  ]) {
    await narrow.page.goto(place)
    await narrow.page.locator('#root > *').first().waitFor({ state: 'attached' })
    await narrow.page.waitForTimeout(place === '/' ? 2000 : 300)
    await settled(narrow.page)
    expect(await there.walk(), place).toBeGreaterThan(5)
  }
  expect(there.faults()).toEqual([])
})

test('on a narrow window every stop of every tool of the editor is seen as well, and nothing that axe finds is wrong with it', async () => {
  const narrow = await phone(browser, server.url)
  await narrow.page.goto('/create/edit')
  const file = { name: 'bowl.mp4', mimeType: 'video/mp4', buffer: await clip('olive', 5) }
  await narrow.page.locator('.edit input[type=file]').setInputFiles(file)
  await narrow.page.getByRole('button', { name: /^Piece 1/ }).waitFor()
  const there = new Keys(narrow.page)
  const before: Readonly<Record<string, string>> = {
    Mosaic: 'Add a mosaic',
    Captions: 'Add a caption here',
    Sound: 'Morning kiln',
  }
  for (const name of ['Cut', 'Text', 'Stickers', 'Product', 'Sound', 'Frame', 'Mosaic', 'Captions', 'Cover', 'Review']) {
    await tool(narrow.page, name)
    const first = before[name]
    if (first) await narrow.page.getByRole('button', { name: new RegExp(`^${first}`) }).click()
    // From above the panel, through it and its tools.
    await narrow.page.getByRole('slider', { name: 'Position' }).focus()
    expect(await there.walk(), name).toBeGreaterThan(5)
    await axe(narrow.page)
  }
  expect(there.faults()).toEqual([])
})

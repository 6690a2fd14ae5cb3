import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, playing, plays, swipeTo } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { openShop, post, type ShopWorld } from '#testing/shop-world'

/** What a viewer may expect of the player beyond a swipe. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let page: Page
beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  const draft = { shop: world.shop, disclosure: 'own_product' }
  await post(world.merchant, 'navy', { caption: 'Third firing #hagi', products: [world.product], ...draft })
  await post(world.merchant, 'teal', { caption: 'Fourth firing #hagi', products: [world.product], ...draft })
  browser = await openBrowser()
  ;({ page } = await phone(browser, server.url))
  await page.goto('/')
  await plays(page)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const front = () => page.locator('.slide[data-active]').first()
const ask = <T>(read: string) => page.evaluate<T>(`document.querySelector('.slide[data-active] video').${read}`)
/** As when another app comes in front, and this one again. */
const turn = (state: 'hidden' | 'visible') =>
  page.evaluate(`(() => {
    Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })()`)

test('in the background nothing plays; back in front a clip goes on, but not one that the viewer had paused', async () => {
  await turn('hidden')
  await expect.poll(() => playing(page)).toBe(false)
  await turn('visible')
  await plays(page)
  await page.keyboard.press(' ')
  await front().getByRole('button', { name: 'Play', exact: true }).waitFor()
  await turn('hidden')
  await turn('visible')
  await page.evaluate('new Promise(requestAnimationFrame)')
  expect(await ask('paused')).toBe(true)
  await page.keyboard.press(' ')
  await plays(page)
})

test('a clip goes on where it was when one comes back from another page', async () => {
  await page.keyboard.press(' ')
  await expect.poll(() => ask('paused')).toBe(true)
  await page.evaluate(`(() => {
    const video = document.querySelector('.slide[data-active] video')
    video.currentTime = 2
    video.addEventListener('playing', () => (window.began ??= video.currentTime))
  })()`)
  await page.getByRole('link', { name: 'Search' }).first().click()
  await page.waitForURL(/\/search/)
  await page.goBack()
  await plays(page)
  expect(await page.evaluate<number>('window.began')).toBeGreaterThanOrEqual(2)
})

test('the speed that is chosen holds for the next clip too', async () => {
  const before = await front().getAttribute('data-post')
  await front()
    .getByRole('button', { name: /^More about/ })
    .click()
  await page.getByRole('group', { name: 'Speed' }).getByRole('button', { name: '2×' }).click()
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  expect(await ask('playbackRate')).toBe(2)
  await swipeTo(page, id => id !== before)
  await plays(page)
  expect(await ask('playbackRate')).toBe(2)
})

test('with Ctrl and End the focus leaves the feed', async () => {
  await front().getByRole('button', { name: /^Like/ }).focus()
  await page.keyboard.press('Control+End')
  expect(
    await page.evaluate(`document.activeElement.closest('.feed') === null && document.activeElement !== document.body`),
  ).toBe(true)
})

test('a clip that can’t be loaded says so, and is loaded when one asks again', async () => {
  const other = await phone(browser, server.url)
  await other.page.route(/\/media\/.*\.mp4/, route => route.fulfill({ status: 410 }))
  await other.page.goto('/')
  const said = other.page.getByRole('alert').getByRole('button', { name: 'This video did not load Try again' })
  await said.waitFor()
  await other.page.unrouteAll()
  await said.click()
  await plays(other.page)
  expect(await said.count()).toBe(0)
  await other.page.context().close()
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, plays, settled, swipeTo } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { openShop, post, type ShopWorld } from '#testing/shop-world'

/** The shopper without a pointer. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let film: string
beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  const draft = { products: [world.product], shop: world.shop, disclosure: 'own_product' }
  film = await post(world.merchant, 'navy', { caption: 'Third firing #hagi', ...draft })
  await post(world.merchant, 'teal', { caption: 'Rain on the kiln roof', ...draft })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const focused = `(() => { const e = document.activeElement; return e === document.body ? 'body' : e.closest('dialog') ? 'dialog' : e.getAttribute('aria-label') ?? e.textContent })()`

test('arrows go through the feed; a sheet holds the focus while it is open and gives it back to the button that opened it', async () => {
  const { page } = await phone(browser, server.url, { width: 1440, height: 900 })
  await page.goto('/')
  await page.locator('.slide').first().waitFor()
  await swipeTo(page, p => p === film, 'on').catch(() => swipeTo(page, p => p === film, 'back'))
  await plays(page)
  const button = page.locator(`.slide[data-post="${film}"]`).getByRole('button', { name: /^Comments/ })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await settled(page)
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab')
    // Between the last and the first the browser's own bar has its turn.
    expect(['dialog', 'body']).toContain(await page.evaluate(focused))
  }
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await page.evaluate<string>(focused)).toMatch(/^Comments/)
})

test('the order of Tab is the order of the page: no element asks to be first', async () => {
  const { page } = await phone(browser, server.url)
  for (const place of [
    '/',
    '/mall',
    `/product/${world.product}`,
    '/me',
    '/me/settings',
    '/me/notices',
    '/me/alerts',
    '/sign-in',
  ]) {
    await page.goto(place)
    await page.locator('#root > *').first().waitFor({ state: 'attached' })
    await settled(page)
    expect(await page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count(), place).toBe(0)
  }
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, signUp } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { buyOne, openShop, password, post, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** The app without a network: what was seen can be seen again, what is done is kept, and no price is shown as today's. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let film: string
let order: string
beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  film = await post(world.merchant, 'navy', {
    caption: 'Third firing #hagi',
    products: [world.product],
    shop: world.shop,
    disclosure: 'own_product',
  })
  const aya = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  order = (await buyOne(aya, world.variant)).order
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The worker rules the page, and what it keeps in the background is there. */
async function ready(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready')
  await page.waitForFunction('navigator.serviceWorker.controller !== null')
}

test('the app can be installed: its worker is asked for anew each time, its manifest names icons that are there', async () => {
  const worker = await fetch(`${server.url}/sw.js`)
  expect(worker.headers.get('cache-control')).toBe('no-cache')
  expect(worker.headers.get('content-type')).toContain('javascript')
  expect(await worker.text()).not.toContain("'__BUILD__'")
  const manifest = (await (await fetch(`${server.url}/manifest.webmanifest`)).json()) as {
    icons: { src: string; type: string }[]
  }
  expect(manifest.icons.length).toBeGreaterThan(3)
  for (const icon of manifest.icons) {
    const reply = await fetch(server.url + icon.src)
    expect([reply.status, reply.headers.get('content-type')?.split(';')[0]]).toEqual([200, icon.type])
  }
})

test('without a network the last feed and one’s orders open, with when they are from; a like waits and is sent later', async () => {
  const { page } = await phone(browser, server.url)
  await signUp(page, server.url, { email: 'aya@example.org', password, name: 'Aya', handle: 'aya' })
  await page.goto('/')
  await ready(page)
  // Now with the worker in between.
  await page.goto('/')
  await page.locator('.slide').first().waitFor()
  await page.goto('/orders')
  await page.locator(`a[href*="${order}"]`).first().click()
  await page.waitForURL(/\/orders\/ord_/)
  // The list has the product's name too: what only the order's own page says.
  await page.getByText('What happened').waitFor()

  await page.context().setOffline(true)
  await page.goto('/orders')
  await page.locator(`a[href*="${order}"]`).first().waitFor()
  await page.getByText(/You see what was here at/).waitFor()
  await page.goto(`/orders/${order}`)
  await page.getByText('Hagi cup').first().waitFor()
  await page.goto('/')
  const slide = page.locator(`.slide[data-post="${film}"]`)
  await slide.waitFor()
  await slide.getByRole('button', { name: /^Like/ }).click()
  await slide.getByRole('button', { name: /^Like/, pressed: true }).waitFor()

  await page.context().setOffline(false)
  const aya = await Api.member(server.url, 'aya@example.org', password)
  await expect
    .poll(async () => (await aya.get<{ items: { id: string }[] }>('/v1/me/likes')).items.map(l => l.id), { timeout: 20_000 })
    .toEqual([film])
})

test('a product’s price is never answered from what was kept; who signs out leaves nothing to read', async () => {
  const { page } = await phone(browser, server.url)
  await signUp(page, server.url, { email: 'aya@example.org', password, name: 'Aya', handle: 'aya' })
  await page.goto('/')
  await ready(page)
  await page.goto(`/product/${world.product}`)
  await page.getByText('¥4,200').first().waitFor()
  await page.goto('/orders')
  await page.locator(`a[href*="${order}"]`).first().waitFor()
  await page.context().setOffline(true)
  await page.goto(`/product/${world.product}`)
  await page.getByRole('alert').first().waitFor()
  expect(await page.getByText('¥4,200').count()).toBe(0)
  expect(await page.locator('#first, #answers').count()).toBe(0)
  await page.context().setOffline(false)
  await page.goto('/me')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor()
  const left = await page.evaluate<string[]>(
    `(async () => (await (await caches.open('mine-1')).keys()).map(r => new URL(r.url).pathname).filter(p => p.includes('order')))()`,
  )
  expect(left).toEqual([])
})

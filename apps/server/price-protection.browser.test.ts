import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#testing/browser'
import { axe, fits, pageOf, press } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { buyOne, openShop, password, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** The promise of price protection as its two sides see it: set at the desk, seen and taken on the phone. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let aya: Api
beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  aya = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const open = (who: 'aya' | 'merchant', place: string) => pageOf(browser, server.url, who, place, who === 'aya' ? {} : undefined)

test('the shop makes the promise, the product page says it, and when the price falls the buyer has the difference with one tap', async () => {
  const desk = await open('merchant', '/studio/shop')
  await desk.getByLabel('Price protection, days').fill('14')
  await press(desk, 'Save')
  await expect.poll(async () => (await aya.get<{ protectionDays: number }>('/v1/shops/kiln')).protectionDays).toBe(14)
  const product = await open('aya', `/product/${world.product}`)
  await product.getByText('If our price falls within 14 days, you get the difference back').waitFor()
  const { order } = await buyOne(aya, world.variant)
  const page = await open('aya', `/orders/${order}`)
  await page.getByText(/If a price of this order falls by .*, you get the difference back here\./).waitFor()
  await world.merchant.put(`/v1/variants/${world.variant}/price`, { price: { minor: '3900', currency: 'JPY' } })
  await page.reload()
  await page.getByText('The price has fallen').waitFor()
  await page.getByText('¥4,200 then, ¥3,900 at the lowest, × 1').waitFor()
  await axe(page)
  expect(await fits(page)).toBe(true)
  await press(page, 'Get ¥300 back')
  await page.getByText('¥300 came back to you for lower prices.').waitFor()
  await page.getByText('The price fell: difference returned').waitFor()
  expect(await page.getByRole('button', { name: /Get .* back/ }).count()).toBe(0)
  const seen = await open('merchant', `/studio/orders/${order}`)
  await seen.getByText('Price protection: difference returned').waitFor()
  await seen.getByText('Price protection −¥300').waitFor()
})

test('without a network the order’s page says that it can’t look, and looks again when asked', async () => {
  const { order } = await buyOne(aya, world.variant)
  const page = await open('aya', `/orders/${order}`)
  await page.getByText(/If a price of this order falls/).waitFor()
  await page.route(/price-protection$/, route => route.abort())
  await page.reload()
  const again = page.getByRole('region', { name: 'Price protection' }).getByRole('button', { name: 'Try again' })
  await again.waitFor()
  await page.unrouteAll()
  await again.click()
  await again.waitFor({ state: 'detached' })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, playing, plays, signUp } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { address, openShop, password, post, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** The lap as a person walks it: a real browser on a real server with real clips. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let film: string

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  film = await post(world.merchant, 'navy', {
    caption: 'Third firing #hagi',
    products: [world.product],
    shop: world.shop,
    disclosure: 'own_product',
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('a shopper watches, likes, buys without leaving the video, and the merchant ships it in the studio', async () => {
  const { page, troubles } = await phone(browser, server.url)
  await signUp(page, server.url, { email: 'aya@example.org', password, name: 'Aya', handle: 'aya' })
  await page.goto('/')
  await plays(page)
  await page.getByRole('button', { name: /^Like/ }).first().click()
  await page.getByRole('button', { name: 'Buy', exact: true }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Hagi cup').first().waitFor()
  expect(await playing(page)).toBe(true)
  await sheet.getByRole('button', { name: /^Buy/ }).last().click()

  await page.waitForURL(/\/checkout\/chk_/)
  const form = {
    'Full name': address.name,
    'E-mail': address.email,
    Phone: address.phone,
    Postcode: address.postcode,
    'Prefecture or state': address.region,
    City: address.city,
    'Street, house, flat': address.line,
  }
  for (const [label, value] of Object.entries(form)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'To the final check' }).click()
  for (const item of [
    'Items and quantity',
    'Total to pay',
    'When and how you pay',
    'Delivery',
    'Cancelling and returning',
    'Order by',
  ])
    await page.getByText(item, { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Place order' }).click()
  await page.getByText('Thank you for your order').waitFor()

  // The next time it is three taps: Buy, Buy now, Place order.
  await page.goto('/')
  await plays(page)
  await page.getByRole('button', { name: 'Buy', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: /^Buy/ }).last().click()
  await page.getByRole('button', { name: 'Place order' }).click()
  await page.getByText('Thank you for your order').waitFor()
  expect(troubles).toEqual([])

  const studio = await phone(browser, server.url, { width: 1440, height: 900 })
  await signUp(studio.page, server.url, { email: 'merchant@example.org', password, name: 'Naoko', handle: 'naoko' })
  await studio.page.goto('/studio/orders')
  await studio.page
    .getByRole('link', { name: /^E?-?\w/ })
    .filter({ hasText: /\d{4,}/ })
    .first()
    .click()
  await studio.page.getByRole('button', { name: 'Packed' }).click()
  await studio.page.getByRole('button', { name: 'Ship', exact: true }).first().click()
  await studio.page.getByLabel('Carrier').fill('Yamato')
  await studio.page.getByRole('dialog').getByRole('button', { name: 'Ship' }).click()
  await studio.page.getByRole('button', { name: 'Delivered' }).click()
  await studio.page.getByText('Marked as delivered').waitFor()
  expect(studio.troubles).toEqual([])
})

test('what the buyer posts reaches somebody else within ten seconds, is bought through, and the studio shows both ends', async () => {
  const { page, troubles } = await phone(browser, server.url)
  const aya = await Api.member(server.url, 'aya@example.org', password)
  const { items } = await aya.get<{ items: { line: string }[] }>('/v1/me/review-asks')
  const clip = await post(aya, 'teal', {
    caption: 'Three weeks with it',
    products: [world.product],
    grownFrom: items[0]?.line as string,
  })
  const published = Date.now()
  let reached = false
  while (!reached && Date.now() - published < 10_000) {
    await page.goto('/')
    reached = (await page.getByText('Three weeks with it').count()) > 0
  }
  expect(reached).toBe(true)
  await page.goto(`/p/${clip}`)
  await plays(page)
  await page.getByText('Bought it').first().waitFor()
  await page.getByRole('button', { name: 'Buy', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: /^Buy/ }).last().click()
  await page.waitForURL(/\/checkout\/chk_/)
  for (const [label, value] of Object.entries({
    'Full name': 'Ben',
    'E-mail': 'ben@example.org',
    Phone: address.phone,
    Postcode: address.postcode,
    'Prefecture or state': address.region,
    City: address.city,
    'Street, house, flat': address.line,
  }))
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'To the final check' }).click()
  await page.getByRole('button', { name: 'Place order' }).click()
  await page.getByText('Thank you for your order').waitFor()
  expect(troubles).toEqual([])

  const studio = await phone(browser, server.url, { width: 1440, height: 900 })
  await signUp(studio.page, server.url, { email: 'merchant@example.org', password, name: 'Naoko', handle: 'naoko' })
  await studio.page.goto('/studio')
  await studio.page.getByText('What led to what').waitFor()
  await studio.page.getByText('Order of Hagi cup').first().waitFor()
  expect(film).not.toBe(clip)
})

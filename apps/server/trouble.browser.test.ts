import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, settled, signUp } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { address, clip, openShop, password, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** Reload, Back, double presses and lost networks in the middle of paying and posting: nothing is lost, nothing happens twice. */
let server: TestServer
let browser: Browser
let world: ShopWorld

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const typed = {
  'Full name': 'Ben',
  'E-mail': 'ben@example.org',
  Phone: address.phone,
  Postcode: address.postcode,
  Prefecture: address.region,
  City: address.city,
  'Street, house, flat': address.line,
}
async function fill(page: Page, fields: Partial<typeof typed>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
}
const soldPieces = async (): Promise<number> => {
  const stock = await world.merchant.get<{ onHand: number; reserved: number }>(`/v1/variants/${world.variant}/stock`)
  return 20 - stock.onHand
}

test('what was typed at the checkout survives a reload, a lost network and Back; a double press on pay is one order', async () => {
  const { page, troubles } = await phone(browser, server.url)
  await page.goto(`/product/${world.product}`)
  await page.getByRole('button', { name: /^Buy now/ }).click()
  await page.waitForURL(/\/checkout\/chk_/)
  await fill(page, typed)
  await page.reload()
  for (const [label, value] of Object.entries(typed))
    expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value)

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'To the final check' }).click()
  await page
    .getByRole('alert')
    .filter({ hasText: /network|connection/i })
    .first()
    .waitFor()
  expect(await page.getByLabel('Full name', { exact: true }).inputValue()).toBe('Ben')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'To the final check' }).click()
  await page.getByRole('button', { name: 'Place order' }).waitFor()

  await page.goBack()
  await page.waitForURL(/\/product\//)
  await page.goForward()
  await page.waitForURL(/\/checkout\/chk_/)
  await page.getByText('Ben').first().waitFor()
  await page.getByRole('button', { name: 'Place order' }).dblclick()
  await page.getByText('Thank you for your order').waitFor()
  await page.reload()
  await page.getByText('Thank you for your order').waitFor()
  const orders = await world.merchant.get<{ items: object[] }>(`/v1/shops/${world.shop}/orders?view=to_pack`)
  expect(orders.items).toHaveLength(1)
  expect(await soldPieces()).toBe(1)
  expect(troubles).toEqual([])
})

test('a price that changes under the open cart is asked about, never charged silently', async () => {
  const { page } = await phone(browser, server.url)
  await page.goto(`/product/${world.product}`)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByText('In your cart').waitFor()
  await page.goto('/cart')
  await page.getByRole('button', { name: /^Checkout/ }).waitFor()
  await world.merchant.put(`/v1/variants/${world.variant}/price`, { price: { minor: '4900', currency: 'JPY' } })
  await page.getByRole('button', { name: /^Checkout/ }).click()
  await page.getByText('The price changed while you were here').waitFor()
  expect(new URL(page.url()).pathname).toBe('/cart')
  await page.getByText('¥4,900').first().waitFor()
  await page.getByRole('button', { name: /^Checkout/ }).click()
  await page.waitForURL(/\/checkout\/chk_/)
  await page.getByText('¥4,900').first().waitFor()
})

test('an upload goes on where it was after a lost network and a reload, and the caption is still there', async () => {
  const { page } = await phone(browser, server.url)
  await signUp(page, server.url, { email: 'mio@example.org', password, name: 'Mio', handle: 'mio' })
  await page.goto('/create')
  const offsets: number[] = []
  page.on('request', r => {
    if (r.method() === 'PATCH') offsets.push(Number(r.headers()['upload-offset']))
  })
  // A box that players skip makes the clip large: three chunks over a link of 4 MB/s.
  const padding = Buffer.alloc(18_000_000)
  padding.writeUInt32BE(padding.length, 0)
  padding.write('free', 4)
  const cdp = await page.context().newCDPSession(page)
  const link = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4_000_000 }
  await cdp.send('Network.emulateNetworkConditions', link)
  await page.getByLabel('Choose from this device').setInputFiles({
    name: '長い名前 <b>.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.concat([await clip('olive', 5), padding]),
  })
  await page.getByRole('textbox', { name: 'Caption' }).fill('Rain on the kiln roof')
  /** Until a chunk behind the first was sent, counted from `mark`: what was sent before somebody looked counts too. */
  const goesOn = (mark: number) =>
    expect.poll(() => offsets.slice(mark).some(o => o >= 8_000_000), { timeout: 60_000 }).toBe(true)
  await goesOn(0)
  await cdp.send('Network.emulateNetworkConditions', { ...link, offline: true })
  await page.getByText('Waiting for the network').waitFor()
  const lost = offsets.length
  await cdp.send('Network.emulateNetworkConditions', link)
  await goesOn(lost)
  const left = offsets.length
  await page.reload()
  await cdp.send('Network.emulateNetworkConditions', link)
  expect(await page.getByRole('textbox', { name: 'Caption' }).inputValue()).toBe('Rain on the kiln roof')
  await goesOn(left)
  expect(offsets.filter(o => o === 0)).toHaveLength(1)
  await settled(page)
  await page.getByRole('button', { name: /^Post/ }).click()
  await page.getByText('Your post is live').waitFor({ timeout: 90_000 })
  const mio = await Api.member(server.url, 'mio@example.org', password)
  expect((await mio.get<{ items: object[] }>('/v1/me/posts')).items).toMatchObject([
    { caption: 'Rain on the kiln roof', state: 'live' },
  ])
})

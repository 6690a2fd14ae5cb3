import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeEmbedded } from '#base/db'
import { openBrowser, phone, settled, signUp } from '#testing/browser'
import { slowUploads, uploadsOf } from '#testing/editor'
import { freePort, startServer, type TestServer } from '#testing/server'
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

/** A box that players skip makes a clip large. */
async function large(bytes: number): Promise<Buffer> {
  const padding = Buffer.alloc(bytes)
  padding.writeUInt32BE(padding.length, 0)
  padding.write('free', 4)
  return Buffer.concat([await clip('olive', 5), padding])
}
const picked = async (bytes: number) => ({ name: 'kiln.mp4', mimeType: 'video/mp4', buffer: await large(bytes) })

test('an upload goes on where it was after a lost network and a reload, and the caption is still there', async () => {
  const { page } = await phone(browser, server.url)
  await signUp(page, server.url, { email: 'mio@example.org', password, name: 'Mio', handle: 'mio' })
  await page.goto('/create')
  const offsets: number[] = []
  page.on('request', r => {
    if (r.method() === 'PATCH') offsets.push(Number(r.headers()['upload-offset']))
  })
  const cdp = await page.context().newCDPSession(page)
  const link = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4_000_000 }
  await cdp.send('Network.emulateNetworkConditions', link)
  await page.getByLabel('Choose from this device').setInputFiles({
    name: '長い名前 <b>.mp4',
    mimeType: 'video/mp4',
    // Three chunks over a link of 4 MB/s.
    buffer: await large(18_000_000),
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

test('a post on its way is sent by one page alone; when that page is closed, another sends the rest, and it is one post', async () => {
  const { page } = await phone(browser, server.url)
  await signUp(page, server.url, { email: 'rin@example.org', password, name: 'Rin', handle: 'rin' })
  await page.goto('/create')
  await (await slowUploads(page))(500_000)
  // Two chunks: a page's slow link ends before the page that is closed does, and the rest of its chunk may get through in that moment.
  await page.getByLabel('Choose from this device').setInputFiles(await picked(14_000_000))
  await page.getByRole('textbox', { name: 'Caption' }).fill('Ash glaze')
  await page.getByRole('button', { name: /^Post/ }).click()
  await page.getByText(/^Uploading [1-9]/).waitFor()
  const other = await page.context().newPage()
  const uploads = uploadsOf(other)
  await other.goto('/me')
  await other.getByText(/^(Uploading|Saving)/).waitFor()
  await page.getByText(/^Uploading [2-9]\d/).waitFor()
  expect(uploads).toEqual({ begun: [], offsets: [] })
  await page.close()
  await other.getByText('Your post is live').waitFor({ timeout: 90_000 })
  // The rest came from the other page: nothing was begun anew, or sent from its beginning.
  expect(uploads.begun).toEqual([])
  expect(uploads.offsets).not.toEqual([])
  expect(uploads.offsets.filter(o => o < 1_000_000)).toEqual([])
  const rin = await Api.member(server.url, 'rin@example.org', password)
  expect((await rin.get<{ items: object[] }>('/v1/me/posts')).items).toMatchObject([{ caption: 'Ash glaze', state: 'live' }])
})

test('when the answer to the creation of a post is lost it is asked for again, and the post is one', async () => {
  const { page } = await phone(browser, server.url)
  await signUp(page, server.url, { email: 'sen@example.org', password, name: 'Sen', handle: 'sen' })
  let lost = 0
  await page.route('**/v1/posts', async route => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost++
    await route.fetch()
    return route.abort()
  })
  await page.goto('/create')
  await page.getByLabel('Choose from this device').setInputFiles(await picked(100_000))
  await page.getByRole('textbox', { name: 'Caption' }).fill('Straw glaze')
  await page.getByRole('button', { name: /^Post/ }).click()
  await page.getByText('Your post is live').waitFor({ timeout: 90_000 })
  expect(lost).toBe(1)
  const sen = await Api.member(server.url, 'sen@example.org', password)
  expect((await sen.get<{ items: object[] }>('/v1/me/posts')).items).toMatchObject([{ caption: 'Straw glaze', state: 'live' }])
})

test('an upload goes on by itself when a server that was killed comes back, however long it was away', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'enishi-away-'))
  const port = await freePort()
  const start = () => startServer({ args: ['--empty'], dataDir, port })
  let away = await start()
  try {
    const { page } = await phone(browser, away.url)
    await page.clock.install()
    await page.goto('/create')
    const uploads = uploadsOf(page)
    await (await slowUploads(page))(500_000)
    await page.getByLabel('Choose from this device').setInputFiles(await picked(4_000_000))
    await page.getByText(/^[1-9]\.\d MB of/).waitFor()
    await away.kill()
    // It is asked for again after 0, 1, 3, 5 and 10 seconds; then it waits.
    const waits = page.getByText('Waiting for the network')
    while (!(await waits.isVisible())) {
      await page.clock.fastForward(11_000)
      await page.waitForTimeout(200)
    }
    away = await start()
    await page.clock.fastForward(11_000)
    await page.getByText('Can be watched already').waitFor({ timeout: 60_000 })
    expect(uploads.begun).toEqual([null])
    expect(uploads.offsets[0]).toBe(0)
    expect(uploads.offsets.at(-1)).toBeGreaterThan(900_000)
    await page.context().close()
  } finally {
    await away.stop()
    removeEmbedded(dataDir)
  }
})

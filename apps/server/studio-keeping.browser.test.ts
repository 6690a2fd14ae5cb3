import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#testing/browser'
import { pageOf } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { buyOne, openShop, password, post, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** What a merchant keeps in order beside products and orders: who works here, what was posted, who buys, what the law asks for. */
let server: TestServer
let browser: Browser
let world: ShopWorld

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  const aya = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  const film = await post(world.merchant, 'navy', {
    caption: 'Third firing',
    products: [world.product],
    shop: world.shop,
    disclosure: 'own_product',
  })
  await aya.post(`/v1/posts/${film}/comments`, { text: 'How large is it?' })
  await buyOne(aya, world.variant)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const studio = (place: string, who = 'merchant', size?: { width: number; height: number }) =>
  pageOf(browser, server.url, who, place, size)

test('an owner lets somebody in, makes them an owner and takes them out again; the last owner is told why they stay', async () => {
  const page = await studio('/studio/staff')
  await page.getByLabel('Handle of their account').fill('@nobody_here')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('There is nobody with this handle.').waitFor()
  await page.getByLabel('Handle of their account').fill('@aya')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const row = page.locator('tr').filter({ hasText: '@aya' })
  await row.waitFor()
  await page.getByRole('button', { name: 'Leave the shop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the shop' }).click()
  await page.getByText('A shop keeps one owner.').waitFor()
  await page.keyboard.press('Escape')
  const hers = await studio('/studio/staff', 'aya')
  await hers.getByText('Only owners change who works here.').waitFor()
  expect(await hers.getByRole('combobox').count()).toBe(0)
  await row.getByRole('combobox').selectOption('owner')
  await page.getByText('Aya: role changed').waitFor()
  await row.getByRole('button', { name: 'Remove Aya' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await row.waitFor({ state: 'detached' })
  await hers.reload()
  await hers.getByText('Open a shop to use the studio').waitFor()
  await Promise.all([page.context().close(), hers.context().close()])
})

test('a phone finds the pages that its bar has no room for behind “More”', async () => {
  const page = await studio('/studio', 'merchant', { width: 390, height: 844 })
  await page.getByRole('button', { name: 'More pages' }).click()
  await page.getByRole('menuitem', { name: 'Staff' }).click()
  await page.getByRole('heading', { name: 'People who work here' }).waitFor()
  await page.context().close()
})

test('a post stands in the list and on its day in the calendar; a comment under it waits until it is answered', async () => {
  const page = await studio('/studio/content')
  const row = page.locator('tr').filter({ hasText: 'Third firing' })
  await row.getByText('Live').waitFor()
  await row.getByText('Own product').waitFor()
  await page.getByRole('link', { name: 'Calendar' }).click()
  await page.locator('td').filter({ hasText: 'Third firing' }).waitFor()
  await page.getByRole('link', { name: 'Month before' }).click()
  await page.getByText('Nothing in this month').waitFor()
  await page.getByRole('link', { name: 'Comments' }).click()
  await page.getByText('How large is it?').waitFor()
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  await page.getByRole('textbox', { name: 'Answer' }).fill('Nine centimetres.')
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await page.getByText('Every comment has an answer').waitFor()
  await page.context().close()
})

test('a customer leads to their orders, and that list can be named and found again', async () => {
  const page = await studio('/studio/customers')
  await page.getByRole('searchbox').fill('nobody')
  await page.getByText('Nobody matches').waitFor()
  await page.getByRole('searchbox').fill('aya')
  await page.getByRole('link', { name: 'Orders of Aya' }).click()
  await page.getByText('Only orders of one customer.').waitFor()
  await page.locator('tbody tr').first().waitFor()
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Aya’s')
  await page.getByRole('dialog').getByRole('button', { name: 'Save this view' }).click()
  await page.goto('/studio/orders')
  await page.getByRole('link', { name: 'Aya’s' }).click()
  await page.waitForURL(/of=ord_/)
  await page.getByText('Only orders of one customer.').waitFor()
  await page.getByRole('button', { name: 'Remove this view' }).click()
  await page.getByRole('link', { name: 'Aya’s' }).waitFor({ state: 'detached' })
  await page.context().close()
})

test('the legal pages stand side by side in three languages, say what is missing, and are what shoppers read', async () => {
  const page = await studio('/studio/legal')
  await page.getByText('Every fact that this page asks for is there.').waitFor()
  for (const title of ['特定商取引法に基づく表記', '特定商业交易法公示'])
    await page.getByRole('heading', { name: title }).waitFor()
  const { seller } = await world.merchant.get<{ seller: object }>('/v1/shops/kiln')
  await world.merchant.patch('/v1/shops/kiln', { seller: { ...seller, phone: '' } })
  await page.reload()
  await page.getByRole('region', { name: 'Missing' }).getByText('Phone').waitFor()
  await page.getByRole('link', { name: 'See them in the shop front' }).click()
  await page.getByRole('heading', { name: 'Returns and cancelling' }).waitFor()
  await page.goto('/shop/kiln')
  await page.getByRole('tab', { name: 'Seller information' }).click()
  await page.getByRole('link', { name: 'Legal notice, delivery, returns, privacy' }).click()
  await page.waitForURL(/\/shop\/kiln\/legal/)
  await page.context().close()
})

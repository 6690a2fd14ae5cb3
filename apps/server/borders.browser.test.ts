import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#testing/browser'
import { axe, fits, pageOf } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { firstOperator, openShop, type ShopWorld } from '#testing/shop-world'

/** What selling abroad needs: rates of exchange in the console, ways to send and prices by country in the studio. */
let server: TestServer
let browser: Browser
let world: ShopWorld

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  await firstOperator(server)
  world = await openShop(server.url)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const enter = (place: string, who = 'merchant', size?: { width: number; height: number }) =>
  pageOf(browser, server.url, who, place, size)

test('an operator pastes rates: a wrong line is named, nothing typed is lost, and the newest of each pair stands in the list', async () => {
  const page = await enter('/console/rates', 'operator')
  await page.getByText('No rates yet').waitFor()
  await page.getByRole('button', { name: 'Set new rates' }).click()
  const form = page.getByRole('dialog')
  const lines = form.getByLabel('Rates, one a line')
  await lines.fill('JPY,CNY,0.0478,150\nJPY,USD')
  await form.getByRole('button', { name: 'Set them' }).click()
  await form.getByText('Line 2 is not like').waitFor()
  await form.getByText('Say where the rates come from.').waitFor()
  await axe(page)
  await form.getByLabel('Where they come from').fill('Morning fixing')
  await lines.fill('JPY,CNY,0.0478,150\nJPY,USD,0.0066,0')
  await page.context().setOffline(true)
  await form.getByRole('button', { name: 'Set them' }).click()
  await form.getByRole('alert').first().waitFor()
  expect(await lines.inputValue()).toContain('JPY,USD,0.0066')
  await page.context().setOffline(false)
  await form.getByRole('button', { name: 'Set them' }).click()
  const row = page.locator('tr').filter({ hasText: 'JPY → CNY' })
  await row.getByText('Morning fixing').waitFor()
  await row.getByText('0.048517').waitFor()
  await row.getByText('1.5%').waitFor()
  await axe(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByText('1 JPY = 0.0066 USD').waitFor()
  expect(await fits(page)).toBe(true)
  await page.context().close()
})

test('a merchant adds a way to send abroad; what is missing is said at its field, and the shop keeps it', async () => {
  const page = await enter('/studio/shop')
  await page.getByRole('button', { name: 'Add a way to send' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Give it a name in at least one language.').waitFor()
  await page.getByLabel('Name that buyers read, English').fill('Airmail')
  await page.getByText('Choose at least one country.').waitFor()
  for (const country of ['China', 'United States']) await page.getByRole('button', { name: country, exact: true }).click()
  await page.getByText('Give an amount, 0 when it is free.').waitFor()
  await page.getByLabel('Fee', { exact: true }).fill('2000')
  await axe(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved', { exact: true }).first().waitFor()
  const { delivery } = await world.merchant.get<{ delivery: object[] }>('/v1/shops/kiln')
  expect(delivery).toMatchObject([{ name: { en: 'Airmail' }, countries: ['CN', 'US'], fee: '2000', way: 'post' }])
  await page.context().close()
})

test('prices by country: the exchanged price is a hint, one’s own replaces it and is taken back by emptying the field', async () => {
  const page = await enter(`/studio/products/${world.product}`, 'merchant', { width: 390, height: 844 })
  const china = page.getByLabel('China', { exact: true })
  await page.getByText('exchanged about CN¥203.77').waitFor()
  await china.fill('199')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Prices are set').waitFor()
  const listed = () => world.merchant.get<{ items: object[] }>(`/v1/products/${world.product}/market-prices`)
  expect((await listed()).items).toMatchObject([{ market: 'CN', price: { minor: '19900', currency: 'CNY' } }])
  expect(await fits(page)).toBe(true)
  await axe(page)
  await china.fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(async () => (await listed()).items).toEqual([])
  await page.context().close()
})

test('an operator plans a commission for one shop: what is wrong is said at its field, and the row stands in the list and in the audit log', async () => {
  const page = await enter('/console/fees', 'operator')
  await page.getByText('From the beginning').first().waitFor()
  await page.getByRole('button', { name: 'Set a rate' }).click()
  const form = page.getByRole('dialog')
  const share = form.getByLabel('Share in percent')
  await share.fill('three')
  await form.getByRole('button', { name: 'Set it' }).click()
  await form.getByText('A percentage from 0 to 100').waitFor()
  await axe(page)
  await share.fill('1.5')
  await form.getByLabel('For', { exact: true }).selectOption({ index: 1 })
  await page.context().setOffline(true)
  await form.getByRole('button', { name: 'Set it' }).click()
  await form.getByRole('alert').first().waitFor()
  expect(await share.inputValue()).toBe('1.5')
  await page.context().setOffline(false)
  await form.getByRole('button', { name: 'Set it' }).click()
  const row = page.locator('tr').filter({ hasText: 'Planned' })
  await row.getByText('1.5%').waitFor()
  await axe(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('list', { name: 'Commission and fees' }).getByText('Planned').waitFor()
  expect(await fits(page)).toBe(true)
  await page.goto('/console/health')
  await page.getByText('set a rate of the ledger for').waitFor()
  await page.context().close()
})

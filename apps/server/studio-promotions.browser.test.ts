import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#testing/browser'
import { axe, pageOf } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { openShop, type ShopWorld } from '#testing/shop-world'

/** Promotions as a merchant keeps them: made with a preview, changed against a second editor, paused, ended and deleted. */
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

const studio = (place: string, size?: { width: number; height: number }) => pageOf(browser, server.url, 'merchant', place, size)

test('a promotion is made with an example of what a shopper pays; what is wrong is said beside its field and nothing typed is lost', async () => {
  const page = await studio('/studio/promotions')
  await page.getByText('No promotions yet').waitFor()
  await page.getByRole('link', { name: 'New promotion' }).click()
  await page.getByLabel('Percent', { exact: true }).fill('25')
  const preview = page.locator('section').filter({ has: page.getByRole('heading', { name: 'What a shopper pays' }) })
  // 4,200 less a quarter, and 500 for delivery.
  await preview.getByText('¥3,650').waitFor()
  await page.getByRole('button', { name: 'Start it' }).click()
  await page.getByText('Give it a name in at least one language.').waitFor()
  await page.getByLabel('Name that shoppers read, English').fill('Kiln opening')
  await page.getByLabel('Code').fill('two words')
  await page.getByRole('button', { name: 'Start it' }).click()
  await page.getByText('3 to 32 letters or digits, without spaces').waitFor()
  await page.getByLabel('Code').fill('kiln25')
  await axe(page)
  await page.getByRole('button', { name: 'Start it' }).click()
  const row = page.locator('tr').filter({ hasText: 'Kiln opening' })
  await row.getByText('Running').waitFor()
  await row.getByText('Code KILN25').waitFor()
  await row.getByText('25% off').waitFor()
  await axe(page)
  await page.getByRole('link', { name: 'Calendar' }).click()
  await page.getByRole('link', { name: /Kiln opening · 25% off · Running/ }).waitFor()
  await axe(page)
  await page.context().close()
})

test('flash prices: products are found by words, the example shows the price, and the shop’s public list tells it', async () => {
  const page = await studio('/studio/promotions/new')
  await page.getByLabel('Kind', { exact: true }).selectOption('flash')
  await page.getByRole('button', { name: 'Choose products' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Search').fill('Hagi')
  await dialog.getByRole('button', { name: /Hagi cup/ }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByText('now ¥4,200').waitFor()
  await page.getByLabel('Flash price').fill('3000')
  await page.getByLabel('Pieces', { exact: true }).fill('5')
  await page.getByLabel('Name that shoppers read, English').fill('Tonight')
  await page.getByText('¥3,500').waitFor()
  await axe(page)
  await page.getByRole('button', { name: 'Start it' }).click()
  await page.locator('tr').filter({ hasText: 'Tonight' }).getByText('0 of 5 pieces').waitFor()
  const { items } = await world.merchant.get<{ items: { kind: string; items: { left: number }[] }[] }>(
    `/v1/shops/${world.shop}/running-offers?product=${world.product}`,
  )
  expect(items.map(o => [o.kind, o.items[0]?.left])).toEqual([['flash', 5]])
  await page.context().close()
})

test('a second editor is asked whose words to keep; paused, ended and deleted promotions say so', async () => {
  const made = await world.merchant.post<{ id: string }>(`/v1/shops/${world.shop}/offers`, {
    kind: 'fixed',
    name: { en: 'Thanks' },
    starts: new Date().toISOString(),
    amount: '300',
  })
  const page = await studio(`/studio/promotions/${made.id}`)
  const amount = page.getByLabel('Amount', { exact: true })
  await amount.fill('400')
  await world.merchant.put(`/v1/offers/${made.id}`, {
    version: 1,
    name: { en: 'Many thanks' },
    starts: new Date().toISOString(),
    amount: '350',
  })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Somebody else changed this promotion').waitFor()
  await page.getByRole('button', { name: 'Save mine' }).click()
  await page.getByText('The promotion is set').waitFor()
  expect(await world.merchant.get(`/v1/offers/${made.id}`)).toMatchObject({ amount: { minor: '400' }, version: 3 })
  // What was typed and taken back is nothing unsaved.
  await amount.fill('500')
  await amount.fill('400')
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Paused').first().waitFor()
  await page.getByRole('button', { name: 'Let it go on' }).click()
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click()
  await page.getByText('This promotion was ended and stays as it is.').waitFor()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.waitForURL('**/studio/promotions')
  await expect(world.merchant.get(`/v1/offers/${made.id}`)).rejects.toThrow(/404/)
  await page.context().close()
})

test('on a phone the list, the calendar and the form are usable, and a lost connection is said', async () => {
  const page = await studio('/studio/promotions', { width: 390, height: 844 })
  await page.getByRole('link', { name: 'Kiln opening' }).click()
  await page.getByRole('heading', { name: 'Kiln opening' }).waitFor()
  await page.getByLabel('Percent', { exact: true }).fill('30')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('There is no connection. Nothing was changed').first().waitFor()
  expect(await page.getByLabel('Percent', { exact: true }).inputValue()).toBe('30')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The promotion is set').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await axe(page)
  await page.context().close()
})

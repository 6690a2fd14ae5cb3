import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#testing/browser'
import { pageOf } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { buyOne, openShop, password, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** The merchant's daily work, as they do it: with the keyboard, for many things at once, against a server that says no. */
let server: TestServer
let browser: Browser
let world: ShopWorld
const orders: string[] = []

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  for (const name of ['Alder bowl', 'Birch bowl', 'Cedar bowl'])
    await world.merchant.post(`/v1/shops/${world.shop}/products`, {
      category: 'ceramics',
      name: { en: name },
      description: {},
      options: [],
      variants: [{ sku: name, choice: [], weightGrams: 100, onHand: 7 }],
      pictures: [],
    })
  const aya = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  for (let i = 0; i < 2; i++) orders.push((await buyOne(aya, world.variant)).order)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const studio = (place: string) => pageOf(browser, server.url, 'merchant', place)
const row = (page: Page, name: string) => page.locator('tr[data-row]').filter({ hasText: name })

test('stock is changed in the row by keyboard: Enter saves, Esc takes back, and a refusal brings the old number back with its reason', async () => {
  const page = await studio('/studio/products?state=draft')
  const cell = row(page, 'Alder bowl').getByRole('button', { name: 'Change available stock of Alder bowl' })
  await cell.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('12')
  await page.keyboard.press('Escape')
  await cell.filter({ hasText: '7' }).waitFor()
  // The focus comes back with the next frame.
  await page.waitForFunction("document.activeElement?.hasAttribute('data-edit')")
  await page.keyboard.press('Enter')
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await cell.filter({ hasText: '12' }).waitFor()
  await page.reload()
  await cell.filter({ hasText: '12' }).waitFor()
  await page.route('**/v1/variants/*/stock', route =>
    route.fulfill({
      status: 409,
      contentType: 'application/json',
      body: JSON.stringify({ error: { code: 'stock_below_reserved', message: 'no', details: {} } }),
    }),
  )
  await cell.click()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await page.getByText('Not saved: Some of these pieces are promised').waitFor()
  await cell.filter({ hasText: '12' }).waitFor()
  await page.context().close()
})

test('J, K and X choose rows; a bulk action says of each product why it stayed as it was, and offers to choose only those', async () => {
  const page = await studio('/studio/products?state=draft')
  await row(page, 'Cedar bowl').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByText('2 chosen').waitFor()
  await page.getByRole('button', { name: 'Put on sale' }).click()
  await page.getByRole('button', { name: 'Do it' }).click()
  await page.getByText('2 products stay as they were:').waitFor()
  expect(await page.getByText('A name or description is missing.').count()).toBe(2)
  await page.getByRole('button', { name: 'Choose only these' }).click()
  await page.getByText('2 chosen').waitFor()
  await page.context().close()
})

test('filters, sort and words stand in the address, and a view that was saved is there again after a reload', async () => {
  const page = await studio('/studio/products')
  await page.getByRole('searchbox').fill('birch')
  await page.waitForURL(/q=birch/)
  await row(page, 'Birch bowl').waitFor()
  await expect.poll(() => page.locator('tr[data-row]').count()).toBe(1)
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('My birches')
  await page.getByRole('dialog').getByRole('button', { name: 'Save this view' }).click()
  await page.goto('/studio/products')
  await page.getByRole('link', { name: 'My birches' }).click()
  await page.waitForURL(/q=birch/)
  await row(page, 'Birch bowl').waitFor()
  await page.context().close()
})

test('a price of many is previewed and written as it was shown; all that match are chosen with one press', async () => {
  const page = await studio('/studio/products?q=bowl')
  await row(page, 'Birch bowl').waitFor()
  await page.getByRole('checkbox', { name: 'Choose everything shown' }).check()
  await page.getByRole('button', { name: 'Change price', exact: true }).click()
  await page.getByRole('combobox', { name: 'How' }).selectOption('set')
  await page.getByRole('textbox', { name: 'Amount' }).fill('1500')
  await page.getByText('¥1,500').first().waitFor()
  await page.getByRole('button', { name: 'Do it' }).click()
  await page.getByText('Done for 3 products.').waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).last().click()
  await row(page, 'Cedar bowl').getByText('¥1,500').waitFor()
  await page.context().close()
})

test('a text is written as a draft beside the approved one; shoppers see it when it was approved, and two editors see both drafts', async () => {
  const page = await studio(`/studio/products/${world.product}`)
  const shown = async () =>
    (await (await page.request.get(`/v1/products/${world.product}`)).json()) as {
      name: Record<string, string>
      drafts: Record<string, { name: string }>
    }
  const before = await shown()
  const chinese = page.getByRole('group', { name: 'Chinese', exact: true })
  await chinese.getByRole('button', { name: 'Write as a draft' }).click()
  await chinese.getByLabel('Name, Chinese').fill('新的名字')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  expect([(await shown()).name.zh, (await shown()).drafts.zh?.name]).toEqual([before.name.zh, '新的名字'])
  // Somebody else changes the draft meanwhile.
  const now = (await (await page.request.get(`/v1/products/${world.product}`)).json()) as { version: number }
  const theirs = await page.request.patch(`/v1/products/${world.product}`, {
    data: { version: now.version, drafts: { zh: { name: '别人的', description: '' } } },
    headers: { origin: server.url },
  })
  expect(theirs.ok()).toBe(true)
  await chinese.getByLabel('Name, Chinese').fill('我的')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const conflict = page.getByRole('dialog')
  await conflict.getByText('我的').waitFor()
  await conflict.getByText('别人的').waitFor()
  await conflict.getByRole('button', { name: 'Save with these choices' }).click()
  await conflict.waitFor({ state: 'detached' })
  await chinese.getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(async () => (await shown()).name.zh).toBe('我的')
  await page.context().close()
})

test('Ctrl+K finds a product and an order by words and number, goes there by keyboard, and an IME keeps its own Enter', async () => {
  const page = await studio('/studio')
  await page.getByRole('heading', { name: 'To do' }).waitFor()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox')
  await field.fill('cedar')
  await page.getByRole('option', { name: /Cedar bowl/ }).waitFor()
  // Enter that ends a composition opens nothing.
  await page.evaluate(
    "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }))",
  )
  expect(await field.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Cedar bowl' }).waitFor()
  const number = ((await (await page.request.get(`/v1/orders/${orders[0]}`)).json()) as { number: string }).number
  await page.keyboard.press('Control+k')
  await field.fill(number.replace('-', ''))
  await page.getByRole('option', { name: new RegExp(number) }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: `Order ${number}` }).waitFor()
  await page.context().close()
})

test('a gate of the loop opens by keyboard with who came, what brought them and where they stopped; Esc closes it', async () => {
  const page = await studio('/studio')
  const gate = page.locator('.loop-station[data-phase="purchase"]').first()
  await gate.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Purchase' })
  for (const part of ['Who', 'What brought them', 'What they did next', 'Where they stopped'])
    await panel.getByRole('heading', { name: part }).waitFor()
  await panel.getByText('1 person').waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.context().close()
})

test('orders are packed and shipped together, each with its own tracking number, and their slips print one a sheet without prices', async () => {
  const page = await studio('/studio/orders')
  await page.getByRole('checkbox', { name: 'Choose everything shown' }).check()
  await page.getByRole('button', { name: 'Mark as packed (2)' }).click()
  await page.getByText('No order waits to be packed').waitFor()
  await page.getByRole('link', { name: /^To ship/ }).click()
  await page.getByRole('checkbox', { name: 'Choose everything shown' }).check()
  await page.getByRole('button', { name: 'Ship (2)' }).click()
  await page.getByRole('textbox', { name: 'Carrier' }).fill('Yamato')
  await page
    .getByLabel(/Tracking number of/)
    .first()
    .focus()
  await page.evaluate(`{
    const data = new DataTransfer()
    data.setData('text', '111\\n222')
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }`)
  await page.getByRole('dialog').getByRole('button', { name: 'Ship' }).click()
  await page.getByText('No parcel waits for the carrier').waitFor()
  const sent = await Promise.all(
    orders.map(
      async id => (await (await page.request.get(`/v1/orders/${id}`)).json()) as { tracking: string; fulfilment: string },
    ),
  )
  expect(sent.map(o => o.tracking).toSorted()).toEqual(['111', '222'])
  await page.goto(`/studio/orders/slips?ids=${orders.join('.')}`)
  expect(
    await page
      .locator('.slip')
      .count()
      .then(() => page.locator('.slip').nth(1).waitFor()),
  ).toBeUndefined()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.rail').isVisible()).toBe(false)
  expect(await page.locator('.slips').textContent()).not.toContain('¥')
  expect((await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(2)
  await page.context().close()
})

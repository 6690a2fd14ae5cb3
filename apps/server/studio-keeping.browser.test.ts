import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, signUp } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { openShop, password } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** What a merchant keeps in order beside products and orders: who works here, what was posted, who buys, what the law asks for. */
let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  const [, token] = await server.says(/\/setup\/([\w-]+)/)
  const operator = await Api.guest(server.url)
  await operator.post(`/v1/setup/${token}`, { email: 'operator@example.org', password, name: 'Op' })
  await openShop(server.url)
  await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function studio(place: string, who = 'merchant', size = { width: 1440, height: 900 }): Promise<Page> {
  const { page } = await phone(browser, server.url, size)
  await signUp(page, server.url, { email: `${who}@example.org`, password, name: who, handle: who })
  await page.goto(place)
  return page
}

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

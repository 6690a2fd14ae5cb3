import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, signUp } from '#testing/browser'
import { line, otherSite, shopifyCsv } from '#testing/import-world'
import { startServer, type TestServer } from '#testing/server'
import { openShop, password } from '#testing/shop-world'

let site: Awaited<ReturnType<typeof otherSite>>
let server: TestServer
let browser: Browser

beforeAll(async () => {
  site = await otherSite()
  server = await startServer({ args: ['--empty'], env: { FETCH_ALLOWED: site.here } })
  await openShop(server.url)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  site?.close()
})

test('a merchant imports a file from the products list: preview, progress, result, and the product is on sale', async () => {
  const file = join(server.dataDir, 'catalogue.csv')
  const photo = `${site.url}/photos/pot.jpg`
  writeFileSync(
    file,
    shopifyCsv([
      line('pot', { title: 'Iron pot', price: '¥5,200', picture: photo }),
      line('lid', { title: 'Lid', price: '12.50' }),
      line('bare', { title: 'Without a picture', price: '900' }),
    ]),
  )
  const { page, troubles } = await phone(browser, server.url, { width: 1440, height: 900 })
  await signUp(page, server.url, { email: 'merchant@example.org', password, name: 'Naoko', handle: 'naoko' })
  await page.goto('/studio/products')
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  await page.getByLabel(/Choose a file/).setInputFiles(file)
  const table = page.getByRole('table')
  await table.getByText('The price is no amount above zero').waitFor()
  expect(await table.getByRole('row').count()).toBe(4)
  await page.getByRole('link', { name: /Refused/ }).click()
  await table.getByText('Iron pot').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Import 2 products' }).click()
  await page.getByText('1 product stays a draft').waitFor()
  await page.goto(page.url().split('?')[0] as string)
  await table.getByText('It has no picture').waitFor()
  await table.getByRole('link', { name: 'Iron pot' }).click()
  await page.getByText('On sale', { exact: true }).first().waitFor()
  const feed = await page.request.get('/v1/shops/kiln/google.xml')
  expect(await feed.text()).toContain('<g:price>5200 JPY</g:price>')
  await page.goto('/studio/products')
  await page.getByRole('button', { name: 'Export' }).click()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Shopify CSV').click()])
  expect(readFileSync((await saved.path()) as string, 'utf8')).toContain('Iron pot')
  expect(troubles).toEqual([])
})

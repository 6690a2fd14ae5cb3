import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, settled } from '#testing/browser'
import { eventually } from '#testing/eventually'
import { axe, pageOf } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { buyOne, firstOperator, openShop, password, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** A shop's money as its owner sees it, and the transfers as the operator makes them. */
let server: TestServer
let browser: Browser
let world: ShopWorld
const day = 86_400_000

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

const at = (place: string, who: string, size?: { width: number; height: number }) => pageOf(browser, server.url, who, place, size)

test('nothing sold, one sale, a part given back, the window over, paid out: the owner reads each to the yen', async () => {
  const empty = await at('/studio/finance', 'merchant')
  await empty.getByText('Nothing sold yet').waitFor()
  await empty.getByText('No payouts yet').waitFor()
  await axe(empty)
  const buyer = await Api.guest(server.url)
  const kept = await buyOne(buyer, world.variant)
  const back = await buyOne(buyer, world.variant)
  await world.merchant.post(`/v1/orders/${back.order}/refund`, {
    reason: 'scratched',
    amount: { minor: '1000', currency: 'JPY' },
  })
  // 4,700 paid with 427 tax; 3 % of 3,818 is 115, and 3.6 % of 4,700 is 169.
  const balance = () => world.merchant.get<{ items: { pending: { minor: string } }[] }>(`/v1/shops/${world.shop}/balance`)
  await eventually(async () => expect((await balance()).items[0]?.pending.minor).toBe(String(2 * (4700 - 115 - 169) - 1000 + 24)))
  const page = await at('/studio/finance', 'merchant')
  await page.getByText('¥7,856').first().waitFor()
  await page.getByRole('table', { name: 'Statements' }).getByRole('link').click()
  await page.getByText('Orders of this statement').waitFor()
  await page.getByText('Platform commission').waitFor()
  await axe(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download CSV' }).click()])
  const csv = await (await import('node:fs/promises')).readFile(await download.path(), 'utf8')
  expect(csv.split('\r\n').filter(Boolean).length).toBe(6)
  expect(csv).toContain(kept.order)
  expect(csv).toMatch(/closing,.*,7856,JPY/)
  for (const [path, body] of [
    ['pack', undefined],
    ['ship', { carrier: 'Yamato', tracking: '1' }],
    ['deliver', undefined],
  ] as const)
    await world.merchant.post(`/v1/orders/${kept.order}/${path}`, body)
})
test('the operator makes the transfer, marks it, and compares; the owner sees it as paid out', async () => {
  const page = await at('/console/payouts', 'operator')
  const moved = await page.request.post('/v1/demo/clock', { data: { advanceMs: 15 * day }, headers: { origin: server.url } })
  expect(moved.ok()).toBe(true)
  await page.getByText('No transfers to make').waitFor()
  await page.getByRole('button', { name: 'Pay out what is payable' }).click()
  const row = page.locator('tr').filter({ hasText: 'Hagi kiln' })
  await row.getByText('¥4,416').waitFor()
  await axe(page)
  await row.getByRole('button', { name: 'Mark as paid' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as paid' }).click()
  await page.getByText('No transfers to make').waitFor()
  await page.getByRole('button', { name: 'Compare now' }).click()
  await page.getByText('Everything agrees').waitFor()
  const owner = await at('/studio/finance', 'merchant', { width: 390, height: 844 })
  await owner.getByRole('list', { name: 'Payouts' }).getByText('Paid', { exact: true }).waitFor()
  await owner.getByText('¥4,416').first().waitFor()
  await axe(owner)
})
test('staff without the owner’s role see that the money is not theirs to read', async () => {
  await Api.join(server.url, 'ken@example.org', password, 'Ken', 'ken')
  await world.merchant.post('/v1/shops/kiln/staff', { handle: 'ken', role: 'staff' })
  const page = await at('/studio/finance', 'ken')
  await page.getByText('Only the owner sees the shop’s money').waitFor()
})
test('looked at in three languages, phone and desktop, nothing is wider than the screen', async () => {
  for (const [who, places] of [
    ['merchant', ['/studio/finance', '/studio/finance?grain=week', '']],
    ['operator', ['/console/payouts?view=all']],
  ] as const)
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
    ] as const) {
      const page = await at('/studio/', who, { width, height })
      for (const language of ['en', 'ja', 'zh']) {
        await page.request.patch('/v1/me', { data: { language }, headers: { origin: server.url } })
        for (const place of places) {
          if (place) await page.goto(place)
          else {
            await page.goto('/studio/finance')
            await page.locator('main a[href*="finance/statement"]').locator('visible=true').last().click()
          }
          await page.waitForLoadState('networkidle')
          await settled(page)
          const shots = process.env.SHOTS
          const name = `${place.replace(/\W+/g, '-') || '-statement'}-${width}-${language}.png`
          if (shots) await page.screenshot({ path: `${shots}/fin${name}`, fullPage: true })
          expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width)
        }
      }
    }
}, 120_000)

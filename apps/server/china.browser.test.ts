import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { schemaFile } from '#engines/trade'
import { idNumbers } from '#testing/border'
import { openBrowser } from '#testing/browser'
import { buyAbroad, openExporter } from '#testing/china-world'
import { axe, pageOf, press } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { firstOperator, password } from '#testing/shop-world'
import { type TemporaryPostgres, temporaryPostgres } from '#testing/temporary-postgres'
import { Api } from '../simulator/api.ts'

/** An order to Shanghai from the cart to its return, as buyer, merchant and customs live it. Customs is the one in memory. */
let postgres: TemporaryPostgres
let db: pg.Client
let server: TestServer
let browser: Browser
let world: Awaited<ReturnType<typeof openExporter>>
let wang: Api

beforeAll(async () => {
  postgres = await temporaryPostgres('enishi-china')
  server = await startServer({ args: ['--empty'], databaseUrl: postgres.url })
  world = await openExporter(server.url, await firstOperator(server))
  wang = await Api.join(server.url, 'wang@example.org', password, 'Wang', 'wang')
  browser = await openBrowser()
  db = new pg.Client(postgres.url)
  await db.connect()
})
afterAll(async () => {
  await browser?.close()
  await db?.end()
  await server?.stop()
  await postgres?.stop()
})

const open = (who: 'wang' | 'merchant', place: string) => pageOf(browser, server.url, who, place, who === 'wang' ? {} : undefined)
/** Fen that this order takes of its buyer's year now. */
async function usedOf(order: string): Promise<string | undefined> {
  const { rows } = await db.query<{ n: string }>(
    `select coalesce(sum(case kind when 'use' then amount else -amount end), 0)::text as n from trade.quota_entries where order_id = $1`,
    [order],
  )
  return rows[0]?.n
}
interface Seen {
  readonly number: string
  readonly total: { minor: string; currency: string }
  readonly importTax: { minor: string }
  readonly refunded: { minor: string; currency: string }
  readonly lines: readonly { id: string }[]
  readonly returns: readonly { id: string }[]
}
const seen = (order: string) => wang.get<Seen>(`/v1/orders/${order}`)
const stateOf = async (order: string) =>
  (await world.merchant.get<{ declaration: { state: string } }>(`/v1/declarations/${order}`)).declaration.state
const soon = { timeout: 90_000, interval: 500 }

/** Goods 310, freight 25, and on both 9.1 %: 20.65 and 9.83, rounded by line. */
const sums = ['CN¥310', 'CN¥25', 'CN¥30.48', 'CN¥365.48'] as const

/** From two product pages to the thanks; the id of the order. */
async function buyTwo(page: Page): Promise<string> {
  for (const product of [world.product, world.plate]) {
    await page.goto(`/product/${product}`)
    await press(page, 'Add to cart')
    await page.getByText('In your cart').waitFor()
  }
  await page.goto('/cart')
  await page.getByRole('button', { name: /^Checkout/ }).click()
  await page.waitForURL(/\/checkout\/chk_/)
  await page.getByLabel('Country').selectOption('CN')
  await page.getByText('Counted anew for China').waitFor({ state: 'attached' })
  const typed = {
    'Full name': '王小明',
    'E-mail': 'wang@example.cn',
    Phone: '13800000000',
    Province: '上海市',
    City: '上海市',
    District: '浦东新区',
    'Street, building, room': '示例路1号',
    Postcode: '200120',
  }
  for (const [label, value] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(value)
  await press(page, 'To the final check')
  for (const sum of sums) await page.getByText(sum).first().waitFor()
  const order = page.getByRole('button', { name: /^Place order/ })
  expect(await order.isDisabled()).toBe(true)
  await page.getByLabel('Name as on the ID card').fill('王小明')
  await page.getByLabel('ID number').fill(idNumbers[0])
  await page.getByLabel('I have read this and agree').check()
  await press(page, 'Save')
  await page.getByText('王** · 110***********002X').waitFor()
  await order.getByText('CN¥365.48').waitFor()
  await order.click()
  await page.getByText('Thank you for your order').waitFor()
  const link = await page.getByRole('link', { name: 'See the order' }).getAttribute('href')
  return /ord_\w+/.exec(link ?? '')?.[0] as string
}

/** A document as the page gives it to an owner who says why. */
async function downloaded(desk: Page, name: string): Promise<string> {
  await press(desk, `View ${name}`)
  const dialog = desk.getByRole('dialog')
  const text = dialog.locator('pre')
  await text.waitFor()
  expect(await text.textContent()).not.toMatch(/11010519491231002X|王小明|13800000000|示例路1号/)
  await dialog.getByRole('button', { name: 'Read in clear' }).click()
  await dialog.getByText('Say why.').waitFor()
  await dialog.getByLabel('Why do you need it in clear?').fill('For the customs agent')
  await dialog.getByRole('button', { name: 'Read in clear' }).click()
  await dialog.getByText('In clear.').waitFor()
  await axe(desk)
  const coming = desk.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  const xml = await readFile(await (await coming).path(), 'utf8')
  await desk.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return xml
}
async function faultsOf(xml: string): Promise<string[]> {
  const schema = await readFile(schemaFile, 'utf8')
  const { errors } = await validateXML({ xml, schema, initialMemoryPages: 512, maxMemoryPages: 2048 })
  return errors.map(e => e.rawMessage)
}

test('a shopper in Shanghai buys two products of a Japanese shop, its documents hold by the schema with every check green, customs releases them, and a return within thirty days restores quota and tax', async () => {
  const page = await open('wang', '/')
  const order = await buyTwo(page)
  const bought = await seen(order)
  expect([bought.total, bought.importTax.minor]).toEqual([{ minor: '36548', currency: 'CNY' }, '3048'])
  expect(await usedOf(order)).toBe('33500')
  await world.merchant.post(`/v1/orders/${order}/pack`)
  await world.merchant.post(`/v1/orders/${order}/ship`, { carrier: 'YTO', tracking: 'YT0000000001' })

  const desk = await open('merchant', `/studio/orders/${order}`)
  await desk.getByRole('heading', { name: 'Customs declaration' }).waitFor()
  await desk.getByRole('link', { name: 'Customs', exact: true }).click()
  await desk.getByRole('table').getByRole('link', { name: bought.number }).click()
  await desk.getByText('1 check red').waitFor()
  await desk.getByText('master bill number, flight or vessel, voyage number').waitFor()
  expect(await desk.getByRole('button', { name: 'Send to customs' }).isDisabled()).toBe(true)
  expect(await desk.getByLabel('Waybill number').inputValue()).toBe('YT0000000001')
  const weight = desk.getByLabel('Weight with packing, grams')
  await weight.fill('some')
  await desk.getByRole('button', { name: 'To the parcel' }).click()
  await desk.getByLabel('Master bill number').fill('131-00000001')
  await desk.getByLabel('Flight or vessel').fill('NH0959')
  await desk.getByLabel('Voyage number').fill('20261126')
  await press(desk, 'Save and check')
  await desk.getByText('A whole number from 1').waitFor()
  await axe(desk)
  await weight.fill('900')
  await press(desk, 'Save and check')
  await desk.getByText('33 checks green').waitFor()
  await axe(desk)

  for (const name of ['Order', 'Payment', 'Waybill', 'List']) {
    const xml = await downloaded(desk, name)
    expect(await faultsOf(xml)).toEqual([])
    expect(xml).toContain(bought.number)
    if (name !== 'Waybill') expect(xml).toContain(idNumbers[0])
  }
  const reads = await db.query('select 1 from trade.identity_reads where why like $1', ['%For the customs agent'])
  expect(reads.rowCount).toBe(4)

  await press(desk, 'Send to customs')
  await expect.poll(() => stateOf(order), soon).toBe('released')
  await desk.getByText('The goods are in.').waitFor()
  await desk.getByText('List (621) sent').waitFor()
  await axe(desk)

  await world.merchant.post(`/v1/orders/${order}/deliver`)
  await press(desk, 'Apply for a return')
  const dialog = desk.getByRole('dialog')
  await dialog.getByText('CN¥335').waitFor()
  await dialog.getByText('CN¥30.48').waitFor()
  await dialog.getByRole('button', { name: 'Apply for a return' }).click()
  await dialog.getByText('Say why.').waitFor()
  await dialog.getByLabel('Reason for customs').fill('尺寸不合')
  await dialog.getByRole('button', { name: 'Apply for a return' }).click()
  await expect.poll(() => stateOf(order), soon).toBe('returned')
  await desk.getByText('the buyer’s yearly allowance is restored').waitFor()
  expect(await usedOf(order)).toBe('0')
  await refundAll(order, desk)
  await page.goto(`/orders/${order}`)
  await page.getByText('CN¥365.48').first().waitFor()
  expect(await usedOf(order)).toBe('0')
  await page.context().close()
  await desk.context().close()
})

/** The buyer asks both back, and the shop pays it all: goods, freight and tax. */
async function refundAll(order: string, desk: Page): Promise<void> {
  const lines = (await seen(order)).lines.map(l => ({ line: l.id, quantity: 1 }))
  await wang.post(`/v1/orders/${order}/return-request`, { reason: 'Does not fit', code: 'wrong_size', lines })
  const returned = (await seen(order)).returns[0]?.id
  await world.merchant.post(`/v1/orders/${order}/returns/${returned}/approve`)
  await world.merchant.post(`/v1/orders/${order}/returns/${returned}/receive`)
  await desk.goto(`/studio/returns/${order}`)
  await press(desk, 'Refund')
  await desk.getByLabel('With their part of the delivery').check()
  await desk.getByText('Refund: CN¥365.48').waitFor()
  await desk.getByRole('dialog').getByRole('button', { name: 'Refund' }).click()
  await desk.getByText('Money went back').waitFor()
  expect((await seen(order)).refunded).toEqual({ minor: '36548', currency: 'CNY' })
}

test('what is typed of the parcel outlives a try that fails, and a declaration that has not gone is given up', async () => {
  const order = await buyAbroad(wang, world.variant, idNumbers[1])
  await world.merchant.post(`/v1/orders/${order}/pack`)
  await world.merchant.post(`/v1/orders/${order}/ship`, { carrier: 'YTO', tracking: 'YT0000000002' })
  const desk = await open('merchant', `/studio/declarations/${order}`)
  await desk.getByLabel('Master bill number').fill('131-00000002')
  await desk.getByLabel('Flight or vessel').fill('NH0959')
  await desk.getByLabel('Voyage number').fill('20261126')
  // Nothing typed is lost by a refused try.
  await desk.context().setOffline(true)
  await press(desk, 'Save and check')
  await desk.getByRole('alert').first().waitFor()
  expect(await desk.getByLabel('Flight or vessel').inputValue()).toBe('NH0959')
  await desk.context().setOffline(false)
  await press(desk, 'Save and check')
  await desk.getByText('33 checks green').waitFor()
  await press(desk, 'Cancel the declaration')
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Reason for customs').fill('买家取消')
  await dialog.getByRole('button', { name: 'Cancel the declaration' }).click()
  await desk.getByText('Nothing of this order is declared any more.').waitFor()
  expect(await stateOf(order)).toBe('cancelled')
  await desk.context().close()
})

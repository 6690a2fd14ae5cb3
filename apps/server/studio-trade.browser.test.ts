import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cup, identity, registrations, shanghai } from '#testing/border'
import { openBrowser } from '#testing/browser'
import { axe, fits, pageOf } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { firstOperator, openShop, password, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** What a shop needs before it sells abroad: the set-up by country, the facts of its goods, and that a buyer there can then buy. */
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

const enter = (place: string, size?: { width: number; height: number }, who = 'merchant') =>
  pageOf(browser, server.url, who, place, size)
const step = (page: Page, title: string): Locator =>
  page.locator('details').filter({ has: page.getByRole('heading', { name: title }) })
const save = (where: Locator | Page) => where.getByRole('button', { name: 'Save', exact: true }).click()

const who = {
  'Seller, code': registrations.ebcCode,
  'Seller, name': registrations.ebcName,
  'Platform, code': registrations.ebpCode,
  'Platform, name': registrations.ebpName,
  'Agent in China, code': registrations.agentCode,
  'Agent in China, name': registrations.agentName,
  'Payment company, code': registrations.payCode,
  'Carrier, code': registrations.logisticsCode,
}
const documents = {
  'Payment company, name': registrations.payName,
  'Carrier, name': registrations.logisticsName,
  'Guarantor, code': registrations.guarantorCode,
  'Sender of messages, code': registrations.senderCode,
  'Sender of messages, name': registrations.senderName,
  'Number for data exchange': registrations.exchangeId,
  'Customs office of declaration': registrations.customsCode,
  'Customs office of entry': registrations.portCode,
  'Means of transport': registrations.transport,
}
async function fill(where: Locator | Page, values: Readonly<Record<string, string | undefined>>) {
  for (const [label, value] of Object.entries(values)) await where.getByLabel(label, { exact: true }).fill(value ?? '')
}
const setUp = async (page: Page) => {
  const delivery = step(page, 'A way to send')
  await delivery.getByLabel('How it crosses the border').selectOption('9610')
  await delivery.getByRole('button', { name: 'Add', exact: true }).click()
  await delivery.getByText('Give it a name.').waitFor()
  await fill(delivery, { 'Name that buyers read': 'Direct mail', Fee: '500' })
  await delivery.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('The way to send is added').waitFor()
  await step(page, 'Rate of exchange').getByText('JPY to CNY: no rate of the last seven days').waitFor()
}

test('a Japanese shop that does what the set-up asks becomes ready for China; what is wrong is said at its field and nothing typed is lost', async () => {
  const page = await enter('/studio/trade?market=CN')
  await page.getByText('Before your shop can sell to China').waitFor()
  await axe(page)
  await setUp(page)
  const operator = await Api.member(server.url, 'operator@example.org', password)
  await operator.post('/v1/rates', { source: 'test', rates: [{ from: 'JPY', to: 'CNY', mid: '0.05', spreadBps: 0 }] })
  const registration = step(page, 'Registrations')
  await fill(registration, { ...who, 'Platform, code': '12' })
  await page.context().setOffline(true)
  await save(registration)
  await registration.getByRole('alert').waitFor()
  await page.context().setOffline(false)
  await save(registration)
  await registration.getByText('That can’t be one.').waitFor()
  expect(await registration.getByLabel('Seller, name', { exact: true }).inputValue()).toBe(registrations.ebcName)
  await axe(page)
  await fill(registration, { 'Platform, code': registrations.ebpCode })
  await save(registration)
  await registration.getByText('Done', { exact: true }).waitFor()
  const papers = step(page, 'What the customs documents need')
  await fill(papers, documents)
  await save(papers)
  await page.getByText('Your shop can sell to China.').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fits(page)).toBe(true)
  await page.context().close()
})

test('a tariff code that does not exist is said with the part that does not; with its facts the product is ready and is bought in China', async () => {
  const page = await enter(`/studio/trade/products?market=CN&way=9610&show=not_ready`)
  await page.getByRole('table').getByText('Tariff code (HS)').waitFor()
  await axe(page)
  await page.getByRole('link', { name: 'Hagi cup' }).click()
  const code = page.getByLabel('Tariff code (HS)', { exact: true })
  const facts = page.locator('form').filter({ has: code })
  await code.fill('691299')
  await page.getByText('There is no subheading 691299 in the Harmonised System.').waitFor()
  await save(facts)
  await page.getByText('There is no subheading 691299').waitFor()
  await code.fill(cup.hs as string)
  await page.getByText('Ceramic tableware, kitchenware').waitFor()
  await page.getByText('On China’s positive list').waitFor()
  await fill(page, {
    'Name for customs': cup.declaredName,
    Specification: cup.model,
    'Net weight, g': '300',
    'Gross weight, g': '200',
  })
  await page.getByLabel('Country of origin', { exact: true }).selectOption('JP')
  await page.getByLabel('Unit of sale', { exact: true }).selectOption('007')
  await page.getByLabel('First legal unit', { exact: true }).selectOption('035')
  await save(facts)
  await page.getByText('It is less than the net weight.').waitFor()
  expect(await page.getByLabel('Specification', { exact: true }).inputValue()).toBe(cup.model)
  await axe(page)
  await fill(page, { 'Gross weight, g': '450' })
  await save(facts)
  await page.getByText('Ready', { exact: true }).waitFor()
  expect(await bought()).toMatchObject({ orders: [{ trade: { mode: '9610' } }] })
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fits(page)).toBe(true)
  await page.context().close()
})
async function bought(): Promise<object> {
  const buyer = await Api.guest(server.url)
  const lines = [{ variant: world.variant, quantity: 1 }]
  const { id } = await buyer.post<{ id: string }>('/v1/checkouts', { lines, market: 'CN' })
  const { total } = await buyer.put<{ total: { currency: string } }>(`/v1/checkouts/${id}/address`, shanghai)
  expect(total.currency).toBe('CNY')
  await buyer.put(`/v1/checkouts/${id}/buyer-identity`, identity())
  return buyer.post(`/v1/checkouts/${id}/pay`, { method: 'test_card', outcome: 'approve', expectedTotal: total })
}

test('the maker and the person who answers in the EU are written on a phone, and stand on the product page', async () => {
  const page = await enter(`/studio/products/${world.product}/trade`, { width: 390, height: 844 })
  await page.getByLabel('Who makes it, and how, English').fill('Thrown on a kick wheel')
  await page.getByLabel('Where it is made, English').fill('Hagi, Yamaguchi')
  await page.getByLabel('Name or company').fill('Import GmbH')
  const maker = page.locator('form').filter({ has: page.getByLabel('Name or company') })
  await save(maker)
  await maker.getByText('Give name, address and e-mail, or none of them.').first().waitFor()
  await page.getByLabel('Postal address in the EU').fill('Hafenstr. 1, Hamburg')
  await page.getByLabel('E-mail').fill('gpsr@example.org')
  await save(maker)
  await page.getByText('Saved', { exact: true }).first().waitFor()
  expect(await fits(page)).toBe(true)
  await page.goto(`/product/${world.product}`)
  await page.getByText('Thrown on a kick wheel').waitFor()
  await page.getByText('Import GmbH, Hafenstr. 1, Hamburg, gpsr@example.org').waitFor()
  await page.context().close()
})

test('a variant says only where it differs from its product, and a second try after a failure keeps what was typed', async () => {
  const sizes = ['small', 'large'].map(key => ({ key, name: { en: key } }))
  const made = await world.merchant.post<{ id: string; variants: { id: string }[] }>(`/v1/shops/${world.shop}/products`, {
    category: 'ceramics',
    name: { en: 'Plate' },
    description: { en: 'A plate' },
    options: [{ name: { en: 'Size' }, values: sizes }],
    pictures: [],
    variants: sizes.map(({ key }) => ({ sku: `PLATE-${key}`, choice: [key], weightGrams: 300, onHand: 1 })),
  })
  await world.merchant.put(`/v1/products/${made.id}/trade-facts`, { facts: cup })
  const page = await enter(`/studio/products/${made.id}/trade`, { width: 390, height: 844 })
  const large = page.locator('details').filter({ has: page.getByRole('heading', { name: 'Only large' }) })
  await large.locator('summary').click()
  const weight = large.getByLabel('Net weight, g')
  expect(await weight.getAttribute('placeholder')).toBe('300')
  await weight.fill('720')
  await page.context().setOffline(true)
  await save(large)
  await large.getByRole('alert').waitFor()
  await page.context().setOffline(false)
  await save(large)
  await large.getByText('1 fact differs').waitFor()
  const { variants } = await world.merchant.get<{ variants: object[] }>(`/v1/products/${made.id}/trade-facts`)
  expect(variants).toEqual([{ variant: made.variants[1]?.id, facts: { netGrams: 720 } }])
  expect(await fits(page)).toBe(true)
  await page.context().close()
})

test('an operator looks at a positive list before it is written, wrong lines are named; a row of law that is none is refused at its place', async () => {
  const page = await enter('/console/rules?where=CN', undefined, 'operator')
  await page.getByText('United States · Customs duty: no row').waitFor()
  await axe(page)
  await page.getByRole('button', { name: 'Import China’s positive list' }).click()
  const list = page.getByRole('dialog')
  await list.getByLabel('Or paste it here').fill('hs,name\n69120010,cup\n99999999,none')
  await list.getByLabel('Edition').fill('test')
  await list.getByLabel('First day').fill('2026-01-01')
  await list.getByLabel('Source').fill('a test')
  await list.getByRole('button', { name: 'Look first' }).click()
  await list.getByText('Line 3: hs: 99999999 does not exist').waitFor()
  await list.getByLabel('Or paste it here').fill('hs,name\n69120010,cup')
  await list.getByRole('button', { name: 'Look first' }).click()
  await list.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('The list with 1 lines is written').waitFor()
  const written = page.locator('tr').filter({ hasText: 'from 2026-01-01' })
  await written.getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await page.getByText('The row is taken back').waitFor()
  await page.getByRole('button', { name: 'Add or replace a row' }).click()
  const row = page.getByRole('dialog')
  await row.getByLabel('First day', { exact: true }).fill('2026-01-01')
  await row.getByLabel('Source').fill('a test')
  await row.getByLabel('Values as JSON').fill('{"lines": 1}')
  await row.getByRole('button', { name: 'Save' }).click()
  await row.getByText('rows[0].params').waitFor()
  expect(await row.getByLabel('Values as JSON').inputValue()).toBe('{"lines": 1}')
  await page.context().close()
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ManualClock } from '#base/kernel'
import { openBrowser, phone } from '#testing/browser'
import { axe, fits } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { address, openShop, type ShopWorld } from '#testing/shop-world'
import { apiKey, type StripeDouble, startStripeDouble, webhookSecret } from '#testing/stripe/double'
import { stripeScript } from '#testing/stripe/script'

/** What a provider asks of the shopper: a card in Stripe's own field, a page to go to and come back from, a code to scan; and what comes late. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let double: StripeDouble
const clock = new ManualClock(new Date().toISOString())

beforeAll(async () => {
  double = await startStripeDouble(clock)
  const env = {
    ENISHI_STRIPE_KEY: apiKey,
    ENISHI_STRIPE_WEBHOOK_SECRET: webhookSecret,
    ENISHI_STRIPE_METHODS: 'card,alipay,wechat_pay',
    ENISHI_STRIPE_PUBLISHABLE_KEY: 'pk_test_double',
    ENISHI_STRIPE_API: `http://${double.at.host}:${double.at.port}`,
  }
  server = await startServer({ args: ['--empty'], env })
  world = await openShop(server.url)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  expect(double.faults).toEqual([])
  await double.close()
})

/** A shopper before the final confirmation; what left our origin is written down. */
async function shopper(page?: Page): Promise<{ page: Page; troubles: string[] }> {
  const made = page ? { page, troubles: [] } : await phone(browser, server.url)
  await made.page.goto(`/product/${world.product}`)
  await made.page.getByRole('button', { name: /^Buy now/ }).click()
  await made.page.waitForURL(/\/checkout\/chk_/)
  // Who has ordered before is not asked where it goes.
  await made.page.getByLabel('Full name', { exact: true }).or(place(made.page)).first().waitFor()
  if (await place(made.page).isVisible()) return made
  const typed = { 'Full name': 'Aya', 'E-mail': 'aya@example.org', Phone: address.phone, Postcode: address.postcode }
  for (const [label, value] of Object.entries(typed)) await made.page.getByLabel(label, { exact: true }).fill(value)
  await expect.poll(() => made.page.getByLabel('City', { exact: true }).inputValue()).toBe('渋谷区')
  await made.page.getByLabel('Street, house, flat').fill('1-2-3')
  await made.page.getByRole('button', { name: 'To the final check' }).click()
  await place(made.page).waitFor()
  return made
}
const place = (page: Page) => page.getByRole('button', { name: /^Place order/ })
const way = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) })
const ordered = (page: Page) => page.getByText('Thank you for your order').waitFor()
const stub = (page: Page) =>
  page.route('https://js.stripe.com/**', route => route.fulfill({ contentType: 'text/javascript', body: stripeScript }))
/** The newest payment at Stripe; the payer answers there, and its webhook comes. */
async function payerSays(yes: boolean, tell = true): Promise<void> {
  clock.advance(Math.max(0, Date.now() - clock.now().getTime()))
  const ref = double.world.newest().id
  double.world.answer(ref, yes)
  const webhook = double.webhooks(ref).at(-1)
  if (!tell || !webhook) return
  const headers = { ...(webhook.headers as Record<string, string>), 'content-type': 'application/json' }
  const heard = await fetch(`${server.url}/v1/payments/webhooks/stripe`, {
    method: 'POST',
    headers,
    body: webhook.raw.toString(),
  })
  expect(heard.status).toBe(200)
}

test('the ways of the country are offered and none is chosen; nothing of Stripe’s is loaded before a card is', async () => {
  const { page, troubles } = await shopper()
  expect(await page.getByRole('radio', { name: /Card|Alipay|WeChat Pay|Test payment/ }).count()).toBe(4)
  await page.getByText('First choose how to pay.').waitFor()
  expect(await place(page).isDisabled()).toBe(true)
  await way(page, 'Alipay').check()
  expect(await place(page).isDisabled()).toBe(false)
  await axe(page)
  expect(troubles).toEqual([])
  await page.context().close()
})

test('where Stripe’s script does not come, the screen says so, tries again and keeps every other way', async () => {
  const { page } = await shopper()
  await page.route('https://js.stripe.com/**', route => route.abort())
  await way(page, 'Card').check()
  await page.getByText('The form for the card did not load').waitFor()
  await axe(page)
  await place(page).click()
  await page.getByText('First fill in the card.').waitFor()
  await page.context().setOffline(true)
  await page.getByText('You are offline. The form for the card').waitFor()
  await page.context().setOffline(false)
  await page.getByText('The form for the card did not load').waitFor()
  await page.unroute('https://js.stripe.com/**')
  await stub(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByLabel('Card number').waitFor()
  await way(page, 'Test payment').check()
  await place(page).click()
  await ordered(page)
  await page.context().close()
})

test('a card: incomplete it says so, declined it stays on the screen, and the next one pays; the page’s policy lets in Stripe alone', async () => {
  const { page } = await shopper()
  const refused: string[] = []
  page.on('console', message => void (/Content Security Policy/.test(message.text()) && refused.push(message.text())))
  await stub(page)
  await way(page, 'Card').check()
  const card = page.getByLabel('Card number')
  await card.fill('4000')
  await page.getByText('Your card number is incomplete.').waitFor()
  await place(page).click()
  await page.getByText('First fill in the card.').waitFor()
  await card.fill('4000 0000 0000 0002')
  await place(page).click()
  await page.getByText('The payment was declined').waitFor()
  await axe(page)
  await card.fill('4242 4242 4242 4242')
  await place(page).click()
  await ordered(page)
  expect(refused).toEqual([])
  const page2 = (await (await page.context().newPage()).goto('/'))?.headers()['content-security-policy'] ?? ''
  expect(page2).toContain("script-src 'self' 'wasm-unsafe-eval' https://js.stripe.com https://*.js.stripe.com;")
  const studio = (await (await page.context().newPage()).goto('/studio'))?.headers()['content-security-policy'] ?? ''
  expect(studio).toContain("script-src 'self';")
  await page.context().close()
})

test('a page of the provider: the payer is taken there, comes back to a waiting screen, and the order is placed; the way is remembered', async () => {
  const { page } = await shopper()
  await page.route('https://pay.example/**', route => route.fulfill({ contentType: 'text/html', body: '<h1>Alipay</h1>' }))
  await way(page, 'Alipay').check()
  const checkout = page.url()
  await place(page).click()
  await page.waitForURL('https://pay.example/**')
  await page.goto(`${checkout}?payment_intent=pi_1&redirect_status=pending`)
  await page.getByRole('heading', { name: 'Finish the payment with Alipay' }).waitFor()
  await page.getByRole('link', { name: 'Go to Alipay' }).waitFor()
  await axe(page)
  // No webhook: coming back asks.
  await payerSays(true, false)
  await page.waitForTimeout(2500)
  await page.reload()
  await ordered(page)
  await shopper(page)
  expect(await way(page, 'Alipay').isChecked()).toBe(true)
  await page.context().close()
})

test('a code to scan: it waits, says that nothing has come, can be left for another way, and learns of the money by itself', async () => {
  const { page } = await shopper()
  await way(page, 'WeChat Pay').check()
  await place(page).click()
  await page.getByRole('img', { name: 'QR code for WeChat Pay' }).waitFor()
  await page.getByText('Waiting for the payment').waitFor()
  await axe(page)
  expect(await fits(page)).toBe(true)
  await page.getByRole('button', { name: 'I have paid' }).click()
  await page.getByText('WeChat Pay says that it has not come yet').waitFor()
  await page.getByRole('button', { name: 'Pay another way' }).click()
  await page.getByText('The payment was ended').waitFor()
  await way(page, 'WeChat Pay').check()
  await place(page).click()
  await page.getByRole('img', { name: 'QR code for WeChat Pay' }).waitFor()
  await page.reload()
  await page.getByRole('img', { name: 'QR code for WeChat Pay' }).waitFor()
  await payerSays(true)
  await ordered(page)
  await page.context().close()
})

test('a code that the payer refuses opens the checkout again and says that nothing was charged', async () => {
  const { page } = await shopper()
  await way(page, 'WeChat Pay').check()
  await place(page).click()
  await page.getByRole('img', { name: 'QR code for WeChat Pay' }).waitFor()
  await payerSays(false)
  await page.getByText('The payment was declined').waitFor()
  expect(await place(page).isDisabled()).toBe(false)
  await page.context().close()
})

test.each([
  ['gave up', { state: 'failed', failure: 'gave_up', captured: '0', refunded: '0' }, 'The payment was not finished in time'],
  ['late', { state: 'settled', failure: null, captured: '4700', refunded: '0' }, /¥4,700 goes back to you/],
  ['given back', { state: 'settled', failure: null, captured: '4700', refunded: '4700' }, /¥4,700 was sent back to you/],
] as const)('after the hold, a payment that %s is told before anything else', async (_name, told, words) => {
  const { page } = await shopper()
  await page.route(/\/v1\/checkouts\/chk_\w+$/, async route => {
    const reply = await route.fetch()
    const checkout = (await reply.json()) as { total: object }
    const sum = (minor: string) => ({ ...checkout.total, minor })
    const payment = { id: 'pay_00000000000000000000000001', amount: checkout.total, method: 'alipay', action: null }
    const { state, failure, captured, refunded } = told
    const ended = { ...payment, state, failure, captured: sum(captured), refunded: sum(refunded) }
    await route.fulfill({ response: reply, json: { ...checkout, state: 'expired', payment: ended } })
  })
  await page.reload()
  await page.getByText(words).waitFor()
  await axe(page)
  expect(await fits(page)).toBe(true)
  await page.context().close()
})

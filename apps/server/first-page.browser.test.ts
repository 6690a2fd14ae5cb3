import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { openShop, post, type ShopWorld } from '#testing/shop-world'

/** What the server draws and answers ahead, so that a first visit sees a picture before any code has run. */
let server: TestServer
let browser: Browser
let world: ShopWorld
beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  await post(world.merchant, 'navy', {
    caption: 'Third firing',
    products: [world.product],
    shop: world.shop,
    disclosure: 'own_product',
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('without code the feed and a product page show their picture; with it the app takes its place and shows the same', async () => {
  for (const path of ['/', `/product/${world.product}`]) {
    const bare = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })
    const still = await bare.newPage()
    await still.goto(path)
    const drawn = await still.locator('#first img').getAttribute('src')
    expect(drawn).toMatch(/^\/media\/med_/)
    await bare.close()
    const { page } = await phone(browser, server.url)
    await page.goto(path)
    await page.locator('#first').waitFor({ state: 'detached' })
    const shown = page.locator(`#root :is(.slide img, .product-media .row :is(img, video))`).first()
    expect([await shown.getAttribute('src'), await shown.getAttribute('poster')]).toContain(drawn)
    await page.context().close()
  }
})

test('the app asks for nothing that came with a product page, and what came is what the API says', async () => {
  const { page } = await phone(browser, server.url)
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  const html = (await (await page.goto(`/product/${world.product}`))?.text()) as string
  await page.getByText('¥4,200').first().waitFor()
  const answers = JSON.parse(/id="answers">(.*?)<\/script>/.exec(html)?.[1] ?? '{}') as Record<string, unknown>
  const path = `/v1/products/${world.product}`
  expect(Object.keys(answers)).toEqual(expect.arrayContaining([path, `${path}/offers`, `${path}/price-history`]))
  expect(answers[path]).toEqual(await (await page.context().request.get(path)).json())
  expect(asked).not.toContain(path)
  expect(asked).not.toContain(`${path}/offers`)
  await page.context().close()
})

test('a product that nobody may see has neither picture nor answers in its page', async () => {
  const html = await (await fetch(`${server.url}/product/prd_00000000000000000000000000`)).text()
  expect(html).not.toContain('id="first"')
  expect(html).not.toContain(`"/v1/products/prd_00000000000000000000000000":`)
})

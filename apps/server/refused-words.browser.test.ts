import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, settled, signUp } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { openShop, password, post, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** What is written without a network and refused later is told, and its words are kept. */
let server: TestServer
let browser: Browser
let world: ShopWorld
const films: string[] = []
beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  for (const colour of ['navy', 'teal'])
    films.push(
      await post(world.merchant, colour, {
        caption: `Firing ${colour}`,
        products: [world.product],
        shop: world.shop,
        disclosure: 'own_product',
      }),
    )
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
const remove = async (by: Api, path: string) => {
  const reply = await fetch(server.url + path, { method: 'DELETE', headers: by.headers() })
  expect([200, 204]).toContain(reply.status)
}
const comments = async (film: string) =>
  (await world.merchant.get<{ items: { text: string }[] }>(`/v1/posts/${film}/comments`)).items.map(c => c.text)

/** A signed-in phone on this post, whose worker rules the page. */
async function watching(film: string, who: string): Promise<{ page: Page; api: Api }> {
  const { page } = await phone(browser, server.url)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  const email = `${who}@example.org`
  await signUp(page, server.url, { email, password, name: who, handle: who })
  await page.goto(`/p/${film}`)
  await page.evaluate('navigator.serviceWorker.ready')
  await page.waitForFunction('navigator.serviceWorker.controller !== null')
  await page.goto(`/p/${film}`)
  await page.locator(`.slide[data-post="${film}"]`).waitFor()
  return { page, api: await Api.member(server.url, email, password) }
}
async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
}
async function comment(page: Page, film: string, words: string): Promise<void> {
  await page
    .locator(`.slide[data-post="${film}"]`)
    .getByRole('button', { name: /^Comments/ })
    .click()
  await page.getByRole('textbox', { name: 'Write a comment' }).fill(words)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Your comment is sent when the connection is back.').waitFor()
  await closeSheet(page)
}
const chip = (page: Page) => page.getByRole('button', { name: /not sent$/ })
const words = (page: Page) => page.getByRole('textbox', { name: 'Your comment' })

test('a comment that waited offline and was refused is told; its words outlive a reload and can be sent again', async () => {
  const film = films[0] as string
  const { page, api } = await watching(film, 'aya')
  // The page's own chunks are asked for once, so that they are there without a network.
  await page
    .locator(`.slide[data-post="${film}"]`)
    .getByRole('button', { name: /^Comments/ })
    .click()
  await page.getByRole('textbox', { name: 'Write a comment' }).waitFor()
  await closeSheet(page)
  await page.context().setOffline(true)
  await comment(page, film, 'Does it stand the dishwasher?')
  await world.merchant.put(`/v1/people/${api.person}/block`, {})
  await page.context().setOffline(false)
  await chip(page).waitFor()
  await page.reload()
  await chip(page).click()
  await settled(page)
  expect(await words(page).inputValue()).toBe('Does it stand the dishwasher?')
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByRole('button', { name: 'Send again', disabled: false }).waitFor()
  expect(await words(page).inputValue()).toBe('Does it stand the dishwasher?')
  expect(await comments(film)).toEqual([])
  await remove(world.merchant, `/v1/people/${api.person}/block`)
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect.poll(() => comments(film), { timeout: 20_000 }).toEqual(['Does it stand the dishwasher?'])
  await expect.poll(() => chip(page).count()).toBe(0)
  expect(await page.evaluate(`localStorage.getItem('enishi.outbox')`)).toBe('[]')
})

test('one that became too long is kept whole, and goes when it was shortened; signing out leaves no words behind', async () => {
  const film = films[0] as string
  const { page } = await watching(film, 'botan')
  const wish = (key: string, text: string) => ({
    about: `comment:${key}`,
    method: 'POST',
    path: `/v1/posts/${film}/comments`,
    body: { text, parent: null },
    key,
  })
  const long = 'x'.repeat(1200)
  const waiting = [wish('0f4b2f6e-0000-4000-8000-000000000001', long), wish('0f4b2f6e-0000-4000-8000-000000000002', long)]
  await page.evaluate(`localStorage.setItem('enishi.outbox', ${JSON.stringify(JSON.stringify(waiting))})`)
  await page.reload()
  await page.getByRole('button', { name: '2 comments were not sent' }).click()
  await page
    .getByText(/longer than 1,000 characters/)
    .first()
    .waitFor()
  expect(await words(page).first().inputValue()).toBe(long)
  expect(await page.getByRole('button', { name: 'Send again' }).first().isDisabled()).toBe(true)
  await words(page).first().fill('Shorter now')
  await page.getByRole('button', { name: 'Send again' }).first().click()
  await expect.poll(async () => (await comments(film)).includes('Shorter now'), { timeout: 20_000 }).toBe(true)
  await page.goto('/me')
  await chip(page).waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor()
  expect(await page.evaluate(`localStorage.getItem('enishi.refused')`)).not.toContain('xxx')
})

test('under a clip that was deleted meanwhile the like is taken back, and the words can be copied and thrown away', async () => {
  const film = films[1] as string
  const { page } = await watching(film, 'chika')
  const slide = page.locator(`.slide[data-post="${film}"]`)
  await slide.getByRole('button', { name: /^Comments/ }).click()
  await page.getByRole('textbox', { name: 'Write a comment' }).waitFor()
  await closeSheet(page)
  await page.context().setOffline(true)
  await slide.getByRole('button', { name: /^Like/ }).click()
  await slide.getByRole('button', { name: /^Like/, pressed: true }).waitFor()
  await comment(page, film, 'Such a blue')
  await remove(world.merchant, `/v1/posts/${film}`)
  await page.context().setOffline(false)
  await slide.getByRole('button', { name: /^Like/, pressed: false }).waitFor()
  await chip(page).click()
  await page.getByText('The clip, or what you replied to, is not there any more.').waitFor()
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByText('Copied', { exact: true }).waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Such a blue')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => chip(page).count()).toBe(0)
  expect(await page.evaluate(`localStorage.getItem('enishi.refused')`)).not.toContain('Such a blue')
})

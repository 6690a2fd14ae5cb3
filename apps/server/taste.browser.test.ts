import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, settled, swipeTo } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { fourTastes, type Taste } from '#testing/tastes'

/** What one person's likes, refusals and switches do to the very next page, in real browsers on a real server. */
let server: TestServer
let browser: Browser
let town: ReadonlyMap<string, Taste>

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  town = await fourTastes(server.url)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const slideOf = (page: Page, post: string) => page.locator(`.slide[data-post="${post}"]`)
const onPage = (page: Page) => page.locator('.slide').evaluateAll(all => all.map(a => a.getAttribute('data-post') as string))
/** In view for two seconds is an impression; what is done then follows it. */
const lookAt = (page: Page) => page.waitForTimeout(2300)

/** Swipes on until a page comes that was asked for after now, and answers its posts. */
async function nextPage(page: Page): Promise<string[]> {
  const asked = page.waitForRequest(r => /\/v1\/feed\?/.test(r.url()))
  const known = new Set(await onPage(page))
  await Promise.all([asked, swipeTo(page, p => !known.has(p))])
  const reply = await (await asked).response()
  return ((await reply!.json()) as { slides: { id: string }[] }).slides.map(s => s.id)
}

async function like(page: Page, post: string): Promise<void> {
  await lookAt(page)
  const kept = page.waitForResponse(r => r.url().endsWith(`${post}/like`) && r.ok())
  await Promise.all([kept, slideOf(page, post).getByRole('button', { name: /^Like/ }).click()])
}

test('two likes of one taste bring at least three of it on the next page, and leave at least three others', async () => {
  const { page, troubles } = await phone(browser, server.url)
  await page.goto('/')
  const first = await swipeTo(page, p => town.has(p))
  const taste = town.get(first)
  await like(page, first)
  const second = await swipeTo(page, p => p !== first && town.get(p) === taste)
  await like(page, second)
  const next = await nextPage(page)
  expect(next).toHaveLength(8)
  expect(next.filter(p => town.get(p) === taste).length).toBeGreaterThanOrEqual(3)
  expect(next.filter(p => town.get(p) !== taste).length).toBeGreaterThanOrEqual(3)
  expect(troubles).toEqual([])
})

test('what somebody is not interested in goes at once, and its kind is rarer on the next page', async () => {
  const { page } = await phone(browser, server.url)
  await page.goto('/')
  const post = await swipeTo(page, p => town.has(p))
  const taste = town.get(post)
  await lookAt(page)
  await slideOf(page, post).getByRole('button', { name: 'More about this video' }).click()
  await settled(page)
  const told = page.waitForResponse(r => r.url().endsWith(`${post}/not-interested`) && r.ok())
  await Promise.all([told, page.getByRole('button', { name: 'Not interested' }).click()])
  const next = await nextPage(page)
  expect(next).not.toContain(post)
  expect(next.filter(p => town.get(p) === taste).length).toBeLessThan(2)
})

test('with personalisation off, two people whose pages differed get the same page', async () => {
  const people = await Promise.all(
    (['kiln', 'leaf'] as const).map(async t => ({ ...(await phone(browser, server.url)), taste: t })),
  )
  const own: string[][] = []
  for (const { page, taste } of people) {
    await page.goto('/')
    await like(page, await swipeTo(page, p => town.get(p) === taste))
    own.push(await nextPage(page))
    await page.goto('/me/settings')
    const set = page.waitForResponse(r => r.url().endsWith('/v1/me') && r.request().method() === 'PATCH' && r.ok())
    await Promise.all([set, page.getByRole('switch', { name: 'Choose for me from what I do' }).click()])
  }
  expect(own[0]).not.toEqual(own[1])
  const same = await Promise.all(
    people.map(async ({ page }) => {
      await page.goto('/')
      await page.locator('.slide[data-active]').first().waitFor()
      return onPage(page)
    }),
  )
  expect(same[0]).toHaveLength(8)
  expect(same[1]).toEqual(same[0])
})

test('a topic that is taken out is sent only after its undo is over, and then the feed knows nothing of it', async () => {
  const { page, troubles } = await phone(browser, server.url)
  await page.goto('/')
  const first = await swipeTo(page, p => town.has(p))
  await like(page, first)
  const known = async (): Promise<string[]> => {
    const reply = await page.request.get('/v1/me/taste')
    return ((await reply.json()) as { tags: { tag: string }[] }).tags.map(t => t.tag)
  }
  const taste = town.get(first) as Taste
  await expect.poll(known).toContain(taste)
  const sent: string[] = []
  page.on('request', r => r.method() === 'DELETE' && sent.push(r.url()))
  await page.goto('/me/settings')
  await page.getByRole('link', { name: 'What the feed thinks you like' }).click()
  const takeOut = page.getByRole('button', { name: `Take out #${taste}` })
  await takeOut.click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await takeOut.waitFor()
  await page.waitForTimeout(5500)
  expect(sent).toEqual([])
  expect(await known()).toContain(taste)
  await takeOut.click()
  await takeOut.waitFor({ state: 'detached' })
  await expect.poll(known, { timeout: 30_000 }).not.toContain(taste)
  expect(sent).toHaveLength(1)
  expect(troubles).toEqual([])
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, plays, signUp } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { clip, openShop, password, post, type ShopWorld } from '#testing/shop-world'

/** Other beginnings of a clip in real browsers on a real server: its author adds one, people are shown one each, and the author keeps it. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let film: string
let author: Page
let troubles: string[]

interface Clips {
  readonly video: { readonly id: string }
  readonly variants: readonly { readonly id: string }[]
}
const mine = () => world.merchant.get<Clips>(`/v1/me/posts/${film}`)
const counts = async () => {
  const { test } = await world.merchant.get<{ test: { items: { medium: string; shown: number; stayed: number }[] } | null }>(
    `/v1/posts/${film}/variants`,
  )
  return Object.fromEntries((test?.items ?? []).map(i => [i.medium, [i.shown, i.stayed]]))
}
/** The clip of the slide in front, by its address. */
async function shownTo(page: Page): Promise<string> {
  await page.goto(`/p/${film}`)
  await plays(page)
  const src = await page.locator(`.slide[data-active][data-post="${film}"] video`).getAttribute('src')
  return /med_\w+/.exec(src ?? '')?.[0] ?? ''
}

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  film = await post(world.merchant, await clip('navy', 6), { caption: 'Third firing #hagi' })
  browser = await openBrowser()
  ;({ page: author, troubles } = await phone(browser, server.url))
  await signUp(author, server.url, { email: 'merchant@example.org', password, name: 'Naoko', handle: 'naoko' })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('the author adds a file on the post’s page, and is told that it is too early to say anything', {
  timeout: 120_000,
}, async () => {
  await author.goto(`/me/posts/${film}`)
  await author.getByRole('heading', { name: 'Try other beginnings' }).waitFor()
  expect(await author.getByText('Beginning 2').count()).toBe(0)
  await author
    .getByLabel('Add a beginning')
    .setInputFiles({ name: 'far too long.mp4', mimeType: 'video/mp4', buffer: await clip('maroon', 20) })
  await author
    .getByRole('alert')
    .getByText(/about as long/)
    .waitFor({ timeout: 60_000 })
  await author
    .getByLabel('Add a beginning')
    .setInputFiles({ name: 'b.mp4', mimeType: 'video/mp4', buffer: await clip('teal', 6) })
  await author.getByText('Beginning 2').waitFor({ timeout: 60_000 })
  await author.getByText(/^Too early to say/).waitFor()
  expect(await author.getByText('Holds best').count()).toBe(0)
  expect((await mine()).variants).toHaveLength(1)
})

test('each visitor is shown one of the two, the same after a reload, and that one counts it', { timeout: 180_000 }, async () => {
  const { video, variants } = await mine()
  const own = video.id
  const other = variants[0]?.id as string
  const seen: Record<string, number> = { [own]: 0, [other]: 0 }
  // An even chance: nine visitors see one clip alone in one of 256 runs; then more come.
  for (let n = 0; n < 9 || (n < 24 && !(seen[own] && seen[other])); n++) {
    const visitor = await phone(browser, server.url)
    const shown = await shownTo(visitor.page)
    if (n < 2) expect(await shownTo(visitor.page)).toBe(shown)
    seen[shown]! += 1
    await visitor.page.waitForTimeout(n === 2 ? 4500 : 600)
    // Leaving the page tells what was seen; of a person who came twice the first sight counts.
    await visitor.page.goto('/mall')
    await visitor.page.waitForLoadState('networkidle')
    expect(visitor.troubles).toEqual([])
    await visitor.page.context().close()
  }
  expect(seen[own]).toBeGreaterThan(0)
  expect(seen[other]).toBeGreaterThan(0)
  await expect
    .poll(async () => Object.fromEntries(Object.entries(await counts()).map(([id, [shown]]) => [id, shown])), { timeout: 10_000 })
    .toEqual(seen)
  expect(Object.values(await counts()).some(([, stayed]) => (stayed ?? 0) > 0)).toBe(true)
})

test('the author keeps the other one after being asked, and it is what everybody sees', async () => {
  const other = (await mine()).variants[0]?.id as string
  await author.goto(`/me/posts/${film}`)
  await author.getByRole('button', { name: 'Keep this one' }).click()
  const sheet = author.getByRole('dialog')
  await sheet.getByText('The others are deleted.').waitFor()
  await sheet.getByRole('button', { name: 'Keep this one' }).click()
  await expect.poll(async () => (await mine()).video.id).toBe(other)
  await author.getByText('Beginning 2').waitFor({ state: 'detached' })
  const visitor = await phone(browser, server.url)
  expect(await shownTo(visitor.page)).toBe(other)
  expect(troubles).toEqual([])
})

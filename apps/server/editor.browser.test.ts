import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditList, frameCount, sizeOf } from '#engines/edit'
import { openBrowser, phone, plays, settled, signUp, swipeTo, type Watched } from '#testing/browser'
import { picturesApart, soundsAlike } from '#testing/clips-alike'
import {
  addMusic,
  bestRung,
  film,
  keptList,
  loseWaitingFiles,
  renderByServer,
  slowUploads,
  tones,
  tool,
  uploadsOf,
  waitingFile,
} from '#testing/editor'
import { eventually } from '#testing/eventually'
import { Keys } from '#testing/keyboard'
import { axe } from '#testing/pages'
import { startServer, type TestServer } from '#testing/server'
import { buyOne, firstOperator, openShop, password, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** The editor in a real browser, from an order to a post that others watch; and the server's rendering of the same list beside it. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let bought: { order: string; line: string }
let api: Api
let aya: Watched
let folder: string
let source: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enishi-editor-'))
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  api = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  bought = await buyOne(api, world.variant)
  for (const [step, body] of [
    ['pack', undefined],
    ['ship', { carrier: 'Yamato', tracking: '1' }],
    ['deliver', undefined],
  ] as const)
    await world.merchant.post(`/v1/orders/${bought.order}/${step}`, body)
  source = await film(folder)
  await addMusic(await firstOperator(server))
  browser = await openBrowser()
  aya = await phone(browser, server.url)
  await signUp(aya.page, server.url, { email: 'aya@example.org', password, name: 'Aya', handle: 'aya' })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (folder) await rm(folder, { recursive: true })
})

/** What a member finds in the composer when the editor is done; then it is posted. */
async function postIt(page: Page, caption: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Caption' }).fill(caption)
  const disclosure = page.getByLabel('No, I bought it or just like it')
  if (await disclosure.isVisible()) await disclosure.check()
  await page.getByRole('button', { name: /^Post/ }).click()
}
interface Mine {
  readonly id: string
  readonly caption: string
  readonly grownFrom: string | null
  readonly products: readonly object[]
  readonly video: { readonly id: string; readonly durationMs: number }
}
/** The one post of hers that says this. */
async function posted(caption: string): Promise<Mine> {
  const { items } = await api.get<{ items: Mine[] }>('/v1/me/posts')
  const found = items.filter(p => p.caption === caption)
  expect(found.length).toBe(1)
  return api.get<Mine>(`/v1/me/posts/${found[0]?.id}`)
}
async function isWatched(post: string): Promise<void> {
  const ben = await phone(browser, server.url)
  await ben.page.goto(`/p/${post}`)
  await swipeTo(ben.page, p => p === post)
  await plays(ben.page)
  await ben.page.context().close()
}

let list: EditList
let pictures: Buffer[]
let exported: string
let post: Mine

test('from an order she trims a clip, writes on it, puts a price tag, the product and music where they belong, and keeps it over a reload', async () => {
  const { page } = aya
  await page.goto(`/orders/${bought.order}`)
  await page.getByRole('link', { name: 'Post a clip about it' }).click()
  await page.getByRole('link', { name: 'Edit a video first' }).click()
  await page.locator('.edit input[type=file]').setInputFiles(source)
  await page.getByRole('button', { name: /^Piece 1, 0:08/ }).waitFor()
  await page.getByRole('button', { name: 'Product: Hagi cup' }).waitFor()

  const start = page.getByRole('slider', { name: 'Start of the piece' })
  await start.press('Shift+ArrowRight')
  await tool(page, 'Cut')
  await page.getByLabel('End of the piece').last().fill('6.5')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Piece 1, 0:05\.5/ }).waitFor()

  await page.getByRole('slider', { name: 'Position' }).press('Home')
  await tool(page, 'Text')
  await page.getByLabel('Words').fill('三週間使いました。軽い！')
  await page.getByRole('button', { name: 'Add text' }).click()
  await page.getByRole('button', { name: 'Box' }).click()
  await page.getByRole('button', { name: 'Gold' }).click()
  await tool(page, 'Stickers')
  await page.getByRole('button', { name: 'Price tag' }).first().click()
  await tool(page, 'Product')
  await page.getByRole('textbox', { name: 'Until' }).fill('3')
  await page.keyboard.press('Enter')
  await tool(page, 'Sound')
  await page.getByRole('button', { name: /^Morning kiln/ }).click()
  await page.getByRole('textbox', { name: 'Begins at' }).fill('2.5')
  await page.keyboard.press('Enter')
  await axe(page)
  await tool(page, 'Mosaic')
  await page.getByRole('button', { name: 'Add a mosaic' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Redo' }).click()
  await axe(page)

  await eventually(async () => {
    const now = await keptList(page)
    if (now?.blurs.length !== 1) throw new Error('not kept yet')
  })
  await page.reload()
  await page.getByRole('button', { name: 'Go on editing' }).click()
  await page.getByRole('button', { name: /^Piece 1, 0:05\.5/ }).waitFor()
  await tool(page, 'Cut')
  list = (await keptList(page)) as EditList
  expect(list.tags).toMatchObject([{ product: world.product, from: 0, to: 3000 }])
  expect(list.pieces).toMatchObject([{ in: 1000, out: 6500 }])
  expect(list.overlays.map(o => o.kind)).toEqual(['text', 'sticker'])
  expect(list.music).toMatchObject({ in: 2500 })
})

/** How far the chip says that the upload is, in percent; 0 while it says nothing of it. */
const uploadedPart = async (page: Page): Promise<number> => {
  const text = await page.getByText(/^Uploading \d+%/).textContent({ timeout: 30_000 })
  return Number(/\d+/.exec(text ?? '')?.[0])
}

test('the clip is made on the device; the page is loaded again in the middle of its upload, which goes on there by itself, and the post is watched by others', async () => {
  const { page } = aya
  pictures = await page
    .locator('.edit-item > canvas')
    .evaluateAll(all => all.map(c => (c as unknown as { toDataURL(): string }).toDataURL().split(',')[1] ?? ''))
    .then(all => all.map(png => Buffer.from(png, 'base64')))
  expect(pictures.length).toBe(2)
  const uploads = uploadsOf(page)
  const atMost = await slowUploads(page)
  await atMost(250_000)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.waitForURL(/\/create\?/, { timeout: 120_000 })
  exported = join(folder, 'browser.mp4')
  await writeFile(exported, await waitingFile(page))
  await page.getByRole('main').getByText('Hagi cup').first().waitFor()
  await settled(page)
  await axe(page)
  await postIt(page, 'Three weeks with it #hagi')
  await expect.poll(() => uploadedPart(page), { timeout: 60_000 }).toBeGreaterThan(30)
  await page.reload()
  await atMost(600_000)
  // The chip is there again, and nothing is pressed any more.
  await uploadedPart(page)
  await page.getByText('Your post is live').waitFor({ timeout: 90_000 })
  await atMost(-1)
  expect(aya.troubles).toEqual([])
  // One upload, and the second half alone after the reload.
  const size = (await readFile(exported)).length
  expect(uploads.begun).toEqual([null])
  expect(uploads.offsets.length).toBe(2)
  expect(uploads.offsets[0]).toBe(0)
  expect(uploads.offsets[1]).toBeGreaterThan(size * 0.2)

  post = await posted('Three weeks with it #hagi')
  expect(post.grownFrom).toBe(bought.line)
  // The pin stays where it was put.
  expect(post.products).toMatchObject([{ product: world.product, fromMs: 0, toMs: 3000, x: 0.44, y: 0.7 }])
  expect(Math.abs(post.video.durationMs - 5500)).toBeLessThan(60)
  await isWatched(post.id)
})

/**
 * Of 255, the mean of a frame. Two encoders (6 Mbit/s here, CRF 16 there), two filters that scale, and full against limited range are
 * worth about 2; the picture beside it, a 30th of a second off, 1.8 more.
 */
const tolerance = 3

test('frame by frame and beep by beep, the clip that the browser made is the one that the server renders from the same list, pictures and music', async () => {
  const made = await renderByServer(api, list, await readFile(source), pictures)
  const [twin, shown] = [await bestRung(api, made), await bestRung(api, post.video.id)]
  const { height } = sizeOf(list.frame, 360)
  for (const clip of [exported, shown]) {
    const differences = await picturesApart(clip, twin, height)
    expect(differences.length).toBe(frameCount(list))
    expect(Math.max(...differences)).toBeLessThan(tolerance)
  }
  for (const hz of Object.values(tones)) {
    // Loudness is brought to one level in both; what is left is how the two tones stand to each other.
    const { course, louder } = await soundsAlike(shown, twin, hz)
    expect(course).toBeGreaterThan(0.95)
    expect(Math.abs(louder)).toBeLessThan(1)
  }
})

test('when the browser has thrown the waiting file away, she is led back to her edit, makes the clip again, and the post is one', async () => {
  const { page } = aya
  await page.goto('/create/edit')
  await page.locator('.edit input[type=file]').setInputFiles(source)
  await page.getByRole('button', { name: /^Piece 1, 0:08/ }).waitFor()
  await page.getByRole('slider', { name: 'End of the piece' }).press('Shift+ArrowLeft')
  const atMost = await slowUploads(page)
  await atMost(100_000)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.waitForURL(/\/create(\?|$)/, { timeout: 120_000 })
  await postIt(page, 'Made twice')
  await uploadedPart(page)
  await loseWaitingFiles(page)
  await page.reload()
  await atMost(-1)
  await page.getByRole('button', { name: 'Not posted' }).click()
  await page.getByText('Make it again from your edit').waitFor()
  expect(await page.getByRole('textbox', { name: 'Caption' }).inputValue()).toBe('Made twice')
  await settled(page)
  await axe(page)
  await page.getByRole('button', { name: 'Edit this video' }).click()
  await page.getByRole('button', { name: /^Piece 1, 0:07/ }).waitFor()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.waitForURL(/\/create(\?|$)/, { timeout: 120_000 })
  await postIt(page, 'Made twice')
  await page.getByText('Your post is live').waitFor({ timeout: 90_000 })
  await posted('Made twice')
  expect(aya.troubles).toEqual([])
})

test('with keys alone a clip is played, split, shortened, written on and taken back', async () => {
  const { page } = await phone(browser, server.url, { width: 1440, height: 900 })
  await page.goto('/create/edit')
  await page.locator('.edit input[type=file]').setInputFiles(source)
  await page.getByRole('button', { name: /^Piece 1/ }).waitFor()
  const keys = new Keys(page)
  const at = async () => Number(await page.getByRole('slider', { name: 'Position' }).inputValue())
  await keys.to('Position')
  await keys.press('Shift+ArrowRight')
  await keys.press('ArrowRight')
  expect(await at()).toBe(1033)
  await keys.press('Shift+ArrowRight')
  await keys.press('s')
  await page.getByRole('button', { name: /^Piece 2/ }).waitFor()
  await keys.press('Delete')
  await page.getByRole('button', { name: /^Piece 2/ }).waitFor({ state: 'detached' })
  await keys.press('Control+z')
  await page.getByRole('button', { name: /^Piece 2/ }).waitFor()
  await keys.press('Control+Shift+z')
  await page.getByRole('button', { name: /^Piece 1, 0:02\.0/ }).waitFor()
  await keys.press('Shift+ArrowLeft')
  await keys.press('o')
  await page.getByRole('button', { name: /^Piece 1, 0:01\.\d/ }).waitFor()
  await keys.press('Home')
  await keys.go('Text')
  await keys.fill('Words', 'by keys')
  await keys.go('Add text')
  await page.getByRole('button', { name: 'Text: by keys' }).first().waitFor()
  await keys.walk(60)
  expect(keys.faults()).toEqual([])
  await settled(page)
  await axe(page)
})

test('what the camera recorded is edited like any clip', async () => {
  const own = await openBrowser({ camera: true })
  try {
    const { page, troubles } = await phone(own, server.url)
    await page.goto('/create/edit')
    await page.getByRole('button', { name: 'Record with the camera' }).click()
    await page.getByRole('button', { name: 'Start recording' }).click()
    await page.waitForTimeout(2500)
    await page.getByRole('button', { name: 'Stop recording' }).click()
    await page.getByRole('button', { name: /^Piece 1, 0:0[1-9]/ }).waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.waitForURL(/\/create(\?|$)/, { timeout: 90_000 })
    expect(troubles).toEqual([])
  } finally {
    await own.close()
  }
})

test('a browser that can’t encode sends clip and pictures up once, also over a reload; the server renders the list, and the post is watched', async () => {
  const { page, troubles } = await phone(browser, server.url)
  await signUp(page, server.url, { email: 'aya@example.org', password, name: 'Aya', handle: 'aya' })
  await page.addInitScript('delete globalThis.VideoEncoder')
  const uploads = uploadsOf(page)
  await page.goto('/create/edit')
  const atMost = await slowUploads(page)
  await atMost(500_000)
  await page.locator('.edit input[type=file]').setInputFiles(source)
  await page.getByRole('button', { name: /^Piece 1/ }).waitFor()
  await page.getByRole('slider', { name: 'End of the piece' }).press('Shift+ArrowLeft')
  await eventually(async () => {
    if ((await keptList(page))?.pieces[0]?.out !== 7000) throw new Error('not kept yet')
  })
  await expect.poll(() => uploads.offsets).toEqual([0])
  await page.reload()
  await page.getByRole('button', { name: 'Go on editing' }).click()
  await page.getByRole('button', { name: /^Piece 1, 0:07/ }).waitFor()
  await tool(page, 'Stickers')
  await page.getByRole('button', { name: 'Heart' }).first().click()
  await tool(page, 'Sound')
  await page.getByRole('button', { name: /^Morning kiln/ }).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('The server makes the clip').waitFor()
  await page.waitForURL(/\/create(\?|$)/, { timeout: 90_000 })
  // The clip in two parts, then the picture.
  expect(uploads.begun).toEqual(['source', 'overlay'])
  expect(uploads.offsets.map(o => o > 0)).toEqual([false, true, false])
  await postIt(page, 'Made by the server')
  await page.getByText('Your post is live').waitFor({ timeout: 90_000 })
  const { id, video } = await posted('Made by the server')
  expect(Math.abs(video.durationMs - 7000)).toBeLessThan(60)
  await isWatched(id)
  expect(troubles).toEqual([])
})

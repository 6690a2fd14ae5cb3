import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditList, frameCount, sizeOf } from '#engines/edit'
import { openBrowser, phone, plays, settled, signUp, swipeTo, type Watched } from '#testing/browser'
import { renderTwin } from '#testing/edit-twin'
import { eventually } from '#testing/eventually'
import { Keys } from '#testing/keyboard'
import { startServer, type TestServer } from '#testing/server'
import { buyOne, openShop, password, type ShopWorld } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** The editor in a real browser, from an order to a post that others watch; and the server's rendering of the same list beside it. */
let server: TestServer
let browser: Browser
let world: ShopWorld
let bought: { order: string; line: string }
let api: Api
let aya: Watched
let source: string
const run = promisify(execFile)

/** Eight seconds that move, with sound, upright, 25 frames a second; its colours are said as phones say them. */
async function film(path: string, size = '720x1280', seconds = 8): Promise<void> {
  const picture = `testsrc2=s=${size}:r=25:d=${seconds},gblur=sigma=3`
  const colours = ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709']
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=f=440:d=${seconds}`]
  const codecs = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '16', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest']
  await run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...inputs, ...colours, ...codecs, path])
}

beforeAll(async () => {
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
  source = join(await mkdtemp(join(tmpdir(), 'enishi-film-')), 'film.mp4')
  await film(source)
  browser = await openBrowser()
  aya = await phone(browser, server.url)
  await signUp(aya.page, server.url, { email: 'aya@example.org', password, name: 'Aya', handle: 'aya' })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
  expect(serious.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`)).toEqual([])
}
const tool = (page: Page, name: string) => page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name }).click()
/** What the editor has kept of itself on the device. */
const kept = (page: Page): Promise<EditList | null> =>
  page.evaluate(`new Promise(resolve => {
    const open = indexedDB.open('enishi.edit', 1)
    open.onsuccess = () => {
      const ask = open.result.transaction('edit').objectStore('edit').get('now')
      ask.onsuccess = () => { open.result.close(); resolve(ask.result?.list ?? null) }
    }
  })`)
/** The file that waits to be uploaded. */
const waiting = async (page: Page): Promise<Buffer> => {
  const text = await page.evaluate<string>(`new Promise(resolve => {
    const open = indexedDB.open('enishi.files', 1)
    open.onsuccess = () => {
      const ask = open.result.transaction('files').objectStore('files').getAll()
      ask.onsuccess = () => {
        const reader = new FileReader()
        reader.onload = () => resolve(reader.result.split(',')[1])
        reader.readAsDataURL(ask.result.at(-1))
      }
    }
  })`)
  return Buffer.from(text, 'base64')
}

let list: EditList
let pictures: string[]
let exported: string

test('from an order she trims a clip, writes on it, puts a price tag and the product where they belong, and keeps it over a reload', async () => {
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
  await tool(page, 'Mosaic')
  await page.getByRole('button', { name: 'Add a mosaic' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Redo' }).click()
  await axe(page)

  await eventually(async () => {
    const now = await kept(page)
    if (now?.blurs.length !== 1) throw new Error('not kept yet')
  })
  await page.reload()
  await page.getByRole('button', { name: 'Go on editing' }).click()
  await page.getByRole('button', { name: /^Piece 1, 0:05\.5/ }).waitFor()
  await tool(page, 'Cut')
  list = (await kept(page)) as EditList
  expect(list.tags).toMatchObject([{ product: world.product, from: 0, to: 3000 }])
  expect(list.pieces).toMatchObject([{ in: 1000, out: 6500 }])
  expect(list.overlays.map(o => o.kind)).toEqual(['text', 'sticker'])
})

test('the clip is made on the device, its upload goes on after a reload, and the post is watched by others', async () => {
  const { page } = aya
  pictures = await page
    .locator('.edit-item > canvas')
    .evaluateAll(all => all.map(c => (c as unknown as { toDataURL(): string }).toDataURL().split(',')[1] ?? ''))
  expect(pictures.length).toBe(2)
  // The bytes do not go up before the page was loaded again.
  await page.route('**/v1/uploads/**', route => (route.request().method() === 'PATCH' ? route.abort() : route.continue()))
  await page.getByRole('button', { name: 'Next' }).click()
  await page.waitForURL(/\/create\?/, { timeout: 120_000 })
  const folder = await mkdtemp(join(tmpdir(), 'enishi-edit-'))
  exported = join(folder, 'browser.mp4')
  await writeFile(exported, await waiting(page))
  await page.unroute('**/v1/uploads/**')
  await page.reload()
  await page.getByRole('textbox', { name: 'Caption' }).fill('Three weeks with it #hagi')
  await page.getByRole('main').getByText('Hagi cup').first().waitFor()
  await page.getByLabel('No, I bought it or just like it').check()
  await page.getByRole('button', { name: /^Post/ }).click()
  await page.getByText('Your post is live').waitFor({ timeout: 90_000 })
  expect(aya.troubles).toEqual([])

  const mine = await api.get<{ items: { id: string; caption: string }[] }>('/v1/me/posts')
  const made = mine.items.find(p => p.caption.startsWith('Three weeks')) as { id: string }
  const shown = await api.get<{ grownFrom: string; products: object[]; video: { durationMs: number } }>(`/v1/me/posts/${made.id}`)
  expect(shown.grownFrom).toBe(bought.line)
  // The pin stays where it was put.
  expect(shown.products).toMatchObject([{ product: world.product, fromMs: 0, toMs: 3000, x: 0.44, y: 0.7 }])
  expect(Math.abs(shown.video.durationMs - 5500)).toBeLessThan(60)
  const ben = await phone(browser, server.url)
  await ben.page.goto(`/p/${made.id}`)
  await swipeTo(ben.page, p => p === made.id)
  await plays(ben.page)
})

/** Every frame as red, green and blue, half as wide; what a file says of its colours is heard (the browser writes full range, the server does not). */
async function frames(path: string, height: number): Promise<Buffer> {
  const args = [
    '-nostdin',
    '-v',
    'error',
    '-i',
    path,
    '-vf',
    `format=rgb24,scale=360:${height}:flags=area`,
    '-f',
    'rawvideo',
    'pipe:1',
  ]
  return (await run('ffmpeg', args, { encoding: 'buffer', maxBuffer: 2 ** 30 })).stdout
}

/**
 * Of 255, the mean of a frame. Two encoders (6 Mbit/s here, CRF 16 there), two filters that scale, and full against limited range are
 * worth about 2; the picture beside it, a 30th of a second off, 1.8 more.
 */
const tolerance = 3

test('frame by frame, the clip that the browser made is the one that the server renders from the same list and pictures', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enishi-twin-'))
  const overlays = await Promise.all(
    pictures.map(async (png, i) => {
      await writeFile(join(folder, `${i}.png`), Buffer.from(png, 'base64'))
      return join(folder, `${i}.png`)
    }),
  )
  const clip = { container: 'mov', video: 0, audio: 1, width: 720, height: 1280, durationMs: 8000, fps: 25 } as const
  const twin = await renderTwin(list, source, clip, overlays)
  const height = sizeOf(list.frame, 360).height
  const [a, b] = await Promise.all([frames(exported, height), frames(twin, height)])
  const size = 360 * height * 3
  expect(a.length / size).toBe(frameCount(list))
  expect(b.length / size).toBe(frameCount(list))
  const differences = Array.from({ length: frameCount(list) }, (_, k) => {
    let sum = 0
    for (let i = k * size; i < (k + 1) * size; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0))
    return sum / size
  })
  expect(Math.max(...differences)).toBeLessThan(tolerance)
  expect((await readFile(exported)).length).toBeGreaterThan(100_000)
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

test('a browser that can’t encode sends clip and pictures up, and asks the server to render the list', async () => {
  const { page } = await phone(browser, server.url)
  await page.addInitScript('delete globalThis.VideoEncoder')
  const asked: { list: EditList }[] = []
  // The server's half is stood in for, so that what is asked of it can be looked at.
  await page.route(/\/v1\/music/, route => route.fulfill({ json: { items: [], next: null } }))
  await page.route('**/v1/edits', route => {
    asked.push(route.request().postDataJSON() as { list: EditList })
    return route.fulfill({ status: 201, json: { id: asked[0]?.list.pieces[0]?.source } })
  })
  const uses: string[] = []
  page.on('request', r => {
    const use = /use (\S+)/.exec(r.headers()['upload-metadata'] ?? '')?.[1]
    if (use && r.method() === 'POST') uses.push(Buffer.from(use, 'base64').toString())
  })
  await page.goto('/create/edit')
  await page.locator('.edit input[type=file]').setInputFiles(source)
  await page.getByRole('button', { name: /^Piece 1/ }).waitFor()
  await tool(page, 'Stickers')
  await page.getByRole('button', { name: 'Heart' }).first().click()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('The server makes the clip').waitFor()
  await page.waitForURL(/\/create(\?|$)/, { timeout: 90_000 })
  expect(uses).toEqual(['source', 'overlay'])
  const [first] = asked
  expect(first?.list.pieces[0]?.source).toMatch(/^med_/)
  expect(first?.list.overlays[0]?.picture).toMatch(/^med_/)
})

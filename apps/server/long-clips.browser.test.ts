import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, phone, plays, swipeTo } from '#testing/browser'
import { startServer, type TestServer } from '#testing/server'
import { openShop, post, type ShopWorld } from '#testing/shop-world'

/** A clip of more than a minute, which comes by HLS, beside short ones, which are files; and what both show while one scrubs. */
let server: TestServer
let browser: Browser
let world: ShopWorld
const clips = { long: { post: '', media: '' }, short: { post: '', media: '' } }
let page: Page
let asked: { path: string; range: string | undefined }[] = []
let told: { name: string; subject: { id: string }; data: { rung?: string; bytes?: number } }[] = []

/** 75 seconds of few pictures, so that three rungs are soon made. */
async function longFilm(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'enishi-long-'))
  const file = join(folder, 'long.mp4')
  const input = ['-f', 'lavfi', '-i', 'testsrc2=s=720x1280:r=8:d=75', '-f', 'lavfi', '-i', 'sine=f=330:d=75']
  const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest']
  await promisify(execFile)('ffmpeg', ['-v', 'error', ...input, ...coded, file])
  const bytes = await readFile(file)
  await rm(folder, { recursive: true })
  return bytes
}
/** When all of its rungs and its storyboard are made. */
async function mediaOf(id: string): Promise<string> {
  for (let i = 0; i < 200; i++) {
    const { video } = await world.merchant.get<{ video: { id: string; storyboard: object | null } }>(`/v1/posts/${id}`)
    if (video.storyboard) return video.id
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  throw new Error('the storyboard is not made')
}

beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  world = await openShop(server.url)
  clips.short.post = await post(world.merchant, 'navy', { caption: 'A short one #hagi' })
  clips.short.media = await mediaOf(clips.short.post)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
beforeEach(async () => {
  ;({ page } = await phone(browser, server.url))
  asked = []
  told = []
  page.on('request', request => {
    asked.push({ path: new URL(request.url()).pathname, range: request.headers().range })
    if (new URL(request.url()).pathname === '/v1/events') told.push(...eventsIn(request))
  })
})
afterEach(() => page?.context().close())

const eventsIn = (request: Request): typeof told => {
  try {
    return (request.postDataJSON() as { events: typeof told }).events
  } catch {
    return []
  }
}
/** Files of a clip that were asked for, each once. */
const files = (media: string) => [
  ...new Set(asked.filter(a => a.path.startsWith(`/media/${media}/`)).map(a => a.path.split('/')[3] as string)),
]
const ask = <T>(read: string) => page.evaluate<T>(`document.querySelector('.slide[data-active] video')?.${read}`)
const bar = () => page.locator('.slide[data-active] .hairline')
async function show(clip: { post: string }): Promise<void> {
  await page.locator('.slide[data-active]').first().waitFor()
  const at = async (of: string) => Number(await page.locator(`.slide${of}`).first().getAttribute('data-i'))
  const wanted = `[data-post="${clip.post}"]`
  await swipeTo(page, id => id === clip.post, (await at(wanted)) < (await at('[data-active]')) ? 'back' : 'on')
  await plays(page)
  // The scroller has come to rest: what lies where stays there.
  await page.evaluate(`(async feed => {
    for (let at = -1; at !== feed.scrollTop; await new Promise(done => setTimeout(done, 200))) at = feed.scrollTop
  })(document.querySelector('.feed'))`)
}
/** Presses on the bar and drags to these parts of the clip; the finger stays. */
async function drag(...parts: number[]): Promise<void> {
  const box = (await bar().boundingBox()) as { x: number; y: number; width: number; height: number }
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 4, y)
  await page.mouse.down()
  for (const part of parts) await page.mouse.move(box.x + part * box.width, y, { steps: 4 })
}

test('a clip of a minute at most is a file: nothing of HLS is loaded; its storyboard comes with the first drag and shows the place', async () => {
  await page.goto('/')
  await show(clips.short)
  expect(files(clips.short.media).filter(f => !f.endsWith('.webp'))).toEqual(['low.mp4'])
  await bar().focus()
  await page.keyboard.press('ArrowRight')
  expect(files(clips.short.media)).not.toContain('storyboard.webp')
  await drag(0.3, 0.8)
  const scene = page.locator('.scene[data-there]')
  await scene.waitFor()
  expect(files(clips.short.media)).toContain('storyboard.webp')
  // Four tiles of a second: three quarters of the way is the last.
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.scene img')).transform`)).toBe(
    'matrix(1, 0, 0, 1, -270, 0)',
  )
  const [tile, stage] = await Promise.all([scene.boundingBox(), page.locator('.slide[data-active] .stage').boundingBox()])
  expect([tile!.width, tile!.height, tile!.x >= stage!.x, tile!.x + tile!.width <= stage!.x + stage!.width]).toEqual([
    90,
    160,
    true,
    true,
  ])
  await page.mouse.up()
  await scene.waitFor({ state: 'detached' })
  expect(asked.filter(a => /hls-library/.test(a.path))).toEqual([])
})

describe('a clip of more than a minute', () => {
  beforeAll(async () => {
    clips.long.post = await post(world.merchant, await longFilm(), { caption: 'A long firing #hagi' })
    clips.long.media = await mediaOf(clips.long.post)
  })

  test('plays by HLS in parts, goes on from where one lets go of the bar, and asks for nothing when it was swiped away', async () => {
    await page.goto('/')
    await show(clips.long)
    const { media } = clips.long
    expect(files(media)).toContain('clip.m3u8')
    expect(await ask('duration')).toBeGreaterThan(74)
    expect(asked.filter(a => a.path.startsWith(`/media/${media}/`) && a.path.endsWith('.mp4') && !a.range)).toEqual([])
    await drag(0.2, 0.5, 60 / 75)
    await page.locator('.scene[data-there]').waitFor()
    // The places that were passed over are shown, not loaded.
    expect(await ask<number>('currentTime')).toBeLessThan(30)
    await page.mouse.up()
    await expect.poll(() => ask<number>('currentTime'), { timeout: 20_000 }).toBeGreaterThan(60)
    await expect.poll(() => ask<boolean>('paused')).toBe(false)
    await show(clips.short)
    await page.waitForTimeout(600)
    const before = asked.length
    await page.waitForTimeout(2500)
    expect(asked.slice(before).filter(a => a.path.startsWith(`/media/${media}/`))).toEqual([])
    expect(await page.locator('video').count()).toBeLessThanOrEqual(4)
    await expect.poll(() => told.filter(e => e.name === 'player.measured' && e.subject.id === clips.long.post)).not.toEqual([])
    const { rung, bytes } = told.find(e => e.name === 'player.measured' && e.subject.id === clips.long.post)!.data
    expect(['low', 'mid', 'high']).toContain(rung)
    expect(bytes).toBeGreaterThan(10_000)
  })

  test('has its lowest rung only, with data saver', async () => {
    await page.addInitScript(`localStorage.setItem('enishi.prefs', JSON.stringify({ state: { dataSaver: true }, version: 0 }))`)
    await page.goto('/')
    await show(clips.long)
    await drag(0.9)
    await page.mouse.up()
    await expect.poll(() => ask<number>('currentTime'), { timeout: 20_000 }).toBeGreaterThan(67)
    expect(
      files(clips.long.media)
        .filter(f => !f.endsWith('.webp'))
        .sort(),
    ).toEqual(['low.m3u8', 'low.mp4'])
  })

  test('plays what is loaded while the network is away, and the rest when it is back; removed meanwhile, it says so', async () => {
    await page.goto('/')
    await show(clips.long)
    const part = new RegExp(`/media/${clips.long.media}/[a-z]+\\.(mp4|m3u8)`)
    await page.route(part, route => route.abort('internetdisconnected'))
    const seek = (to: number) => page.evaluate(`document.querySelector('.slide[data-active] video').currentTime = ${to}`)
    const loadedTo = await ask<number>('buffered.end(0)')
    await seek(65)
    await page.waitForTimeout(1500)
    expect(await ask<number>('readyState')).toBeLessThan(3)
    await page.unroute(part)
    await expect.poll(() => ask<number>('currentTime'), { timeout: 30_000 }).toBeGreaterThan(65.2)
    await page.route(part, route => route.fulfill({ status: 410 }))
    // Between what was loaded at first and what came now.
    await seek(loadedTo + 6)
    await page.locator('.slide[data-active] .standing svg.lucide-rotate-ccw').waitFor()
    // Shown again after all, it plays.
    await page.unroute(part)
    await page.locator('.slide[data-active] .standing').click()
    await plays(page)
  })
})

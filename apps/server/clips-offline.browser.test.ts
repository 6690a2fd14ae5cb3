import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeEmbedded } from '#base/db'
import { openBrowser, phone, signUp, swipeTo } from '#testing/browser'
import { freePort, startServer, type TestServer } from '#testing/server'
import { firstOperator, openShop, password, post } from '#testing/shop-world'
import { Api } from '../simulator/api.ts'

/** The feed when the server is really gone, and the browser's own cache with it: what plays then is what the worker kept. */
let server: TestServer
let browser: Browser
let dataDir: string
let films: string[]
let operator: Api
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'enishi-clips-'))
  server = await startServer({ dataDir, port: await freePort(), args: ['--empty'] })
  operator = await firstOperator(server)
  const { merchant } = await openShop(server.url)
  films = []
  for (const colour of ['navy', 'teal', 'maroon']) films.push(await post(merchant, colour, { caption: `${colour} #hagi` }))
  await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  removeEmbedded(dataDir)
})

const restart = async () => {
  server = await startServer({ dataDir, port: Number(new URL(server.url).port), args: ['--empty'] })
}
const kept = (page: Page) =>
  page.evaluate<string[]>(`caches.open('clips-2').then(c => c.match('/kept-slides')).then(r => r?.json() ?? [])
    .then(list => list.map(k => k.slide.id))`)
const front = (page: Page) => page.locator('.slide[data-active]').first().getAttribute('data-post')
/** Time and readiness of the clip in front, 0 where there is none. */
const clip = (page: Page) =>
  page.evaluate<[number, number]>(`(() => {
    const v = document.querySelector('.slide[data-active] video')
    return v && v.src.endsWith('?kept') ? [v.readyState, v.currentTime] : [0, 0]
  })()`)
/** A button that is asked for while the feed still moves is scrolled to by the browser's driver, which ends the movement where no finger would. */
const atRest = (page: Page) =>
  expect.poll(() => page.evaluate<number>(`(box => box.scrollTop % box.clientHeight)(document.querySelector('.feed'))`)).toBe(0)
async function playsKept(page: Page): Promise<void> {
  await expect.poll(async () => (await clip(page))[0], { timeout: 15_000 }).toBeGreaterThanOrEqual(3)
  const [, before] = await clip(page)
  await expect.poll(async () => (await clip(page))[1] !== before, { timeout: 15_000 }).toBe(true)
}

test('when the server is gone the two clips that were watched last play, and what is liked is sent once when it is back', async () => {
  const { page } = await phone(browser, server.url)
  await signUp(page, server.url, { email: 'aya@example.org', password, name: 'Aya', handle: 'aya' })
  await page.goto('/')
  await page.evaluate('navigator.serviceWorker.ready')
  await page.waitForFunction('navigator.serviceWorker.controller !== null')
  await page.goto('/')
  const watched: string[] = []
  for (const _ of films) {
    const next = await swipeTo(page, id => !watched.includes(id))
    watched.unshift(next)
    await expect.poll(() => kept(page), { timeout: 30_000 }).toEqual(watched.slice(0, 2))
  }

  await server.stop()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.clearBrowserCache')
  for (const open of [() => page.reload(), () => page.goto('/')]) {
    await open()
    await page.locator('.slide').first().waitFor()
    expect(await front(page)).toBe(watched[0])
    await playsKept(page)
  }
  await swipeTo(page, id => id === watched[1])
  await playsKept(page)
  await atRest(page)

  const taken: number[] = []
  page.on('response', answer => answer.request().method() === 'PUT' && taken.push(answer.status()))
  await page.locator('.slide[data-active]').getByRole('button', { name: /^Like/ }).click()
  await restart()
  const aya = await Api.member(server.url, 'aya@example.org', password)
  const likes = async () => (await aya.get<{ items: { id: string }[] }>('/v1/me/likes')).items.map(l => l.id)
  await expect.poll(likes, { timeout: 40_000 }).toEqual([watched[1]])
  // The next turn of the outbox has nothing left to send.
  await expect.poll(() => page.evaluate(`localStorage.getItem('enishi.outbox')`)).toBe('[]')
  expect(taken.filter(code => code < 300)).toHaveLength(1)
  await page.context().close()
})

test('a clip that is taken down while the device is away is not kept after the next visit', async () => {
  const { page } = await phone(browser, server.url)
  await page.goto('/')
  await page.evaluate('navigator.serviceWorker.ready')
  await page.waitForFunction('navigator.serviceWorker.controller !== null')
  await page.goto('/')
  await expect.poll(() => kept(page), { timeout: 30_000 }).toHaveLength(1)
  const [film] = await kept(page)
  await operator.post('/v1/moderation/decisions', {
    subject: { kind: 'post', id: film },
    action: 'remove',
    reason: 'spam',
    explanation: 'An advertisement that does not say so',
  })
  await page.goto('/settings')
  await expect.poll(() => kept(page), { timeout: 30_000 }).toEqual([])
  await page.context().close()
})

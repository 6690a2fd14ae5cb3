import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone, signUp } from '#testing/browser'
import { eventually } from '#testing/eventually'
import { startServer, type TestServer } from '#testing/server'
import { firstOperator, password } from '#testing/shop-world'
import { clipFile } from '../../rooms/media/testing.ts'
import { Api } from '../simulator/api.ts'

/** A clip that comes again, in real browsers on a real server: its author is told, and what another posts of it waits for a person. */
let server: TestServer
let browser: Browser
let operator: Api
const film = clipFile({ size: '360x640', seconds: 4 })
const mio = { email: 'mio@example.org', password, name: 'Mio', handle: 'mio' }
let original: string
let copy: string

async function publish(api: Api, path: string): Promise<string> {
  const video = await api.upload(readFileSync(path), 'clip.mp4', 'video/mp4')
  const draft = await api.post<{ id: string }>('/v1/posts', { caption: 'Three weeks with it', products: [], video })
  await api.ready(video)
  await api.post(`/v1/posts/${draft.id}/publish`)
  await eventually(() => api.get(`/v1/posts/${draft.id}`))
  return draft.id
}
beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
  operator = await firstOperator(server)
  original = await publish(await Api.join(server.url, mio.email, password, mio.name, mio.handle), film)
  const again = film.replace('.mp4', '-again.mp4')
  const args = ['-nostdin', '-v', 'error', '-y', '-i', film, '-vf', 'scale=270:480,eq=brightness=0.05', '-crf', '32', again]
  execFileSync('ffmpeg', args)
  copy = await publish(await Api.join(server.url, 'ken@example.org', password, 'Ken', 'ken'), again)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('what another person posts of a clip waits in the queue, with both clips in sight, and stays where it is', async () => {
  const entry = await eventually(async () => {
    const { items } = await operator.get<{ items: { subject: { id: string }; signals: object[] }[] }>('/v1/moderation/queue')
    const found = items.find(i => i.subject.id === copy)
    if (!found) throw new Error('not yet')
    return found
  })
  expect(entry.signals).toEqual([{ flag: 'copy', of: original, share: null }])
  const { page, troubles } = await phone(browser, server.url, { width: 1440, height: 900 })
  await signUp(page, server.url, { email: 'operator@example.org', password, name: 'Op', handle: 'op' })
  await page.goto('/console/reports')
  await page.getByText('Found by a check').first().waitFor()
  await page.getByRole('heading', { name: /Copy of another clip/ }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: 'Mio' }).count()).toBe(1)
  await expect.poll(() => page.getByRole('link', { name: 'Ken' }).count()).toBe(1)
  expect(troubles).toEqual([])
  expect((await (await Api.guest(server.url)).get<{ id: string }>(`/v1/posts/${copy}`)).id).toBe(copy)
})

test('who posts their own clip again is told when they did, and may', async () => {
  const { page, troubles } = await phone(browser, server.url)
  await signUp(page, server.url, mio)
  await page.goto('/create')
  await page
    .getByLabel('Choose from this device')
    .setInputFiles({ name: 'again.mp4', mimeType: 'video/mp4', buffer: readFileSync(film) })
  await page.getByText(/^You posted this on/).waitFor()
  await page.getByRole('link', { name: 'See that post' }).waitFor()
  expect(await page.getByRole('button', { name: 'Post', exact: true }).isEnabled()).toBe(true)
  expect(troubles).toEqual([])
})

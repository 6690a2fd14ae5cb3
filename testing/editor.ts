import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { CDPSession, Page } from 'playwright-core'
import type { EditList } from '#engines/edit'
import { type Api, sleep } from '../apps/simulator/api.ts'

const run = promisify(execFile)
const quiet = ['-nostdin', '-v', 'error', '-y']
/** Tones of a film and of the music under it: each can be heard for itself (clips-alike.ts). */
export const tones = { film: 440, music: 1320 } as const
const beeps = (hz: number, gain: number, every: number) => `${gain}*sin(2*PI*${hz}*t)*lt(mod(t,${every}),${every / 3})`

/** Eight seconds that move, with a beep each second, upright, 25 frames a second; its colours are said as phones say them. */
export async function film(folder: string): Promise<string> {
  const path = join(folder, 'film.mp4')
  const picture = 'testsrc2=s=720x1280:r=25:d=8,gblur=sigma=3'
  const sound = `aevalsrc='${beeps(tones.film, 0.3, 1)}':d=8:s=48000`
  const colours = ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709']
  const codecs = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '16', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest']
  await run('ffmpeg', [...quiet, '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound, ...colours, ...codecs, path])
  return path
}

/** Twelve seconds of music that an operator adds to the library. */
export async function addMusic(operator: Api): Promise<void> {
  const sound = ['-f', 'lavfi', '-i', `aevalsrc='${beeps(tones.music, 0.3, 0.8)}':d=12:s=48000`, '-f', 'flac', 'pipe:1']
  const { stdout } = await run('ffmpeg', [...quiet, ...sound], { encoding: 'buffer', maxBuffer: 2 ** 24 })
  const upload = await operator.upload(stdout, 'music.flac', 'audio/flac', { use: 'sound' })
  await held(operator, upload)
  const words = (en: string) => ({ en, ja: en, zh: en })
  await operator.post('/v1/music', { upload, title: words('Morning kiln'), mood: 'calm', credit: words('Kei') })
}
/** Waits until material of an edit can be used. */
export async function held(api: Api, id: string): Promise<void> {
  for (let i = 0; i < 480; i++) {
    const { state } = await api.get<{ state: string }>(`/v1/media/${id}`)
    if (state === 'held') return
    if (state === 'refused') break
    await sleep(250)
  }
  throw new Error(`${id} can't be used`)
}
/** Waits until all of a clip is made, and answers where its best rung is, as a file address. */
export async function bestRung(api: Api, id: string): Promise<string> {
  for (let i = 0; i < 480; i++) {
    const medium = await api.get<{ state: string; video: { rungs: { url: string }[] } | null }>(`/v1/media/${id}`)
    const best = medium.video?.rungs.at(-1)
    if (medium.state === 'ready' && best) return new URL(best.url, api.base).href
    if (medium.state === 'refused') break
    await sleep(250)
  }
  throw new Error(`${id} was not made`)
}

/** What the server makes of the same list: the file that people would watch. `pictures` are PNG, in the order of the texts and stickers. */
export async function renderByServer(api: Api, list: EditList, film: Buffer, pictures: readonly Buffer[]): Promise<string> {
  const clip = await api.upload(film, 'film.mp4', 'video/mp4', { use: 'source' })
  const drawn = await Promise.all(pictures.map(png => api.upload(png, 'o.png', 'image/png', { use: 'overlay' })))
  for (const id of [clip, ...drawn]) await held(api, id)
  const named = {
    ...list,
    pieces: list.pieces.map(p => ({ ...p, source: clip })),
    overlays: list.overlays.map((o, i) => ({ ...o, picture: drawn[i] })),
  }
  return (await api.post<{ id: string }>('/v1/edits', { list: named })).id
}

export const tool = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name }).click()

/** What the editor has kept of itself on the device. */
export const keptList = (page: Page): Promise<EditList | null> =>
  page.evaluate(`new Promise(resolve => {
    const open = indexedDB.open('enishi.edit', 1)
    open.onsuccess = () => {
      const ask = open.result.transaction('edit').objectStore('edit').get('now')
      ask.onsuccess = () => { open.result.close(); resolve(ask.result?.list ?? null) }
    }
  })`)
/** The file that waits to be uploaded. */
export async function waitingFile(page: Page): Promise<Buffer> {
  const text = await page.evaluate<string>(`new Promise(resolve => {
    const open = indexedDB.open('enishi.files', 1)
    open.onsuccess = () => {
      const ask = open.result.transaction('files').objectStore('files').getAll()
      ask.onsuccess = () => {
        open.result.close()
        const reader = new FileReader()
        reader.onload = () => resolve(reader.result.split(',')[1])
        reader.readAsDataURL(ask.result.at(-1))
      }
    }
  })`)
  return Buffer.from(text, 'base64')
}
/** As if the browser had thrown the waiting files away, to have room. */
export const loseWaitingFiles = (page: Page): Promise<void> =>
  page.evaluate(`new Promise(resolve => {
    const open = indexedDB.open('enishi.files', 1)
    open.onsuccess = () => {
      const change = open.result.transaction('files', 'readwrite')
      change.objectStore('files').clear()
      change.oncomplete = () => { open.result.close(); resolve() }
    }
  })`)

/** A link on which at most so many bytes a second go up; called again after each load of the page, which forgets it. */
export async function slowUploads(page: Page): Promise<(bytesPerSecond: number) => Promise<void>> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const link = { offline: false, latency: 0, downloadThroughput: -1 }
  return async bytesPerSecond =>
    void (await cdp.send('Network.emulateNetworkConditions', { ...link, uploadThroughput: bytesPerSecond }))
}

/** Every upload that this page begins, with what it is used for, and where each request with bytes begins. */
export function uploadsOf(page: Page): { readonly begun: (string | null)[]; readonly offsets: number[] } {
  const seen = { begun: [] as (string | null)[], offsets: [] as number[] }
  page.on('request', request => {
    const headers = request.headers()
    if (request.method() === 'PATCH' && headers['upload-offset']) seen.offsets.push(Number(headers['upload-offset']))
    if (request.method() !== 'POST' || !headers['upload-length']) return
    const use = /use (\S+)/.exec(headers['upload-metadata'] ?? '')?.[1]
    seen.begun.push(use ? Buffer.from(use, 'base64').toString() : null)
  })
  return seen
}

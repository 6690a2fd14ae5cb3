import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import { begin, type EditList, fps, frameCount, layout, momentOf, move, rectOf, sizeOf, slack, split, trim } from '#engines/edit'
import type { Clip } from './probe.ts'
import { createPrograms } from './program.ts'
import { renderEdit } from './render-edit.ts'
import { ffmpegFile } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'enishi-edit-'))
const programs = createPrograms()
afterAll(() => programs.stop())

const source = { width: 360, height: 640, length: 4000 }
const sources = new Map([['med_1', source]])
/** Each picture of the source has a brightness of its own, so that a picture of the result tells where it comes from; 25 a second. */
const brightness = (n: number): number => 20 + ((n * 37) % 190)
const drawn = (picture: string, ...sound: string[]) =>
  ffmpegFile('drawn.mp4', '-f', 'lavfi', '-i', picture, ...sound, '-c:v', 'libx264', '-crf', '6', '-g', '50')
const marked = drawn(
  `nullsrc=s=360x640:r=25:d=4,geq=lum='20+mod(N*37,190)':cb=128:cr=128,format=yuv420p`,
  ...['-f', 'lavfi', '-i', 'sine=f=440:d=4', '-c:a', 'aac'],
)
const clip: Clip = { container: 'mov', video: 0, audio: 1, width: 360, height: 640, durationMs: 4000, fps: 25 }
const red = join(folder, 'red.png')
await sharp({ create: { width: 40, height: 40, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 1 } } })
  .png()
  .toFile(red)

async function render(list: EditList, more: Partial<Parameters<typeof renderEdit>[2]> = {}): Promise<string> {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.mp4`)
  await renderEdit(programs, 'ffmpeg', {
    ...{ list, sources: new Map([['med_1', { path: marked, clip }]]), overlays: list.overlays.map(() => red), music: null, path },
    ...{ folder: mkdtempSync(join(folder, 'w-')), nice: 0, onProgress: () => {}, ...more },
  })
  return path
}
const raw = (path: string, ...args: string[]): Buffer =>
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-i', path, ...args, 'pipe:1'], { maxBuffer: 2 ** 30 })
/** Brightness (16 to 235) in the middle of every picture. */
function middles(path: string): number[] {
  const gray = raw(path, '-vf', 'crop=40:40:340:620,scale=1:1:flags=area,format=gray', '-f', 'rawvideo')
  return [...gray].map(v => 16 + (v * 219) / 255)
}
const wanted = (list: EditList): number[] =>
  Array.from({ length: frameCount(list) }, (_, k) => {
    const { at } = layout(list, momentOf(k), sources, sizeOf(list.frame, 720)) as { at: number }
    return brightness(Math.floor((at + slack) / 40))
  })

test('every picture of the result is the one that the layout names, whatever was cut, split and moved', async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const r = seeded(seed)
    let list = begin('med_1', source)
    for (let i = 0; i < 12; i++) {
      const piece = list.pieces[Math.floor(r() * list.pieces.length)]!
      if (r() < 0.4) list = split(list, Math.floor(r() * 4000))
      else if (r() < 0.5) list = trim(list, piece.id, r() < 0.5 ? 'in' : 'out', Math.floor(r() * 4000), source)
      else list = move(list, piece.id, r() < 0.5 ? 1 : -1)
    }
    const is = middles(await render(list))
    const should = wanted(list)
    expect(is.length, `seed ${seed}`).toBe(should.length)
    expect(
      is.flatMap((v, k) => (Math.abs(v - should[k]!) > 3 ? [`${k}: ${v} for ${should[k]}`] : [])),
      `seed ${seed}`,
    ).toEqual([])
  }
}, 120_000)

test('text and mosaic stand where and when the layout says, and nowhere else', async () => {
  const box = { x: 0.25, y: 0.25, width: 0.2, height: 0.1 }
  const list: EditList = {
    ...trim(begin('med_1', source), 'p1', 'out', 1000, source),
    overlays: [{ id: 'o1', kind: 'text', words: '赤', style: 'plain', picture: 'med_2', from: 300, to: 700, ...box }],
    blurs: [{ id: 'b1', from: 0, to: 1000, x: 0.75, y: 0.75, width: 0.3, height: 0.2 }],
  }
  const size = sizeOf('9:16', 720)
  const rgb = raw(await render(list), '-f', 'rawvideo', '-pix_fmt', 'rgb24')
  const at = (frame: number, x: number, y: number) => [
    ...rgb.subarray(((frame * size.height + y) * size.width + x) * 3).subarray(0, 3),
  ]
  const reds = Array.from({ length: 30 }, (_, k) => {
    const [r = 0, g = 0, b = 0] = at(k, 180, 320)
    return r > 200 && g < 40 && b < 40
  })
  expect(reds.flatMap((is, k) => (is ? [k] : []))).toEqual(Array.from({ length: 12 }, (_, k) => 9 + k))
  const r = rectOf(list.overlays[0]!, size)
  const isRed = ([x = 0, g = 0]: number[]) => x > 150 && g < 100
  expect([at(15, r.x + 3, r.y + 3), at(15, r.x + r.width - 4, r.y + r.height - 4)].map(isRed)).toEqual([true, true])
  expect([at(15, r.x - 4, r.y), at(15, r.x, r.y + r.height + 4)].map(isRed)).toEqual([false, false])
})

test('under a mosaic only its stones are left', async () => {
  const stripes = drawn(`nullsrc=s=360x640:r=25:d=1,geq=lum='if(mod(X,8)-mod(X,4),220,30)':cb=128:cr=128,format=yuv420p`)
  const list: EditList = {
    ...begin('med_1', { length: 1000 }),
    blurs: [{ id: 'b1', from: 0, to: 1000, x: 0.5, y: 0.5, width: 0.5, height: 0.25 }],
  }
  const sourcesHere = new Map([['med_1', { path: stripes, clip: { ...clip, audio: null, durationMs: 1000 } }]])
  const gray = raw(await render(list, { sources: sourcesHere }), '-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'gray')
  const row = (y: number, from: number, to: number) => [...gray.subarray(y * 720 + from, y * 720 + to)]
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values)
  expect(spread(row(640, 190, 530))).toBeLessThan(40)
  expect(spread(row(100, 190, 530))).toBeGreaterThan(150)
})

const pcm = (path: string) =>
  new Int16Array(new Uint8Array(raw(path, '-map', '0:a', '-ac', '1', '-ar', '48000', '-f', 's16le')).buffer)
const loud = (s: Int16Array, from: number, to: number) =>
  Math.sqrt(s.slice(from, to).reduce((sum, v) => sum + v * v, 0) / (to - from))

test('a clip with one channel of sound is as loud in the result as it was', async () => {
  const mono = { ...clip, coded: { sound: { channels: 1 } } as Clip['coded'] } as Clip
  const made = pcm(await render(begin('med_1', source), { sources: new Map([['med_1', { path: marked, clip: mono }]]) }))
  const was = pcm(marked)
  expect(loud(made, 48_000, 96_000) / loud(was, 48_000, 96_000)).toBeCloseTo(1, 1)
})

test('sound is as long as the pictures to a packet of it, silent where there is none, and music lies under it for the whole length', async () => {
  const list: EditList = { ...split(begin('med_1', source), 1234), gain: 0, music: { piece: 'm', gain: 1, in: 500, fade: 300 } }
  const bed = ffmpegFile('bed.m4a', '-f', 'lavfi', '-i', 'sine=f=220:d=1.7', '-c:a', 'aac')
  const silent = pcm(await render({ ...list, music: null }))
  // AAC has a packet of 1,024 samples before, and pads the last one.
  expect(Math.abs(silent.length - (frameCount(list) * 48_000) / fps)).toBeLessThan(2048)
  expect(loud(silent, 0, silent.length)).toBeLessThan(1)
  const music = pcm(await render(list, { music: bed }))
  for (const second of [1, 2, 3]) expect(loud(music, second * 48_000 - 24_000, second * 48_000)).toBeGreaterThan(500)
  expect(loud(music, 0, 2000)).toBeLessThan(loud(music, 24_000, 26_000) / 4)
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import { ladder, sizeWithin } from './ladder.ts'
import { judge } from './probe.ts'
import { parseRange } from './range.ts'
import { sniff, structureOf } from './sniff.ts'
import { clipFile, cut, fileOf } from './testing.ts'
import { cueProblem, toVtt } from './vtt.ts'

describe('sniffing', () => {
  const head = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
  test.each([
    ['JPEG', '\xff\xd8\xff\xe0', { kind: 'picture', type: 'jpeg' }],
    ['PNG', '\x89PNG\r\n\x1a\n', { kind: 'picture', type: 'png' }],
    ['WebP', 'RIFF\0\0\0\0WEBPVP8 ', { kind: 'picture', type: 'webp' }],
    ['AVIF', '\0\0\0\x1cftypmif1\0\0\0\0avifmiaf', { kind: 'picture', type: 'avif' }],
    ['MP4', '\0\0\0\x18ftypisom\0\0\0\0', { kind: 'video', container: 'mov' }],
    ['old QuickTime', '\0\0\0\x08wide', { kind: 'video', container: 'mov' }],
    ['WebM', '\x1aE\xdf\xa3', { kind: 'video', container: 'matroska' }],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0', { kind: 'foreign', what: 'HEIC picture' }],
    ['AVI', 'RIFF\0\0\0\0AVI LIST', { kind: 'foreign', what: 'RIFF/AVI' }],
    ['a playlist', '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd', { kind: 'unknown' }],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg">', { kind: 'unknown' }],
    ['nothing', '', { kind: 'unknown' }],
  ])('%s is told by its bytes', (_name, text, what) => expect(sniff(head(text))).toEqual(what))

  test('a clip cut anywhere is seen to be truncated, a whole one is not', async () => {
    const front = clipFile({ more: ['-movflags', '+faststart'] })
    const back = clipFile({})
    const webm = clipFile({ type: 'webm' })
    for (const path of [front, back]) expect(await structureOf(path, 'mov')).toEqual({ truncated: false, fragmented: false })
    expect((await structureOf(webm, 'matroska')).truncated).toBe(false)
    const seed = 20260302
    const random = seeded(seed)
    for (let i = 0; i < 12; i++) {
      const part = 0.02 + random() * 0.97
      for (const path of [front, back])
        expect((await structureOf(cut(path, part), 'mov')).truncated, `seed ${seed} part ${part}`).toBe(true)
      expect((await structureOf(cut(webm, part), 'matroska')).truncated, `seed ${seed} part ${part}`).toBe(true)
    }
    expect(readFileSync(front).indexOf('moov')).toBeLessThan(readFileSync(front).indexOf('mdat'))
  })
  test('garbage never makes it throw', async () => {
    const random = seeded(7)
    for (let i = 0; i < 50; i++) {
      const bytes = new Uint8Array(Math.floor(random() * 400)).map(() => Math.floor(random() * 256))
      sniff(bytes)
      const path = fileOf('g', bytes)
      for (const container of ['mov', 'matroska'] as const)
        expect(typeof (await structureOf(path, container)).truncated).toBe('boolean')
    }
  })
})

describe('the ladder', () => {
  const names = (width: number, height: number) => ladder({ width, height }).map(r => `${r.name} ${r.width}x${r.height}`)
  test('upright, lying and square clips get rungs of their own shape', () => {
    expect(names(1080, 1920)).toEqual(['low 360x640', 'mid 540x960', 'high 720x1280'])
    expect(names(1920, 1080)).toEqual(['low 640x360', 'mid 960x540', 'high 1280x720'])
    expect(names(1080, 1080)).toEqual(['low 360x360', 'mid 540x540', 'high 720x720'])
  })
  test('a small source is not blown up, and a rung that shows nothing more is left out', () => {
    expect(names(180, 320)).toEqual(['low 180x320'])
    expect(names(360, 640)).toEqual(['low 360x640'])
    expect(names(480, 854)).toEqual(['low 360x640', 'mid 480x854'])
  })
  test('every size is even, within the source rounded to even, and keeps the shape', () => {
    const seed = 11
    const random = seeded(seed)
    for (let i = 0; i < 2000; i++) {
      const source = { width: 16 + Math.floor(random() * 4000), height: 16 + Math.floor(random() * 4000) }
      for (const r of ladder(source)) {
        expect((r.width % 2) + (r.height % 2), `seed ${seed} ${JSON.stringify({ source, r })}`).toBe(0)
        expect(r.width <= source.width + 1 && r.height <= source.height + 1).toBe(true)
        const wanted = (r.width * source.height) / source.width
        expect(Math.abs(r.height - wanted)).toBeLessThanOrEqual(1 + source.height / source.width + 1)
      }
    }
    expect(sizeWithin({ width: 1, height: 5000 }, 360, 640)).toEqual({ width: 2, height: 640 })
  })
})

describe('judging what ffprobe says', () => {
  const stream = { index: 0, codec_type: 'video', codec_name: 'h264', width: 1920, height: 1080, avg_frame_rate: '30/1' }
  const with_ = (parts: object, duration = '10') => judge({ streams: [{ ...stream, ...parts }], format: { duration } }, 'mov')
  test('a turned phone clip counts as upright, and its pixels as square', () => {
    expect(with_({ side_data_list: [{ rotation: -90 }] })).toMatchObject({ clip: { width: 1080, height: 1920 } })
    expect(with_({ tags: { rotate: '270' } })).toMatchObject({ clip: { width: 1080, height: 1920 } })
    expect(with_({ width: 720, height: 576, sample_aspect_ratio: '64:45' })).toMatchObject({ clip: { width: 1024, height: 576 } })
  })
  test.each([
    ['four hours', with_({}, '14400'), 'media_too_long'],
    ['sound only', judge({ streams: [{ index: 0, codec_type: 'audio', codec_name: 'aac' }] }, 'mov'), 'not_a_video'],
    ['a cover picture only', with_({ disposition: { attached_pic: 1 } }), 'not_a_video'],
    ['an unknown codec', with_({ codec_name: 'vp6' }), 'media_unsupported'],
    ['a giant picture', with_({ width: 16000 }), 'media_unsupported'],
    ['nothing', judge({}, 'mov'), 'not_a_video'],
  ])('%s is refused', (_name, judged, code) => expect(judged).toMatchObject({ refusal: { code } }))
})

test.each([
  [undefined, { kind: 'all' }],
  ['bytes=0-99', { kind: 'part', start: 0, end: 99 }],
  ['bytes=900-', { kind: 'part', start: 900, end: 999 }],
  ['bytes=-10', { kind: 'part', start: 990, end: 999 }],
  ['bytes=-5000', { kind: 'part', start: 0, end: 999 }],
  ['bytes=990-5000', { kind: 'part', start: 990, end: 999 }],
  ['bytes=1000-', { kind: 'unsatisfiable' }],
  ['bytes=-0', { kind: 'unsatisfiable' }],
  ['bytes=5-1', { kind: 'all' }],
  ['bytes=0-1,5-6', { kind: 'all' }],
  ['items=0-1', { kind: 'all' }],
  ['bytes=-', { kind: 'all' }],
])('of 1000 bytes, the range %s is understood', (header, range) => expect(parseRange(header, 1000)).toEqual(range))

test('captions are plain words at their times, whatever is written into them', () => {
  expect(
    toVtt([
      { fromMs: 61_500, toMs: 3_600_000, text: 'b\n\nc' },
      { fromMs: 0, toMs: 1200, text: '<b>お茶</b> --> & ' },
    ]),
  ).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:01.200\n&lt;b&gt;お茶&lt;/b&gt; --&gt; &amp;\n\n00:01:01.500 --> 01:00:00.000\nb\nc\n')
  expect([
    cueProblem([{ fromMs: 5, toMs: 5, text: 'a' }], null)?.index,
    cueProblem([{ fromMs: 0, toMs: 9000, text: 'a' }], 2000)?.index,
    cueProblem([{ fromMs: 0, toMs: 9, text: ' \n' }], 2000)?.index,
    cueProblem([{ fromMs: 0, toMs: 2400, text: 'a' }], 2000),
  ]).toEqual([0, 0, 0, null])
})

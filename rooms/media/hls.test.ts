import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { finishRungs } from './finish-rungs.ts'
import { pointedAt } from './hls-form.ts'
import { createMedia, type Media, mediaMigrations } from './index.ts'
import { boxAt } from './iso-boxes.ts'
import { masterPlaylist, mediaPlaylist } from './playlists.ts'
import { processMedia } from './process-media.ts'
import { createPrograms } from './program.ts'
import { insert } from './store.ts'
import { clipFile } from './testing.ts'
import { createWorkshop, sourceOf, type Workshop } from './workshop.ts'

let house: TestHouse
let media: Media
let shop: Workshop
const owner = newId('person', new Date())
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  media = createMedia(house)
  shop = createWorkshop(house, createPrograms())
  await media.start()
})
afterAll(() => house.close())

const fileOf = (id: string, file: string) => join(house.folder, 'storage', 'media', id, file)
const read = (id: string, file: string) => readFileSync(fileOf(id, file), 'utf8')
/** Few pictures, so that a long clip is soon made; with key frames far apart it is encoded, else the rung that it is already is copied. */
const long = (size: string, group: number) => clipFile({ size, seconds: 62, more: ['-r', '2', '-g', String(group)] })

interface Part {
  readonly seconds: number
  readonly bytes: number
  readonly at: number
}
function partsOf(playlist: string): { init: { bytes: number; at: number }; parts: Part[] } {
  const [, bytes, at] = /#EXT-X-MAP:URI="[a-z]+\.mp4",BYTERANGE="(\d+)@(\d+)"/.exec(playlist) as RegExpExecArray
  const parts = [...playlist.matchAll(/#EXTINF:([\d.]+),\n#EXT-X-BYTERANGE:(\d+)@(\d+)\n[a-z]+\.mp4/g)]
  return {
    init: { bytes: Number(bytes), at: Number(at) },
    parts: parts.map(([, seconds, size, from]) => ({ seconds: Number(seconds), bytes: Number(size), at: Number(from) })),
  }
}
const ffprobe = (file: string, ...args: string[]) =>
  execFileSync('ffprobe', ['-v', 'error', ...args, '-of', 'csv=p=0', file])
    .toString()
    .trim()
    .split('\n')
/** Hashes of the coded pictures and sounds, as a player that reads all of it gets them. */
const hashes = (file: string) => {
  const input = [...(file.endsWith('.m3u8') ? ['-allowed_extensions', 'ALL'] : []), '-i', file]
  const args = ['-v', 'error', ...input, '-map', '0', '-c', 'copy', '-f', 'streamhash', '-']
  return execFileSync('ffmpeg', args).toString().trim()
}
const lengthOf = async (id: Id<'media'>) => (await media.videos([id])).get(id)!.durationMs
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)

describe('a clip of more than a minute', () => {
  test('has a list of the rungs that are made; every byte range begins with a key frame and decodes alone, and they are as long as the clip', async () => {
    const id = await waiting(long('720x1280', 60))
    await processMedia(shop, id)
    // It plays by its lowest rung while the better ones are made, under another address than with them.
    expect((await media.videos([id])).get(id)!.hls).toBe(`/media/${id}/clip.m3u8?v=1`)
    expect(read(id, 'clip.m3u8').match(/[a-z]+\.m3u8/g)).toEqual(['low.m3u8'])
    await finishRungs(shop, id)
    const video = (await media.videos([id])).get(id)!
    expect(video.hls).toBe(`/media/${id}/clip.m3u8?v=3`)
    const master = read(id, 'clip.m3u8')
    expect(master.match(/RESOLUTION=\S+?,|[a-z]+\.m3u8/g)).toEqual([
      'RESOLUTION=360x640,',
      'low.m3u8',
      'RESOLUTION=540x960,',
      'mid.m3u8',
      'RESOLUTION=720x1280,',
      'high.m3u8',
    ])
    expect(master.match(/CODECS="avc1\.4d[0-9a-f]{4},mp4a\.40\.2"/g)).toHaveLength(3)
    const begins: number[][] = []
    for (const name of ['low', 'mid', 'high']) {
      const { init, parts } = partsOf(read(id, `${name}.m3u8`))
      const bytes = readFileSync(fileOf(id, `${name}.mp4`))
      const frames = parts.map(part => {
        const alone = join(house.folder, 'part.mp4')
        writeFileSync(
          alone,
          Buffer.concat([bytes.subarray(init.at, init.at + init.bytes), bytes.subarray(part.at, part.at + part.bytes)]),
        )
        const shown = spawnSync('ffprobe', [
          ...'-v error -select_streams v -show_entries frame=key_frame -of csv=p=0'.split(' '),
          alone,
        ])
        expect(String(shown.stderr)).toBe('')
        const keys = String(shown.stdout)
          .split('\n')
          .filter(line => /^[01]/.test(line))
        expect(keys[0]).toMatch(/^1/)
        return keys.length
      })
      expect(sum(frames)).toBe(ffprobe(fileOf(id, `${name}.mp4`), '-select_streams', 'v', '-show_entries', 'packet=flags').length)
      expect(Math.abs(sum(parts.map(p => p.seconds)) - video.durationMs / 1000)).toBeLessThan(0.25)
      begins.push(parts.map((_, k) => Math.round(10 * sum(parts.slice(0, k).map(p => p.seconds)))))
    }
    // A player that changes the rung goes on at the same moment.
    expect(begins[0]!.length).toBeGreaterThan(30)
    expect(begins[0]).toEqual(begins[0]!.map((_, k) => 20 * k))
    expect([begins[1], begins[2]]).toEqual([begins[0], begins[0]])
  })
  test('has one file a rung: as a whole it is a fast-start MP4 with the same pictures and sounds as the parts, and nothing is stored twice', async () => {
    const id = await media.ingestFile(owner, long('180x320', 3), { kind: 'video' })
    const low = readFileSync(fileOf(id, 'low.mp4'))
    expect(hashes(fileOf(id, 'low.mp4'))).toBe(hashes(fileOf(id, 'low.m3u8')))
    expect(hashes(fileOf(id, 'low.mp4')).split('\n')).toHaveLength(2)
    expect([4, low.indexOf('moov') < low.indexOf('mdat')]).toEqual([low.indexOf('ftyp'), true])
    // A player may begin in the middle of it, as of any file.
    execFileSync('ffmpeg', ['-v', 'error', '-xerror', '-ss', '40', '-i', fileOf(id, 'low.mp4'), '-f', 'null', '-'])
    expect(Number(ffprobe(fileOf(id, 'low.mp4'), '-show_entries', 'format=duration')[0])).toBeCloseTo(
      (await lengthOf(id)) / 1000,
      1,
    )
    expect(readdirSync(fileOf(id, '')).sort()).toEqual(['clip.m3u8', 'low.m3u8', 'low.mp4', 'poster.webp', 'storyboard.webp'])
    await media.remove(id)
    expect(existsSync(fileOf(id, ''))).toBe(false)
  })
  test('without sound has parts of pictures alone', async () => {
    const silent = clipFile({ seconds: 61, sound: false, more: ['-r', '2'] })
    const id = await media.ingestFile(owner, silent, { kind: 'video' })
    expect(read(id, 'clip.m3u8')).toMatch(/CODECS="avc1\.[0-9a-f]{6}"/)
    expect(hashes(fileOf(id, 'low.mp4'))).toBe(hashes(fileOf(id, 'low.m3u8')))
  })
})

async function waiting(path: string): Promise<Id<'media'>> {
  const id = newId('media', new Date())
  await mkdir(shop.uploads, { recursive: true })
  await copyFile(path, sourceOf(shop, id))
  await insert(shop.db, { id, owner, bytes: 1, state: 'probing', created: house.clock.now() })
  return id
}

test('a clip of a minute at most plays as a file and has no playlist', async () => {
  const id = await media.ingestFile(owner, clipFile({ seconds: 5 }), { kind: 'video' })
  expect((await media.videos([id])).get(id)!.hls).toBeNull()
  expect(readdirSync(fileOf(id, '')).filter(f => f.endsWith('.m3u8'))).toEqual([])
})
test('an index is not pointed at samples that are not its own', () => {
  const bytes = readFileSync(clipFile({ seconds: 1, sound: false, more: ['-movflags', '+faststart'] }))
  const moov = boxAt(bytes, ['moov'])!
  const index = bytes.subarray(moov.at, moov.end)
  const stsz = boxAt(index, ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsz'])!
  const sizes = Array.from({ length: 25 }, (_, k) => index.readUInt32BE(stsz.body + 12 + 4 * k))
  const run = { track: 1, offset: 50, time: 0, ticks: 25, sizes }
  expect(pointedAt(index, [run], 1000)).not.toBeNull()
  expect(pointedAt(index, [{ ...run, sizes: sizes.with(3, 1) }], 1000)).toBeNull()
  expect(pointedAt(index, [{ ...run, sizes: sizes.slice(1) }], 1000)).toBeNull()
  expect(pointedAt(index, [{ ...run, track: 2 }], 1000)).toBeNull()
  expect(pointedAt(bytes, [run], 1000)).toBeNull()
})
test('playlists say what RFC 8216 wants of them', () => {
  const segments = [
    { at: 300, bytes: 100, seconds: 2 },
    { at: 400, bytes: 50, seconds: 3.6 },
  ]
  expect(mediaPlaylist('mid.mp4', { at: 200, bytes: 100 }, segments).split('\n').slice(2)).toEqual([
    '#EXT-X-TARGETDURATION:4',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MAP:URI="mid.mp4",BYTERANGE="100@200"',
    '#EXTINF:2.00000,',
    '#EXT-X-BYTERANGE:100@300',
    'mid.mp4',
    '#EXTINF:3.60000,',
    '#EXT-X-BYTERANGE:50@400',
    'mid.mp4',
    '#EXT-X-ENDLIST',
    '',
  ])
  const variant = { name: 'low', width: 360, height: 640, kbps: 400, peakKbps: 700, codecs: 'avc1.4d401e' }
  expect(masterPlaylist([variant])).toContain(
    '#EXT-X-STREAM-INF:BANDWIDTH=700000,AVERAGE-BANDWIDTH=400000,RESOLUTION=360x640,CODECS="avc1.4d401e"\nlow.m3u8',
  )
})

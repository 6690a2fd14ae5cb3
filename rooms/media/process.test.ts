import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { createMedia, type Media, mediaMigrations } from './index.ts'
import { type ClipPlan, claimingPng, clipFile, cut, ffmpegFile, fileOf, pictureFile } from './testing.ts'

let house: TestHouse
let media: Media
const owner = newId('person', new Date())
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  media = createMedia(house)
  await media.start()
})
afterAll(() => house.close())

const lavfi = (text: string) => ['-f', 'lavfi', '-i', text]
const stored = (id: string) => join(house.folder, 'storage', 'media', id)
const take = (path: string) => media.ingestFile(owner, path, { kind: 'video' })
const stateOf = async (id: Id<'media'>) => (await media.state([id])).get(id)
const ask = (file: string, what: string) =>
  execFileSync('ffprobe', ['-v', 'error', '-show_entries', what, '-of', 'csv=p=0', file]).toString().trim()
async function eventsOf(id: string) {
  await house.log.flush()
  return (await house.log.read(0n, 10_000)).filter(e => e.subject.id === id)
}

describe('a clip', () => {
  test('can be watched at its lowest rung first, then gets the better ones, and says each once', async () => {
    const id = await take(clipFile({ size: '720x1280', seconds: 2.4 }))
    expect((await eventsOf(id)).map(e => [e.name, e.person, e.data])).toEqual([
      ['media.watchable', owner, { kind: 'video' }],
      ['media.ready', owner, { kind: 'video' }],
    ])
    const video = (await media.videos([id])).get(id)!
    expect(video.rungs.map(r => [r.name, r.url, r.width, r.height])).toEqual([
      ['low', `/media/${id}/low.mp4`, 360, 640],
      ['mid', `/media/${id}/mid.mp4`, 540, 960],
      ['high', `/media/${id}/high.mp4`, 720, 1280],
    ])
    expect([video.width, video.height, Math.abs(video.durationMs - 2400) < 100]).toEqual([720, 1280, true])
    expect(video.rungs.map(r => r.kbps).every((k, i, all) => k > 0 && (i === 0 || k > all[i - 1]!))).toBe(true)
    expect(await stateOf(id)).toMatchObject({ state: 'ready', watchable: 'all', progress: 100, kind: 'video', refusal: null })
  })
  test('plays everywhere and begins at once: main profile, no frame waits for a later one, index first, a key frame every two seconds', async () => {
    const id = await take(clipFile({ seconds: 4.5 }))
    const low = join(stored(id), 'low.mp4')
    const streams = JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-show_streams', '-of', 'json', low]).toString()).streams
    expect(streams.map((t: Record<string, unknown>) => [t.codec_name, t.profile, t.pix_fmt, t.has_b_frames])).toEqual([
      ['h264', 'Main', 'yuv420p', 0],
      ['aac', 'LC', undefined, undefined],
    ])
    const bytes = readFileSync(low)
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    const keys = execFileSync('ffprobe', [
      '-v',
      'error',
      '-select_streams',
      'v',
      '-skip_frame',
      'nokey',
      '-show_entries',
      'frame=pts_time',
      '-of',
      'csv=p=0',
      low,
    ])
      .toString()
      .trim()
      .split('\n')
      .map(parseFloat)
      .filter(Number.isFinite)
    expect(keys.slice(0, 3).map(Math.round)).toEqual([0, 2, 4])
  })
  test('without sound stays without, and a browser recording without a stated length is measured', async () => {
    const silent = await take(clipFile({ sound: false }))
    expect(ask(join(stored(silent), 'low.mp4'), 'stream=codec_type')).toBe('video')
    const live = await take(clipFile({ type: 'webm', seconds: 2, more: ['-live', '1'] }))
    expect(Math.abs((await stateOf(live))!.durationMs! - 2000)).toBeLessThan(150)
    const fragmented = await take(clipFile({ seconds: 3, more: ['-movflags', 'frag_keyframe+empty_moov', '-g', '25'] }))
    expect(Math.abs((await stateOf(fragmented))!.durationMs! - 3000)).toBeLessThan(150)
  })
  test('held sideways is turned upright, and where it was filmed is forgotten', async () => {
    const turned = ffmpegFile(
      'turned.mp4',
      ...['-i', clipFile({ size: '320x180' }), '-c', 'copy', '-metadata:s:v', 'rotate=90'],
      ...['-metadata', 'location=+35.0116+135.7681/'],
    )
    expect(ask(turned, 'format_tags')).toContain('135.7')
    const id = await take(turned)
    expect((await media.videos([id])).get(id)).toMatchObject({ width: 180, height: 320 })
    expect(ask(join(stored(id), 'low.mp4'), 'stream=width,height').split('\n')[0]).toBe('180,320')
    expect(ask(join(stored(id), 'low.mp4'), 'format_tags')).not.toContain('135.7')
  })
  test('has its first frame that is not black as its poster, small enough to come before it', async () => {
    const id = await take(clipFile({ size: '720x1280', seconds: 3, black: 1 }))
    const poster = readFileSync(join(stored(id), 'poster.webp'))
    expect(poster.length).toBeLessThanOrEqual(35_000)
    expect((await sharp(poster).metadata()).width).toBeLessThanOrEqual(540)
    expect((await sharp(poster).stats()).channels[0]!.mean).toBeGreaterThan(40)
    const { thumbhash, posterUrl } = (await stateOf(id))!
    expect([Buffer.from(thumbhash!, 'base64').length > 10, Buffer.from(thumbhash!, 'base64').length <= 25, posterUrl]).toEqual([
      true,
      true,
      `/media/${id}/poster.webp`,
    ])
  })
  test('that is black all along has a poster too', async () => {
    const id = await take(clipFile({ size: '64x64', black: 1, seconds: 1.04 }))
    expect(existsSync(join(stored(id), 'poster.webp'))).toBe(true)
  })
  test('leaves neither its source nor half-made files behind', async () => {
    await take(clipFile({}))
    expect(readdirSync(join(house.folder, 'uploads')).filter(f => f !== '.')).toEqual([])
    expect(readdirSync(join(house.folder, 'work'))).toEqual([])
  })
})

describe('refused, with a stable code and a reason for people', () => {
  const odd: ClipPlan = { seconds: 1, more: ['-movflags', '+faststart'] }
  const files: [string, () => string | Promise<string>, string][] = [
    ['a text that is called .mp4', () => fileOf('clip.mp4', 'This is no clip.\n'.repeat(50)), 'not_a_video'],
    [
      'a playlist that points at other files',
      () => fileOf('clip.mp4', '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n'),
      'not_a_video',
    ],
    ['an empty file', () => fileOf('clip.mp4', ''), 'media_empty'],
    ['a clip cut in its body', () => cut(clipFile(odd), 0.6), 'media_truncated'],
    ['a clip cut before its index', () => cut(clipFile({ seconds: 1 }), 0.7), 'media_truncated'],
    [
      'a clip whose body was lost behind a true index',
      () => {
        const bytes = readFileSync(clipFile({ ...odd, seconds: 3 }))
        const at = bytes.indexOf('mdat') - 4
        const kept = Math.floor((bytes.length - at) * 0.3)
        bytes.writeUInt32BE(kept, at)
        return fileOf('liar.mp4', bytes.subarray(0, at + kept))
      },
      'media_truncated',
    ],
    [
      'a clip of four hours',
      () => ffmpegFile('long.mp4', ...lavfi('color=red:s=64x64:r=1/10:d=14400'), '-c:v', 'libx264', '-preset', 'ultrafast'),
      'media_too_long',
    ],
    ['sound without a picture', () => ffmpegFile('sound.mp4', ...lavfi('sine=d=1')), 'not_a_video'],
    ['a picture that claims 30000 × 30000', () => claimingPng(30_000, 30_000), 'picture_too_large'],
    ['a picture cut in half', async () => cut(await pictureFile(1200, 900, { type: 'png' }), 0.5), 'media_truncated'],
    ['an AVI', () => fileOf('clip.mp4', 'RIFF\0\0\0\0AVI LIST'), 'media_unsupported'],
    [
      'a codec that clips do not have',
      () => ffmpegFile('odd.mkv', ...lavfi('testsrc2=s=64x64:d=1'), '-c:v', 'ffv1'),
      'media_unsupported',
    ],
    [
      'noise behind a true beginning',
      () =>
        fileOf(
          'noise.mp4',
          Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1'), Buffer.alloc(3000, 7)]),
        ),
      'media_truncated',
    ],
  ]
  test.each(files)('%s', async (_name, make, code) => {
    const id = await take(await make())
    const state = (await stateOf(id))!
    expect(state).toMatchObject({ state: 'refused', watchable: 'no', refusal: { code } })
    expect(state.refusal!.message.length).toBeGreaterThan(10)
    expect(state.refusal!.message).not.toContain(house.folder)
    expect((await eventsOf(id)).map(e => [e.name, e.data])).toEqual([['media.refused', { reason: code }]])
    expect(existsSync(stored(id))).toBe(false)
    expect((await media.videos([id])).size + (await media.pictures([id])).size).toBe(0)
  })
  test('everything, when ffmpeg is not installed, and a clip is not lost in silence', async () => {
    const poor = createMedia({
      ...house,
      config: { ...house.config, ffmpeg: '/nonexistent/ffmpeg', ffprobe: '/nonexistent/ffprobe' },
    })
    const id = await poor.ingestFile(owner, clipFile({}), { kind: 'video' })
    expect((await stateOf(id))!.refusal).toMatchObject({ code: 'media_unsupported' })
  })
})

describe('a picture', () => {
  test('is turned upright, freed of its metadata and made in three sizes', async () => {
    const id = await media.ingestFile(owner, await pictureFile(2000, 1000, { orientation: 6 }), { kind: 'picture' })
    expect((await media.pictures([id])).get(id)).toMatchObject({ url: `/media/${id}/full.webp`, width: 720, height: 1440 })
    const sizes = await Promise.all(
      ['full', 'card', 'square'].map(async n => sharp(readFileSync(join(stored(id), `${n}.webp`))).metadata()),
    )
    expect(sizes.map(s => [s.width, s.height, s.format, s.exif])).toEqual([
      [720, 1440, 'webp', undefined],
      [360, 720, 'webp', undefined],
      [256, 256, 'webp', undefined],
    ])
    expect((await eventsOf(id)).map(e => [e.name, e.data])).toEqual([
      ['media.watchable', { kind: 'picture' }],
      ['media.ready', { kind: 'picture' }],
    ])
    expect(await stateOf(id)).toMatchObject({ kind: 'picture', state: 'ready', posterUrl: `/media/${id}/card.webp` })
  })
  test('that is small is not blown up', async () => {
    const id = await media.ingestFile(owner, await pictureFile(100, 50, { type: 'webp' }), { kind: 'picture' })
    expect((await media.pictures([id])).get(id)).toMatchObject({ width: 100, height: 50 })
  })
})

test('a list of media costs one statement, however long it is', async () => {
  const ids = await Promise.all([
    take(clipFile({})),
    take(clipFile({})),
    media.ingestFile(owner, await pictureFile(60, 60), { kind: 'picture' }),
  ])
  const before = house.db.statements()
  expect((await media.videos(ids)).size).toBe(2)
  expect(house.db.statements() - before).toBe(1)
})

test('what is removed while it is being made leaves nothing behind and says nothing', async () => {
  const working = take(clipFile({ seconds: 6 }))
  let id: Id<'media'> | undefined
  for (let i = 0; i < 200 && !id; i++) {
    await new Promise(r => setTimeout(r, 10))
    id = (await house.db.pool.query("select id from media.media where state = 'processing'")).rows[0]?.id
  }
  await media.remove(id!)
  expect(await working).toBe(id)
  expect([existsSync(stored(id!)), await stateOf(id!), await eventsOf(id!)]).toEqual([false, undefined, []])
})

test("an erased person's media are gone, and a guest's follow into the account", async () => {
  const [guest, account] = [newId('person', new Date()), newId('person', new Date())]
  const id = await media.ingestFile(guest, await pictureFile(60, 60), { kind: 'picture' })
  const say = (name: 'person.merged' | 'person.erased', data: object) =>
    house.db.transaction(trx =>
      house.log.append(trx, [
        { name, at: house.clock.now(), person: account, subject: { kind: 'person', id: account }, data } as never,
      ]),
    )
  const until = async (done: () => Promise<boolean>) => {
    await house.log.flush()
    for (let i = 0; i < 200 && !(await done()); i++) await new Promise(r => setTimeout(r, 10))
    expect(await done()).toBe(true)
  }
  await say('person.merged', { from: guest })
  await until(async () => (await stateOf(id))?.owner === account)
  await say('person.erased', {})
  await until(async () => (await stateOf(id)) === undefined)
  expect(existsSync(stored(id))).toBe(false)
})

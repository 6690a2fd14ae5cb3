import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok, refuse } from '#base/kernel'
import { begin } from '#engines/edit'
import { operator } from '#testing/callers'
import { type MediaServer, mediaServer } from '#testing/media-server'
import { clipFile, ffmpegFile, fileOf, loudnessOf, pictureFile } from './testing.ts'

let server: MediaServer
const notes: unknown[] = []
beforeAll(async () => {
  server = await mediaServer({
    accounts: {
      may: caller => (caller.operator ? ok(true) : refuse('forbidden', 'no')),
      note: async (...line) => void notes.push(line.slice(1)),
    },
  })
  server.people.op = operator()
  server.people.other = operator()
})
afterAll(() => server.close())

const words = (en: string) => ({ en, ja: `${en} ja`, zh: `${en} zh` })
const uploads = () => readdirSync(join(server.house.folder, 'uploads')).filter(f => !f.endsWith('.json'))
function soundFile(
  type: 'mp3' | 'wav' | 'flac' | 'ogg' | 'm4a' | 'webm',
  plan: { seconds?: number; db?: number; more?: string[] } = {},
) {
  const { seconds = 6, db = -30, more = [] } = plan
  return ffmpegFile(
    `sound.${type}`,
    ...['-f', 'lavfi', '-i', `sine=f=330:d=${seconds}`, '-af', `volume=${db + 18}dB`],
    ...['-metadata', 'comment=a secret note', ...more],
  )
}
const draft = (upload: string) => ({ upload, title: words('Rain'), mood: 'calm', credit: words('Kei') })
const add = (body: object, as = 'op') => server.ask('POST', '/v1/music', { as, body })
const stored = (id: string) => join(server.house.folder, 'storage', 'music', id, 'sound.m4a')

test('an operator adds a piece from any sound; it is as loud as the others, says nothing of its file, and edits may use it', async () => {
  for (const [type, db] of [
    ['mp3', -40],
    ['wav', -14],
    ['flac', -30],
    ['ogg', -25],
    ['m4a', -33],
    ['webm', -20],
  ] as const) {
    const upload = await server.upload(soundFile(type, { db }), { use: 'sound' }, 'op')
    expect(await server.settled(upload, 'op'), type).toMatchObject({ state: 'held', kind: null, source: null, refusal: null })
    const made = await add(draft(upload))
    expect(made, type).toMatchObject({
      status: 201,
      body: { title: words('Rain'), mood: 'calm', credit: words('Kei'), hidden: false, url: `/media/${made.body.id}/sound.m4a` },
    })
    expect(Math.abs(made.body.length - 6000), type).toBeLessThan(120)
    expect(Math.abs(loudnessOf(stored(made.body.id)) + 18), type).toBeLessThan(1)
    expect(readFileSync(stored(made.body.id)).includes('secret note')).toBe(false)
    // The upload is used up, and can't become a second piece.
    expect((await add(draft(upload))).body.error.code).toBe('media_not_found')
  }
  expect(uploads()).toEqual([])
  expect(notes.length).toBe(6)
  const { items } = (await server.ask('GET', '/v1/music')).body
  const file = await fetch(server.base + items[0]!.url, { headers: { range: 'bytes=0-9' } })
  expect([file.status, file.headers.get('content-type')]).toEqual([206, 'audio/mp4'])
  const source = await server.upload(clipFile({ sound: false }), { use: 'source' })
  await server.settled(source)
  const list = { ...begin(source, { length: 1500 }), music: { piece: items[0]!.id, gain: 1, in: 0, fade: 100 } }
  const { body } = await server.ask('POST', '/v1/edits', { body: { list } })
  expect(await server.settled(body.id)).toMatchObject({ state: 'ready' })
  expect(loudnessOf(join(server.house.folder, 'storage', 'media', body.id, 'low.mp4'))).toBeGreaterThan(-25)
})

test('what is no music is refused, and only operators add any', async () => {
  const cases: [string, string][] = [
    [clipFile({ seconds: 6 }), 'media_unsupported'],
    [await pictureFile(40, 40), 'media_unsupported'],
    [fileOf('a.mp3', 'ID3 and nothing more'), 'media_unsupported'],
    [fileOf('a.m3u', '#EXTM3U\nfile:///etc/passwd\n'), 'media_unsupported'],
    [soundFile('wav', { seconds: 2 }), 'media_unsupported'],
    [soundFile('mp3', { seconds: 184 }), 'media_too_long'],
    [soundFile('wav', { db: -120 }), 'media_unsupported'],
  ]
  for (const [path, code] of cases) {
    const id = await server.upload(path, { use: 'sound' }, 'op')
    expect((await server.settled(id, 'op')).refusal?.code, path).toBe(code)
  }
  // The answer comes a moment before the file goes; the source of the edit above stays.
  for (let i = 0; i < 500 && uploads().length > 1; i++) await new Promise(r => setTimeout(r, 10))
  expect(uploads().length).toBe(1)
  const upload = await server.upload(soundFile('mp3'), { use: 'sound' }, 'op')
  await server.settled(upload, 'op')
  const clip = await server.upload(clipFile({}), { use: 'source' }, 'op')
  expect((await add(draft(upload), 'ben')).status).toBe(403)
  expect((await add(draft(upload), 'other')).body.error.code).toBe('media_not_found')
  expect((await add(draft(clip))).body.error.code).toBe('media_not_found')
  // A sound is no source of an edit.
  const edit = await server.ask('POST', '/v1/edits', { as: 'op', body: { list: begin(upload, { length: 1000 }) } })
  expect(edit.body.error.code).toBe('media_not_found')
})

test('a hidden piece is gone from the list and from new edits, shown to operators, and can come back; all of it is noted', async () => {
  const first = (await server.ask('GET', '/v1/music')).body.items[0]!
  notes.length = 0
  const hide = (body: object, as = 'op') => server.ask('PATCH', `/v1/music/${first.id}`, { as, body })
  expect((await hide({ hidden: true }, 'ben')).status).toBe(403)
  expect((await hide({ hidden: true, title: words('Snow') })).body).toMatchObject({ hidden: true, title: words('Snow') })
  const ids = async (query: string, as = 'aki') =>
    (await server.ask('GET', `/v1/music${query}`, { as })).body.items?.map((m: { id: string }) => m.id)
  expect(await ids('')).not.toContain(first.id)
  expect(await ids('?hidden=true', 'op')).toEqual([first.id])
  expect((await server.ask('GET', '/v1/music?hidden=true', { as: 'ben' })).status).toBe(403)
  const source = await server.upload(clipFile({}), { use: 'source' })
  await server.settled(source)
  const list = { ...begin(source, { length: 1000 }), music: { piece: first.id, gain: 1, in: 0, fade: 0 } }
  expect((await server.ask('POST', '/v1/edits', { body: { list } })).body.error.code).toBe('music_unknown')
  expect((await fetch(server.base + first.url)).status).toBe(200)
  await hide({ hidden: false })
  expect(await ids('')).toContain(first.id)
  expect(notes).toEqual([
    ['music.changed', first.id, { changed: ['title', 'hidden'], hidden: true }],
    ['music.changed', first.id, { changed: ['hidden'], hidden: false }],
  ])
  const page = await server.ask('GET', '/v1/music?limit=4')
  const rest = await server.ask('GET', `/v1/music?limit=4&cursor=${page.body.next}`)
  const seen = [...page.body.items, ...rest.body.items].map((m: { id: string }) => m.id)
  expect([new Set(seen).size, seen, rest.body.next]).toEqual([6, await ids(''), null])
  expect((await server.ask('GET', '/v1/music?cursor=x')).body.error.code).toBe('invalid_cursor')
  expect((await server.ask('PATCH', '/v1/music/mus_0000000000zzzzzz', { as: 'op', body: {} })).status).toBe(404)
})

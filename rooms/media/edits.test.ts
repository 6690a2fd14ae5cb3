import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hours } from '#base/kernel'
import { begin, type EditList, trim } from '#engines/edit'
import { callerOf } from '#testing/callers'
import { type MediaServer, mediaServer } from '#testing/media-server'
import { sweep } from './jobs.ts'
import { createPrograms } from './program.ts'
import { claimingPng, clipFile, cut, fileOf, pictureFile } from './testing.ts'
import { createWorkshop } from './workshop.ts'

let server: MediaServer
beforeAll(async () => {
  server = await mediaServer()
})
afterAll(() => server.close())

const uploads = () => readdirSync(join(server.house.folder, 'uploads')).sort()
const stored = (id: string) => join(server.house.folder, 'storage', 'media', id)
const held = async (path: string, use: string, as?: string) => {
  const id = await server.upload(path, { use }, as)
  expect(await server.settled(id, as), path).toMatchObject({ state: 'held', refusal: null, video: null, picture: null })
  return id
}
const red = async (width = 40, height = 40) =>
  fileOf(
    'red.png',
    await sharp({ create: { width, height, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } } })
      .png()
      .toBuffer(),
  )
const post = (list: unknown, as?: string, headers = {}) =>
  server.ask('POST', '/v1/edits', { body: { list }, headers, ...(as && { as }) })
const eventsOf = async (id: string) => {
  await server.house.log.flush()
  return (await server.house.log.read(0n, 10_000)).filter(e => e.subject.id === id).map(e => e.name)
}
const pixels = (path: string, ...args: string[]) =>
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-i', path, ...args, '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'], {
    maxBuffer: 2 ** 30,
  })
/** Half a second of red, then half a second of blue, then green. */
const flags = () => {
  const path = join(server.house.folder, 'flags.mp4')
  const color = (name: string, d: number) => ['-f', 'lavfi', '-i', `color=${name}:s=360x640:r=30:d=${d}`]
  if (!existsSync(path))
    execFileSync('ffmpeg', [
      ...['-nostdin', '-v', 'error', '-y', ...color('red', 0.5), ...color('blue', 0.5), ...color('lime', 1)],
      ...['-f', 'lavfi', '-i', 'sine=d=2', '-filter_complex', '[0][1][2]concat=n=3[v]', '-map', '[v]', '-map', '3:a', path],
    ])
  return path
}
async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !done(); i++) await new Promise(r => setTimeout(r, 10))
  expect(done()).toBe(true)
}
const colourOf = ([r = 0, g = 0, b = 0]: Iterable<number> & { [n: number]: number }) =>
  r > 150 && g < 100 ? 'red' : b > 150 && g < 100 ? 'blue' : g > 150 && r < 100 ? 'green' : `${r},${g},${b}`

test('a clip and a picture go up, are held for their owner alone, and an edit of them becomes a clip like any other', async () => {
  const source = await held(flags(), 'source')
  const picture = await held(await red(), 'overlay')
  expect((await server.ask('GET', `/v1/media/${source}`)).body).toMatchObject({
    ...{ state: 'held', kind: 'video', source: { width: 360, height: 640, length: 2000 }, watchable: 'no' },
  })
  expect((await server.ask('GET', `/v1/media/${picture}`)).body).toMatchObject({ state: 'held', kind: 'picture', source: null })
  // Blue alone, then green; the picture lies on its left upper quarter for the first 200 ms.
  const whole = begin(source, { length: 2000 })
  const list: EditList = {
    ...trim(trim(whole, 'p1', 'in', 500, { length: 2000 }), 'p1', 'out', 1500, { length: 2000 }),
    overlays: [
      {
        ...{ id: 'o1', kind: 'text', words: '朝', style: 'plain', picture, from: 0, to: 200 },
        ...{ x: 0.25, y: 0.25, width: 0.5, height: 0.5 },
      },
    ],
    cover: 700,
  }
  const made = await post(list, 'aki', { 'idempotency-key': 'one' })
  expect(made).toMatchObject({ status: 201, body: { state: 'processing', kind: 'video', watchable: 'no', source: null } })
  const { id } = made.body
  expect((await post(list, 'aki', { 'idempotency-key': 'one' })).body.id).toBe(id)
  const seen: number[] = []
  const watch = setInterval(async () => seen.push((await server.ask('GET', `/v1/media/${id}`)).body.progress), 100)
  const ready = await server.settled(id)
  clearInterval(watch)
  expect(ready).toMatchObject({ state: 'ready', progress: 100, video: { width: 720, height: 1280 } })
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(ready.video?.rungs.map((r: { name: string }) => r.name)).toEqual(['low', 'mid', 'high'])
  expect(await eventsOf(id)).toEqual(['media.watchable', 'media.ready'])
  const high = join(stored(id), 'high.mp4')
  const middles = [...Array(30).keys()].map(k => {
    const frame = pixels(high, '-vf', `select=eq(n\\,${k}),crop=20:20:540:960,scale=1:1`, '-frames:v', '1')
    return colourOf(frame)
  })
  expect(middles).toEqual([...Array(15).fill('blue'), ...Array(15).fill('green')])
  const corner = (k: number) => [...pixels(high, '-vf', `select=eq(n\\,${k}),crop=20:20:180:320,scale=1:1`, '-frames:v', '1')]
  // Half red over blue, then blue alone.
  expect([corner(2)[0]! > 90 && corner(2)[2]! > 90, corner(8)[0]! < 60]).toEqual([true, true])
  expect(colourOf([...pixels(join(stored(id), 'poster.webp'), '-vf', 'crop=20:20:200:400,scale=1:1')])).toBe('green')
  // Material stays for the next edit; nothing else does.
  expect(uploads().filter(f => !f.endsWith('.json'))).toEqual([picture, source].sort())
  expect(readdirSync(join(server.house.folder, 'work'))).toEqual([])
  expect((await server.ask('GET', `/media/${source}/low.mp4`)).status).toBe(404)
})

test('what is held is nobody else’s: not its state, not its file, not in an edit, and no room can show it', async () => {
  const source = await held(clipFile({}), 'source')
  const picture = await held(await red(), 'overlay')
  const list = begin(source, { length: 1000 })
  expect((await server.ask('GET', `/v1/media/${source}`, { as: 'ben' })).status).toBe(404)
  expect(await post(list, 'ben')).toMatchObject({
    ...{ status: 404, body: { error: { code: 'media_not_found', details: { media: [source] } } } },
  })
  const box = { from: 0, to: 100, x: 0.5, y: 0.5, width: 0.5, height: 0.5 }
  const text = { id: 'o1', kind: 'text', words: '', style: '', picture, ...box }
  const own = await held(clipFile({}), 'source', 'ben')
  expect(await post({ ...begin(own, { length: 1000 }), overlays: [text] }, 'ben')).toMatchObject({
    body: { error: { code: 'media_not_found', details: { media: [picture] } } },
  })
  const state = await server.media.state([source, picture])
  expect([...state.values()].map(s => [s.state, s.watchable, s.refusal?.code, s.posterUrl])).toEqual(
    Array(2).fill(['refused', 'no', 'media_unsupported', null]),
  )
  expect([(await server.media.videos([source])).size, (await server.media.pictures([picture])).size]).toEqual([0, 0])
  expect(await eventsOf(source)).toEqual([])
  const captions = { cues: [{ fromMs: 0, toMs: 10, text: 'x' }] }
  expect((await server.ask('PUT', `/v1/media/${source}/captions/en`, { body: captions })).body.error.code).toBe('wrong_state')
})

test('an edit that says something wrong is refused with all that is wrong at once, and nothing is made', async () => {
  const source = await held(clipFile({ seconds: 2 }), 'source')
  const still = await server.upload(await pictureFile(40, 40))
  const good = begin(source, { length: 2000 })
  const piece = good.pieces[0]!
  const count = async () => (await server.house.db.pool.query('select count(*)::int n from media.media')).rows[0].n
  const before = await count()
  expect(await post({ ...good, pieces: [{ ...piece, out: 9000, zoom: 9 }], gain: 5, cover: 1e9 })).toMatchObject({
    status: 422,
    body: {
      error: {
        code: 'edit_invalid',
        details: {
          wrong: [
            { problem: 'piece_invalid', at: 'p1' },
            { problem: 'sound_invalid', at: 'gain' },
            { problem: 'span_invalid', at: 'cover' },
          ],
        },
      },
    },
  })
  const music = { piece: 'mus_0000000000zzzzzzzzzzzzzzzz', gain: 1, in: 0, fade: 0 }
  const [clip, unjudged] = [await server.upload(clipFile({})), 'med_0000000000zzzzzzzzzzzzzzzz']
  for (const [list, code] of [
    [{ ...good, pieces: [] }, 'edit_invalid'],
    [{ ...good, music }, 'music_unknown'],
    [{ ...good, pieces: [{ ...piece, source: unjudged }] }, 'media_not_found'],
    // Neither a plain clip nor a plain picture is material.
    [{ ...good, pieces: [{ ...piece, source: clip }] }, 'media_not_found'],
    [{ ...good, pieces: [{ ...piece, source: still }] }, 'media_not_found'],
    [{ ...good, version: 2 }, 'invalid_request'],
    [{ ...good, frame: '16:9' }, 'invalid_request'],
    [{ ...good, pieces: [{ ...piece, in: '0' }] }, 'invalid_request'],
    [{ ...good, filter: 'movie=/etc/passwd' }, 'invalid_request'],
  ] as const)
    expect((await post(list)).body.error.code, JSON.stringify(list).slice(0, 200)).toBe(code)
  await server.settled(clip)
  expect(await count()).toBe(before + 1)
})

test('material is judged by its bytes as any upload is, and what is refused leaves no file', async () => {
  const cases: [string, string, string][] = [
    ['source', await pictureFile(40, 40), 'not_a_video'],
    ['source', fileOf('a.mp4', 'no clip at all '.repeat(40)), 'not_a_video'],
    ['source', fileOf('a.mp4', ''), 'media_empty'],
    ['source', cut(clipFile({ more: ['-movflags', '+faststart'] }), 0.5), 'media_truncated'],
    ['overlay', await pictureFile(40, 40), 'media_unsupported'],
    ['overlay', clipFile({}), 'media_unsupported'],
    ['overlay', fileOf('x.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'media_unsupported'],
    ['overlay', await red(2000, 1001), 'picture_too_large'],
    ['overlay', claimingPng(1000, 1000), 'media_truncated'],
  ]
  for (const [use, path, code] of cases) {
    const id = await server.upload(path, { use })
    expect((await server.settled(id)).refusal?.code, `${use} ${path}`).toBe(code)
    await until(() => !uploads().some(f => f.startsWith(id)))
  }
  const begins = (metadata: string, length: number) =>
    server.ask('POST', '/v1/uploads', {
      headers: { 'tus-resumable': '1.0.0', 'upload-length': String(length), 'upload-metadata': metadata },
    })
  const b64 = (text: string) => Buffer.from(text).toString('base64')
  expect((await begins(`use ${b64('overlay')}`, 2_000_001)).body.error.code).toBe('media_too_large')
  expect((await begins(`use ${b64('weapon')}`, 10)).body.error.code).toBe('invalid_request')
  expect((await begins(`use ${b64('edit')}`, 10)).body.error.code).toBe('invalid_request')
  expect((await begins(`use ${b64('sound')}`, 10)).body.error.code).toBe('forbidden')
  expect((await begins(`cover ${b64('-1')}`, 10)).body.error.code).toBe('invalid_request')
})

test('the picture of an overlay is written anew: alpha stays, what else was in the file does not', async () => {
  const note = 'a note of the camera'
  const path = fileOf(
    'o.webp',
    await sharp({ create: { width: 20, height: 10, channels: 4, background: { r: 0, g: 200, b: 0, alpha: 0.25 } } })
      .withExif({ IFD0: { ImageDescription: note } })
      .webp({ lossless: true })
      .toBuffer(),
  )
  expect(readFileSync(path).includes(note)).toBe(true)
  const id = await held(path, 'overlay')
  const clean = readFileSync(join(server.house.folder, 'uploads', id))
  expect(clean.includes(note)).toBe(false)
  const { format, width, height, channels } = await sharp(clean).metadata()
  expect([format, width, height, channels]).toEqual(['png', 20, 10, 4])
  expect((await sharp(clean).raw().toBuffer())[3]).toBe(64)
})

test('a plain upload has its poster where its cover says, also when that is behind its end', async () => {
  const posterOf = async (cover: string) => {
    const id = await server.upload(flags(), { cover })
    expect(await server.settled(id)).toMatchObject({ state: 'ready' })
    return colourOf([...pixels(join(stored(id), 'poster.webp'), '-vf', 'crop=20:20:160:300,scale=1:1')])
  }
  expect([await posterOf('0'), await posterOf('700'), await posterOf('99999999')]).toEqual(['red', 'blue', 'green'])
})

test('what a guest holds and what is rendered of it go into the account that the guest signs in to', async () => {
  server.people.guest = callerOf({ member: false })
  const source = await held(clipFile({}), 'source', 'guest')
  const { body } = await post(begin(source, { length: 1000 }), 'guest')
  const { house, people } = server
  await house.db.transaction(trx =>
    house.log.append(trx, [
      {
        ...{ id: 'merge', name: 'person.merged', at: house.clock.now(), person: people.ben!.person },
        ...{ subject: { kind: 'person', id: people.ben!.person }, data: { from: people.guest!.person } },
      },
    ]),
  )
  await house.log.flush()
  const found = async () => (await server.ask('GET', `/v1/media/${body.id}`, { as: 'ben' })).status
  for (let i = 0; i < 100 && (await found()) !== 200; i++) await new Promise(r => setTimeout(r, 50))
  expect(await server.settled(body.id, 'ben')).toMatchObject({ state: 'ready' })
  expect((await post(begin(source, { length: 500 }), 'guest')).body.error.code).toBe('media_not_found')
  expect((await post(begin(source, { length: 500 }), 'ben')).status).toBe(201)
})

test('one person may hold and render so much and no more', async () => {
  server.people.cho = callerOf({})
  const source = await held(clipFile({}), 'source', 'cho')
  const { pool } = server.house.db
  const owner = server.people.cho!.person
  for (let i = 0; i < 5; i++)
    await pool.query(
      "insert into media.media (id, owner, state, kind, use, bytes, lease_until, created) values ($1, $2, 'processing', 'video', 'edit', 0, now() + interval '1 hour', now())",
      [`med_0000000000${'abcde'[i]!.repeat(16)}`, owner],
    )
  expect(await post(begin(source, { length: 1000 }), 'cho')).toMatchObject({
    status: 429,
    body: { error: { code: 'too_many_uploads' } },
  })
  await pool.query("delete from media.media where owner = $1 and use = 'edit'", [owner])
  await pool.query('update media.media set bytes = 1999999999 where id = $1', [source])
  const more = await server.ask('POST', '/v1/uploads', {
    as: 'cho',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': '10',
      'upload-metadata': `use ${Buffer.from('source').toString('base64')}`,
    },
  })
  expect(more).toMatchObject({ status: 429, body: { error: { code: 'too_many_uploads' } } })
  await pool.query('update media.media set bytes = 10 where id = $1', [source])
})

test('material is forgotten two days after its last use, with its file, but not while an edit waits for it', async () => {
  const shop = createWorkshop(server.house, createPrograms())
  const [old, used, waited] = [
    await held(clipFile({}), 'source'),
    await held(clipFile({}), 'source'),
    await held(await red(), 'overlay'),
  ]
  const { pool } = server.house.db
  server.house.clock.advance(hours(40))
  const { body } = await post(begin(used, { length: 1000 }))
  await server.settled(body.id)
  const waiting = 'med_0000000000yyyyyyyyyyyyyyyy'
  await pool.query(
    "insert into media.media (id, owner, state, kind, use, bytes, lease_until, created) values ($1, $2, 'processing', 'video', 'edit', 0, now() + interval '1 hour', now())",
    [waiting, server.people.aki!.person],
  )
  await pool.query("insert into media.edits (media, list, material) values ($1, '{}', $2)", [waiting, [waited]])
  server.house.clock.advance(hours(9))
  await sweep(shop)
  const there = async (id: string) => [(await server.ask('GET', `/v1/media/${id}`)).status, uploads().includes(id)]
  expect([await there(old), await there(used), await there(waited)]).toEqual([
    [404, false],
    [200, true],
    [200, true],
  ])
  await pool.query('delete from media.media where id = $1', [waiting])
  server.house.clock.advance(hours(49))
  await sweep(shop)
  expect(uploads().filter(f => !f.endsWith('.json'))).toEqual([])
  expect(readdirSync(join(server.house.folder, 'work'))).toEqual([])
})

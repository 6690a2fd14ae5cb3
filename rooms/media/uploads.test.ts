import { readdirSync, readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildHttp, type Caller, createIdempotency } from '#base/http'
import { hours, type Id, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createMedia, type Media, mediaMigrations, mediaRoutes } from './index.ts'
import { sweep } from './jobs.ts'
import { createPrograms } from './program.ts'
import { clipFile, fileOf, pictureFile } from './testing.ts'
import { createWorkshop } from './workshop.ts'

let house: TestHouse
let media: Media
let app: FastifyInstance
let base: string
const people: Record<string, Caller> = { aki: callerOf(), ben: callerOf({ member: false }) }

async function listen(): Promise<void> {
  app = await buildHttp({
    routes: [mediaRoutes(media)],
    idempotency: createIdempotency(house.db, house.clock),
    clock: house.clock,
    logger: house.logger,
    trustProxy: false,
    rateLimits: false,
    publicUrl: 'http://localhost:3000',
    identify: async (request, reply) => {
      if (request.headers['x-new']) reply.setCookie('guest', 'signed', { path: '/' })
      return people[String(request.headers.authorization ?? 'aki')] as Caller
    },
  })
  await media.mount(app, async (request, reply) => {
    if (request.headers['x-new']) reply.setCookie('guest', 'signed', { path: '/' })
    return people[String(request.headers.authorization ?? 'aki')] as Caller
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  media = createMedia(house)
  await media.start()
  await house.jobs.start()
  await listen()
})
afterAll(async () => {
  await app.close()
  await media.stop()
  await house.close()
})

const b64 = (text: string) => Buffer.from(text).toString('base64')
const tus = { 'tus-resumable': '1.0.0' }
const create = (length: number, options: { name?: string; type?: string; headers?: Record<string, string> } = {}) =>
  fetch(`${base}/v1/uploads`, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(length),
      'upload-metadata': `filename ${b64(options.name ?? 'clip.mp4')},filetype ${b64(options.type ?? 'video/mp4')}`,
      ...options.headers,
    },
  })
const patch = (location: string, offset: number, body: Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`${base}${location}`, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...headers },
    body: body as Uint8Array<ArrayBuffer>,
  })
const head = (location: string, headers: Record<string, string> = {}) =>
  fetch(`${base}${location}`, { method: 'HEAD', headers: { ...tus, ...headers } })
const code = async (reply: Response) => [reply.status, ((await reply.json()) as { error: { code: string } }).error.code]
async function begin(length: number, options = {}): Promise<{ location: string; id: Id<'media'> }> {
  const reply = await create(length, options)
  expect(reply.status).toBe(201)
  return { location: reply.headers.get('location')!, id: reply.headers.get('upload-media-id') as Id<'media'> }
}
async function settled(id: string) {
  for (let i = 0; i < 400; i++) {
    const reply = (await (await fetch(`${base}/v1/media/${id}`)).json()) as {
      state: string
      refusal: { code: string } | null
      video: { rungs: { url: string }[] } | null
      picture: { url: string } | null
      progress: number
    }
    if (reply.state === 'ready' || reply.state === 'refused') return reply
    await new Promise(r => setTimeout(r, 50))
  }
  throw new Error('the medium did not settle')
}

describe('an upload', () => {
  test('names its medium at once, arrives in pieces, goes on after a restart of the server and becomes a clip', async () => {
    const bytes = readFileSync(clipFile({}))
    const half = Math.floor(bytes.length / 2)
    const { location, id } = await begin(bytes.length)
    expect(location).toBe(`/v1/uploads/${id}`)
    expect(await (await fetch(`${base}/v1/media/${id}`)).json()).toMatchObject({
      id,
      state: 'uploading',
      watchable: 'no',
      kind: null,
    })
    expect((await patch(location, 0, bytes.subarray(0, half))).headers.get('upload-offset')).toBe(String(half))
    await app.close()
    await listen()
    const resumed = await head(location)
    expect([
      resumed.status,
      resumed.headers.get('upload-offset'),
      resumed.headers.get('upload-length'),
      resumed.headers.get('upload-media-id'),
    ]).toEqual([200, String(half), String(bytes.length), id])
    expect((await patch(location, half, bytes.subarray(half))).status).toBe(204)
    const done = await settled(id)
    expect([done.state, done.progress, done.video?.rungs.length]).toEqual(['ready', 100, 1])
    // The last answer may be lost: the client that asks again learns that nothing is missing.
    expect((await head(location)).headers.get('upload-offset')).toBe(String(bytes.length))
    expect(await code(await patch(location, 0, bytes))).toEqual([409, 'wrong_state'])
  })
  test('that breaks off in the middle of a piece keeps what came', async () => {
    const bytes = readFileSync(clipFile({}))
    const { location, id } = await begin(bytes.length)
    await new Promise<void>(resolve => {
      const request = httpRequest(`${base}${location}`, {
        method: 'PATCH',
        headers: {
          ...tus,
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
          'content-length': String(bytes.length),
        },
      })
      request.on('error', () => resolve())
      request.write(bytes.subarray(0, 20_000), () => setTimeout(() => request.destroy(), 100))
    })
    let offset = -1
    for (let i = 0; i < 100 && offset !== 20_000; i++) {
      offset = Number((await head(location)).headers.get('upload-offset'))
      await new Promise(r => setTimeout(r, 20))
    }
    expect(offset).toBe(20_000)
    await patch(location, offset, bytes.subarray(offset))
    expect((await settled(id)).state).toBe('ready')
  })
  test('whose end was not noted because the server was killed is finished when the client asks', async () => {
    const bytes = readFileSync(await pictureFile(80, 60))
    const { location, id } = await begin(bytes.length)
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(house.folder, 'uploads', id), bytes)
    expect((await head(location)).headers.get('upload-offset')).toBe(String(bytes.length))
    expect((await settled(id)).picture?.url).toBe(`/media/${id}/full.webp`)
  })
  test('of a picture in one request becomes a picture', async () => {
    const bytes = readFileSync(await pictureFile(80, 60))
    const reply = await fetch(`${base}/v1/uploads`, {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(bytes.length), 'content-type': 'application/offset+octet-stream' },
      body: bytes as Uint8Array<ArrayBuffer>,
    })
    expect([reply.status, reply.headers.get('upload-offset')]).toEqual([201, String(bytes.length)])
    expect((await settled(reply.headers.get('upload-media-id')!)).state).toBe('ready')
  })
  test('of nothing is refused as empty', async () => {
    const { id } = await begin(0)
    expect((await settled(id)).refusal?.code).toBe('media_empty')
  })
  test.each([
    ['a path', '../../x; rm -rf ~.mp4'],
    ['NULs', 'a\0b\0/etc/passwd'],
    ['right-to-left marks', '\u202egnp.4pm\u202c.mp4'],
    ['a shell', '$(touch /tmp/x)`id`.mp4'],
    ['very many letters', 'あ'.repeat(2000)],
  ])('whose name holds %s lies under its own id only', async (_name, name) => {
    const { id, location } = await begin(10, { name, type: '../../text/html' })
    expect(
      readdirSync(join(house.folder, 'uploads'))
        .filter(f => f.includes(id))
        .sort(),
    ).toEqual([id, `${id}.json`])
    expect(readFileSync(join(house.folder, 'uploads', `${id}.json`), 'utf8')).not.toContain('rm -rf')
    expect(await (await fetch(`${base}${location}`, { method: 'DELETE', headers: tus })).text()).toBe('')
    expect([
      (await fetch(`${base}/v1/media/${id}`)).status,
      readdirSync(join(house.folder, 'uploads')).filter(f => f.includes(id)),
    ]).toEqual([404, []])
  })
  test("is its owner's alone: for others it does not exist", async () => {
    const { location, id } = await begin(10)
    const ben = { authorization: 'ben' }
    expect((await head(location, ben)).status).toBe(404)
    expect(await code(await patch(location, 0, new Uint8Array(5), ben))).toEqual([404, 'not_found'])
    expect(await code(await fetch(`${base}${location}`, { method: 'DELETE', headers: { ...tus, ...ben } }))).toEqual([
      404,
      'not_found',
    ])
    expect(await code(await fetch(`${base}/v1/media/${id}`, { headers: ben }))).toEqual([404, 'not_found'])
    expect((await head(location)).headers.get('upload-offset')).toBe('0')
  })
  test('that is too large for what it says it is, is refused before anything is made', async () => {
    const limits = (await (await fetch(`${base}/v1/media-limits`)).json()) as { videoBytes: number; pictureBytes: number }
    const before = (await house.db.pool.query('select count(*) from media.media')).rows[0].count
    expect(await code(await create(limits.videoBytes + 1))).toEqual([413, 'media_too_large'])
    expect(await code(await create(limits.pictureBytes + 1, { type: 'image/png' }))).toEqual([413, 'media_too_large'])
    expect((await house.db.pool.query('select count(*) from media.media')).rows[0].count).toBe(before)
  })
  test('cannot take more bytes than it said', async () => {
    const { location, id } = await begin(10)
    expect((await patch(location, 0, new Uint8Array(5000))).status).toBeGreaterThanOrEqual(400)
    expect(Number((await head(location)).headers.get('upload-offset'))).toBeLessThanOrEqual(10)
    await media.remove(id)
  })
  test.each([
    ['from another site', { origin: 'https://evil.example' }, [403, 'wrong_origin']],
    ['without a length', { 'upload-length': '' }, [400, 'invalid_request']],
    ['of another protocol', { 'tus-resumable': '0.2.0' }, [400, 'invalid_request']],
    ['with a broken list of names', { 'upload-metadata': 'a b c d' }, [400, 'invalid_request']],
  ])('%s is refused in our shape', async (_name, headers, answer) => {
    expect(await code(await create(10, { headers }))).toEqual(answer)
  })
  test('at a wrong place, or to an id that is none, is refused', async () => {
    const { location } = await begin(10)
    expect(await code(await patch(location, 5, new Uint8Array(5)))).toEqual([409, 'wrong_state'])
    expect(await code(await patch('/v1/uploads/..%2f..%2fetc', 0, new Uint8Array(5)))).toEqual([404, 'not_found'])
    expect(await code(await patch(`/v1/uploads/${newId('media', new Date())}`, 0, new Uint8Array(5)))).toEqual([404, 'not_found'])
  })
  test('gives a new guest its cookie, tells its abilities and sends no leave for other sites', async () => {
    const reply = await create(10, { headers: { 'x-new': '1' } })
    expect(reply.headers.get('set-cookie')).toContain('guest=signed')
    const options = await fetch(`${base}/v1/uploads`, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('tus-extension'), options.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'creation,creation-with-upload,termination',
      null,
    ])
  })
})

test('beginnings are limited a person, and forgotten after two days; files of nobody go too', async () => {
  people.cho = callerOf()
  const cho = { authorization: 'cho' }
  for (let i = 0; i < 20; i++) await begin(10, { headers: cho })
  expect(await code(await create(10, { headers: cho }))).toEqual([429, 'too_many_uploads'])
  const { utimesSync, writeFileSync } = await import('node:fs')
  const orphan = join(house.folder, 'uploads', newId('media', new Date()))
  writeFileSync(orphan, 'x')
  utimesSync(orphan, new Date(Date.now() - hours(2)), new Date(Date.now() - hours(2)))
  const shop = createWorkshop(house, createPrograms())
  await sweep(shop)
  expect((await create(10, { headers: cho })).status).toBe(429)
  expect(readdirSync(join(house.folder, 'uploads'))).not.toContain(orphan.split('/').at(-1))
  house.clock.advance(hours(49))
  await sweep(shop)
  expect(readdirSync(join(house.folder, 'uploads'))).toEqual([])
  expect((await create(10, { headers: cho })).status).toBe(201)
})

describe('a file of a medium', () => {
  let id: Id<'media'>
  let bytes: Buffer
  beforeAll(async () => {
    id = await media.ingestFile(people.aki!.person, clipFile({}), { kind: 'video' })
    bytes = readFileSync(join(house.folder, 'storage', 'media', id, 'low.mp4'))
  })
  const get = (headers: Record<string, string> = {}, method = 'GET') => fetch(`${base}/media/${id}/low.mp4`, { method, headers })
  test('is served whole, by range and not at all when the client has it', async () => {
    const whole = await get()
    expect([
      whole.status,
      whole.headers.get('content-type'),
      whole.headers.get('content-length'),
      whole.headers.get('accept-ranges'),
      whole.headers.get('cache-control'),
    ]).toEqual([200, 'video/mp4', String(bytes.length), 'bytes', 'public, max-age=31536000, immutable'])
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
    const part = await get({ range: 'bytes=100-299' })
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      `bytes 100-299/${bytes.length}`,
      '200',
    ])
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 300))).toBe(true)
    const tail = await get({ range: 'bytes=-50' })
    expect(Buffer.from(await tail.arrayBuffer()).equals(bytes.subarray(-50))).toBe(true)
    const beyond = await get({ range: `bytes=${bytes.length}-` })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
    const etag = whole.headers.get('etag')!
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    expect([
      (await get({ range: 'bytes=0-1', 'if-range': etag })).status,
      (await get({ range: 'bytes=0-1', 'if-range': '"old"' })).status,
    ]).toEqual([206, 200])
    const only = await get({}, 'HEAD')
    expect([only.status, only.headers.get('content-length'), await only.text()]).toEqual([200, String(bytes.length), ''])
    expect((await get({ range: 'bytes=0-9' }, 'HEAD')).headers.get('content-length')).toBe('10')
  })
  test.each(['source', 'low.mp4.part', '../low.mp4', '..%2f..%2fpostgres.secret', 'full.webp', 'LOW.MP4', 'ja.vtt'])(
    'named %s does not exist',
    async name => {
      expect((await fetch(`${base}/media/${id}/${name}`)).status).toBe(404)
    },
  )
  test('is gone when its medium is removed', async () => {
    const other = await media.ingestFile(people.aki!.person, await pictureFile(50, 50), { kind: 'picture' })
    expect((await fetch(`${base}/media/${other}/card.webp`)).headers.get('content-type')).toBe('image/webp')
    await media.remove(other)
    expect((await fetch(`${base}/media/${other}/card.webp`)).status).toBe(404)
  })
  test('may be captions, whose address changes when their words do', async () => {
    const put = async (cues: unknown, who = 'aki', language = 'ja') =>
      fetch(`${base}/v1/media/${id}/captions/${language}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: who },
        body: JSON.stringify({ cues }),
      })
    const first = (
      (await (await put([{ fromMs: 0, toMs: 900, text: 'お茶を点てる' }])).json()) as {
        video: { captions: { language: string; url: string }[] }
      }
    ).video.captions
    const second = (
      (await (await put([{ fromMs: 0, toMs: 900, text: 'お茶' }])).json()) as {
        video: { captions: { language: string; url: string }[] }
      }
    ).video.captions
    expect([first[0]!.url.split('?')[0], first[0]!.url === second[0]!.url, second.length]).toEqual([
      `/media/${id}/ja.vtt`,
      false,
      1,
    ])
    const reply = await fetch(base + second[0]!.url)
    expect([reply.headers.get('content-type'), await reply.text()]).toEqual([
      'text/vtt; charset=utf-8',
      'WEBVTT\n\n00:00:00.000 --> 00:00:00.900\nお茶\n',
    ])
    expect(await code(await put([], 'ben'))).toEqual([404, 'not_found'])
    expect(await code(await put([{ fromMs: 5, toMs: 1, text: 'x' }]))).toEqual([400, 'invalid_request'])
    expect(await code(await put([{ fromMs: 0, toMs: 99_000, text: 'x' }]))).toEqual([400, 'invalid_request'])
    expect(await code(await put([], 'aki', 'fr'))).toEqual([400, 'invalid_request'])
    await put([])
    expect((await fetch(base + second[0]!.url)).status).toBe(404)
  })
})

test('a text that claims to be a clip is refused after the upload', async () => {
  const bytes = readFileSync(fileOf('x.mp4', 'not a clip at all'))
  const { location, id } = await begin(bytes.length)
  await patch(location, 0, bytes)
  expect((await settled(id)).refusal?.code).toBe('not_a_video')
})

import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHttp, type Caller, CodedError, createIdempotency } from '#base/http'
import { hours, newId } from '#base/kernel'
import { begin } from '#engines/edit'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { holdRow } from './edit-store.ts'
import { createMedia, type Media, mediaMigrations, mediaRoutes } from './index.ts'
import { limits, openEdits, openUploads } from './limits.ts'
import { leftOf, quota, refuseBeyond } from './quota.ts'
import { insert, type MediaTables } from './store.ts'
import { pictureFile } from './testing.ts'

let house: TestHouse
let media: Media
const apps: FastifyInstance[] = []
const people = new Map<string, Caller>()
const personOf = (name: string): Caller => {
  const known = people.get(name) ?? callerOf()
  people.set(name, known)
  return known
}

/** A server on this house; `minFreeMb` is what its disk must keep free. */
async function listen(minFreeMb = 0): Promise<{ media: Media; base: string }> {
  const served = { ...house, config: { ...house.config, minFreeMb } }
  const room = createMedia({ ...served, jobs: { ...house.jobs, define: () => {}, every: () => {}, send: async () => {} } })
  const identify = async (request: { headers: Record<string, unknown> }) =>
    personOf(String(request.headers.authorization ?? 'aki'))
  const app = await buildHttp({
    routes: [mediaRoutes(room)],
    idempotency: createIdempotency(house.db, house.clock),
    clock: house.clock,
    logger: house.logger,
    trustProxy: false,
    rateLimits: false,
    publicUrl: 'http://localhost:3000',
    identify,
  })
  await room.mount(app, identify)
  await app.listen({ port: 0, host: '127.0.0.1' })
  apps.push(app)
  return { media: room, base: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` }
}
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  media = createMedia({ ...house, jobs: { ...house.jobs, define: () => {}, every: () => {} } })
})
afterAll(async () => {
  for (const app of apps) await app.close()
  await media.stop()
  await house.close()
})

const create = (base: string, length: number, who: string) =>
  fetch(`${base}/v1/uploads`, {
    method: 'POST',
    headers: { 'tus-resumable': '1.0.0', 'upload-length': String(length), authorization: who },
  })
const codeOf = async (reply: Response) => ((await reply.json()) as { error: { code: string } }).error.code
const left = async (base: string, who: string) =>
  ((await (await fetch(`${base}/v1/media-limits`, { headers: { authorization: who } })).json()) as { left: unknown }).left

test('what is left today is told before an upload, and grows again after a day', async () => {
  const { base } = await listen()
  expect(await left(base, 'ben')).toEqual({ files: quota.filesADay, bytes: quota.bytesADay, openUploads })
  expect((await create(base, 1_000_000, 'ben')).status).toBe(201)
  expect(await left(base, 'ben')).toEqual({
    files: quota.filesADay - 1,
    bytes: quota.bytesADay - 1_000_000,
    openUploads: openUploads - 1,
  })
  expect(await left(base, 'cho')).toEqual({ files: quota.filesADay, bytes: quota.bytesADay, openUploads })
  house.clock.advance(hours(25))
  expect(await left(base, 'ben')).toEqual({ files: quota.filesADay, bytes: quota.bytesADay, openUploads: openUploads - 1 })
})

test('500 beginnings of one person at once: as many begin as may be open, the others are told why, others are served meanwhile', async () => {
  const { base } = await listen()
  const crowd = Array.from({ length: 500 }, () => create(base, 1000, 'dai'))
  const other = await create(base, 1000, 'emi')
  expect(other.status).toBe(201)
  const replies = await Promise.all(crowd)
  expect(replies.filter(r => r.status === 201)).toHaveLength(openUploads)
  const refused = replies.filter(r => r.status !== 201)
  expect(new Set(refused.map(r => r.status))).toEqual(new Set([429]))
  expect(new Set(await Promise.all(refused.map(codeOf)))).toEqual(new Set(['too_many_uploads']))
  expect(await left(base, 'dai')).toMatchObject({ openUploads: 0 })
})

test('a beginning that is refused does not hold up the next one', async () => {
  const { base } = await listen()
  for (let i = 0; i < openUploads + 5; i++)
    expect(await codeOf(await create(base, limits.videoBytes + 1, 'fuu'))).toBe('media_too_large')
  expect((await create(base, 1000, 'fuu')).status).toBe(201)
})

test('files and bytes of a day are limited, and refused with what is left', async () => {
  const { base } = await listen()
  const owner = personOf('gin').person
  const bytes = quota.bytesADay - 5_000_000
  const row = { owner, bytes, state: 'probing' as const, created: house.clock.now() }
  await insert(house.db.tables<MediaTables>(), { ...row, id: newId('media', house.clock.now()) })
  const reply = await create(base, 6_000_000, 'gin')
  expect([reply.status, await codeOf(reply)]).toEqual([429, 'upload_quota'])
  expect((await create(base, 4_000_000, 'gin')).status).toBe(201)
})

/** A clip of four seconds that is held for edits of this person, and an edit of it that is asked for. */
async function editor(who: string): Promise<(base: string) => Promise<Response>> {
  const db = house.db.tables<MediaTables>()
  const id = newId('media', house.clock.now())
  const { person: owner } = personOf(who)
  await insert(db, { id, owner, bytes: 1000, state: 'probing', use: 'source', created: house.clock.now() })
  await holdRow(db, id, { kind: 'video', width: 360, height: 640, durationMs: 4000 }, house.clock.now())
  const headers = { 'content-type': 'application/json', authorization: who }
  const body = JSON.stringify({ list: begin(id, { length: 4000 }) })
  return base => fetch(`${base}/v1/edits`, { method: 'POST', headers, body })
}

test('of a crowd of edits as many begin as may be open', async () => {
  const { base } = await listen()
  const ask = await editor('ivy')
  const replies = await Promise.all(Array.from({ length: 15 }, () => ask(base)))
  expect(replies.filter(r => r.status === 201)).toHaveLength(openEdits)
  const refused = replies.filter(r => r.status !== 201)
  expect(new Set(await Promise.all(refused.map(codeOf)))).toEqual(new Set(['too_many_uploads']))
})

test('an edit takes no more of a day and of the disk than an upload may', async () => {
  const ask = await editor('jun')
  expect(await codeOf(await ask((await listen(1e12)).base))).toBe('storage_full')
  const { base } = await listen()
  expect((await ask(base)).status).toBe(201)
  const row = { owner: personOf('jun').person, bytes: quota.bytesADay, state: 'probing' as const, created: house.clock.now() }
  await insert(house.db.tables<MediaTables>(), { ...row, id: newId('media', house.clock.now()) })
  expect(await codeOf(await ask(base))).toBe('upload_quota')
})

test('the rule: open uploads first, then files, then bytes; nothing left is never less than nothing', () => {
  const why = (used: Parameters<typeof refuseBeyond>[0], length = 0) => {
    try {
      refuseBeyond(used, length)
      return null
    } catch (error) {
      return error instanceof CodedError ? error.code : error
    }
  }
  const free = { files: 0, bytes: 0, open: 0 }
  expect(why(free, quota.bytesADay)).toBe(null)
  expect(why(free, quota.bytesADay + 1)).toBe('upload_quota')
  expect(why({ ...free, files: quota.filesADay })).toBe('upload_quota')
  expect(why({ ...free, files: quota.filesADay, open: openUploads })).toBe('too_many_uploads')
  expect(leftOf({ files: 1e6, bytes: 1e15, open: 1e6 })).toEqual({ files: 0, bytes: 0, openUploads: 0 })
})

test('a disk that is nearly full takes no bytes, says when to come again, and goes on serving', async () => {
  const { base } = await listen()
  const begun = await create(base, 10, 'hal')
  const picture = await media.ingestFile(personOf('hal').person, await pictureFile(80, 60), { kind: 'picture' })
  const full = await listen(1e12)
  const reply = await create(full.base, 10, 'hal')
  expect([reply.status, Number(reply.headers.get('retry-after')) > 0, await codeOf(reply)]).toEqual([507, true, 'storage_full'])
  const patched = await fetch(`${full.base}${begun.headers.get('location')}`, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      authorization: 'hal',
    },
    body: 'abcde',
  })
  expect([patched.status, Number(patched.headers.get('retry-after')) > 0, await codeOf(patched)]).toEqual([
    507,
    true,
    'storage_full',
  ])
  expect((await fetch(`${full.base}/media/${picture}/card.webp`)).status).toBe(200)
  expect((await fetch(`${full.base}/v1/media-limits`)).status).toBe(200)
})

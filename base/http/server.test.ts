import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ok, refuse } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { bind, buildHttp, type Caller, createIdempotency, defineRoutes, integer, list, obj, text } from './index.ts'

let house: TestHouse
let app: FastifyInstance
let work = 0
let fail = false
const caller: Caller = callerOf()
const table = defineRoutes({
  'GET /v1/things/{id}': {
    summary: 'a thing',
    who: 'anyone',
    params: obj({ id: integer(1, 9) }),
    query: obj({ limit: integer(1, 5) }),
    reply: obj({ id: integer(1, 9) }),
  },
  'POST /v1/things': {
    summary: 'make',
    who: 'member',
    body: obj({ name: text(10, 1), tags: list(text(5), { maxItems: 2 }) }),
    reply: obj({ n: integer(0, 99) }),
    status: 201,
    idempotency: 'required',
  },
  'GET /v1/quick': { summary: 'own serializer', who: 'guest', reply: obj({}), serialize: () => '{"quick":true}' },
  'POST /v1/refused': { summary: 'refuse', who: 'guest', reply: obj({}) },
  'POST /v1/broken': { summary: 'throw', who: 'guest', reply: obj({}) },
  'POST /v1/operators': { summary: 'operators', who: 'operator', reply: obj({}) },
})

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  const routes = [
    bind('things', table, {
      'GET /v1/things/{id}': async ({ params }) => ({ id: params.id }),
      'POST /v1/things': async () => {
        await new Promise(r => setTimeout(r, 20))
        if (fail) throw new Error('planted')
        return { n: ++work }
      },
      'GET /v1/quick': async () => ({}),
      'POST /v1/refused': async () => refuse('out_of_stock', 'The last one is gone', { variant: 'var_1' }),
      'POST /v1/broken': async () => {
        throw new Error('secret detail')
      },
      'POST /v1/operators': async () => ok({}),
    }),
  ]
  app = await buildHttp({
    routes,
    identify: async request => (request.headers['x-guest'] ? { ...caller, member: false } : caller),
    idempotency: createIdempotency(house.db, house.clock),
    clock: house.clock,
    logger: house.logger,
    trustProxy: false,
    rateLimits: true,
    publicUrl: 'http://localhost:3000',
  })
})
afterAll(async () => {
  await app.close()
  await house.close()
})
const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
const good = { name: 'a', tags: [] }

test.each([
  ['an unknown field', { ...good, extra: 1 }, 400, 'invalid_request'],
  ['a wrong type', { name: 1, tags: [] }, 400, 'invalid_request'],
  ['a missing field', { name: 'a' }, 400, 'invalid_request'],
  ['too long a list', { name: 'a', tags: ['1', '2', '3'] }, 400, 'invalid_request'],
  ['a broken body', '{"name":', 400, 'malformed_json'],
  ['a NUL', '{"name":"a\\u0000","tags":[]}', 400, 'invalid_request'],
])('%s is refused with a stable code and nothing runs', async (_name, body, status, code) => {
  const before = work
  const reply = await post('/v1/things', body, { 'idempotency-key': crypto.randomUUID() })
  expect([reply.statusCode, reply.json().error.code, work]).toEqual([status, code, before])
})
test('a wrong field is named', async () => {
  const reply = await post('/v1/things', { name: '', tags: ['toolong'] }, { 'idempotency-key': 'k' })
  expect(Object.keys(reply.json().error.details.fields).sort()).toEqual(['name', 'tags.0'])
})
test('an oversize body and a foreign content type are refused', async () => {
  expect(
    (await post('/v1/things', { name: 'a', tags: ['x'.repeat(1_100_000)] }, { 'idempotency-key': 'k' })).json().error.code,
  ).toBe('body_too_large')
  expect(
    (await post('/v1/things', 'a=1', { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': 'k' })).json()
      .error.code,
  ).toBe('unsupported_media_type')
})
test('query and path numbers are parsed, and out of bounds is refused', async () => {
  expect((await app.inject('/v1/things/3?limit=2')).json()).toEqual({ id: 3 })
  for (const url of [
    '/v1/things/10?limit=2',
    '/v1/things/3?limit=9',
    '/v1/things/3',
    '/v1/things/3?limit=2&x=1',
    '/v1/things/abc?limit=2',
  ])
    expect((await app.inject(url)).json().error.code).toBe('invalid_request')
})
test('a refusal has its status, code and details; an unknown path too', async () => {
  const reply = await post('/v1/refused', undefined as unknown as string)
  expect([reply.statusCode, reply.json()]).toEqual([
    409,
    { error: { code: 'out_of_stock', message: 'The last one is gone', details: { variant: 'var_1' } } },
  ])
  expect((await app.inject('/v1/nothing')).json().error.code).toBe('not_found')
})
test('every answer says that it is JSON: a success, one with a serializer of its own, a refusal', async () => {
  const answers = [
    await app.inject('/v1/things/3?limit=2'),
    await app.inject('/v1/quick'),
    await app.inject({ method: 'POST', url: '/v1/refused' }),
  ]
  expect(answers.map(a => a.headers['content-type'])).toEqual(Array(3).fill('application/json; charset=utf-8'))
  expect(answers[1]?.json()).toEqual({ quick: true })
})
test('a mistake of ours says only its request id', async () => {
  const reply = await app.inject({ method: 'POST', url: '/v1/broken' })
  expect(reply.statusCode).toBe(500)
  expect(reply.body).not.toContain('secret detail')
  expect(reply.json().error.message).toContain(reply.headers['x-request-id'])
})
test('who may not is refused before anything is read', async () => {
  expect((await post('/v1/things', good, { 'x-guest': '1', 'idempotency-key': 'g' })).json().error.code).toBe('sign_in_required')
  expect((await app.inject({ method: 'POST', url: '/v1/operators' })).json().error.code).toBe('forbidden')
})
test('a browser on another site cannot act with our cookie', async () => {
  expect((await post('/v1/things', good, { origin: 'https://evil.example', 'idempotency-key': 'o' })).json().error.code).toBe(
    'wrong_origin',
  )
  expect((await post('/v1/things', good, { 'sec-fetch-site': 'cross-site', 'idempotency-key': 'o' })).json().error.code).toBe(
    'wrong_origin',
  )
})
test('the same key and request works once, however often and however parallel it is sent', async () => {
  expect((await post('/v1/things', good)).json().error.code).toBe('idempotency_key_required')
  const before = work
  const replies = await Promise.all(Array.from({ length: 5 }, () => post('/v1/things', good, { 'idempotency-key': 'same' })))
  const later = await post('/v1/things', good, { 'idempotency-key': 'same' })
  expect(work).toBe(before + 1)
  expect(replies.filter(r => r.statusCode === 201).length).toBeGreaterThanOrEqual(1)
  expect(replies.filter(r => r.statusCode !== 201).every(r => r.json().error.code === 'idempotency_in_progress')).toBe(true)
  expect([later.statusCode, later.json(), later.headers['idempotent-replayed']]).toEqual([201, { n: before + 1 }, 'true'])
  expect((await post('/v1/things', { ...good, name: 'b' }, { 'idempotency-key': 'same' })).json().error.code).toBe(
    'idempotency_key_reused',
  )
})
test('a key whose work failed with a mistake of ours may be tried again', async () => {
  fail = true
  expect((await post('/v1/things', good, { 'idempotency-key': 'retry' })).statusCode).toBe(500)
  fail = false
  expect((await post('/v1/things', good, { 'idempotency-key': 'retry' })).statusCode).toBe(201)
})
test('too many requests are told when to come back', async () => {
  let last = await app.inject({ method: 'POST', url: '/v1/refused' })
  for (let i = 0; i < 1300 && last.statusCode !== 429; i++) last = await app.inject({ method: 'POST', url: '/v1/refused' })
  expect([last.statusCode, last.json().error.code, Number(last.headers['retry-after']) > 0]).toEqual([429, 'rate_limited', true])
})
test('the OpenAPI document holds every route', async () => {
  const document = (await app.inject('/v1/openapi.json')).json()
  expect([document.openapi, Object.keys(document.paths)]).toEqual([
    '3.1.0',
    ['/v1/things/{id}', '/v1/things', '/v1/quick', '/v1/refused', '/v1/broken', '/v1/operators'],
  ])
})

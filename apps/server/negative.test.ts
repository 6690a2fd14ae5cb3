import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorCodes, type Route } from '#base/http'
import { shopDraft } from '#testing/foreign-cases'
import { type Schema, sample, spoiled, spoiledTexts } from '#testing/samples'
import { type WholeServer, wholeServer } from '#testing/whole-server'
import { wires } from './wires.ts'

/** Every route of the platform against input that it must refuse, made from the route tables themselves. */
let server: WholeServer
let app: FastifyInstance
const tokens: Record<'none' | 'guest' | 'member' | 'staff' | 'operator', string | null> = {
  none: null,
  guest: null,
  member: null,
  staff: null,
  operator: null,
}

const routes = wires.flatMap(w =>
  Object.entries(w.table as Record<string, Route>).map(([key, route]) => ({
    key,
    route,
    method: key.split(' ')[0] as 'GET',
    path: key.split(' ')[1] as string,
  })),
)

beforeAll(async () => {
  server = await wholeServer()
  app = server.app
  tokens.guest = await token()
  tokens.member = await signUp('member')
  tokens.staff = await signUp('staff')
  tokens.operator = (await server.operator()).token
  const shop = await call('POST', '/v1/shops', { ...shopDraft, slug: 'kiln' }, tokens.staff)
  expect(shop.statusCode).toBe(201)
})
afterAll(() => server?.close())

async function token(): Promise<string> {
  return (await app.inject({ method: 'POST', url: '/v1/guests' })).json().token
}
async function signUp(name: string): Promise<string> {
  const guest = await token()
  const email = `${name}@example.org`
  await call('POST', '/v1/sign-up', { email, password: 'correct horse battery', name, handle: name }, guest)
  // The guest became the member: its own token has ended.
  return (await call('POST', '/v1/tokens', { email, password: 'correct horse battery' }, null)).json().token
}
const call = (method: string, url: string, body: unknown, bearer: string | null) =>
  app.inject({
    method: method as 'GET',
    url,
    headers: {
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      'idempotency-key': crypto.randomUUID(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  })

/** The path and query that the tables accept, with ids of nothing that exists. */
function place(
  path: string,
  route: Route,
  query: Record<string, unknown> = route.query ? (sample(route.query as Schema) as Record<string, unknown>) : {},
): string {
  const params = route.params ? (sample(route.params as Schema) as Record<string, unknown>) : {}
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([k, v]) => (Array.isArray(v) ? v : [v]).map((one): [string, string] => [k, String(one)])),
  )
  return search.size > 0 ? `${filled}?${search}` : filled
}
const right = (route: Route): string | null => tokens[route.who === 'anyone' ? 'guest' : route.who]
const stable = (reply: { statusCode: number; json: () => { error?: { code?: string; message?: string } } }) => {
  const code = reply.json().error?.code as keyof typeof errorCodes
  expect(Object.keys(errorCodes)).toContain(code)
  expect(errorCodes[code]).toBe(reply.statusCode)
  expect(code).not.toBe('internal')
}

describe.each(routes.filter(r => r.route.body))('$key', ({ key, route, method, path }) => {
  test('refuses every spoiled body as invalid_request', async () => {
    for (const [how, body] of spoiled(route.body as Schema)) {
      const reply = await call(method, place(path, route), body, right(route))
      expect([key, how, reply.statusCode, reply.json().error?.code]).toEqual([key, how, 400, 'invalid_request'])
    }
  })
  test('refuses a body that is no JSON, too large, or of another type', async () => {
    const headers = { authorization: `Bearer ${right(route)}`, 'idempotency-key': crypto.randomUUID() }
    const url = place(path, route)
    const send = (type: string, payload: string) =>
      app.inject({ method, url, headers: { ...headers, 'content-type': type }, payload })
    expect((await send('application/json', '{"a":')).json().error.code).toBe('malformed_json')
    expect((await send('application/json', `{"a":"${'x'.repeat(1_100_000)}"}`)).json().error.code).toBe('body_too_large')
    expect((await send('text/xml', '<a/>')).json().error.code).toBe('unsupported_media_type')
    expect((await send('application/json', '{"a":"\\u0000"}')).json().error.code).toBe('invalid_request')
  })
})
test.each(routes.filter(r => r.route.query))('$key refuses an unknown query field', async ({ route, method, path }) => {
  const reply = await call(
    method,
    place(path, route, { ...(sample(route.query as Schema) as object), surprise: '1' }),
    route.body ? sample(route.body as Schema) : undefined,
    right(route),
  )
  expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'invalid_request'])
})
test.each(routes.filter(r => r.route.query))('$key refuses every spoiled query', async ({ key, route, method, path }) => {
  const body = route.body ? sample(route.body as Schema) : undefined
  for (const [how, query] of spoiledTexts(route.query as Schema)) {
    const reply = await call(method, place(path, route, query), body, right(route))
    expect([key, how, reply.statusCode, reply.json().error?.code]).toEqual([key, how, 400, 'invalid_request'])
  }
})
test.each(routes.filter(r => r.route.params))('$key refuses every spoiled path', async ({ key, route, method, path }) => {
  const body = route.body ? sample(route.body as Schema) : undefined
  const query = place('', route)
  for (const [how, params] of spoiledTexts(route.params as Schema)) {
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] as string))
    const reply = await call(method, `${filled}${query}`, body, right(route))
    expect([key, how, reply.statusCode, reply.json().error?.code]).toEqual([key, how, 400, 'invalid_request'])
  }
})
test.each(routes.filter(r => r.route.params))('$key refuses ids of another form', async ({ route, method, path }) => {
  for (const bad of ["'; drop table x; --", '..%2f..%2fetc', 'x'.repeat(500), '%00']) {
    const reply = await call(
      method,
      path.replace(/\{\w+\}/g, bad.startsWith('%') || bad.startsWith('..') ? bad : encodeURIComponent(bad)),
      route.body ? sample(route.body as Schema) : undefined,
      right(route),
    )
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).toBeLessThan(500)
    stable(reply)
  }
})
test.each(routes)(
  '$key with well-formed input about nothing that exists is answered or refused, never a mistake of ours',
  async ({ route, method, path }) => {
    const body = route.body ? sample(route.body as Schema) : undefined
    const reply = await call(method, place(path, route), body, right(route))
    if (reply.statusCode >= 400) stable(reply)
  },
)
test.each(routes.filter(r => ['member', 'staff', 'operator'].includes(r.route.who)))(
  '$key refuses who may not: guests, and members without the role',
  async ({ route, method, path }) => {
    const body = route.body ? sample(route.body as Schema) : undefined
    expect((await call(method, place(path, route), body, tokens.guest)).json().error.code).toBe('sign_in_required')
    if (route.who !== 'member')
      expect((await call(method, place(path, route), body, tokens.member)).json().error.code).toBe('forbidden')
  },
)
test.each(routes)('$key refuses headers that are wrong', async ({ key, route, method, path }) => {
  const body = route.body ? JSON.stringify(sample(route.body as Schema)) : undefined
  const ask = async (headers: Record<string, string>) => {
    const reply = await app.inject({
      method,
      url: place(path, route),
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { payload: body }),
    })
    return [key, reply.statusCode, reply.statusCode >= 400 ? reply.json().error.code : null]
  }
  // The tests before have signed the common guest out.
  const bearer = { authorization: `Bearer ${['anyone', 'guest'].includes(route.who) ? await token() : right(route)}` }
  if (route.who !== 'anyone')
    for (const bad of ['Bearer x', `Bearer ${(tokens.operator as string).slice(0, -3)}`, `Bearer ${'x'.repeat(5000)}`])
      expect(await ask({ authorization: bad, 'idempotency-key': 'k' })).toEqual([key, 401, 'sign_in_required'])
  expect(await ask({ ...bearer, 'idempotency-key': 'x'.repeat(256) })).toEqual([key, 400, 'invalid_request'])
  if (route.idempotency === 'required') expect(await ask(bearer)).toEqual([key, 400, 'idempotency_key_required'])
  if (method !== ('GET' as string)) {
    expect(await ask({ origin: 'https://elsewhere.example' })).toEqual([key, 403, 'wrong_origin'])
    expect(await ask({ 'sec-fetch-site': 'cross-site' })).toEqual([key, 403, 'wrong_origin'])
  }
})

/** Routes beside the tables, each with a test that names it below. What a part of a path is called doesn't matter. */
const byHand = [
  'OPTIONS /v1/uploads',
  'OPTIONS /v1/uploads/:',
  'POST /v1/uploads',
  'HEAD /v1/uploads/:',
  'PATCH /v1/uploads/:',
  'DELETE /v1/uploads/:',
  'GET /media/:/:',
  'HEAD /media/:/:',
  'POST /v1/shops/:/imports/file',
  'GET /v1/shops/:/products.csv',
  'HEAD /v1/shops/:/products.csv',
  'GET /v1/shops/:/google.xml',
  'GET /v1/shops/:/statement.csv',
  'HEAD /v1/shops/:/statement.csv',
  'HEAD /v1/shops/:/google.xml',
  'POST /v1/payments/webhooks/:',
  'GET /v1/shops/:/slips.pdf',
  'HEAD /v1/shops/:/slips.pdf',
  'GET /v1/shops/:/labels.pdf',
  'HEAD /v1/shops/:/labels.pdf',
  'GET /v1/orders/:/invoice.pdf',
  'HEAD /v1/orders/:/invoice.pdf',
]
/** The document takes nothing, and so do pages: whatever is read outside of /v1 and /media. */
const takesNothing = (key: string): boolean => key.endsWith(' /v1/openapi.json') || /^(GET|HEAD) (?!\/v1\/|\/media\/)/.test(key)
test('every route of the server is in the OpenAPI document and asked here, or stands among those that are asked by hand', async () => {
  const { paths } = (await app.inject('/v1/openapi.json')).json() as { paths: Record<string, object> }
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(m => `${m.toUpperCase()} ${path}`),
  )
  expect(documented.sort()).toEqual(routes.map(r => r.key).sort())
  const asked = new Set([...routes.map(r => r.key.replace(/\{(\w+)\}/g, ':')), ...byHand])
  const heads = new Set([...asked].filter(key => key.startsWith('GET ')).map(key => key.replace('GET', 'HEAD')))
  expect(served().filter(key => !asked.has(key) && !heads.has(key) && !takesNothing(key))).toEqual([])
  expect(byHand.filter(key => !served().includes(key))).toEqual([])
})
/** Method and path of everything that the server answers, from the router's own tree: each line holds the rest of a path. */
function served(): string[] {
  const path: string[] = []
  return app
    .printRoutes()
    .split('\n')
    .flatMap(line => {
      const [, indent = '', part = '', methods = ''] = /^(.*?── )(\S+)(?: \((.+)\))?$/.exec(line) ?? []
      if (part === '') return []
      const depth = indent.length / 4 - 1
      path.splice(depth, path.length, part)
      return methods ? methods.split(', ').map(method => `${method} ${path.join('').replace(/:[\w|:]+/g, ':')}`) : []
    })
}

describe('uploads, by hand', () => {
  const tus = { 'tus-resumable': '1.0.0' }
  const ask = async (method: string, url: string, headers: Record<string, string>, bearer: string | null, payload?: string) => {
    const reply = await app.inject({
      method: method as 'GET',
      url,
      headers: { ...tus, ...headers, ...(bearer && { authorization: `Bearer ${bearer}` }) },
      ...(payload !== undefined && { payload }),
    })
    // The protocol says the status; ours is the code.
    if (reply.statusCode >= 400 && method !== 'HEAD') expect(Object.keys(errorCodes)).toContain(reply.json().error.code)
    expect(reply.statusCode).toBeLessThan(500)
    return reply
  }
  test('a wrong length, name, type, version, token or origin is refused', async () => {
    const wrong: Record<string, string>[] = [
      {},
      { 'upload-length': 'long' },
      { 'upload-length': '-1' },
      { 'upload-length': '99999999999999' },
      { 'upload-length': '10', 'upload-metadata': 'filename !!!' },
      { 'upload-length': '10', 'tus-resumable': '0.2.0' },
      { 'upload-length': '10', origin: 'https://elsewhere.example' },
    ]
    for (const headers of wrong) {
      const reply = await ask('POST', '/v1/uploads', headers, headers.origin ? null : tokens.member)
      expect([headers, reply.statusCode >= 400 && reply.statusCode < 500]).toEqual([headers, true])
    }
    expect((await ask('POST', '/v1/uploads', { 'upload-length': '10' }, 'x')).statusCode).toBe(401)
  })
  test('an upload of somebody else, of nobody, or at a wrong place is refused', async () => {
    const meta = `filename ${Buffer.from('a.png').toString('base64')},filetype ${Buffer.from('image/png').toString('base64')}`
    const made = await ask('POST', '/v1/uploads', { 'upload-length': '10', 'upload-metadata': meta }, tokens.staff)
    expect(made.statusCode).toBe(201)
    const place = new URL(made.headers.location as string, 'http://x').pathname
    const type = { 'content-type': 'application/offset+octet-stream' }
    for (const url of [place, '/v1/uploads/med_0000000000zzzzzzzzzzzzzzzz', '/v1/uploads/..%2f..%2fetc', '/v1/uploads/%00']) {
      for (const method of ['HEAD', 'PATCH', 'DELETE']) {
        const headers = method === 'PATCH' ? { ...type, 'upload-offset': '0' } : {}
        const reply = await ask(method, url, headers, tokens.member, method === 'PATCH' ? 'abc' : undefined)
        expect([method, url, [400, 403, 404].includes(reply.statusCode)]).toEqual([method, url, true])
      }
      expect((await ask('OPTIONS', url, {}, null)).statusCode).toBeLessThan(500)
    }
    for (const headers of [
      {},
      { 'upload-offset': '0' },
      { ...type },
      { ...type, 'upload-offset': 'x' },
      { ...type, 'upload-offset': '5' },
    ]) {
      const reply = await ask('PATCH', place, headers as Record<string, string>, tokens.staff, 'abc')
      expect([headers, reply.statusCode >= 400 && reply.statusCode < 500]).toEqual([headers, true])
    }
    const long = await ask('PATCH', place, { ...type, 'upload-offset': '0' }, tokens.staff, 'x'.repeat(50))
    expect(long.statusCode).toBeGreaterThanOrEqual(400)
    expect(long.statusCode).toBeLessThan(500)
  })
})
test('media files, by hand: names that are not ours, ranges that are none', async () => {
  for (const url of [
    '/media/x/y',
    '/media/med_0000000000zzzzzzzzzzzzzzzz/low.mp4',
    '/media/..%2f..%2fsecret/low.mp4',
    '/media/%00/low.mp4',
  ])
    for (const method of ['GET', 'HEAD'] as const) {
      const reply = await app.inject({ method, url, headers: { range: 'bytes=9-1' } })
      expect([url, [400, 404].includes(reply.statusCode)]).toEqual([url, true])
      if (method === 'GET') stable(reply)
    }
})
test('a forged, foreign or truncated token is refused', async () => {
  for (const bad of [
    'x',
    `${tokens.member}x`,
    (tokens.member as string).slice(0, -3),
    `${(tokens.member as string).split('.')[0]}.AAAA`,
  ])
    expect((await call('GET', '/v1/me', undefined, bad)).json().error.code).toBe('sign_in_required')
})

describe('files of catalogues, by hand', () => {
  const strange = ['shp_0000000000zzzzzzzzzzzzzzzz', 'nothing', '%00', '..%2f..']
  test('a file for a shop of others, of nobody, or that is none, is refused', async () => {
    for (const shop of strange)
      for (const bearer of [tokens.guest, tokens.member, tokens.staff]) {
        const url = `/v1/shops/${shop}/imports/file?name=${'x'.repeat(400)}&language=xx`
        const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/octet-stream' }
        const reply = await app.inject({ method: 'POST', url, headers, payload: 'Handle,Title\n"' })
        expect([shop, [400, 401, 403, 404].includes(reply.statusCode)]).toEqual([shop, true])
        expect(Object.keys(errorCodes)).toContain(reply.json().error.code)
      }
  })
  test('an export of a shop of others or of none is refused', async () => {
    for (const shop of strange)
      for (const file of ['products.csv', 'google.xml', 'statement.csv']) {
        const headers = { authorization: `Bearer ${tokens.member}` }
        const reply = await app.inject({ method: 'GET', url: `/v1/shops/${shop}/${file}?language=xx`, headers })
        expect([shop, file, [400, 401, 403, 404].includes(reply.statusCode)]).toEqual([shop, file, true])
        expect(Object.keys(errorCodes)).toContain(reply.json().error.code)
      }
  })
})

test('webhooks of payments, by hand: forged, unsigned, empty, too large or at no provider, they are refused', async () => {
  const send = (provider: string, payload: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: `/v1/payments/webhooks/${provider}`, headers, payload })
  const signed = { 'webhook-id': 'evt_1', 'webhook-timestamp': '1772323200', 'webhook-signature': 'v1,AAAA' }
  for (const [provider, payload, headers, code] of [
    ['test', '{}', {}, 'webhook_forged'],
    ['test', '{"a":', { 'content-type': 'application/json' }, 'webhook_forged'],
    ['test', '', {}, 'webhook_forged'],
    ['test', '{"a":"\\u0000"}', signed, 'webhook_forged'],
    ['test', '<a/>', { ...signed, 'content-type': 'text/xml' }, 'webhook_forged'],
    ['test', 'x'.repeat(1_100_000), signed, 'body_too_large'],
    ['nobody', '{}', signed, 'not_found'],
    ['%00', '{}', signed, 'not_found'],
    ['x'.repeat(500), '{}', signed, 'not_found'],
    ['..%2f..%2fetc', '{}', signed, 'not_found'],
  ] as const) {
    const reply = await send(provider, payload, headers)
    expect([provider, payload.slice(0, 20), reply.json().error?.code]).toEqual([provider, payload.slice(0, 20), code])
    stable(reply)
  }
})

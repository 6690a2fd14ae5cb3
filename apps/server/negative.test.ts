import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorCodes, type Route } from '#base/http'
import { type TestHouse, testHouse } from '#testing/house'
import { type Schema, sample, spoiled } from '#testing/samples'
import { createApp } from './app.ts'
import { compose, migrations, type Rooms } from './compose.ts'
import { wires } from './wires.ts'

/** Every route of the platform against input that it must refuse, made from the route tables themselves. */
let house: TestHouse
let rooms: Rooms
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
  house = await testHouse({ migrations })
  rooms = compose(house)
  await rooms.start()
  app = await createApp(house, rooms)
  await app.ready()
  tokens.guest = await token()
  tokens.member = await signUp('member')
  tokens.staff = await signUp('staff')
  await rooms.accounts.makeOperator({ email: 'operator@example.org', password: 'correct horse battery', name: 'Operator' })
  tokens.operator = (
    await call('POST', '/v1/tokens', { email: 'operator@example.org', password: 'correct horse battery' }, tokens.guest)
  ).json().token
  const texts = { en: 'x' }
  const shop = await call(
    'POST',
    '/v1/shops',
    {
      slug: 'kiln',
      name: texts,
      about: texts,
      country: 'JP',
      currency: 'JPY',
      seller: {
        legalName: 'x',
        representative: 'x',
        address: 'x',
        phone: '03',
        email: 'a@b.org',
        registration: '',
        returns: texts,
        delivery: texts,
        taxRegistered: true,
      },
      shippingFee: '500',
      freeShippingFrom: null,
      dispatchDays: 1,
      deliveryDays: { from: 1, to: 2 },
      returnDays: 8,
    },
    tokens.staff,
  )
  expect(shop.statusCode).toBe(201)
})
afterAll(async () => {
  await app?.close()
  await rooms?.stop()
  await house?.close()
})

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
    Object.entries(query).map(([k, v]): [string, string] => [k, typeof v === 'object' ? JSON.stringify(v) : String(v)]),
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
test('a forged, foreign or truncated token is refused', async () => {
  for (const bad of [
    'x',
    `${tokens.member}x`,
    (tokens.member as string).slice(0, -3),
    `${(tokens.member as string).split('.')[0]}.AAAA`,
  ])
    expect((await call('GET', '/v1/me', undefined, bad)).json().error.code).toBe('sign_in_required')
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually } from '#testing/eventually'
import { openShop, password, type ShopWorld } from '#testing/shop-world'
import { type WholeServer, wholeServer } from '#testing/whole-server'
import type { Api } from '../simulator/api.ts'

/** What the browser of a suspended person can do once it is signed out. */
let server: WholeServer
let url: string
let operator: Api
let world: ShopWorld

beforeAll(async () => {
  server = await wholeServer()
  url = server.url
  operator = await server.operator()
  world = await openShop(url)
})
afterAll(() => server?.close())

/** A browser of its own: it keeps its cookies, and nothing else is known of it. */
class Browser {
  readonly cookies = new Map<string, string>()
  async ask(method: string, path: string, body?: object): Promise<{ status: number; code: string | undefined; body: unknown }> {
    const reply = await fetch(url + path, {
      method,
      headers: {
        origin: url,
        'idempotency-key': randomUUID(),
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const answer = (await reply.json().catch(() => ({}))) as { error?: { code: string } }
    return { status: reply.status, code: answer.error?.code, body: answer }
  }
  async person(): Promise<{ person: string; member: boolean }> {
    return (await this.ask('GET', '/v1/me')).body as { person: string; member: boolean }
  }
  buy = () => this.ask('POST', '/v1/checkouts', { lines: [{ variant: world.variant, quantity: 1 }] })
  fill = () => this.ask('PUT', `/v1/cart/${world.variant}`, { quantity: 1 })
  signIn = (email: string) => this.ask('POST', '/v1/sign-in', { email, password })
  signUp = (email: string) => this.ask('POST', '/v1/sign-up', { email, password, name: 'Somebody' })
}
const decide = (person: string, action: 'remove' | 'restore') =>
  operator.post('/v1/moderation/decisions', {
    subject: { kind: 'person', id: person },
    action,
    reason: 'spam',
    explanation: 'Many complaints',
  })

let serial = 0
let browser: Browser
let email: string
let suspended: string
beforeEach(async () => {
  browser = new Browser()
  email = `held${++serial}@example.org`
  expect((await browser.signUp(email)).status).toBe(201)
  suspended = (await browser.person()).person
  await decide(suspended, 'remove')
})
const refusedAsSuspended = { status: 403, code: 'suspended' }

test('who is suspended cannot go on buying as a guest of the same browser, nor open another account there, until the suspension ends', async () => {
  expect(await browser.signUp(`again${serial}@example.org`)).toMatchObject(refusedAsSuspended)
  await browser.ask('POST', '/v1/sign-out')
  const guest = await browser.person()
  expect([guest.member, guest.person === suspended]).toEqual([false, false])
  for (const deed of [browser.buy, browser.fill, () => browser.signUp(`new${serial}@example.org`)])
    expect(await deed()).toMatchObject(refusedAsSuspended)
  expect((await browser.ask('GET', '/v1/feed')).status).toBe(200)
  await decide(suspended, 'restore')
  expect((await browser.fill()).status).toBe(200)
  expect((await browser.buy()).status).toBe(201)
})

test('signing out as a guest once more, or a throw-away session cookie, does not shake it off', async () => {
  await browser.ask('POST', '/v1/sign-out')
  await browser.ask('POST', '/v1/sign-out')
  browser.cookies.delete('enishi')
  expect(await browser.buy()).toMatchObject(refusedAsSuspended)
})

test('a session that was ended from elsewhere leaves the same as signing out', async () => {
  const ended = await fetch(`${url}/v1/people/${suspended}/sessions`, { method: 'DELETE', headers: operator.headers() })
  expect(ended.status).toBe(200)
  expect((await browser.person()).member).toBe(false)
  expect(await browser.buy()).toMatchObject(refusedAsSuspended)
})

test('signing in stays open: to the suspended account, to read and appeal, and to another one, which may buy', async () => {
  await browser.ask('POST', '/v1/sign-out')
  expect((await browser.signIn(email)).status).toBe(200)
  // What a person brought along as a guest is theirs a moment later.
  await eventually(async () =>
    expect(await browser.ask('GET', '/v1/me/decisions')).toMatchObject({ body: { items: [{ holds: true }] } }),
  )
  await browser.ask('POST', '/v1/sign-out')
  const other = new Browser()
  expect((await other.signUp(`family${serial}@example.org`)).status).toBe(201)
  expect((await browser.signIn(`family${serial}@example.org`)).status).toBe(200)
  expect((await browser.buy()).status).toBe(201)
  await browser.ask('POST', '/v1/sign-out')
  expect(await browser.buy()).toMatchObject(refusedAsSuspended)
})

test('nothing is kept of somebody who is not suspended, and a note that is made up, or of another browser’s session, says nothing', async () => {
  const free = new Browser()
  await free.signUp(`free${serial}@example.org`)
  await free.ask('POST', '/v1/sign-out')
  expect([...free.cookies.keys()]).toEqual([])
  for (const note of [`${suspended}.AAAA`, suspended, browser.cookies.get('enishi') as string]) {
    const stranger = new Browser()
    stranger.cookies.set('enishi_held', note)
    expect((await stranger.fill()).status).toBe(200)
  }
})

test('a note is no key: put where a session stands it signs nobody in', async () => {
  await browser.ask('POST', '/v1/sign-out')
  const thief = new Browser()
  thief.cookies.set('enishi', browser.cookies.get('enishi_held') as string)
  expect((await thief.person()).member).toBe(false)
})

import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { days } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { type Accounts, accountsMigrations, accountsRoutes, createAccounts } from './index.ts'
import { appOf, statementsOf } from './testing.ts'

let house: TestHouse
let accounts: Accounts
let app: FastifyInstance
beforeAll(async () => {
  house = await testHouse({ migrations: accountsMigrations })
  accounts = createAccounts(house)
  await accounts.start()
  app = await appOf(house, accounts, [accountsRoutes(accounts)])
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const cookieOf = (reply: { cookies: { name: string; value: string }[] }) => reply.cookies.find(c => c.name === 'enishi')?.value
const me = (headers: Record<string, string>, on = app) => on.inject({ method: 'GET', url: '/v1/me', headers })
const withCookie = (value: string | undefined) => ({ cookie: `enishi=${value}` })
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers })
let serial = 0
const someone = () => ({ email: `p${++serial}@example.com`, password: 'correct horse', name: 'Hana Mori' })
const eventsOf = async (person: string) => {
  await house.log.flush()
  return (await house.log.read(0n, 10_000)).filter(e => e.person === person)
}

describe('a guest', () => {
  test('is a person at once, without a statement and without a row', async () => {
    const first = await me({ 'accept-language': 'ja' })
    expect(first.json()).toMatchObject({ member: false, language: 'ja', personalised: true, handle: null })
    const again = await me(withCookie(cookieOf(first)))
    expect(again.json().person).toBe(first.json().person)
    expect(cookieOf(again)).toBeUndefined()
    const twice = async () => me(withCookie(cookieOf(await me({}))))
    expect(await statementsOf(house, twice)).toBe(0)
    const set = String(first.headers['set-cookie'])
    expect([/HttpOnly/.test(set), /SameSite=Lax/.test(set), /Max-Age=31536000/.test(set)]).toEqual([true, true, true])
  })
  test('with a cookie that is not ours is somebody new; with such a Bearer it is refused', async () => {
    const good = cookieOf(await me({})) as string
    expect((await me(withCookie(`${good}x`))).json().person).toMatch(/^per_/)
    const refused = await me({ authorization: 'Bearer e1.e30.x' })
    expect([refused.statusCode, refused.json().error.code]).toEqual([401, 'sign_in_required'])
    expect((await me({ authorization: 'Basic eDp5' })).statusCode).toBe(401)
  })
  test('keeps language and personalisation, through cookie and Bearer, and through a restart', async () => {
    const { token, person } = (await post('/v1/guests', {})).json()
    const headers = { authorization: `Bearer ${token}` }
    const changed = await app.inject({
      method: 'PATCH',
      url: '/v1/me',
      headers,
      payload: { personalised: false, language: 'zh' },
    })
    expect(changed.json()).toMatchObject({ person, personalised: false, language: 'zh' })
    const restarted = createAccounts(house)
    const second = await appOf(house, restarted, [accountsRoutes(restarted)])
    expect((await me({ ...headers, 'accept-language': 'ja' }, second)).json()).toMatchObject({
      personalised: false,
      language: 'zh',
    })
    await second.close()
    expect((await eventsOf(person)).map(e => [e.name, e.data])).toEqual([['person.personalisation_set', { on: false }]])
    const profile = await app.inject({ method: 'PATCH', url: '/v1/me', headers, payload: { name: 'X' } })
    expect(profile.json().error.code).toBe('sign_in_required')
  })
  test('asked where nobody is needed is nobody: no cookie', async () => {
    const reply = await app.inject({ method: 'GET', url: '/v1/people/nobody_here' })
    expect([reply.statusCode, cookieOf(reply)]).toEqual([404, undefined])
  })
})

describe('sign-up', () => {
  test('keeps the person, and the guest token of before opens nothing any more', async () => {
    const guest = await me({})
    const before = withCookie(cookieOf(guest))
    const reply = await post('/v1/sign-up', someone(), before)
    expect([reply.statusCode, reply.json().person, reply.json().member]).toEqual([201, guest.json().person, true])
    expect(reply.json().handle).toMatch(/^hana_mori/)
    expect((await me(withCookie(cookieOf(reply)))).json()).toMatchObject({ person: guest.json().person, member: true })
    expect((await me(before)).json().person).not.toBe(guest.json().person)
    expect((await eventsOf(guest.json().person)).map(e => e.name)).toEqual(['person.registered'])
  })
  test('of many at once with one address or one handle exactly one succeeds, and nothing is left of the others', async () => {
    const body = { ...someone(), handle: 'only_one' }
    const replies = await Promise.all(Array.from({ length: 6 }, () => post('/v1/sign-up', body)))
    expect(replies.map(r => r.statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409])
    const others = await Promise.all(Array.from({ length: 4 }, () => post('/v1/sign-up', { ...someone(), handle: 'only_one' })))
    expect(others.map(r => r.json().error.code)).toEqual(Array(4).fill('handle_taken'))
    const { rows } = await house.db.pool.query(
      'select (select count(*) from accounts.people) as p, (select count(*) from auth."user") as u',
    )
    expect(rows[0].p).toBe(rows[0].u)
  })
  test('gives everybody of one name a handle of their own', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => post('/v1/sign-up', { ...someone(), name: 'Same Name' })))
    expect(replies.map(r => r.statusCode)).toEqual(Array(8).fill(201))
    expect(new Set(replies.map(r => r.json().handle)).size).toBe(8)
  })
  test.each([
    [{ email: 'nope' }, 'email_invalid'],
    [{ password: '1234567' }, 'password_too_short'],
    [{ password: 'x'.repeat(201) }, 'invalid_request'],
    [{ handle: 'no spaces' }, 'handle_invalid'],
    [{ handle: 'per_abcdef' }, 'handle_invalid'],
    [{ name: '   ' }, 'invalid_request'],
    [{ extra: 1 }, 'invalid_request'],
    [{ email: 7 }, 'invalid_request'],
  ])('refuses %o with %s', async (parts, code) => {
    expect((await post('/v1/sign-up', { ...someone(), ...parts })).json().error.code).toBe(code)
  })
})

describe('sign-in', () => {
  test('merges what the guest did, once, and tells nobody whether an address is known', async () => {
    const body = someone()
    const account = (await post('/v1/sign-up', body)).json().person
    const guest = await me({})
    const reply = await post(
      '/v1/sign-in',
      { email: ` ${body.email.toUpperCase()}`, password: body.password },
      withCookie(cookieOf(guest)),
    )
    expect(reply.json()).toMatchObject({ person: account, member: true, email: body.email })
    const merged = (await eventsOf(account)).filter(e => e.name === 'person.merged')
    expect(merged).toMatchObject([{ subject: { kind: 'person', id: account }, data: { from: guest.json().person } }])
    expect((await me(withCookie(cookieOf(guest)))).json().person).not.toBe(guest.json().person)
    const wrong = await post('/v1/sign-in', { email: body.email, password: 'wrong horse' })
    const unknown = await post('/v1/sign-in', { email: 'nobody@example.com', password: 'wrong horse' })
    expect([wrong.statusCode, wrong.json()]).toEqual([unknown.statusCode, unknown.json()])
    expect(wrong.json().error.code).toBe('wrong_credentials')
  })
  test('without a guest of before merges nothing', async () => {
    const body = someone()
    const account = (await post('/v1/sign-up', body)).json().person
    await post('/v1/sign-in', body.email ? { email: body.email, password: body.password } : {})
    expect((await eventsOf(account)).map(e => e.name)).toEqual(['person.registered'])
  })
  test('a Bearer token works until it is signed out, in a restarted server too', async () => {
    const body = someone()
    await post('/v1/sign-up', body)
    const { token } = (await post('/v1/tokens', { email: body.email, password: body.password })).json()
    const headers = { authorization: `Bearer ${token}` }
    expect((await me(headers)).json().member).toBe(true)
    await post('/v1/sign-out', {}, headers)
    expect((await me(headers)).json().error.code).toBe('sign_in_required')
    const restarted = createAccounts(house)
    const second = await appOf(house, restarted, [accountsRoutes(restarted)])
    expect((await me(headers, second)).statusCode).toBe(401)
    await second.close()
  })
  test('is asked without a statement once the person is in memory, and with one after a restart', async () => {
    const reply = await post('/v1/sign-up', someone())
    let asked = createAccounts(house)
    const callers: unknown[] = []
    const probe = await appOf(house, accounts, [])
    probe.get('/who', async (request, answer) => {
      callers.push(await asked.identify(request, answer, true))
      return {}
    })
    const who = () => probe.inject({ method: 'GET', url: '/who', headers: withCookie(cookieOf(reply)) })
    const restarted = async () => {
      asked = createAccounts(house)
      await asked.start()
      await who()
    }
    // One for the ended sessions, one for the person.
    expect(await statementsOf(house, restarted)).toBe(2)
    expect(await statementsOf(house, who)).toBe(0)
    expect(callers.at(-1)).toMatchObject({ person: reply.json().person, member: true })
    await probe.close()
  })
  test('a cookie is renewed after a day and ends a month after it was last seen', async () => {
    const reply = await post('/v1/sign-up', someone())
    house.clock.advance(days(2))
    const renewed = cookieOf(await me(withCookie(cookieOf(reply)))) as string
    expect(renewed).toBeDefined()
    house.clock.advance(days(29))
    expect((await me(withCookie(renewed))).json().member).toBe(true)
    expect((await me(withCookie(cookieOf(reply)))).json().member).toBe(false)
  })
})

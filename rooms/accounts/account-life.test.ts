import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type Accounts, accountsMigrations, accountsRoutes, createAccounts } from './index.ts'
import { sendResetLetter } from './reset-password.ts'
import { createRoom } from './room.ts'
import { appOf, memberOf, shopDraft, statementsOf } from './testing.ts'

let house: TestHouse
let accounts: Accounts
let app: Awaited<ReturnType<typeof appOf>>
beforeAll(async () => {
  house = await testHouse({ migrations: accountsMigrations })
  accounts = createAccounts(house, { ownsMedia: async () => true })
  app = await appOf(house, accounts, [accountsRoutes(accounts)])
  await house.jobs.start()
})
afterAll(async () => {
  await app.close()
  await house.close()
})
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const call = async (method: Method, url: string, payload?: object, token?: string) => {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const reply = await app.inject({ method, url, headers, ...(payload && { payload }) })
  return { status: reply.statusCode, body: reply.json() }
}
const tokenOf = async (m: { email: string; password: string }) =>
  (await call('POST', '/v1/tokens', { email: m.email, password: m.password })).body.token as string
const events = async () => {
  await house.log.flush()
  return house.log.read(0n, 10_000)
}

describe('password reset', () => {
  test('answers the same for any address, mails only the one that is known, and ends every session', async () => {
    const member = await memberOf(accounts)
    const token = await tokenOf(member)
    const known = await call('POST', '/v1/password-resets', { email: member.email })
    const unknown = await call('POST', '/v1/password-resets', { email: 'nobody@example.com' })
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    let letters = await house.mail.letters()
    for (let i = 0; i < 100 && letters.length === 0; i++) {
      await new Promise(resolve => setTimeout(resolve, 50))
      letters = await house.mail.letters()
    }
    expect(letters).toMatchObject([{ to: member.email, subject: 'Choose a new password' }])
    const link = /http\S+\/reset\/(\S+)/.exec(letters[0]?.text ?? '')?.[1] as string
    expect((await call('POST', `/v1/password-resets/${link}`, { password: 'short' })).body.error.code).toBe('password_too_short')
    expect((await call('POST', `/v1/password-resets/${link}`, { password: 'a new password' })).status).toBe(200)
    expect((await call('POST', `/v1/password-resets/${link}`, { password: 'another password' })).body.error.code).toBe(
      'reset_token_invalid',
    )
    expect((await call('GET', '/v1/me', undefined, token)).status).toBe(401)
    expect((await call('POST', '/v1/sign-in', { email: member.email, password: member.password })).body.error.code).toBe(
      'wrong_credentials',
    )
    const again = await tokenOf({ ...member, password: 'a new password' })
    expect((await call('GET', '/v1/me', undefined, again)).body.member).toBe(true)
  })
  test.each([
    ['en', 'Choose a new password'],
    ['ja', 'パスワードの再設定'],
    ['zh', '重设密码'],
  ] as const)('writes in the language of the member: %s', async (language, subject) => {
    const member = await memberOf(accounts)
    must(await accounts.actions.change(await accounts.callerFor(member.person), { language }))
    await sendResetLetter(createRoom(house, { ownsMedia: async () => false, isSuspended: async () => false }), {
      email: member.email,
      language: 'en',
    })
    expect((await house.mail.letters()).find(l => l.to === member.email)).toMatchObject({ subject })
  })
})

describe('leaving', () => {
  test('needs the password, forgets the person, ends sessions, and frees address and handle', async () => {
    const member = await memberOf(accounts, 'Leaver')
    const token = await tokenOf(member)
    must(await accounts.actions.change(await accounts.callerFor(member.person), { handle: 'the_leaver', about: 'secret hobby' }))
    expect((await call('DELETE', '/v1/me', { password: 'wrong horse' }, token)).body.error.code).toBe('wrong_credentials')
    expect((await call('DELETE', '/v1/me', { password: member.password }, token)).status).toBe(200)
    expect((await call('GET', '/v1/me', undefined, token)).status).toBe(401)
    expect((await call('GET', '/v1/people/the_leaver')).status).toBe(404)
    expect((await accounts.people([member.person])).size).toBe(0)
    expect(await accounts.contact(member.person)).toBeNull()
    const { rows } = await house.db.pool.query(
      `select to_jsonb(p)::text || coalesce((select string_agg(to_jsonb(u)::text, '') from auth."user" u where u.id = p.person), '') as kept from accounts.people p where person = $1`,
      [member.person],
    )
    for (const word of ['Leaver', 'leaver', 'hobby', member.email]) expect(rows[0].kept).not.toContain(word)
    const next = await call('POST', '/v1/sign-up', {
      email: member.email,
      password: 'correct horse',
      name: 'Next',
      handle: 'the_leaver',
    })
    expect([next.status, next.body.person === member.person]).toEqual([201, false])
    expect((await events()).filter(e => e.name === 'person.erased').map(e => e.person)).toEqual([member.person])
  })
  test('is refused while one owns a shop', async () => {
    const member = await memberOf(accounts)
    must(await accounts.actions.openShop(await accounts.callerFor(member.person), shopDraft('keeps-me')))
    expect(await accounts.actions.erase(await accounts.callerFor(member.person), member.password)).toMatchObject({
      code: 'wrong_state',
    })
  })
  test('the export holds the account and its sessions', async () => {
    const member = await memberOf(accounts)
    const token = await tokenOf(member)
    const { body } = await call('GET', '/v1/me/export', undefined, token)
    expect(body.account).toMatchObject({ person: member.person, email: member.email })
    expect(body.sessions.length).toBe(2)
  })
})

describe('the first operator', () => {
  test('comes in by a link that works once, also when it is opened twice at the same moment', async () => {
    const old = await accounts.setupLink()
    const link = (await accounts.setupLink()) as string
    const token = link.split('/').at(-1)
    const body = (n: number) => ({ email: `op${n}@example.com`, password: 'correct horse', name: 'Op' })
    expect((await call('POST', `/v1/setup/${old?.split('/').at(-1)}`, body(0))).body.error.code).toBe('setup_token_invalid')
    const both = await Promise.all([call('POST', `/v1/setup/${token}`, body(1)), call('POST', `/v1/setup/${token}`, body(2))])
    expect(both.map(b => b.status).sort()).toEqual([201, 403])
    const winner = both.find(b => b.status === 201)
    expect(winner?.body.operator).toBe(true)
    expect(await accounts.setupLink()).toBeNull()
    const loser = both[0]?.status === 201 ? 2 : 1
    expect((await call('POST', '/v1/sign-in', body(loser))).status).toBe(400)
    expect(
      (await call('POST', '/v1/tokens', { email: `op${loser}@example.com`, password: 'correct horse' })).body.error.code,
    ).toBe('wrong_credentials')
  })
  test('sees accounts in pages that meet everybody once, and nobody else does', async () => {
    const operator = await accounts.callerFor(
      await accounts.makeOperator({ email: 'boss@example.com', password: 'correct horse', name: 'Boss' }),
    )
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = must(await accounts.actions.accounts(operator, { limit: 3, cursor }))
      seen.push(...page.items.map(i => i.id))
      if (!page.next) break
      cursor = page.next
    }
    const { rows } = await house.db.pool.query('select person from accounts.people where erased is null')
    expect(seen.sort()).toEqual(rows.map(r => r.person).sort())
    const found = must(await accounts.actions.accounts(operator, { words: 'BOSS@' }))
    expect(found.items.map(i => i.email)).toEqual(['boss@example.com'])
    expect(must(await accounts.actions.accounts(operator, { words: '%' })).items).toEqual([])
    expect(await accounts.actions.accounts(operator, { cursor: 'nonsense' })).toMatchObject({ code: 'invalid_cursor' })
    expect(await accounts.actions.accounts(callerOf(), {})).toMatchObject({ code: 'forbidden' })
  })
})

describe('shops', () => {
  test('a member opens one with its legal facts and is its owner with the next request', async () => {
    const member = await memberOf(accounts)
    const token = await tokenOf(member)
    const opened = await call('POST', '/v1/shops', shopDraft('tea-house', { picture: newId('media', new Date()) }), token)
    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({
      slug: 'tea-house',
      shippingFee: '500',
      freeShippingFrom: '5000',
      owner: { id: member.person },
    })
    expect(opened.body.picture).toMatch(/^\/media\/med_\w+\/square\.webp$/)
    const mine = (await call('GET', '/v1/me', undefined, token)).body
    expect(mine.shops).toMatchObject([{ slug: 'tea-house', role: 'owner' }])
    expect((await call('GET', `/v1/shops/${opened.body.id}`)).body.seller.legalName).toBe('Chaya KK')
    const profile = await call('GET', `/v1/people/${mine.handle}`)
    expect(profile.body.shop).toMatchObject({ id: opened.body.id })
    expect((await events()).filter(e => e.name === 'shop.opened').at(-1)).toMatchObject({
      subject: { kind: 'shop', id: opened.body.id },
      data: { owner: member.person },
    })
    const unknown = () => accounts.shops([opened.body.id, opened.body.id, newId('shop', new Date())])
    expect(await statementsOf(house, unknown)).toBe(1)
    expect(await statementsOf(house, () => accounts.shops([opened.body.id]))).toBe(0)
  })
  test.each([
    [{ slug: 'Tea House' }, 'invalid_request'],
    [{ country: 'jp' }, 'invalid_request'],
    [{ currency: 'XXX' }, 'invalid_request'],
    [{ name: {} }, 'text_missing'],
    [{ shippingFee: '-5' }, 'price_invalid'],
    [{ deliveryDays: { from: 5, to: 2 } }, 'invalid_request'],
    [{ seller: { ...shopDraft('x').seller, address: ' ' } }, 'text_missing'],
  ])('refuses %o with %s', async (parts, code) => {
    const caller = await accounts.callerFor((await memberOf(accounts)).person)
    expect(await accounts.actions.openShop(caller, shopDraft('bad-shop', parts))).toMatchObject({ code })
  })
  test('of many who want one address at once, one gets it', async () => {
    const callers = await Promise.all([1, 2, 3].map(async () => accounts.callerFor((await memberOf(accounts)).person)))
    const results = await Promise.all(callers.map(c => accounts.actions.openShop(c, shopDraft('wanted'))))
    expect(results.map(r => (r.ok ? 'ok' : r.code)).sort()).toEqual(['ok', 'shop_slug_taken', 'shop_slug_taken'])
  })
  test('only its owner changes it and names staff; staff are staff at once', async () => {
    const owner = await accounts.callerFor((await memberOf(accounts)).person)
    const helper = await memberOf(accounts, 'Helper')
    const shop = must(await accounts.actions.openShop(owner, shopDraft('changing')))
    const asOwner = await accounts.callerFor(owner.person)
    const handle = (await accounts.people([helper.person])).get(helper.person)?.handle as string
    const staff = { handle, role: 'staff' } as const
    expect(await accounts.actions.addStaff(await accounts.callerFor(helper.person), 'changing', staff)).toMatchObject({
      code: 'forbidden',
    })
    must(await accounts.actions.addStaff(asOwner, 'changing', staff))
    must(await accounts.actions.addStaff(asOwner, shop.id, { ...staff, handle: `@${handle}` }))
    const asHelper = await accounts.callerFor(helper.person)
    expect(asHelper.shops).toEqual([{ shop: shop.id, role: 'staff' }])
    expect(await accounts.actions.changeShop(asHelper, 'changing', { returnDays: 7 })).toMatchObject({ code: 'forbidden' })
    expect(await accounts.actions.changeShop(asOwner, 'changing', { currency: 'EUR' })).toMatchObject({ code: 'invalid_request' })
    expect(
      must(await accounts.actions.changeShop(asOwner, 'changing', { returnDays: 7, freeShippingFrom: null, name: { ja: '新' } })),
    ).toMatchObject({
      returnDays: 7,
      freeShippingFrom: null,
      shippingFee: 500n,
      name: { ja: '新' },
    })
    expect((await accounts.shops([shop.id])).get(shop.id)?.name).toEqual({ ja: '新' })
    expect(await accounts.actions.changeShop(asOwner, 'no-such-shop', {})).toMatchObject({ code: 'forbidden' })
    expect(await accounts.actions.addStaff(asOwner, 'changing', { ...staff, handle: 'nobody_at_all' })).toMatchObject({
      code: 'not_found',
    })
  })
})

test('a change of profile is seen by everybody at once, and taken handles are refused', async () => {
  const a = await memberOf(accounts)
  const b = await memberOf(accounts)
  await accounts.people([a.person, b.person])
  must(
    await accounts.actions.change(await accounts.callerFor(a.person), { name: 'New name', handle: 'Taken_One', creator: true }),
  )
  expect((await accounts.people([a.person])).get(a.person)).toMatchObject({
    name: 'New name',
    handle: 'taken_one',
    creator: true,
  })
  expect(await accounts.actions.change(await accounts.callerFor(b.person), { handle: 'taken_one' })).toMatchObject({
    code: 'handle_taken',
  })
  expect(await accounts.peopleByHandles(['taken_one', 'nobody_x'])).toEqual(new Map([['taken_one', a.person]]))
  expect(await statementsOf(house, () => accounts.people([a.person, b.person]))).toBe(0)
})

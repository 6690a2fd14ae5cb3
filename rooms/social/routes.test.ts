import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, newId } from '#base/kernel'
import { type Accounts, accountsMigrations, accountsRoutes, accountsWire, createAccounts } from '#rooms/accounts'
import { createModeration, moderationMigrations, moderationRoutes, moderationWire } from '#rooms/moderation'
import { type TestHouse, testHouse } from '#testing/house'
import { appOf, memberOf, shopDraft } from '../accounts/testing.ts'
import { createSocial, socialMigrations, socialRoutes, socialWire } from './index.ts'
import { tellers } from './testing.ts'

let house: TestHouse
let accounts: Accounts
let app: FastifyInstance
let token: string
beforeAll(async () => {
  house = await testHouse({ migrations: [...accountsMigrations, ...moderationMigrations, ...socialMigrations] })
  accounts = createAccounts(house)
  const moderation = createModeration(house, { accounts })
  const social = createSocial(house, { accounts, moderation })
  await moderation.start()
  await social.start()
  app = await appOf(house, accounts, [accountsRoutes(accounts), moderationRoutes(moderation), socialRoutes(social)])
  const operator = await accounts.makeOperator({ email: 'op@example.com', password: 'correct horse', name: 'Op' })
  const reply = await app.inject({
    method: 'POST',
    url: '/v1/tokens',
    payload: { email: 'op@example.com', password: 'correct horse' },
  })
  token = reply.json().token
  // The lists of a shop are for those who work there, the rest of what is asked here is the operators'.
  idIn.shop = must(await accounts.actions.openShop(await accounts.callerFor(operator), shopDraft('tea-house'))).id
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const tables = { ...accountsWire, ...moderationWire, ...socialWire }
const now = new Date()
const idIn: Record<string, string> = {
  posts: newId('post', now),
  products: newId('product', now),
  people: newId('person', now),
  comments: newId('comment', now),
  shares: newId('share', now),
  me: newId('collection', now),
}
const fill = (path: string, id: (kind: string) => string) =>
  path.replace(/\{(\w+)\}/g, (_m, name: string) => id(name === 'id' ? (path.split('/')[2] as string) : name))
const call = (key: string, path: string, payload?: unknown) =>
  app.inject({
    method: key.split(' ')[0] as 'GET',
    url: path,
    headers: { authorization: `Bearer ${token}` },
    ...(payload !== undefined && { payload: payload as object }),
  })

describe('every route of accounts, moderation and social', () => {
  test.each(
    Object.entries(tables)
      .filter(([, r]) => 'body' in r)
      .map(([key]) => key),
  )('%s refuses unknown fields and wrong types', async key => {
    const path = fill(key.split(' ')[1] as string, k => idIn[k] ?? 'abcdefghij')
    for (const body of [
      { nonsense: 1 },
      [],
      { text: 7, about: 7, email: 7, name: 7, subject: 7, source: 7, slug: 7, handle: 7, password: 7 },
    ]) {
      const reply = await call(key, path, body)
      expect([reply.statusCode, reply.json().error.code], JSON.stringify(body)).toEqual([400, 'invalid_request'])
    }
  })
  test.each(
    Object.entries(socialWire)
      .filter(([key]) => key.includes('{id}'))
      .map(([key]) => key),
  )('%s refuses ids of another kind, and unknown ids, with a stable code', async key => {
    const path = key.split(' ')[1] as string
    const body =
      'body' in socialWire[key as keyof typeof socialWire] ? (key.includes('comments') ? { text: 'x' } : {}) : undefined
    const wrong = await call(
      key,
      fill(path, () => newId('order', now)),
      body,
    )
    expect([wrong.statusCode, wrong.json().error.code]).toEqual([400, 'invalid_request'])
    const unknown = await call(
      key,
      fill(path, k => idIn[k] as string),
      body,
    )
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'not_found'])
  })
  test.each(
    Object.entries(tables)
      .filter(([key, r]) => key.startsWith('GET') && 'query' in r)
      .map(([key]) => key),
  )('%s refuses a bad cursor and a wrong limit', async key => {
    const post = await tellers(house).post((await memberOf(accounts)).person)
    const path = fill(key.split(' ')[1] as string, k => (k === 'posts' ? post : k === 'slug' ? 'tea-house' : (idIn[k] as string)))
    expect((await call(key, `${path}?cursor=!!`)).json().error.code).toBe('invalid_cursor')
    expect((await call(key, `${path}?limit=0`)).json().error.code).toBe('invalid_request')
    expect((await call(key, `${path}?limit=many`)).json().error.code).toBe('invalid_request')
    expect((await call(key, path)).statusCode).toBe(200)
  })
  test('a like, a comment and a report go through HTTP as the table says', async () => {
    const author = await memberOf(accounts)
    const post = await tellers(house).post(author.person)
    expect((await call('PUT', `/v1/posts/${post}/like`, { source: { slot: 1 } })).json()).toEqual({ on: true, count: 1 })
    const written = await call('POST', `/v1/posts/${post}/comments`, { text: 'Nice' })
    expect([written.statusCode, written.json().author.name]).toEqual([201, 'Op'])
    expect((await call('GET', `/v1/posts/${post}/comments`)).json().items).toMatchObject([{ text: 'Nice', mine: true }])
    await expect
      .poll(async () => (await call('POST', '/v1/reports', { subject: { kind: 'post', id: post }, reason: 'spam' })).statusCode)
      .toBe(201)
    const again = await call('POST', '/v1/reports', { subject: { kind: 'post', id: post }, reason: 'hate' })
    expect([again.statusCode, again.json().error.code]).toEqual([409, 'already_reported'])
    const decided = await call('POST', '/v1/moderation/decisions', {
      subject: { kind: 'post', id: post },
      action: 'remove',
      reason: 'spam',
      explanation: 'An advertisement',
    })
    expect([decided.statusCode, decided.json().action]).toEqual([201, 'remove'])
    expect((await call('GET', `/v1/moderation/statements/post/${post}`)).json().decision.explanation).toBe('An advertisement')
  })
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { NewEvent } from '#base/catalogue'
import { days, type Id, must, newId } from '#base/kernel'
import { accountsMigrations, createAccounts } from '#rooms/accounts'
import { callerOf, guest, operator, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createModeration, type Moderation, moderationMigrations } from './index.ts'

/** What the person concerned can say against a removal, and who answers. */
let house: TestHouse
let moderation: Moderation
let operators = 2
const [boss, other] = [operator(), operator()]
beforeAll(async () => {
  house = await testHouse({ migrations: [...accountsMigrations, ...moderationMigrations] })
  const accounts = createAccounts(house)
  moderation = createModeration(house, { accounts: { may: accounts.may, operators: async () => operators, note: accounts.note } })
  await moderation.start()
})
afterAll(() => house.close())
beforeEach(() => {
  operators = 2
})

type Post = { kind: 'post'; id: string }
async function somePost(author: Id<'person'>, shop: Id<'shop'> | null = null): Promise<Post> {
  const at = house.clock.now()
  const subject = { kind: 'post' as const, id: newId('post', at) as string }
  const event: NewEvent<'post.published'> = {
    name: 'post.published',
    at,
    person: author,
    subject,
    data: {
      author,
      shop,
      format: 'video',
      durationMs: 1,
      tags: [],
      products: [],
      language: 'en',
      disclosure: 'none',
      grownFrom: null,
    },
  }
  await house.db.transaction(trx => house.log.append(trx, [event]))
  await house.log.flush()
  await expect
    .poll(async () => (await house.db.pool.query('select 1 from moderation.owners where id = $1', [subject.id])).rowCount)
    .toBe(1)
  return subject
}
async function removed(author = callerOf(), shop: Id<'shop'> | null = null): Promise<Post> {
  const subject = await somePost(author.person, shop)
  must(await moderation.decide(boss, { subject, action: 'remove', reason: 'spam', explanation: 'It is an advertisement' }))
  return subject
}
const appeal = (caller: ReturnType<typeof callerOf>, subject: Post, text = 'It is my own cup') =>
  moderation.appeal(caller, { subject, text })
const answer = (
  caller: ReturnType<typeof callerOf>,
  id: string,
  outcome: 'upheld' | 'reversed',
  explanation = 'Looked at again',
) => moderation.answer(caller, id, { outcome, explanation })
const waiting = async () => must(await moderation.appeals(other, { limit: 100 })).items
const idOf = async (author: ReturnType<typeof callerOf>, subject: Post) => must(await appeal(author, subject)).made?.id as string

test('the person concerned, and staff of the shop, read the decision with its reason and until when they can appeal; nobody else', async () => {
  const [author, shop] = [callerOf(), newId('shop', house.clock.now())]
  const subject = await removed(author, shop)
  const until = new Date(house.clock.now().getTime() + days(183)).toISOString()
  const decision = { subject, action: 'remove', reason: 'spam', explanation: 'It is an advertisement', by: boss.person }
  for (const caller of [author, staffOf(shop)]) {
    expect(must(await moderation.mine(caller, {})).items).toMatchObject([
      { decision, appeal: { until, made: null }, holds: true },
    ])
    expect(must(await moderation.statement(caller, subject))).toMatchObject({ decision, appeal: { until, made: null } })
  }
  for (const caller of [guest(), callerOf()]) {
    expect(must(await moderation.mine(caller, {})).items).toEqual([])
    expect(await appeal(caller, subject)).toMatchObject({ ok: false, code: 'not_found' })
  }
})

test('an appeal is made once, with words, within the time, and only against what is removed', async () => {
  const author = callerOf()
  const shown = await somePost(author.person)
  expect(await appeal(author, shown)).toMatchObject({ code: 'wrong_state' })
  const subject = await removed(author)
  expect(await appeal(author, subject, '  ')).toMatchObject({ code: 'reason_required' })
  const at = [...Array(3)].map(() => appeal(author, subject))
  expect((await Promise.all(at)).map(r => (r.ok ? 'ok' : r.code)).sort()).toEqual(['already_appealed', 'already_appealed', 'ok'])
  const late = await removed(author)
  house.clock.advance(days(183) + 1)
  expect(await appeal(author, late)).toMatchObject({ code: 'appeal_late' })
})

test('appeals wait the oldest first, in pages that meet each once, for operators alone', async () => {
  const ids: string[] = []
  for (let i = 0; i < 5; i++) {
    const author = callerOf()
    ids.push(await idOf(author, await removed(author)))
    house.clock.advance(1000)
  }
  const seen: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = must(await moderation.appeals(other, { limit: 2, cursor }))
    seen.push(...page.items.map(i => i.appeal.made?.id as string))
    if (!page.next) break
    cursor = page.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter(id => ids.includes(id))).toEqual(ids)
  expect(must(await moderation.waiting(other)).appeals).toBe(seen.length)
  expect(await moderation.appeals(other, { cursor: 'x' })).toMatchObject({ code: 'invalid_cursor' })
  for (const caller of [guest(), callerOf()]) {
    const code = caller.member ? 'forbidden' : 'sign_in_required'
    expect(await moderation.appeals(caller, {})).toMatchObject({ code })
    expect(await moderation.waiting(caller)).toMatchObject({ code })
    expect(await answer(caller, ids[0] as string, 'reversed')).toMatchObject({ code })
  }
})

test('who made the decision may not answer while there is another operator; the only one may, and is told so', async () => {
  const author = callerOf()
  const id = await idOf(author, await removed(author))
  expect(await answer(boss, id, 'upheld')).toMatchObject({ ok: false, code: 'own_decision' })
  const own = (page: Awaited<ReturnType<typeof waiting>>) => page.find(i => i.appeal.made?.id === id)
  expect(own(must(await moderation.appeals(boss, { limit: 100 })).items)).toMatchObject({ own: true, mayAnswer: false })
  expect(own(await waiting())).toMatchObject({ own: false, mayAnswer: true })
  operators = 1
  const alone = must(await moderation.appeals(boss, { limit: 100 }))
  expect([alone.operators, own(alone.items)]).toMatchObject([1, { own: true, mayAnswer: true }])
  must(await answer(boss, id, 'upheld'))
})

test('an answer needs words, is given once, and upholding leaves the subject removed', async () => {
  const author = callerOf()
  const subject = await removed(author)
  const id = await idOf(author, subject)
  expect(await answer(other, id, 'upheld', ' ')).toMatchObject({ code: 'reason_required' })
  expect(await answer(other, newId('appeal', house.clock.now()), 'upheld')).toMatchObject({ code: 'not_found' })
  const both = await Promise.all([answer(other, id, 'upheld'), answer(other, id, 'upheld')])
  expect(both.map(r => (r.ok ? 'ok' : r.code)).sort()).toEqual(['already_decided', 'ok'])
  expect(await answer(other, id, 'reversed')).toMatchObject({ code: 'already_decided' })
  expect((await moderation.hidden([subject])).size).toBe(1)
  expect(must(await moderation.mine(author, {})).items[0]).toMatchObject({
    holds: true,
    appeal: { made: { outcome: 'upheld', explanation: 'Looked at again' } },
  })
})

test('a reversal restores the subject, by a decision and an event like any other, and the person concerned reads it', async () => {
  const author = callerOf()
  const subject = await removed(author)
  const id = await idOf(author, subject)
  house.clock.advance(1000)
  must(await answer(other, id, 'reversed', 'It was no advertisement'))
  expect((await moderation.hidden([subject])).size).toBe(0)
  expect(must(await moderation.decisions(boss, { kind: 'post', id: subject.id })).items.map(d => [d.action, d.by])).toEqual([
    ['restore', other.person],
    ['remove', boss.person],
  ])
  await house.log.flush()
  const events = (await house.log.read(0n, 10_000)).filter(e => e.subject.id === subject.id && e.name.startsWith('subject.'))
  expect(events.map(e => e.name)).toEqual(['subject.removed', 'subject.restored'])
  expect(must(await moderation.mine(author, {})).items.map(i => [i.decision.action, i.holds, i.appeal?.made?.outcome])).toEqual([
    ['restore', false, undefined],
    ['remove', false, 'reversed'],
  ])
  expect(must(await moderation.appeals(boss, { state: 'answered', limit: 1 })).items[0]?.appeal.made?.id).toBe(id)
})

test('a suspension that an appeal reverses ends with a line in the audit, as a restoring by hand does; a reversed post leaves none', async () => {
  const author = callerOf()
  const { person } = author
  const subject = { kind: 'person' as const, id: person }
  const lines = async () =>
    (await house.db.pool.query('select person, action, detail from accounts.audit where about = $1 order by seq', [person])).rows
  const event: NewEvent<'person.registered'> = {
    name: 'person.registered',
    at: house.clock.now(),
    person,
    subject,
    data: { creator: false },
  }
  await house.db.transaction(trx => house.log.append(trx, [event]))
  await house.log.flush()
  const owned = 'select 1 from moderation.owners where id = $1'
  await expect.poll(async () => (await house.db.pool.query(owned, [person])).rowCount).toBe(1)
  const suspended = { person: boss.person, action: 'account.suspended', detail: { reason: 'spam' } }
  const suspend = () => moderation.decide(boss, { subject, action: 'remove', reason: 'spam', explanation: 'Many complaints' })
  const appealed = async () => must(await moderation.appeal(author, { subject, text: 'It was not me' })).made?.id as string
  must(await suspend())
  const first = await appealed()
  must(await answer(other, first, 'upheld'))
  expect(await lines()).toEqual([suspended])
  must(await moderation.decide(boss, { subject, action: 'restore', reason: 'spam', explanation: 'Enough' }))
  must(await suspend())
  const second = await appealed()
  must(await answer(other, second, 'reversed'))
  expect(await lines()).toEqual([
    suspended,
    { person: boss.person, action: 'account.restored', detail: { reason: 'spam' } },
    suspended,
    { person: other.person, action: 'account.restored', detail: { reason: 'spam', appeal: second } },
  ])
  const post = await removed(author)
  must(await answer(other, await idOf(author, post), 'reversed'))
  expect((await house.db.pool.query('select 1 from accounts.audit where about = $1', [post.id])).rowCount).toBe(0)
})

test('an appeal against what was restored meanwhile waits no longer and can not be answered', async () => {
  const author = callerOf()
  const subject = await removed(author)
  const id = await idOf(author, subject)
  must(await moderation.decide(boss, { subject, action: 'restore', reason: 'spam', explanation: 'A mistake' }))
  expect((await waiting()).map(i => i.appeal.made?.id)).not.toContain(id)
  expect(await answer(other, id, 'reversed')).toMatchObject({ code: 'wrong_state' })
})

test('a removal after a reversal is a new decision, which can be appealed again', async () => {
  const author = callerOf()
  const subject = await removed(author)
  must(await answer(other, await idOf(author, subject), 'reversed'))
  must(await moderation.decide(boss, { subject, action: 'remove', reason: 'unsafe', explanation: 'It can break' }))
  expect(must(await appeal(author, subject)).made).not.toBeNull()
})

test('what somebody wrote is forgotten with them, and a guest who signs in keeps their appeals', async () => {
  const author = callerOf()
  const subject = await removed(author)
  const id = await idOf(author, subject)
  const row = async () => (await house.db.pool.query('select person, text from moderation.appeals where id = $1', [id])).rows[0]
  const [at, account] = [house.clock.now(), newId('person', house.clock.now())]
  const tell = (event: NewEvent) => house.db.transaction(trx => house.log.append(trx, [event]))
  await tell({
    name: 'person.merged',
    at,
    person: account,
    subject: { kind: 'person', id: account },
    data: { from: author.person },
  } as NewEvent)
  await house.log.flush()
  await expect.poll(row).toEqual({ person: account, text: 'It is my own cup' })
  await tell({ name: 'person.erased', at, person: account, subject: { kind: 'person', id: account }, data: {} } as NewEvent)
  await house.log.flush()
  await expect.poll(row).toEqual({ person: null, text: '' })
})

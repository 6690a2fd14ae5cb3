import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventName, NewEvent } from '#base/catalogue'
import { days, type Id, newId } from '#base/kernel'
import { callerOf, guest } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { askForReviews, tellFirstHours } from './due.ts'
import { type Notices, noticesMigrations } from './index.ts'
import { learn } from './learn.ts'
import type { Room } from './room.ts'
import { noticesOn, type World } from './testing.ts'

let house: TestHouse
let notices: Notices
let room: Room
let world: World
beforeAll(async () => {
  house = await testHouse({ migrations: noticesMigrations })
  ;({ notices, room, world } = noticesOn(house))
  await notices.start()
  await house.jobs.start()
})
afterAll(() => house.close())

const person = () => newId('person', house.clock.now())
const post = () => newId('post', house.clock.now())
const money = { minor: '1200', currency: 'JPY' }
function event(name: EventName, who: string | null, kind: string, id: string, data: object = {}): NewEvent {
  // No two at one time, so that their order is told.
  house.clock.advance(1)
  return { name, at: house.clock.now(), person: who, subject: { kind, id }, data } as unknown as NewEvent
}
async function happened(...events: NewEvent[]): Promise<void> {
  await house.log.append(house.db.tables(), events)
  const at = await house.log.flush()
  // The handler is the subscription's; what it has learned is asked for here until it is there.
  for (let i = 0; i < 200; i++) {
    const { rows } = await house.db.pool.query('select position from events.cursor where name = $1', ['notices.inbox'])
    if (BigInt(rows[0]?.position ?? 0) >= at) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('the inbox did not learn in five seconds')
}
const inboxOf = async (who: Id<'person'>) => {
  const page = await notices.inbox(callerOf({ person: who }), { limit: 100 })
  if (!page.ok) throw new Error(page.code)
  return page.value.items.map(n => `${n.kind} ${n.step} ${n.person?.name ?? ''}`.trim().replace('  ', ' '))
}
const line = (source: string | null = null) => ({
  line: newId('line', house.clock.now()),
  product: newId('product', house.clock.now()),
  variant: newId('variant', house.clock.now()),
  quantity: 1,
  total: money,
  source: source && { post: source },
})
const shop = newId('shop', new Date())

test('every step of an order and its refund is in the buyer’s inbox, newest first, a guest’s as well', async () => {
  const buyer = person()
  const order = newId('order', house.clock.now())
  for (const step of ['paid', 'packed', 'shipped', 'delivered'] as const) {
    house.clock.advance(1000)
    await happened(event(`order.${step}`, buyer, 'order', order, { shop, total: money, lines: [line()] }))
  }
  house.clock.advance(1000)
  await happened(event('order.refunded', buyer, 'order', order, { shop, amount: money, full: false }))
  expect(await inboxOf(buyer)).toEqual(['refund', 'order delivered', 'order shipped', 'order packed', 'order paid'])
  const page = await notices.inbox(guest(), {})
  expect(page.ok && page.value.items).toEqual([])
})

test('who is answered and whose post it is hear of a comment once each; nobody hears of their own', async () => {
  const [author, first, second] = [person(), person(), person()]
  world.members.set(second, { name: 'Ben', email: 'ben@example.org', language: 'en' })
  const film = post()
  const comment = newId('comment', house.clock.now())
  await happened(
    event('post.published', author, 'post', film, { author, products: [] }),
    event('comment.written', first, 'comment', comment, { post: film, question: false, parent: null }),
    event('comment.written', second, 'comment', newId('comment', new Date()), { post: film, question: false, parent: comment }),
    event('comment.written', author, 'comment', newId('comment', new Date()), { post: film, question: false, parent: null }),
  )
  expect(await inboxOf(author)).toEqual(['reply post Ben', 'reply post', 'post live'])
  expect(await inboxOf(first)).toEqual(['reply comment Ben'])
  expect(await inboxOf(second)).toEqual([])
})

test('a comment that is taken away takes its notice with it, and so does who is blocked', async () => {
  const [author, troll] = [person(), person()]
  const film = post()
  const comment = newId('comment', house.clock.now())
  await happened(
    event('post.published', author, 'post', film, { author, products: [] }),
    event('comment.written', troll, 'comment', comment, { post: film, question: false }),
    event('person.followed', troll, 'person', author),
  )
  expect(await inboxOf(author)).toEqual(['follower', 'reply post', 'post live'])
  await happened(event('subject.removed', null, 'comment', comment, { reason: 'spam' }))
  expect(await inboxOf(author)).toEqual(['follower', 'post live'])
  await happened(event('person.blocked', author, 'person', troll), event('person.followed', troll, 'person', author))
  expect(await inboxOf(author)).toEqual(['post live'])
})

test('the answer of a shop to a review leads to the product', async () => {
  const [buyer, merchant] = [person(), person()]
  const review = newId('review', house.clock.now())
  const product = newId('product', house.clock.now())
  await happened(
    event('review.written', buyer, 'review', review, { product, order: 'ord_1', line: 'lin_1', stars: 4, media: false }),
    event('review.replied', merchant, 'review', review),
  )
  const page = await notices.inbox(callerOf({ person: buyer }), {})
  expect(page.ok && page.value.items).toMatchObject([
    { kind: 'reply', step: 'review', subject: { kind: 'product', id: product } },
  ])
})

test('an author hears what a post had in its first hour, counted by the time of the events, and of milestones of people it helped', async () => {
  const [author, a, b] = [person(), person(), person()]
  const film = post()
  await happened(event('post.published', author, 'post', film, { author, products: [] }))
  await happened(
    event('post.impression', a, 'post', film, { ms: 2000 }),
    event('post.impression', b, 'post', film, { ms: 2000 }),
    event('post.impression', author, 'post', film, { ms: 2000 }),
    event('post.liked', b, 'post', film),
  )
  house.clock.advance(3_600_000)
  await happened(event('post.impression', person(), 'post', film, { ms: 2000 }))
  await tellFirstHours(room)
  await tellFirstHours(room)
  for (const buyer of [a, a, b])
    await happened(
      event('order.paid', buyer, 'order', newId('order', house.clock.now()), { shop, total: money, lines: [line(film)] }),
    )
  const page = await notices.inbox(callerOf({ person: author }), {})
  expect(page.ok && page.value.items.map(n => [n.step, n.views, n.likes, n.people])).toEqual(
    expect.arrayContaining([
      ['helped', 0, 0, 1],
      ['first_hour', 2, 1, 0],
      ['live', 0, 0, 0],
    ]),
  )
  expect(page.ok && page.value.items).toHaveLength(3)
})

test('a review is asked for once an order, when the thing was used, and never of what is reviewed or paid back', async () => {
  const buyer = person()
  const lines = [line(), line(), line()]
  const orders = lines.map(() => newId('order', house.clock.now()))
  for (const [i, order] of orders.entries())
    await happened(event('order.delivered', buyer, 'order', order, { shop, lines: [lines[i], ...(i === 0 ? [line()] : [])] }))
  await happened(
    event('review.written', buyer, 'review', newId('review', new Date()), { product: 'prd_1', line: lines[1]?.line, stars: 5 }),
    event('order.refunded', buyer, 'order', orders[2] as string, { shop, amount: money, full: true }),
  )
  await askForReviews(room)
  expect((await inboxOf(buyer)).filter(n => n === 'review_ask')).toEqual([])
  house.clock.advance(days(3))
  await askForReviews(room)
  house.clock.advance(days(3))
  await askForReviews(room)
  const page = await notices.inbox(callerOf({ person: buyer }), {})
  expect(page.ok && page.value.items.filter(n => n.kind === 'review_ask').map(n => n.subject.id)).toEqual([orders[0]])
})

test('a log that is learned again changes no inbox and no count', async () => {
  await house.log.flush()
  const events = await house.log.read(0n, 10_000)
  const dump = async () =>
    (await house.db.pool.query('select person, kind, ref, shown, read_at from notices.items order by person, kind, ref')).rows
  const before = await dump()
  expect(before.length).toBeGreaterThan(10)
  await house.db.transaction<unknown, void>(trx => learn(room, trx, events))
  const again = await dump()
  // A removed comment and a blocked person come and go again in the order of the log.
  expect(again).toEqual(before)
})

test('notices are read one by one or all that came until a time; a page ends where the next begins', async () => {
  const me = person()
  for (let i = 0; i < 5; i++) {
    house.clock.advance(1000)
    await happened(event('person.followed', person(), 'person', me))
  }
  const caller = callerOf({ person: me })
  const first = await notices.inbox(caller, { limit: 2 })
  if (!first.ok) throw new Error(first.code)
  expect([first.value.unread, first.value.items.length]).toEqual([5, 2])
  const rest = await notices.inbox(caller, { limit: 3, cursor: first.value.next as string })
  if (!rest.ok) throw new Error(rest.code)
  const ids = [...first.value.items, ...rest.value.items].map(n => n.id)
  expect(new Set(ids).size).toBe(5)
  expect(rest.value.next).toBe(null)
  expect(await notices.read(caller, { id: ids[4] as string })).toMatchObject({ value: { unread: 4 } })
  expect(await notices.read(callerOf(), { id: ids[0] as string })).toMatchObject({ ok: false, code: 'not_found' })
  expect(await notices.read(caller, { until: new Date(first.value.items[1]?.at as string) })).toMatchObject({
    value: { unread: 1 },
  })
  expect(await notices.inbox(caller, { cursor: 'x' })).toMatchObject({ ok: false, code: 'invalid_cursor' })
})

test('a kind that is turned off does not come; one that goes by mail alone is not in the inbox; order mails can’t be turned off', async () => {
  const me = person()
  const caller = callerOf({ person: me })
  world.members.set(me, { name: 'Aya', email: 'aya@example.org', language: 'ja' })
  await notices.set(caller, 'follower', { app: false, mail: true })
  await notices.set(caller, 'post', { app: false, mail: false })
  const kinds = await notices.set(caller, 'order', { app: true, mail: false })
  expect(kinds.find(k => k.kind === 'order')).toMatchObject({ app: true, mail: true, mailFixed: true })
  await happened(
    event('person.followed', person(), 'person', me),
    event('post.published', me, 'post', post(), { author: me, products: [] }),
  )
  expect(await inboxOf(me)).toEqual([])
  for (let i = 0; i < 100 && !(await house.mail.letters()).some(l => l.to === 'aya@example.org'); i++)
    await new Promise(resolve => setTimeout(resolve, 100))
  const letters = (await house.mail.letters()).filter(l => l.to === 'aya@example.org')
  expect(letters).toMatchObject([{ subject: 'どなたかさんにフォローされました。' }])
  expect(letters[0]?.text).toContain('/me/notices/settings')
})

test('a guest’s notices, settings and blocks are the account’s after signing in, each once; an erased person leaves nothing', async () => {
  const [guestId, account, fan, both] = [person(), person(), person(), person()]
  await happened(
    event('person.followed', fan, 'person', guestId),
    event('person.followed', both, 'person', guestId),
    event('person.followed', both, 'person', account),
  )
  await notices.set(callerOf({ person: guestId }), 'reply', { app: false, mail: false })
  await happened(event('person.merged', account, 'person', account, { from: guestId }))
  expect(await inboxOf(account)).toEqual(['follower', 'follower'])
  expect(await inboxOf(guestId)).toEqual([])
  expect((await notices.settings(callerOf({ person: account }))).find(k => k.kind === 'reply')).toMatchObject({ app: false })
  await happened(event('person.erased', fan, 'person', fan))
  expect(await inboxOf(account)).toEqual(['follower'])
  await happened(event('person.erased', account, 'person', account))
  const { rows } = await house.db.pool.query('select 1 from notices.items where person = $1 or actor = $1', [account])
  expect(rows).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewEvent } from '#base/catalogue'
import { days, type Id, newId, ok, refuse } from '#base/kernel'
import { callerOf, operator, staffOf } from '#testing/callers'
import { heard } from '#testing/eventually'
import { type TestHouse, testHouse } from '#testing/house'
import { createReviews, type Reviews, reviewsMigrations } from './index.ts'

let house: TestHouse
let reviews: Reviews
const shop = newId('shop', new Date(1))
const product = newId('product', new Date(1))
const buyer = callerOf()
const media = new Map<string, string>()

const doors = {
  accounts: {
    may: (caller: ReturnType<typeof callerOf>, _p: string, about?: { shop?: string }) =>
      caller.operator || caller.shops.some(s => s.shop === about?.shop) ? ok(true as const) : refuse('forbidden', 'no'),
    people: async () => new Map(),
  },
  media: {
    pictures: async () => new Map(),
    videos: async () => new Map(),
    state: async (ids: string[]) =>
      new Map(ids.flatMap(id => (media.has(id) ? [[id, { owner: media.get(id), kind: 'picture', state: 'ready' }]] : []))),
  },
  catalog: {
    variants: async () => new Map(),
    products: async (ids: string[]) => new Map(ids.map(id => [id, { category: 'tea' }])),
  },
} as unknown as Parameters<typeof createReviews>[1]

/** An order of one line, as far in its life as `until`. */
async function order(until: 'paid' | 'delivered', person = buyer.person): Promise<{ order: Id<'order'>; line: Id<'line'> }> {
  house.clock.advance(1000)
  const ids = { order: newId('order', house.clock.now()), line: newId('line', house.clock.now()) }
  const paid: NewEvent<'order.paid'> = {
    name: 'order.paid',
    at: house.clock.now(),
    person,
    subject: { kind: 'order', id: ids.order },
    data: {
      shop,
      total: { minor: '100', currency: 'JPY' },
      lines: [
        {
          line: ids.line,
          product,
          variant: newId('variant', new Date(1)),
          quantity: 1,
          total: { minor: '100', currency: 'JPY' },
          source: null,
        },
      ],
    },
  }
  const delivered: NewEvent<'order.delivered'> = {
    name: 'order.delivered',
    at: house.clock.now(),
    person,
    subject: { kind: 'order', id: ids.order },
    data: { shop, lines: [{ line: ids.line, product }] },
  }
  await say(until === 'delivered' ? [paid, delivered] : [paid])
  return ids
}
async function say(events: NewEvent[]): Promise<void> {
  await house.log.append(house.db.tables(), events)
  await heard(house.log)
}
const draft = (line: string, stars = 5) => ({ line, stars, text: 'Keeps its warmth.' })

beforeAll(async () => {
  house = await testHouse({ migrations: reviewsMigrations })
  reviews = createReviews(house, doors)
  await reviews.start()
})
afterAll(() => house.close())

test('only the buyer of a delivered line may review it, and once', async () => {
  const paid = await order('paid')
  expect(await reviews.write(buyer, draft(paid.line))).toMatchObject({ ok: false, code: 'not_delivered' })
  const { line } = await order('delivered')
  expect(await reviews.write(callerOf(), draft(line))).toMatchObject({ ok: false, code: 'not_found' })
  const both = await Promise.all([reviews.write(buyer, draft(line)), reviews.write(buyer, draft(line, 1))])
  expect(both.map(r => (r.ok ? 'written' : r.code)).sort()).toEqual(['already_reviewed', 'written'])
  await house.log.flush()
  const written = (await house.log.read(0n, 10_000)).filter(e => e.name === 'review.written' && e.data.line === line)
  expect(written).toHaveLength(1)
})
test('pictures of somebody else cannot be used', async () => {
  const { line } = await order('delivered')
  const foreign = newId('media', new Date())
  media.set(foreign, newId('person', new Date()))
  expect(await reviews.write(buyer, { ...draft(line), pictures: [foreign] })).toMatchObject({ ok: false, code: 'not_found' })
})
test('the distribution adds up, and what moderation removes keeps its place without words or stars', async () => {
  const before = await reviews.rating(product)
  const ids: string[] = []
  for (const stars of [1, 3, 5]) {
    const written = await reviews.write(buyer, draft((await order('delivered')).line, stars))
    if (written.ok) ids.push(written.value.id)
  }
  const after = await reviews.rating(product)
  expect(after.count).toBe(before.count + 3)
  expect(after.stars.reduce((a, b) => a + b, 0)).toBe(after.count)
  await say([
    {
      name: 'subject.removed',
      at: house.clock.now(),
      person: null,
      subject: { kind: 'review', id: ids[0] as string },
      data: { reason: 'spam' },
    },
  ])
  expect((await reviews.rating(product)).count).toBe(after.count - 1)
  const listed = await reviews.list(buyer, product, { limit: 100 })
  expect(listed.ok && listed.value.items.find(r => r.id === ids[0])).toMatchObject({ removed: true, text: '' })
  // Whoever decides about it still reads it; nobody else can ask for it.
  expect(await reviews.one(operator(), ids[0] as Id<'review'>)).toMatchObject({
    ok: true,
    value: { removed: true, text: 'Keeps its warmth.' },
  })
  expect(await reviews.one(buyer, ids[0] as Id<'review'>)).toMatchObject({ code: 'forbidden' })
})
test('a merchant answers once, for the own shop only, and has no way to delete', async () => {
  const written = await reviews.write(buyer, draft((await order('delivered')).line, 2))
  const id = written.ok ? (written.value.id as Id<'review'>) : newId('review', new Date())
  expect(await reviews.reply(staffOf(newId('shop', new Date(5))), id, 'hm')).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await reviews.reply(staffOf(shop), id, 'Thank you')).toMatchObject({ ok: true, value: { reply: { text: 'Thank you' } } })
  expect(await reviews.reply(staffOf(shop), id, 'Again')).toMatchObject({ ok: false, code: 'wrong_state' })
  expect(Object.keys(reviews).filter(k => /delete|remove/.test(k))).toEqual([])
})
test('the first pulse counts, and only after the delivery', async () => {
  const { line } = await order('delivered')
  expect(await reviews.pulse(buyer, (await order('paid')).line, 5)).toMatchObject({ ok: false, code: 'not_delivered' })
  expect(await reviews.pulse(buyer, line, 4)).toMatchObject({ ok: true, value: { pulse: 4 } })
  expect(await reviews.pulse(buyer, line, 1)).toMatchObject({ ok: true, value: { pulse: 4 } })
  await house.log.flush()
  expect((await house.log.read(0n, 10_000)).filter(e => e.name === 'pulse.answered')).toHaveLength(1)
})
test('a review is asked for some days after the delivery, by what it is; a cancelled order is not asked about', async () => {
  const guest = callerOf({ member: false })
  const { order: id, line } = await order('delivered', guest.person)
  const page = await reviews.asks(guest, { order: id })
  const ask = page.ok ? page.value.items[0] : undefined
  expect(ask && ask.askFrom.getTime() - (ask.deliveredAt as Date).getTime()).toBe(days(3))
  const gone = await order('paid', guest.person)
  await say([
    {
      name: 'order.cancelled',
      at: house.clock.now(),
      person: guest.person,
      subject: { kind: 'order', id: gone.order },
      data: { shop, reason: 'x' },
    },
  ])
  const all = await reviews.asks(guest, {})
  expect(all.ok && all.value.items.map(a => a.line)).toEqual([line])
})
test('what a guest bought goes with the account that the guest becomes', async () => {
  const guest = callerOf({ member: false })
  const { line } = await order('delivered', guest.person)
  await say([
    {
      name: 'person.merged',
      at: house.clock.now(),
      person: buyer.person,
      subject: { kind: 'person', id: buyer.person },
      data: { from: guest.person },
    },
  ])
  expect((await reviews.write(buyer, draft(line))).ok).toBe(true)
})
test('walking the pages meets every review once', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await reviews.list(buyer, product, { limit: 2, cursor })
    if (!page.ok) throw new Error(page.message)
    seen.push(...page.value.items.map(r => r.id))
    cursor = page.value.next ?? undefined
  } while (cursor)
  const all = await reviews.list(buyer, product, { limit: 100 })
  expect([new Set(seen).size, seen]).toEqual([seen.length, all.ok ? all.value.items.map(r => r.id) : []])
  expect(await reviews.list(buyer, product, { cursor: 'x' })).toMatchObject({ ok: false, code: 'invalid_cursor' })
})

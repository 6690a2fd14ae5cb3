import { expect, test } from 'vitest'
import type { LoggedEvent } from '#base/catalogue'
import { DayBook } from './day-book.ts'
import { dayUntilNow, zoneOf } from './shop-day.ts'
import { WayBook } from './ways.ts'

const iso = (s: { from: Date; to: Date }) => [s.from.toISOString(), s.to.toISOString()]
const event = (at: string, parts: object) =>
  ({
    at: new Date(at),
    person: 'per_a',
    source: null,
    subject: { kind: 'product', id: 'prd_a' },
    ...parts,
  }) as unknown as LoggedEvent

test("a shop's day begins at its own midnight, also where a clock is put forward or back, and half-hour zones are no exception", () => {
  const at = (now: string, zone: string, back = 0) => iso(dayUntilNow(new Date(now), zone, back))
  expect(at('2026-03-01T16:30:00.000Z', 'Asia/Tokyo')).toEqual(['2026-03-01T15:00:00.000Z', '2026-03-01T16:30:00.000Z'])
  expect(at('2026-03-01T16:30:00.000Z', 'Asia/Tokyo', 7)).toEqual(['2026-02-22T15:00:00.000Z', '2026-02-22T16:30:00.000Z'])
  expect(at('2026-03-01T20:00:00.000Z', 'Asia/Kolkata')).toEqual(['2026-03-01T18:30:00.000Z', '2026-03-01T20:00:00.000Z'])
  // Berlin put its clocks forward in the night to 2026-03-29: the day before began an hour later in UTC.
  expect(at('2026-03-29T10:00:00.000Z', 'Europe/Berlin')).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T10:00:00.000Z'])
  expect(at('2026-03-29T10:00:00.000Z', 'Europe/Berlin', 1)).toEqual(['2026-03-27T23:00:00.000Z', '2026-03-28T11:00:00.000Z'])
  expect([zoneOf('JP'), zoneOf('ZZ')]).toEqual(['Asia/Tokyo', 'UTC'])
})

test('revenue is exact beyond what a double can hold, people are counted once a day, and a buyer is a visitor', () => {
  const book = new DayBook()
  const shopOf = (product: string) => (product === 'prd_a' ? 'shp_a' : undefined)
  const order = (at: string, minor: string) =>
    book.learn(event(at, { name: 'order.paid', data: { shop: 'shp_a', total: { minor, currency: 'JPY' }, lines: [] } }), shopOf)
  order('2026-03-01T15:01:00Z', '9007199254740993')
  order('2026-03-01T16:01:00Z', '2')
  order('2026-03-01T14:59:00Z', '5')
  for (const person of ['per_b', 'per_b', 'per_c'])
    book.learn(event('2026-03-01T15:10:00Z', { name: 'product.viewed', person, data: { ms: 3000 } }), shopOf)
  book.learn(
    event('2026-03-01T15:10:00Z', { name: 'product.viewed', subject: { kind: 'product', id: 'prd_other' }, data: { ms: 3000 } }),
    shopOf,
  )
  const today = book.of('shp_a', dayUntilNow(new Date('2026-03-01T17:00:00Z'), 'Asia/Tokyo', 0))
  expect(today).toMatchObject({ orders: 2, visitors: 3, buyers: 1 })
  expect(today.revenue.get('JPY')).toBe(9007199254740995n)
  expect(book.of('shp_a', dayUntilNow(new Date('2026-03-02T14:59:00Z'), 'Asia/Tokyo', 1)).orders).toBe(1)
})

test('what brought somebody is the first thing of the day that did, and only inside the asked days', () => {
  const book = new WayBook()
  const see = (at: string, person: string, parts: object) =>
    book.learn(event(at, { person, name: 'product.viewed', data: { ms: 3000 }, ...parts }), ['shp_a'])
  see('2026-03-01T01:00:00Z', 'per_b', { source: { post: 'pst_x' } })
  see('2026-03-01T02:00:00Z', 'per_b', { source: { share: 'shr_x' } })
  see('2026-03-01T03:00:00Z', 'per_c', { source: { share: 'shr_x' } })
  see('2026-01-01T03:00:00Z', 'per_d', {})
  const of = (days: number) => book.of('shp_a', 'connection', new Date('2026-03-01T12:00:00Z'), days)
  expect(of(28)).toEqual({
    ways: [
      { kind: 'share', people: 1 },
      { kind: 'post', people: 1 },
    ],
    posts: [{ post: 'pst_x', people: 1 }],
  })
  expect(of(92).ways.map(w => w.kind)).toEqual(['share', 'post', 'direct'])
  expect(book.of('shp_b', 'connection', new Date('2026-03-01T12:00:00Z'), 92)).toEqual({ ways: [], posts: [] })
})

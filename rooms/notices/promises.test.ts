import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventData, EventName, NewEvent } from '#base/catalogue'
import { days, hours, type Id, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type Notices, noticesMigrations } from './index.ts'
import { learn } from './learn.ts'
import type { Room } from './room.ts'
import { noticesOn } from './testing.ts'

let house: TestHouse
let notices: Notices
let room: Room
beforeAll(async () => {
  house = await testHouse({ migrations: noticesMigrations })
  ;({ notices, room } = noticesOn(house))
})
afterAll(() => house.close())

const now = () => house.clock.now()
async function told<N extends EventName>(
  name: N,
  subject: NewEvent['subject'],
  data: EventData[N],
  person: string | null = null,
) {
  const event = { name, at: now(), id: newId('event', now()), person, subject, data }
  await house.db.transaction<unknown, void>(trx => learn(room, trx, [event as unknown as NewEvent as never]))
}
const of = (n: number, currency: 'JPY' | 'CNY' = 'JPY') => ({ minor: String(n), currency })
/** Pieces of a variant for so much in all, under a promise of so many days. */
async function buys(
  person: string,
  variant: Id<'variant'>,
  total: number,
  quantity: number,
  protectionDays?: number,
  currency: 'JPY' | 'CNY' = 'JPY',
) {
  const order = newId('order', now())
  const line = {
    line: newId('line', now()),
    product: newId('product', now()),
    variant,
    quantity,
    total: of(total, currency),
    source: null,
  }
  const none = of(0, currency)
  const amounts = {
    ...{
      number: '1',
      checkout: newId('checkout', now()),
      market: 'JP',
      returnDays: 14,
      goods: of(total, currency),
      discount: none,
    },
    ...{
      platformDiscount: none,
      shipping: none,
      importTax: none,
      tax: none,
      rate: null,
      ...(protectionDays && { protectionDays }),
    },
  }
  const data = { shop: newId('shop', now()), total: of(total, currency), lines: [line], amounts }
  await told('order.paid', { kind: 'order', id: order }, data, person)
  return { order, shop: data.shop }
}
async function falls(variant: Id<'variant'>, to: number) {
  house.clock.advance(hours(1))
  await told('price.changed', { kind: 'product', id: newId('product', now()) }, { variant, price: of(to) })
}
const heard = async (person: Id<'person'>) => {
  const page = await notices.inbox(callerOf({ person }), { limit: 100 })
  return page.ok ? page.value.items.filter(n => n.step === 'bought').map(n => [n.subject.id, n.was?.minor, n.amount?.minor]) : []
}

test('who bought within the promise hears of a fall below what they paid, once, and again only of a further one', async () => {
  const [aya, ken] = [callerOf().person, callerOf().person]
  const cup = newId('variant', now())
  const { order } = await buys(aya, cup, 2000, 2, 10)
  await buys(ken, cup, 2000, 2)
  for (const price of [1200, 900, 900, 950, 800]) await falls(cup, price)
  expect(await heard(aya)).toEqual([
    [order, '900', '800'],
    [order, '1000', '900'],
  ])
  expect(await heard(ken), 'without a promise nobody is told').toEqual([])
})

test('nobody hears after the days, of an order that came to nothing, of another variant, or in another currency', async () => {
  const [aya, ken, rin, mei] = [callerOf().person, callerOf().person, callerOf().person, callerOf().person]
  const cup = newId('variant', now())
  await buys(aya, cup, 1000, 1, 1)
  const off = await buys(ken, cup, 1000, 1, 10)
  await told('order.cancelled', { kind: 'order', id: off.order }, { shop: off.shop, reason: 'buyer' }, ken)
  await buys(rin, newId('variant', now()), 1000, 1, 10)
  await buys(mei, cup, 1000, 1, 10, 'CNY')
  house.clock.advance(days(1))
  await falls(cup, 500)
  for (const person of [aya, ken, rin, mei]) expect(await heard(person)).toEqual([])
  const { rows } = await house.db.pool.query('select person, currency from notices.promises where variant = $1', [cup])
  expect(rows).toEqual([{ person: mei, currency: 'CNY' }])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventName, NewEvent } from '#base/catalogue'
import { type Language, money, newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { noticesMigrations, type OrderLetter } from './index.ts'
import { amount, letterKinds, letterText } from './letter-words.ts'
import { orderLetters } from './letters.ts'

let house: TestHouse
const letterOf = (language: Language): OrderLetter => ({
  number: 'E-1001',
  to: 'aya@example.org',
  name: '小川',
  language,
  shop: { en: 'Kiln', ja: '朝窯' },
  items: [
    {
      name: { en: 'Hagi cup', ja: '萩焼の湯呑み', zh: '萩烧茶杯' },
      choice: [{ en: 'White', ja: '白' }],
      quantity: 2,
      total: money(8400, 'JPY'),
    },
  ],
  shipping: money(550, 'JPY'),
  total: money(8950, 'JPY'),
  refunded: money(8950, 'JPY'),
  link: 'http://localhost:3000/orders/ord_1?key=k',
  carrier: 'ヤマト運輸',
  tracking: '4000-1',
})

beforeAll(async () => {
  house = await testHouse({ migrations: noticesMigrations })
  await orderLetters(house, { letterFor: async order => (order.endsWith('gone') ? null : letterOf('ja')) }).start()
  await house.jobs.start()
})
afterAll(() => house.close())

const event = (name: EventName, order: string): NewEvent =>
  ({
    name,
    at: house.clock.now(),
    person: newId('person', new Date()),
    subject: { kind: 'order', id: order },
    data: { shop: newId('shop', new Date()), lines: [], total: { minor: '1', currency: 'JPY' } },
  }) as unknown as NewEvent
async function arrived(count: number): Promise<Awaited<ReturnType<TestHouse['mail']['letters']>>> {
  for (let i = 0; i < 100; i++) {
    const letters = await house.mail.letters()
    if (letters.length >= count) return letters
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return house.mail.letters()
}

test('an order brings one letter of each kind, in the buyer’s language, however often its event is repeated', async () => {
  await house.log.append(house.db.tables(), [
    event('order.paid', 'ord_a'),
    event('order.shipped', 'ord_a'),
    event('order.shipped', 'ord_a'),
    event('order.paid', 'ord_gone'),
  ])
  await house.log.flush()
  await arrived(2)
  await new Promise(resolve => setTimeout(resolve, 500))
  const letters = await house.mail.letters()
  expect(letters.map(l => l.subject).sort()).toEqual([
    '【朝窯】ご注文 E-1001 を承りました',
    '【朝窯】ご注文 E-1001 を発送しました',
  ])
  expect(letters[0]?.text).toContain('http://localhost:3000/orders/ord_1?key=k')
})
test('each parcel of several and each answer to a return brings a letter; what is settled is told by its refund or its parcel', async () => {
  const before = (await house.mail.letters()).length
  const told = (name: EventName, data: object) => ({ ...event(name, 'ord_r'), data }) as NewEvent
  const shop = newId('shop', new Date())
  await house.log.append(house.db.tables(), [
    told('parcel.shipped', { shop, parcel: 'pcl_1', replacement: false }),
    told('parcel.shipped', { shop, parcel: 'pcl_1', replacement: false }),
    told('parcel.shipped', { shop, parcel: 'pcl_2', replacement: false }),
    told('return.changed', { shop, state: 'refused', outcome: null }),
    told('return.changed', { shop, state: 'sent_back', outcome: null }),
    told('return.changed', { shop, state: 'settled', outcome: 'refund' }),
  ])
  await house.log.flush()
  await arrived(before + 3)
  await new Promise(resolve => setTimeout(resolve, 500))
  const subjects = (await house.mail.letters()).map(l => l.subject)
  expect(subjects.filter(s => s.includes('一部を発送'))).toHaveLength(2)
  expect(subjects.filter(s => s.includes('返品'))).toEqual(['【朝窯】ご注文 E-1001 の返品について'])
  expect(subjects).toHaveLength(before + 3)
})
test.each(['en', 'ja', 'zh'] as const)('every letter in %s has a subject, the goods, the amounts and the link', language => {
  for (const kind of letterKinds) {
    const { subject, text } = letterText(kind, letterOf(language))
    expect(subject).toContain('E-1001')
    for (const part of ['× 2', amount(money(8950, 'JPY'), language), 'key=k']) expect(text).toContain(part)
    expect(text).not.toMatch(/undefined|null|\[object/)
  }
})
test('amounts of any size are written exactly', () => {
  expect([
    amount(money(123456789012345678n, 'CNY'), 'en'),
    amount(money(5, 'CNY'), 'en'),
    amount(money(1200, 'JPY'), 'en'),
  ]).toEqual(['CN¥1,234,567,890,123,456.78', 'CN¥0.05', 'JP¥1,200'])
})

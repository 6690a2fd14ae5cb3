import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventName, NewEvent } from '#base/catalogue'
import { type Id, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { type Notices, noticesMigrations } from './index.ts'
import { noticeLetter } from './notice-words.ts'
import { noticesOn, type World } from './testing.ts'

let house: TestHouse
let notices: Notices
let world: World
beforeAll(async () => {
  house = await testHouse({ migrations: noticesMigrations })
  ;({ notices, world } = noticesOn(house))
  await notices.start()
  await house.jobs.start()
})
afterAll(() => house.close())

const id = <K extends Parameters<typeof newId>[0]>(kind: K) => newId(kind, house.clock.now()) as Id<K>
const money = { minor: '1200', currency: 'JPY' }
/** A shop with an owner and a helper, an order of a buyer. */
function placed() {
  const [shop, order, buyer, owner, helper] = [id('shop'), id('order'), id('person'), id('person'), id('person')]
  world.staff.set(shop, [
    { person: owner, role: 'owner' },
    { person: helper, role: 'staff' },
  ])
  return { shop, order, buyer, owner, helper }
}
async function happened(o: ReturnType<typeof placed>, ...events: [EventName, object, string?][]): Promise<void> {
  await house.log.append(
    house.db.tables(),
    events.map(([name, data, subject]) => {
      house.clock.advance(1)
      const about = { kind: 'order', id: subject ?? o.order }
      return {
        name,
        at: house.clock.now(),
        person: o.buyer,
        subject: about,
        data: { shop: o.shop, ...data },
      } as unknown as NewEvent
    }),
  )
  const at = await house.log.flush()
  for (let i = 0; i < 200; i++) {
    const { rows } = await house.db.pool.query('select position from events.cursor where name = $1', ['notices.inbox'])
    if (BigInt(rows[0]?.position ?? 0) >= at) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('the inbox did not learn in five seconds')
}
async function inboxOf(person: Id<'person'>) {
  const page = await notices.inbox(callerOf({ person }), { limit: 100 })
  if (!page.ok) throw new Error(page.code)
  return page.value.items
}
const said = async (person: Id<'person'>) => (await inboxOf(person)).map(n => `${n.kind} ${n.step}`.trim()).reverse()

test('of two parcels the first is told as a parcel, the one that makes the order whole as the order’s step alone', async () => {
  const o = placed()
  const [first] = [id('parcel')]
  await happened(
    o,
    ['parcel.shipped', { parcel: first, replacement: false }],
    ['order.shipped', {}],
    ['parcel.delivered', { parcel: first, replacement: false }],
    ['order.delivered', { lines: [] }],
  )
  expect(await said(o.buyer)).toEqual(['order parcel_shipped', 'order shipped', 'order parcel_delivered', 'order delivered'])
  expect(await said(o.owner)).toEqual([])
})

test('each side of a return hears what the other did; money that goes back is told once, by the refund', async () => {
  const o = placed()
  await happened(
    o,
    ['return.requested', { reason: 'damaged' }],
    ['return.changed', { state: 'approved', outcome: null }],
    ['return.changed', { state: 'sent_back', outcome: null }],
    ['return.changed', { state: 'received', outcome: null }],
    ['return.changed', { state: 'settled', outcome: 'refund' }],
    ['order.refunded', { amount: money, full: false }],
  )
  expect(await said(o.buyer)).toEqual(['return approved', 'return received', 'refund'])
  for (const who of [o.owner, o.helper]) expect(await said(who)).toEqual(['shop_return requested', 'shop_return sent_back'])
})

test('a return that is refused, withdrawn or settled with other goods is told to the other side', async () => {
  const [refused, kept, replaced] = [placed(), placed(), placed()]
  await happened(refused, ['return.changed', { state: 'refused', outcome: null }])
  await happened(kept, ['return.changed', { state: 'withdrawn', outcome: null }])
  await happened(
    replaced,
    ['return.changed', { state: 'settled', outcome: 'replacement' }],
    ['parcel.shipped', { parcel: id('parcel'), replacement: true }],
  )
  expect(await said(refused.buyer)).toEqual(['return refused'])
  expect(await said(kept.buyer)).toEqual([])
  expect(await said(kept.owner)).toEqual(['shop_return withdrawn'])
  expect(await said(replaced.buyer)).toEqual(['return replaced', 'order other_shipped'])
})

test('a chargeback is told to the owners of every shop that was paid, with its sum where it is one shop’s alone', async () => {
  const [a, b] = [placed(), placed()]
  const [alone, shared] = [id('checkout'), id('checkout')]
  world.checkouts.set(alone, [{ order: a.order, shop: a.shop }])
  world.checkouts.set(
    shared,
    [a, b].map(({ order, shop }) => ({ order, shop })),
  )
  const told = { payment: id('payment'), amount: money }
  await happened(a, ['payment.chargeback', { ...told, chargeback: 'cbk_1', state: 'opened' }, alone])
  await happened(a, ['payment.chargeback', { ...told, chargeback: 'cbk_1', state: 'opened' }, alone])
  await happened(a, ['payment.chargeback', { ...told, chargeback: 'cbk_2', state: 'lost' }, shared])
  expect(await said(a.owner)).toEqual(['chargeback opened', 'chargeback lost'])
  expect((await inboxOf(a.owner)).map(n => n.amount).reverse()).toEqual([money, null])
  expect(await said(b.owner)).toEqual(['chargeback lost'])
  for (const who of [a.helper, a.buyer]) expect(await said(who)).toEqual([])
})

test('what a shop is told leads to its page of the studio, in every language', async () => {
  const o = placed()
  world.checkouts.set('chk_letter', [{ order: o.order, shop: o.shop }])
  await happened(
    o,
    ['return.requested', { reason: 'damaged' }],
    ['payment.chargeback', { payment: id('payment'), chargeback: 'cbk_3', state: 'opened', amount: money }, 'chk_letter'],
  )
  const [bank, asked] = await inboxOf(o.owner)
  for (const language of ['en', 'ja', 'zh'] as const) {
    const letter = noticeLetter(bank!, language, 'https://example.org')
    expect(letter.subject).toContain('E-1001')
    expect(letter.subject).toMatch(/1,200/)
    expect(letter.text).toContain(`https://example.org/studio/orders/${o.order}`)
    expect(noticeLetter(asked!, language, 'https://example.org').text).toContain(`/studio/returns/${o.order}`)
  }
})

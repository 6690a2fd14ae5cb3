import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, type Id, must } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { address, type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
})
afterAll(() => house.close())

/** Two lines, two and three pieces. */
const bought = async (caller = w.shopper()) => {
  const s = await w.shop([9, 9])
  const lines = s.variants.map((variant, i) => ({ variant, quantity: i + 2 }))
  const order = (await w.bought(caller, lines)).orders[0]!
  const [a, b] = order.lines.map(l => l.id) as [Id<'line'>, Id<'line'>]
  return { s, caller, owner: s.owner, order, id: order.id, key: order.key ?? '', a, b }
}
const names = async (id: string) => {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === id).map(e => e.name)
}

test('an order leaves in two parcels: its fulfilment says how far it is, and it is complete when the last one arrives', async () => {
  const o = await bought()
  const pack = (...pieces: { line: Id<'line'>; quantity: number }[]) => w.orders.fulfil(o.owner, o.id, { action: 'pack', pieces })
  expect(await pack({ line: o.a, quantity: 3 })).toMatchObject({ code: 'quantity_invalid' })
  expect(await pack({ line: o.a, quantity: 1 }, { line: o.a, quantity: 1 })).toMatchObject({ code: 'quantity_invalid' })
  expect(await pack({ line: (await bought()).a, quantity: 1 })).toMatchObject({ code: 'quantity_invalid' })
  const first = must(await pack({ line: o.a, quantity: 1 }, { line: o.b, quantity: 3 }))
  expect([first.fulfilment, first.parcels.map(p => [p.state, p.contents.length])]).toEqual(['none', [['packed', 2]]])
  const one = first.parcels[0]!.id
  const sent = must(await w.orders.fulfil(o.owner, o.id, { action: 'ship', parcel: one, carrier: 'Yamato', tracking: 'A1' }))
  expect([sent.fulfilment, sent.tracking]).toEqual(['partially_shipped', 'A1'])
  expect(await w.orders.fulfil(o.owner, o.id, { action: 'ship', carrier: 'x' })).toMatchObject({ code: 'wrong_state' })
  const here = must(await w.orders.fulfil(o.owner, o.id, { action: 'deliver', parcel: one }))
  expect([here.fulfilment, here.state, here.deliveredAt]).toEqual(['partially_delivered', 'open', null])
  // Without a name a step means all the rest.
  must(await w.orders.fulfil(o.owner, o.id, { action: 'pack' }))
  const all = must(await w.orders.fulfil(o.owner, o.id, { action: 'ship', carrier: 'Sagawa', tracking: 'B2' }))
  expect(all.parcels.map(p => [p.state, p.tracking])).toEqual([
    ['delivered', 'A1'],
    ['shipped', 'B2'],
  ])
  const done = must(await w.orders.fulfil(o.caller, o.id, { action: 'receive' }))
  expect([done.fulfilment, done.state, done.receivedAt !== null]).toEqual(['delivered', 'completed', true])
  expect(await names(o.id)).toEqual([
    'order.paid',
    'parcel.shipped',
    'parcel.delivered',
    'parcel.shipped',
    'order.delivered',
    'order.received',
  ])
  const found = must(await w.orders.ofShop(o.owner, o.s.id, { words: 'A1' })).items.map(x => x.id)
  expect(found).toEqual([o.id])
})

test('a parcel that is unpacked gives its pieces back; two who pack the same pieces at once: one does it', async () => {
  const o = await bought()
  const pieces = [{ line: o.b, quantity: 2 }]
  const both = await Promise.all([1, 2].map(() => w.orders.fulfil(o.owner, o.id, { action: 'pack', pieces })))
  expect(both.filter(r => r.ok).length).toBe(1)
  const parcel = must(await w.orders.view(o.owner, o.id)).parcels[0]!.id
  const open = must(await w.orders.fulfil(o.owner, o.id, { action: 'unpack', parcel }))
  expect([open.fulfilment, open.parcels[0]?.state]).toEqual(['none', 'dropped'])
  expect(await w.orders.fulfil(o.owner, o.id, { action: 'ship', parcel, carrier: 'x' })).toMatchObject({ code: 'wrong_state' })
  expect(must(await w.orders.fulfil(o.owner, o.id, { action: 'pack' })).fulfilment).toBe('packed')
})

test('parcels of an order are its shop’s alone; its buyer and the holder of its key only say that they are here', async () => {
  const [o, other] = [await bought(), await bought()]
  const parcel = must(await w.orders.fulfil(o.owner, o.id, { action: 'pack' })).parcels[0]!.id
  const ship = { action: 'ship' as const, parcel, carrier: 'x' }
  expect(await w.orders.fulfil(o.caller, o.id, ship)).toMatchObject({ code: 'forbidden' })
  expect(await w.orders.fulfil(other.owner, o.id, ship)).toMatchObject({ code: 'not_found' })
  // A parcel of another order is unknown here.
  must(await w.orders.fulfil(other.owner, other.id, { action: 'pack' }))
  expect(await w.orders.fulfil(other.owner, other.id, ship)).toMatchObject({ code: 'not_found' })
  must(await w.orders.fulfil(o.owner, o.id, ship))
  const receive = { action: 'receive' as const, parcel }
  expect(await w.orders.fulfil(callerOf(), o.id, receive)).toMatchObject({ code: 'not_found' })
  expect(await w.orders.fulfil(callerOf(), o.id, { ...receive, key: o.key })).toMatchObject({ ok: true })
})

test('packed orders of one buyer to one address leave in one parcel, all or none', async () => {
  const s = await w.shop([9])
  const caller = w.shopper()
  const ids: Id<'order'>[] = []
  for (let i = 0; i < 3; i++) ids.push((await w.bought(caller, [{ variant: s.variants[0]! }])).orders[0]!.id)
  const stranger = (await w.bought(w.shopper(), [{ variant: s.variants[0]! }])).orders[0]!.id
  for (const id of [ids[0]!, ids[1]!, stranger]) must(await w.orders.fulfil(s.owner, id, { action: 'pack' }))
  const together = (orders: Id<'order'>[], by = s.owner, shop = s.id) =>
    w.orders.shipTogether(by, shop, { orders, carrier: 'Yamato', tracking: '7' })
  expect(await together([ids[0]!, stranger])).toMatchObject({ code: 'address_invalid' })
  expect(await together(ids)).toMatchObject({ code: 'wrong_state' })
  expect(await together(ids.slice(0, 2), caller)).toMatchObject({ code: 'forbidden' })
  const other = await w.shop([1])
  expect(await together(ids.slice(0, 2), other.owner, other.id)).toMatchObject({ code: 'not_found' })
  expect(must(await w.orders.view(s.owner, ids[0]!)).fulfilment).toBe('packed')
  const both = await Promise.all([together(ids.slice(0, 2)), together([ids[1]!, ids[0]!])])
  expect(both.filter(r => r.ok).length).toBe(1)
  for (const id of ids.slice(0, 2))
    expect(must(await w.orders.view(s.owner, id))).toMatchObject({ fulfilment: 'shipped', tracking: '7' })
})

test('the address can be changed by buyer, key and staff until it is packed, within its country, and the event holds none of it', async () => {
  const o = await bought()
  const change = (caller = o.caller, parts: Partial<typeof address> = {}, key?: string) =>
    w.checkout.changeOrderAddress(caller, o.id, { address: { ...address, line: '青山 4-5-6', ...parts }, key })
  expect(await change(callerOf())).toMatchObject({ code: 'not_found' })
  expect(await change((await w.shop([1])).owner)).toMatchObject({ code: 'not_found' })
  expect(await change(o.caller, { country: 'CN', postcode: '200000' })).toMatchObject({ code: 'not_shippable' })
  expect(await change(o.caller, { postcode: '1' })).toMatchObject({ code: 'address_invalid' })
  expect(must(await change()).address).toMatchObject({ line: '青山 4-5-6' })
  expect(must(await change(callerOf(), { city: '港区' }, o.key)).address).toMatchObject({ city: '港区' })
  expect(must(await change(o.owner, { postcode: '１０７００６２' })).address).toMatchObject({ postcode: '107-0062' })
  must(await w.orders.fulfil(o.owner, o.id, { action: 'pack' }))
  expect(await change()).toMatchObject({ code: 'wrong_state' })
  await house.log.flush()
  const told = (await house.log.read(0n, 100_000)).filter(e => e.name === 'order.address_changed' && e.subject.id === o.id)
  expect(told.map(e => e.data)).toEqual([{ shop: o.s.id }, { shop: o.s.id }, { shop: o.s.id }])
})

test('days after delivery an order counts as received by the server’s clock, once; not while a return is open', async () => {
  const [o, asked, said] = [await bought(), await bought(), await bought()]
  for (const x of [o, asked, said])
    for (const action of ['pack', 'ship'] as const) must(await w.orders.fulfil(x.owner, x.id, { action, carrier: 'x' }))
  for (const x of [o, asked]) must(await w.orders.fulfil(x.owner, x.id, { action: 'deliver' }))
  must(await w.orders.fulfil(said.caller, said.id, { action: 'receive' }))
  must(await w.orders.requestReturn(asked.caller, asked.id, { reason: 'x' }))
  const received = async (x: typeof o) => must(await w.orders.view(x.caller, x.id)).receivedAt
  await w.orders.countReceived(house.clock.now())
  expect(await received(o)).toBe(null)
  house.clock.advance(days(7) - 1)
  expect(await w.orders.countReceived(house.clock.now())).toBe(0)
  house.clock.advance(1)
  const twice = await Promise.all([1, 2].map(() => w.orders.countReceived(house.clock.now())))
  expect(twice[0]! + twice[1]!).toBe(1)
  expect([(await received(o))?.getTime(), await received(asked)]).toEqual([house.clock.now().getTime(), null])
  await house.log.flush()
  const told = (await house.log.read(0n, 100_000)).filter(e => e.name === 'order.received')
  expect(told.filter(e => e.subject.id === o.id).map(e => e.data)).toEqual([{ shop: o.s.id, by: 'time' }])
  expect(told.filter(e => e.subject.id === said.id).map(e => e.data)).toEqual([{ shop: said.s.id, by: 'buyer' }])
})

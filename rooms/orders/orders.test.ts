import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, must, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
  await w.orders.start()
})
afterAll(() => house.close())

const bought = async (caller = w.shopper()) => {
  const s = await w.shop([9])
  const checkout = await w.bought(caller, [{ variant: s.variants[0]! }])
  return { s, caller, owner: s.owner, order: checkout.orders[0]!, id: checkout.orders[0]!.id, key: checkout.orders[0]!.key ?? '' }
}
const deliver = async (o: Awaited<ReturnType<typeof bought>>) => {
  must(await w.orders.fulfil(o.owner, o.id, { action: 'pack' }))
  must(await w.orders.fulfil(o.owner, o.id, { action: 'ship', carrier: 'Yamato', tracking: '40-1' }))
  return must(await w.orders.fulfil(o.owner, o.id, { action: 'deliver' }))
}
const tell = async (event: Parameters<TestHouse['log']['append']>[1][number]) => {
  await house.db.transaction(trx => house.log.append(trx, [event]))
  await house.log.flush()
}

test('an order goes from packed to delivered step by step, and each screen is offered exactly what the actions take', async () => {
  const o = await bought()
  const can = async (caller = o.owner) => w.orders.show(must(await w.orders.view(caller, o.id)), caller).can
  expect([await can(), await can(o.caller)]).toEqual([
    ['pack', 'cancel', 'cancel_lines', 'refund', 'change_address'],
    ['cancel', 'cancel_lines', 'change_address'],
  ])
  expect(await w.orders.fulfil(o.owner, o.id, { action: 'ship', carrier: 'x' })).toMatchObject({ code: 'wrong_state' })
  must(await w.orders.fulfil(o.owner, o.id, { action: 'pack' }))
  expect(await can()).toEqual(['unpack', 'ship', 'cancel', 'cancel_lines', 'refund'])
  const shipped = must(await w.orders.fulfil(o.owner, o.id, { action: 'ship', carrier: 'Yamato', tracking: '40-1' }))
  expect([shipped.carrier, shipped.tracking, await can(), await can(o.caller)]).toEqual([
    'Yamato',
    '40-1',
    ['deliver', 'refund', 'accept_return', 'take_back'],
    ['receive'],
  ])
  const here = must(await w.orders.fulfil(o.caller, o.id, { action: 'receive' }))
  expect([here.state, here.fulfilment, await can(o.caller)]).toEqual(['completed', 'delivered', ['request_return', 'review']])
  expect(here.timeline.map(t => t.what)).toEqual(['placed', 'paid', 'packed', 'shipped', 'delivered', 'received'])
  await house.log.flush()
  const told = (await house.log.read(0n, 10_000)).filter(e => e.subject.id === o.id)
  expect(told.map(e => [e.name, e.person])).toEqual(
    ['order.paid', 'order.packed', 'order.shipped', 'order.delivered', 'order.received'].map(n => [n, o.caller.person]),
  )
})
test('two who pack at once: one does it', async () => {
  const o = await bought()
  const all = await Promise.all([1, 2, 3].map(() => w.orders.fulfil(o.owner, o.id, { action: 'pack' })))
  expect(all.filter(r => r.ok).length).toBe(1)
})
test('packing races with cancelling: never a cancelled order that is packed afterwards', async () => {
  for (let i = 0; i < 5; i++) {
    const o = await bought()
    await Promise.all([
      w.orders.fulfil(o.owner, o.id, { action: 'pack' }),
      w.refund.refund(o.caller, o.id, { kind: 'cancel', reason: 'x' }),
    ])
    const after = must(await w.orders.view(o.caller, o.id))
    const words = after.timeline.map(t => t.what)
    expect(after.state).toBe('cancelled')
    if (words.includes('packed')) expect(words.indexOf('packed')).toBeLessThan(words.indexOf('cancelled'))
  }
})
test('a buyer may not pack, another shop and strangers learn nothing, the key opens it to its holder', async () => {
  const o = await bought()
  const stranger = callerOf()
  expect(await w.orders.fulfil(o.caller, o.id, { action: 'pack' })).toMatchObject({ code: 'forbidden' })
  expect(await w.orders.fulfil((await w.shop([1])).owner, o.id, { action: 'pack' })).toMatchObject({ code: 'not_found' })
  expect(await w.orders.view(stranger, o.id)).toMatchObject({ code: 'not_found' })
  expect(await w.orders.view(stranger, o.id, `${o.key}x`)).toMatchObject({ code: 'not_found' })
  expect(await w.orders.view(stranger, newId('order', house.clock.now()))).toMatchObject({ code: 'not_found' })
  expect(await w.orders.view(stranger, o.id, o.key)).toMatchObject({ ok: true })
})
test('a return is asked for once, within the days that the shop named', async () => {
  const o = await bought()
  const ask = () => w.orders.requestReturn(o.caller, o.id, { reason: 'too small' })
  expect(await ask()).toMatchObject({ code: 'wrong_state' })
  await deliver(o)
  expect(must(await ask()).returnRequest).toMatchObject({ reason: 'too small' })
  expect(await ask()).toMatchObject({ code: 'wrong_state' })
  const late = await bought()
  await deliver(late)
  house.clock.advance(days(15))
  expect(await w.orders.requestReturn(late.caller, late.id, { reason: 'too late' })).toMatchObject({ code: 'wrong_state' })
  await house.log.flush()
  const told = (await house.log.read(0n, 10_000)).filter(e => e.name === 'return.requested')
  expect(told.map(e => e.data)).toEqual([{ shop: o.s.id, reason: 'other' }])
})
test('lists come page by page without gaps or doubles, and foreign cursors are refused', async () => {
  const s = await w.shop([60])
  const caller = w.shopper()
  const made: string[] = []
  for (let i = 0; i < 7; i++) {
    made.unshift((await w.bought(caller, [{ variant: s.variants[0]! }])).orders[0]!.id)
    if (i % 3 === 0) house.clock.advance(1000)
  }
  const walk = async (page: (cursor?: string) => ReturnType<typeof w.orders.mine>) => {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const { items, next } = must(await page(cursor))
      ids.push(...items.map(o => o.id))
      cursor = next ?? undefined
    } while (cursor)
    return ids
  }
  const ofShop = (cursor?: string) => w.orders.ofShop(s.owner, s.id, { limit: 3, cursor }) as ReturnType<typeof w.orders.mine>
  expect((await walk(cursor => w.orders.mine(caller, { limit: 2, cursor }))).sort()).toEqual([...made].sort())
  expect((await walk(ofShop)).sort()).toEqual([...made].sort())
  for (const cursor of [
    'x',
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('["no time","ord_x"]').toString('base64url'),
  ])
    expect(await w.orders.mine(caller, { cursor })).toMatchObject({ code: 'invalid_cursor' })
  expect(await w.orders.ofShop(caller, s.id, {})).toMatchObject({ code: 'forbidden' })
  expect(await w.orders.counts(caller, s.id)).toMatchObject({ code: 'forbidden' })
})
test('every paid order stands in exactly one view of the studio, and the counts agree', async () => {
  const s = await w.shop([60])
  const caller = w.shopper()
  const ids: `ord_${string}`[] = []
  for (let i = 0; i < 7; i++) ids.push((await w.bought(caller, [{ variant: s.variants[0]! }])).orders[0]!.id)
  for (const id of ids.slice(1)) must(await w.orders.fulfil(s.owner, id, { action: 'pack' }))
  for (const id of ids.slice(2)) must(await w.orders.fulfil(s.owner, id, { action: 'ship', carrier: 'x' }))
  for (const id of ids.slice(3)) must(await w.orders.fulfil(s.owner, id, { action: 'deliver' }))
  for (const id of ids.slice(4)) must(await w.orders.requestReturn(caller, id, { reason: 'x' }))
  must(await w.refund.refund(s.owner, ids[5]!, { kind: 'return', reason: null }))
  must(await w.refund.refund(caller, ids[0]!, { kind: 'cancel', reason: 'x' }))
  const views = ['to_pack', 'to_ship', 'shipped', 'delivered', 'returns', 'closed'] as const
  const lists = await Promise.all(
    views.map(async view => must(await w.orders.ofShop(s.owner, s.id, { view })).items.map(o => o.id)),
  )
  expect(lists.map(l => l.length)).toEqual([0, 1, 1, 1, 2, 2])
  expect(lists.flat().sort()).toEqual([...ids].sort())
  expect(must(await w.orders.counts(s.owner, s.id))).toEqual({ to_pack: 0, to_ship: 1, shipped: 1, delivered: 1, returns: 2 })
})
test('staff find an order by its number, with or without hyphen, by who it goes to and by SKU, in their own shop alone', async () => {
  const o = await bought()
  const other = await bought()
  const find = async (words: string, at = o) => must(await w.orders.ofShop(at.owner, at.s.id, { words })).items.map(x => x.id)
  const found = await Promise.all(
    [o.order.number, o.order.number.replace('-', ''), '佐藤', 'hana@', o.order.lines[0]?.sku ?? ''].map(x => find(x)),
  )
  expect(found).toEqual(found.map(() => [o.id]))
  expect([await find('%'), await find('no such words'), await find(o.order.number, other)]).toEqual([[], [], []])
})
test('a page of orders is one statement, however many lines', async () => {
  const s = await w.shop([60, 60, 60])
  const caller = w.shopper()
  for (let i = 0; i < 4; i++)
    await w.bought(
      caller,
      s.variants.map(variant => ({ variant })),
    )
  await house.log.flush()
  const tries = []
  for (let i = 0; i < 5; i++) {
    const before = house.db.statements()
    expect(must(await w.orders.mine(caller, {})).items.flatMap(o => o.lines).length).toBe(12)
    tries.push(house.db.statements() - before)
  }
  // The sequencer sends statements of its own in between.
  expect(Math.min(...tries)).toBe(1)
})
test('order numbers are all different and don’t count up', async () => {
  const rows = await house.db.pool.query<{ number: string }>('select number from orders.orders')
  const numbers = rows.rows.map(r => r.number)
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const n of numbers) expect(n).toMatch(/^\d{4}-\d{4}$/)
})
test('a line tells whose it is, from the payment on and while the order stands', async () => {
  const o = await bought()
  const line = o.order.lines[0]!
  expect(await w.orders.lineOwner(line.id)).toEqual({
    line: line.id,
    order: o.id,
    person: o.caller.person,
    product: line.product,
    delivered: false,
  })
  await deliver(o)
  expect((await w.orders.lineOwner(line.id))?.delivered).toBe(true)
  const c = await bought()
  must(await w.refund.refund(c.caller, c.id, { kind: 'cancel', reason: 'x' }))
  expect([await w.orders.lineOwner(c.order.lines[0]!.id), await w.orders.lineOwner(newId('line', house.clock.now()))]).toEqual([
    null,
    null,
  ])
})
test('a guest’s orders follow into the account; the last address fills the next form', async () => {
  const o = await bought()
  const member = callerOf()
  await tell({
    name: 'person.merged',
    at: house.clock.now(),
    person: member.person,
    subject: { kind: 'person', id: member.person },
    data: { from: o.caller.person },
  })
  await expect.poll(async () => (await w.orders.view(member, o.id)).ok).toBe(true)
  expect(await w.orders.view(o.caller, o.id)).toMatchObject({ code: 'not_found' })
  expect(await w.orders.lastAddress(member)).toMatchObject({ postcode: '150-0001' })
})
test('an erased person’s orders stay as numbers: no address, no key, no words; one on its way keeps its address until it ends', async () => {
  const done = await bought()
  await deliver(done)
  must(await w.orders.requestReturn(done.caller, done.id, { reason: 'my secret' }))
  const going = await bought(done.caller)
  await tell({
    name: 'person.erased',
    at: house.clock.now(),
    person: done.caller.person,
    subject: { kind: 'person', id: done.caller.person },
    data: {},
  })
  await expect.poll(async () => (await w.orders.order(done.id))?.key).toBe(null)
  expect(await w.orders.order(done.id)).toMatchObject({ address: null, total: { minor: 1600n } })
  expect(JSON.stringify(w.orders.show((await w.orders.order(done.id))!, done.owner))).not.toContain('secret')
  expect((await w.orders.order(going.id))?.address).toMatchObject({ city: '渋谷区', email: '' })
  expect(await w.orders.letterFor(going.id)).toBe(null)
  await deliver(going)
  expect((await w.orders.order(going.id))?.address).toBe(null)
})
test('a letter has the buyer’s language, the amounts and a link that opens the order', async () => {
  const o = await bought(callerOf({ member: false, language: 'ja' }))
  const letter = await w.orders.letterFor(o.id)
  expect(letter).toMatchObject({ number: o.order.number, to: 'hana@example.com', language: 'ja', total: { minor: 1600n } })
  expect(letter?.link).toContain(`/orders/${o.id}?key=${o.key}`)
})

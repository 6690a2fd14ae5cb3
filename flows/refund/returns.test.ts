import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, type Id, money, must, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
const yen = (n: number) => money(n, 'JPY')
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
})
afterAll(() => house.close())

const stock = async (variant: Id<'variant'>) =>
  (await house.db.pool.query('select on_hand, reserved, sold from catalog.variants where id = $1', [variant])).rows[0]
/** Two variants of one product at 1,000 each; two pieces of the first and one of the second; 600 of delivery. */
async function bought(pieces = [5, 5], until: 'paid' | 'delivered' = 'delivered') {
  const s = await w.shop(pieces)
  const caller = w.shopper()
  const [va, vb] = s.variants as [Id<'variant'>, Id<'variant'>]
  const order = (await w.bought(caller, [{ variant: va, quantity: 2 }, { variant: vb }])).orders[0]!
  // As the consumer of order.paid does.
  must(await w.catalog.commit(order.checkout))
  const [a, b] = order.lines.map(l => l.id) as [Id<'line'>, Id<'line'>]
  const o = { s, caller, owner: s.owner, id: order.id, key: order.key ?? '', a, b, va, vb }
  if (until === 'delivered')
    for (const action of ['pack', 'ship', 'deliver'] as const)
      must(await w.orders.fulfil(o.owner, o.id, { action, carrier: 'Yamato' }))
  return o
}
type Bought = Awaited<ReturnType<typeof bought>>
const ask = async (o: Bought, wish: Partial<Parameters<Commerce['orders']['requestReturn']>[2]> = {}) =>
  w.orders.requestReturn(o.caller, o.id, { reason: 'too small', pieces: [{ line: o.a, quantity: 1 }], ...wish })
const lastOf = (r: { returns: readonly { id: string }[] }) => r.returns.at(-1)?.id ?? ''
const move = (o: Bought, returned: string, by: 'buyer' | 'shop', action: 'approve' | 'receive' | 'withdraw' | 'send_back') => {
  const more = { carrier: 'Yamato', tracking: 'R1' }
  const step = action === 'send_back' ? { action, ...more } : { action }
  return w.orders.moveReturn(by === 'buyer' ? o.caller : o.owner, { order: o.id, returned }, step)
}
const settle = (o: Bought, returned: string, wish: Parameters<Commerce['refund']['settleReturn']>[2] = {}, by = o.owner) =>
  w.refund.settleReturn(by, { order: o.id, returned }, wish)

test('lines are cancelled before they are sent: their money and stock go back, the rest goes on, the last one ends the order', async () => {
  const o = await bought([5, 5], 'paid')
  const cancel = (pieces: { line: Id<'line'>; quantity: number }[], by = o.caller) =>
    w.refund.refund(by, o.id, { kind: 'cancel', reason: 'x', pieces })
  expect(await cancel([{ line: o.a, quantity: 1 }], callerOf())).toMatchObject({ code: 'not_found' })
  expect(await cancel([{ line: o.a, quantity: 3 }])).toMatchObject({ code: 'quantity_invalid' })
  expect(await cancel([])).toMatchObject({ code: 'quantity_invalid' })
  must(await w.orders.fulfil(o.owner, o.id, { action: 'pack' }))
  const one = must(await cancel([{ line: o.a, quantity: 1 }]))
  expect([one.state, one.payment, one.refunded, one.parcels[0]?.contents.map(c => c.quantity)]).toEqual([
    'open',
    'partially_refunded',
    yen(1000),
    [1, 1],
  ])
  expect(await stock(o.va)).toEqual({ on_hand: 4, reserved: 0, sold: 1 })
  const rest = must(
    await cancel([
      { line: o.a, quantity: 1 },
      { line: o.b, quantity: 1 },
    ]),
  )
  expect([rest.state, rest.payment, rest.refunded, rest.fulfilment]).toEqual(['cancelled', 'refunded', yen(3600), 'none'])
  expect([await stock(o.va), await stock(o.vb)]).toEqual([
    { on_hand: 5, reserved: 0, sold: 0 },
    { on_hand: 5, reserved: 0, sold: 0 },
  ])
  await house.log.flush()
  const told = (await house.log.read(0n, 100_000)).filter(e => e.subject.id === o.id && e.name.includes('cancelled'))
  expect(told.map(e => [e.name, 'lines' in e.data ? e.data.lines : null])).toEqual([
    ['order.lines_cancelled', [{ line: o.a, quantity: 1 }]],
    ['order.cancelled', null],
  ])
})
test('a piece of a line that is refunded with its delivery, then the rest by lines: exactly what was paid, piece by piece', async () => {
  const o = await bought()
  const part = (line: Id<'line'>) =>
    w.refund.refund(o.owner, o.id, { kind: 'refund', reason: 'x', pieces: [{ line, quantity: 1 }], shipping: true })
  expect(
    await w.refund.refund(o.caller, o.id, { kind: 'refund', reason: 'x', pieces: [{ line: o.a, quantity: 1 }] }),
  ).toMatchObject({
    code: 'forbidden',
  })
  const both = { kind: 'refund' as const, reason: 'x', amount: yen(5), pieces: [{ line: o.a, quantity: 1 }] }
  expect(await w.refund.refund(o.owner, o.id, both)).toMatchObject({ code: 'invalid_request' })
  const sums = []
  for (const line of [o.a, o.b, o.a]) sums.push(must(await part(line)).refunded)
  expect(sums).toEqual([yen(1200), yen(2400), yen(3600)])
  expect(await part(o.a)).toMatchObject({ code: 'wrong_state' })
})
test('refunds of the same piece at once: it is paid back once', async () => {
  const o = await bought()
  const wish = { kind: 'refund' as const, reason: 'x', pieces: [{ line: o.b, quantity: 1 }] }
  const all = await Promise.all([1, 2, 3].map(() => w.refund.refund(o.owner, o.id, wish)))
  expect(all.map(r => (r.ok ? 'ok' : r.code)).sort()).toEqual(['ok', 'quantity_invalid', 'quantity_invalid'])
})
test('a return goes from asked to settled: words and reason, way back, money of its pieces and goods on the shelf', async () => {
  const o = await bought()
  const asked = must(await ask(o, { code: 'damaged' }))
  const id = lastOf(asked)
  expect(w.orders.show(asked, o.caller).returns).toMatchObject([
    { state: 'requested', reason: 'damaged', wayBack: 'shop', words: 'too small', lines: [{ line: o.a, quantity: 1 }] },
  ])
  expect(await ask(o)).toMatchObject({ code: 'wrong_state' })
  expect(await move(o, id, 'buyer', 'approve')).toMatchObject({ code: 'forbidden' })
  must(await move(o, id, 'shop', 'approve'))
  must(await move(o, id, 'buyer', 'send_back'))
  expect(await move(o, id, 'buyer', 'withdraw')).toMatchObject({ code: 'wrong_state' })
  must(await move(o, id, 'shop', 'receive'))
  const done = must(await settle(o, id))
  // One of three pieces, and its third of 600: the shop was at fault.
  expect([done.refunded, done.fulfilment, done.returns[0]?.state, done.returnRequest]).toEqual([
    yen(1200),
    'delivered',
    'settled',
    null,
  ])
  expect(await stock(o.va)).toEqual({ on_hand: 4, reserved: 0, sold: 1 })
  expect(await settle(o, id)).toMatchObject({ code: 'wrong_state' })
  expect(done.timeline.map(t => t.what).slice(-6)).toEqual([
    'return_requested',
    'return_approved',
    'return_sent_back',
    'return_received',
    'return_settled',
    'refunded',
  ])
  // The rest can be asked for again, and when all of it is back the order is.
  const again = must(await ask(o, { pieces: undefined, code: 'changed_mind' }))
  expect(again.returns[1]?.pieces).toEqual([
    { line: o.a, quantity: 1 },
    { line: o.b, quantity: 1 },
  ])
  must(await move(o, lastOf(again), 'shop', 'receive'))
  const all = must(await settle(o, lastOf(again)))
  // Nothing for the delivery: the buyer changed their mind.
  expect([all.refunded, all.fulfilment, all.payment]).toEqual([yen(3200), 'returned', 'partially_refunded'])
})
test('more pieces than were kept, of another order, after the days, with pictures of others, missing things as a return: refused', async () => {
  const [o, other] = [await bought(), await bought()]
  const code = async (wish: Parameters<typeof ask>[1]) => {
    const r = await ask(o, wish)
    return r.ok ? 'ok' : r.code
  }
  expect(await code({ pieces: [{ line: o.a, quantity: 3 }] })).toBe('quantity_invalid')
  expect(await code({ pieces: [{ line: other.a, quantity: 1 }] })).toBe('quantity_invalid')
  expect(await code({ pieces: [] })).toBe('quantity_invalid')
  expect(await code({ photos: [newId('media', house.clock.now())] })).toBe('invalid_request')
  expect(await code({ code: 'missing' })).toBe('invalid_request')
  expect(await code({ variant: o.vb })).toBe('invalid_request')
  expect(await w.orders.requestReturn(callerOf(), o.id, { reason: 'x' })).toMatchObject({ code: 'not_found' })
  expect(await w.orders.requestReturn(callerOf(), o.id, { reason: 'x', key: o.key })).toMatchObject({ ok: true })
  const late = await bought()
  house.clock.advance(days(14) + 1)
  expect(await ask(late)).toMatchObject({ code: 'wrong_state' })
})
test('another shop and strangers learn nothing of a return; one of another order is unknown; the desk is the shop’s alone', async () => {
  const [o, other] = [await bought(), await bought()]
  const id = lastOf(must(await ask(o)))
  const approve = { action: 'approve' as const }
  expect(await w.orders.moveReturn(other.owner, { order: o.id, returned: id }, approve)).toMatchObject({ code: 'not_found' })
  must(await ask(other))
  expect(await w.orders.moveReturn(other.owner, { order: other.id, returned: id }, approve)).toMatchObject({ code: 'not_found' })
  expect(await settle(o, id, {}, other.owner)).toMatchObject({ code: 'not_found' })
  expect(await settle(o, id, {}, o.caller)).toMatchObject({ code: 'forbidden' })
  expect(await w.orders.returns(o.caller, o.s.id, {})).toMatchObject({ code: 'forbidden' })
  expect(must(await w.orders.returns(o.owner, o.s.id, { state: 'requested' })).items.map(i => i.returned.id)).toEqual([id])
  const refused = must(
    await w.orders.moveReturn(o.owner, { order: o.id, returned: id }, { action: 'refuse', reason: 'used', note: 'worn' }),
  )
  expect(refused.returns[0]).toMatchObject({ state: 'refused', refusal: { reason: 'used', note: 'worn' } })
  expect(must(await w.orders.returns(o.owner, o.s.id, { state: 'requested' })).items).toEqual([])
})
test('an exchange sends the other variant without payment and takes it from stock; it is packed, sent and delivered like any', async () => {
  const o = await bought()
  const id = lastOf(must(await ask(o, { kind: 'exchange', code: 'wrong_size', variant: o.vb })))
  must(await move(o, id, 'shop', 'approve'))
  must(await move(o, id, 'shop', 'receive'))
  const both = await Promise.all([settle(o, id), settle(o, id)])
  expect(both.map(r => (r.ok ? 'ok' : r.code)).sort()).toEqual(['ok', 'wrong_state'])
  expect([await stock(o.va), await stock(o.vb)]).toEqual([
    { on_hand: 4, reserved: 0, sold: 1 },
    { on_hand: 3, reserved: 0, sold: 2 },
  ])
  const planned = must(await w.orders.view(o.owner, o.id))
  expect([planned.refunded, planned.state, planned.fulfilment]).toEqual([yen(0), 'completed', 'delivered'])
  expect(planned.parcels[1]).toMatchObject({
    state: 'planned',
    replaces: id,
    contents: [{ line: o.a, quantity: 1, variant: o.vb }],
  })
  expect(must(await w.orders.ofShop(o.owner, o.s.id, { view: 'to_pack' })).items.map(x => x.id)).toEqual([o.id])
  for (const action of ['pack', 'ship', 'deliver'] as const)
    must(await w.orders.fulfil(o.owner, o.id, { action, carrier: 'Yamato', tracking: 'X1' }))
  const sent = must(await w.orders.view(o.caller, o.id))
  expect([sent.parcels[1]?.state, sent.tracking, sent.timeline.at(-1)?.what]).toEqual([
    'delivered',
    null,
    'replacement_delivered',
  ])
  expect(must(await w.orders.ofShop(o.owner, o.s.id, { view: 'delivered' })).items.map(x => x.id)).toEqual([o.id])
})
test('what was exchanged comes back as what it was exchanged for, again and again, and its money goes back', async () => {
  const o = await bought()
  const swap = async (variant: Id<'variant'>) => {
    const id = lastOf(must(await ask(o, { kind: 'exchange', code: 'wrong_size', pieces: [{ line: o.b, quantity: 1 }], variant })))
    must(await move(o, id, 'shop', 'receive'))
    must(await settle(o, id))
  }
  // One of the second for one of the first, and that one for one of the second.
  await swap(o.va)
  expect([await stock(o.va), await stock(o.vb)]).toMatchObject([{ sold: 3 }, { sold: 0 }])
  await swap(o.vb)
  expect([await stock(o.va), await stock(o.vb)]).toMatchObject([{ sold: 2 }, { sold: 1 }])
  await swap(o.va)
  const id = lastOf(must(await ask(o, { code: 'damaged' as const, pieces: undefined })))
  must(await move(o, id, 'shop', 'receive'))
  expect(must(await settle(o, id))).toMatchObject({ refunded: yen(3600), fulfilment: 'returned', payment: 'refunded' })
  expect([await stock(o.va), await stock(o.vb)]).toEqual([
    { on_hand: 5, reserved: 0, sold: 0 },
    { on_hand: 5, reserved: 0, sold: 0 },
  ])
})
test('an exchange of what is sold out becomes a refund, and one for another product’s variant too', async () => {
  const o = await bought([5, 1])
  const settled = async (variant: Id<'variant'>) => {
    const id = lastOf(must(await ask(o, { kind: 'exchange', code: 'wrong_size', variant })))
    must(await move(o, id, 'shop', 'receive'))
    return must(await settle(o, id)).returns.at(-1)?.outcome
  }
  expect([await settled(o.vb), await settled((await w.shop([3])).variants[0]!)]).toEqual(['refund', 'refund'])
  expect(must(await w.orders.view(o.caller, o.id)).refunded).toEqual(yen(2000))
})
test('a claim is settled with money or another piece, and nothing needs to come back', async () => {
  const o = await bought()
  const first = lastOf(must(await ask(o, { kind: 'claim', code: 'missing' })))
  const paid = must(await settle(o, first))
  expect([paid.refunded, paid.fulfilment, await stock(o.va)]).toEqual([
    yen(1200),
    'delivered',
    { on_hand: 3, reserved: 0, sold: 2 },
  ])
  const second = lastOf(must(await ask(o, { kind: 'claim', code: 'damaged', pieces: [{ line: o.b, quantity: 1 }] })))
  const sent = must(await settle(o, second, { outcome: 'replacement' }))
  expect([sent.refunded, sent.parcels.at(-1)?.replaces, await stock(o.vb)]).toEqual([
    yen(1200),
    second,
    { on_hand: 3, reserved: 0, sold: 2 },
  ])
})
test('one of two parcels comes back from the carrier: its pieces, their money and their part of the delivery', async () => {
  const o = await bought([5, 5], 'paid')
  must(await w.orders.fulfil(o.owner, o.id, { action: 'pack', pieces: [{ line: o.b, quantity: 1 }] }))
  must(await w.orders.fulfil(o.owner, o.id, { action: 'pack' }))
  const sent = must(await w.orders.fulfil(o.owner, o.id, { action: 'ship', carrier: 'Yamato' }))
  const [first, second] = sent.parcels.map(p => p.id) as [string, string]
  must(await w.orders.fulfil(o.owner, o.id, { action: 'deliver', parcel: first }))
  const back = { kind: 'return' as const, reason: null, parcel: second }
  expect(await w.refund.refund(o.caller, o.id, back)).toMatchObject({ code: 'forbidden' })
  const done = must(await w.refund.refund(o.owner, o.id, back))
  expect([done.refunded, done.fulfilment, done.state, done.parcels.map(p => p.state)]).toEqual([
    yen(2400),
    'delivered',
    'completed',
    ['delivered', 'returned'],
  ])
  expect(await stock(o.va)).toEqual({ on_hand: 5, reserved: 0, sold: 0 })
  expect(await w.refund.refund(o.owner, o.id, back)).toMatchObject({ code: 'wrong_state' })
})

test('the last parcel that comes back ends the order with all of its money, the delivery of pieces that were refunded before too', async () => {
  const o = await bought([5, 5], 'paid')
  must(await w.orders.fulfil(o.owner, o.id, { action: 'pack' }))
  must(await w.refund.refund(o.owner, o.id, { kind: 'refund', reason: 'x', pieces: [{ line: o.a, quantity: 1 }] }))
  const sent = must(await w.orders.fulfil(o.owner, o.id, { action: 'ship', carrier: 'Yamato' }))
  const done = must(await w.refund.refund(o.owner, o.id, { kind: 'return', reason: null, parcel: sent.parcels[0]!.id }))
  expect(done).toMatchObject({ state: 'cancelled', fulfilment: 'returned', payment: 'refunded', refunded: yen(3600) })
  expect([await stock(o.va), await stock(o.vb)]).toMatchObject([{ sold: 0 }, { sold: 0 }])
})
test('the amount that is shown before is the amount that goes back: of cancelled lines, of refunded lines, of a return; and nobody else sees it', async () => {
  const o = await bought()
  const lines = [{ line: o.a, quantity: 1 }]
  const wish = { kind: 'refund', reason: 'x', pieces: lines, shipping: true } as const
  const shown = must(await w.refund.preview(o.owner, o.id, wish))
  expect(await w.refund.preview(callerOf(), o.id, wish)).toMatchObject({ code: 'not_found' })
  expect(await w.refund.preview(o.caller, o.id, wish)).toMatchObject({ code: 'forbidden' })
  expect(must(await w.refund.refund(o.owner, o.id, wish)).refunded).toEqual(shown)
  const returned = lastOf(must(await ask(o, { code: 'damaged' })))
  const next = must(await w.refund.preview(o.owner, o.id, { kind: 'return', reason: null, returned }))
  expect(next).toEqual(yen(1200))
  expect(must(await settle(o, returned)).refunded).toEqual(yen(Number(shown.minor + next.minor)))
  const unsent = await bought([5, 5], 'paid')
  const cancel = { kind: 'cancel', reason: 'x', pieces: [{ line: unsent.a, quantity: 1 }], key: unsent.key } as const
  const back = must(await w.refund.preview(callerOf(), unsent.id, cancel))
  expect(must(await w.refund.refund(unsent.caller, unsent.id, cancel)).refunded).toEqual(back)
})

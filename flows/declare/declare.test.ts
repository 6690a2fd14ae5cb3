import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, must } from '#base/kernel'
import { createTestCustoms, declarationViews } from '#rooms/trade'
import { borderMigrations, borderOf, idNumbers } from '#testing/border'
import { staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { cancel, rebuild, send, setParcel, takeBack } from './desk.ts'
import { createDeclare } from './index.ts'
import { answerPaymentQuery } from './payment-data.ts'

let house: TestHouse
let w: ReturnType<typeof borderOf>
let customs: ReturnType<typeof createTestCustoms>
let declare: ReturnType<typeof createDeclare>
beforeAll(async () => {
  house = await testHouse({ migrations: borderMigrations })
  w = borderOf(house)
  customs = createTestCustoms(house.clock)
  const quiet = { ...house, jobs: { ...house.jobs, define: () => {}, every: () => {} } }
  declare = createDeclare(
    quiet,
    { accounts: w.accounts as never, orders: w.orders, payments: w.payments, trade: w.trade },
    customs,
  )
  await w.checkout.start()
  await declare.start()
})
afterAll(() => house.close())

const parcel = { masterNo: '131-00000001', vehicle: 'NH0959', voyage: '20260302', grossGrams: 900 }
const state = async (order: string) => (await w.trade.declarations.read(order))?.state
const held = async (order: string): Promise<string> =>
  (
    await house.db.pool.query<{ n: string }>(
      `select coalesce(sum(case kind when 'use' then amount else -amount end), 0)::text as n from trade.quota_entries where order_id = $1`,
      [order],
    )
  ).rows[0]?.n ?? ''
/** A paid order of two cups, sent with this tracking number; its declaration has its documents. */
async function sentOrder(tracking: string, idNumber: string = idNumbers[0]) {
  const s = await w.exporter([9])
  const { orders } = await w.boughtAbroad(w.shopper(), [{ variant: s.variants[0]!, quantity: 2 }], idNumber)
  const order = orders[0]!
  await expect.poll(() => state(order.id)).toBe('paid')
  must(await w.orders.fulfil(s.owner, order.id, { action: 'pack' }))
  must(await w.orders.fulfil(s.owner, order.id, { action: 'ship', carrier: 'YTO', tracking }))
  await expect.poll(async () => (await w.trade.declarations.read(order.id))?.checks.length).toBeGreaterThan(30)
  return { ...s, order }
}
const pass = async () => {
  await declare.sweep(house.clock.now())
  house.clock.advance(6000)
}

test('a paid order is declared: shipped, built, every check green, three documents accepted, the list released, and delivered', async () => {
  const { order, owner } = await sentOrder('YT0000000001')
  const first = await w.trade.declarations.read(order.id)
  expect(first?.checks.filter(c => !c.ok).map(c => c.code)).toEqual(['trade_mode'])
  expect(await send(declare.context, owner, order.id)).toMatchObject({
    code: 'trade_refused',
    details: { reason: 'checks_red', checks: ['trade_mode'] },
  })
  const ready = must(await setParcel(declare.context, owner, order.id, parcel))
  expect(ready).toMatchObject({ sendable: true })
  must(await send(declare.context, owner, order.id))
  await pass()
  expect(customs.sent.map(m => m.code)).toEqual([311, 411, 511])
  await pass()
  expect(await state(order.id)).toBe('sent')
  await pass()
  await pass()
  expect(await state(order.id)).toBe('released')
  must(await w.orders.fulfil(owner, order.id, { action: 'deliver' }))
  await expect.poll(() => state(order.id)).toBe('delivered')
})

test('at rest and on every screen the buyer’s number is masked; in clear it is read by owners only, and written down', async () => {
  const { order, owner, id } = await sentOrder('YT0000000002')
  const dump = JSON.stringify(
    (await house.db.pool.query('select d.*, m.sealed as m from trade.declarations d left join trade.messages m using (order_id)'))
      .rows,
    (_k, v) => (typeof v === 'bigint' ? v.toString() : v),
  )
  expect(dump).not.toMatch(/11010519491231002X|王小明/)
  const show = (caller: typeof owner, clear: boolean) =>
    w.trade.declarations.show(caller, order.id, { code: '311', clear, why: 'audit' })
  expect(must(await show(owner, false)).xml).toMatch(/110\*+002X/)
  expect(must(await show(owner, false)).xml).not.toMatch(/11010519491231002X|王小明|13800000000|示例路1号/)
  expect(await show(w.shopper(), false)).toMatchObject({ ok: false })
  expect(must(await show(owner, true)).xml).toContain('11010519491231002X')
  const read = await house.db.pool.query(`select by from trade.identity_reads where why like '311 ' || $1 || '%'`, [order.id])
  expect(read.rows).toEqual([{ by: owner.person }])
  expect(await rebuild(declare.context, staffOf('shp_other00000' as typeof id), order.id)).toMatchObject({ code: 'not_found' })
})

test('a refused document is mended and sent again; receipts that come twice, from strangers or of nothing change nothing', async () => {
  const { order, owner, id } = await sentOrder('YT0000000003')
  must(await setParcel(declare.context, owner, order.id, parcel))
  customs.play(311, 'reject')
  must(await send(declare.context, owner, order.id))
  await pass()
  await pass()
  expect(await state(order.id)).toBe('rejected')
  customs.play(311, 'accept')
  must(await send(declare.context, owner, order.id))
  await pass()
  await pass()
  expect(await state(order.id)).toBe('sent')
  expect((await w.trade.declarations.read(order.id))?.life.documents[311]?.attempts).toBe(2)
  const other = must(await w.trade.declarations.hear('<a/>', id).then(r => (r.ok ? r : { ok: true as const, value: [] })))
  expect(other).toEqual([])
  expect(await w.trade.declarations.hear('nonsense', id)).toMatchObject({ code: 'invalid_request' })
})

test('what a mend changed goes again with what was refused, so that the list repeats what customs has in its books', async () => {
  for (const [refused, tracking] of [
    [311, 'YT0000000014'],
    [621, 'YT0000000015'],
  ] as const) {
    const { order, owner } = await sentOrder(tracking, idNumbers[refused === 311 ? 1 : 2])
    must(await setParcel(declare.context, owner, order.id, parcel))
    customs.play(refused, 'reject')
    must(await send(declare.context, owner, order.id))
    for (let i = 0; i < 3; i++) await pass()
    expect(await state(order.id)).toBe(refused === 311 ? 'rejected' : 'list_rejected')
    customs.play(refused, 'accept')
    const waybillNo = `${tracking}X`
    must(await setParcel(declare.context, owner, order.id, { ...parcel, waybillNo }))
    must(await send(declare.context, owner, order.id))
    for (let i = 0; i < 4; i++) await pass()
    expect(await state(order.id)).toBe('released')
    const sent = customs.sent.filter(m => m.orderNo === order.number)
    expect(sent.map(m => m.code)).toEqual(refused === 311 ? [311, 411, 511, 311, 511, 621] : [311, 411, 511, 621, 511, 621])
    for (const code of [511, 621]) expect(sent.findLast(m => m.code === code)?.xml).toContain(waybillNo)
  }
})

test('whose turn it is: the shop’s until the three have gone, then customs’, and documents that customs reads are not built anew', async () => {
  const { order, owner, id } = await sentOrder('YT0000000012')
  const views = async () => {
    const counts = must(await w.trade.declarations.counts(owner, id))
    const seen = []
    for (const view of declarationViews) {
      const { items } = must(await w.trade.declarations.list(owner, id, { view }))
      expect(items.length).toBe(counts[view])
      if (items.some(d => d.order_id === order.id)) seen.push(view)
    }
    return seen
  }
  expect(await views()).toEqual(['todo'])
  must(await setParcel(declare.context, owner, order.id, parcel))
  customs.play(621, 'review')
  must(await send(declare.context, owner, order.id))
  expect(await views()).toEqual(['under_way'])
  for (const step of [rebuild(declare.context, owner, order.id), setParcel(declare.context, owner, order.id, { pieces: 2 })])
    expect(await step).toMatchObject({ code: 'wrong_state' })
  customs.play(621, 'accept')
  for (let i = 0; i < 4; i++) await pass()
  expect(await w.trade.declarations.counts(w.shopper(), id)).toMatchObject({ ok: false })
})

test('customs’ words and what is declared are shown without the buyer, also where customs quotes the buyer', async () => {
  const { order, owner } = await sentOrder('YT0000000013')
  must(await setParcel(declare.context, owner, order.id, parcel))
  customs.play(411, 'silent')
  must(await send(declare.context, owner, order.id))
  await pass()
  const sent = customs.sent.find(m => m.code === 411 && m.orderNo === order.number)
  const head = (name: string) => new RegExp(`<ceb:${name}>(.*?)<`).exec(sent?.xml ?? '')?.[1]
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<ceb:CEB412Message xmlns:ceb="http://www.chinaport.gov.cn/ceb" guid="${sent?.guid}" version="1.0"><ceb:PaymentReturn>
<ceb:guid>${sent?.guid}</ceb:guid><ceb:payCode>${head('payCode')}</ceb:payCode><ceb:payTransactionId>${head('payTransactionId')}</ceb:payTransactionId>
<ceb:returnStatus>100</ceb:returnStatus><ceb:returnTime>20991231235959999</ceb:returnTime>
<ceb:returnInfo>[Code:1301;Desc:王小明11010519491231002X身份未认证]</ceb:returnInfo></ceb:PaymentReturn></ceb:CEB412Message>`
  must(await w.trade.declarations.hear(xml, null))
  customs.play(411, 'accept')
  const row = await w.trade.declarations.read(order.id)
  if (!row) throw new Error('no declaration')
  expect(row.state).toBe('rejected')
  const shown = [await w.trade.declarations.messages(row), w.trade.declarations.declared(row)]
  const said = JSON.stringify(shown, (_k, v) => (typeof v === 'bigint' ? v.toString() : v))
  expect(said).toContain('身份未认证')
  expect(said).not.toMatch(/11010519491231002X|王小明|13800000000|示例路1号/)
  expect(w.trade.declarations.declared(row)).toMatchObject({
    ...{ waybillNo: 'YT0000000013', grossGrams: 900, netGrams: 600, pieces: 1 },
    goods: [{ line: 1, name: '萩烧茶杯', quantity: 2, returned: 0, price: { minor: 10000n, currency: 'CNY' } }],
  })
})

test('a receipt that comes while the database is away is heard when it is back', async () => {
  const { order, owner } = await sentOrder('YT0000000010', idNumbers[1])
  must(await setParcel(declare.context, owner, order.id, parcel))
  must(await send(declare.context, owner, order.id))
  await pass()
  await house.db.pool.query(`
    create function trade.away() returns trigger language plpgsql as $$ begin raise exception 'away'; end $$;
    create trigger away before insert on trade.messages for each row execute function trade.away()`)
  await pass()
  expect(await state(order.id)).toBe('paid')
  await house.db.pool.query('drop trigger away on trade.messages')
  await pass()
  expect(await state(order.id)).toBe('sent')
})

test('what is read in clear is written down, and where that can’t be it is not shown', async () => {
  const { order, owner } = await sentOrder('YT0000000011', idNumbers[1])
  await house.db.pool.query('update trade.identities set sealed = null where checkout = $1', [order.checkout])
  const show = (clear: boolean) => w.trade.declarations.show(owner, order.id, { code: '311', clear, why: 'audit' })
  expect([(await show(false)).ok, await show(true)]).toMatchObject([true, { code: 'not_found' }])
})

const released = async (tracking: string, idNumber: string) => {
  const o = await sentOrder(tracking, idNumber)
  must(await setParcel(declare.context, o.owner, o.order.id, parcel))
  must(await send(declare.context, o.owner, o.order.id))
  for (let i = 0; i < 4; i++) await pass()
  expect(await state(o.order.id)).toBe('released')
  return o
}

test('a return within thirty days gives the year back when customs grants it; a day later it is refused', async () => {
  const [a, b] = [await released('YT0000000004', idNumbers[1]), await released('YT0000000005', idNumbers[2])]
  expect(await held(a.order.id)).toBe('22500')
  expect(
    await takeBack(declare.context, a.owner, a.order.id, { reason: '尺寸不合', lines: [{ line: 1, quantity: 3 }] }),
  ).toMatchObject({
    code: 'trade_refused',
    details: { reason: 'return_lines_invalid' },
  })
  must(await takeBack(declare.context, a.owner, a.order.id, { reason: '尺寸不合', lines: [] }))
  await pass()
  await pass()
  expect([await state(a.order.id), await held(a.order.id)]).toEqual(['returned', '0'])
  house.clock.advance(days(32))
  expect(await takeBack(declare.context, b.owner, b.order.id, { reason: 'x', lines: [] })).toMatchObject({
    details: { reason: 'return_too_late' },
  })
  expect(await held(b.order.id)).toBe('22500')
})

test('pieces that come back one after the other are each asked for, granted and given back to the year once', async () => {
  const { order, owner } = await released('YT0000000021', idNumbers[3])
  const back = async (quantity: number) => {
    const asked = await takeBack(declare.context, owner, order.id, { reason: '尺寸不合', lines: [{ line: 1, quantity }] })
    if (asked.ok) for (let i = 0; i < 3; i++) await pass()
    return asked.ok ? await state(order.id) : asked.code === 'trade_refused' ? asked.details?.reason : asked.code
  }
  const stands = async () => {
    const row = await w.trade.declarations.read(order.id)
    return [row?.state, await held(order.id), row && w.trade.declarations.declared(row)?.goods[0]?.returned]
  }
  const receipts: string[] = []
  const heard = customs.receipts
  customs.receipts = (now, hear) =>
    heard(now, xml => {
      receipts.push(xml)
      return hear(xml)
    })
  expect(await back(1)).toBe('released')
  expect(await stands()).toEqual(['released', '12500', 1])
  // Two are not left any more.
  expect(await back(2)).toBe('return_lines_invalid')
  customs.play(625, 'reject')
  expect(await back(1)).toBe('released')
  expect(await stands()).toEqual(['released', '12500', 1])
  customs.play(625, 'accept')
  await w.trade.declarations.delivered(order.id)
  expect(await back(1)).toBe('returned')
  expect(await stands()).toEqual(['returned', '0', 2])
  for (const xml of receipts) await w.trade.declarations.hear(xml, null)
  expect(await stands()).toEqual(['returned', '0', 2])
  expect(await back(1)).toBe('return_lines_invalid')
  const sent = customs.sent.filter(m => m.orderNo === order.number && m.code === 625)
  expect(sent.map(m => m.key)).toEqual([sent[0]?.key, sent[1]?.key, sent[1]?.key])
  expect(sent[0]?.key).not.toBe(sent[1]?.key)
  customs.receipts = heard
})

test('an order that is cancelled before anything went is given up, and 623 is for a list that is on its way', async () => {
  const s = await w.exporter([9])
  const caller = w.shopper()
  const order = (await w.boughtAbroad(caller, [{ variant: s.variants[0]! }], idNumbers[3])).orders[0]!
  await expect.poll(() => state(order.id)).toBe('paid')
  must(await w.refund.refund(caller, order.id, { kind: 'cancel', reason: null }))
  await expect.poll(() => state(order.id)).toBe('cancelled')
  await expect.poll(() => held(order.id)).toBe('0')
  expect(await cancel(declare.context, s.owner, order.id, 'x')).toMatchObject({ code: 'wrong_state' })
})

test('a list that customs still reviews is cancelled by 623, and only when customs grants it', async () => {
  const { order, owner } = await sentOrder('YT0000000006')
  must(await setParcel(declare.context, owner, order.id, parcel))
  customs.play(621, 'review')
  must(await send(declare.context, owner, order.id))
  for (let i = 0; i < 4; i++) await pass()
  expect(await state(order.id)).toBe('sent')
  must(await cancel(declare.context, owner, order.id, '买家取消'))
  expect(await state(order.id)).toBe('cancelling')
  await pass()
  await pass()
  expect(await state(order.id)).toBe('cancelled')
  customs.play(621, 'accept')
})

test('what has ended loses names and numbers after thirty days; codes and states stay', async () => {
  await declare.sweep(house.clock.now())
  house.clock.advance(days(80))
  await declare.sweep(house.clock.now())
  house.clock.advance(days(31))
  await declare.sweep(house.clock.now())
  await w.trade.eraseDue(house.clock.now())
  const open = await house.db.pool.query(
    `select d.state from trade.declarations d join trade.identities i using (checkout)
     where d.closed is not null and (d.sealed is not null or i.sealed is not null)`,
  )
  const closed = await house.db.pool.query('select 1 from trade.declarations where closed is not null')
  expect([open.rowCount, (closed.rowCount ?? 0) > 2]).toEqual([0, true])
})

test('customs’ question for a payment is answered alike for every number, and the signed data goes up for a known one', async () => {
  const { order } = await sentOrder('YT0000000009')
  const ask = (orderNo: string) => answerPaymentQuery(declare.context, { orderNo, sessionID: 'ad2254-8hewyf32', serviceTime: 1 })
  const [known, unknown] = [await ask(order.number), await ask('9999-9999')]
  expect(known).toEqual(unknown)
  expect(customs.uploads).toHaveLength(1)
  expect(customs.uploads[0]?.body).toMatch(/"signValue":"[A-Za-z0-9+/]{300,}={0,2}"/)
  expect(JSON.parse(customs.uploads[0]?.body ?? '')).toMatchObject({ sessionID: 'ad2254-8hewyf32', certNo: 'TEST0001' })
})

import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, CodedError } from '#base/http'
import { money, must, sum } from '#base/kernel'
import { callerOf } from '#testing/callers'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'
import { invoiceOf, mountPapers, type Order } from './index.ts'
import { invoicePaper, labelPaper, slipPaper } from './papers.ts'

let house: TestHouse
let w: Commerce
let who: Caller
const app = Fastify()
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof CodedError ? 409 : 500).send({ code: error instanceof CodedError ? error.code : String(error) }),
  )
  mountPapers(app, async () => who, w.orders)
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const seller = { legalName: '株式会社萩の窯', address: '山口県萩市1-2', phone: '0838-00-0000', invoiceNumber: 'T7000012050002' }
const bought = async () => {
  const s = await w.shop([9, 9], { price: 999, seller: seller as never })
  w.prices.set(s.variants[1]!, { price: money(1081, 'JPY'), taxPercent: 8n })
  const caller = w.shopper()
  const lines = s.variants.map((variant, i) => ({ variant, quantity: 3 - i }))
  return { s, caller, order: (await w.bought(caller, lines)).orders[0]! }
}
const get = async (caller: Caller, url: string) => {
  who = caller
  const r = await app.inject(url)
  return r.statusCode === 200 ? r.rawPayload : (r.json() as { code: string }).code
}
const isPdf = (b: Buffer | string) => Buffer.isBuffer(b) && b.subarray(0, 5).toString() === '%PDF-'

test('an invoice sums tax by rate and rounds once for each, with the seller’s number and the marks of the reduced rate', async () => {
  const { order } = await bought()
  const i = invoiceOf(order)
  expect([i.qualified, i.seller.invoiceNumber, i.buyer]).toEqual([true, 'T7000012050002', '佐藤 花'])
  // 3 × 999 and 600 of delivery at 10 %; 2 × 1,081 at 8 %.
  expect(i.bands).toEqual([
    { percent: 10, amount: money(3597, 'JPY'), tax: money(327, 'JPY') },
    { percent: 8, amount: money(2162, 'JPY'), tax: money(160, 'JPY') },
  ])
  expect(
    sum(
      i.bands.map(b => b.amount),
      'JPY',
    ),
  ).toEqual(order.total)
  expect(i.lines.map(l => l.reduced)).toEqual([false, true])
  expect(invoiceOf({ ...order, shop: { ...order.shop, seller: { ...seller, invoiceNumber: null } } }).qualified).toBe(false)
})

test('papers of a Chinese and a Japanese address are written in full, in any script, and stay small', async () => {
  const { order } = await bought()
  const far = (parts: object): Order => ({ ...order, address: { ...order.address!, ...parts } })
  const orders = [
    order,
    far({ country: 'CN', region: '上海市', city: '浦东新区', line: '张江路 1 号 🙂 العربية', name: '王晓东' }),
    far({ country: 'GB', region: 'Kent', city: 'Whitstable', line: 'A very long street name '.repeat(8), name: 'Zoë Ångström' }),
  ]
  const [invoice, slips, labels] = await Promise.all([invoicePaper(order, 'ja'), slipPaper(orders), labelPaper(orders)])
  for (const b of [invoice, slips, labels]) {
    expect(isPdf(b)).toBe(true)
    expect(b.length).toBeLessThan(200_000)
  }
  const pages = (b: Buffer) => b.toString('latin1').match(/\/Type \/Page\b/g)?.length
  expect([pages(invoice), pages(slips), pages(labels)]).toEqual([1, 3, 3])
  const many = { ...order, lines: Array.from({ length: 100 }, () => order.lines[0]!) }
  expect(pages(await invoicePaper(many, 'zh'))).toBeGreaterThan(1)
})

test('the invoice is its buyer’s, its key’s and its shop’s; slips and labels are the shop’s alone, all orders or none', async () => {
  const [o, other] = [await bought(), await bought()]
  const [id, shop] = [o.order.id, o.s.id]
  const invoice = `/v1/orders/${id}/invoice.pdf`
  expect(isPdf(await get(o.caller, invoice))).toBe(true)
  expect(isPdf(await get(o.s.owner, `${invoice}?language=zh`))).toBe(true)
  expect(isPdf(await get(callerOf(), `${invoice}?key=${o.order.key}`))).toBe(true)
  expect([await get(callerOf(), invoice), await get(other.s.owner, invoice), await get(callerOf(), `${invoice}?key=x`)]).toEqual([
    'not_found',
    'not_found',
    'not_found',
  ])
  const begun = await w.begun(o.caller, [{ variant: o.s.variants[0]! }])
  expect(await get(o.caller, `/v1/orders/${begun.orders[0]!.id}/invoice.pdf`)).toBe('wrong_state')
  must(await w.orders.fulfil(o.s.owner, id, { action: 'pack' }))
  for (const paper of ['slips.pdf', 'labels.pdf']) {
    const ask = (by: Caller, ids: string, at: string = shop) => get(by, `/v1/shops/${at}/${paper}?orders=${ids}`)
    expect(isPdf(await ask(o.s.owner, id))).toBe(true)
    expect([
      await ask(o.caller, id),
      await ask(other.s.owner, id),
      await ask(o.s.owner, `${id},${other.order.id}`),
      await ask(o.s.owner, ''),
      await ask(o.s.owner, `${id},x`),
      await ask(o.s.owner, id, 'nowhere'),
    ]).toEqual(['forbidden', 'forbidden', 'not_found', 'invalid_request', 'invalid_request', 'not_found'])
  }
})

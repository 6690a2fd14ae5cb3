import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, minutes } from '#base/kernel'
import { eventually } from '#testing/eventually'
import { buyOne, openShop, password, type ShopWorld } from '#testing/shop-world'
import { type WholeServer, wholeServer } from '#testing/whole-server'
import { Api, Refused } from '../simulator/api.ts'

/** The promise of price protection from the setting to the statement, through HTTP on the whole server. */
let server: WholeServer
let world: ShopWorld
let aya: Api

interface Seen {
  standing: string
  until: string | null
  amount: { minor: string }
  given: { minor: string }
  lines: { pieces: number; was: { minor: string }; low: { minor: string } }[]
}
interface Order {
  refunded: { minor: string }
  protection: { days: number } | null
  can: string[]
  lines: { protected: { minor: string } }[]
  timeline: { what: string; note: string | null }[]
}
const look = (order: string, api = aya) => api.get<Seen>(`/v1/orders/${order}/price-protection`)
const take = (order: string, api = aya) => api.post<Order>(`/v1/orders/${order}/price-protection`)
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    error => (error instanceof Refused ? error.code : String(error)),
  )
/** A second of its own each: two prices of one moment have no order. */
const price = (minor: string) => {
  server.house.clock.advance(1000)
  return world.merchant.put(`/v1/variants/${world.variant}/price`, { price: { minor, currency: 'JPY' } })
}
const promise = (protectionDays: number) => world.merchant.patch('/v1/shops/kiln', { protectionDays })
const offer = (parts: object) =>
  world.merchant.post<{ id: string; version: number }>(`/v1/shops/${world.shop}/offers`, {
    name: { en: 'Week', ja: '週' },
    starts: server.house.clock.now().toISOString(),
    ...parts,
  })
const end = ({ id, version }: { id: string; version: number }) =>
  world.merchant.put(`/v1/offers/${id}/state`, { version, state: 'ended' })

beforeAll(async () => {
  server = await wholeServer()
  world = await openShop(server.url)
  aya = await Api.join(server.url, 'aya@example.org', password, 'Aya', 'aya')
})
afterAll(() => server?.close())

test('a promise is made in the studio, seen with the shop and frozen with the order; a fall brings the difference, once', async () => {
  expect(await code(promise(61))).toBe('invalid_request')
  await promise(14)
  expect(await aya.get('/v1/shops/kiln')).toMatchObject({ protectionDays: 14 })
  const { order } = await buyOne(aya, world.variant)
  await promise(0)
  expect(await look(order)).toMatchObject({ standing: 'open', amount: { minor: '0' }, lines: [] })
  expect(await code(take(order))).toBe('nothing_fell')
  server.house.clock.advance(days(1))
  await price('3900')
  server.house.clock.advance(days(1))
  await price('4500')
  expect(await look(order)).toMatchObject({
    amount: { minor: '300' },
    lines: [{ pieces: 1, was: { minor: '4200' }, low: { minor: '3900' } }],
  })
  const taken = await take(order)
  expect(taken).toMatchObject({ refunded: { minor: '300' }, protection: { days: 14 }, lines: [{ protected: { minor: '300' } }] })
  expect(taken.timeline.slice(-2)).toMatchObject([{ what: 'protection_asked' }, { what: 'price_protected', note: '300 JPY' }])
  expect(await code(take(order))).toBe('nothing_fell')
  await price('3800')
  expect(await take(order)).toMatchObject({ refunded: { minor: '400' } })
  await price('4200')
})

test('a public promotion lowers the price; a code, an offer for so many and what is over before the purchase do not', async () => {
  await promise(14)
  await end(await offer({ kind: 'percent', percent: 5000 }))
  server.house.clock.advance(minutes(1))
  const { order } = await buyOne(aya, world.variant)
  const off = [
    await offer({ kind: 'percent', percent: 3000, code: 'THIRTY' }),
    await offer({ kind: 'percent', percent: 3000, uses: 3 }),
    await offer({ kind: 'fixed', amount: '500' }),
    await offer({ kind: 'flash', items: [{ variant: world.variant, price: '2000', limit: 3 }] }),
  ]
  server.house.clock.advance(minutes(1))
  expect(await look(order)).toMatchObject({ amount: { minor: '0' } })
  for (const o of off) await end(o)
  const public_ = await offer({ kind: 'percent', percent: 1000 })
  server.house.clock.advance(minutes(1))
  await end(public_)
  server.house.clock.advance(days(3))
  expect(await take(order)).toMatchObject({ refunded: { minor: '420' } })
})

test('refused: another’s order is not there, its shop may look and not take, no promise, and too late', async () => {
  await promise(14)
  const { order } = await buyOne(aya, world.variant)
  await price('4000')
  const ken = await Api.join(server.url, 'ken@example.org', password, 'Ken', 'ken')
  expect([await code(look(order, ken)), await code(take(order, ken))]).toEqual(['not_found', 'not_found'])
  expect(await look(order, world.merchant)).toMatchObject({ amount: { minor: '200' } })
  expect(await code(take(order, world.merchant))).toBe('forbidden')
  server.house.clock.advance(days(14) + minutes(1))
  expect(await look(order)).toMatchObject({ standing: 'over', amount: { minor: '0' } })
  expect((await aya.get<Order>(`/v1/orders/${order}`)).can).not.toContain('protect_price')
  expect(await code(take(order))).toBe('protection_over')
  await promise(0)
  const silent = await buyOne(aya, world.variant)
  await price('3000')
  expect(await code(take(silent.order))).toBe('no_protection')
  expect(await aya.get(`/v1/orders/${silent.order}`)).toMatchObject({ protection: null })
})

test('the letter and the notice say that a price fell, the statement has its own column, and the journal sums to zero', async () => {
  await server.house.log.flush()
  await eventually(async () => {
    const { items } = await aya.get<{ items: { kind: string; step: string; amount: { minor: string } | null }[] }>(
      '/v1/me/notices',
    )
    expect(items.filter(n => n.step === 'price_fell').map(n => n.amount?.minor)).toEqual(['420', '100', '300'])
    const { rows } = await server.house.db.pool.query(
      "select count(*)::int as n from notices.letters where kind = 'price_protected'",
    )
    expect(rows[0].n).toBe(3)
  })
  await eventually(async () => {
    const { items } = await world.merchant.get<{ items: Record<'protection' | 'refunds' | 'commission', { minor: string }>[] }>(
      `/v1/shops/${world.shop}/statements`,
    )
    const sum = (key: 'protection' | 'refunds') => items.reduce((n, s) => n + Number(s[key].minor), 0)
    expect([sum('protection'), sum('refunds')]).toEqual([-820, 0])
  })
  const { rows } = await server.house.db.pool.query('select currency, sum(minor)::int as sum from payments.postings group by 1')
  expect(rows).toEqual([{ currency: 'JPY', sum: 0 }])
  const operator = await server.operator()
  expect(await operator.post('/v1/ledger/check')).toMatchObject({ check: { problems: [] } })
})

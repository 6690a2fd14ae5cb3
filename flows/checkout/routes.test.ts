import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#base/http'
import { refundRoutes } from '#flows/refund'
import { ordersRoutes } from '#rooms/orders'
import { paymentsRoutes } from '#rooms/payments'
import { address, type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'
import { appOf } from '../../rooms/accounts/testing.ts'
import { checkoutRoutes } from './index.ts'

let house: TestHouse
let app: FastifyInstance
let w: Commerce
let caller: Caller

beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
  caller = w.shopper()
  const routes = [checkoutRoutes(w.checkout), ordersRoutes(w.orders), paymentsRoutes(w.payments), refundRoutes(w.refund)]
  app = await appOf(house, { identify: async () => caller }, routes)
})
afterAll(async () => {
  await app.close()
  await house.close()
})
const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, key?: string) => {
  const headers = { ...(body !== undefined && { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) }
  const reply = await app.inject({ method, url, headers, ...(body !== undefined && { payload: JSON.stringify(body) }) })
  return { status: reply.statusCode, body: reply.json(), replayed: reply.headers['idempotent-replayed'] === 'true' }
}
async function ready(pieces: number) {
  const s = await w.shop([pieces])
  caller = w.shopper()
  const begun = await call('POST', '/v1/checkouts', { lines: [{ variant: s.variants[0], quantity: 1 }] })
  expect(begun.status).toBe(201)
  const url = `/v1/checkouts/${begun.body.id}`
  expect((await call('PUT', `${url}/address`, address)).status).toBe(200)
  return { s, url, pay: { method: 'test_card', expectedTotal: begun.body.total } }
}

test.each([
  ['the same key', () => 'k'],
  ['different keys', () => crypto.randomUUID()],
])('a double click on pay with %s is one order and one payment', async (_name, keyOf) => {
  const { url, pay } = await ready(5)
  const held = w.bank.held('JPY')
  const clicks = await Promise.all([1, 2, 3].map(() => call('POST', `${url}/pay`, pay, keyOf())))
  for (const c of clicks) expect(c.status === 200 ? c.body.state : c.body.error.code).toMatch(/^(paid|idempotency_in_progress)$/)
  expect(w.bank.held('JPY') - held).toBe(1600n)
  const again = await call('POST', `${url}/pay`, pay, keyOf())
  expect([again.status, again.body.state, again.body.orders[0].state]).toEqual([200, 'paid', 'open'])
  expect((await call('GET', '/v1/me/orders')).body.items.length).toBe(1)
})
test('the guest’s link opens the order in another browser; without its key there is none', async () => {
  const { url, pay } = await ready(1)
  const paid = await call('POST', `${url}/pay`, pay, crypto.randomUUID())
  const order = paid.body.orders[0]
  caller = w.shopper()
  expect((await call('GET', `/v1/orders/${order.id}`)).body.error.code).toBe('not_found')
  const seen = await call('GET', `/v1/orders/${order.id}?key=${paid.body.key}`)
  expect([seen.status, seen.body.number, seen.body.can]).toEqual([
    200,
    order.number,
    ['cancel', 'cancel_lines', 'change_address'],
  ])
  const gone = await call('POST', `/v1/orders/${order.id}/cancel?key=${paid.body.key}`, { reason: 'wrong size' })
  expect([gone.body.state, gone.body.payment, gone.body.refunded]).toEqual(['cancelled', 'refunded', order.total])
})
test('a question of the provider is answered by its route, and the checkout is paid when it is looked at', async () => {
  const { url, pay } = await ready(1)
  const asked = await call('POST', `${url}/pay`, { ...pay, outcome: 'needs_action' }, crypto.randomUUID())
  expect([asked.body.state, asked.body.payment.state]).toEqual(['paying', 'needs_action'])
  expect((await call('POST', `/v1/payments/${asked.body.payment.id}/confirm`, { approve: 'yes' })).body.state).toBe('settled')
  expect((await call('GET', url)).body.state).toBe('paid')
})
test('a declined payment says so with its own status, and lines and cart together are refused', async () => {
  const { s, url, pay } = await ready(1)
  const declined = await call('POST', `${url}/pay`, { ...pay, outcome: 'decline' }, crypto.randomUUID())
  expect([declined.status, declined.body.error.code, (await call('GET', url)).body.state]).toEqual([
    402,
    'payment_declined',
    'open',
  ])
  const both = { cart: 'all', lines: [{ variant: s.variants[0], quantity: 1 }] }
  expect((await call('POST', '/v1/checkouts', both)).body.error.code).toBe('invalid_request')
  expect((await call('POST', '/v1/checkouts', {})).body.error.code).toBe('invalid_request')
})

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { seeded } from '#base/kernel'
import { withDatabase } from '#testing/house'
import { startServer, type TestServer } from '#testing/server'
import { Api, Refused } from '../simulator/api.ts'

/** A storm of buyers and viewers, a kill -9 in the middle of it, and what must be true after the next start. */
const seed = 20_260_401
const pieces = 40
let server: TestServer
let databaseUrl: string
let admin: pg.Client

beforeAll(async () => {
  admin = new pg.Client(inject('postgres'))
  await admin.connect()
  const name = `crash_${randomUUID().slice(0, 8)}`
  await admin.query(`create database ${name}`)
  databaseUrl = withDatabase(inject('postgres'), name)
  server = await startServer({ databaseUrl, args: ['--empty'] })
})
afterAll(async () => {
  await server?.stop()
  await admin?.end()
})

async function shopWithOneProduct(): Promise<{ merchant: Api; variant: string; product: string }> {
  const [, token] = await server.says(/\/setup\/([\w-]+)/)
  const operator = await Api.guest(server.url)
  await operator.post(`/v1/setup/${token}`, {
    email: 'operator@example.org',
    password: 'correct horse battery',
    name: 'Operator',
  })
  const merchant = await Api.join(server.url, 'merchant@example.org', 'correct horse battery', 'Merchant', 'merchant')
  const texts = { en: 'text' }
  const seller = {
    legalName: 'x',
    representative: 'x',
    address: 'x',
    phone: '03-0000-0000',
    email: 'm@example.org',
    registration: '',
    returns: texts,
    delivery: texts,
    taxRegistered: true,
  }
  const shop = await merchant.post<{ id: string }>('/v1/shops', {
    slug: 'kiln',
    name: { en: 'Kiln' },
    about: texts,
    country: 'JP',
    currency: 'JPY',
    seller,
    shippingFee: '500',
    freeShippingFrom: null,
    dispatchDays: 1,
    deliveryDays: { from: 1, to: 3 },
    returnDays: 14,
  })
  const picture = await merchant.upload(
    await sharp({ create: { width: 400, height: 400, channels: 3, background: '#456' } })
      .png()
      .toBuffer(),
    'p.png',
    'image/png',
  )
  await merchant.ready(picture)
  const product = await merchant.post<{ id: string; variants: { id: string }[] }>(`/v1/shops/${shop.id}/products`, {
    category: 'ceramics',
    name: { en: 'Cup' },
    description: texts,
    options: [],
    pictures: [picture],
    variants: [{ sku: 'CUP', choice: [], weightGrams: 200, onHand: pieces }],
  })
  const variant = product.variants[0]!.id
  await merchant.put(`/v1/variants/${variant}/price`, { price: { minor: '1000', currency: 'JPY' } })
  await merchant.post(`/v1/products/${product.id}/publish`)
  return { merchant, variant, product: product.id }
}

const address = {
  name: 'A',
  email: 'a@example.org',
  phone: '090-0000-0000',
  country: 'JP',
  postcode: '1500001',
  region: '東京都',
  city: '渋谷区',
  line: '1-2-3',
}
type Checkout = {
  id: string
  state: string
  total: object
  payment: { state: string; amount: { minor: string }; refunded: { minor: string } } | null
  orders: { state: string; payment: string; lines: { quantity: number }[] }[]
}

test('after a kill -9 in a storm of checkouts and events nothing acknowledged is lost, doubled or oversold', {
  timeout: 180_000,
}, async () => {
  const { merchant, variant, product } = await shopWithOneProduct()
  const random = seeded(seed)
  const started: { api: Api; id: string }[] = []
  const paid: string[] = []
  const acknowledged: string[] = []
  const troubles: string[] = []
  let storming = true
  const buyer = async () => {
    const api = await Api.guest(server.url)
    while (storming) {
      const checkout = await api.post<Checkout>('/v1/checkouts', { lines: [{ variant, quantity: 1 }] })
      started.push({ api, id: checkout.id })
      if (random() < 0.2) continue
      const addressed = await api.put<Checkout>(`/v1/checkouts/${checkout.id}/address`, address)
      const roll = random()
      const outcome = roll < 0.2 ? 'decline' : roll < 0.4 ? 'late_success' : 'approve'
      const pay = api.post<Checkout>(`/v1/checkouts/${checkout.id}/pay`, {
        method: 'test_card',
        outcome,
        expectedTotal: addressed.total,
      })
      const done = await pay.catch((error: unknown) =>
        error instanceof Refused && error.code === 'payment_declined' ? null : Promise.reject(error),
      )
      if (done?.state === 'paid') paid.push(checkout.id)
    }
  }
  const viewer = async () => {
    const api = await Api.guest(server.url)
    while (storming) {
      const ids = Array.from({ length: 20 }, () => randomUUID())
      await api.post('/v1/events', {
        events: ids.map(id => ({ id, name: 'product.viewed', subject: { kind: 'product', id: product }, data: { ms: 3000 } })),
      })
      acknowledged.push(...ids.map(id => `${api.person}:${id}`))
    }
  }
  const storm = [...Array.from({ length: 8 }, buyer), ...Array.from({ length: 4 }, viewer)].map(p =>
    p.catch((error: Error) => troubles.push(error.message)),
  )
  await new Promise(resolve => setTimeout(resolve, 1200))
  // A slow machine storms until there is something to lose.
  for (let wait = 0; wait < 300 && paid.length < 3; wait++) await new Promise(resolve => setTimeout(resolve, 100))
  await server.kill()
  storming = false
  await Promise.all(storm)
  console.log(
    `seed ${seed}: ${started.length} checkouts, ${paid.length} acknowledged as paid, ${acknowledged.length} events acknowledged`,
  )
  expect([paid.length > 0, troubles.filter(t => /^\d/.test(t) && !t.includes('out_of_stock'))]).toEqual([true, []])
  expect(acknowledged.length).toBeGreaterThan(100)

  const port = Number(new URL(server.url).port)
  const dataDir = server.dataDir
  server = await startServer({ databaseUrl, dataDir, port })
  await waitUntilQuiet(started)

  const db = new pg.Client(databaseUrl)
  await db.connect()
  try {
    const logged = await db.query<{ id: string; n: number }>(
      'select id, count(*)::int as n from events.log where id = any($1) group by id',
      [acknowledged],
    )
    expect([logged.rows.length, logged.rows.every(r => r.n === 1)]).toEqual([acknowledged.length, true])
    const gaps = await db.query<{ n: number; last: number }>(
      'select count(*)::int as n, max(position)::int as last from events.log',
    )
    expect(gaps.rows[0]!.n).toBe(gaps.rows[0]!.last)
    const paidEvents = await db.query<{ subject_id: string; n: number }>(
      "select subject_id, count(*)::int as n from events.log where name = 'order.paid' group by subject_id",
    )
    expect(paidEvents.rows.every(r => r.n === 1)).toBe(true)
  } finally {
    await db.end()
  }

  const now = await Promise.all(
    started.map(async s => ({ id: s.id, checkout: await s.api.get<Checkout>(`/v1/checkouts/${s.id}`) })),
  )
  const sold = now.filter(n => n.checkout.state === 'paid')
  for (const id of paid) expect(sold.map(s => s.id)).toContain(id)
  for (const { checkout } of now) {
    const { payment } = checkout
    if (payment?.state === 'settled')
      expect([checkout.state, payment.refunded.minor === payment.amount.minor]).toEqual(
        checkout.state === 'paid' ? ['paid', false] : [checkout.state, true],
      )
    if (checkout.state === 'paid') expect(payment?.state).toBe('settled')
  }
  const stockNow = () => merchant.get<{ onHand: number; reserved: number; sold: number }>(`/v1/variants/${variant}/stock`)
  // Held becomes sold behind the payment.
  await expect.poll(async () => (await stockNow()).sold, { timeout: 20_000 }).toBe(sold.length)
  const stock = await stockNow()
  expect(stock.onHand + stock.sold).toBe(pieces)
  // A hold whose checkout was never written down (killed in between) is still held; nothing is held for less than is open.
  expect(stock.reserved).toBeGreaterThanOrEqual(
    now.filter(n => n.checkout.state === 'open' || n.checkout.state === 'paying').length,
  )
  expect(stock.onHand).toBeGreaterThanOrEqual(stock.reserved)

  // Every hold ends: twenty minutes later the sweep has given back what nobody paid for.
  const operator = await Api.member(server.url, 'operator@example.org', 'correct horse battery')
  await operator.post('/v1/demo/clock', { advanceMs: 20 * 60_000 })
  for (let i = 0; i < 120 && (await stockNow()).reserved > 0; i++) await new Promise(resolve => setTimeout(resolve, 1000))
  expect(await stockNow()).toMatchObject({ onHand: pieces - sold.length, reserved: 0, sold: sold.length })
})

/** Late payments and recovery take a moment: wait until nothing is between two states. */
async function waitUntilQuiet(started: { api: Api; id: string }[]): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const states = await Promise.all(started.map(s => s.api.get<Checkout>(`/v1/checkouts/${s.id}`)))
    const between = states.filter(
      s => s.state === 'paying' || (s.payment?.state === 'settled' && s.state === 'open') || s.payment?.state === 'pending',
    )
    if (between.length === 0) return
    await new Promise(resolve => setTimeout(resolve, 300))
  }
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '#base/db'
import { type TestHouse, testHouse } from '#testing/house'
import { ordersMigrations } from './index.ts'
import { readOrder } from './store.ts'

const first = ordersMigrations.findIndex(m => m.name.startsWith('0004'))
let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ migrations: ordersMigrations.slice(0, first) })
})
afterAll(() => house.close())

/** [id, state, payment, fulfilment, refunded, asked to return, delivered] as they stood before there were parcels. */
const before = [
  ['ord_new', 'open', 'paid', 'none', 0, false, false],
  ['ord_packed', 'open', 'paid', 'packed', 0, false, false],
  ['ord_gone', 'cancelled', 'refunded', 'packed', 2600, false, false],
  ['ord_sent', 'open', 'partially_refunded', 'shipped', 100, false, false],
  ['ord_asked', 'completed', 'paid', 'delivered', 0, true, true],
  ['ord_back', 'completed', 'refunded', 'returned', 2600, true, true],
] as const

test('orders from before there were parcels have one each, and their lines count what became of them', async () => {
  const { pool } = house.db
  await pool.query(`insert into orders.checkouts (id, person, state, language, currency, total_minor, expires, payment, started)
    select 'chk_' || n, 'per_a', 'paid', 'en', 'JPY', 2600, now(), 'pay_' || n, now() from generate_series(1, 6) n`)
  for (const [i, [id, state, payment, fulfilment, refunded, asked, delivered]] of before.entries()) {
    await pool.query(
      `insert into orders.orders (id, number, checkout, person, shop, shop_card, state, payment, fulfilment, currency, market, subtotal_minor, shipping_minor, tax_minor,
        total_minor, refunded_minor, language, carrier, return_reason, return_at, dispatch_days, delivery_from, delivery_to, return_days, placed, paid_at, delivered_at)
       values ($1, $1, $2, 'per_a', 'shp_a', '{"id": "shp_a"}', $3, $4, $5, 'JPY', 'JP', 2000, 600, 0, 2600, $6, 'en', 'Yamato', $7, $8, 1, 1, 2, 14, now(), now(), $9)`,
      [
        id,
        `chk_${i + 1}`,
        state,
        payment,
        fulfilment,
        refunded,
        asked ? 'too small' : null,
        asked ? new Date() : null,
        delivered ? new Date() : null,
      ],
    )
    await pool.query(
      `insert into orders.lines (id, order_id, position, product, variant, name, choice, sku, quantity, unit_minor, total_minor, tax_minor, tax_percent)
       values ($1, $2, 0, 'prd_a', 'var_a', '{}', '[]', 'S', 2, 1000, 2000, 0, 10)`,
      [`lin_${i}`, id],
    )
    await pool.query(`insert into orders.timeline (order_id, what, at) values ($1, 'placed', now())`, [id])
  }
  expect(await migrate(house.db, ordersMigrations)).toBeGreaterThan(0)
  const seen = await Promise.all(
    before.map(async ([id]) => {
      const o = await readOrder(house.db.tables(), id)
      const { cancelled, returned, refunded } = o?.lines[0] ?? {}
      return [id, o?.fulfilment, o?.parcels.map(p => p.state), [cancelled, returned, refunded], o?.returns.map(r => r.state)]
    }),
  )
  expect(seen).toEqual([
    ['ord_new', 'none', [], [0, 0, 0], []],
    ['ord_packed', 'packed', ['packed'], [0, 0, 0], []],
    ['ord_gone', 'none', ['dropped'], [2, 0, 2], []],
    ['ord_sent', 'shipped', ['shipped'], [0, 0, 0], []],
    ['ord_asked', 'delivered', ['delivered'], [0, 0, 0], ['requested']],
    ['ord_back', 'returned', ['returned'], [0, 2, 2], ['settled']],
  ])
})

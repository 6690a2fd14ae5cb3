import { afterAll, beforeAll, expect, test } from 'vitest'
import { minutes, must } from '#base/kernel'
import { createLedger } from '#rooms/payments'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house)
  const nobody = async () => new Map<string, never>()
  await createLedger(house, { accounts: { people: nobody, shops: nobody } as never }).start()
})
afterAll(() => house.close())

/** What the shopper's account got back for this refund of the order, by what it is for. */
async function postedFor(order: string): Promise<Record<string, number>[]> {
  await house.log.flush()
  await expect.poll(() => house.log.followers().find(f => f.name === 'payments.ledger')?.behind).toBe(0)
  const { rows } = await house.db.pool.query(
    `select jsonb_object_agg(p.what, p.minor) as parts from payments.entries e join payments.postings p on p.entry = e.id
     where e.kind = 'refund' and p.subject = $1 and p.party = 'shopper' and p.minor <> 0 group by e.id order by e.id`,
    [order],
  )
  return rows.map(r => r.parts)
}
/** Three pieces at 1,000 yen, 600 of delivery. */
async function bought() {
  const s = await w.shop([5])
  const [variant] = s.variants
  const order = (await w.bought(w.shopper(), [{ variant: variant!, quantity: 3 }])).orders[0]!
  return { owner: s.owner, id: order.id, line: order.lines[0]!.id }
}

test('the ledger posts a refund of pieces as what they are: goods alone, or with their part of the delivery, and all at the end', async () => {
  const o = await bought()
  const wish = { kind: 'refund' as const, reason: null, pieces: [{ line: o.line, quantity: 1 }] }
  must(await w.refund.refund(o.owner, o.id, wish))
  must(await w.refund.refund(o.owner, o.id, { ...wish, shipping: true }))
  must(await w.refund.refund(o.owner, o.id, { kind: 'refund', reason: null }))
  expect(await postedFor(o.id)).toEqual([{ goods: 1000 }, { goods: 1000, shipping: 200 }, { goods: 1000, shipping: 400 }])
})

test('a refund that a killed server left behind is posted as its pieces too', async () => {
  const o = await bought()
  const wish = { kind: 'refund' as const, reason: null, pieces: [{ line: o.line, quantity: 1 }] }
  must(await w.orders.beginRefund(o.owner, o.id, wish))
  house.clock.advance(minutes(2))
  await w.refund.sweep(house.clock.now())
  expect(await postedFor(o.id)).toEqual([{ goods: 1000 }])
})

test('an amount that somebody names is split over what is left', async () => {
  const o = await bought()
  must(await w.refund.refund(o.owner, o.id, { kind: 'refund', reason: null, amount: { minor: 600n, currency: 'JPY' } }))
  expect(await postedFor(o.id)).toEqual([{ goods: 500, shipping: 100 }])
})

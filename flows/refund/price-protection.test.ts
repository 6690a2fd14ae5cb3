import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, hours, type Id, minutes, money, must } from '#base/kernel'
import { createLedger } from '#rooms/payments'
import { type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'

let house: TestHouse
let w: Commerce
let fault: 'refuses' | 'throws' | null = null
const yen = (n: number) => money(n, 'JPY')
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house, {
    provider: bank => ({
      ...bank,
      async refund(charge, refund) {
        if (fault === 'refuses') return { state: 'failed', reason: 'closed_account' }
        if (fault === 'throws') throw new Error('planted: network')
        return bank.refund(charge, refund)
      },
    }),
  })
  const nobody = async () => new Map<string, never>()
  await createLedger(house, { accounts: { people: nobody, shops: nobody } as never }).start()
})
afterAll(() => house.close())

/** Pieces at 1,000 yen with a promise of ten days, 600 of delivery. */
async function bought(quantity = 2, protectionDays = 10) {
  const s = await w.shop([9], { protectionDays })
  const [variant] = s.variants as [Id<'variant'>]
  const caller = w.shopper()
  const order = (await w.bought(caller, [{ variant, quantity }])).orders[0]!
  const fall = (price: number) => {
    house.clock.advance(1000)
    w.falls.set(variant, [...(w.falls.get(variant) ?? []), { at: house.clock.now(), price: yen(price) }])
  }
  return { s, owner: s.owner, variant, caller, order, line: order.lines[0]!.id, fall }
}
const seen = async (o: Awaited<ReturnType<typeof bought>>) => must(await w.orders.view(o.caller, o.order.id))
/** What the journal says that the shop gave back for it, and whether the journal of this order sums to zero. */
async function posted(order: string) {
  await house.log.flush()
  await expect.poll(() => house.log.followers().find(f => f.name === 'payments.ledger')?.behind).toBe(0)
  const { rows } = await house.db.pool.query(
    `select coalesce(sum(p.minor) filter (where e.kind = 'protection' and p.party = 'shop' and p.what = 'goods'), 0)::int as goods,
       coalesce(sum(p.minor) filter (where e.kind = 'protection' and p.party = 'shopper'), 0)::int as shopper, sum(p.minor)::int as sum
     from payments.entries e join payments.postings p on p.entry = e.id where p.subject = $1`,
    [order],
  )
  return rows[0]
}

test('the buyer takes the difference once, however often they tap; a second fall brings the further difference only', async () => {
  const o = await bought()
  o.fall(800)
  const all = await Promise.all([1, 2, 3].map(() => w.refund.protect(o.caller, o.order.id)))
  expect(all.map(r => (r.ok ? 'ok' : r.code)).sort()).toEqual(['nothing_fell', 'nothing_fell', 'ok'])
  expect([(await seen(o)).refunded, (await seen(o)).lines[0]?.protected]).toEqual([yen(400), yen(400)])
  house.clock.advance(hours(1))
  o.fall(950)
  expect(await w.refund.protect(o.caller, o.order.id)).toMatchObject({ code: 'nothing_fell' })
  o.fall(750)
  const shown = must(await w.refund.protection(o.caller, o.order.id))
  expect([shown.standing, shown.amount, shown.given]).toEqual(['open', yen(100), yen(400)])
  must(await w.refund.protect(o.caller, o.order.id))
  expect((await seen(o)).timeline.map(t => [t.what, t.note]).slice(-4)).toEqual([
    ['protection_asked', null],
    ['price_protected', '400 JPY'],
    ['protection_asked', null],
    ['price_protected', '100 JPY'],
  ])
  expect(await posted(o.order.id)).toEqual({ goods: -500, shopper: 500, sum: 0 })
})

test('what goes back afterwards is what was paid less what came for it, and all of it is what was paid', async () => {
  const o = await bought(3)
  const held = w.bank.held('JPY')
  o.fall(700)
  must(await w.refund.protect(o.caller, o.order.id))
  const pieces = [{ line: o.line, quantity: 1 }]
  must(await w.refund.refund(o.owner, o.order.id, { kind: 'refund', pieces, reason: null }))
  expect((await seen(o)).refunded).toEqual(yen(900 + 700))
  expect((await seen(o)).lines[0]?.protected).toEqual(yen(600))
  must(await w.refund.refund(o.caller, o.order.id, { kind: 'cancel', reason: null }))
  const after = await seen(o)
  expect([after.payment, after.refunded, after.lines[0]?.protected]).toEqual(['refunded', after.total, yen(0)])
  expect(held - w.bank.held('JPY')).toBe(after.total.minor)
  expect(await posted(o.order.id)).toMatchObject({ goods: -900, sum: 0 })
})

test('refused: no promise, too late, nothing fell, and strangers learn nothing; the shop looks but can’t take it', async () => {
  const silent = await bought(1, 0)
  silent.fall(500)
  expect(await w.refund.protect(silent.caller, silent.order.id)).toMatchObject({ code: 'no_protection' })
  const o = await bought()
  expect(await w.refund.protect(o.caller, o.order.id)).toMatchObject({ code: 'nothing_fell' })
  o.fall(600)
  expect(await w.refund.protect(w.shopper(), o.order.id)).toMatchObject({ code: 'not_found' })
  expect(await w.refund.protection(w.shopper(), o.order.id)).toMatchObject({ code: 'not_found' })
  expect(must(await w.refund.protection(o.owner, o.order.id)).amount).toEqual(yen(800))
  expect(await w.refund.protect(o.owner, o.order.id)).toMatchObject({ code: 'forbidden' })
  house.clock.advance(days(10) + minutes(1))
  expect(await w.refund.protect(o.caller, o.order.id)).toMatchObject({ code: 'protection_over' })
  expect(must(await w.refund.protection(o.caller, o.order.id))).toMatchObject({ standing: 'over', amount: yen(0) })
})

test('the promise is the one of the day of the order, whatever the shop says later', async () => {
  const o = await bought()
  w.shops.set(o.s.id, { ...w.shops.get(o.s.id)!, protectionDays: 0 })
  house.clock.advance(days(5))
  o.fall(990)
  must(await w.refund.protect(o.caller, o.order.id))
  expect((await seen(o)).refunded).toEqual(yen(20))
})

test('a provider that refuses leaves nothing behind, and one that was silent is asked again by the sweep', async () => {
  const o = await bought()
  o.fall(900)
  fault = 'refuses'
  expect(await w.refund.protect(o.caller, o.order.id)).toMatchObject({ code: 'refund_failed' })
  expect([(await seen(o)).refunded, (await seen(o)).lines[0]?.protected]).toEqual([yen(0), yen(0)])
  fault = 'throws'
  must(await w.refund.protect(o.caller, o.order.id))
  expect([(await seen(o)).refunded, (await seen(o)).refunding]).toEqual([yen(0), yen(200)])
  fault = null
  house.clock.advance(minutes(2))
  await w.refund.sweep(house.clock.now())
  expect([(await seen(o)).refunded, (await seen(o)).lines[0]?.protected]).toEqual([yen(200), yen(200)])
  await house.log.flush()
  const told = (await house.log.read(0n, 100_000)).filter(e => e.subject.id === o.order.id).map(e => e.name)
  expect(told).toEqual(['order.paid', 'order.refunded', 'order.price_protected'])
})

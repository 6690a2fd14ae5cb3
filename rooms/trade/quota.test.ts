import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, type Id, must, newId, seeded } from '#base/kernel'
import { identity, idNumbers } from '#testing/border'
import { type TestHouse, testHouse } from '#testing/house'
import { createTrade, type Trade, tradeMigrations } from './index.ts'
import { quotaDisagreements } from './testing.ts'

let house: TestHouse
let trade: Trade
const may = () => ({ ok: true, value: true }) as const
beforeAll(async () => {
  house = await testHouse({ migrations: tradeMigrations })
  trade = createTrade(house, { accounts: { may, note: async () => {} } })
})
afterAll(() => house.close())

const now = () => house.clock.now()
const person = () => newId('person', now())
async function known(idNumber: string, language: 'zh' = 'zh'): Promise<Id<'checkout'>> {
  const checkout = newId('checkout', now())
  must(await trade.giveIdentity({ checkout, person: person(), language, wanted: 0n }, identity(idNumber)))
  return checkout
}
const later = () => new Date(now().getTime() + 900_000)
const claim = (checkout: Id<'checkout'>, amount: bigint, order = newId('order', now()), attempt = 'a') =>
  trade.claim({ checkout, attempt, expires: later(), orders: [{ id: order, amount, consent: 'cn-cbec-1' }] })

/** The ledger, read by the engine: the counter of every person and year must be what it says. */
const ledgerHolds = async () => expect(await quotaDisagreements(house)).toEqual([])

test('of twenty orders of one person at once only so many are let through as CNY 26,000 holds', async () => {
  const [id] = idNumbers
  const checkouts = await Promise.all(Array.from({ length: 20 }, () => known(id)))
  const all = await Promise.all(checkouts.map(c => claim(c, 400_000n)))
  expect(all.filter(r => r.ok)).toHaveLength(6)
  for (const r of all) if (!r.ok) expect(r).toMatchObject({ code: 'trade_refused', details: { reason: 'over_year_limit' } })
  await ledgerHolds()
})

test('the same checkout claimed eight times at once uses its quota once', async () => {
  const checkout = await known(idNumbers[1])
  const order = newId('order', now())
  const all = await Promise.all(Array.from({ length: 8 }, (_, i) => claim(checkout, 100_000n, order, `a${i}`)))
  expect(all.every(r => r.ok)).toBe(true)
  const rows = await house.db.pool.query('select * from trade.quota_entries where order_id = $1', [order])
  expect(rows.rowCount).toBe(1)
  await ledgerHolds()
})

test('tries of one checkout at once are not over the year because of each other', async () => {
  for (let round = 0; round < 10; round++) {
    const checkout = await known(idNumbers[1])
    const order = newId('order', now())
    const all = await Promise.all(Array.from({ length: 6 }, (_, i) => claim(checkout, 1_500_000n, order, `a${i}`)))
    expect(all.map(r => r.ok)).toEqual(Array(6).fill(true))
    expect(await trade.release(checkout)).toBe(true)
  }
  await ledgerHolds()
})

test('a try that failed can’t let go of what the next try holds', async () => {
  const checkout = await known(idNumbers[1])
  const order = newId('order', now())
  must(await claim(checkout, 1000n, order, 'first'))
  must(await claim(checkout, 1000n, order, 'second'))
  expect(await trade.release(checkout, { attempt: 'first' })).toBe(false)
  expect(await trade.attemptOf(checkout)).toBe('second')
  expect(await trade.release(checkout, { attempt: 'second' })).toBe(true)
  expect(await trade.release(checkout, { attempt: 'second' })).toBe(false)
  await ledgerHolds()
})

test('who ends what is past its time leaves what was claimed again meanwhile', async () => {
  const checkout = await known(idNumbers[1])
  must(await claim(checkout, 1000n, newId('order', now()), 'late'))
  expect(await trade.release(checkout, { overdueAt: now() })).toBe(false)
  expect(await trade.release(checkout, { overdueAt: new Date(now().getTime() + days(1)) })).toBe(true)
  await ledgerHolds()
})

test('without identity, without the consent of now, nothing is claimed', async () => {
  const checkout = newId('checkout', now())
  expect(await claim(checkout, 1n)).toMatchObject({ code: 'identity_needed' })
  const of = { checkout, person: person(), language: 'zh' as const, wanted: 0n }
  expect(await trade.giveIdentity(of, { ...identity(), consent: 'old' })).toMatchObject({ code: 'consent_needed' })
  expect(await claim(checkout, 1n)).toMatchObject({ code: 'identity_needed' })
})

test('a claim and a letting go at once, in any order, never leave a claim that holds nothing', async () => {
  const random = seeded(7)
  for (let i = 0; i < 60; i++) {
    const checkout = await known(idNumbers[2])
    const order = newId('order', now())
    if (random() < 0.5) must(await claim(checkout, 500n, order, 'old'))
    await Promise.all([claim(checkout, 500n, order, 'new'), trade.release(checkout, { attempt: random() < 0.5 ? 'old' : null })])
    const held = (await trade.attemptOf(checkout)) !== null
    const sum = await house.db.pool.query<{ n: string }>(
      `select coalesce(sum(case kind when 'use' then amount else -amount end), 0)::text as n from trade.quota_entries where order_id = $1`,
      [order],
    )
    expect([i, held, sum.rows[0]?.n]).toEqual([i, held, held ? '500' : '0'])
  }
  await ledgerHolds()
})

test('2,000 random steps of many lives: the counters are the sum of the orders, never over the year, never below nothing (seed 11)', async () => {
  const random = seeded(11)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  interface Life {
    readonly checkout: Id<'checkout'>
    readonly order: Id<'order'>
    readonly amount: bigint
    state: 'open' | 'held' | 'kept'
    given: bigint
  }
  const lives: Life[] = []
  for (let step = 0; step < 2000; step++) {
    const life = lives.length > 0 && random() < 0.8 ? pick(lives.slice(-40)) : undefined
    if (!life) {
      const checkout = await known(pick(idNumbers.slice(2)))
      lives.push({
        checkout,
        order: newId('order', now()),
        amount: BigInt(1 + Math.floor(random() * 300_000)),
        state: 'open',
        given: 0n,
      })
      continue
    }
    const what = random()
    if (life.state === 'open' && what < 0.6) {
      if ((await claim(life.checkout, life.amount, life.order, `s${step}`)).ok) life.state = 'held'
    } else if (life.state === 'held' && what < 0.3) {
      await trade.release(life.checkout)
      life.state = 'open'
    } else if (life.state === 'held') {
      await trade.keep(life.checkout)
      life.state = 'kept'
    } else if (life.state === 'kept' && what < 0.4) {
      const given = BigInt(Math.floor(random() * 1.2 * Number(life.amount)))
      const back = given > life.amount ? life.amount : given
      if (back > life.given) life.given = back
      await trade.restore(life.order, given)
    }
    if (random() < 0.02) house.clock.advance(40 * 86_400_000)
  }
  await ledgerHolds()
  const held = await house.db.pool.query<{ order_id: string; n: bigint }>(
    `select order_id, sum(case kind when 'use' then amount else -amount end)::bigint as n from trade.quota_entries group by order_id`,
  )
  const left = new Map(held.rows.map(r => [r.order_id, r.n]))
  for (const l of lives) {
    const wanted = l.state === 'open' ? 0n : l.amount - l.given
    expect([l.order, left.get(l.order) ?? 0n]).toEqual([l.order, wanted])
  }
  const over = await house.db.pool.query('select * from trade.quota_years where used > 2600000')
  expect(over.rowCount).toBe(0)
})

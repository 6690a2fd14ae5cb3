import { afterAll, beforeAll, expect, test } from 'vitest'
import { between, days, type Id, minutes, money, must, newId, pick, seeded } from '#base/kernel'
import { callerOf, operator, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createLedger, createPayments, createTestProvider, type Ledger, paymentsMigrations } from '../index.ts'
import type { Db } from './journal.ts'
import { buy, deliver, dispute, type Life, refund, type Town, tell } from './lives.ts'
import { ledgerEvents, postEvent } from './post-event.ts'
import { periodOf } from './statement.ts'
import type { LedgerTables } from './tables.ts'

const lives = 2000
const seed = Number(process.env.SEED ?? 20260301)
let house: TestHouse
let ledger: Ledger
let town: Town
const all: Life[] = []
const rows = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await house.db.pool.query(text, values)).rows as R[]
const nobody = async () => new Map<string, never>()
const may = createMay()
function createMay() {
  return (caller: ReturnType<typeof callerOf>, permission: string, about?: { shop: Id<'shop'> }) => {
    const owns = caller.shops.some(s => s.shop === about?.shop && s.role === 'owner')
    return (permission === 'operate' ? caller.operator : owns)
      ? ({ ok: true, value: true } as const)
      : ({ ok: false, code: 'forbidden', message: 'no' } as const)
  }
}
const caughtUp = async () => {
  const end = await house.log.flush()
  await expect.poll(() => house.log.followers().find(f => f.name === 'payments.ledger')?.behind, { timeout: 60_000 }).toBe(0)
  return end
}

beforeAll(async () => {
  house = await testHouse({ migrations: paymentsMigrations })
  const bank = createTestProvider(house.clock)
  const payments = createPayments(house, { providers: [bank] })
  ledger = createLedger(house, { accounts: { may, people: nobody, shops: nobody } })
  await ledger.start()
  const make = <K extends 'shop' | 'post'>(kind: K, n: number) => Array.from({ length: n }, () => newId(kind, house.clock.now()))
  const [shops, posts] = [make('shop', 5), make('post', 8)]
  town = { house, payments, bank, random: seeded(seed), shops, posts, person: newId('person', house.clock.now()) }
  const facts = {
    format: 'video',
    durationMs: 1,
    tags: [],
    products: [],
    language: 'en',
    disclosure: 'paid',
    grownFrom: null,
  } as const
  await tell(
    town,
    posts.map((post, i) => ({
      ...{ name: 'post.published' as const, at: house.clock.now(), person: null, subject: { kind: 'post' as const, id: post } },
      data: { ...facts, author: newId('person', house.clock.now()), shop: i === 0 ? (shops[0] as Id<'shop'>) : null },
    })),
  )
}, 60_000)
afterAll(() => house.close())

async function act(life: Life): Promise<void> {
  const order = life.orders.length > 0 ? pick(town.random, life.orders) : null
  if (!order) return
  const dice = town.random()
  if (dice < 0.35) await deliver(town, order)
  else if (dice < 0.55) await refund(town, life, order, 'part')
  else if (dice < 0.68) await refund(town, life, order, 'all')
  else if (dice < 0.8) await dispute(town, life)
}
async function payOut(): Promise<void> {
  await caughtUp()
  await ledger.releaseDue()
  await caughtUp()
  // At once: a job and an operator, or two servers.
  await Promise.all([ledger.makePayouts(), ledger.makePayouts()])
  await Promise.all([ledger.sendPayouts(), ledger.sendPayouts()])
  for (const p of must(await ledger.allPayouts(operator(), { limit: 100, state: 'sent' })).items) {
    if (town.random() < 0.2) continue
    const state = town.random() < 0.3 ? ('failed' as const) : ('paid' as const)
    await Promise.all([ledger.answerPayout(operator(), p.id, { state }), ledger.answerPayout(operator(), p.id, { state })])
  }
}

test(`${lives} lives of orders, bought, given back, disputed, expired and paid out in between, leave every sum right`, async () => {
  console.log(`ledger lives: seed ${seed}`)
  while (all.length < lives) {
    all.push(...(await Promise.all(Array.from({ length: 8 }, () => buy(town)))))
    // Each life once a round: what one shopper does at the same time is the business of other tests.
    await Promise.all([...new Set(Array.from({ length: 20 }, () => pick(town.random, all)))].map(act))
    if (town.random() < 0.3) house.clock.advance(days(between(town.random, 0, 3)))
    if (all.length % 120 === 0) await payOut()
  }
  house.clock.advance(days(20))
  await payOut()
  house.clock.advance(minutes(30))
  const checked = await ledger.reconcile()
  expect(checked.problems).toEqual([])
  expect(await rows('select currency from payments.postings group by currency having sum(minor) <> 0')).toEqual([])
  expect(await rows('select id from payments.payments where refunded_minor + charged_back_minor > captured_minor')).toEqual([])
  const counts = await rows<{ kind: string; n: number }>(
    'select kind, count(*)::int as n from payments.entries group by 1 order by 1',
  )
  console.log(`ledger lives: ${counts.map(c => `${c.kind} ${c.n}`).join(', ')}`)
  for (const kind of ['refund', 'release', 'dispute_won', 'dispute_lost', 'payout_paid', 'payout_failed'])
    expect(counts.find(c => c.kind === kind)?.n, kind).toBeGreaterThan(10)
}, 300_000)

test('an order that went back whole leaves nothing but the fee for taking its payment', async () => {
  const undisputed = all
    .filter(l => l.disputes.length === 0)
    .flatMap(l => l.orders.filter(o => o.left === 0n && o.total.minor > 0n))
  expect(undisputed.length).toBeGreaterThan(50)
  const left = await rows(
    `select subject, party, holder, currency from payments.postings where subject = any($1) and what <> 'fee' and what <> 'release'
     group by 1, 2, 3, 4 having sum(minor) <> 0`,
    [undisputed.map(o => o.id)],
  )
  expect(left).toEqual([])
})
test('nobody is paid twice: what left is what payouts say, and never more than was released', async () => {
  const wrong = await rows(`
    with paid as (select party, holder, currency, sum(minor) as minor from payments.payouts where state = 'paid' group by 1, 2, 3)
    select 1 from paid left join lateral (
      select -sum(minor) filter (where what = 'payout') as gone, sum(minor) filter (where bucket <> 'pending' and what <> 'payout') as earned
      from payments.postings p where p.party = paid.party and p.holder = paid.holder and p.currency = paid.currency) j on true
    where paid.minor <> j.gone`)
  expect(wrong).toEqual([])
  const paying = await rows(`
    select 1 from payments.balances b full join (
      select party, holder, currency, sum(minor) as minor from payments.payouts where state in ('created', 'sent') group by 1, 2, 3) o
      using (party, holder, currency) where b.bucket = 'paying' and b.minor <> coalesce(o.minor, 0)`)
  expect(paying).toEqual([])
  expect(await rows(`select reference from payments.entries group by kind, reference having count(*) > 1`)).toEqual([])
})
test('statements reconcile to the unit in every month and week, and their lines sum to them', async () => {
  for (const shop of town.shops) {
    const owner = staffOf(shop)
    for (const grain of ['month', 'week'] as const) {
      const { items } = must(await ledger.statements(owner, shop, { grain, limit: 100 }))
      expect(items.length).toBeGreaterThan(2)
      for (const [i, s] of items.entries()) {
        expect(s.opening.minor + s.net.minor + s.payouts.minor).toBe(s.closing.minor)
        if (i > 0) expect(items[i - 1]?.opening).toEqual(s.closing)
        let [net, tax, seen] = [0n, 0n, 0]
        for (let cursor: string | undefined, more = true; more; ) {
          const page = must(
            await ledger.lines(owner, { shop, currency: s.currency, ...periodOf(grain, s.from) }, { cursor, limit: 100 }),
          )
          for (const l of page.items) [net, tax, seen] = [net + l.net.minor, tax + l.tax.minor, seen + 1]
          cursor = page.next ?? undefined
          more = page.next !== null
        }
        expect([net, tax, seen]).toEqual([s.net.minor, s.tax.minor, s.orders])
      }
      const [balance] = must(await ledger.balances(owner, shop))
      const { pending, payable, paying } = balance as NonNullable<typeof balance>
      expect(items[0]?.closing.minor).toBe(pending.minor + payable.minor + paying.minor)
    }
  }
}, 60_000)
test('read again from the start, the log changes nothing; read into an empty journal, it makes the same one', async () => {
  const dump = () =>
    rows('select party, holder, bucket, currency, minor from payments.balances where minor <> 0 order by 1, 2, 3, 4')
  const replay = async (until = house.log.position()) => {
    for (let at = 0n; at < until; ) {
      const events = await house.log.read(at, 2000)
      const last = events.at(-1)
      if (!last) return
      at = last.position
      await house.db.transaction<LedgerTables, void>(async trx => {
        for (const e of events) if (ledgerEvents.includes(e.name)) await postEvent(trx as unknown as Db, e)
      })
    }
  }
  const before = await dump()
  await replay(2000n)
  expect(await dump()).toEqual(before)
  await house.db.pool.query(
    'truncate payments.postings, payments.entries, payments.balances, payments.sales, payments.post_authors',
  )
  await replay()
  expect(await dump()).toEqual(before)
  expect(before.length).toBeGreaterThan(20)
}, 300_000)
test('money of another shop, or of a stranger, is not to be read', async () => {
  const shop = town.shops[0] as Id<'shop'>
  const stranger = staffOf(town.shops[1] as Id<'shop'>)
  const clerk = callerOf({ shops: [{ shop, role: 'staff' }] })
  for (const caller of [stranger, clerk, callerOf()]) {
    expect(await ledger.balances(caller, shop)).toMatchObject({ code: 'forbidden' })
    expect(await ledger.payOut(caller)).toMatchObject({ code: 'forbidden' })
    const period = { shop, currency: 'JPY' as const, ...periodOf('month', house.clock.now()) }
    expect(await ledger.statement(caller, period)).toMatchObject({ code: 'forbidden' })
  }
})
test('a settlement in another currency shows the gain or loss of exchange, and is counted once', async () => {
  const wish = { provider: 'test', reference: 'po_1', given: money(48_300, 'CNY'), received: money(9_900, 'JPY') }
  const fx = () =>
    rows<{ currency: string; minor: bigint }>(`select currency, minor from payments.balances where party = 'fx' order by 1`)
  const before = await fx()
  must(await ledger.settle(operator(), wish))
  must(await ledger.settle(operator(), wish))
  await caughtUp()
  const moved = (await fx()).map((b, i) => b.minor - (before[i]?.minor ?? 0n))
  expect(moved).toEqual([-48_300n, 9_900n])
  expect((await ledger.reconcile()).problems).toEqual([])
})

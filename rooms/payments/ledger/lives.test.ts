import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, minutes, money, must } from '#base/kernel'
import { callerOf, operator, staffOf } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { paymentsMigrations } from '../index.ts'
import { periodOf } from './statement.ts'
import { type LivingTown, openTown } from './testing.ts'

const lives = 2000
const seed = Number(process.env.SEED ?? 20260301)
let house: TestHouse
let w: LivingTown
const rows = <R>(text: string, values?: unknown[]) => w.rows<R>(text, values)
beforeAll(async () => {
  house = await testHouse({ migrations: paymentsMigrations })
  w = await openTown(house, operator(), seed)
}, 60_000)
afterAll(() => house.close())

test(`${lives} lives of orders, bought, given back, disputed, expired and paid out in between, leave every sum right`, async () => {
  console.log(`ledger lives: seed ${seed}`)
  await w.live(lives)
  w.house.clock.advance(minutes(30))
  const checked = await w.ledger.reconcile()
  expect(checked.problems).toEqual([])
  expect(await rows('select currency from payments.postings group by currency having sum(minor) <> 0')).toEqual([])
  expect(await rows('select id from payments.payments where refunded_minor + charged_back_minor > captured_minor')).toEqual([])
  const counts = await rows<{ kind: string; n: number }>(
    'select kind, count(*)::int as n from payments.entries group by 1 order by 1',
  )
  console.log(`ledger lives: ${counts.map(c => `${c.kind} ${c.n}`).join(', ')}`)
  for (const kind of ['refund', 'release', 'dispute_won', 'dispute_lost', 'payout_paid', 'payout_failed'])
    expect(counts.find(c => c.kind === kind)?.n, kind).toBeGreaterThan(10)
}, 900_000)

test('an order that went back whole leaves nothing but the fee for taking its payment', async () => {
  const undisputed = w.all
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
  for (const shop of w.town.shops) {
    const owner = staffOf(shop)
    for (const grain of ['month', 'week'] as const) {
      const { items } = must(await w.ledger.statements(owner, shop, { grain, limit: 100 }))
      expect(items.length).toBeGreaterThan(2)
      for (const [i, s] of items.entries()) {
        expect(s.opening.minor + s.net.minor + s.payouts.minor).toBe(s.closing.minor)
        if (i > 0) expect(items[i - 1]?.opening).toEqual(s.closing)
        let [net, tax, seen] = [0n, 0n, 0]
        for (let cursor: string | undefined, more = true; more; ) {
          const page = must(
            await w.ledger.lines(owner, { shop, currency: s.currency, ...periodOf(grain, s.from) }, { cursor, limit: 100 }),
          )
          for (const l of page.items) [net, tax, seen] = [net + l.net.minor, tax + l.tax.minor, seen + 1]
          cursor = page.next ?? undefined
          more = page.next !== null
        }
        expect([net, tax, seen]).toEqual([s.net.minor, s.tax.minor, s.orders])
      }
      const [balance] = must(await w.ledger.balances(owner, shop))
      const { pending, payable, paying } = balance as NonNullable<typeof balance>
      expect(items[0]?.closing.minor).toBe(pending.minor + payable.minor + paying.minor)
    }
  }
}, 60_000)
test('money of another shop, or of a stranger, is not to be read', async () => {
  const shop = w.town.shops[0] as Id<'shop'>
  const stranger = staffOf(w.town.shops[1] as Id<'shop'>)
  const clerk = callerOf({ shops: [{ shop, role: 'staff' }] })
  for (const caller of [stranger, clerk, callerOf()]) {
    expect(await w.ledger.balances(caller, shop)).toMatchObject({ code: 'forbidden' })
    expect(await w.ledger.payOut(caller)).toMatchObject({ code: 'forbidden' })
    const period = { shop, currency: 'JPY' as const, ...periodOf('month', w.house.clock.now()) }
    expect(await w.ledger.statement(caller, period)).toMatchObject({ code: 'forbidden' })
  }
})
test('a settlement in another currency shows the gain or loss of exchange, and is counted once', async () => {
  const wish = { provider: 'test', reference: 'po_1', given: money(48_300, 'CNY'), received: money(9_900, 'JPY') }
  const fx = () =>
    rows<{ currency: string; minor: bigint }>(`select currency, minor from payments.balances where party = 'fx' order by 1`)
  const before = await fx()
  must(await w.ledger.settle(operator(), wish))
  must(await w.ledger.settle(operator(), wish))
  await w.caughtUp()
  const moved = (await fx()).map((b, i) => b.minor - (before[i]?.minor ?? 0n))
  expect(moved).toEqual([-48_300n, 9_900n])
  expect((await w.ledger.reconcile()).problems).toEqual([])
})

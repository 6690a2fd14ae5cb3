import { expect } from 'vitest'
import { between, days, hours, minutes, seeded } from '#base/kernel'
import { auditGoods, auditStates, type SeenStates } from './audit-goods.ts'
import { auditMoney, type Fault } from './audit-money.ts'
import { beginActs, checkoutActs, deposit } from './checkout-acts.ts'
import { type Acts, choose, doIt, type Life, newLife } from './life.ts'
import { orderActsOf } from './order-acts.ts'
import type { LivesWorld } from './world.ts'

const minutely = ['checkout.sweep', 'refund.sweep', 'payments.sweep']
const hourly = ['orders.received', 'ledger.release', 'trade.erase']
/** So many are under way at once, and so many of them take a step at a time. */
const [most, together] = [96, 24]

async function actsOf(t: LivesWorld, life: Life): Promise<Acts> {
  const id = life.checkouts.at(-1)
  const state = id && (await t.w.orders.statesOf([id])).get(id)
  if (!state) return life.random() < 0.03 ? [[1, 'deposit', deposit]] : beginActs
  return state === 'paid' ? orderActsOf(t, life) : checkoutActs[state]
}

/** One step of a life, now and then two at the same time. */
async function step(t: LivesWorld, life: Life): Promise<void> {
  life.left--
  const acts = await actsOf(t, life)
  const chosen = Array.from({ length: life.random() < 0.1 ? 2 : 1 }, () => choose(life.random, acts))
  const done = await Promise.allSettled(chosen.map(act => doIt(t, life, act)))
  for (const d of done) if (d.status === 'rejected') throw new Error(`${d.reason.stack}\n${told(life)}`)
}
const told = (life: Life): string => `life ${life.n} to ${life.market}:\n  ${life.steps.join('\n  ')}`

async function pass(t: LivesWorld, ms: number, crons: readonly string[]): Promise<void> {
  t.house.clock.advance(ms)
  await t.jobs.work(crons)
}
/** Everybody has heard everything. */
async function caughtUp(t: LivesWorld): Promise<void> {
  await t.house.log.flush()
  await expect.poll(() => t.house.log.followers().filter(f => f.behind > 0), { timeout: 60_000, interval: 20 }).toEqual([])
}
/** No storm, and time enough for whatever was left behind to be finished. */
async function calm(t: LivesWorld): Promise<void> {
  t.weather.storm = false
  for (let i = 0; i < 4; i++) {
    await caughtUp(t)
    await pass(t, minutes(20), minutely)
  }
  await caughtUp(t)
}

/** Lives `count` lives to their ends; every `audited` of them and at the end all the books are compared. */
export async function liveAll(t: LivesWorld, seed: number, count: number, audited: number): Promise<readonly Life[]> {
  const all: Life[] = []
  const weather = seeded(seed)
  const states: SeenStates = new Map()
  let [alive, ended, due]: [Life[], number, number] = [[], 0, audited]
  while (ended < count) {
    while (alive.length < most && all.length < count) {
      const life = newLife(seed, all.length)
      all.push(life)
      alive.push(life)
    }
    t.weather.storm = true
    const chosen = new Set(Array.from({ length: together }, () => alive[between(weather, 0, alive.length - 1)] as Life))
    await Promise.all([...chosen].map(life => step(t, life)))
    ended += alive.filter(l => l.left <= 0).length
    alive = alive.filter(l => l.left > 0)
    await timePasses(t, weather)
    if (ended >= due || ended >= count) {
      due += audited
      await audit(t, all, states)
    }
  }
  return all
}

async function timePasses(t: LivesWorld, weather: () => number): Promise<void> {
  const dice = weather()
  if (dice < 0.55) t.house.clock.advance(between(weather, 0, 60) * 1000)
  else if (dice < 0.975) await pass(t, between(weather, 1, 3) * 60_000, minutely)
  else if (dice < 0.99) await pass(t, hours(between(weather, 1, 12)), [...minutely, ...hourly])
  else {
    await pass(t, days(between(weather, 1, 9)), [...minutely, ...hourly])
    await caughtUp(t)
    await pass(t, 0, ['ledger.payouts'])
  }
}

async function audit(t: LivesWorld, all: readonly Life[], states: SeenStates): Promise<void> {
  await calm(t)
  // As the server's own housekeeping does, which has no time for it here.
  await t.house.db.pool.query('analyze')
  const faults = [...(await auditMoney(t)), ...(await auditGoods(t)), ...(await auditStates(t, states))]
  if (faults.length === 0) return
  const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
  const lines = await Promise.all(faults.slice(0, 5).map(async f => `${JSON.stringify(f, plain)}\n${await livesOf(t, all, f)}`))
  throw new Error(`${faults.length} faults\n${lines.join('\n')}`)
}

/** The lives that a fault is about, with their steps; of a variant or an offer those who touched it last. */
async function livesOf(t: LivesWorld, all: readonly Life[], { about }: Fault): Promise<string> {
  const { rows } = await t.house.db.pool.query<{ checkout: string }>(
    `select distinct checkout, max(placed) from orders.orders o where checkout = $1 or o.id = $1
       or checkout = (select reference from payments.payments where id = $1) or checkout in (select checkout from offers.claim_uses where offer = $1)
       or exists (select from orders.lines l where l.order_id = o.id and l.variant = $1 and o.paid_at is not null)
     group by 1 order by max(placed) desc limit 2`,
    [about],
  )
  const lives = rows.flatMap(r => all.filter(l => l.checkouts.some(c => c === r.checkout)))
  return lives.map(told).join('\n') || `(no life is known of ${about})`
}

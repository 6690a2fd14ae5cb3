import { afterAll, beforeAll, expect, test } from 'vitest'
import { minutes, must } from '#base/kernel'
import type { TestOutcome } from '#rooms/payments'
import { address, type Commerce, commerceMigrations, commerceOf } from '#testing/commerce'
import { type TestHouse, testHouse } from '#testing/house'
import { createCheckout } from './index.ts'

/**
 * Every call that the checkout makes (of a room, and of the provider inside the payment room) is a place to die: before its effect,
 * or after it and before anybody knew. A dead process does nothing more, no undo either. Then another one starts on the same
 * database and sweeps. The real kill -9 under load is in apps/server/crash.test.ts.
 */
class Life {
  readonly calls: string[] = []
  readonly dieAt: number
  readonly when: 'before' | 'after'
  dead = false
  constructor(dieAt: number, when: 'before' | 'after') {
    this.dieAt = dieAt
    this.when = when
  }

  async live<R>(what: string, call: () => Promise<R>): Promise<R> {
    if (this.dead) throw new Error(`dead: ${what}`)
    const mine = this.calls.push(what)
    if (mine === this.dieAt && this.when === 'before') this.die(what)
    const result = await call()
    if (mine === this.dieAt) this.die(what)
    return result
  }
  private die(what: string): never {
    this.dead = true
    throw new Error(`died at ${what}`)
  }
}
let life = new Life(0, 'before')
/** A door whose every asynchronous call can be the last one. */
const mortal = <D extends object>(name: string, door: D): D =>
  new Proxy(door, {
    get(target, key) {
      const value = Reflect.get(target, key) as unknown
      if (typeof value !== 'function' || key === 'show' || key === 'methods') return value
      return (...args: unknown[]) =>
        life.live(`${name}.${String(key)}`, () => Reflect.apply(value, target, args) as Promise<unknown>)
    },
  })

let house: TestHouse
let w: Commerce
beforeAll(async () => {
  house = await testHouse({ migrations: commerceMigrations })
  w = commerceOf(house, {
    provider: bank => ({
      ...bank,
      start: charge => life.live('provider.start', () => bank.start(charge)),
      status: charge => life.live('provider.status', () => bank.status(charge)),
      cancel: charge => life.live('provider.cancel', () => bank.cancel(charge)),
    }),
  })
})
afterAll(() => house.close())

const pieces = 5
/** One shopper's way through a process that dies at that call; answers the calls it made, and what is left after the next process has swept. */
async function die(outcome: TestOutcome, dieAt: number, when: 'before' | 'after', comesBack: boolean) {
  const shop = await w.shop([pieces])
  const variant = shop.variants[0]!
  const caller = w.shopper()
  const heldBefore = w.bank.held('JPY')
  const quiet = { ...house, jobs: { ...house.jobs, define: () => {}, every: () => {} } }
  const doors = w.checkoutDoors
  const checkout = createCheckout(quiet, {
    ...doors,
    cart: mortal('cart', doors.cart),
    prices: mortal('prices', doors.prices),
    catalog: mortal('catalog', w.catalog),
    orders: mortal('orders', w.orders),
    payments: mortal('payments', w.payments),
  })
  life = new Life(dieAt, when)
  let id: string | null = null
  try {
    const begun = must(await checkout.begin(caller, { lines: [{ variant, quantity: 2, source: null }], expectedSubtotal: null }))
    id = begun.id
    must(await checkout.setAddress(caller, id, address))
    const paid = await checkout.pay(caller, id, { method: 'test_card', outcome, expectedTotal: begun.total })
    if (paid.ok && paid.value.payment?.state === 'needs_action')
      await life.live('payments.confirm', () => w.payments.confirm(caller, paid.value.payment!.id, true))
    if (paid.ok && paid.value.payment?.state === 'pending') {
      house.clock.advance(3000)
      await life.live('payments.poll', () => w.payments.poll(paid.value.payment!.id))
    }
    must(await checkout.view(caller, id))
  } catch (error) {
    if (!life.dead) throw error
  }
  const { calls } = life
  life = new Life(0, 'before')
  if (comesBack && id) {
    const seen = must(await w.checkout.view(caller, id)).checkout
    if (seen.state === 'open' && seen.address)
      await w.checkout.pay(caller, id, { method: 'test_card', outcome: 'approve', expectedTotal: seen.total })
  }
  for (const wait of [2, 20, 20, 130]) {
    house.clock.advance(minutes(wait))
    await w.checkout.sweep(house.clock.now())
  }
  const end = id ? await w.orders.checkout(id) : null
  const stock = (await w.catalog.variants([variant])).get(variant)!
  const total = end?.state === 'paid' ? end.total.minor : 0n
  return {
    calls,
    left: { state: end?.state ?? 'none', held: w.bank.held('JPY') - heldBefore, stock: stock.available },
    right: { held: total, stock: end?.state === 'paid' ? pieces - 2 : pieces },
  }
}

test.each(['approve', 'decline', 'needs_action', 'late_success'] as const)(
  'wherever the process dies on the way to "%s", the next one ends it: money and stock agree, nothing is held, nothing is charged twice',
  { timeout: 300_000 },
  async outcome => {
    const { calls } = await die(outcome, 0, 'before', false)
    expect(calls.length).toBeGreaterThan(12)
    for (const comesBack of [false, true])
      for (const when of ['before', 'after'] as const)
        for (let at = 1; at <= calls.length; at++) {
          const { left, right } = await die(outcome, at, when, comesBack)
          const where = `${when} ${calls[at - 1]} (${at} of ${calls.length})`
          expect({ where, ...left }, where).toMatchObject({ where, held: right.held, stock: right.stock })
          expect(['none', 'paid', 'expired', 'cancelled'], where).toContain(left.state)
        }
    console.log(outcome, calls.length, 'places to die:', calls.join(' '))
  },
)

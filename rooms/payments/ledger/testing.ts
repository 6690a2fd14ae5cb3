import { expect } from 'vitest'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { between, days, type Id, type ManualClock, must, newId, pick, seeded } from '#base/kernel'
import { createLedger, createPayments, createTestProvider, type Ledger } from '../index.ts'
import { buy, deliver, dispute, type Life, refund, type Town, tell } from './lives.ts'

/** For tests: a town with five shops in which orders are bought, given back, disputed and paid out. */
type MovingHouse = House & { readonly clock: ManualClock }
export interface LivingTown {
  readonly house: MovingHouse
  readonly ledger: Ledger
  readonly town: Town
  readonly all: readonly Life[]
  /** The ledger has learned everything that is in the log. */
  caughtUp(): Promise<void>
  live(lives: number): Promise<void>
  payOut(): Promise<void>
  rows<R>(text: string, values?: unknown[]): Promise<R[]>
}

const nobody = async () => new Map<string, never>()
const may = (caller: Caller, permission: string, about?: { shop: Id<'shop'> }) => {
  const owns = caller.shops.some(s => s.shop === about?.shop && s.role === 'owner')
  return (permission === 'operate' ? caller.operator : owns)
    ? ({ ok: true, value: true } as const)
    : ({ ok: false, code: 'forbidden', message: 'no' } as const)
}

/** On a house with the room's migrations; `operator` is who makes the transfers. */
export async function openTown(house: MovingHouse, operator: Caller, seed: number): Promise<LivingTown> {
  const bank = createTestProvider(house.clock)
  const payments = createPayments(house, { providers: [bank] })
  const ledger = createLedger(house, { accounts: { may, people: nobody, shops: nobody, note: async () => {} } })
  await ledger.start()
  const make = <K extends 'shop' | 'post'>(kind: K, n: number) => Array.from({ length: n }, () => newId(kind, house.clock.now()))
  const [shops, posts] = [make('shop', 5), make('post', 8)]
  const town = { house, payments, bank, random: seeded(seed), shops, posts, person: newId('person', house.clock.now()) }
  await publish(town)
  const all: Life[] = []
  const caughtUp = async () => {
    await house.log.flush()
    await expect.poll(() => house.log.followers().find(f => f.name === 'payments.ledger')?.behind, { timeout: 60_000 }).toBe(0)
  }
  const payOut = () => payOutIn({ town, ledger, caughtUp, operator })
  return {
    ...{ house, ledger, town, all, caughtUp, payOut },
    rows: async (text, values = []) => (await house.db.pool.query(text, values)).rows,
    async live(lives) {
      while (all.length < lives) {
        all.push(...(await Promise.all(Array.from({ length: 8 }, () => buy(town)))))
        // Each life once a round: what one shopper does at the same time is the business of other tests.
        await Promise.all([...new Set(Array.from({ length: 20 }, () => pick(town.random, all)))].map(life => act(town, life)))
        if (town.random() < 0.3) house.clock.advance(days(between(town.random, 0, 3)))
        if (all.length % 120 === 0) await payOut()
      }
      house.clock.advance(days(20))
      await payOut()
    },
  }
}

/** Posts of creators; the first is a shop's own. */
const publish = (town: Town) =>
  tell(
    town,
    town.posts.map((post, i) => ({
      ...{
        name: 'post.published' as const,
        at: town.house.clock.now(),
        person: null,
        subject: { kind: 'post' as const, id: post },
      },
      data: {
        ...{ format: 'video' as const, durationMs: 1, tags: [], products: [], language: 'en', disclosure: 'paid' as const },
        ...{
          author: newId('person', town.house.clock.now()),
          shop: i === 0 ? (town.shops[0] as Id<'shop'>) : null,
          grownFrom: null,
        },
      },
    })),
  )

async function act(town: Town, life: Life): Promise<void> {
  const order = life.orders.length > 0 ? pick(town.random, life.orders) : null
  if (!order) return
  const dice = town.random()
  if (dice < 0.35) await deliver(town, order)
  else if (dice < 0.55) await refund(town, life, order, 'part')
  else if (dice < 0.68) await refund(town, life, order, 'all')
  else if (dice < 0.8) await dispute(town, life)
}

async function payOutIn({
  town,
  ledger,
  caughtUp,
  operator,
}: Pick<LivingTown, 'town' | 'ledger' | 'caughtUp'> & { operator: Caller }): Promise<void> {
  await caughtUp()
  await ledger.releaseDue()
  await caughtUp()
  // At once: a job and an operator, or two servers.
  await Promise.all([ledger.makePayouts(), ledger.makePayouts()])
  await Promise.all([ledger.sendPayouts(), ledger.sendPayouts()])
  for (const p of must(await ledger.allPayouts(operator, { limit: 100, state: 'sent' })).items) {
    if (town.random() < 0.2) continue
    const state = town.random() < 0.3 ? ('failed' as const) : ('paid' as const)
    await Promise.all([ledger.answerPayout(operator, p.id, { state }), ledger.answerPayout(operator, p.id, { state })])
  }
}

import type { Caller } from '#base/http'
import { type Id, type Money, pick, type Random, seeded } from '#base/kernel'
import { guest } from '#testing/callers'
import { planned } from '#testing/jobs-by-hand'
import type { LivesWorld } from './world.ts'

export interface Dispute {
  readonly ref: string
  readonly amount: Money
  state: 'opened' | 'won' | 'lost'
}
/** One shopper with one thing to buy, and what became of it. */
export interface Life {
  readonly n: number
  /** Its own luck: which steps it takes does not depend on what others do. */
  readonly random: Random
  readonly caller: Caller
  readonly market: 'JP' | 'CN' | 'DE'
  /** What it did, for whoever looks for a fault. */
  readonly steps: string[]
  readonly checkouts: Id<'checkout'>[]
  readonly disputes: Dispute[]
  left: number
}
export const newLife = (seed: number, n: number): Life => {
  const random = seeded(seed + n * 7919)
  const market = pick(random, ['JP', 'JP', 'JP', 'JP', 'CN', 'CN', 'DE'] as const)
  return { n, random, caller: guest(), market, steps: [], checkouts: [], disputes: [], left: 3 + Math.floor(random() * 7) }
}

/** A step that a life may take. It answers with what was said to it; what nothing may say is thrown. */
export type Act = (t: LivesWorld, life: Life) => Promise<unknown>
export type Acts = readonly (readonly [weight: number, name: string, act: Act])[]

export function choose(random: Random, acts: Acts): (typeof acts)[number] {
  let at = random() * acts.reduce((sum, [weight]) => sum + weight, 0)
  return acts.find(([weight]) => (at -= weight) < 0) ?? (acts[0] as (typeof acts)[number])
}

/** What an order, a shop, a bank or customs may answer to somebody who does the right thing at the wrong time. */
export const answers: ReadonlySet<string> = new Set([
  ...['out_of_stock', 'offer_used_up', 'offer_limit', 'code_refused', 'trade_refused', 'identity_needed', 'price_changed'],
  ...['wrong_state', 'payment_declined', 'payment_pending', 'reservation_expired', 'checkout_expired'],
  ...['quantity_invalid', 'refund_exceeds', 'refund_failed'],
  ...['no_protection', 'protection_over', 'nothing_fell'],
])

/** Does it, and writes down what came of it. */
export async function doIt(t: LivesWorld, life: Life, [, name, act]: Acts[number]): Promise<void> {
  const at = t.house.clock.now().toISOString().slice(5, 19)
  const place = life.steps.push(`${at} ${name} …`) - 1
  const say = (said: string) => void (life.steps[place] = `${at} ${name}: ${said}`)
  try {
    const answer = (await act(t, life)) as { ok?: boolean; code?: string } | string | undefined
    if (typeof answer === 'string') return say(answer)
    if (answer?.ok !== false) return say('ok')
    say(answer.code ?? '?')
    if (!answers.has(answer.code ?? '')) throw new Error(`${name} was refused with ${JSON.stringify(answer)}`)
  } catch (error) {
    say(String(error))
    if (!planned.test(String(error))) throw error
  }
}

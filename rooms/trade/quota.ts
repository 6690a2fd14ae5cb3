import { type Id, ok, type Result, refuse } from '#base/kernel'
import { civilDate, quotaYear, ruleAt } from '#engines/trade'
import { keepIdentity } from './identity-store.ts'
import * as store from './quota-store.ts'
import type { Room } from './room.ts'
import type { TradeTables } from './store.ts'

/** An order that crosses into China by the scheme, as it is frozen. */
export interface CrossingOrder {
  readonly id: Id<'order'>
  /** Fen of CNY that it takes of the year. */
  readonly amount: bigint
  readonly consent: string | null
}
export interface QuotaClaim {
  readonly checkout: Id<'checkout'>
  /** Names this try to pay. */
  readonly attempt: string
  readonly expires: Date
  readonly orders: readonly CrossingOrder[]
}
export type ClaimRefused = 'identity_needed' | 'consent_needed' | 'trade_refused'

export const yearNow = (room: Room): number => quotaYear(room.house.clock.now())
export async function yearLimit(room: Room): Promise<{ perOrder: bigint; perYear: bigint }> {
  const row = ruleAt(await room.rules.now(), 'CN', 'limits', civilDate(room.house.clock.now(), 'CN'))
  // Without a row nothing was quoted; then nothing is left of the year either.
  if (!row.ok) return { perOrder: 0n, perYear: 0n }
  return { perOrder: BigInt(row.value.params.perOrder.minor), perYear: BigInt(row.value.params.perYear.minor) }
}

/**
 * Takes what the orders of a checkout use of their buyer's year, all or nothing, and only with identity and consent there. The same
 * checkout again is once. Refused: `identity_needed`, `consent_needed` {version}, `trade_refused` {reason: over_year_limit}.
 */
export async function claimQuota(room: Room, c: QuotaClaim): Promise<Result<true, ClaimRefused>> {
  const { perYear } = await yearLimit(room)
  const consents = [...new Set(c.orders.flatMap(o => o.consent ?? []))]
  const orders = c.orders.map(o => ({ order: o.id, amount: o.amount }))
  for (let i = 0; i < 20; i++) {
    const row = { ...c, orders, consents, year: yearNow(room), limit: perYear, at: room.house.clock.now() }
    const done = await store.claim(room.db, row).catch(againWhenTaken)
    if (done === null) continue
    if (!done.known) return refuse('identity_needed', 'Give the real name and ID number first')
    if (done.agreed < consents.length)
      return refuse('consent_needed', 'Agree to the notice first', { version: consents[0] ?? null })
    if (done.other > 0) await releaseQuota(room, c.checkout)
    else if (done.held) return ok(true)
    // Another try of the same checkout took it in this moment: what is used up is used by these very orders.
    else if (done.fresh > 0 && !done.raised && (await store.attemptOf(room.db, c.checkout)) === null)
      return refuse('trade_refused', 'Over the yearly allowance of this person', {
        reason: 'over_year_limit',
        alternatives: [],
        perYear: perYear.toString(),
      })
  }
  throw new Error(`the quota of ${c.checkout} could not be claimed: too many at once`)
}
/** Another claim of the same order was faster. */
function againWhenTaken(error: unknown): null {
  if ((error as { code?: string }).code === '23505') return null
  throw error
}

/** Lets go of what a checkout holds: which of it, says `which`. What is kept stays. True when this call did it. */
export async function releaseQuota(room: Room, checkout: Id<'checkout'>, which: store.Which = {}): Promise<boolean> {
  // Most checkouts hold none. One that is claimed in this moment is past its end, and the sweep finds it.
  if ((await store.attemptOf(room.db, checkout)) === null) return false
  return room.house.db.transaction<TradeTables, boolean>(async trx => {
    if (!(await store.endClaim(trx, checkout, 'released', which))) return false
    await store.restore(trx, { checkout }, room.house.clock.now())
    return true
  })
}

/** The checkout is paid: its quota is used, and its identity stays until the declaration's end. */
export const keepQuota = (room: Room, checkout: Id<'checkout'>): Promise<boolean> =>
  room.house.db.transaction<TradeTables, boolean>(async trx => {
    const kept = await store.endClaim(trx, checkout, 'kept')
    if (kept) await keepIdentity(trx, checkout)
    return kept
  })

/** So much of an order's quota is back in all, fen; more than before only, and never more than it used. Any number of times. */
export const restoreQuota = (room: Room, order: string, given: bigint): Promise<void> =>
  room.house.db.transaction<TradeTables, void>(async trx => {
    await store.lockClaimOf(trx, order)
    await store.restore(trx, { order, given }, room.house.clock.now())
  })

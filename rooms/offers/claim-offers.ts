import { type Id, ok, type Result, refuse } from '#base/kernel'
import {
  countPerson,
  endClaim,
  giveBack,
  holdAgain,
  holdLonger,
  lockOffers,
  lockReleased,
  openClaim,
  readUses,
  rememberUses,
  takeUses,
  type Use,
  writeUses,
} from './claim-store.ts'
import type { Priced } from './offer.ts'
import type { Room } from './room.ts'
import type { Db, OfferTables } from './store.ts'

export interface Claim {
  readonly checkout: Id<'checkout'>
  readonly person: Id<'person'>
  readonly expires: Date
}
export type ClaimRefused = 'offer_used_up' | 'offer_limit'

/**
 * Takes what the prices of a checkout use: uses, budgets, pieces at a flash price and the person's share, all or nothing in one
 * transaction. It takes the place of the checkout's earlier claim, so the same call twice is once; a consumed claim stays as it is. The offer that had too little left is in `details.offer`, and then the earlier claim still stands.
 */
export async function claimOffers(room: Room, claim: Claim, priced: readonly Priced[]): Promise<Result<void, ClaimRefused>> {
  const uses = priced.flatMap(usesOf)
  try {
    await room.house.db.transaction<OfferTables, void>(async trx => {
      const before = await openClaim(trx, { ...claim, now: room.house.clock.now() })
      if (before?.state === 'consumed') return
      const old = before?.state === 'held' ? await readUses(trx, claim.checkout) : []
      if (before) await holdAgain(trx, claim)
      if (old.length + uses.length === 0) return
      await lockOffers(
        trx,
        [...old, ...uses].map(u => u.offer),
      )
      await giveBack(trx, claim.checkout, before?.person ?? null, old)
      if (uses.length === 0) return
      const held = old.map(u => u.offer)
      const short = await takeUses(trx, uses, held)
      if (short) throw new NotClaimed('offer_used_up', short)
      const over = await countPerson(trx, claim.person, uses)
      if (over) throw new NotClaimed('offer_limit', over)
      await writeUses(trx, claim.checkout, uses)
    })
    return ok(undefined)
  } catch (error) {
    return notClaimed(error)
  }
}
function notClaimed(error: unknown): Result<never, ClaimRefused> {
  if (!(error instanceof NotClaimed)) throw error
  return refuse(error.code, 'This offer has too little left for that', { offer: error.offer })
}

/** One use of each offer with its amount, and of flash prices the pieces of each variant. */
function usesOf(priced: Priced): Use[] {
  const offers = priced.applied.map(a => ({ offer: a.offer as string, variant: '', pieces: 1, amount: a.amount.minor }))
  const flash = new Set(priced.applied.filter(a => a.kind === 'flash').map(a => a.offer))
  const pieces = new Map<string, Use>()
  for (const line of priced.lines)
    for (const part of line.parts.filter(p => flash.has(p.offer))) {
      const key = `${part.offer} ${line.variant}`
      const so = pieces.get(key)?.pieces ?? 0
      pieces.set(key, { offer: part.offer, variant: line.variant, pieces: so + part.pieces, amount: 0n })
    }
  return [...offers, ...pieces.values()]
}

/** Gives everything back; true when this call did it. What is consumed stays consumed; with `overdueAt` also what is not past its time. */
export const releaseClaim = (room: Room, checkout: Id<'checkout'>, overdueAt: Date | null): Promise<boolean> =>
  room.house.db.transaction<OfferTables, boolean>(async trx => {
    const person = await endClaim(trx, checkout, 'released', overdueAt)
    if (person === undefined) return false
    const uses = await readUses(trx, checkout)
    await lockOffers(
      trx,
      uses.map(u => u.offer),
    )
    await giveBack(trx, checkout, person, uses)
    await rememberUses(trx, checkout, uses)
    return true
  })

/**
 * Takes again what a claim had when it was let go, all or nothing: money came late for a checkout that had ended. One that is still held is
 * held longer, and one that is used for good stays. An offer that the merchant has ended since still counts; one that is used up does not.
 */
export async function claimAgain(room: Room, checkout: Id<'checkout'>, expires: Date): Promise<Result<void, ClaimRefused>> {
  try {
    await room.house.db.transaction<OfferTables, void>(async trx => {
      const was = await lockReleased(trx, checkout)
      if (!was) return void (await holdLonger(trx, checkout, expires))
      const { person, uses } = was
      await holdAgain(trx, { checkout, person, expires })
      if (uses.length === 0) return
      const offers = uses.map(u => u.offer)
      await lockOffers(trx, offers)
      const short = await takeUses(trx, uses, offers)
      if (short) throw new NotClaimed('offer_used_up', short)
      const over = person && (await countPerson(trx, person, uses))
      if (over) throw new NotClaimed('offer_limit', over)
      await writeUses(trx, checkout, uses)
    })
    return ok(undefined)
  } catch (error) {
    return notClaimed(error)
  }
}

/** What an order is frozen with. */
export interface Frozen {
  readonly offer: string
  readonly amount: { readonly minor: bigint }
}
/**
 * What was claimed is used for good; true when this call did it. A claim past its time that nobody has released is still good. A checkout
 * that was changed in the moment when it was paid, or by a process that died in between, has claimed something else than it is paid with:
 * used is what it is `frozen` with.
 */
export async function consumeClaim(room: Room, checkout: Id<'checkout'>, frozen?: readonly Frozen[]): Promise<boolean> {
  const end = (correct: boolean) =>
    room.house.db.transaction<OfferTables, boolean>(async trx => {
      const person = await endClaim(trx, checkout, 'consumed')
      if (person === undefined) return false
      if (correct && frozen) await useFrozen(trx, { checkout, person }, frozen)
      return true
    })
  try {
    return await end(true)
  } catch (error) {
    if (!(error instanceof NotClaimed)) throw error
    room.house.logger.error({ checkout, offer: error.offer }, 'a paid checkout has an offer that is used up')
    return end(false)
  }
}

async function useFrozen(trx: Db, of: { checkout: string; person: string | null }, frozen: readonly Frozen[]): Promise<void> {
  const old = await readUses(trx, of.checkout)
  const paid = frozen.map(f => ({ offer: f.offer, variant: '', pieces: 1, amount: f.amount.minor }))
  const key = (uses: readonly Use[]) => JSON.stringify(uses.map(u => `${u.offer} ${u.amount}`).sort())
  if (key(old.filter(u => u.variant === '')) === key(paid)) return
  const uses = [...paid, ...old.filter(u => u.variant !== '' && paid.some(p => p.offer === u.offer))]
  const all = [...old, ...uses].map(u => u.offer)
  await lockOffers(trx, all)
  await giveBack(trx, of.checkout, of.person, old)
  if (uses.length === 0) return
  const short = await takeUses(trx, uses, all)
  if (short) throw new NotClaimed('offer_used_up', short)
  // Paid is paid: a limit for each person is counted, and no reason to take the offer away.
  if (of.person) await countPerson(trx, of.person, uses)
  await writeUses(trx, of.checkout, uses)
}

/** Rolls the transaction back with the refusal in hand. */
class NotClaimed extends Error {
  readonly code: ClaimRefused
  readonly offer: string
  constructor(code: ClaimRefused, offer: string) {
    super(code)
    this.code = code
    this.offer = offer
  }
}

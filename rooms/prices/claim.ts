import { type Kysely, sql } from '#base/db'
import type { House } from '#base/house'
import { type Currency, type Id, type Money, money } from '#base/kernel'
import { bundledRules, type ClaimBasis, priceClaim } from '#engines/trade'
import type { PriceTables } from './store.ts'
import type { PricePoint } from './struck.ts'

/** What may stand struck through beside a price, and what it says of itself. */
export interface Struck {
  readonly price: Money
  readonly basis: ClaimBasis
  /** Whole percent off it, never more than is true. */
  readonly percent: number
}
export const anywhere = '*'

/**
 * The struck price that a buyer of `country` may be shown, by the law there (engines/trade): nothing of the person is read. `points` and
 * `executed` in any order; `executed` is needed only where the law looks at what was paid.
 */
export function struckFor(
  points: readonly PricePoint[],
  executed: readonly PricePoint[],
  country: string,
  now: Date,
): Struck | null {
  const list = points.map((p, i) => ({ from: p.at, to: points[i + 1]?.at ?? null, price: p.price }))
  const claim = priceClaim(bundledRules, { list, executed }, { country, now })
  if (!claim.ok || !claim.value.struck || !claim.value.basis) return null
  return { price: claim.value.struck, basis: claim.value.basis, percent: claim.value.percent }
}

/**
 * Where the buyer's country is not known: what the strictest general rule lets stand, and the law of the shop's own country does too, since
 * most who look are there. The lower of the two prices.
 */
export function struckForAnyone(points: readonly PricePoint[], home: string, now: Date): Struck | null {
  // Most prices are not reduced, and the law of some countries takes ten times as long to ask: where a day of theirs begins.
  const general = struckFor(points, [], anywhere, now)
  const own = general && struckFor(points, [], home, now)
  if (!general || !own) return null
  return own.price.minor < general.price.minor ? own : general
}

/** What was paid for these variants since then, and the last one before it; one statement. */
export async function readExecuted(
  db: Kysely<PriceTables>,
  variants: readonly Id<'variant'>[],
  since: Date,
): Promise<Map<string, PricePoint[]>> {
  const ids = [...variants] as string[]
  const rows = await sql<{ variant: string; price_minor: bigint; currency: Currency; at: Date }>`
    (select distinct on (variant) variant, price_minor, currency, at from prices.executed where variant = any(${ids}) and at < ${since} order by variant, at desc, price_minor)
    union all select variant, price_minor, currency, at from prices.executed where variant = any(${ids}) and at >= ${since}`.execute(
    db,
  )
  const found = new Map<string, PricePoint[]>()
  for (const r of rows.rows)
    found.set(r.variant, [...(found.get(r.variant) ?? []), { at: r.at, price: money(r.price_minor, r.currency) }])
  return found
}

/** Learns from the log what was paid for one piece; a part of the smallest unit is dropped, so that no claim becomes larger by it. */
export async function subscribe(house: House): Promise<void> {
  await house.log.subscribe<PriceTables>('prices.executed', {
    names: ['order.paid'],
    async handle(trx, events) {
      const rows = events.flatMap(e =>
        e.name === 'order.paid'
          ? e.data.lines.map(l => ({
              line: l.line,
              variant: l.variant,
              price_minor: BigInt(l.total.minor) / BigInt(l.quantity),
              currency: l.total.currency,
              at: e.at,
            }))
          : [],
      )
      if (rows.length > 0)
        await trx
          .insertInto('prices.executed')
          .values(rows)
          .onConflict(c => c.column('line').doNothing())
          .execute()
    },
  })
}

import { sql } from '#base/db'
import type { Caller } from '#base/http'
import { decodeCursor, type Id, ok, type Page, pageOf, type Result, refuse, type Texts } from '#base/kernel'
import { type Ledgers, ledgerTables } from './context.ts'
import type { RateRow } from './rates.ts'
import type { RateKind } from './tables.ts'

export interface RateWish {
  readonly kind: RateKind
  /** A shop, or a payment provider's name; `*` for all. */
  readonly holder: string
  /** Hundredths of a percent. */
  readonly bps: number
  /** From when on; as soon as it may when it is missing. */
  readonly since?: Date | undefined
}
export type RateStanding = 'now' | 'planned' | 'over'
export interface ListedRate extends RateRow {
  readonly standing: RateStanding
  /** Of the shop; null for all, for providers, and for shops that are gone. */
  readonly name: Texts | null
}
type Refused = 'forbidden' | 'sign_in_required'

/**
 * A rate holds from a moment that has not come yet: what was sold before keeps the rate that it was posted with, and a ledger that is
 * built anew from the log finds the same rows.
 */
export const leadMs = 60_000

/** Writes a dated row; the same kind, holder and moment again replaces it while it has not begun. */
export async function setRate(
  c: Ledgers,
  caller: Caller,
  wish: RateWish,
): Promise<Result<ListedRate, Refused | 'not_found' | 'invalid_request'>> {
  const may = c.accounts.may(caller, 'operate')
  if (!may.ok) return may
  const earliest = new Date(c.house.clock.now().getTime() + leadMs)
  const since = wish.since ?? earliest
  if (since < earliest) return refuse('invalid_request', 'What is sold keeps its rate', { fields: { since: ['in the past'] } })
  const { kind, holder, bps } = wish
  const name = holder === '*' || kind === 'provider' ? null : ((await c.accounts.shops([holder])).get(holder)?.name ?? null)
  if (holder !== '*' && kind !== 'provider' && !name) return refuse('not_found', 'There is no such shop')
  await ledgerTables(c)
    .insertInto('payments.rates')
    .values({ kind, holder, bps, since })
    .onConflict(o => o.columns(['kind', 'holder', 'since']).doUpdateSet({ bps }))
    .execute()
  await c.accounts.note(caller, 'ledger.rate', holder, { kind, bps, since: since.toISOString() })
  return ok({ kind, holder, bps, since, name, standing: 'planned' })
}

interface Wish {
  readonly cursor?: string | undefined
  readonly limit: number
}
/** Every row, the latest begin first. */
export async function listRates(
  c: Ledgers,
  caller: Caller,
  { cursor, limit }: Wish,
): Promise<Result<Page<ListedRate>, Refused | 'invalid_cursor'>> {
  const may = c.accounts.may(caller, 'operate')
  if (!may.ok) return may
  const after = cursor === undefined ? null : decodeCursor(cursor, 3)
  if (cursor !== undefined && (!after || Number.isNaN(Date.parse(String(after[0])))))
    return refuse('invalid_cursor', 'This cursor is not one of ours')
  const now = c.house.clock.now()
  const { rows } = await sql<RateRow & { standing: RateStanding }>`
    select kind, holder, bps, since, case when since > ${now} then 'planned'
      when since = (select max(o.since) from payments.rates o where o.kind = r.kind and o.holder = r.holder and o.since <= ${now})
      then 'now' else 'over' end as standing
    from payments.rates r
    where ${after === null}::boolean or (since, kind, holder) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? ''}, ${after?.[2] ?? ''})
    order by since desc, kind desc, holder desc limit ${limit + 1}`.execute(ledgerTables(c))
  const names = await c.accounts.shops(rows.map(r => r.holder).filter((h): h is Id<'shop'> => h.startsWith('shp_')))
  return ok(
    pageOf(
      rows,
      limit,
      r => [r.since.toISOString(), r.kind, r.holder],
      r => ({ ...r, name: names.get(r.holder)?.name ?? null }),
    ),
  )
}

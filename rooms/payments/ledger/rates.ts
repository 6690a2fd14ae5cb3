import { sql } from '#base/db'
import type { Db } from './journal.ts'
import type { Rates } from './rules.ts'
import type { RateKind } from './tables.ts'

/** Hundredths of a percent on a day: of the holder, else of all; 0 when nothing is said. */
export async function rateAt(db: Db, kind: RateKind, holder: string, at: Date): Promise<bigint> {
  const { rows } = await sql<{ bps: number }>`
    select bps from payments.rates where kind = ${kind} and holder in (${holder}, '*') and since <= ${at}
    order by holder = '*', since desc limit 1`.execute(db)
  return BigInt(rows[0]?.bps ?? 0)
}

/** What a sale of this shop costs on this day. */
export async function ratesAt(db: Db, shop: string, at: Date): Promise<Rates> {
  const { rows } = await sql<{ kind: keyof Rates; bps: number }>`
    select distinct on (kind) kind, bps from payments.rates
    where kind in ('commission', 'creator', 'fee') and holder in (${shop}, '*') and since <= ${at}
    order by kind, holder = '*', since desc`.execute(db)
  const of = (kind: keyof Rates) => BigInt(rows.find(r => r.kind === kind)?.bps ?? 0)
  return { commission: of('commission'), creator: of('creator'), fee: of('fee') }
}

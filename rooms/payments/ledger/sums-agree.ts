import { sql } from '#base/db'
import type { Db } from './journal.ts'
import type { Problem } from './reconcile.ts'

/** The journal with itself: every currency sums to zero, and every balance is the sum of its postings. */
export async function sumsAgree(db: Db): Promise<Problem[]> {
  const zero = await sql<{ currency: string }>`
    select currency from payments.balances group by currency having sum(minor) <> 0`.execute(db)
  const balances = await sql<{ account: string }>`
    with summed as (select party, holder, bucket, currency, sum(minor) as minor from payments.postings group by 1, 2, 3, 4)
    select concat_ws(' ', coalesce(b.party, s.party), coalesce(b.holder, s.holder), coalesce(b.bucket, s.bucket)) as account
    from payments.balances b full join summed s using (party, holder, bucket, currency)
    where coalesce(b.minor, 0) <> coalesce(s.minor, 0) limit 100`.execute(db)
  return [
    ...zero.rows.map(r => ({ kind: 'not_zero' as const, about: r.currency })),
    ...balances.rows.map(r => ({ kind: 'balance_differs' as const, about: r.account })),
  ]
}

import type { House } from '#base/house'
import { money, must } from '#base/kernel'
import { quotaAfter } from '#engines/trade'

interface Row {
  order_id: string
  n: number
  year: number
  person_key: string
  kind: 'use' | 'restore'
  amount: bigint
  at: Date
}

/** For tests: people's years whose counter is not what the engine reads off the ledger of the allowance. */
export async function quotaDisagreements(house: House): Promise<{ about: string; used: bigint; entries: bigint }[]> {
  const rows = (await house.db.pool.query<Row>('select * from trade.quota_entries order by order_id, n')).rows
  const years = await house.db.pool.query<{ person_key: string; year: number; used: bigint }>('select * from trade.quota_years')
  return years.rows.flatMap(({ person_key, year, used }) => {
    const read = rows.map(e => ({
      id: `${e.order_id}/${e.n}`,
      person: e.person_key,
      // A try of the old year that was let go, and one of the new: two uses.
      order: `${e.order_id}/${e.year}`,
      kind: e.kind,
      amount: money(e.amount, 'CNY'),
      at: e.at,
    }))
    const entries = must(quotaAfter(read, year, person_key)).minor
    return entries === used ? [] : [{ about: `${person_key} ${year}`, used, entries }]
  })
}

import { sql, unflushed } from '#base/db'
import type { Id } from '#base/kernel'
import type { Db } from './store.ts'

/** What a hold is called in the ledger: the checkout, and from the second attempt on its number as well. */
export const holdRef = (checkout: string, attempt: number): string => (attempt === 1 ? checkout : `${checkout}/${attempt}`)

/**
 * Opens the hold of a checkout and locks its row: the number of the attempt, or null when the stock is held or sold already.
 * A second request of the same checkout waits here until the first has ended.
 */
export async function openHold(db: Db, checkout: string, expires: Date, now: Date): Promise<number | null> {
  const opened = await sql<{ attempt: number }>`
    insert into catalog.reservations as r (checkout, state, expires, created) values (${checkout}, 'held', ${expires}, ${now})
    on conflict (checkout) do update set state = 'held', attempt = r.attempt + 1, expires = excluded.expires where r.state = 'released'
    returning attempt, ${unflushed}`.execute(db)
  return opened.rows[0]?.attempt ?? null
}

/** Ends a hold, with `overdueAt` only one past its time at that moment; the number of its attempt, or null when there is none to end. */
export async function endHold(
  db: Db,
  checkout: string,
  state: 'released' | 'committed',
  overdueAt: Date | null,
): Promise<number | null> {
  const ended = await sql<{ attempt: number }>`
    update catalog.reservations set state = ${state} where checkout = ${checkout} and state = 'held'
      and (${overdueAt}::timestamptz is null or expires <= ${overdueAt}) returning attempt`.execute(db)
  return ended.rows[0]?.attempt ?? null
}

export async function holdState(db: Db, checkout: string): Promise<'held' | 'released' | 'committed' | null> {
  const row = await db
    .selectFrom('catalog.reservations')
    .select('state')
    .where('checkout', '=', checkout as Id<'checkout'>)
    .executeTakeFirst()
  return row?.state ?? null
}

/** A hold is never made shorter. */
export async function lengthenHold(db: Db, checkout: string, until: Date): Promise<boolean> {
  const done = await sql<{ checkout: string }>`
    update catalog.reservations set expires = greatest(expires, ${until}::timestamptz) where checkout = ${checkout} and state = 'held' returning checkout`.execute(
    db,
  )
  return done.rows.length > 0
}

export async function expiredHolds(db: Db, now: Date, limit: number): Promise<Id<'checkout'>[]> {
  const rows = await sql<{ checkout: Id<'checkout'> }>`
    select checkout from catalog.reservations where state = 'held' and expires <= ${now} order by expires, checkout limit ${limit}`.execute(
    db,
  )
  return rows.rows.map(r => r.checkout)
}

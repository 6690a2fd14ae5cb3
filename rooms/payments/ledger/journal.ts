import { type Kysely, sql } from '#base/db'
import type { Currency } from '#base/kernel'
import type { Bucket, Entry, Party, Sum, What } from './account.ts'
import type { LedgerTables } from './tables.ts'

export type Db = Kysely<LedgerTables>

/**
 * Adds an entry with its postings and their balances, in one statement, once per (kind, reference): false when it was there.
 * One that does not balance in each currency is refused by the database.
 */
export async function write(db: Db, e: Entry): Promise<boolean> {
  const postings = e.postings.map((p, line) => ({ ...p, line, minor: p.minor.toString(), tax: p.tax.toString() }))
  const { rows } = await sql`
    with entry as (
      insert into payments.entries (kind, reference, at) values (${e.kind}, ${e.reference}, ${e.at})
      on conflict (kind, reference) do nothing returning id),
    posted as (
      insert into payments.postings (entry, line, party, holder, bucket, currency, minor, what, tax_minor, subject, at)
      select entry.id, p.line, p.party, p.holder, p.bucket, p.currency, p.minor, p.what, p.tax, p.subject, ${e.at}
      from entry, jsonb_to_recordset(${JSON.stringify(postings)}::jsonb) as p (
        line int, party text, holder text, bucket text, currency text, minor bigint, what text, tax bigint, subject text)
      returning party, holder, bucket, currency, minor),
    summed as (
      insert into payments.balances as b (party, holder, bucket, currency, minor)
      select party, holder, bucket, currency, sum(minor) from posted group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (party, holder, bucket, currency) do update set minor = b.minor + excluded.minor returning 1)
    select id from entry`.execute(db)
  return rows.length > 0
}

interface SumRow {
  party: Party
  holder: string
  bucket: Bucket
  currency: Currency
  what: What
  subject: string
  minor: bigint
  tax: bigint
}
/** What was posted about these subjects so far. */
export async function sumsOf(db: Db, subjects: readonly string[]): Promise<Sum[]> {
  const { rows } = await sql<SumRow>`
    select party, holder, bucket, currency, what, subject, sum(minor)::bigint as minor, sum(tax_minor)::bigint as tax
    from payments.postings where subject = any(${[...subjects]}) group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(db)
  return rows
}

/** The postings of one entry; none when it was never written. */
export async function readEntry(db: Db, kind: Entry['kind'], reference: string): Promise<Sum[]> {
  const { rows } = await sql<SumRow>`
    select p.party, p.holder, p.bucket, p.currency, p.what, p.subject, p.minor, p.tax_minor as tax
    from payments.postings p join payments.entries e on e.id = p.entry where e.kind = ${kind} and e.reference = ${reference}
    order by p.line`.execute(db)
  return rows
}

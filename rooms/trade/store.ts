import { json, type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { RuleRow } from '#engines/trade'
import type { TradeFacts } from './facts.ts'
import type { Registrations } from './registrations.ts'

export interface TradeTables {
  'trade.facts': { subject: string; shop: Id<'shop'>; product: string; facts: TradeFacts; updated: Date; updated_by: string }
  'trade.registrations': { shop: Id<'shop'>; names: Registrations; version: number; updated: Date; updated_by: string }
}
export type Db = Kysely<TradeTables>

export interface QuoteReads {
  /** By product and by variant. */
  readonly facts: Readonly<Record<string, TradeFacts>>
  readonly registrations: Registrations
  /** The newest change of the operator's rules, 0 when there is none: the cache's key. */
  readonly rules: string
  /** What the buyer of the checkout has used of the year, fen; null when nobody knows who it is. */
  readonly used: string | null
}
/** Everything that a quote asks, in one statement. */
export async function readForQuote(
  db: Db,
  q: { shop: string; subjects: readonly string[]; checkout: string | null; year: number },
): Promise<QuoteReads> {
  const { rows } = await sql<QuoteReads>`
    select coalesce((select jsonb_object_agg(f.subject, f.facts) from trade.facts f where f.subject = any(${[...q.subjects]}::text[]) and f.shop = ${q.shop}), '{}') as facts,
      coalesce((select r.names from trade.registrations r where r.shop = ${q.shop}), '{}') as registrations,
      coalesce((select max(seq) from trade.rules), 0)::text as rules,
      (select coalesce(y.used, 0)::text from trade.identities i left join trade.quota_years y on y.person_key = i.person_key and y.year = ${q.year}
        where i.checkout = ${q.checkout} and i.sealed is not null) as used`.execute(db)
  return rows[0] as QuoteReads
}

/** The operator's rows that stand: of each key the newest, without those that were taken back. */
export async function readRules(db: Db): Promise<{ seq: bigint; row: RuleRow; at: Date; by: string }[]> {
  const { rows } = await sql<{ seq: bigint; row: RuleRow | null; at: Date; by: string }>`
    select distinct on (jurisdiction, rule, from_day) seq, row, at, by from trade.rules order by jurisdiction, rule, from_day, seq desc`.execute(
    db,
  )
  return rows.flatMap(r => (r.row ? [{ ...r, row: r.row }] : []))
}
export async function newestRule(db: Db): Promise<string> {
  const { rows } = await sql<{ seq: string }>`select coalesce(max(seq), 0)::text as seq from trade.rules`.execute(db)
  return rows[0]?.seq ?? '0'
}
export async function appendRules(
  db: Db,
  changes: readonly { key: Pick<RuleRow, 'jurisdiction' | 'rule' | 'from'>; row: RuleRow | null }[],
  by: string,
  at: Date,
): Promise<void> {
  const rows = changes.map(c => ({ ...c.key, row: c.row }))
  await sql`
    insert into trade.rules (jurisdiction, rule, from_day, row, at, by)
    select jurisdiction, rule, "from", nullif(row, 'null'::jsonb), ${at}, ${by} from jsonb_to_recordset(${json(rows)}) as r(jurisdiction text, rule text, "from" text, row jsonb)`.execute(
    db,
  )
}

export async function readFacts(db: Db, shop: string, subjects: readonly string[]): Promise<Record<string, TradeFacts>> {
  const { rows } = await sql<{ subject: string; facts: TradeFacts }>`
    select subject, facts from trade.facts where shop = ${shop} and subject = any(${[...subjects]}::text[])`.execute(db)
  return Object.fromEntries(rows.map(r => [r.subject, r.facts]))
}
export interface FactsRow {
  readonly subject: string
  readonly product: string
  readonly facts: TradeFacts
}
/** Of one shop, many subjects in one statement, each once. */
export async function writeFacts(
  db: Db,
  shop: string,
  rows: readonly FactsRow[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into trade.facts (subject, shop, product, facts, updated, updated_by)
    select subject, ${shop}, product, facts, ${at}, ${by} from jsonb_to_recordset(${json(rows)}) as r(subject text, product text, facts jsonb) order by subject
    on conflict (subject) do update set facts = excluded.facts, updated = excluded.updated, updated_by = excluded.updated_by where trade.facts.shop = excluded.shop`.execute(
    db,
  )
}

export async function readRegistrations(db: Db, shop: string): Promise<{ names: Registrations; version: number }> {
  const { rows } = await sql<{
    names: Registrations
    version: number
  }>`select names, version from trade.registrations where shop = ${shop}`.execute(db)
  return rows[0] ?? { names: {}, version: 0 }
}
/** Writes over this version only; false when somebody else was faster. */
export async function writeRegistrations(
  db: Db,
  r: { shop: string; names: Registrations; version: number; at: Date; by: string },
): Promise<boolean> {
  const done = await sql<{ shop: string }>`
    insert into trade.registrations (shop, names, version, updated, updated_by)
    select ${r.shop}, ${json(r.names)}, 1, ${r.at}, ${r.by} where ${r.version} = 0
      or exists (select 1 from trade.registrations where shop = ${r.shop})
    on conflict (shop) do update set names = excluded.names, version = trade.registrations.version + 1, updated = excluded.updated, updated_by = excluded.updated_by
      where trade.registrations.version = ${r.version}
    returning shop`.execute(db)
  return done.rows.length > 0
}

import { type Kysely, sql } from '#base/db'
import { fold } from './tokens.ts'

export type EntryKind = 'product' | 'post' | 'person'
export interface Entry {
  readonly kind: EntryKind
  readonly id: string
  readonly shop: string | null
  readonly category: string | null
  readonly vector: string
  readonly at: Date
}
export interface Phrase {
  readonly kind: 'product' | 'tag' | 'person'
  readonly shown: string
}
type Db = Kysely<unknown>

/** Writes an entry anew with its completions; visible again. */
export async function putEntry(db: Db, e: Entry, phrases: readonly Phrase[]): Promise<void> {
  await sql`insert into search.entries (kind, id, shop, category, words, at) values (${e.kind}, ${e.id}, ${e.shop}, ${e.category}, ${e.vector}::tsvector, ${e.at})
    on conflict (kind, id) do update set shop = excluded.shop, category = excluded.category, words = excluded.words, visible = true`.execute(
    db,
  )
  await sql`delete from search.phrases where source = ${e.id}`.execute(db)
  const rows = phrases
    .map(p => ({ phrase: fold(p.shown).slice(0, 60), kind: p.kind, shown: p.shown.slice(0, 60), source: e.id }))
    .filter(p => p.phrase !== '')
  if (rows.length > 0)
    await sql`insert into search.phrases (phrase, kind, shown, source) select phrase, kind, shown, source from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(phrase text, kind text, shown text, source text) on conflict do nothing`.execute(
      db,
    )
}

export async function setVisible(db: Db, kind: EntryKind, id: string, visible: boolean): Promise<void> {
  await sql`update search.entries set visible = ${visible} where kind = ${kind} and id = ${id}`.execute(db)
}
export async function dropEntry(db: Db, id: string): Promise<void> {
  await sql`delete from search.entries where id = ${id}`.execute(db)
  await sql`delete from search.phrases where source = ${id}`.execute(db)
}

/** Ids by rank, ties newest first. */
export async function findIds(
  db: Db,
  wish: { kind: EntryKind; query: string; category?: string | undefined; offset: number; limit: number },
): Promise<{ id: string; shop: string | null }[]> {
  const category = wish.category ?? null
  const found = await sql<{ id: string; shop: string | null }>`
    select id, shop from search.entries where visible and kind = ${wish.kind} and words @@ ${wish.query}::tsquery and (${category}::text is null or category = ${category})
    order by ts_rank('{0.05, 0.15, 0.5, 1.0}', words, ${wish.query}::tsquery) desc, at desc, id desc limit ${wish.limit} offset ${wish.offset}`.execute(
    db,
  )
  return found.rows
}

export async function complete(db: Db, prefix: string, limit: number): Promise<Phrase[]> {
  const pattern = `${fold(prefix).replace(/[\\%_]/g, c => `\\${c}`)}%`
  const found = await sql<Phrase>`
    select kind, min(shown) as shown from search.phrases p where phrase like ${pattern} and exists (select 1 from search.entries e where e.id = p.source and e.visible)
    group by kind, phrase order by count(*) desc, length(min(shown)), min(shown) limit ${limit}`.execute(db)
  return found.rows
}

import type { Generated, Selectable } from 'kysely'
import { type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { AppealRow } from './appeal-store.ts'
import type { SignalRow } from './signal-store.ts'
import type { Action, ModeratedSubject, Owner, State } from './subject.ts'

export interface Tables {
  'moderation.owners': { kind: string; id: string; person: string | null; shop: string | null }
  'moderation.reports': {
    id: Id<'report'>
    kind: string
    subject: string
    reporter: string | null
    reason: string
    note: string | null
    at: Date
  }
  'moderation.subjects': { kind: string; id: string; state: State; reports: number; first_at: Date; last_at: Date }
  'moderation.decisions': {
    seq: Generated<bigint>
    id: Id<'decision'>
    kind: string
    subject: string
    action: Action
    reason: string
    explanation: string
    by: Id<'person'>
    at: Date
  }
  'moderation.signals': SignalRow
  'moderation.appeals': AppealRow
}
type Db = Kysely<Tables>
export type DecisionRow = Omit<Selectable<Tables['moderation.decisions']>, 'seq'>
export type SubjectRow = Tables['moderation.subjects']

export async function ownerOf(db: Db, { kind, id }: { kind: string; id: string }): Promise<Owner | null> {
  const row = await db
    .selectFrom('moderation.owners')
    .select(['person', 'shop'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Owner | undefined) ?? null
}

export async function saveOwners(db: Db, owners: readonly Tables['moderation.owners'][]): Promise<void> {
  const last = new Map(owners.map(o => [`${o.kind}:${o.id}`, o]))
  if (last.size === 0) return
  await db
    .insertInto('moderation.owners')
    .values([...last.values()])
    .onConflict(c =>
      c.columns(['kind', 'id']).doUpdateSet(e => ({ person: e.ref('excluded.person'), shop: e.ref('excluded.shop') })),
    )
    .execute()
}

/** False when this person has reported this already. */
export async function insertReport(db: Db, report: Tables['moderation.reports']): Promise<boolean> {
  const row = await db
    .insertInto('moderation.reports')
    .values(report)
    .onConflict(c => c.columns(['kind', 'subject', 'reporter']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A new report opens what was kept; what was removed stays removed. */
export async function countReport(db: Db, { kind, id }: ModeratedSubject, at: Date): Promise<void> {
  await db
    .insertInto('moderation.subjects')
    .values({ kind, id, state: 'open', reports: 1, first_at: at, last_at: at })
    .onConflict(c =>
      c.columns(['kind', 'id']).doUpdateSet({
        reports: sql`subjects.reports + 1`,
        last_at: at,
        state: sql`case subjects.state when 'kept' then 'open' else subjects.state end`,
      }),
    )
    .execute()
}

/** The state, held until the transaction ends, so that two decisions on one subject take turns. Null: nothing known of it yet. */
export async function holdState(trx: Db, { kind, id }: ModeratedSubject): Promise<State | null> {
  await sql`select pg_advisory_xact_lock(7320, hashtext(${`${kind}:${id}`}))`.execute(trx)
  const row = await trx
    .selectFrom('moderation.subjects')
    .select('state')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row?.state ?? null
}

export async function saveState(db: Db, { kind, id }: ModeratedSubject, state: State, at: Date): Promise<void> {
  await db
    .insertInto('moderation.subjects')
    .values({ kind, id, state, reports: 0, first_at: at, last_at: at })
    .onConflict(c => c.columns(['kind', 'id']).doUpdateSet({ state }))
    .execute()
}

export async function insertDecision(db: Db, row: DecisionRow): Promise<void> {
  await db.insertInto('moderation.decisions').values(row).execute()
}

export async function latestDecision(db: Db, { kind, id }: { kind: string; id: string }): Promise<DecisionRow | null> {
  const row = await db
    .selectFrom('moderation.decisions')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function listDecisions(db: Db, only: { kind?: string; id?: string }, after: bigint | null, limit: number) {
  let q = db.selectFrom('moderation.decisions').selectAll()
  if (only.kind !== undefined) q = q.where('kind', '=', only.kind)
  if (only.id !== undefined) q = q.where('subject', '=', only.id)
  if (after !== null) q = q.where('seq', '<', after)
  return q.orderBy('seq', 'desc').limit(limit).execute()
}

export async function countOpen(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from moderation.subjects where state = 'open'`.execute(db)
  return rows[0]?.n ?? 0
}

export type QueueKey = [reports: number, lastAt: string, kind: string, id: string]
/** Most reported first, of equals the one reported last. */
export async function listQueue(db: Db, state: State, after: QueueKey | null, limit: number): Promise<SubjectRow[]> {
  let q = db.selectFrom('moderation.subjects').selectAll().where('state', '=', state)
  if (after)
    q = q.where(
      sql<boolean>`(reports < ${after[0]} or (reports = ${after[0]} and (last_at < ${after[1]}::timestamptz or (last_at = ${after[1]}::timestamptz and (kind, id) > (${after[2]}, ${after[3]})))))`,
    )
  return q.orderBy('reports', 'desc').orderBy('last_at', 'desc').orderBy('kind').orderBy('id').limit(limit).execute()
}

export interface Summary {
  readonly kind: string
  readonly subject: string
  readonly reasons: Readonly<Record<string, number>>
  readonly notes: readonly string[] | null
  readonly signals: readonly Pick<SignalRow, 'flag' | 'of' | 'share'>[] | null
}
/** Reasons with their counts, the newest notes and what machines found of a page of subjects, in one statement. */
export async function summaries(db: Db, subjects: readonly { kind: string; id: string }[]): Promise<Summary[]> {
  if (subjects.length === 0) return []
  const { rows } = await sql<Summary>`
    select s.kind, s.id as subject,
      coalesce((select jsonb_object_agg(r.reason, r.n) from (select reason, count(*)::int as n from moderation.reports where kind = s.kind and subject = s.id group by reason) r), '{}') as reasons,
      (select jsonb_agg(n.note) from (select note from moderation.reports where kind = s.kind and subject = s.id and note is not null order by at desc, id desc limit 20) n) as notes,
      (select jsonb_agg(jsonb_build_object('flag', g.flag, 'of', g.of, 'share', g.share) order by g.at, g.flag) from moderation.signals g where g.kind = s.kind and g.id = s.id) as signals
    from unnest(${subjects.map(s => s.kind)}::text[], ${subjects.map(s => s.id)}::text[]) as s(kind, id)`.execute(db)
  return rows
}

export async function removedSubjects(db: Db): Promise<{ kind: string; id: string }[]> {
  return db.selectFrom('moderation.subjects').select(['kind', 'id']).where('state', '=', 'removed').execute()
}

export async function statesOf(db: Db, subjects: readonly { kind: string; id: string }[]) {
  const { rows } = await sql<{ kind: string; id: string; removed: boolean }>`
    select s.kind, s.id, coalesce(m.state = 'removed', false) as removed
    from unnest(${subjects.map(s => s.kind)}::text[], ${subjects.map(s => s.id)}::text[]) as s(kind, id)
    left join moderation.subjects m on m.kind = s.kind and m.id = s.id`.execute(db)
  return rows
}

/** What a guest made is the account's. */
export async function mergeOwner(db: Db, from: string, to: string): Promise<void> {
  await db.updateTable('moderation.owners').set({ person: to }).where('person', '=', from).execute()
}

/** A guest's reports become the account's; of two on one subject one stays, and the subject's count follows. */
export async function mergeReporter(db: Db, from: string, to: string): Promise<void> {
  await sql`
    with gone as (
      delete from moderation.reports r where r.reporter = ${from}
        and exists (select 1 from moderation.reports o where o.reporter = ${to} and o.kind = r.kind and o.subject = r.subject)
      returning r.kind, r.subject
    )
    update moderation.subjects s set reports = s.reports - 1 from gone g where s.kind = g.kind and s.id = g.subject`.execute(db)
  await db.updateTable('moderation.reports').set({ reporter: to }).where('reporter', '=', from).execute()
}

/** The report stays counted; who filed it and what they wrote is forgotten. */
export async function forgetReporter(db: Db, person: string): Promise<void> {
  await db.updateTable('moderation.reports').set({ reporter: null, note: null }).where('reporter', '=', person).execute()
}

import { type Kysely, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { DecisionRow, Tables } from './store.ts'

type Db = Kysely<Tables>
export interface AppealRow {
  id: Id<'appeal'>
  decision: Id<'decision'>
  kind: string
  subject: string
  person: string | null
  text: string
  at: Date
  outcome: 'upheld' | 'reversed' | null
  explanation: string | null
  by: string | null
  answered: Date | null
}

/** False when there is one against this decision. */
export async function insertAppeal(db: Db, row: AppealRow): Promise<boolean> {
  const made = await db
    .insertInto('moderation.appeals')
    .values(row)
    .onConflict(c => c.column('decision').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function appealOf(db: Db, decision: string): Promise<AppealRow | undefined> {
  return db
    .selectFrom('moderation.appeals')
    .selectAll()
    .where('decision', '=', decision as Id<'decision'>)
    .executeTakeFirst()
}

/** Held until the transaction ends, so that two answers take turns. */
export async function holdAppeal(trx: Db, id: string): Promise<AppealRow | undefined> {
  return trx
    .selectFrom('moderation.appeals')
    .selectAll()
    .where('id', '=', id as Id<'appeal'>)
    .forUpdate()
    .executeTakeFirst()
}

export async function saveAnswer(
  db: Db,
  id: Id<'appeal'>,
  answer: Pick<AppealRow, 'outcome' | 'explanation' | 'by' | 'answered'>,
): Promise<void> {
  await db.updateTable('moderation.appeals').set(answer).where('id', '=', id).execute()
}

export type Appealed = AppealRow & { readonly d: DecisionRow }
type Joined = Record<string, unknown>

/** Decisions, each in a column of its own beside what else is selected. */
const columns = sql`d.id as d_id, d.kind as d_kind, d.subject as d_subject, d.action as d_action, d.reason as d_reason, d.explanation as d_explanation, d.by as d_by, d.at as d_at`
const decisionIn = (r: Joined): DecisionRow =>
  ({
    id: r.d_id,
    kind: r.d_kind,
    subject: r.d_subject,
    action: r.d_action,
    reason: r.d_reason,
    explanation: r.d_explanation,
    by: r.d_by,
    at: r.d_at,
  }) as DecisionRow

/** Those that wait, the oldest first, without those whose subject was restored meanwhile; or those that were answered, the newest first. */
export async function listAppeals(
  db: Db,
  state: 'open' | 'answered',
  after: readonly [at: string, id: string] | null,
  limit: number,
): Promise<Appealed[]> {
  const rows =
    state === 'open'
      ? await sql<Joined>`
        select a.*, ${columns} from moderation.appeals a join moderation.decisions d on d.id = a.decision
        join moderation.subjects s on s.kind = a.kind and s.id = a.subject and s.state = 'removed'
        where a.outcome is null and (${after === null} or (a.at, a.id) > (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}))
        order by a.at, a.id limit ${limit}`.execute(db)
      : await sql<Joined>`
        select a.*, ${columns} from moderation.appeals a join moderation.decisions d on d.id = a.decision
        where a.outcome is not null and (${after === null} or (a.answered, a.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}))
        order by a.answered desc, a.id desc limit ${limit}`.execute(db)
  return rows.rows.map(r => ({ ...(r as unknown as AppealRow), d: decisionIn(r) }))
}

export async function countOpenAppeals(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from moderation.appeals a join moderation.subjects s on s.kind = a.kind and s.id = a.subject and s.state = 'removed'
    where a.outcome is null`.execute(db)
  return rows[0]?.n ?? 0
}

/** Removals and restorations of what belongs to a person or to a shop of theirs, the newest first. */
export async function decisionsAbout(
  db: Db,
  { person, shops }: { person: string; shops: readonly string[] },
  after: bigint | null,
  limit: number,
): Promise<{ seq: bigint; decision: DecisionRow; appeal: AppealRow | undefined }[]> {
  const { rows } = await sql<Joined>`
    select d.seq, ${columns}, to_jsonb(a) as appeal from moderation.owners o
    join moderation.decisions d on d.kind = o.kind and d.subject = o.id
    left join moderation.appeals a on a.decision = d.id
    where (o.person = ${person} or o.shop = any(${[...shops]}::text[])) and d.action <> 'keep' and (${after === null} or d.seq < ${after})
    order by d.seq desc limit ${limit}`.execute(db)
  return rows.map(r => ({ seq: r.seq as bigint, decision: decisionIn(r), appeal: fromJson(r.appeal) }))
}
function fromJson(raw: unknown): AppealRow | undefined {
  if (!raw) return undefined
  const row = raw as Omit<AppealRow, 'at' | 'answered'> & { at: string; answered: string | null }
  return { ...row, at: new Date(row.at), answered: row.answered === null ? null : new Date(row.answered) }
}

export async function mergeAppellant(db: Db, from: string, to: string): Promise<void> {
  await db.updateTable('moderation.appeals').set({ person: to }).where('person', '=', from).execute()
}
/** That there was one stays; who made it and what they wrote is forgotten. */
export async function forgetAppellant(db: Db, person: string): Promise<void> {
  await db.updateTable('moderation.appeals').set({ person: null, text: '' }).where('person', '=', person).execute()
}

import { type Kysely, sql } from '#base/db'
import type { Counter, MarkName, Tables } from './tables.ts'

type Db = Kysely<Tables>
export interface Marked {
  /** There is such a subject, and it may be marked. */
  readonly known: boolean
  readonly changed: boolean
  readonly count: number
}
const answer = (row: { known: boolean; changed: boolean; count: number | null } | undefined): Marked => ({
  known: row?.known ?? false,
  changed: row?.changed ?? false,
  count: row?.count ?? 0,
})

/** Sets a mark and raises its counter, in one statement: the counter moves exactly when the row is new. */
export async function setMark(
  trx: Db,
  { mark, subject, person, at, counter }: { mark: MarkName; subject: string; person: string; at: Date; counter: Counter | null },
): Promise<Marked> {
  const column = sql.ref(counter ?? 'likes')
  const { rows } = await sql<{ known: boolean; changed: boolean; count: number | null }>`
    with made as (
      insert into social.marks (mark, subject, person, at)
      select ${mark}, k.id, ${person}, ${at}::timestamptz from social.known k where k.id = ${subject} and k.live
      on conflict do nothing returning subject
    ), counted as (
      update social.known set ${column} = ${column} + ${counter ? 1 : 0} where id in (select subject from made) returning ${column} as n
    )
    select k.live as known, exists (select 1 from made) as changed, coalesce((select n from counted), ${sql.ref(`k.${counter ?? 'likes'}`)}) as count
    from social.known k where k.id = ${subject}`.execute(trx)
  return answer(rows[0])
}

/** Takes a mark back, also from what was removed since. */
export async function takeMark(
  trx: Db,
  { mark, subject, person, counter }: { mark: MarkName; subject: string; person: string; counter: Counter | null },
): Promise<Marked> {
  const column = sql.ref(counter ?? 'likes')
  const { rows } = await sql<{ known: boolean; changed: boolean; count: number | null }>`
    with gone as (
      delete from social.marks where mark = ${mark} and subject = ${subject} and person = ${person} returning subject
    ), counted as (
      update social.known set ${column} = ${column} - ${counter ? 1 : 0} where id in (select subject from gone) returning ${column} as n
    )
    select true as known, exists (select 1 from gone) as changed, coalesce((select n from counted), ${sql.ref(`k.${counter ?? 'likes'}`)}) as count
    from social.known k where k.id = ${subject}`.execute(trx)
  return answer(rows[0])
}

export async function countsOf(db: Db, posts: readonly string[]) {
  return db
    .selectFrom('social.known')
    .select(['id', 'likes', 'saves', 'comments', 'shares'])
    .where('id', 'in', [...posts])
    .execute()
}

export async function marksOf(db: Db, person: string, subjects: readonly string[]) {
  return db
    .selectFrom('social.marks')
    .select(['mark', 'subject'])
    .where('person', '=', person)
    .where('mark', 'in', ['like', 'save'])
    .where('subject', 'in', [...subjects])
    .execute()
}

/** Likes and saves of these people, at most `limit` of each person, in one statement. */
export async function allMarksOf(db: Db, people: readonly string[], limit: number) {
  const { rows } = await sql<{ person: string; mark: 'like' | 'save'; subject: string }>`
    select p.person, m.mark, m.subject from unnest(${[...people]}::text[]) as p(person),
      lateral (select mark, subject from social.marks where person = p.person and mark in ('like', 'save') limit ${limit}) m`.execute(
    db,
  )
  return rows
}

interface Wanted {
  readonly person: string
  readonly marks: readonly MarkName[]
  readonly collection?: string | undefined
  readonly after: readonly [string, string] | null
  readonly limit: number
}
/** What is still there of what a person marked, newest first. */
export async function listMarks(db: Db, { person, marks, collection, after, limit }: Wanted) {
  let q = db
    .selectFrom('social.marks as m')
    .innerJoin('social.known as k', 'k.id', 'm.subject')
    .select(['m.mark', 'm.subject', 'm.at', 'm.collection'])
    .where('m.person', '=', person)
    .where('m.mark', 'in', [...marks])
    .where('k.live', '=', true)
  if (collection !== undefined) q = q.where('m.collection', '=', collection)
  if (after) q = q.where(sql<boolean>`(m.at, m.subject) < (${after[0]}::timestamptz, ${after[1]})`)
  return q.orderBy('m.at', 'desc').orderBy('m.subject', 'desc').limit(limit).execute()
}

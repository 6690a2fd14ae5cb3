import { anyOf, type Kysely, sql } from '#base/db'
import { newId } from '#base/kernel'
import { type Channels, defaults, mailFixed, mailWithinMs, type NoticeKind } from './kinds.ts'

export type Db = Kysely<unknown>
/** What the inbox tells besides the subject; the words are the reader's language's. */
export type Detail = Readonly<Record<string, string | number>>
export interface Draft {
  readonly person: string
  readonly kind: NoticeKind
  /** What makes it the same notice when it is learned again. */
  readonly ref: string
  readonly at: Date
  readonly subject: { readonly kind: string; readonly id: string }
  readonly actor?: string | null
  readonly detail?: Detail
}
export interface Row {
  readonly id: string
  readonly person: string
  readonly kind: NoticeKind
  readonly at: Date
  readonly subject_kind: string
  readonly subject: string
  readonly actor: string | null
  readonly detail: Detail
  readonly read_at: Date | null
}

export async function channelsOf(db: Db, people: readonly string[]): Promise<(person: string, kind: NoticeKind) => Channels> {
  const { rows } = await sql<{ person: string; kind: NoticeKind } & Channels>`
    select person, kind, app, mail from notices.settings where person = ${anyOf([...new Set(people)])}`.execute(db)
  const said = new Map(rows.map(r => [`${r.person} ${r.kind}`, { app: r.app, mail: r.mail }]))
  return (person, kind) => said.get(`${person} ${kind}`) ?? defaults[kind]
}

/** Writes notices that are new. Nobody hears of what they did themselves, or of somebody whom they have blocked. */
export async function insertNotices(db: Db, drafts: readonly Draft[], now: Date): Promise<void> {
  const wanted = drafts.filter(d => d.actor !== d.person)
  if (wanted.length === 0) return
  const channels = await channelsOf(
    db,
    wanted.map(d => d.person),
  )
  for (const d of wanted) {
    const { app, mail } = channels(d.person, d.kind)
    const mailed = mail && !mailFixed.has(d.kind) && now.getTime() - d.at.getTime() < mailWithinMs
    if (!app && !mailed) continue
    await sql`
      insert into notices.items (id, person, kind, ref, at, subject_kind, subject, actor, detail, shown, mail)
      select ${newId('notice', d.at)}, ${d.person}, ${d.kind}, ${d.ref}, ${d.at}::timestamptz, ${d.subject.kind}, ${d.subject.id}, ${d.actor ?? null}::text,
        ${JSON.stringify(d.detail ?? {})}::jsonb, ${app}, ${mailed ? 'wanted' : 'no'}
      where not exists (select 1 from notices.blocks where person = ${d.person} and target = ${d.actor ?? ''})
      on conflict (person, kind, ref) do nothing`.execute(db)
  }
}

export async function readNotices(
  db: Db,
  person: string,
  after: readonly [string, string] | null,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, person, kind, at, subject_kind, subject, actor, detail, read_at from notices.items where person = ${person} and shown
      and (${after?.[0] ?? null}::timestamptz is null or (at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? ''}))
    order by at desc, id desc limit ${limit}`.execute(db)
  return rows
}

/** Counts no further than a badge shows. */
export async function countUnread(db: Db, person: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 from notices.items where person = ${person} and shown and read_at is null limit 100) u`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** One, or all that came until `until`: what arrives while somebody presses stays unread. False: there is no such notice of theirs. */
export async function markRead(db: Db, person: string, which: { id: string } | { until: Date }, now: Date): Promise<boolean> {
  const part = 'id' in which ? sql`id = ${which.id}` : sql`at <= ${which.until} and read_at is null`
  const { rows } = await sql<{ id: string }>`
    update notices.items set read_at = coalesce(read_at, ${now}) where person = ${person} and shown and ${part} returning id`.execute(
    db,
  )
  return rows.length > 0
}

export async function readSettings(db: Db, person: string): Promise<(kind: NoticeKind) => Channels> {
  const of = await channelsOf(db, [person])
  return kind => of(person, kind)
}

export async function writeSetting(db: Db, person: string, kind: NoticeKind, { app, mail }: Channels): Promise<void> {
  await sql`insert into notices.settings (person, kind, app, mail) values (${person}, ${kind}, ${app}, ${mail})
    on conflict (person, kind) do update set app = excluded.app, mail = excluded.mail`.execute(db)
}

/** A guest became this account: what both have is kept once, the account's own word goes first. */
export async function mergePeople(db: Db, from: string, to: string): Promise<void> {
  for (const [table, same] of [
    ['items', 'kind, ref'],
    ['settings', 'kind'],
    ['alerts', 'kind, product, variant'],
    ['blocks', 'target'],
    ['helped', 'post'],
  ] as const) {
    const t = sql.raw(`notices.${table}`)
    const key = sql.raw(same)
    await sql`delete from ${t} where person = ${from} and (${key}) in (select ${key} from ${t} where person = ${to})`.execute(db)
    await sql`update ${t} set person = ${to} where person = ${from}`.execute(db)
  }
  for (const [table, column] of [
    ['asks', 'person'],
    ['promises', 'person'],
    ['posts', 'person'],
    ['subjects', 'owner'],
    ['items', 'actor'],
    ['blocks', 'target'],
  ] as const)
    await sql`update ${sql.raw(`notices.${table}`)} set ${sql.ref(column)} = ${to} where ${sql.ref(column)} = ${from}`.execute(db)
}

export async function erasePerson(db: Db, person: string): Promise<void> {
  await sql`delete from notices.items where person = ${person} or actor = ${person}`.execute(db)
  await sql`delete from notices.blocks where person = ${person} or target = ${person}`.execute(db)
  await sql`delete from notices.subjects where owner = ${person}`.execute(db)
  for (const table of ['settings', 'alerts', 'helped', 'asks', 'promises', 'posts'])
    await sql`delete from ${sql.raw(`notices.${table}`)} where person = ${person}`.execute(db)
}

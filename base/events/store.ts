import type { Pool } from 'pg'
import type { LoggedEvent, NewEvent } from '#base/catalogue'
import { type Kysely, type RawBuilder, sql } from '#base/db'
import type { Clock } from '#base/kernel'
import { newId } from '#base/kernel'

/** A row as the log stores it. */
export interface EventRow {
  position: bigint
  id: string
  name: string
  at: Date
  person: string | null
  session: string | null
  surface: string | null
  subject_kind: string
  subject_id: string
  source: unknown
  data: unknown
}

export const fromRow = (r: EventRow): LoggedEvent =>
  ({
    position: r.position,
    id: r.id,
    name: r.name,
    at: r.at,
    person: r.person,
    session: r.session,
    surface: r.surface,
    subject: { kind: r.subject_kind, id: r.subject_id },
    source: r.source,
    data: r.data,
  }) as LoggedEvent

export type PlainEvent = Omit<LoggedEvent, 'position'>

/** Fills in what the writer left out. */
export const complete = (event: NewEvent, clock: Clock): PlainEvent =>
  ({
    ...event,
    id: event.id ?? newId('event', clock.now()),
    session: event.session ?? null,
    surface: event.surface ?? null,
    source: event.source ?? null,
  }) as PlainEvent

/** Rows travel as one JSON parameter: one statement and one parameter, however many events. */
const asRecords = (events: readonly PlainEvent[]) =>
  JSON.stringify(
    events.map(e => ({
      id: e.id,
      name: e.name,
      at: e.at,
      person: e.person,
      session: e.session,
      surface: e.surface,
      subject_kind: e.subject.kind,
      subject_id: e.subject.id,
      source: e.source,
      data: e.data,
    })),
  )

const names = 'id, name, at, person, session, surface, subject_kind, subject_id, source, data'
const record =
  '(id text, name text, at timestamptz, person text, session text, surface text, subject_kind text, subject_id text, source jsonb, data jsonb)'
const columns = sql.raw(names)
const recordType = sql.raw(record)

/** Writes into the inbox; a statement, or a part of one. */
export const intoInbox = (events: readonly PlainEvent[]): RawBuilder<unknown> =>
  sql`insert into events.inbox (${columns}) select ${columns} from jsonb_to_recordset(${asRecords(events)}::jsonb) as r${recordType}`

/** Writes into the inbox within the caller's transaction: the event is true exactly when the change is. */
export async function writeInbox<T>(db: Kysely<T>, events: readonly PlainEvent[]): Promise<void> {
  if (events.length > 0) await intoInbox(events).execute(db)
}

/** What came in from the inbox is answered whole; of a direct event, which the caller has, its place alone. */
interface Numbered {
  position: bigint
  id: string
  moved: (Omit<EventRow, 'position' | 'at'> & { at: string }) | null
}

/**
 * Prepared once a connection: it runs hundreds of times a second, and its plan costs as much as its work. Whether an id is known is asked row
 * by row, which can only mean its index: written as a join, the planner is free to read the whole log for a handful of events.
 */
const sequenceStatement = `
    with moved as (delete from events.inbox where seq in (select seq from events.inbox order by seq limit $1::bigint) returning seq, ${names}),
    incoming as (
      select seq, ${names} from moved
      union all
      select 9000000000000000000 - $2::bigint + row_number() over () as seq, ${names} from jsonb_to_recordset($3::jsonb) as r${record}
    ),
    fresh as (
      select distinct on (id) * from incoming i where (select l.position from events.log l where l.id = i.id) is null order by id, seq
    )
    insert into events.log (position, ${names})
    select $4::bigint + row_number() over (order by seq), ${names} from fresh order by seq
    returning position, id, case when id in (select id from moved) then to_jsonb(log) end as moved`

/** Moves the inbox and `direct` events into the log in one statement; duplicates are dropped before numbering. In order of position. */
export async function sequence(pool: Pool, direct: readonly PlainEvent[], last: bigint, limit: number): Promise<LoggedEvent[]> {
  // Of two with the same id the first counts.
  const known = new Map(direct.toReversed().map(e => [e.id as string, e]))
  const values = [limit, direct.length, asRecords(direct), last]
  const result = await pool.query<Numbered>({ name: 'events.sequence', text: sequenceStatement, values })
  return result.rows
    .sort((a, b) => (a.position < b.position ? -1 : 1))
    .map(({ position, id, moved }) =>
      moved
        ? fromRow({ ...moved, position, at: new Date(moved.at) })
        : ({ ...(known.get(id) as PlainEvent), position } as LoggedEvent),
    )
}

export async function readLog<T>(db: Kysely<T>, after: bigint, limit: number): Promise<EventRow[]> {
  return (
    await sql<EventRow>`select position, ${columns} from events.log where position > ${after} order by position limit ${limit}`.execute(
      db,
    )
  ).rows
}

export async function lastPosition<T>(db: Kysely<T>): Promise<bigint> {
  return (await sql<{ last: bigint | null }>`select max(position) as last from events.log`.execute(db)).rows[0]?.last ?? 0n
}

export async function readCursor<T>(db: Kysely<T>, name: string): Promise<bigint> {
  return (
    (await sql<{ position: bigint }>`select position from events.cursor where name = ${name}`.execute(db)).rows[0]?.position ?? 0n
  )
}

export async function writeCursor<T>(db: Kysely<T>, name: string, position: bigint): Promise<void> {
  await sql`insert into events.cursor (name, position) values (${name}, ${position}) on conflict (name) do update set position = excluded.position`.execute(
    db,
  )
}

import type { LoggedEvent, NewEvent } from '#base/catalogue'
import { type Kysely, sql } from '#base/db'
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

const columns = sql.raw('id, name, at, person, session, surface, subject_kind, subject_id, source, data')
const recordType = sql.raw(
  '(id text, name text, at timestamptz, person text, session text, surface text, subject_kind text, subject_id text, source jsonb, data jsonb)',
)

/** Writes into the inbox within the caller's transaction: the event is true exactly when the change is. */
export async function writeInbox<T>(db: Kysely<T>, events: readonly PlainEvent[]): Promise<void> {
  if (events.length === 0) return
  await sql`insert into events.inbox (${columns}) select ${columns} from jsonb_to_recordset(${asRecords(events)}::jsonb) as r${recordType}`.execute(
    db,
  )
}

/** What came in from the inbox is answered whole; of a direct event, which the caller has, its place alone. */
interface Numbered {
  position: bigint
  id: string
  moved: (Omit<EventRow, 'position' | 'at'> & { at: string }) | null
}

/** Moves the inbox and `direct` events into the log in one statement; duplicates are dropped before numbering. In order of position. */
export async function sequence<T>(
  db: Kysely<T>,
  direct: readonly PlainEvent[],
  last: bigint,
  limit: number,
): Promise<LoggedEvent[]> {
  // Of two with the same id the first counts.
  const known = new Map(direct.toReversed().map(e => [e.id as string, e]))
  const result = await sql<Numbered>`
    with moved as (delete from events.inbox where seq in (select seq from events.inbox order by seq limit ${limit}) returning seq, ${columns}),
    incoming as (
      select seq, ${columns} from moved
      union all
      select 9000000000000000000 - ${direct.length} + row_number() over () as seq, ${columns} from jsonb_to_recordset(${asRecords(direct)}::jsonb) as r${recordType}
    ),
    fresh as (select distinct on (id) * from incoming i where not exists (select 1 from events.log l where l.id = i.id) order by id, seq)
    insert into events.log (position, ${columns})
    select ${last}::bigint + row_number() over (order by seq), ${columns} from fresh order by seq
    returning position, id, case when id = any(${[...known.keys()]}::text[]) and id not in (select id from moved) then null else to_jsonb(log) end as moved`.execute(
    db,
  )
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

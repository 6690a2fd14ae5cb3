import { json, type Kysely, sql } from '#base/db'
import type { ErrorCode } from '#base/http'
import type { Id, Language } from '#base/kernel'
import type { FeedProduct, SourceKind, Warning } from './feed-product.ts'
import type { ChangeKind, Outcome } from './plan.ts'

export interface ImportTables {
  'imports.runs': RunRow & { lease_until: Date | null }
}
export type Db = Kysely<ImportTables>

export type RunState = 'reading' | 'previewed' | 'importing' | 'done' | 'failed'
export interface RunRow {
  id: Id<'run'>
  shop: Id<'shop'>
  person: Id<'person'>
  schedule: Id<'schedule'> | null
  name: string
  url: string | null
  language: Language
  kind: SourceKind | null
  state: RunState
  code: ErrorCode | null
  message: string | null
  row_at: number | null
  total: number
  done: number
  created: Date
  finished: Date | null
}
export interface ItemRow {
  n: number
  row_at: number
  /** Of a refusal about one cell: its column. */
  column_at: string | null
  rows: number
  ref: string
  title: string | null
  outcome: Outcome
  changes: ChangeKind[]
  code: ErrorCode | null
  message: string | null
  warnings: Warning[]
  feed: FeedProduct | null
  done: boolean
  /** Names components: imported after all that it may be made of. */
  late: boolean
  product: Id<'product'> | null
}
const runColumns = sql.raw(
  'id, shop, person, schedule, name, url, language, kind, state, code, message, row_at, total, done, created, finished',
)
/** How long a worker may be silent before another takes over. */
const leaseSeconds = 30

export async function insertRun(
  db: Db,
  run: Pick<RunRow, 'id' | 'shop' | 'person' | 'schedule' | 'name' | 'url' | 'language' | 'created'>,
): Promise<void> {
  await sql`
    insert into imports.runs (id, shop, person, schedule, name, url, language, state, created)
    values (${run.id}, ${run.shop}, ${run.person}, ${run.schedule}, ${run.name}, ${run.url}, ${run.language}, 'reading', ${run.created})`.execute(
    db,
  )
}
export async function readRun(db: Db, id: string): Promise<RunRow | null> {
  return (await sql<RunRow>`select ${runColumns} from imports.runs where id = ${id}`.execute(db)).rows[0] ?? null
}
export async function readRuns(db: Db, shop: string, limit: number): Promise<RunRow[]> {
  return (
    await sql<RunRow>`select ${runColumns} from imports.runs where shop = ${shop} order by id desc limit ${limit}`.execute(db)
  ).rows
}
export async function openRuns(db: Db): Promise<{ id: Id<'run'>; state: RunState }[]> {
  return (
    await sql<{ id: Id<'run'>; state: RunState }>`
      select id, state from imports.runs where state in ('reading', 'importing') and (lease_until is null or lease_until < now())`.execute(
      db,
    )
  ).rows
}
export async function countOpen(db: Db, shop: string): Promise<number> {
  const { rows } = await sql<{ n: bigint }>`
    select count(*) as n from imports.runs where shop = ${shop} and state in ('reading', 'importing')`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** Takes a run in this state for one worker; null when it is in another state or a worker is alive on it. */
export async function leaseRun(db: Db, id: string, state: RunState): Promise<(RunRow & { attempts: number }) | null> {
  const taken = await sql<RunRow & { attempts: number }>`
    update imports.runs set lease_until = now() + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    where id = ${id} and state = ${state} and (lease_until is null or lease_until < now()) returning ${runColumns}, attempts`.execute(
    db,
  )
  return taken.rows[0] ?? null
}
/** How often a worker may begin with a run without getting on. */
export const maxAttempts = 4
export interface RunChange {
  readonly state?: RunState
  readonly kind?: SourceKind
  readonly total?: number
  readonly done?: number
  readonly fault?: { readonly code: ErrorCode; readonly message: string; readonly row: number | null } | null
  readonly finished?: Date
}
/** Writes what is given and renews the lease; leaving a working state ends it. */
export async function updateRun(db: Db, id: string, c: RunChange): Promise<void> {
  await sql`
    update imports.runs set state = coalesce(${c.state ?? null}, state), kind = coalesce(${c.kind ?? null}, kind),
      total = coalesce(${c.total ?? null}::int, total), done = coalesce(${c.done ?? null}::int, done),
      code = coalesce(${c.fault?.code ?? null}, code), message = coalesce(${c.fault?.message ?? null}, message),
      row_at = coalesce(${c.fault?.row ?? null}::int, row_at), finished = coalesce(${c.finished ?? null}::timestamptz, finished),
      lease_until = ${c.state === undefined ? sql`now() + make_interval(secs => ${leaseSeconds})` : sql`null`}
    where id = ${id}`.execute(db)
}
/** Only one of two that ask begins. */
export async function beginImport(db: Db, id: string): Promise<boolean> {
  const begun = await sql<{ id: string }>`
    update imports.runs set state = 'importing', lease_until = null,
      done = (select coalesce(sum(rows), 0) from imports.items where run = ${id} and done) where id = ${id} and state = 'previewed' returning id`.execute(
    db,
  )
  return begun.rows.length > 0
}

const itemRecord = sql.raw(
  `r(n integer, row_at integer, column_at text, rows integer, ref text, title text, outcome text, changes jsonb, code text, message text, warnings jsonb,
    feed jsonb, done boolean, late boolean, product text)`,
)
export async function insertItems(db: Db, run: string, items: readonly ItemRow[]): Promise<void> {
  await sql`
    insert into imports.items (run, n, row_at, column_at, rows, ref, title, outcome, changes, code, message, warnings, feed, done, late, product)
    select ${run}, n, row_at, column_at, rows, ref, title, outcome, array(select jsonb_array_elements_text(changes)), code, message, warnings, feed, done, late, product
    from jsonb_to_recordset(${json(items)}) as ${itemRecord} on conflict (run, n) do nothing`.execute(db)
}
export async function clearItems(db: Db, run: string): Promise<void> {
  await sql`delete from imports.items where run = ${run}`.execute(db)
}
export async function waitingItems(db: Db, run: string, limit: number): Promise<ItemRow[]> {
  const found = await sql<ItemRow>`
    select n, row_at, column_at, rows, ref, title, outcome, changes, code, message, warnings, feed, done, late, product from imports.items
    where run = ${run} and not done order by late, n limit ${limit}`.execute(db)
  return found.rows
}
/** What became of items; with them the run's progress, so that both are one truth. */
export async function finishItems(db: Db, run: string, items: readonly ItemRow[]): Promise<void> {
  await sql`
    with said as (select * from jsonb_to_recordset(${json(items.map(i => ({ ...i, feed: null })))}) as ${itemRecord}),
    told as (
      update imports.items i set done = true, feed = null, outcome = s.outcome, code = s.code, message = s.message, row_at = s.row_at, column_at = s.column_at, product = s.product,
        changes = array(select jsonb_array_elements_text(s.changes)), warnings = s.warnings
      from said s where i.run = ${run} and i.n = s.n and not i.done returning i.rows)
    update imports.runs set done = done + (select coalesce(sum(rows), 0) from told), attempts = 0,
      lease_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${run}`.execute(db)
}

export interface ReportRow extends Omit<ItemRow, 'feed' | 'late'> {
  settling: 'waiting' | 'done' | 'failed' | null
  reason: ErrorCode | null
  reason_text: string | null
}
export async function readReport(
  db: Db,
  run: string,
  wish: { outcome: string | null; after: number; limit: number },
): Promise<ReportRow[]> {
  const only =
    wish.outcome === null ? sql`` : wish.outcome === 'draft' ? sql`and l.state = 'failed'` : sql`and i.outcome = ${wish.outcome}`
  const found = await sql<ReportRow>`
    select i.n, i.row_at, i.column_at, i.rows, i.ref, i.title, i.outcome, i.changes, i.code, i.message, i.warnings, i.done, i.product,
      l.state as settling, l.code as reason, l.message as reason_text
    from imports.items i left join imports.links l on l.product = i.product
    where i.run = ${run} and i.n > ${wish.after} ${only} order by i.n limit ${wish.limit}`.execute(db)
  return found.rows
}
export type Counts = Record<Outcome | 'waiting' | 'draft', number>
export async function readCounts(db: Db, run: string): Promise<Counts> {
  const found = await sql<Record<keyof Counts, bigint>>`
    select count(*) filter (where i.outcome = 'create') as create, count(*) filter (where i.outcome = 'update') as update,
      count(*) filter (where i.outcome = 'unchanged') as unchanged, count(*) filter (where i.outcome = 'refused') as refused,
      count(*) filter (where l.state = 'waiting') as waiting, count(*) filter (where l.state = 'failed') as draft
    from imports.items i left join imports.links l on l.product = i.product where i.run = ${run}`.execute(db)
  const row = found.rows[0] as Record<keyof Counts, bigint>
  return Object.fromEntries(Object.entries(row).map(([k, n]) => [k, Number(n)])) as Counts
}
/** Reports are kept for a month. */
export async function dropOldRuns(db: Db, before: Date): Promise<void> {
  await sql`delete from imports.runs where created < ${before} and state not in ('reading', 'importing')`.execute(db)
}
/** All but the newest of a shop that nobody works on. */
export async function dropExtraRuns(db: Db, shop: string, kept: number): Promise<void> {
  await sql`
    delete from imports.runs where shop = ${shop} and state not in ('reading', 'importing')
      and id < (select id from imports.runs where shop = ${shop} order by id desc offset ${kept} limit 1)`.execute(db)
}

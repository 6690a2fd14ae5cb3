import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** A table as an archive names it: `schema.table`, and the columns whose values travel. */
export interface DumpedTable {
  readonly name: string
  readonly columns: readonly string[]
}
export interface Sequence {
  readonly name: string
  /** The last number that was given out; null when none was. */
  readonly last: string | null
}

/** One view of the database as it is now, whatever others write meanwhile, for as long as the connection lives. */
export async function openSnapshot(url: string): Promise<pg.Client> {
  const client = await connect(url)
  await client.query('begin transaction isolation level repeatable read read only')
  return client
}

/** A connection for long work with texts that read the same on every server. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // A connection that the server ends fails its next query; without this line it would end the process.
  client.on('error', () => undefined)
  for (const setting of [
    "client_encoding = 'UTF8'",
    "datestyle = 'ISO, YMD'",
    "intervalstyle = 'iso_8601'",
    'extra_float_digits = 1',
    'statement_timeout = 0',
    'idle_in_transaction_session_timeout = 0',
  ])
    await client.query(`set ${setting}`)
  return client
}

const named = (name: string): string => name.split('.').map(pg.escapeIdentifier).join('.')
const columnsOf = (table: DumpedTable): string => table.columns.map(pg.escapeIdentifier).join(', ')

/** Every table of the schemas; one that others point at stands before them, so that rows can come in in this order. */
export async function tablesOf(client: pg.Client, schemas: readonly string[]): Promise<DumpedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; parents: string[] }>(
    `select n.nspname || '.' || c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct pn.nspname || '.' || p.relname from pg_constraint f join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
         where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid) as parents
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1) order by 1`,
    [schemas],
  )
  const left = new Map(rows.map(r => [r.name, r]))
  const ordered: DumpedTable[] = []
  while (left.size > 0) {
    const free = [...left.values()].filter(r => !r.parents.some(p => left.has(p)))
    if (free.length === 0) throw new Error(`tables point at each other in a ring: ${[...left.keys()].join(', ')}`)
    for (const { name, columns } of free) {
      ordered.push({ name, columns })
      left.delete(name)
    }
  }
  return ordered
}

export async function countRows(client: pg.Client, { name }: DumpedTable): Promise<number> {
  return Number((await client.query<{ n: bigint }>(`select count(*) as n from ${named(name)}`)).rows[0]?.n)
}

/** The rows of a table in PostgreSQL's own text form, a line each. */
export const readRows = (client: pg.Client, table: DumpedTable): Readable =>
  client.query(copyTo(`copy (select ${columnsOf(table)} from ${named(table.name)}) to stdout`))

/** Takes what migrations have put into fresh tables: the rows of a dump hold it already. Refused while another table points at one of these. */
export async function emptyTables(client: pg.Client, tables: readonly DumpedTable[]): Promise<void> {
  const filled: string[] = []
  for (const t of tables) if ((await countRows(client, t)) > 0) filled.push(named(t.name))
  if (filled.length > 0) await client.query(`truncate ${filled.join(', ')}`)
}

/** Writes rows that `readRows` gave, part by part, into a table of the same columns. */
export async function writeRows(client: pg.Client, table: DumpedTable, rows: AsyncIterable<Uint8Array>): Promise<void> {
  const into: Writable = client.query(copyFrom(`copy ${named(table.name)} (${columnsOf(table)}) from stdin`))
  const done = once(into, 'finish')
  done.catch(() => undefined)
  try {
    for await (const part of rows) if (!into.write(part)) await Promise.race([once(into, 'drain'), done])
  } catch (error) {
    into.destroy(error as Error)
    throw error
  }
  into.end()
  await done
}

/** Where the sequences of the schemas stand. They belong to no transaction: read last, they are behind nothing that a snapshot holds. */
export async function sequencesOf(client: pg.Client, schemas: readonly string[]): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences where schemaname = any($1) order by 1`,
    [schemas],
  )
  return rows
}

export async function setSequence(client: pg.Client, { name, last }: Sequence): Promise<void> {
  if (last !== null) await client.query('select setval($1::regclass, $2::bigint)', [named(name), last])
}

/** Schemas of this database that hold anything at all. An empty list is an empty database. */
export async function schemasInUse(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct n.nspname as name from pg_namespace n left join pg_class c on c.relnamespace = n.oid
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and (n.nspname <> 'public' or c.oid is not null) order by 1`,
  )
  return rows.map(r => r.name)
}

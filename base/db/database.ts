import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { isStale, preparingClient } from './prepared.ts'

export { type Kysely, type RawBuilder, sql }
/** A transaction over some room's tables. */
export type Trx<T> = Transaction<T>

export interface Database {
  readonly url: string
  readonly pool: pg.Pool
  /** The same pool, typed to the tables that the caller owns. Naming another room's table does not compile. */
  tables<T>(): Kysely<T>
  /** Runs the work in one transaction; a thrown error rolls it back. Tried again, three times at most, after a serialisation failure, a deadlock or a stale plan. */
  transaction<T, R>(work: (trx: Trx<T>) => Promise<R>): Promise<R>
  /** A single statement that needs no transaction around it, tried again as a transaction is. */
  alone<T, R>(work: (db: Kysely<T>) => Promise<R>): Promise<R>
  /** SQL statements sent since the pool opened: counted tests and the health page read it. */
  statements(): number
  close(): Promise<void>
}

// int8 as bigint: money and positions are never a JavaScript number.
pg.types.setTypeParser(20, text => BigInt(text))

/** A value for a jsonb column. Arrays need it: pg would send them as PostgreSQL arrays. */
export const json = <T>(value: T): RawBuilder<T> => sql`${JSON.stringify(value)}::jsonb`

/**
 * The right side of `column = …` for some ids. One id stands there as itself: for a list PostgreSQL expects ten rows, so it prefers a new plan each
 * time to the one that it could keep for a prepared statement.
 */
export const anyOf = (ids: readonly string[]): RawBuilder<unknown> =>
  ids.length === 1 ? sql`${ids[0]}` : sql`any(${[...ids]}::text[])`

/**
 * In the RETURNING of a statement: its transaction is answered without a wait for the disk. After a crash of PostgreSQL the last half second of such
 * transactions may be missing, each whole, and never one without those that were committed before it. Only for what decision 0020 lists.
 */
export const unflushed = sql<string>`set_config('synchronous_commit', 'off', true)`

const retryable = new Set(['40001', '40P01'])

export interface DatabaseOptions {
  /** Connections at most; 12 unless said. */
  readonly max?: number
  /** False for a pooler in front that gives each transaction another connection and keeps no prepared statements. */
  readonly prepare?: boolean
}

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    idleTimeoutMillis: 10_000,
    // What a connection has prepared, and nobody asks for any more, goes with it.
    maxLifetimeSeconds: 1800,
    allowExitOnIdle: false,
    ...((options.prepare ?? true) && { Client: preparingClient() }),
  })
  // An idle connection that the server ends must not end the process; the next query opens another.
  pool.on('error', () => {})
  let count = 0
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }), log: () => void count++ })
  async function again<R>(work: () => Promise<R>): Promise<R> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        if (attempt >= 3 || !(retryable.has((error as { code?: string }).code ?? '') || isStale(error))) throw error
      }
    }
  }
  const transaction = <T, R>(work: (trx: Trx<T>) => Promise<R>) => again(() => (kysely as Kysely<T>).transaction().execute(work))
  const alone = <T, R>(work: (db: Kysely<T>) => Promise<R>) => again(() => work(kysely as Kysely<T>))
  async function close(): Promise<void> {
    await kysely.destroy()
    // Kysely ends only a pool that it has used itself.
    if (!pool.ended) await pool.end()
  }
  return { url, pool, tables: <T>() => kysely as Kysely<T>, transaction, alone, statements: () => count, close }
}

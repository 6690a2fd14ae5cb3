import { createHash } from 'node:crypto'
import { type Database, sql, unflushed } from '#base/db'
import { type Clock, hours, minutes, ok, type Result, refuse } from '#base/kernel'

export interface StoredReply {
  readonly status: number
  readonly body: unknown
}
type Refused = 'idempotency_key_reused' | 'idempotency_in_progress'

export interface Idempotency {
  /** Null: go on and do the work. A reply: it was done before. */
  begin(caller: string, key: string, request: unknown): Promise<Result<StoredReply | null, Refused>>
  finish(caller: string, key: string, reply: StoredReply): Promise<void>
  /** The work failed with a mistake of ours (5xx): the key may be tried again. */
  forget(caller: string, key: string): Promise<void>
  sweep(): Promise<void>
}

/**
 * Keys are kept 24 hours per caller. A key that another request is still working on is refused for two minutes; after that
 * (a killed server) the work may start again, which is safe because the effects have natural keys of their own.
 */
export function createIdempotency(database: Database, clock: Clock): Idempotency {
  const db = database.tables<unknown>()
  return {
    async begin(caller, key, request) {
      const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('hex')
      const now = clock.now()
      const stale = new Date(now.getTime() - minutes(2))
      const started = await sql<{ key: string }>`
        insert into http.idempotency (caller, key, fingerprint, state, at) values (${caller}, ${key}, ${fingerprint}, 'started', ${now})
        on conflict (caller, key) do update set at = excluded.at
          where idempotency.state = 'started' and idempotency.at < ${stale} and idempotency.fingerprint = excluded.fingerprint
        returning key, ${unflushed}`.execute(db)
      if (started.rows.length > 0) return ok(null)
      const row = (
        await sql<{
          fingerprint: string
          state: string
          status: number
          body: unknown
        }>`select fingerprint, state, status, body from http.idempotency where caller = ${caller} and key = ${key}`.execute(db)
      ).rows[0]
      if (!row) return ok(null)
      if (row.fingerprint !== fingerprint)
        return refuse('idempotency_key_reused', 'This Idempotency-Key was used for another request')
      if (row.state === 'started')
        return refuse('idempotency_in_progress', 'The first request with this key is still being worked on')
      return ok({ status: row.status, body: row.body })
    },
    async finish(caller, key, reply) {
      await sql`update http.idempotency set state = 'done', status = ${reply.status}, body = ${JSON.stringify(reply.body)}::jsonb where caller = ${caller} and key = ${key} returning ${unflushed}`.execute(
        db,
      )
    },
    async forget(caller, key) {
      await sql`delete from http.idempotency where caller = ${caller} and key = ${key} and state = 'started'`.execute(db)
    },
    async sweep() {
      await sql`delete from http.idempotency where at < ${new Date(clock.now().getTime() - hours(24))}`.execute(db)
    },
  }
}

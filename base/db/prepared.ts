import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** A text is prepared from this time on; what comes seldom is not worth a place. */
const fromUse = 5
/** Texts with a name in a process, and so statements that a connection keeps (some 20 to 200 kB of the server's memory each). */
const mostNames = 200
/** Texts that are counted at once: those with a list of changing length would grow without end. */
const mostCounted = 2000

/**
 * Names for the texts that come often. A name is a hash of its text: never another text under the same name, and the same name for
 * every connection and process, which a pooler in front that keeps prepared statements can use. No name is taken back.
 */
export function statementNames() {
  const names = new Map<string, string>()
  const renewed = new Map<string, number>()
  let uses = new Map<string, number>()
  const nameOf = (text: string) =>
    `e${createHash('sha256')
      .update(`${renewed.get(text) ?? 0} ${text}`)
      .digest('hex')
      .slice(0, 32)}`
  return {
    /** The name under which the text is to be sent; undefined while it is to be planned for itself. */
    of(text: string): string | undefined {
      const name = names.get(text)
      if (name !== undefined || names.size >= mostNames) return name
      const used = (uses.get(text) ?? 0) + 1
      if (uses.size >= mostCounted) uses = new Map()
      uses.set(text, used)
      if (used < fromUse) return undefined
      uses.delete(text)
      names.set(text, nameOf(text))
      return names.get(text)
    },
    /** Another name from now on. */
    renew(text: string): void {
      renewed.set(text, (renewed.get(text) ?? 0) + 1)
      names.set(text, nameOf(text))
    },
  }
}

/**
 * A statement that was prepared before a migration gave its rows another shape ("cached plan must not change result type"). A server of the
 * version before meets it while the next one starts.
 */
export const isStale = (error: unknown): boolean =>
  (error as { code?: string }).code === '0A000' && (error as { routine?: string }).routine === 'RevalidateCachedQuery'

/**
 * The pool as Kysely takes it, with statements that come often prepared once a connection: planning was half of PostgreSQL's work. After five
 * uses PostgreSQL itself weighs a plan for any values against one for these (plan_cache_mode = auto). A stale statement gets another name; within a
 * transaction, which is lost by then, whoever began it has to begin it again.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = statementNames()
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const found = known.get(client)
      if (found) return found
      const wrapped = { query: queryOf(client, names), release: (destroy?: boolean) => client.release(destroy) }
      known.set(client, wrapped as PostgresPoolClient)
      return wrapped as PostgresPoolClient
    },
  }
}

const queryOf =
  (client: pg.PoolClient, names: ReturnType<typeof statementNames>) =>
  async <R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
    const values = [...parameters]
    const send = async (name: string | undefined) =>
      (await client.query(name === undefined ? { text, values } : { name, text, values })) as unknown as PostgresQueryResult<R>
    // BEGIN, COMMIT and their like go as plain words, in one message.
    const name = values.length === 0 ? undefined : names.of(text)
    try {
      return await send(name)
    } catch (error) {
      if (name === undefined || !isStale(error)) throw error
      names.renew(text)
      if (client.getTransactionStatus() !== 'I') throw error
      return send(names.of(text))
    }
  }

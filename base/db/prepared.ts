import { createHash } from 'node:crypto'
import pg from 'pg'

/** A text is prepared from this time on; what comes seldom is not worth a place. */
const fromUse = 5
/** Texts that have a name at a time; the server keeps some 20 to 200 kB for each in every connection that has used it, until that is closed. */
const mostNames = 200
/** Texts that are counted at a time: those with a list of changing length would grow without end. */
const mostCounted = 2000

/**
 * Names for the texts that come often. A name is a hash of its text: never another text under the same name, whichever was forgotten and came
 * again, and the same name for every connection and process, as a pooler in front that keeps prepared statements needs.
 */
export function statementNames() {
  const named = new Map<string, { readonly name: string; used: number }>()
  const renewed = new Map<string, number>()
  let uses = new Map<string, number>()
  let clock = 0
  const give = (text: string): string => {
    const name = `e${createHash('sha256')
      .update(`${renewed.get(text) ?? 0} ${text}`)
      .digest('hex')
      .slice(0, 32)}`
    named.set(text, { name, used: ++clock })
    return name
  }
  const forgetOne = () => {
    let [oldest, least] = ['', Number.POSITIVE_INFINITY]
    for (const [text, { used }] of named) if (used < least) [oldest, least] = [text, used]
    named.delete(oldest)
  }
  return {
    /** The name under which the text is to be sent; undefined while it is to be planned for itself. */
    of(text: string): string | undefined {
      const known = named.get(text)
      if (known) {
        known.used = ++clock
        return known.name
      }
      const used = (uses.get(text) ?? 0) + 1
      if (uses.size >= mostCounted) uses = new Map()
      uses.set(text, used)
      if (used < fromUse) return undefined
      uses.delete(text)
      if (named.size >= mostNames) forgetOne()
      return give(text)
    },
    /** Another name from now on. */
    renew(text: string): void {
      renewed.set(text, (renewed.get(text) ?? 0) + 1)
      give(text)
    },
  }
}

/**
 * A statement that was prepared before a migration gave its rows another shape ("cached plan must not change result type"). A server of the
 * version before meets it while the next one starts.
 */
export const isStale = (error: unknown): boolean =>
  (error as { code?: string }).code === '0A000' && (error as { routine?: string }).routine === 'RevalidateCachedQuery'

/** A client of `pg` without the overloads of its `query`. */
interface Plain {
  query(first: unknown, ...rest: unknown[]): unknown
  getTransactionStatus(): string | null
}
type Done = (error: unknown, result?: unknown) => void

/**
 * The client of a pool whose statements that come often are prepared, once a connection: planning was half of PostgreSQL's work. After five uses
 * PostgreSQL itself weighs one plan for any values against a new one for these (plan_cache_mode = auto). A stale statement gets another name;
 * within a transaction, which is lost by then, whoever began it has to begin it again.
 */
export function preparingClient(): typeof pg.Client {
  const names = statementNames()
  class Preparing extends (pg.Client as unknown as new (config?: object) => Plain) {
    override query(first: unknown, ...rest: unknown[]): unknown {
      const [values, done] = rest
      // BEGIN, COMMIT and their like go as plain words, in one message.
      const named = typeof first === 'string' && Array.isArray(values) && values.length > 0 ? names.of(first) : undefined
      if (named === undefined) return super.query(first, ...rest)
      const answer = this.#prepared(first as string, values as unknown[], named)
      if (typeof done !== 'function') return answer
      answer.then(result => (done as Done)(undefined, result), done as Done)
    }

    async #prepared(text: string, values: unknown[], name: string): Promise<unknown> {
      try {
        return await super.query({ name, text, values })
      } catch (error) {
        if (!isStale(error)) throw error
        names.renew(text)
        if (this.getTransactionStatus() !== 'I') throw error
        return super.query({ name: names.of(text), text, values })
      }
    }
  }
  return Preparing as unknown as typeof pg.Client
}

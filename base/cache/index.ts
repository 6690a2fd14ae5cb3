/**
 * Facts by key, loaded together on a miss. `drop` after the commit of a change: a load that began before it is no longer handed out,
 * so a stale answer never stays. Every key has an answer; the loader says null for what does not exist.
 * `maxAgeMs` is for what no event tells of: an older answer is asked anew.
 */
export class Cache<V> {
  readonly #entries = new Map<string, { readonly value: Promise<V>; readonly at: number }>()
  readonly #load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>
  readonly #max: number
  readonly #maxAgeMs: number
  constructor(
    load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
    max: number,
    maxAgeMs = Number.POSITIVE_INFINITY,
  ) {
    this.#load = load
    this.#max = max
    this.#maxAgeMs = maxAgeMs
  }

  get(key: string): Promise<V> {
    return this.#fresh(key) ?? (this.#fetch([key]).get(key) as Promise<V>)
  }

  async many(keys: readonly string[]): Promise<Map<string, V>> {
    const missing = [...new Set(keys.filter(k => this.#fresh(k) === undefined))]
    // Held here as well: a small cache may let go of an entry while the rest is being loaded.
    const fetched = missing.length > 0 ? this.#fetch(missing) : null
    const found = keys.map(async key => [key, await (fetched?.get(key) ?? this.get(key))] as const)
    return new Map(await Promise.all(found))
  }

  set(key: string, value: V): void {
    this.#entries.set(key, { value: Promise.resolve(value), at: performance.now() })
    this.#trim()
  }

  drop(key: string): void {
    this.#entries.delete(key)
  }

  #fresh(key: string): Promise<V> | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined || performance.now() - entry.at <= this.#maxAgeMs) return entry?.value
    this.#entries.delete(key)
    return undefined
  }

  #fetch(keys: readonly string[]): Map<string, Promise<V>> {
    const loading = this.#load(keys)
    const promises = new Map<string, Promise<V>>()
    for (const key of keys) {
      const promise = loading.then(found => {
        if (!found.has(key)) throw new Error(`the loader left out ${key}`)
        return found.get(key) as V
      })
      promises.set(key, promise)
      this.#entries.set(key, { value: promise, at: performance.now() })
      // A failed load is not an answer: the next call asks again.
      promise.catch(() => this.#entries.get(key)?.value === promise && this.#entries.delete(key))
    }
    this.#trim()
    return promises
  }

  /** The oldest go first. */
  #trim(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= this.#max) return
      this.#entries.delete(key)
    }
  }
}

type Load<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>

/**
 * A loader that runs one load at a time: keys that are asked for meanwhile wait and go together into the next. Under load many callers share a
 * statement; a single caller waits for nothing.
 */
export function coalesced<V>(load: Load<V>): Load<V> {
  let waiting: Set<string> | null = null
  let next: Promise<ReadonlyMap<string, V>> | null = null
  let running: Promise<unknown> | null = null
  return keys => {
    if (waiting === null) {
      const gathered = new Set<string>()
      waiting = gathered
      const start = () => {
        waiting = null
        const answer = load([...gathered])
        running = answer
        return answer
      }
      const before: Promise<unknown> = running ?? Promise.resolve()
      // After the load that is under way, whether it succeeds or not; with none, after the callers of this turn.
      next = before.then(start, start)
    }
    for (const key of keys) waiting.add(key)
    return next as Promise<ReadonlyMap<string, V>>
  }
}

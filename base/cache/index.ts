/** What is known of a key; a promise while it is `loading`. */
interface Entry<V> {
  value: V | Promise<V>
  loading: boolean
  readonly at: number
}

function settle<V>(entry: Entry<V>, key: string, found: ReadonlyMap<string, V>): V {
  if (!found.has(key)) throw new Error(`the loader left out ${key}`)
  entry.loading = false
  return (entry.value = found.get(key) as V)
}

/**
 * Facts by key, loaded together on a miss. `drop` after the commit of a change: a load that began before it is no longer handed out,
 * so a stale answer never stays. Every key has an answer; the loader says null for what does not exist.
 * `maxAgeMs` is for what no event tells of: an older answer is asked anew.
 */
export class Cache<V> {
  readonly #entries = new Map<string, Entry<V>>()
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

  async get(key: string): Promise<V> {
    const entry = this.#fresh(key, performance.now())
    return entry ? entry.value : (this.#fetch([key]).get(key) as Promise<V>)
  }

  async many(keys: readonly string[]): Promise<Map<string, V>> {
    const now = performance.now()
    const found = new Map<string, V>()
    const coming = new Map<string, Promise<V>>()
    const missing = new Set<string>()
    for (const key of keys) {
      const entry = this.#fresh(key, now)
      if (!entry) missing.add(key)
      else if (entry.loading) coming.set(key, entry.value as Promise<V>)
      else found.set(key, entry.value as V)
    }
    if (missing.size > 0) for (const [key, value] of this.#fetch([...missing])) coming.set(key, value)
    if (coming.size === 0) return found
    for (const [key, value] of coming) found.set(key, await value)
    return new Map(keys.map(key => [key, found.get(key) as V]))
  }

  set(key: string, value: V): void {
    this.#entries.set(key, { value, loading: false, at: performance.now() })
    this.#trim()
  }

  drop(key: string): void {
    this.#entries.delete(key)
  }

  #fresh(key: string, now: number): Entry<V> | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined || now - entry.at <= this.#maxAgeMs) return entry
    this.#entries.delete(key)
    return undefined
  }

  #fetch(keys: readonly string[]): Map<string, Promise<V>> {
    const loading = this.#load(keys)
    const promises = new Map<string, Promise<V>>()
    for (const key of keys) {
      const entry: Entry<V> = { value: loading.then(found => settle(entry, key, found)), loading: true, at: performance.now() }
      const promise = entry.value as Promise<V>
      promises.set(key, promise)
      this.#entries.set(key, entry)
      // A failed load is not an answer: the next call asks again.
      promise.catch(() => this.#entries.get(key) === entry && this.#entries.delete(key))
    }
    this.#trim()
    return promises
  }

  /** The oldest go first. */
  #trim(): void {
    // Asked first: even a look at the oldest has to step over all that was dropped lately.
    if (this.#entries.size <= this.#max) return
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key)
      if (this.#entries.size <= this.#max) return
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

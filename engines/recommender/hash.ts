import type { State } from './state.ts'

/** Two 32-bit lanes over words, floats by their bits: 64 bits together. To compare states, not for security. */
class Hash {
  #a = 0x811c9dc5
  #b = 0x9747b28c
  readonly #float = new Float64Array(1)
  readonly #words = new Int32Array(this.#float.buffer)

  word(x: number): void {
    this.#a = Math.imul(this.#a ^ x, 0x01000193)
    this.#b = Math.imul(((this.#b << 13) | (this.#b >>> 19)) ^ x, 0x5bd1e995)
    this.#a ^= this.#a >>> 15
  }

  float(x: number): void {
    this.#float[0] = x
    this.word(this.#words[0]!)
    this.word(this.#words[1]!)
  }

  text(x: string): void {
    this.word(x.length)
    for (let i = 0; i < x.length; i++) this.word(x.charCodeAt(i))
  }

  toString(): string {
    return (this.#a >>> 0).toString(16).padStart(8, '0') + (this.#b >>> 0).toString(16).padStart(8, '0')
  }
}

/** A hash of all that was learned, in logical order: the same log gives the same hash, however it was cut into batches. Reads the whole state. */
export function stateHash(s: State): string {
  const h = new Hash()
  h.text(String(s.position))
  h.float(s.now)
  h.text(s.trained.hash)
  for (const vector of Object.values(s.vectors)) for (const w of vector) h.float(w)
  hashItems(s, h)
  hashPeople(s, h)
  hashMakers(s, h)
  for (const kept of [s.learned, s.quantiles, s.gains, s.stages])
    for (const part of kept.memory()) for (const x of part) h.float(x)
  return h.toString()
}

function hashItems(s: State, h: Hash): void {
  const { items, counters, covisitation } = s
  for (const name of s.tags.names) h.text(name)
  for (const name of s.categories.names) h.text(name)
  for (let i = 0; i < items.length; i++) {
    h.text(items.ids.name(i))
    for (const x of [items.flags(i), items.kind(i), items.format(i), items.language(i), items.maker(i), items.shop(i)]) h.word(x)
    for (const x of [items.category(i), items.twin(i), items.impressions[i]!, items.served[i]!]) h.word(x)
    for (const x of [items.duration[i]!, items.created(i), items.heat[i]!, items.quality(i), counters.at[i]!]) h.float(x)
    for (let k = i * 6; k < i * 6 + 6; k++) {
      h.word(items.tag(i, k - i * 6))
      h.word(items.products[k]!)
    }
    for (let k = i * counters.stride; k < (i + 1) * counters.stride; k++) h.float(counters.values[k]!)
    for (let k = 0; k < s.words.count(i); k++) h.word(s.words.at(i, k))
    const row = covisitation.rowOf(i)
    h.float(row.mass)
    row.ids.forEach(j => void h.word(j))
    row.weights.forEach(w => void h.float(w))
  }
  for (const kind of [0, 1])
    for (let queue = 0; queue <= s.pool.queues; queue++)
      for (let i = s.pool.first(kind, queue); i >= 0; i = s.pool.next(i)) h.word(i)
}

function hashPeople(s: State, h: Hash): void {
  const { people } = s
  const buffer = new Int32Array(8192)
  for (let p = 0; p < people.ids.length; p++) {
    h.text(people.ids.name(p))
    h.word(people.paused[p]!)
    h.float(people.last[p]!)
    h.float(people.levelOf(p))
    for (const ring of people.rings) {
      const n = ring.read(p, buffer)
      h.word(n)
      for (let k = 0; k < n * ring.width; k++) h.word(buffer[k]!)
    }
  }
  for (let p = 0; p < people.ids.length; p++) h.word(people.sessions.newestOf(p))
  people.sessions.each((items, before, last) => {
    for (const i of items) h.word(i)
    h.word(before)
    h.word(last)
  })
  for (const [from, into] of people.aliases) {
    h.text(from)
    h.text(into)
  }
}

function hashMakers(s: State, h: Hash): void {
  for (let m = 0; m < s.makers.length; m++) {
    h.text(s.makers.name(m))
    h.word(s.makerHidden[m]!)
    for (const values of [s.makerCounters])
      for (let k = m * values.stride; k < (m + 1) * values.stride; k++) h.float(values.values[k]!)
  }
  for (const x of s.totals.values) h.float(x)
  for (const kind of [0, 1]) for (const i of s.hotKind.list(kind).subarray(0, s.hotKind.length(kind))) h.word(i)
}

import { lengths } from './config.ts'
import { grown } from './interner.ts'
import type { Keeper } from './keeper.ts'
import { nthLargest } from './nth.ts'
import { Rings } from './rings.ts'
import type { Sparse } from './sparse.ts'

/** A wanted action this long after the one before begins a new session. */
export const sessionGapS = 30 * 60
/** Items that are kept of a session; of a longer one the rest is a session of its own. */
const longest = lengths.session
/** Sessions that vote, and how. Formulas and names: `retrieval/session-knn.ts`, study-retrieval.md section 3 B. */
export const vote = { sessions: 100, rows: 8, l1: 0.5, l3: 0.5, pn: 0.25, lenp: 0.25, back: 0.5, ease: 1 } as const

const near = Float32Array.from({ length: longest }, (_, k) => Math.max(1, k) ** -vote.l3)
const shorter = Float32Array.from({ length: longest + 1 }, (_, n) => Math.max(1, n) ** -vote.lenp)
const older = Float32Array.from({ length: vote.rows }, (_, k) => (k + 1) ** -vote.l1)

/**
 * The newest sessions and, for each item, which of them wanted it (the index of VMIS-kNN). A session has a serial number; the newest
 * `capacity` are kept, each in the place serial mod capacity, so an entry of the index whose session is gone is known by its number.
 * Price: 73 bytes a session, 5 bytes for each of an item's newest 64 sessions.
 */
export class Sessions {
  readonly #capacity: number
  /** Sessions ever begun: the next serial number. */
  #begun = 0
  #items = new Int32Array(16 * longest)
  #length = new Uint8Array(16)
  /** Serial of the same person's session before this one, -1 for none. */
  #before = new Int32Array(16)
  /** Seconds of the last action; 0 when it was closed. */
  #last = new Int32Array(16)
  /** Serial of each person's newest session + 1, 0 for none. */
  #newest = new Int32Array(16)
  /** Item → serials. */
  readonly #index = new Rings(1, 8, lengths.itemSessions)
  readonly #buffer = new Int32Array(lengths.itemSessions)
  /** Scratch of `vote`: similarity by place, and the places that have one. */
  #sims = new Float32Array(16)
  #touched = new Int32Array(16)
  #sorted = new Float32Array(16)
  readonly #q = new Float32Array(vote.rows)

  constructor(capacity: number = lengths.sessions) {
    this.#capacity = capacity
  }

  /** Person p wanted item i. An item is in a session once. */
  add(p: number, i: number, seconds: number): void {
    this.#newest = grown(this.#newest, p + 1)
    let serial = this.#newest[p]! - 1
    let at = this.#placeOf(serial)
    const going = at >= 0 && this.#last[at]! > 0 && Math.abs(seconds - this.#last[at]!) <= sessionGapS
    if (!going || this.#length[at] === longest) {
      serial = this.#begin(at < 0 ? -1 : serial)
      at = serial % this.#capacity
      this.#newest[p] = serial + 1
    }
    this.#last[at] = Math.max(seconds, this.#last[at]!)
    const from = at * longest
    for (let k = from; k < from + this.#length[at]!; k++) if (this.#items[k] === i) return
    this.#items[from + this.#length[at]!++] = i
    this.#index.push(i, serial)
  }

  /** What the person wants next is no part of what they wanted so far. */
  close(p: number): void {
    const at = this.#placeOf((this.#newest[p] ?? 0) - 1)
    if (at >= 0) this.#last[at] = 0
  }

  /** Empties every session of a person. */
  erase(p: number): void {
    for (const serial of this.#of(p)) this.#length[serial % this.#capacity] = 0
    if (p < this.#newest.length) this.#newest[p] = 0
  }

  /** The sessions of person a become those of person b. */
  merge(a: number, b: number): void {
    const all = [...this.#of(a), ...this.#of(b)].sort((x, y) => y - x)
    this.#newest = grown(this.#newest, Math.max(a, b) + 1)
    this.#newest[a] = 0
    this.#newest[b] = (all[0] ?? -1) + 1
    all.forEach((serial, k) => {
      this.#before[serial % this.#capacity] = all[k + 1] ?? -1
    })
  }

  /**
   * Adds to `sums` what the sessions most like these items (newest first) went on to want: sim(s) = |s|^−lenp Σ_{i in both} q_i, where
   * q_i = (k+1)^−l1 (n_i+1)^−pn and n_i = the sessions that the index knows of i; each of the best `vote.sessions` adds
   * sim(s)·q_i·|a−b|^−l3 for a match at a and any other place b, `back` of it before the match. All is divided by Σ sim·q + `ease`. The
   * sessions of `own` say nothing new. `seeds[j]` becomes the item through which j got the most in one step.
   */
  vote(items: Int32Array, rows: number, own: number, sums: Sparse, seeds: Int32Array): void {
    const asked = items.subarray(0, Math.min(rows, vote.rows))
    const count = this.#likeness(asked)
    for (const serial of this.#of(own)) this.#sims[serial % this.#capacity] = 0
    const touched = this.#touched
    const sims = this.#sims
    let least = 0
    if (count > vote.sessions) {
      this.#sorted = grown(this.#sorted, count)
      for (let k = 0; k < count; k++) this.#sorted[k] = sims[touched[k]!]!
      least = nthLargest(this.#sorted, count, vote.sessions)
    }
    let total = vote.ease
    for (let k = 0; k < count; k++) if (sims[touched[k]!]! >= least) total += sims[touched[k]!]!
    for (let k = 0; k < count; k++) {
      const at = touched[k]!
      const sim = sims[at]!
      sims[at] = 0
      if (sim > 0 && sim >= least) this.#spread(at, sim / total, asked, sums, seeds)
    }
  }

  /** Similarities of sessions into the scratch; answers how many have one. */
  #likeness(asked: Int32Array): number {
    this.#sims = grown(this.#sims, Math.min(this.#begun, this.#capacity))
    this.#touched = grown(this.#touched, vote.rows * lengths.itemSessions)
    const oldest = this.#begun - this.#capacity
    let count = 0
    for (let k = 0; k < asked.length; k++) {
      const n = this.#index.read(asked[k]!, this.#buffer)
      const q = (this.#q[k] = older[k]! * (n + 1) ** -vote.pn)
      for (let e = 0; e < n; e++) {
        const serial = this.#buffer[e]!
        if (serial < oldest) continue
        const at = serial % this.#capacity
        // One wanted item alone says nothing of another.
        if (this.#length[at]! < 2) continue
        if (this.#sims[at] === 0) this.#touched[count++] = at
        this.#sims[at]! += q * shorter[this.#length[at]!]!
      }
    }
    return count
  }

  #spread(at: number, sim: number, asked: Int32Array, sums: Sparse, seeds: Int32Array): void {
    const from = at * longest
    const n = this.#length[at]!
    for (let a = 0; a < n; a++) {
      const i = this.#items[from + a]!
      let k = 0
      while (k < asked.length && asked[k] !== i) k++
      if (k === asked.length) continue
      const by = sim * this.#q[k]!
      for (let b = 0; b < n; b++) {
        if (a === b) continue
        const j = this.#items[from + b]!
        const add = by * (b > a ? near[b - a]! : near[a - b]! * vote.back)
        if (add > sums.values[j]!) seeds[j] = i
        sums.add(j, add)
      }
    }
  }

  /** Session by session from the oldest, for the state hash: its items and who began it before. */
  each(visit: (items: Int32Array, before: number, last: number) => void): void {
    for (let serial = Math.max(0, this.#begun - this.#capacity); serial < this.#begun; serial++) {
      const at = serial % this.#capacity
      visit(this.#items.subarray(at * longest, at * longest + this.#length[at]!), this.#before[at]!, this.#last[at]!)
    }
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#begun = k.number(this.#begun)
    const kept = Math.min(this.#begun, this.#capacity)
    this.#items = k.column(this.#items, kept * longest)
    this.#length = k.column(this.#length, kept)
    this.#before = k.column(this.#before, kept)
    this.#last = k.column(this.#last, kept)
    this.#newest = k.column(this.#newest)
    this.#index.keep(k)
  }

  /** Serial of a person's newest session, -1 for none: for the state hash. */
  newestOf(p: number): number {
    return (this.#newest[p] ?? 0) - 1
  }

  get bytes(): number {
    return this.#length.length * (9 + 4 * longest) + this.#newest.byteLength + this.#index.bytes
  }

  /** Serials of a person's sessions that are still kept, newest first. */
  #of(p: number): number[] {
    const found: number[] = []
    if (p < 0) return found
    let at = 0
    for (let serial = (this.#newest[p] ?? 0) - 1; (at = this.#placeOf(serial)) >= 0; serial = this.#before[at]!)
      found.push(serial)
    return found
  }

  /** Where a session stands; -1 when it is gone. */
  #placeOf(serial: number): number {
    return serial < 0 || serial < this.#begun - this.#capacity ? -1 : serial % this.#capacity
  }

  #begin(before: number): number {
    const serial = this.#begun++
    const at = serial % this.#capacity
    if (at >= this.#length.length) {
      this.#length = grown(this.#length, at + 1)
      const n = this.#length.length
      this.#items = grown(this.#items, n * longest)
      this.#before = grown(this.#before, n)
      this.#last = grown(this.#last, n)
    }
    this.#length[at] = this.#last[at] = 0
    this.#before[at] = before
    return serial
  }
}

import { grown } from '../interner.ts'
import type { Keeper } from '../keeper.ts'
import type { Example } from './example.ts'
import { denseAt, idAt } from './plan.ts'

/** Sights that wait for their labels at the same time; of more the oldest are learned early. */
export const mostOpen = 65_536
/** Milliseconds from the sight to its learning: what comes later is learned as a sight of its own. */
export const waitMs = 60_000

const key = (p: number, i: number): number => p * 4_194_304 + i

/**
 * Sights that wait for what becomes of them, oldest first: the inputs as they were at the sight, and the labels so far as bits by action.
 * A ring that grows to `mostOpen` entries of about 450 bytes.
 */
export class Sights {
  #room = 0
  /** Numbers of the oldest and of the next; entry n stands at n modulo room. */
  #first = 0
  #next = 0
  #ids = new Int32Array(0)
  #dense = new Float32Array(0)
  #at = new Float64Array(0)
  /** Person (-1: dropped), item, known, happened. */
  #facts = new Int32Array(0)
  #open = new Map<number, number>()

  get size(): number {
    return this.#next - this.#first
  }

  /** The number of the open sight of this pair, or -1. */
  find(p: number, i: number): number {
    return this.#open.get(key(p, i)) ?? -1
  }

  /** Opens a sight; there must be room (`full`). Answers its number. */
  open(p: number, i: number, time: number, e: Example): number {
    if (this.size === this.#room) this.#grow(Math.max(64, this.#room * 2))
    const n = this.#next++
    const slot = n % this.#room
    this.#ids.set(e.ids, slot * idAt.end)
    this.#dense.set(e.dense, slot * denseAt.end)
    this.#at[slot] = time
    const f = slot * 4
    this.#facts[f] = p
    this.#facts[f + 1] = i
    this.#facts[f + 2] = this.#facts[f + 3] = 0
    this.#open.set(key(p, i), n)
    return n
  }

  get full(): boolean {
    return this.size >= mostOpen
  }

  /** Adds labels: what is known from now on, what happened; what was taken back is unknown. */
  label(n: number, known: number, happened: number, takenBack = 0): void {
    const f = (n % this.#room) * 4
    this.#facts[f + 2] = (this.#facts[f + 2]! | known) & ~takenBack
    this.#facts[f + 3] = (this.#facts[f + 3]! | happened) & ~takenBack
  }

  /** True when the oldest has waited until `time`. */
  isDue(time: number): boolean {
    return this.size > 0 && this.#at[this.#first % this.#room]! + waitMs <= time
  }

  /** Takes the oldest out, into `e`. Its labels; null when it was dropped. */
  take(e: Example): { readonly p: number; readonly known: number; readonly happened: number } | null {
    const slot = this.#first++ % this.#room
    const f = slot * 4
    const p = this.#facts[f]!
    if (p < 0) return null
    this.#open.delete(key(p, this.#facts[f + 1]!))
    e.ids.set(this.#ids.subarray(slot * idAt.end, (slot + 1) * idAt.end))
    e.dense.set(this.#dense.subarray(slot * denseAt.end, (slot + 1) * denseAt.end))
    return { p, known: this.#facts[f + 2]!, happened: this.#facts[f + 3]! }
  }

  /** Drops what waits of a person, of items that are meant: nothing is learned from it. */
  drop(p: number, isMeant: (i: number) => boolean): void {
    for (let n = this.#first; n < this.#next; n++) {
      const slot = n % this.#room
      const i = this.#facts[slot * 4 + 1]!
      if (this.#facts[slot * 4] !== p || !isMeant(i)) continue
      this.#open.delete(key(p, i))
      this.#facts.fill(-1, slot * 4, slot * 4 + 4)
      this.#ids.fill(0, slot * idAt.end, (slot + 1) * idAt.end)
      this.#dense.fill(0, slot * denseAt.end, (slot + 1) * denseAt.end)
    }
  }

  #grow(room: number): void {
    const straight = this.#straight()
    this.#ids = grown(straight.ids, room * idAt.end)
    this.#dense = grown(straight.dense, room * denseAt.end)
    this.#at = grown(straight.at, room)
    this.#facts = grown(straight.facts, room * 4)
    this.#next -= this.#first
    for (const [pair, n] of this.#open) this.#open.set(pair, n - this.#first)
    this.#first = 0
    this.#room = room
  }

  /** The open sights, oldest first. */
  #straight() {
    const n = this.size
    const out = {
      ids: new Int32Array(n * idAt.end),
      dense: new Float32Array(n * denseAt.end),
      at: new Float64Array(n),
      facts: new Int32Array(n * 4),
    }
    for (let k = 0; k < n; k++) {
      const slot = (this.#first + k) % this.#room
      out.ids.set(this.#ids.subarray(slot * idAt.end, (slot + 1) * idAt.end), k * idAt.end)
      out.dense.set(this.#dense.subarray(slot * denseAt.end, (slot + 1) * denseAt.end), k * denseAt.end)
      out.at[k] = this.#at[slot]!
      out.facts.set(this.#facts.subarray(slot * 4, slot * 4 + 4), k * 4)
    }
    return out
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    const { ids, dense, at, facts } = this.#straight()
    this.#ids = k.column(ids)
    this.#dense = k.column(dense)
    this.#at = k.column(at)
    this.#facts = k.column(facts)
    this.#room = this.#next = this.#at.length
    this.#first = 0
    this.#open = new Map()
    for (let n = 0; n < this.#next; n++)
      if (this.#facts[n * 4]! >= 0) this.#open.set(key(this.#facts[n * 4]!, this.#facts[n * 4 + 1]!), n)
  }

  /** What is open, oldest first, for the state hash. */
  memory(): readonly (Int32Array | Float32Array | Float64Array)[] {
    return Object.values(this.#straight())
  }

  get bytes(): number {
    return this.#ids.byteLength + this.#dense.byteLength + this.#at.byteLength + this.#facts.byteLength + this.#open.size * 40
  }
}

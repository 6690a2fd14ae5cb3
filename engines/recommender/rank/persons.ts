import { Rows } from './rows.ts'
import type { Memory, Remembering } from './types.ts'

/** Impressions that are remembered of a person. */
export const ringLength = 64
/** Slow and fast running rates of the two richest heads, sessions, impressions in this session and on this day, last scene, last tag, last good. */
export const traitCount = 10
export const trait = { fast: 0, slow: 1, fast2: 2, slow2: 3, session: 4, today: 5, scene: 6, tag: 7, length: 8, day: 9 } as const
const sessionGapMs = 1_800_000
const fastRate = 0.3
const slowRate = 0.1
const dayMs = 86_400_000

/** What one impression leaves with the person. */
export interface Trace {
  readonly item: number
  readonly timeMs: number
  readonly hour: number
  readonly scene: number
  readonly tag: number
  readonly length: number
}

/**
 * Last impressions of each person in a ring and a few running figures. The arrays are replaced as a whole when a frozen copy is read. 640 bytes
 * a person.
 */
export class Persons implements Remembering {
  readonly rows: Rows
  items: Int32Array
  at: Float32Array
  /** Two bits a rich head: known, and good. */
  marks: Uint8Array
  pushed: Int32Array
  traits: Float32Array
  lastMs: Float64Array

  constructor(capacity: number) {
    this.rows = new Rows(capacity)
    const n = this.rows.capacity
    this.items = new Int32Array(n * ringLength)
    this.at = new Float32Array(n * ringLength)
    this.marks = new Uint8Array(n * ringLength)
    this.pushed = new Int32Array(n)
    this.traits = new Float32Array(n * traitCount)
    this.lastMs = new Float64Array(n)
  }

  clear(row: number): void {
    this.pushed[row] = 0
    this.lastMs[row] = 0
    this.traits.fill(0, row * traitCount, (row + 1) * traitCount)
  }

  /** Writes down what became of an impression. `labels` by head, rich heads first. */
  push(row: number, trace: Trace, labels: Float64Array, rich: number): void {
    const slot = row * ringLength + (this.pushed[row]! % ringLength)
    let mark = 0
    for (let h = 0; h < Math.min(rich, 4); h++) if (!Number.isNaN(labels[h]!)) mark |= (labels[h]! >= 0.5 ? 3 : 1) << (h * 2)
    this.items[slot] = trace.item
    this.at[slot] = trace.hour
    this.marks[slot] = mark
    this.pushed[row]!++
    this.#follow(row, trace)
    this.#run(row * traitCount, labels[0]!)
    if (rich > 1) this.#run(row * traitCount + trait.fast2, labels[1]!)
    this.lastMs[row] = Math.max(this.lastMs[row]!, trace.timeMs)
  }

  #run(at: number, y: number): void {
    if (Number.isNaN(y)) return
    this.traits[at]! += fastRate * (y - this.traits[at]!)
    this.traits[at + 1]! += slowRate * (y - this.traits[at + 1]!)
  }

  #follow(row: number, trace: Trace): void {
    const t = this.traits
    const base = row * traitCount
    const day = Math.floor(trace.timeMs / dayMs) % 4096
    t[base + trait.session] = trace.timeMs - this.lastMs[row]! > sessionGapMs ? 1 : t[base + trait.session]! + 1
    t[base + trait.today] = t[base + trait.day] === day ? t[base + trait.today]! + 1 : 1
    t[base + trait.day] = day
    t[base + trait.scene] = trace.scene
    t[base + trait.tag] = trace.tag
    t[base + trait.length] = trace.length
  }

  memory(): readonly Memory[] {
    return [...this.rows.memory(), this.items, this.at, this.marks, this.pushed, this.traits, this.lastMs]
  }
}

import { lengths } from '../config.ts'
import { forgotten } from '../forget.ts'
import type { Sequences } from '../retrieval/sequences.ts'
import type { State } from '../state.ts'
import { strengthOf } from '../view.ts'

/** What a training may read at most: wanted items, of those who were heard last; of each person; different ones, the most wanted. */
export const trainingLimits = { rows: 2_000_000, each: 50, items: 200_000, shortest: 2 } as const
/** With less there is nothing to learn from. */
export const worthTraining = { people: 200, rows: 2000 }

/** What people wanted, oldest first, as a training reads it: items by number here and by id in `names`. Nothing in it names a person. */
export interface TrainingSet {
  readonly names: readonly string[]
  readonly offsets: Int32Array
  readonly items: Int32Array
  /** Position of the log that the state had learned. */
  readonly position: bigint
}

/**
 * The newest wanted items of the people who were heard last; of nobody who is not profiled, and nothing that was forgotten. Null when there
 * is too little, or when the source is off.
 */
export function trainingSet(s: State, worth = worthTraining): TrainingSet | null {
  if (s.config.sourcesOff.includes('trained') || s.people.ids.size < worth.people) return null
  const rows: number[] = []
  const ends: number[] = []
  const buffer = new Int32Array(lengths.actions * 3)
  for (const p of lastHeard(s)) {
    if (rows.length >= trainingLimits.rows) break
    const wanted: number[] = []
    const n = s.people.actions.read(p, buffer)
    for (let k = 0; k < n && wanted.length < trainingLimits.each; k++) {
      const i = buffer[k * 3]!
      const mask = buffer[k * 3 + 2]!
      if (i >= 0 && !(mask & forgotten) && strengthOf(mask) > 0) wanted.push(i)
    }
    if (wanted.length < trainingLimits.shortest) continue
    rows.push(...wanted.reverse())
    ends.push(rows.length)
  }
  if (ends.length < worth.people || rows.length < worth.rows) return null
  return { ...numbered(s, rows, ends), position: s.position }
}

function lastHeard(s: State): number[] {
  const { people } = s
  const found: number[] = []
  for (let p = 0; p < people.ids.length; p++)
    if (!people.paused[p] && people.actions.size(p) >= trainingLimits.shortest) found.push(p)
  return found.sort((a, b) => people.last[b]! - people.last[a]! || a - b)
}

/** Rows of the state as numbers from 0; when there are too many items, the rarest are left out of their sequences. */
function numbered(s: State, rows: readonly number[], ends: readonly number[]): Pick<TrainingSet, 'names' | 'offsets' | 'items'> {
  const counts = new Int32Array(s.items.length)
  for (const i of rows) counts[i]!++
  let known = [...counts.keys()].filter(i => counts[i]! > 0)
  if (known.length > trainingLimits.items)
    known = known.sort((a, b) => counts[b]! - counts[a]! || b - a).slice(0, trainingLimits.items)
  const numbers = new Int32Array(s.items.length).fill(-1)
  known.forEach((i, k) => void (numbers[i] = k))
  const items: number[] = []
  const offsets = new Int32Array(ends.length + 1)
  let r = 0
  ends.forEach((end, g) => {
    for (; r < end; r++) if (numbers[rows[r]!]! >= 0) items.push(numbers[rows[r]!]!)
    offsets[g + 1] = items.length
  })
  return { names: known.map(i => s.items.ids.name(i)), offsets, items: Int32Array.from(items) }
}

/** As what the offline models learn from. */
export const sequencesIn = ({ names, offsets, items }: TrainingSet): Sequences => ({
  offsets,
  items,
  actions: new Uint8Array(items.length),
  age: new Float32Array(offsets.length - 1),
  itemCount: names.length,
  actionCount: 1,
  ordered: true,
})

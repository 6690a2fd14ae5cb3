import { hash32, ok, type Result, refuse } from '#base/kernel'
import { chiSquareTail } from './statistics.ts'

/** Who takes part, and between what. `T` is what an arm does. */
export interface Experiment<T = unknown> {
  /** Also the salt: another name deals everybody anew, independently of every other experiment. */
  readonly name: string
  /** Share of people that take part, 0…1. Raising it keeps the arms of those who already do. */
  readonly share: number
  readonly arms: readonly Arm<T>[]
}
export interface Arm<T = unknown> {
  readonly name: string
  /** Its part of those who take part, against the parts of the other arms; 1 unless said. */
  readonly part?: number
  readonly treatment: T
}

/** A number in [0, 1) that a text always has: FNV-1a through the finaliser of MurmurHash3, which makes every bit depend on all. */
export function unitOf(text: string): number {
  let h = hash32(text)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

/** The arm of a person, null for who does not take part. Nothing is stored: the same name and person, the same arm. */
export function armOf<T>(experiment: Experiment<T>, person: string): Arm<T> | null {
  if (unitOf(`${experiment.name}\n${person}\nshare`) >= experiment.share) return null
  const parts = experiment.arms.map(arm => arm.part ?? 1)
  let at = unitOf(`${experiment.name}\n${person}\narm`) * parts.reduce((a, b) => a + b, 0)
  for (const [k, part] of parts.entries()) if ((at -= part) < 0) return experiment.arms[k]!
  return experiment.arms.at(-1) ?? null
}

export interface SampleRatio {
  readonly chiSquare: number
  readonly p: number
  /** True: people went missing from an arm, and nothing that the experiment says can be believed. */
  readonly mismatch: boolean
}
/** An alarm once in two thousand honest experiments. */
const alarm = 0.0005
const leastExpected = 5

/**
 * Are there as many people in each arm as were dealt? Pearson's χ² of the counts against the parts (Fabijan et al. 2019). It is refused
 * below five expected in an arm, where χ² does not hold.
 */
export function sampleRatio(counts: readonly number[], parts: readonly number[]): Result<SampleRatio, 'sample_too_small'> {
  const n = counts.reduce((a, b) => a + b, 0)
  const whole = parts.reduce((a, b) => a + b, 0)
  const expected = parts.map(part => (n * part) / whole)
  if (counts.length < 2 || Math.min(...expected) < leastExpected)
    return refuse('sample_too_small', `It takes ${leastExpected} expected people in each arm`, { people: n })
  const chiSquare = counts.reduce((sum, count, k) => sum + (count - expected[k]!) ** 2 / expected[k]!, 0)
  const p = chiSquareTail(chiSquare, counts.length - 1)
  return ok({ chiSquare, p, mismatch: p < alarm })
}

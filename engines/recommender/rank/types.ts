/** One thing that may happen after an impression; its name is all that it means here. */
export interface Head {
  readonly name: string
  /** `binary`: a label of 0 or 1. `watch`: a label in milliseconds played, learned as its quantile among clips of the same length (D2Q). */
  readonly kind: 'binary' | 'watch'
  /** Frequent enough to carry its own vectors; the first rich head decides what counts as a good and a bad watch. */
  readonly rich: boolean
}

/** What is known before the impression. Ids are integers from 0; -1 is unknown. Hours, gaps, counts and tastes are derived inside. */
export interface Context {
  readonly person: number
  readonly item: number
  readonly author: number
  readonly tag: number
  readonly sound: number
  /** Where it is shown: a tab, a feed. */
  readonly scene: number
  /** Slow facts of the person, each a small integer: activity, age band … As many as the settings say. */
  readonly facts: readonly number[]
  /** 0 when it has none. */
  readonly durationMs: number
  readonly timeMs: number
}

/** By head; null = unknown, which teaches that head nothing. */
export type Labels = readonly (number | null)[]

/** Rows that are kept of each kind; the least recently used of eight goes when there is no room. */
export interface Room {
  readonly persons: number
  readonly items: number
  readonly authors: number
  readonly tags: number
  readonly sounds: number
  /** Person × tag, person × length, person × scene, person × author: each. */
  readonly pairs: number
}

export interface RankSettings {
  readonly seed: number
  readonly heads: readonly Head[]
  /** Facts of a person. */
  readonly facts: number
  readonly room: Room
}

/** All that a part has learned, as arrays: a snapshot copies them out, restore copies them in. */
export type Memory = Float64Array | Float32Array | Int32Array | Uint8Array
export interface Remembering {
  memory(): readonly Memory[]
}

export const scenes = 16
export const defaultRoom: Room = { persons: 65_536, items: 65_536, authors: 32_768, tags: 8_192, sounds: 32_768, pairs: 262_144 }

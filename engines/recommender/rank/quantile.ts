import type { Memory, Remembering } from './types.ts'

const lengths = 24
const bins = 64
/** A bin decays when it holds this many: the histogram follows the taste of the year. */
const most = 200_000

const lengthOf = (durationMs: number): number =>
  Math.max(0, Math.min(lengths - 1, Math.floor(4 * Math.log(Math.max(1, durationMs / 1000)))))
const binOf = (playMs: number): number => Math.max(0, Math.min(bins - 1, Math.floor(Math.log1p(playMs / 1000) * 9)))

/**
 * Watch time as a quantile among clips of the same length, so that long clips are not favoured for being long (D2Q, Zhan et al. 2022). Streaming
 * histograms: 24 log buckets of length × 64 log bins of play time; label = mid-rank.
 */
export class WatchQuantiles implements Remembering {
  readonly #counts = new Float32Array(lengths * (bins + 1))

  /** Mid-rank of the play time among those of its length so far; .5 when there are none. */
  rank(playMs: number, durationMs: number): number {
    const base = lengthOf(durationMs) * (bins + 1)
    const total = this.#counts[base + bins]!
    if (total === 0) return 0.5
    const at = binOf(playMs)
    let below = 0
    for (let b = 0; b < at; b++) below += this.#counts[base + b]!
    return (below + this.#counts[base + at]! / 2) / total
  }

  add(playMs: number, durationMs: number): void {
    const base = lengthOf(durationMs) * (bins + 1)
    const c = this.#counts
    if (c[base + bins]! >= most) for (let b = 0; b <= bins; b++) c[base + b]! /= 2
    c[base + binOf(playMs)]!++
    c[base + bins]!++
  }

  /** Milliseconds played at a quantile of its length: the inverse, for display and pacing. */
  milliseconds(quantile: number, durationMs: number): number {
    const base = lengthOf(durationMs) * (bins + 1)
    const wanted = quantile * this.#counts[base + bins]!
    let below = 0
    for (let b = 0; b < bins; b++) {
      const n = this.#counts[base + b]!
      if (n > 0 && below + n >= wanted) return Math.expm1((b + Math.max(0, wanted - below) / n) / 9) * 1000
      below += n
    }
    return 0
  }

  memory(): readonly Memory[] {
    return [this.#counts]
  }
}

import { auc, calibrationError, groupedAuc, type Judged, logLoss } from '#engines/recommender'
import type { Head } from './heads.ts'
import type { Impression } from './read-log.ts'

const hourMs = 3_600_000

/** Predictions by head, row by row, and what happened. */
export class Judgement {
  readonly #heads: readonly Head[]
  readonly #rows: readonly Impression[]
  readonly #p: readonly Float64Array[]
  readonly #group: Int32Array
  readonly #again: Uint8Array
  /** Rows that were predicted. */
  done = 0

  constructor(heads: readonly Head[], rows: readonly Impression[]) {
    this.#heads = heads
    this.#rows = rows
    this.#p = heads.map(() => new Float64Array(rows.length))
    const users = new Map<string, number>()
    this.#group = Int32Array.from(rows, ({ user }) => {
      if (!users.has(user)) users.set(user, users.size)
      return users.get(user) as number
    })
    this.#again = repeats(rows)
  }

  add(p: readonly number[]): void {
    for (const [h, x] of p.entries()) (this.#p[h] as Float64Array)[this.done] = x
    this.done++
  }

  p(h: number, r: number): number {
    return (this.#p[h] as Float64Array)[r] as number
  }

  /** Of the main head, over the rows so far. */
  running(): Readonly<Record<string, number>> {
    return judge(
      this.#judged(0, 0, () => true),
      this.#group.subarray(0, this.done),
    )
  }

  /** As `evaluate quality` names them, over the last half of the rows; `.clean`: without rows whose person and item were logged in the hour before. */
  metrics(): Record<string, number> {
    const from = this.done >> 1
    const group = this.#group.subarray(from, this.done)
    const out: Record<string, number> = {}
    for (const [h, head] of this.#heads.entries())
      for (const [suffix, holds] of [['', () => true] as const, ['.clean', (r: number) => this.#again[r] === 0] as const])
        for (const [name, value] of Object.entries(judge(this.#judged(h, from, holds), group))) {
          // A head that never happened has no AUC.
          if (!Number.isFinite(value)) continue
          out[`${head.name}.${name}${suffix}`] = value
          if (h === 0) out[`${name}${suffix}`] = value
        }
    return out
  }

  #judged(h: number, from: number, holds: (r: number) => boolean): Judged {
    const { label } = this.#heads[h] as Head
    const y = Float64Array.from({ length: this.done - from }, (_, k) =>
      holds(from + k) ? label(this.#rows[from + k] as Impression) : Number.NaN,
    )
    return { p: (this.#p[h] as Float64Array).subarray(from, this.done), y }
  }
}

const judge = (judged: Judged, group: Int32Array): Readonly<Record<string, number>> => ({
  auc: auc(judged),
  gauc: groupedAuc(judged, group),
  logloss: logLoss(judged),
  ece: calibrationError(judged),
})

function repeats(rows: readonly Impression[]): Uint8Array {
  const last = new Map<string, number>()
  return Uint8Array.from(rows, ({ user, item, timeMs }) => {
    const key = `${user}\t${item}`
    const before = last.get(key)
    last.set(key, timeMs)
    return before !== undefined && timeMs - before <= hourMs ? 1 : 0
  })
}

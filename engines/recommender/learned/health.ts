import type { Keeper } from '../keeper.ts'
import type { expertNames } from './experts.ts'
import { headCount, heads } from './plan.ts'

/** Labels that the figures look back on. */
const window = 5000
const keep = 1 - 1 / window
const part = { rows: 0, happened: 1, predicted: 2, variance: 3, loss: 4, counters: 5, end: 6 } as const

/** How one head has been doing over about the last 5,000 sights whose label is known. Each was predicted before it was learned. */
export interface HeadHealth {
  readonly head: string
  /** Sights looked back on. */
  readonly rows: number
  /** Share that happened, and the mean of what was predicted. */
  readonly happened: number
  readonly predicted: number
  /** Standard errors between the two: beyond ± 4 the head has drifted. */
  readonly drift: number
  /** Mean log loss of the mix, and of the counters alone on the same sights. */
  readonly loss: number
  readonly lossOfCounters: number
  /** Weights of the experts in the mix; they add up to 1. */
  readonly trust: Readonly<Record<(typeof expertNames)[number], number>>
}

const loss = (p: number, y: number): number => -Math.log(Math.max(1e-9, y === 1 ? p : 1 - p))

/** Calibration and loss by head, decayed. */
export class Health {
  #sums = new Float64Array(headCount * part.end)

  judge(head: number, p: number, ofCounters: number, y: number): void {
    const s = this.#sums
    const at = head * part.end
    for (let k = at; k < at + part.end; k++) s[k]! *= keep
    s[at + part.rows]!++
    s[at + part.happened]! += y
    s[at + part.predicted]! += p
    s[at + part.variance]! += p * (1 - p)
    s[at + part.loss]! += loss(p, y)
    s[at + part.counters]! += loss(ofCounters, y)
  }

  read(trust: (head: number, expert: number) => number): HeadHealth[] {
    const s = this.#sums
    return heads.map((head, h) => {
      const at = h * part.end
      const rows = s[at + part.rows]!
      const by = rows > 0 ? 1 / rows : 0
      const variance = s[at + part.variance]!
      // Decayed sums with keep k have the variance of their squares, k²: half the window.
      const error = Math.sqrt(rows > window / 2 ? variance / 2 : variance)
      return {
        head,
        rows,
        happened: s[at + part.happened]! * by,
        predicted: s[at + part.predicted]! * by,
        drift: variance > 1 ? (s[at + part.happened]! - s[at + part.predicted]!) / error : 0,
        loss: s[at + part.loss]! * by,
        lossOfCounters: s[at + part.counters]! * by,
        trust: { counters: trust(h, 0), dense: trust(h, 1), factors: trust(h, 2) },
      }
    })
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#sums = k.column(this.#sums)
  }

  memory(): readonly Float64Array[] {
    return [this.#sums]
  }
}

import type { Context, Labels, RankSettings } from './types.ts'

const largest = 2 ** 31 - 2
const latest = 8.64e15
const longestMs = 86_400_000
const isId = (x: number): boolean => Number.isInteger(x) && x >= -1 && x <= largest
const idOrNone = (x: number): number => (isId(x) ? x : -1)

/** What was refused or put right. */
export const faults = ['context', 'part', 'label'] as const

/** Keeps garbage out: a context without a person, an item or a time is refused, other parts become unknown, labels that cannot be become null. */
export class Guard {
  readonly #settings: RankSettings
  readonly #counts = new Float64Array(faults.length)

  constructor(settings: RankSettings) {
    this.#settings = settings
  }

  get counts(): Readonly<Record<(typeof faults)[number], number>> {
    return { context: this.#counts[0]!, part: this.#counts[1]!, label: this.#counts[2]! }
  }

  context(c: Context): Context | null {
    if (!isId(c.person) || c.person < 0 || !isId(c.item) || c.item < 0 || !(c.timeMs >= 0 && c.timeMs <= latest)) {
      this.#counts[0]!++
      return null
    }
    const whole =
      isId(c.author) && isId(c.tag) && isId(c.sound) && isId(c.scene) && c.durationMs >= 0 && c.durationMs <= longestMs
    if (whole && c.facts.every(isId)) return c
    this.#counts[1]!++
    const durationMs = c.durationMs > 0 ? Math.min(longestMs, c.durationMs) : 0
    const known = { author: idOrNone(c.author), tag: idOrNone(c.tag), sound: idOrNone(c.sound), scene: idOrNone(c.scene) }
    return { ...c, ...known, durationMs, facts: c.facts.map(idOrNone) }
  }

  /** Labels as numbers, NaN = unknown. False when no label is known. */
  labels(from: Labels, to: Float64Array): boolean {
    let known = false
    for (let h = 0; h < to.length; h++) {
      const y = from[h] ?? null
      const most = this.#settings.heads[h]!.kind === 'watch' ? longestMs : 1
      if (y !== null && y >= 0 && y <= most) {
        to[h] = y
        known = true
      } else {
        to[h] = Number.NaN
        if (y !== null) this.#counts[2]!++
      }
    }
    return known
  }
}

import { dayOf, type Line, type Target } from './facts.ts'
import { phases } from './phases.ts'
import { outside, purchase, sharing, type Tally } from './tally.ts'

/** One stay at Purchase: the orders that hold it, and what it wrote into the sums, so that refunds of all of them can unwrite it. */
export interface Stay {
  readonly journey: Journey
  readonly lines: Set<Line>
  readonly from: number
  readonly day: number
  readonly since: number
  readonly dwell: number
  readonly reached: { phase: number; day: number; ms: number }[]
  out: { readonly day: number; readonly to: number; readonly ms: number } | null
  goneOn: { readonly day: number; readonly ms: number } | null
}

/** One person and one product (or shop): where they are, and what this lap has seen. */
export interface Journey {
  readonly target: Target
  phase: number
  since: number
  last: number
  lapStart: number
  /** First evidence of each phase in this lap. */
  entered: (number | null)[]
  /** Phases of this lap after which a later one was reached. */
  gone: boolean[]
  /** First evidence after the latest purchase that starts over: the beginning of the next lap, and what it has seen so far. */
  again: number | null
  retry: (number | null)[]
  stay: Stay | null
}

/** Evidence of a phase. A purchase names its line. What a person did not do on purpose (`passive`) never takes them back. */
export interface Deed {
  readonly phase: number
  readonly at: number
  readonly passive: boolean
  readonly line: Line | null
}

type Tallies = (target: Target) => readonly Tally[]
type Lap = Pick<Journey, 'entered' | 'gone' | 'again' | 'retry' | 'lapStart'>
const nothing = (): (number | null)[] => phases.map(() => null)
const lap = (lapStart: number, entered: (number | null)[]): Lap => ({
  entered,
  gone: phases.map(() => false),
  again: null,
  retry: nothing(),
  lapStart,
})

/**
 * All journeys: a semi-Markov chain on the six phases and `outside`. People skip and go back; but an impression never takes
 * somebody back to Exploration, because a feed shows things unasked: only after Sharing it opens a new lap. Nor does a
 * return window that ran out take a sharer back to Confirmation.
 */
export class Journeys {
  readonly #of = new Map<string, Map<string, Journey>>()
  readonly #stays = new WeakMap<Line, Stay>()
  readonly #tallies: Tallies
  constructor(tallies: Tallies) {
    this.#tallies = tallies
  }

  get(person: string, key: string): Journey | undefined {
    return this.#of.get(person)?.get(key)
  }

  /** True when this line has been counted as a purchase and not been unwound. */
  holds(line: Line): boolean {
    return this.#stays.has(line)
  }

  /** Journeys that stand at each phase now. */
  standing(has: (target: Target) => boolean): number[] {
    const counts = phases.map(() => 0)
    for (const mine of this.#of.values())
      for (const j of mine.values()) if (has(j.target)) counts[j.phase] = (counts[j.phase] as number) + 1
    return counts
  }

  /** Moves the journey to the phase that was evidenced. */
  move(person: string, target: Target, { phase, at, passive, line }: Deed): void {
    const j = this.get(person, target.key) ?? this.#begin(person, target, at)
    j.last = Math.max(j.last, at)
    if (phase < purchase && j.entered[purchase] != null) {
      j.again ??= at
      j.retry[phase] ??= at
    }
    if (passive && j.phase !== outside && phase <= j.phase && !(phase === 0 && j.phase === sharing)) {
      j.entered[phase] ??= at
      return
    }
    const over = j.phase === sharing && phase <= purchase
    const bought = phase === purchase && j.entered[purchase] != null
    if (over || bought) Object.assign(j, lap(j.again ?? at, j.retry))
    const reached = this.#reach(person, j, phase, at)
    j.entered[phase] ??= at
    if (phase !== j.phase) this.#step(j, phase, at)
    if (line === null || j.stay === null) return
    j.stay.lines.add(line)
    j.stay.reached.push(...reached)
    this.#stays.set(line, j.stay)
    line.lapStart = j.lapStart
  }

  #begin(person: string, target: Target, at: number): Journey {
    const j: Journey = { target, phase: outside, since: at, last: at, stay: null, ...lap(at, nothing()) }
    const mine = this.#of.get(person) ?? new Map<string, Journey>()
    this.#of.set(person, mine.set(target.key, j))
    return j
  }

  /** Every earlier phase of this lap that had not been left forwards has now been: somebody who skips has gone on too. */
  #reach(person: string, j: Journey, phase: number, at: number): Stay['reached'] {
    const reached: Stay['reached'] = []
    for (let p = 0; p < phase; p++) {
      const entered = j.entered[p]
      if (entered == null || j.gone[p]) continue
      j.gone[p] = true
      const mark = { phase: p, day: dayOf(at), ms: Math.max(0, at - entered) }
      for (const tally of this.#tallies(j.target)) tally.goOn(person, mark.day, p, mark.ms)
      if (p === purchase && j.stay) j.stay.goneOn = mark
      reached.push(mark)
    }
    return reached
  }

  #step(j: Journey, to: number, at: number): void {
    const from = j.phase
    const ms = Math.max(0, at - j.since)
    const day = dayOf(at)
    for (const tally of this.#tallies(j.target)) tally.step(day, from, to, ms)
    if (from === purchase && j.stay) j.stay.out = { day, to, ms }
    if (to === purchase)
      j.stay = { journey: j, lines: new Set(), from, day, since: at, dwell: ms, reached: [], out: null, goneOn: null }
    j.phase = to
    j.since = at
  }

  /** A refund: the stay is unwritten when no other order holds it. Steps around it join: C → P → F becomes C → F. */
  unwind(line: Line, person: string | null): void {
    const stay = this.#stays.get(line)
    this.#stays.delete(line)
    if (!stay?.lines.delete(line) || stay.lines.size > 0) return
    const j = stay.journey
    for (const tally of this.#tallies(j.target)) {
      for (const r of stay.reached) tally.unGoOn(person, r.day, r.phase, r.ms)
      if (stay.goneOn) tally.unGoOn(person, stay.goneOn.day, purchase, stay.goneOn.ms)
      tally.step(stay.day, stay.from, purchase, stay.dwell, -1)
      if (!stay.out) continue
      tally.step(stay.out.day, purchase, stay.out.to, stay.out.ms, -1)
      if (stay.from !== stay.out.to) tally.step(stay.out.day, stay.from, stay.out.to, stay.dwell + stay.out.ms)
    }
    if (j.stay !== stay) return
    for (const r of stay.reached) j.gone[r.phase] = false
    j.entered[purchase] = null
    j.stay = null
    if (stay.out) return
    if (stay.from === outside) this.#drop(person, j)
    j.phase = stay.from
    j.since = stay.since - stay.dwell
  }

  #drop(person: string | null, j: Journey): void {
    const mine = person === null ? undefined : this.#of.get(person)
    if (mine?.get(j.target.key) === j) mine.delete(j.target.key)
    if (person !== null && mine?.size === 0) this.#of.delete(person)
  }

  #end(j: Journey, at: number): void {
    if (j.phase !== outside) this.#step(j, outside, at)
  }

  /** The later of two journeys of the same thing goes on; the other leaves the chain. */
  merge(from: string, into: string, at: number): void {
    for (const old of this.#of.get(from)?.values() ?? []) {
      const kept = this.get(into, old.target.key)
      const winner = kept && kept.last >= old.last ? kept : old
      if (kept) {
        const loser = winner === kept ? old : kept
        this.#end(loser, at)
        winner.entered = winner.entered.map((t, p) =>
          t === null ? (loser.entered[p] ?? null) : Math.min(t, loser.entered[p] ?? t),
        )
        winner.gone = winner.gone.map((g, p) => g || (loser.gone[p] ?? false))
        winner.lapStart = Math.min(winner.lapStart, loser.lapStart)
      }
      this.#of.set(into, (this.#of.get(into) ?? new Map()).set(old.target.key, winner))
    }
    this.#of.delete(from)
  }

  erase(person: string, at: number): void {
    for (const j of this.#of.get(person)?.values() ?? []) this.#end(j, at)
    this.#of.delete(person)
  }

  /** Journeys silent since `before` leave the chain; the step is written on the day `at`. */
  prune(before: number, at: number): void {
    for (const [person, mine] of this.#of) {
      for (const j of mine.values()) {
        if (j.last >= before) continue
        this.#end(j, at)
        this.#drop(person, j)
      }
    }
  }
}

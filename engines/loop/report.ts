import type { Id } from '#base/kernel'
import { dayMs, dayOf } from './facts.ts'
import { type Measured, measured, missing, type Share, wilson } from './intervals.ts'
import { type Phase, phases } from './phases.ts'
import type { Sketch } from './sketch.ts'
import { outside, type Summary, sharing } from './tally.ts'

export interface ReportOptions {
  /** The window is whole UTC days: the day of `now` and the `days − 1` before it. */
  readonly now: Date
  /** 28 when missing; more than `horizonDays` is a mistake and throws. */
  readonly days?: number
  /** A share of fewer people than this is not shown; 50 when missing (experience.md 9.4, sparse data). */
  readonly enough?: number
}

export interface PhaseReport {
  readonly phase: Phase
  /** Distinct people with evidence of this phase in the window; Purchase is net of refunds. */
  readonly people: number
  /** Of `n` people, `goneOn` reached a later phase in the window (Sharing: somebody else saw what they shared). */
  readonly n: number
  readonly goneOn: number
  readonly goOn: Measured<Share>
  /** Median hours from entering the phase to going on, within 2 %. Of those who went on; not corrected for those who may yet. */
  readonly medianHours: Measured<number>
  /** Did not go on and have been silent for a week: the loose ends. `waiting` have not gone on yet. */
  readonly looseEnds: number
  readonly waiting: number
}

/** Journeys that went from one phase to another; null is "no journey": its beginning, or its end after 180 days of silence. */
export interface Transition {
  readonly from: Phase | null
  readonly to: Phase | null
  readonly count: number
  readonly medianHours: Measured<number>
}

export interface LoopReport {
  readonly shop: Id<'shop'> | null
  /** First and last instant of the window. */
  readonly from: Date
  readonly to: Date
  readonly days: number
  /** Position of the last event that the report knows. */
  readonly asOf: bigint
  /** In the order of the lap, always six. */
  readonly phases: readonly PhaseReport[]
  readonly transitions: readonly Transition[]
  /** Explorers by their first exploration of the window: through somebody's share, or not. They add up to the explorers. */
  readonly newlySeeded: number
  readonly returned: number
  /** Whole laps: first evidence → purchase → something shared from that purchase; one a purchase. Measured, not a sum of medians. */
  readonly laps: { readonly count: number; readonly medianHours: Measured<number> }
  /** Posts, reviews and shares grown from purchases, and net purchases by others that came through them. Descriptive: not an effect. */
  readonly lineage: { readonly contents: number; readonly orders: number }
  /** Loop gain R needs the ghost holdout (loop.md, "Loop gain R"); until it runs there is no number. */
  readonly gain: Measured<Share, 'not_measured_yet'>
}

/** Cells older than this are forgotten. */
export const horizonDays = 92
/** A median of fewer times is not shown. */
const enoughTimes = 5
/** Silent this long, somebody who has not gone on counts as a loose end. */
const quietDays = 7

const hoursOf = (sketch: Sketch | undefined, atLeast: number): Measured<number> => {
  const ms = sketch && sketch.count >= atLeast ? sketch.median() : null
  return ms === null ? missing('not_enough_data') : measured(ms / 3_600_000)
}

export interface Window {
  readonly first: number
  readonly last: number
  readonly quiet: number
}
export function windowOf(options: ReportOptions): Window {
  const days = options.days ?? 28
  if (!Number.isInteger(days) || days < 1 || days > horizonDays)
    throw new RangeError(`report of ${days} days: 1 to ${horizonDays}`)
  const last = dayOf(options.now.getTime())
  return { first: last - days + 1, last, quiet: last - quietDays + 1 }
}

/** Dresses the sums of a window in intervals and reasons. Pure. */
export function reportOf(
  shop: Id<'shop'> | null,
  options: ReportOptions,
  summary: Summary,
  lineage: LoopReport['lineage'],
  asOf: bigint,
): LoopReport {
  const { first, last } = windowOf(options)
  const enough = options.enough ?? 50
  const times = Math.min(enough, enoughTimes)
  const one = (phase: Phase, p: number): PhaseReport => {
    const n = summary.people[p] ?? 0
    const goneOn = summary.goneOn[p] ?? 0
    const looseEnds = p === sharing ? 0 : (summary.loose[p] ?? 0)
    return {
      phase,
      people: n,
      n,
      goneOn,
      goOn: n >= Math.max(1, enough) ? measured(wilson(goneOn, n)) : missing('not_enough_data'),
      medianHours: hoursOf(summary.goOnTimes[p], times),
      looseEnds,
      waiting: n - goneOn - looseEnds,
    }
  }
  const name = (p: number): Phase | null => (p === outside ? null : (phases[p] ?? null))
  const transitions = [...summary.steps]
    .filter(([, sketch]) => sketch.count !== 0)
    .sort(([a], [b]) => a - b)
    .map(
      ([key, sketch]): Transition => ({
        from: name(Math.floor(key / 7)),
        to: name(key % 7),
        count: sketch.count,
        medianHours: hoursOf(sketch, times),
      }),
    )
  return {
    shop,
    from: new Date(first * dayMs),
    to: new Date((last + 1) * dayMs - 1),
    days: last - first + 1,
    asOf,
    phases: phases.map(one),
    transitions,
    newlySeeded: summary.seeded,
    returned: summary.returned,
    laps: { count: summary.laps.count, medianHours: hoursOf(summary.laps, times) },
    lineage,
    gain: missing('not_measured_yet'),
  }
}

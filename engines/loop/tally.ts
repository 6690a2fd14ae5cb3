import { type Phase, phases } from './phases.ts'
import { Sketch } from './sketch.ts'

export const station = (phase: Phase): number => phases.indexOf(phase)
export const purchase = station('purchase')
export const sharing = station('sharing')
/** The seventh place of the chain: not (yet, or any more) on a journey. */
export const outside = 6

/** How an exploration came: through somebody's share, or newly seeded (feed, search, campaign). */
export type Arrival = 'seeded' | 'returned'

/** A cell is one person on one day: evidence counts 0-5, counts of going on 6-11, and at 12 how the day's first exploration came. */
const cellSize = 13
const wentOn = 6
const arrival = 12

/** Sums of one day: what happened, without whom. */
class DaySums {
  readonly steps = new Map<number, Sketch>()
  readonly goOn = phases.map(() => new Sketch())
  readonly laps = new Sketch()
}

export interface Summary {
  readonly people: readonly number[]
  readonly goneOn: readonly number[]
  readonly loose: readonly number[]
  readonly goOnTimes: readonly Sketch[]
  readonly steps: ReadonlyMap<number, Sketch>
  readonly laps: Sketch
  readonly seeded: number
  readonly returned: number
}

/**
 * The counts of one scope (a shop, or the platform), by person and day, so that any window of whole days slides over them
 * and a refund, a merge or an erasure can be taken out exactly. Memory: 52 bytes and a map entry for each person-day with
 * evidence, for as many days as `prune` leaves.
 */
export class Tally {
  readonly #people = new Map<string, Map<number, Int32Array>>()
  readonly #days = new Map<number, DaySums>()

  #cell(person: string, day: number): Int32Array {
    let days = this.#people.get(person)
    if (!days) this.#people.set(person, (days = new Map()))
    let cell = days.get(day)
    if (!cell) days.set(day, (cell = new Int32Array(cellSize)))
    return cell
  }

  #sums(day: number): DaySums {
    let sums = this.#days.get(day)
    if (!sums) this.#days.set(day, (sums = new DaySums()))
    return sums
  }

  note(person: string, day: number, phase: number, came: Arrival | null): void {
    const cell = this.#cell(person, day)
    cell[phase] = (cell[phase] as number) + 1
    if (came !== null && cell[arrival] === 0) cell[arrival] = came === 'seeded' ? 1 : 2
  }

  goOn(person: string, day: number, phase: number, ms: number): void {
    const cell = this.#cell(person, day)
    cell[wentOn + phase] = (cell[wentOn + phase] as number) + 1
    this.#sums(day).goOn[phase]?.add(ms)
  }

  /** Takes one evidence out. Nothing happens when the person or the day has been forgotten. */
  unnote(person: string | null, day: number, phase: number): void {
    const cell = person === null ? undefined : this.#people.get(person)?.get(day)
    if (cell) cell[phase] = (cell[phase] as number) - 1
  }

  unGoOn(person: string | null, day: number, phase: number, ms: number): void {
    this.unnote(person, day, wentOn + phase)
    this.#days.get(day)?.goOn[phase]?.add(ms, -1)
  }

  step(day: number, from: number, to: number, ms: number, times = 1): void {
    const { steps } = this.#sums(day)
    const key = from * 7 + to
    let sketch = steps.get(key)
    if (!sketch) steps.set(key, (sketch = new Sketch()))
    sketch.add(ms, times)
  }

  lap(day: number, ms: number, times = 1): void {
    this.#sums(day).laps.add(ms, times)
  }

  merge(from: string, into: string): void {
    for (const [day, cell] of this.#people.get(from) ?? []) {
      const target = this.#cell(into, day)
      for (let i = 0; i < arrival; i++) target[i] = (target[i] as number) + (cell[i] as number)
      // The earlier of the two can't be known any more: somebody who came through a share, ever that day, was brought by it.
      target[arrival] = Math.max(target[arrival] as number, cell[arrival] as number)
    }
    this.#people.delete(from)
  }

  erase(person: string): void {
    this.#people.delete(person)
  }

  prune(before: number): void {
    for (const day of this.#days.keys()) if (day < before) this.#days.delete(day)
    for (const [person, days] of this.#people) {
      for (const day of days.keys()) if (day < before) days.delete(day)
      if (days.size === 0) this.#people.delete(person)
    }
  }

  /** Distinct people and sums of the days `first`…`last`. People silent since before `quiet` who did not go on are loose ends. */
  summary(first: number, last: number, quiet: number): Summary {
    const people = phases.map(() => 0)
    const goneOn = phases.map(() => 0)
    const loose = phases.map(() => 0)
    const came = [0, 0, 0]
    for (const days of this.#people.values()) {
      const one = foldPerson(days, first, last)
      if (!one) continue
      came[one.came] = (came[one.came] as number) + 1
      for (let p = 0; p < phases.length; p++) {
        if ((one.sum[p] as number) <= 0) continue
        people[p] = (people[p] as number) + 1
        if ((one.sum[wentOn + p] as number) > 0) goneOn[p] = (goneOn[p] as number) + 1
        else if (one.latest < quiet) loose[p] = (loose[p] as number) + 1
      }
    }
    return { people, goneOn, loose, ...this.#sumDays(first, last), seeded: came[1] as number, returned: came[2] as number }
  }

  #sumDays(first: number, last: number): Pick<Summary, 'goOnTimes' | 'steps' | 'laps'> {
    const all = new DaySums()
    for (const [day, sums] of this.#days) {
      if (day < first || day > last) continue
      for (const [p, sketch] of sums.goOn.entries()) all.goOn[p]?.addAll(sketch)
      all.laps.addAll(sums.laps)
      for (const [key, sketch] of sums.steps) {
        if (!all.steps.has(key)) all.steps.set(key, new Sketch())
        all.steps.get(key)?.addAll(sketch)
      }
    }
    return { goOnTimes: all.goOn, steps: all.steps, laps: all.laps }
  }
}

/** One person over a window: summed cells, the latest day with evidence, and how the first exploration came. Null without any. */
function foldPerson(days: ReadonlyMap<number, Int32Array>, first: number, last: number) {
  const sum = new Int32Array(arrival)
  let latest = -1
  let earliest = Number.POSITIVE_INFINITY
  let came = 0
  for (const [day, cell] of days) {
    if (day < first || day > last) continue
    for (let i = 0; i < arrival; i++) sum[i] = (sum[i] as number) + (cell[i] as number)
    if (day > latest) latest = day
    if (cell[arrival] !== 0 && day < earliest) {
      earliest = day
      came = cell[arrival] as number
    }
  }
  return latest < 0 ? null : { sum, latest, came }
}

import { Experts } from './experts.ts'
import { Families } from './families.ts'
import { FrozenPersons } from './freeze.ts'
import { Guard } from './guard.ts'
import { pack, unpack } from './pack.ts'
import { WatchQuantiles } from './quantile.ts'
import { Reading } from './reading.ts'
import type { Context, Labels, Memory, RankSettings, Remembering } from './types.ts'

/** Field of the factorisation machine of each kind of row. */
const fieldOf = { person: 0, item: 1, author: 2, tag: 3, sound: 7 } as const

/** What is said of one context, by head. The arrays are reused by the next call. */
export interface Prediction {
  /** Calibrated probability; for `watch` the expected quantile. */
  readonly p: Float64Array
  /** To order candidates of one request: log-odds without what all of them share. Only filled by `predict(context, true)`. */
  readonly rank: Float64Array
}

/**
 * The online ranker: one impression at a time, predict and then learn, at the time of the event. Pure: no clock, no randomness but the seed; the
 * same log gives the same state. Memory is fixed by `settings.room`.
 */
export class OnlineRanker implements Remembering {
  readonly settings: RankSettings
  readonly families: Families
  readonly experts: Experts
  readonly guard: Guard
  readonly quantiles = new WatchQuantiles()
  readonly #reading: Reading
  /** Time of the first event; events learned. */
  readonly #meta = new Float64Array(2)
  readonly #labels: Float64Array
  readonly #seen: Float64Array
  #known = false
  readonly #prediction: Prediction

  constructor(settings: RankSettings) {
    this.settings = settings
    this.guard = new Guard(settings)
    this.families = new Families(settings, (kind, row) => {
      this.experts.factors.reset(fieldOf[kind], row)
      if (kind === 'item') for (const f of this.experts.listFields) this.experts.factors.reset(f, row)
    })
    this.experts = new Experts(settings, this.families)
    this.#reading = new Reading(settings)
    this.#labels = new Float64Array(settings.heads.length)
    this.#seen = new Float64Array(8 + settings.facts)
    this.#prediction = { p: new Float64Array(settings.heads.length), rank: new Float64Array(settings.heads.length) }
  }

  /** Events learned. */
  get learned(): number {
    return this.#meta[1]!
  }

  /** Changes nothing. What cannot be a context gets everybody's rates. With `frozen`, persons are as they were when that was taken. */
  predict(context: Context, rank = false, frozen: FrozenPersons | null = null): Prediction {
    const c = this.guard.context(context)
    const out = this.#prediction
    if (!c) {
      this.experts.base(out.p)
      out.rank.fill(0)
      return out
    }
    this.#forward(c, frozen)
    out.p.set(this.experts.p)
    if (rank) this.experts.rank(this.#reading, out.rank)
    return out
  }

  /** What is known of persons now, to order items later as it would have been done now. What was learned of items and by the experts stays alive. */
  freeze(): FrozenPersons {
    return new FrozenPersons(this.families, this.experts.factors)
  }

  /** Learns what became of one impression. False: refused, and counted. */
  learn(context: Context, labels: Labels): boolean {
    const c = this.guard.context(context)
    if (!c || !this.guard.labels(labels, this.#labels)) return false
    if (this.#meta[1] === 0) this.#meta[0] = c.timeMs
    const ready = this.#known && this.#same(c)
    this.#reading.open(c, this.#meta[0]!)
    this.families.take(c, this.#reading)
    if (!ready || this.families.fresh) {
      this.#reading.look(this.families, c)
      this.experts.forward(this.#reading)
    }
    this.#known = false
    this.#toQuantiles(c)
    this.experts.learn(this.#reading, this.#labels)
    this.#count(c)
    this.#meta[1]!++
    return true
  }

  #forward(c: Context, frozen: FrozenPersons | null): void {
    const r = this.#reading
    r.open(c, this.#meta[1] === 0 ? c.timeMs : this.#meta[0]!)
    this.families.find(c, r)
    if (frozen) frozen.swap(r.person)
    r.look(this.families, c)
    this.experts.forward(r)
    if (frozen) frozen.swap(r.person)
    this.#known = !frozen
    if (!frozen) this.#remember(c)
  }

  /** What was predicted last is not computed again when it is learned next. */
  #remember(c: Context): void {
    this.#values(c, (k, x) => {
      this.#seen[k] = x
    })
  }

  #same(c: Context): boolean {
    let same = true
    this.#values(c, (k, x) => {
      if (this.#seen[k] !== x) same = false
    })
    return same
  }

  #values(c: Context, each: (k: number, x: number) => void): void {
    each(0, c.person)
    each(1, c.item)
    each(2, c.author)
    each(3, c.tag)
    each(4, c.sound)
    each(5, c.scene)
    each(6, c.durationMs)
    each(7, c.timeMs)
    for (let k = 0; k < this.settings.facts; k++) each(8 + k, c.facts[k] ?? -1)
  }

  #toQuantiles(c: Context): void {
    const y = this.#labels
    this.settings.heads.forEach((head, h) => {
      const played = y[h]!
      if (head.kind !== 'watch' || Number.isNaN(played)) return
      y[h] = this.quantiles.rank(played, c.durationMs)
      this.quantiles.add(played, c.durationMs)
    })
  }

  #count(c: Context): void {
    const r = this.#reading
    const { tallies, persons } = this.families
    for (let f = 0; f < tallies.length; f++)
      if (r.rows[f]! >= 0) tallies[f]!.add(r.rows[f]!, r.hour, this.#labels, this.experts.residuals)
    const item = r.coded(this.families)
    const trace = { item, timeMs: c.timeMs, hour: r.hour, scene: r.scene, tag: r.tag, length: r.length }
    persons.push(r.person, trace, this.#labels, this.experts.rich)
  }

  /** By head: standard errors between what was predicted of late and what happened. Beyond ± 4 something has changed. */
  drift(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.settings.heads.map((head, h) => [head.name, this.experts.calibration.drift(h)]))
  }

  /** All that was learned, as bytes. */
  snapshot(): Uint8Array {
    return pack(this.memory())
  }

  /** Puts a snapshot of a ranker with the same settings in place. Throws when it is of another. */
  restore(bytes: Uint8Array): void {
    unpack(bytes, this.memory())
    this.#known = false
  }

  memory(): readonly Memory[] {
    return [this.#meta, ...this.families.memory(), ...this.experts.memory(), ...this.quantiles.memory()]
  }
}

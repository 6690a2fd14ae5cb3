import { hash32 } from '#base/kernel'
import { A, type Action, actionCount } from '../actions.ts'
import { kindProduct } from '../items.ts'
import type { Keeper } from '../keeper.ts'
import { halfCovisit, linkOf } from '../link.ts'
import type { Memory } from '../rank/types.ts'
import { scenes } from '../rank/types.ts'
import type { State } from '../state.ts'
import { unpackTold } from '../told.ts'
import { baseRates, platformRates, type Signals } from '../value.ts'
import { View } from '../view.ts'
import { Example } from './example.ts'
import { Experts, expertNames } from './experts.ts'
import { type HeadHealth, Health } from './health.ts'
import { headCount } from './plan.ts'
import { Sights } from './sights.ts'

/** What leaving tells: skipped, half of it, all of it. */
const leaving = (1 << A.skip) | (1 << A.watch) | (1 << A.finish)
/** Known of any sight after the wait, happened or not. */
const always = ((2 << headCount) - 2) & ~leaving

/** The sight of an item by a person. `surface` is where, as the client names it. */
export interface Sight {
  readonly p: number
  readonly i: number
  readonly own: boolean
  readonly surface?: unknown
}

/** A number for where an item is shown; 0 when nobody says. */
const sceneOf = (surface: unknown): number =>
  typeof surface === 'string' && surface !== '' ? 1 + ((hash32(surface.slice(0, 24)) >>> 0) % (scenes - 1)) : 0

/** The learned heads: what was seen waits a minute of the log's time for its labels, then it is predicted, judged and learned. */
export class Learned {
  readonly enabled: boolean
  readonly experts = new Experts()
  readonly health = new Health()
  readonly sights = new Sights()
  /** For benchmarks: told of each sight after it was predicted and before it is learned. */
  onJudged: ((known: number, happened: number, p: number) => void) | null = null
  #scenes = new Float64Array(scenes)
  readonly #example = new Example()
  readonly #view = new View()
  readonly #rates = new Float64Array(actionCount)
  readonly #platform = new Float64Array(actionCount)
  readonly #signals: Signals = {
    covisit: 0,
    session: 0,
    similar: 0,
    trained: 0,
    fit: 0,
    tag: 0,
    author: 0,
    followed: 0,
    language: 0,
  }

  constructor(enabled: boolean) {
    this.enabled = enabled
  }

  /** The item came into view. Nothing is kept of somebody who is not profiled, nor of one's own items. */
  sight(s: State, sight: Sight): void {
    if (!this.enabled || sight.own || s.people.paused[sight.p]) return
    if (this.sights.find(sight.p, sight.i) < 0) this.sights.label(this.#open(s, sight), this.#knownOf(s, sight.i), 0)
  }

  /** A product tells no skip; what is read of it for long is a watch. */
  #knownOf(s: State, i: number): number {
    return s.items.kind(i) === kindProduct ? always | (1 << A.watch) | (1 << A.finish) : always
  }

  /** The clip was left; a skip is told here, the others when they count. */
  left(s: State, { p, i }: Sight, action: Action | null): void {
    const n = this.enabled && s.people.paused[p] === 0 ? this.sights.find(p, i) : -1
    if (n >= 0) this.sights.label(n, leaving, action === null ? 0 : 1 << A[action])
  }

  /**
   * Something happened to the item. When its sight was learned already as "did not happen", it is learned now as one more row with this label
   * alone: with rare actions the rate p/(1 + p) that comes of it is p (fake negatives, Ktena et al. 2019).
   */
  happened(s: State, sight: Sight, action: Action): void {
    const { p, i } = sight
    if (!this.enabled || sight.own || s.people.paused[p]) return
    const bit = 1 << A[action]
    const open = this.sights.find(p, i)
    // What was done to something never seen says nothing of what a sight brings.
    if (open < 0 && s.people.seen.locate(p, i) < 0) return
    this.sights.label(open >= 0 ? open : this.#open(s, sight), bit, bit)
  }

  takenBack({ p, i }: Sight, action: Action): void {
    const n = this.sights.find(p, i)
    if (n >= 0) this.sights.label(n, 0, 0, 1 << A[action])
  }

  /** Nothing of what waits of this person is learned; with `isMeant`, of these items. */
  drop(p: number, isMeant: (i: number) => boolean = () => true): void {
    this.sights.drop(p, isMeant)
  }

  #open(s: State, { p, i, surface }: Sight): number {
    if (this.sights.full) this.#learnOldest()
    const scene = sceneOf(surface)
    this.#scenes[scene]!++
    const e = this.#example
    platformRates(s, s.items.kind(i), s.now, this.#platform)
    e.base(this.#platform)
    e.person(s, { p, scene, now: s.now }, i)
    baseRates(s, i, s.now, this.#platform, this.#rates)
    this.#sense(s, p, i)
    e.item(s, i, s.now, this.#rates, this.#signals)
    return this.sights.open(p, i, s.now, e)
  }

  /** The signals between the two as a page would find them, but that products stand in for nothing; what only the page knew, as it said it (`told.ts`). */
  #sense(s: State, p: number, i: number): void {
    const x = this.#signals
    const view = this.#view
    view.taste(s, p, s.now, i)
    linkOf(s, view, i, x)
    x.similar = s.words.match(i, view.words.values)
    const scale = s.covisitation.peekScale(s.now)
    let covisit = 0
    for (let k = 0; k < view.seedCount; k++) covisit += view.seedStrength[k]! * s.covisitation.weight(view.seeds[k]!, i, scale)
    x.covisit = covisit / (covisit + halfCovisit)
    const { follows } = s.people
    const shop = s.items.shop(i)
    x.followed = follows.locate(p, s.items.maker(i)) >= 0 || (shop >= 0 && follows.locate(p, shop) >= 0) ? 1 : 0
    x.language = 0
    const { served } = s.people
    const at = served.locate(p, i)
    unpackTold(at < 0 ? 0 : served.data[at + 2]!, x)
  }

  /** Learns all that has waited long enough by the log's time. */
  tick(now: number): void {
    while (this.sights.isDue(now)) this.#learnOldest()
  }

  #learnOldest(): void {
    const e = this.#example
    const labels = this.sights.take(e)
    if (labels === null || labels.known === 0) return
    const { known, happened } = labels
    const { experts } = this
    experts.factors.reach(e.ids)
    experts.person(e)
    experts.item(e)
    for (let h = 0; h < headCount; h++)
      if (known & (2 << h))
        this.health.judge(h, experts.p[h]!, experts.said[h * expertNames.length]!, happened & (2 << h) ? 1 : 0)
    this.onJudged?.(known, happened, labels.p)
    experts.learn(e, known, happened)
  }

  /** The number of a scene for a request: 0 while no sight has come from there. */
  sceneFor(surface: string): number {
    const scene = sceneOf(surface)
    return this.#scenes[scene]! > 0 ? scene : 0
  }

  /** How each head has been doing. */
  read(): HeadHealth[] {
    const { weights, experts } = this.experts.mixture
    return this.health.read((h, k) => weights[h * experts + k]!)
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#scenes = k.column(this.#scenes)
    for (const part of [this.experts, this.health, this.sights]) part.keep(k)
  }

  memory(): readonly Memory[] {
    return [this.#scenes, ...this.experts.memory(), ...this.health.memory(), ...this.sights.memory()]
  }

  get bytes(): number {
    return this.sights.bytes + this.experts.factors.tables.reduce((n, t) => n + t.bytes, 0)
  }
}

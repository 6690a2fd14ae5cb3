import { actionCount } from './actions.ts'
import { lengths } from './config.ts'
import { Counters, halfLives } from './counters.ts'
import { Covisitation } from './covisitation.ts'
import { Gains } from './gain.ts'
import { HotLists } from './hot.ts'
import { grown, Interner } from './interner.ts'
import { Items } from './items.ts'
import type { Keeper } from './keeper.ts'
import { Learned } from './learned/learned.ts'
import { People } from './people.ts'
import { Pool } from './pool.ts'
import { Rings } from './rings.ts'
import { type Scene, scenes } from './scenes.ts'
import { Stages } from './stages.ts'
import { Trained } from './trained/trained.ts'
import type { Damped, RecommenderConfig } from './types.ts'
import { baseRates, type Merits, meritsOf, platformRates, value, weightVector } from './value.ts'
import { WatchQuantiles } from './watch-quantile.ts'
import { type ValueWeights, valueWeights, type WeightTables } from './weights.ts'
import { Words } from './words.ts'

const nothingDamped = (): Record<Damped, number> => ({
  duplicate: 0,
  malformed: 0,
  clock: 0,
  unknown_item: 0,
  no_person: 0,
  flood: 0,
  repeated: 0,
  own: 0,
  items_full: 0,
  tags_full: 0,
  bad_number: 0,
})

/** A tag as it is kept: however it is written, it is the same. */
export const tagName = (text: string): string => text.trim().toLowerCase().slice(0, 60)

const tablesOf = ({ common, scenes: byScene }: WeightTables): Record<Scene, ValueWeights> => ({
  for_you: { ...common, ...byScene.for_you },
  following: { ...common, ...byScene.following },
  mall: { ...common, ...byScene.mall },
})
const vectorsOf = (common: ValueWeights, tables: Record<Scene, ValueWeights>): Record<Scene | 'common', Float64Array> => ({
  common: weightVector(common),
  for_you: weightVector(tables.for_you),
  following: weightVector(tables.following),
  mall: weightVector(tables.mall),
})

/** Everything the engine knows. `learn.ts` and `upsert.ts` write it, nobody else; `recommend.ts` reads it. */
export class State {
  readonly config: RecommenderConfig
  readonly seed: number
  readonly items = new Items()
  readonly people = new People()
  readonly tags = new Interner()
  readonly categories = new Interner()
  /** People and shops as authors. */
  readonly makers = new Interner()
  /** Bits: 1 removed by moderation, 2 erased. */
  makerHidden = new Uint8Array(16)
  /** Items with a tag: how telling the tag is. */
  tagItems = new Int32Array(16)
  readonly counters = new Counters(halfLives)
  readonly makerCounters = new Counters([halfLives[3]])
  /** Row = kind. */
  readonly totals = new Counters([halfLives[3]])
  readonly covisitation = new Covisitation()
  /** Key = kind. */
  readonly hotKind = new HotLists(lengths.hotKind)
  /** Key = tag · 2 + kind, as in `tagNewest`. */
  readonly hotTag = new HotLists(lengths.hotTag)
  readonly tagNewest = new Rings(1, 8, lengths.tagNewest)
  /** Key = maker · 2 + kind. */
  readonly makerNewest = new Rings(1, 4, lengths.makerNewest)
  /** Key = product item; entries are the posts that show it. */
  readonly showing = new Rings(1, 4, lengths.showing)
  readonly words = new Words()
  readonly trained = new Trained()
  readonly quantiles = new WatchQuantiles()
  readonly gains = new Gains()
  readonly stages: Stages
  readonly pool: Pool
  readonly learned: Learned
  readonly damped = nothingDamped()
  /** Newest time that was believed. */
  now = 0
  position = -1n
  events = 0
  leaps = 0
  /** Ids of the newest 32,768 to 65,536 events. */
  recentIds = new Set<string>()
  olderIds = new Set<string>()

  /** What a page is worth now; `reweigh` changes all forms together. */
  weights: WeightTables
  /** By the common table, for what is said of an item whatever the scene. */
  weightVector: Float64Array
  tables: Readonly<Record<Scene, ValueWeights>>
  vectors: Readonly<Record<Scene | 'common', Float64Array>>
  readonly #platform = new Float64Array(actionCount)
  readonly #rates = new Float64Array(actionCount)
  readonly #merits: Merits = { age: 0, quantile: 0, gain: 0 }

  constructor(config: RecommenderConfig, seed: number) {
    this.config = config
    this.seed = seed
    this.weights = { common: config.weights, scenes: {} }
    this.tables = tablesOf(this.weights)
    this.vectors = vectorsOf(this.weights.common, this.tables)
    this.weightVector = this.vectors.common
    this.stages = new Stages(config.guaranteedImpressions)
    this.pool = new Pool(this.items, config.guaranteedImpressions, this.stages)
    this.totals.reach(2)
    this.learned = new Learned(config.learnedRanker)
    this.people.onGone = p => this.learned.drop(p)
  }

  maker(id: string): number {
    const at = this.makers.intern(id)
    if (at >= this.makerHidden.length) this.makerHidden = grown(this.makerHidden, at + 1)
    this.makerCounters.reach(at + 1)
    return at
  }

  /** The integer of a tag in lower case; -1 when there are too many tags. */
  tag(text: string): number {
    const name = tagName(text)
    if (name === '') return -1
    if (this.tags.size >= this.config.maxTags && this.tags.find(name) < 0) {
      this.damped.tags_full++
      return -1
    }
    const at = this.tags.intern(name)
    if (at >= this.tagItems.length) this.tagItems = grown(this.tagItems, at + 1)
    return at
  }

  /** Other tables of value weights from now on. Values of items follow with their next event. */
  reweigh(weights: WeightTables): void {
    this.weights = weights
    this.tables = tablesOf(weights)
    this.vectors = vectorsOf(weights.common, this.tables)
    this.weightVector = this.vectors.common
  }

  /** Writes the item's value to nobody in particular, as of now: after its counters changed and when it is published. */
  appraise(i: number): void {
    platformRates(this, this.items.kind(i), this.now, this.#platform)
    baseRates(this, i, this.now, this.#platform, this.#rates)
    meritsOf(this, i, this.now, this.#merits)
    this.items.setQuality(i, value(this.weightVector, this.#rates, this.#merits))
  }

  /** Everything that is learned, both ways; see `Keeper`. What can be derived from it is not kept. */
  keep(k: Keeper): void {
    this.position = k.big(this.position)
    this.now = k.number(this.now)
    this.events = k.number(this.events)
    this.leaps = k.number(this.leaps)
    this.#keepWeights(k)
    for (const names of [this.tags, this.categories, this.makers]) names.keep(k)
    this.items.keep(k)
    this.people.keep(k)
    this.words.keep(k, this.items.length)
    this.trained.keep(k, this.items)
    this.makerHidden = k.column(this.makerHidden)
    this.tagItems = k.column(this.tagItems)
    for (const counters of [this.counters, this.makerCounters, this.totals]) counters.keepAll(k)
    this.covisitation.keep(k)
    for (const part of [this.hotKind, this.hotTag, this.tagNewest, this.makerNewest, this.showing, this.pool]) part.keep(k)
    for (const part of [this.quantiles, this.gains, this.stages]) part.keep(k)
    for (const why of Object.keys(this.damped) as Damped[]) this.damped[why] = k.number(this.damped[why])
    this.learned.keep(k)
    this.recentIds = new Set(k.texts([...this.recentIds]))
    this.olderIds = new Set(k.texts([...this.olderIds]))
  }

  /** The common table and what scenes weigh otherwise: NaN where they don't. */
  #keepWeights(k: Keeper): void {
    const names = Object.keys(valueWeights) as (keyof ValueWeights)[]
    const { common, scenes: byScene } = this.weights
    const rows = [common, ...scenes.map(scene => byScene[scene])]
    const kept = k.column(Float64Array.from(rows.flatMap(row => names.map(name => row?.[name] ?? Number.NaN))))
    const [read, ...others] = rows.map((_, r) =>
      Object.fromEntries(
        names.map((name, n) => [name, kept[r * names.length + n]!] as const).filter(([, w]) => !Number.isNaN(w)),
      ),
    )
    const given = scenes.map((scene, n) => [scene, others[n]!] as const).filter(([, row]) => Object.keys(row).length > 0)
    this.reweigh({ common: read as ValueWeights, scenes: Object.fromEntries(given) })
  }

  get bytes(): number {
    const rings = [...this.people.rings, this.tagNewest, this.makerNewest, this.showing]
    const columns = this.items.capacity * (140 + 4 * actionCount * halfLives.length)
    return (
      rings.reduce((n, ring) => n + ring.bytes, 0) +
      columns +
      this.covisitation.bytes +
      this.people.sessions.bytes +
      this.words.bytes +
      this.trained.bytes +
      this.quantiles.bytes +
      this.gains.bytes +
      this.stages.bytes +
      this.learned.bytes
    )
  }
}

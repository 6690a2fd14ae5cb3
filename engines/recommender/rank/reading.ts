import {
  countBucket,
  countBuckets,
  factBuckets,
  gapBucket,
  gapBuckets,
  hourOf,
  hours,
  idBucket,
  lengthBucket,
  lengthBuckets,
  pairState,
  pairStates,
  rareBucket,
  rareBuckets,
  rateBucket,
  rateBuckets,
} from './buckets.ts'
import { type Families, families, familyOf, type Places } from './families.ts'
import { type FactorExample, listLength } from './fwfm.ts'
import { ringLength, trait, traitCount } from './persons.ts'
import { type Context, type RankSettings, scenes } from './types.ts'

const personFamily = familyOf.person as number
const itemFamily = familyOf.item as number
/** Weight of a list member against the one after it. */
const fading = 0.95

/** Fields of the factorisation machine, in order; the facts of the person follow, then the two lists: good and other watches. */
export const fieldNames = ['person', 'item', 'author', 'tag', 'scene', 'length', 'hour', 'sound'] as const
export const stateNames = ['personRate', 'itemRate', 'personCount', 'pair', 'gap', 'personRare'] as const
const stateSizes = [rateBuckets, rateBuckets, countBuckets, pairStates, gapBuckets, rareBuckets]
const firstState = fieldNames.length
const firstFact = firstState + stateNames.length

/** Rows of each field. */
export const fieldSizes = (f: Families, settings: RankSettings): number[] => [
  f.persons.rows.capacity,
  f.items.capacity,
  f.authors.capacity,
  f.tags.capacity,
  scenes,
  lengthBuckets,
  hours,
  f.sounds.capacity,
  ...stateSizes,
  ...new Array<number>(settings.facts).fill(factBuckets),
]
/** Fields that are the same for every candidate of a request. */
export const constantFields = (settings: RankSettings): number[] => {
  const end = firstFact + settings.facts
  const facts = Array.from({ length: settings.facts }, (_, i) => firstFact + i)
  return [0, 4, 6, firstState, firstState + 2, firstState + 4, firstState + 5, ...facts, end, end + 1]
}

/** Everything that one context says, looked up once for all experts. Reused. */
export class Reading implements Places {
  person = -1
  item = -1
  author = -1
  tag = -1
  sound = -1
  scene = 0
  length = 0
  hourOfDay = 0
  hour = 0
  readonly rows = new Int32Array(families.length)
  readonly keeps = new Float64Array(families.length)
  readonly factor: FactorExample
  /** Seconds since the person's last impression. */
  gap = 0
  /** Length of the clip. */
  seconds = 0
  /** The last time the pair was shown: its marks and how long ago; no marks and not seen = never. */
  pairSeen = false
  pairMark = 0
  pairAge = 0
  readonly #settings: RankSettings
  readonly #rare: number

  constructor(settings: RankSettings) {
    this.#settings = settings
    this.#rare = Math.max(0, settings.heads.filter(h => h.rich).length - 1)
    this.factor = {
      rows: new Int32Array(firstFact + settings.facts),
      members: new Int32Array(2 * listLength),
      memberWeights: new Float32Array(2 * listLength),
      lengths: new Int32Array(2),
    }
  }

  /** What does not depend on rows. */
  open(c: Context, epochMs: number): void {
    this.scene = idBucket(c.scene, scenes)
    this.length = lengthBucket(c.durationMs)
    this.seconds = c.durationMs / 1000
    this.hourOfDay = hourOf(c.timeMs)
    this.hour = Math.max(0, (c.timeMs - epochMs) / 3_600_000)
  }

  /** Reads the state at the rows that `families` has put here. */
  look(f: Families, c: Context): void {
    for (let k = 0; k < families.length; k++) this.keeps[k] = f.tallies[k]!.keep(this.rows[k]!, this.hour)
    this.#past(f)
    const last = this.person < 0 ? 0 : f.persons.lastMs[this.person]!
    this.gap = last === 0 ? 1e7 : Math.max(0, (c.timeMs - last) / 1000)
    const r = this.factor.rows
    r[0] = this.person
    r[1] = this.item
    r[2] = this.author
    r[3] = this.tag
    r[4] = this.scene
    r[5] = this.length
    r[6] = this.hourOfDay
    r[7] = this.sound
    const n = this.count(f, personFamily, 0)
    r[firstState] = rateBucket(this.sum(f, personFamily, 0) + 1.6, n + 5)
    r[firstState + 1] = rateBucket(this.sum(f, itemFamily, 0) + 6.6, this.count(f, itemFamily, 0) + 20)
    r[firstState + 2] = countBucket(n)
    r[firstState + 3] = pairState(this.pairSeen, (this.pairMark & 2) !== 0, this.pairAge)
    r[firstState + 4] = gapBucket(this.gap)
    r[firstState + 5] = rareBucket(this.sum(f, personFamily, this.#rare) + 0.02, this.count(f, personFamily, this.#rare) + 1)
    for (let k = 0; k < this.#settings.facts; k++) r[firstFact + k] = idBucket(c.facts[k] ?? -1, factBuckets)
  }

  /** Decayed impressions of a family's row with a known label of the head. */
  count(f: Families, family: number, head: number): number {
    const row = this.rows[family]!
    const t = f.tallies[family]!
    return row < 0 ? 0 : this.keeps[family]! * t.values[row * t.width + head * 2]!
  }

  sum(f: Families, family: number, head: number): number {
    const row = this.rows[family]!
    const t = f.tallies[family]!
    return row < 0 ? 0 : this.keeps[family]! * t.values[row * t.width + head * 2 + 1]!
  }

  /** Walks the person's ring from the newest: the two lists, and the last time of this pair. */
  #past({ persons, items }: Families): void {
    const { members, memberWeights, lengths } = this.factor
    lengths[0] = lengths[1] = 0
    this.pairSeen = false
    this.pairMark = 0
    this.pairAge = 0
    if (this.person < 0) return
    const base = this.person * ringLength
    const pushed = persons.pushed[this.person]!
    const weights = [1, 1]
    for (let k = 1; k <= Math.min(pushed, ringLength); k++) {
      const slot = base + ((pushed - k) % ringLength)
      const coded = persons.items[slot]!
      const item = coded & 0xffffff
      if (items.generation[item] !== coded >>> 24) continue
      const mark = persons.marks[slot]!
      if (item === this.item && !this.pairSeen) {
        this.pairSeen = true
        this.pairMark = mark
        this.pairAge = Math.max(0, this.hour - persons.at[slot]!)
      }
      if ((mark & 1) === 0) continue
      const list = mark & 2 ? 0 : 1
      const n = lengths[list]!
      if (n >= listLength) continue
      members[list * listLength + n] = item
      memberWeights[list * listLength + n] = weights[list]!
      weights[list]! *= fading
      lengths[list] = n + 1
    }
  }

  /** The item as rings keep it: its row and generation. */
  coded(f: Families): number {
    return this.item | (f.items.generation[this.item]! << 24)
  }

  /** One running figure of the person. */
  trait(f: Families, name: keyof typeof trait): number {
    return this.person < 0 ? 0 : f.persons.traits[this.person * traitCount + trait[name]]!
  }
}

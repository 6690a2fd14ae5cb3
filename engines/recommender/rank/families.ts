import { hours, idBucket, lengthBuckets } from './buckets.ts'
import { Persons } from './persons.ts'
import { Rows } from './rows.ts'
import { Tallies } from './tallies.ts'
import { type Context, type Memory, type RankSettings, type Remembering, scenes } from './types.ts'

/**
 * What is counted. `k`: impressions that the rate of everybody is worth against those of the row. `full`: counts every head, not the rich ones only.
 * `person`: part of a person's state. `constant`: the same for every candidate of one request.
 */
interface Family {
  readonly name: string
  readonly k: number
  readonly full: boolean
  readonly person: boolean
  readonly constant: boolean
}
const family = (name: string, k: number, of: Partial<Family> = {}): Family => ({
  name,
  k,
  full: of.full ?? false,
  person: of.person ?? false,
  constant: of.constant ?? false,
})
export const families: readonly Family[] = [
  family('item', 20, { full: true }),
  family('person', 5, { full: true, person: true, constant: true }),
  family('author', 10, { full: true }),
  family('tag', 30, { full: true }),
  family('scene', 20, { full: true, constant: true }),
  family('person-tag', 3, { person: true }),
  family('person-length', 4, { person: true }),
  family('person-scene', 4, { person: true, constant: true }),
  family('person-author', 2, { person: true }),
  family('length-scene', 20),
  family('item-scene', 20),
  family('tag-scene', 20),
  family('sound', 10),
  family('fact-scene', 50, { constant: true }),
  family('hour', 50, { constant: true }),
]
export const familyOf = Object.freeze(Object.fromEntries(families.map((f, i) => [f.name, i]))) as Readonly<Record<string, number>>
/** Families of pairs, and how much of the room for pairs each gets. */
const pairShares = [
  ['person-tag', 1],
  ['person-length', 1],
  ['person-scene', 1 / 4],
  ['person-author', 1 / 2],
  ['item-scene', 1 / 4],
  ['tag-scene', 1 / 16],
].map(([name, share]) => [familyOf[name as string] as number, share as number] as const)
const halfLifeHours = 24 * 45
const facts = 32

/** Rows of one context: of its things, and of each family. -1 where nothing is known yet. */
export interface Places {
  person: number
  item: number
  author: number
  tag: number
  sound: number
  scene: number
  length: number
  hourOfDay: number
  /** Hours since the first event. */
  hour: number
  readonly rows: Int32Array
}

type Kind = 'person' | 'item' | 'author' | 'tag' | 'sound'

/** All tallies and the rows they stand in. */
export class Families implements Remembering {
  readonly persons: Persons
  readonly items: Rows
  readonly authors: Rows
  readonly tags: Rows
  readonly sounds: Rows
  readonly tallies: readonly Tallies[]
  /** Pair families by index. */
  readonly #pairs: ReadonlyMap<number, Rows>
  readonly #onFresh: (kind: Kind, row: number) => void
  /** True when the last `take` made a row. */
  fresh = false

  constructor(settings: RankSettings, onFresh: (kind: Kind, row: number) => void) {
    const { room, heads } = settings
    this.#onFresh = onFresh
    this.persons = new Persons(room.persons)
    this.items = new Rows(room.items)
    this.authors = new Rows(room.authors)
    this.tags = new Rows(room.tags)
    this.sounds = new Rows(room.sounds)
    const rich = heads.filter(h => h.rich).length
    this.#pairs = new Map(pairShares.map(([f, share]) => [f, new Rows(room.pairs * share)]))
    const sizes = [this.items, this.persons.rows, this.authors, this.tags].map(r => r.capacity)
    const small: Record<number, number> = {
      4: scenes,
      9: lengthBuckets * scenes,
      12: this.sounds.capacity,
      13: facts * scenes,
      14: hours,
    }
    this.tallies = families.map((f, i) => {
      const rows = sizes[i] ?? small[i] ?? (this.#pairs.get(i) as Rows).capacity
      return new Tallies(rows, { heads: f.full ? heads.length : rich, rich, halfLifeHours })
    })
  }

  /** Rows that exist. */
  find(c: Context, at: Places): void {
    at.person = this.persons.rows.find(c.person, 0)
    at.item = this.items.find(c.item, 0)
    at.author = c.author < 0 ? -1 : this.authors.find(c.author, 0)
    at.tag = c.tag < 0 ? -1 : this.tags.find(c.tag, 0)
    at.sound = c.sound < 0 ? -1 : this.sounds.find(c.sound, 0)
    this.#small(c, at)
    for (const [f, rows] of this.#pairs)
      at.rows[f] = this.#left(f, c) < 0 ? -1 : rows.find(this.#left(f, c), this.#right(f, c, at))
  }

  /** The same; rows that are missing are made. */
  take(c: Context, at: Places): void {
    this.fresh = false
    at.person = this.#take(this.persons.rows, 'person', c.person)
    at.item = this.#take(this.items, 'item', c.item)
    at.author = this.#take(this.authors, 'author', c.author)
    at.tag = this.#take(this.tags, 'tag', c.tag)
    at.sound = this.#take(this.sounds, 'sound', c.sound)
    this.#small(c, at)
    for (const [f, rows] of this.#pairs) {
      const left = this.#left(f, c)
      const row = left < 0 || this.#right(f, c, at) < 0 ? -1 : rows.take(left, this.#right(f, c, at))
      if (row >= 0 && rows.fresh) this.#made(f, row)
      at.rows[f] = row
    }
  }

  #made(family: number, row: number): void {
    this.tallies[family]!.clear(row)
    this.fresh = true
  }

  #take(rows: Rows, kind: Kind, id: number): number {
    if (id < 0) return -1
    const row = rows.take(id, 0)
    if (rows.fresh) {
      const f = familyOf[kind]!
      this.#made(f, row)
      if (kind === 'person') this.persons.clear(row)
      this.#onFresh(kind, row)
    }
    return row
  }

  #small(c: Context, at: Places): void {
    const r = at.rows
    r[0] = at.item
    r[1] = at.person
    r[2] = at.author
    r[3] = at.tag
    r[4] = at.scene
    r[9] = at.length * scenes + at.scene
    r[12] = at.sound
    r[13] = idBucket(c.facts[0] ?? -1, facts) * scenes + at.scene
    r[14] = at.hourOfDay
  }

  #left(f: number, c: Context): number {
    return f < 9 ? c.person : f === 10 ? c.item : c.tag
  }

  #right(f: number, c: Context, at: Places): number {
    return f === 5 ? c.tag : f === 6 ? at.length : f === 8 ? c.author : at.scene
  }

  memory(): readonly Memory[] {
    const rows = [this.items, this.authors, this.tags, this.sounds, ...this.#pairs.values()]
    return [this.persons, ...rows, ...this.tallies].flatMap(p => p.memory())
  }
}

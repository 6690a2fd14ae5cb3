import type { Dataset, Impressions } from './dataset.ts'
import type { Liked } from './low-rank.ts'

const hourMs = 3_600_000
/** Counts are kept in the units of a moment; it moves on after this long, before they grow out of a number. */
const longestMs = 100 * hourMs

/** What counts as good: actions of the train part, rows of the impressions. */
export interface Goods {
  readonly train: (action: number) => boolean
  readonly row: (row: number) => boolean
}

/** Counts by item that halve in a half-life: values[i]·keep(now). */
export class Decayed {
  readonly values: Float64Array
  readonly #halfLifeMs: number
  #at = Number.NEGATIVE_INFINITY

  constructor(items: number, halfLifeHours: number) {
    this.values = new Float64Array(items)
    this.#halfLifeMs = halfLifeHours * hourMs
  }

  keep(timeMs: number): number {
    return 2 ** (-(timeMs - this.#at) / this.#halfLifeMs)
  }

  add(item: number, timeMs: number): void {
    if (timeMs - this.#at > longestMs) {
      const by = Number.isFinite(this.#at) ? this.keep(timeMs) : 0
      for (let i = 0; i < this.values.length; i++) this.values[i]! *= by
      this.#at = timeMs
    }
    this.values[item]! += 1 / this.keep(timeMs)
  }
}

/** What everybody was shown and found good so far. */
export class Past {
  /** Good over 12 hours, shown over 6, shown over 1. */
  readonly counts: readonly [Decayed, Decayed, Decayed]
  readonly #seen: Set<number>[]
  readonly #lists: { readonly shown: number[][]; readonly good: number[][] }
  readonly #items: number

  constructor(data: Dataset, users: number, goods: Goods) {
    this.#items = data.itemNames.length
    this.counts = [new Decayed(this.#items, 12), new Decayed(this.#items, 6), new Decayed(this.#items, 1)]
    this.#seen = Array.from({ length: users }, () => new Set<number>())
    this.#lists = { shown: this.#seen.map(() => []), good: this.#seen.map(() => []) }
    const { offsets, items, actions } = data.train
    for (let u = 0; u + 1 < offsets.length; u++)
      for (let r = offsets[u]!; r < offsets[u + 1]!; r++) this.#see(u, items[r]!, goods.train(actions[r]!))
  }

  #see(user: number, item: number, good: boolean): void {
    this.#seen[user]!.add(item)
    this.#lists.shown[user]!.push(item)
    if (good) this.#lists.good[user]!.push(item)
  }

  add(rows: Impressions, r: number, good: boolean): void {
    const item = rows.item[r]!
    this.#see(rows.user[r]!, item, good)
    const [goods, shown, now] = this.counts
    const timeMs = rows.timeMs[r]!
    if (good) goods.add(item, timeMs)
    shown.add(item, timeMs)
    now.add(item, timeMs)
  }

  saw = (user: number, item: number): boolean => this.#seen[user]!.has(item)
  seenBy = (user: number): ReadonlySet<number> => this.#seen[user]!

  /** The last n of a person, newest first, each once. */
  last(what: 'shown' | 'good', user: number, n: number): number[] {
    return [...new Set(this.#lists[what][user]!.slice(-n).reverse())]
  }

  /** Everybody's items, each once a person. */
  liked(what: 'shown' | 'good'): Liked {
    const lists = this.#lists[what].map(list => [...new Set(list)])
    const offsets = new Int32Array(lists.length + 1)
    lists.forEach((list, u) => void (offsets[u + 1] = offsets[u]! + list.length))
    return { offsets, items: Int32Array.from(lists.flat()), itemCount: this.#items }
  }
}

import { seeded } from '#base/kernel'
import type { Person } from './client.ts'
import type { Head } from './heads.ts'
import type { World } from './publish-world.ts'
import type { Impression } from './read-log.ts'

const dayMs = 86_400_000
const leastPoints = 5
const peopleAtOnce = 200
const cut = 20
const seed = 1

/**
 * Recall@20 of what is served: at every simulated day, and at five points at least, a sample of people is served a page of 20; the share
 * of the items that each of them has not seen, and will be found to have watched long later in the log, that stand on it.
 */
export class PageRecall {
  readonly #rows: readonly Impression[]
  readonly #main: Head
  readonly #everyMs: number
  readonly #random = seeded(seed)
  /** Rows of each person. */
  readonly #of: ReadonlyMap<string, readonly number[]>
  #next: number
  #sum = 0
  asked = 0

  constructor(rows: readonly Impression[], main: Head) {
    this.#rows = rows
    this.#main = main
    const first = rows[0]?.timeMs ?? 0
    this.#everyMs = Math.max(1, Math.min(dayMs, ((rows.at(-1)?.timeMs ?? first) - first) / (leastPoints + 1)))
    this.#next = first + this.#everyMs
    this.#of = Map.groupBy(rows.keys(), r => (rows[r] as Impression).user)
  }

  /** Mean over the pages; NaN before the first. */
  get value(): number {
    return this.#sum / this.asked
  }

  /** Asks for pages when row `r` begins another stretch of time; its own label is not known yet. */
  async at(r: number, world: World): Promise<void> {
    if ((this.#rows[r] as Impression).timeMs < this.#next) return
    while ((this.#rows[r] as Impression).timeMs >= this.#next) this.#next += this.#everyMs
    for (const [user, wanted] of this.#sample(r)) {
      const person = world.people.get(user) as Person
      const { slides } = await person.call<{ slides: { id: string }[] }>('GET', `/v1/feed?limit=${cut}`)
      const page = new Set(slides.map(s => s.id))
      this.#sum += wanted.filter(item => page.has(world.posts.get(item)?.id ?? '')).length / wanted.length
      this.asked++
    }
  }

  /** People drawn evenly from those who have something to find, with what that is. */
  #sample(r: number): [string, string[]][] {
    const all = [...this.#of].flatMap(([user, rows]): [string, string[]][] => {
      const seen = new Set(rows.filter(k => k < r).map(k => this.#rows[k]?.item))
      const good = rows.filter(k => k >= r && this.#main.label(this.#rows[k] as Impression) === 1)
      const wanted = [...new Set(good.map(k => (this.#rows[k] as Impression).item))].filter(item => !seen.has(item))
      return wanted.length > 0 ? [[user, wanted]] : []
    })
    for (let k = 0; k < Math.min(peopleAtOnce, all.length); k++) {
      const other = k + Math.floor(this.#random() * (all.length - k))
      ;[all[k], all[other]] = [all[other] as [string, string[]], all[k] as [string, string[]]]
    }
    return all.slice(0, peopleAtOnce)
  }
}

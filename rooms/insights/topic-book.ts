import type { LoggedEvent } from '#base/catalogue'
import { outcome } from '#engines/recommender'
import type { Heads } from './heads.ts'

/** People are counted so far and no further: a topic that so many want is not quiet. */
export const mostFans = 20
const days = 7
const dayMs = 86_400_000

/** Who wanted a post of a topic in the last days, whoever's it was: liked, saved, commented, shared or watched to the end. */
export class TopicBook {
  readonly #heads: Heads
  readonly #posts = new Map<string, { readonly author: string; readonly tags: readonly string[]; readonly durationMs: number }>()
  /** By topic and day, at most `mostFans` a day. */
  readonly #fans = new Map<string, Map<number, Set<number>>>()

  constructor(heads: Heads) {
    this.#heads = heads
  }

  begin({ subject, data }: LoggedEvent<'post.published'>): void {
    const tags = [...new Set(data.tags.map(t => t.trim().toLowerCase()))]
    if (tags.length > 0) this.#posts.set(subject.id, { author: data.author, tags, durationMs: data.durationMs ?? 0 })
  }

  /** Something wanted of a post; a view counts when it went to the end. */
  want(event: LoggedEvent, post: string | undefined): void {
    const known = post === undefined ? undefined : this.#posts.get(post)
    if (!known || event.person === null || known.author === event.person) return
    if (event.name === 'post.viewed') {
      const length = known.durationMs > 0 ? known.durationMs : event.data.durationMs
      if (outcome(event.data.ms, length, event.data.exit) !== 'finish') return
    }
    const day = Math.floor(event.at.getTime() / dayMs)
    for (const tag of known.tags) {
      const byDay = this.#fans.get(tag) ?? new Map<number, Set<number>>()
      this.#fans.set(tag, byDay)
      const fans = byDay.get(day) ?? new Set<number>()
      if (!byDay.has(day)) for (const old of byDay.keys()) if (old <= day - days) byDay.delete(old)
      byDay.set(day, fans)
      if (fans.size < mostFans) fans.add(this.#heads.of(event.person))
    }
  }

  /** How many people wanted a post with any of this one's topics in the last seven days, counted to `mostFans`; null when it has none. */
  of(post: string, now: Date): number | null {
    const known = this.#posts.get(post)
    if (!known) return null
    const day = Math.floor(now.getTime() / dayMs)
    const all = new Set<number>()
    for (const tag of known.tags)
      for (const [at, fans] of this.#fans.get(tag) ?? []) if (at > day - days) for (const n of fans) all.add(n)
    return Math.min(mostFans, this.#heads.count(all))
  }
}

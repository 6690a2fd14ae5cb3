import type { LoggedEvent } from '#base/catalogue'

/** What happened around a post since it was published, without what its author did. */
export interface PostNumbers {
  readonly post: string
  /** Times it was in view for at least two seconds. */
  readonly impressions: number
  /** Times it was left after having been watched, and the milliseconds of all of them together. */
  readonly watched: number
  readonly watchedMs: number
  /** Times a product was opened from it. */
  readonly clicks: number
  /** Paid orders with a line that was found in it; later refunds don't change them. */
  readonly orders: number
  /** Share links of it that were made. */
  readonly shares: number
}
export type Tally = { -readonly [K in keyof Omit<PostNumbers, 'post'>]: number }
interface Known {
  readonly author: string
  readonly shop: string | null
  readonly tally: Tally
  /** End of its first hour, and what happened until then. */
  readonly firstUntil: number
  readonly first: Tally
}
const hourMs = 3_600_000
const nothing = (): Tally => ({ impressions: 0, watched: 0, watchedMs: 0, clicks: 0, orders: 0, shares: 0 })

/** Six figures a post, and again for its first hour, each a sum: what is learned twice from the same log is the same. */
export class PostBook {
  readonly #posts = new Map<string, Known>()

  learn(event: LoggedEvent): void {
    if (event.name === 'post.published') {
      if (!this.#posts.has(event.subject.id))
        this.#posts.set(event.subject.id, {
          author: event.data.author,
          shop: event.data.shop,
          tally: nothing(),
          firstUntil: event.at.getTime() + hourMs,
          first: nothing(),
        })
    } else if (event.name === 'post.impression') this.#add(event, event.subject.id, t => t.impressions++)
    else if (event.name === 'post.viewed') {
      const { ms } = event.data
      this.#add(event, event.subject.id, t => {
        t.watched++
        t.watchedMs += ms
      })
    } else if (event.name === 'product.clicked') this.#add(event, event.source?.post, t => t.clicks++)
    else if (event.name === 'share.created' && event.data.about.kind === 'post')
      this.#add(event, event.data.about.id, t => t.shares++)
    else if (event.name === 'order.paid')
      for (const post of new Set(event.data.lines.map(l => l.source?.post))) this.#add(event, post, t => t.orders++)
  }

  /** Those of `posts` that were published for this shop; the others are missing. */
  of(shop: string, posts: readonly string[]): PostNumbers[] {
    return posts.flatMap(post => {
      const known = this.#posts.get(post)
      return known?.shop === shop ? [{ post, ...known.tally }] : []
    })
  }

  /** One post with its first hour, whoever's it is: who may read it, the caller has decided. */
  one(post: string): { author: string; shop: string | null; all: Tally; firstHour: Tally } | null {
    const known = this.#posts.get(post)
    return known ? { author: known.author, shop: known.shop, all: known.tally, firstHour: known.first } : null
  }

  #add(event: LoggedEvent, post: string | undefined, count: (tally: Tally) => void): void {
    const known = post === undefined ? undefined : this.#posts.get(post)
    if (!known || known.author === event.person) return
    count(known.tally)
    if (event.at.getTime() < known.firstUntil) count(known.first)
  }
}

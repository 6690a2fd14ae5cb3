import type { LoggedEvent } from '#base/catalogue'
import { type Phase, phaseOf } from '#engines/loop'

/** What brought somebody to a phase: somebody's share, a clip, a search, or nothing that the log knows. */
export const wayKinds = ['share', 'post', 'search', 'direct'] as const
export type WayKind = (typeof wayKinds)[number]
export interface Ways {
  /** Distinct people by what brought them, each under the first that did on a day; a person may stand under several. */
  readonly ways: readonly { readonly kind: WayKind; readonly people: number }[]
  /** The clips that brought most of them. */
  readonly posts: readonly { readonly post: string; readonly people: number }[]
}
const dayMs = 86_400_000
const kept = 92
interface Day {
  readonly met: Set<string>
  readonly ways: Map<string, Set<string>>
}

/** The first thing that brought a person to a phase of a shop, each day for 92 days. By the phase that an event is there for. */
export class WayBook {
  readonly #days = new Map<string, Map<number, Day>>()

  learn(event: LoggedEvent, shops: readonly string[]): void {
    const phase = phaseOf[event.name]
    if (phase === null || event.person === null) return
    const day = Math.floor(event.at.getTime() / dayMs)
    const way = wayOf(event)
    for (const shop of new Set(shops)) {
      const days = this.#days.get(`${shop} ${phase}`) ?? new Map<number, Day>()
      this.#days.set(`${shop} ${phase}`, days)
      if (!days.has(day)) for (const old of days.keys()) if (old <= day - kept) days.delete(old)
      const today = days.get(day) ?? { met: new Set(), ways: new Map() }
      days.set(day, today)
      if (today.met.has(event.person)) continue
      today.met.add(event.person)
      today.ways.set(way, (today.ways.get(way) ?? new Set()).add(event.person))
    }
  }

  of(shop: string, phase: Phase, now: Date, days: number): Ways {
    const last = Math.floor(now.getTime() / dayMs)
    const people = new Map<string, Set<string>>()
    for (const [day, { ways }] of this.#days.get(`${shop} ${phase}`) ?? [])
      if (day > last - days && day <= last)
        for (const [way, who] of ways) people.set(way, new Set([...(people.get(way) ?? []), ...who]))
    const kinds = new Map<WayKind, Set<string>>()
    for (const [way, who] of people) {
      const kind = way.split(' ')[0] as WayKind
      kinds.set(kind, new Set([...(kinds.get(kind) ?? []), ...who]))
    }
    const posts = [...people]
      .filter(([way]) => way.startsWith('post '))
      .map(([way, who]) => ({ post: way.slice(5), people: who.size }))
    return {
      ways: wayKinds.flatMap(kind => (kinds.has(kind) ? [{ kind, people: kinds.get(kind)?.size ?? 0 }] : [])),
      posts: posts.sort((a, b) => b.people - a.people || (a.post < b.post ? -1 : 1)).slice(0, 5),
    }
  }
}

function wayOf(event: LoggedEvent): string {
  if (event.source?.share || event.name === 'share.opened') return 'share'
  const line = event.name === 'order.paid' ? event.data.lines.find(l => l.source)?.source : null
  if (line?.share) return 'share'
  const post = event.source?.post ?? line?.post ?? (event.subject.kind === 'post' ? event.subject.id : undefined)
  if (post) return `post ${post}`
  return event.name === 'search.performed' || (event.name === 'product.clicked' && event.data.surface === 'search')
    ? 'search'
    : 'direct'
}

import type { LoggedEvent } from '#base/catalogue'

/** Where a sight of a post came from: a share link, or the list that showed it. */
export type From = 'share' | 'for_you' | 'following' | 'other'
export interface Views {
  readonly published: Date
  readonly durationMs: number
  readonly stepMs: number
  /** `kept[s]`: views in which it was watched for at least s steps; `kept[0]` are all, the last are those to the end. */
  readonly kept: readonly number[]
  /** Times in view for at least two seconds, by where from; the most first. */
  readonly reach: readonly { readonly from: From; readonly impressions: number }[]
}
interface Known {
  readonly author: string
  readonly published: Date
  readonly durationMs: number
  readonly stepMs: number
  /** Views that ended within step s; the last place is for those to the end. Made with the first view. */
  left: Uint32Array | null
  readonly reach: Map<From, number>
}
/** A curve has at most so many steps; of short clips each is a second. */
const mostSteps = 60
/** The player leaves a loop a little before or after its end. */
const endMs = 250

/**
 * How long each post was watched and where its viewers came from, without what its author did. A view tells how long was watched, not which part:
 * who jumps on or watches twice counts by the time alone.
 */
export class ViewBook {
  readonly #posts = new Map<string, Known>()

  learn(event: LoggedEvent): void {
    if (event.name === 'post.published') this.#begin(event)
    else if (event.name === 'post.impression') {
      const known = this.#of(event)
      const from = fromOf(event)
      known?.reach.set(from, (known.reach.get(from) ?? 0) + 1)
    } else if (event.name === 'post.viewed') this.#view(event)
  }

  /** Null: no such post was ever published. */
  of(post: string): Views | null {
    const known = this.#posts.get(post)
    if (!known) return null
    const { published, durationMs, stepMs, left, reach } = known
    const kept: number[] = []
    let rest = left?.reduce((a, b) => a + b, 0) ?? 0
    for (const ended of left ?? []) {
      kept.push(rest)
      rest -= ended
    }
    const list = [...reach].map(([from, impressions]) => ({ from, impressions })).sort((a, b) => b.impressions - a.impressions)
    return { published, durationMs, stepMs, kept, reach: list }
  }

  #begin(event: LoggedEvent<'post.published'>): void {
    if (this.#posts.has(event.subject.id)) return
    const durationMs = event.data.durationMs ?? 0
    const stepMs = Math.max(1000, Math.ceil(durationMs / mostSteps))
    this.#posts.set(event.subject.id, {
      author: event.data.author,
      published: event.at,
      durationMs,
      stepMs,
      left: null,
      reach: new Map(),
    })
  }
  #view(event: LoggedEvent<'post.viewed'>): void {
    const known = this.#of(event)
    if (!known || known.durationMs === 0) return
    const steps = Math.ceil(known.durationMs / known.stepMs)
    known.left ??= new Uint32Array(steps + 1)
    const { ms } = event.data
    const at = ms >= known.durationMs - endMs ? steps : Math.min(steps - 1, Math.floor(ms / known.stepMs))
    known.left[at] = (known.left[at] ?? 0) + 1
  }
  #of(event: LoggedEvent): Known | undefined {
    const known = this.#posts.get(event.subject.id)
    return known?.author === event.person ? undefined : known
  }
}

function fromOf({ source, surface }: LoggedEvent): From {
  if (source?.share) return 'share'
  return surface === 'for_you' || surface === 'following' ? surface : 'other'
}

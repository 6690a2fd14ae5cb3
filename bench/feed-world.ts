import { seeded } from '#base/kernel'

/**
 * A large world for load: posts of topics, of which few have many, and people who come with four topics each. Popularity is Zipf-like: few
 * posts and few people have most of what happens. Seeded, and the same for whoever is measured.
 */
export interface WorldSize {
  readonly posts: number
  readonly people: number
  readonly events: number
}
/** One thing that somebody did; numbers are those of posts and people. */
export interface Deed {
  readonly person: number
  readonly post: number
  readonly at: Date
  readonly liked: boolean
  /** Milliseconds that were watched of a clip of `clipMs`. */
  readonly ms: number
}
export const clipMs = 3000
const topics = 200
const dayMs = 86_400_000
const id = (prefix: string, n: number) => `${prefix}_${n.toString(36).padStart(26, '0')}`
export const postId = (n: number): string => id('pst', n)
export const personId = (n: number): string => id('per', n)

export function worldOf(size: WorldSize) {
  const random = seeded(20_261_125)
  const start = Date.now() - 14 * dayMs
  const topicOf = Int32Array.from({ length: size.posts }, () => Math.floor(random() ** 1.6 * topics))
  const byTopic: number[][] = Array.from({ length: topics }, () => [])
  for (const [n, topic] of topicOf.entries()) byTopic[topic]?.push(n)
  const taste = (p: number, k: number) => Math.floor(seeded(p * 4 + k)() ** 1.6 * topics)
  return {
    size,
    tagOf: (post: number) => `t${topicOf[post]}`,
    publishedAt: (post: number) => new Date(start + (post / size.posts) * 13 * dayMs),
    /** In order of time, the same ones each time it is asked of a new world. */
    *deeds(): Generator<Deed> {
      for (let k = 0; k < size.events; k++) {
        const at = new Date(start + 13 * dayMs + (k / size.events) * 86_000_000)
        const person = Math.floor(random() ** 1.3 * size.people)
        const own = byTopic[taste(person, Math.floor(random() * 4))] as number[]
        const post = own[Math.floor(random() ** 2 * own.length)] ?? 0
        yield { person, post, at, liked: random() < 0.08, ms: Math.floor(random() * 3500) }
      }
    },
  }
}
export type World = ReturnType<typeof worldOf>

/** Parts of at most `size`, each made when it is asked for. */
export function* parts<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = []
  for (const item of items) {
    part.push(item)
    if (part.length < size) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

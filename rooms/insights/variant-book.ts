import type { LoggedEvent } from '#base/catalogue'
import { outcome } from '#engines/recommender'
import { type Arm, testDays } from './best-variant.ts'

/** What people did who were shown one of the clips that a post tries: each counts once, with the first slot in which they saw it. */
export interface VariantCount extends Arm {
  readonly medium: string
  readonly finished: number
  readonly opened: number
}
export interface VariantTest {
  readonly author: string
  readonly begun: Date
  /** The post's own clip first. */
  readonly arms: readonly VariantCount[]
}

interface Test extends VariantTest {
  readonly arms: { -readonly [K in keyof VariantCount]: VariantCount[K] }[]
  readonly people: Set<string>
}
type Counted = 'stayed' | 'finished' | 'opened'
interface Slot {
  readonly test: Test
  readonly person: string
  /** Null until it was seen; false when it counts for nothing. */
  arm: VariantCount | false | null
  readonly counted: Set<Counted>
}
/** First seconds hold somebody who stays beyond them. */
export const stayedMs = 3000
/** A sight belongs to its slot as long as it is among the newest. */
const slotsKept = 65_536

/**
 * What came of the clips that posts try beside their own, sums of the log alone. A test begins anew when its clips change, and counts for `testDays`.
 * Only what the feed served to this very person counts, only clips that the post tries at that time, and nothing of its author.
 */
export class VariantBook {
  readonly #tests = new Map<string, Test>()
  readonly #slots = new Map<string, Slot>()

  learn(event: LoggedEvent): void {
    if (event.name === 'post.variants_set') this.#set(event)
    else if (this.#tests.size === 0) return
    else if (event.name === 'feed.served') this.#serve(event)
    else if (event.name === 'post.impression') this.#see(event, event.data.medium)
    else if (event.name === 'post.viewed') this.#view(event)
    else if (event.name === 'product.clicked' || event.name === 'cart.added')
      count(this.#slotOf(event, event.source?.post), 'opened')
  }

  /** Null: nothing is tried. */
  of(post: string): VariantTest | null {
    return this.#tests.get(post) ?? null
  }

  #set(event: LoggedEvent<'post.variants_set'>): void {
    const { media } = event.data
    this.#tests.delete(event.subject.id)
    if (media.length < 2 || event.person === null) return
    const arms = media.map(medium => ({ medium, shown: 0, stayed: 0, finished: 0, opened: 0 }))
    this.#tests.set(event.subject.id, { author: event.person, begun: event.at, arms, people: new Set() })
  }

  #serve(event: LoggedEvent<'feed.served'>): void {
    for (const { kind, id } of event.data.slots) {
      const test = kind === 'post' ? this.#tests.get(id) : undefined
      const { person } = event
      if (!test || person === null || person === test.author || isOver(test, event.at)) continue
      this.#slots.set(`${event.data.request} ${id}`, { test, person, arm: null, counted: new Set() })
    }
    while (this.#slots.size > slotsKept) this.#slots.delete(this.#slots.keys().next().value as string)
  }

  #slotOf(event: LoggedEvent, post: string | undefined): Slot | undefined {
    const slot = this.#slots.get(`${event.source?.request} ${post}`)
    return slot && slot.person === event.person && slot.test === this.#tests.get(post as string) ? slot : undefined
  }

  /** The first sight of a slot says which clip was shown; later ones can't change it. */
  #see(event: LoggedEvent<'post.impression' | 'post.viewed'>, medium: string | undefined): Slot | undefined {
    const slot = this.#slotOf(event, event.subject.id)
    if (slot?.arm !== null) return slot
    const arm = slot.test.arms.find(a => a.medium === medium)
    const counts = arm !== undefined && !slot.test.people.has(slot.person)
    slot.arm = counts && arm
    if (!counts) return slot
    arm.shown++
    slot.test.people.add(slot.person)
    return slot
  }

  #view(event: LoggedEvent<'post.viewed'>): void {
    const { ms, durationMs, exit, medium } = event.data
    const slot = this.#see(event, medium)
    if (ms >= stayedMs) count(slot, 'stayed')
    if (outcome(ms, durationMs, exit) === 'finish') count(slot, 'finished')
  }
}

const isOver = (test: Test, at: Date): boolean => at.getTime() - test.begun.getTime() >= testDays * 86_400_000

/** Once a slot, and only of one that was seen. */
function count(slot: Slot | undefined, what: Counted): void {
  if (!slot?.arm || slot.counted.has(what)) return
  slot.counted.add(what)
  ;(slot.arm as { -readonly [K in Counted]: number })[what]++
}

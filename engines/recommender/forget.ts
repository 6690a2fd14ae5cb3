import { maxTags } from './items.ts'
import type { State } from './state.ts'

/** Bit of an action mask: the person asked that it is not used any more. It stays in the ring, so that nobody counts twice by forgetting. */
export const forgotten = 1 << 30

/** Low bits of the time of a refusal: what the person said, and whether they asked that it says nothing of their taste any more. */
export const refusal = { report: 1, not_interested: 2, forgotten: 4 } as const

/**
 * Whatever a person did to items of a tag, or to all items when it is null, says nothing of their taste any more. What they refused stays
 * away, and what they saw stays seen; wanting or refusing an item anew brings it back.
 */
export function forget(s: State, p: number, tag: number | null): void {
  const { actions, skips, declined, served } = s.people
  s.people.sessions.close(p)
  const isMeant = (i: number): boolean => i >= 0 && (tag === null || hasTag(s, i, tag))
  s.learned.drop(p, isMeant)
  actions.each(p, at => {
    if (isMeant(actions.data[at]!)) actions.data[at + 2]! |= forgotten
  })
  // What a page said of them came of all that they wanted.
  served.each(p, at => {
    served.data[at + 2] = 0
  })
  // A skip without a time tells nothing.
  skips.each(p, at => {
    if (isMeant(skips.data[at]!)) skips.data[at + 1] = 0
  })
  declined.each(p, at => {
    if (isMeant(declined.data[at]!)) declined.data[at + 1]! |= refusal.forgotten
  })
}

function hasTag(s: State, i: number, tag: number): boolean {
  for (let k = 0; k < maxTags; k++) if (s.items.tag(i, k) === tag) return true
  return false
}

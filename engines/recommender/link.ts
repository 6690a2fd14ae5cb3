import { maxTags } from './items.ts'
import type { State } from './state.ts'
import type { Signals } from './value.ts'
import type { View } from './view.ts'

/** Co-visitation that counts as half of the most there can be. */
export const halfCovisit = 0.6

/** How much a person's tastes are for the tags of an item: -1…1. */
export function tagSignal({ items }: State, view: View, i: number): number {
  let sum = 0
  let k = 0
  for (; k < maxTags; k++) {
    const tag = items.tag(i, k)
    if (tag < 0) break
    sum += view.tags.values[tag]!
  }
  return k === 0 ? 0 : Math.max(-1, Math.min(1, sum / Math.sqrt(k)))
}

/** The signals that tastes give for an item. */
export function linkOf(s: State, view: View, i: number, x: Signals): void {
  x.tag = tagSignal(s, view, i)
  x.author = view.makers.values[s.items.maker(i)]!
}

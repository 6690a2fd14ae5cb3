import { lengths } from './config.ts'
import { maxProducts, maxTags } from './items.ts'
import type { State } from './state.ts'

/** Weights of the same tag, of the same words and of the same product, in units of co-visitation. */
const tagWeight = 0.15
const wordsWeight = 0.3
const productWeight = 0.2
const buffer = new Int32Array(Math.max(lengths.tagNewest, lengths.showing))

/** Tells `add` what goes with an item by what is known of it when nobody has seen it: its tags, words and products. An item may be told several times, and items of any kind. */
export function kinOf(s: State, i: number, add: (j: number, weight: number) => void): void {
  const { items } = s
  const kind = items.kind(i)
  const tags: number[] = []
  for (let k = 0; k < maxTags && items.tag(i, k) >= 0; k++) tags.push(items.tag(i, k))
  for (const tag of tags) {
    const weight = tagWeight / Math.sqrt(tags.length) / Math.log2(2 + s.tagItems[tag]!)
    const near = new Set(s.hotTag.list(tag * 2 + kind).subarray(0, s.hotTag.length(tag * 2 + kind)))
    const newest = s.tagNewest.read(tag * 2 + kind, buffer)
    for (let e = 0; e < newest; e++) near.add(buffer[e]!)
    for (const j of near) add(j, weight)
  }
  for (const [j, likeness] of s.words.like(i, kind)) add(j, wordsWeight * likeness)
  for (let k = 0; k < maxProducts; k++) {
    const product = items.products[i * maxProducts + k]!
    if (product < 0) break
    const showing = s.showing.read(product, buffer)
    for (let e = 0; e < showing; e++) add(buffer[e]!, productWeight)
  }
}

import { words } from '#base/kernel'
import { floorOf, type Source, singly } from './source.ts'

/** Neighbours of each item by its words. */
export interface Neighbours {
  readonly offsets: Int32Array
  readonly items: Int32Array
  readonly cosines: Float32Array
}

/** Pairs of the same word that are worth adding up; the commonest words are left out beyond it. */
const pairBudget = 2e8

/** Words of every column (a word in two columns is two words) → for each word its items. */
function postings(facts: Readonly<Record<string, readonly string[]>>, itemCount: number): Int32Array[] {
  const lists = new Map<string, number[]>()
  Object.values(facts).forEach((column, c) => {
    for (let i = 0; i < itemCount; i++)
      for (const word of new Set(words(column[i] ?? ''))) {
        const key = `${c}:${word}`
        const list = lists.get(key)
        if (list) list.push(i)
        else lists.set(key, [i])
      }
  })
  let pairs = 0
  return [...lists.values()]
    .filter(l => l.length > 1 && l.length < itemCount)
    .sort((a, b) => a.length - b.length)
    .filter(l => (pairs += l.length ** 2) <= pairBudget)
    .map(l => Int32Array.from(l))
}

/** The `most` nearest items of each by the cosine of binary TF-IDF: w = ln(N / df). Null where there are no words. */
export function textNeighbours(
  facts: Readonly<Record<string, readonly string[]>>,
  itemCount: number,
  most = 100,
): Neighbours | null {
  const lists = postings(facts, itemCount)
  if (lists.length === 0) return null
  const norms = new Float32Array(itemCount)
  const wordsOf: number[][] = Array.from({ length: itemCount }, () => [])
  const squares = Float32Array.from(lists, l => Math.log(itemCount / l.length) ** 2)
  lists.forEach((list, w) => {
    for (const i of list) {
      norms[i]! += squares[w]!
      wordsOf[i]!.push(w)
    }
  })
  const heap = new Float32Array(most)
  const sums = new Float32Array(itemCount)
  const touched = new Int32Array(itemCount)
  const offsets = new Int32Array(itemCount + 1)
  const items: number[] = []
  const cosines: number[] = []
  for (let i = 0; i < itemCount; i++) {
    let count = 0
    for (const w of wordsOf[i]!)
      for (const j of lists[w]!) {
        if (sums[j] === 0) touched[count++] = j
        sums[j]! += squares[w]!
      }
    sums[i] = 0
    for (let k = 0; k < count; k++) sums[touched[k]!]! /= Math.sqrt(norms[i]! * norms[touched[k]!]!)
    const floor = floorOf({ values: sums, touched, count }, heap)
    for (let k = 0; k < count; k++) {
      const j = touched[k]!
      if (sums[j]! > 0 && sums[j]! >= floor && items.length - offsets[i]! < most) {
        items.push(j)
        cosines.push(sums[j]!)
      }
      sums[j] = 0
    }
    offsets[i + 1] = items.length
  }
  return { offsets, items: Int32Array.from(items), cosines: Float32Array.from(cosines) }
}

/**
 * score(j | h) = Σ_{k<8} (k+1)^−.7 · cos(x_k, j)^1.5: study-retrieval.md, section F. Says something of items that nobody has met. Without
 * order the whole history counts alike.
 */
export function textSource(near: Neighbours, ordered: boolean): Source {
  return singly('words', ({ items }, out) => {
    const rows = ordered ? Math.min(8, items.length) : items.length
    for (let k = 0; k < rows; k++) {
      const i = items[items.length - 1 - k]!
      const by = ordered ? (k + 1) ** -0.7 : 1
      for (let e = near.offsets[i]!; e < near.offsets[i + 1]!; e++) out.add(near.items[e]!, by * near.cosines[e]! ** 1.5)
    }
  })
}

import type { Query } from './sequences.ts'
import { batchSize, floorOf, Marks, Scores, type Source } from './source.ts'

/** What the sources say about the items that any of them has among its best: share[c · sources + s] is source s's distribution at item c. */
export interface Candidates {
  readonly items: Int32Array
  readonly shares: Float32Array
  /** 1 where the history holds the item. */
  readonly seen: Uint8Array
}

export interface Gathering {
  readonly itemCount: number
  readonly excludeSeen: boolean
  /** How many of each source. */
  readonly each: number
}

/** Takes what is at least `floor`; returns the sum of all that may be recommended. */
function pick(scores: Scores, out: Marks | null, floor: number, take: (item: number) => void): number {
  let total = 0
  for (let k = 0; k < scores.count; k++) {
    const item = scores.touched[k]!
    if (out?.has(item)) continue
    const value = scores.values[item]!
    total += value
    if (value >= floor) take(item)
  }
  return total > 0 ? total : 1
}

/** Asks one source about one question: hands its best to `take` and returns the sum over all that may be recommended. */
interface Asking {
  readonly values: Float32Array
  ask(b: number, history: Int32Array, out: Marks | null, take: (item: number) => void): number
}

function askingOf(source: Source, { itemCount, each }: Gathering): Asking {
  if (source.constant) return askingSame(source.constant, each)
  const scores = new Scores(itemCount)
  const heap = new Float32Array(each)
  return {
    values: scores.values,
    ask(b, _, out, take) {
      scores.clear()
      source.fill(b, scores)
      return pick(scores, out, floorOf(scores, heap, out), take)
    },
  }
}

/** The order is the same for everybody; only the history is passed over. */
function askingSame(values: Float32Array, each: number): Asking {
  const order = Int32Array.from(values, (_, i) => i).sort((a, b) => values[b]! - values[a]! || a - b)
  const all = values.reduce((a, b) => a + b, 0)
  return {
    values,
    ask(_, history, out, take) {
      for (let k = 0, n = 0; n < each && k < order.length && values[order[k]!]! > 0; k++) {
        if (out?.has(order[k]!)) continue
        take(order[k]!)
        n++
      }
      if (!out) return all > 0 ? all : 1
      let known = 0
      for (const i of new Set(history)) known += values[i]!
      return all - known > 0 ? all - known : 1
    },
  }
}

/**
 * Asks all sources and hands over, question by question, the union of their best with every source's share of each: scores divided by
 * their sum over what may be recommended.
 */
export function gather(
  sources: readonly Source[],
  queries: readonly Query[],
  how: Gathering,
  visit: (query: Query, candidates: Candidates, q: number) => void,
): void {
  const askings = sources.map(s => askingOf(s, how))
  const marks = new Marks(how.itemCount)
  const taken = new Int32Array(how.itemCount).fill(-1)
  for (let from = 0; from < queries.length; from += batchSize) {
    const batch = queries.slice(from, from + batchSize)
    for (const s of sources) s.begin(batch)
    batch.forEach((query, b) => {
      marks.set(query.items)
      const list: number[] = []
      const take = (item: number) => {
        if (taken[item] === from + b) return
        taken[item] = from + b
        list.push(item)
      }
      const totals = askings.map(a => a.ask(b, query.items, how.excludeSeen ? marks : null, take))
      const shares = new Float32Array(list.length * sources.length)
      for (let c = 0, at = 0; c < list.length; c++)
        for (let s = 0; s < sources.length; s++) shares[at++] = (askings[s] as Asking).values[list[c]!]! / totals[s]!
      const seen = Uint8Array.from(list, i => (marks.has(i) ? 1 : 0))
      visit(query, { items: Int32Array.from(list), shares, seen }, from + b)
    })
  }
}

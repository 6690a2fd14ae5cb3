import { type Action, actions } from './actions.ts'
import { kindProduct } from './items.ts'
import type { Server } from './recommend.ts'
import type { State } from './state.ts'
import type { ValueWeights } from './weights.ts'
import { valueWeights } from './weights.ts'

/** Every action that can follow on an exposure. */
export type ExpectedAction = Exclude<Action, 'exposure'>
const expected = actions.filter(name => name !== 'exposure')

/** p̂ of every action, given that the person is exposed to the item: probabilities between 0 and 1, not exclusive of each other. */
export interface Expectation {
  readonly item: string
  readonly p: Readonly<Record<ExpectedAction, number>>
}
export interface ExpectRequest {
  readonly person: string
  /** Ids of items of one kind. */
  readonly items: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
  readonly profiling: boolean
  readonly language?: string
}

/** With a weight of 1 for each action and none for freshness, the parts of the value formula are its probabilities. */
const plain = Object.fromEntries(
  Object.keys(valueWeights).map(name => [name, name === 'freshness' ? 0 : 1]),
) as unknown as ValueWeights

/**
 * What the scoring in force expects this person to do with each item, whatever the filters say; the same numbers that a page is ranked
 * by. Items that are unknown or shown to nobody are missing from the answer. Changes nothing.
 */
export function expect(s: State, server: Server, request: ExpectRequest): Expectation[] {
  const { items } = s
  const rows = [...new Set(request.items)].map(id => items.ids.find(id)).filter(i => i >= 0 && items.shown(i))
  const first = rows[0]
  if (first === undefined) return []
  const scene = items.kind(first) === kindProduct ? 'mall' : 'for_you'
  server.prepare({ ...request, n: 0, scene, request: '', weights: plain }, request.now)
  const { candidates, sources, ranker } = server
  // Admitted before the sources name them, so that no filter keeps a candidate away.
  const admitted = rows.map(i => candidates.admit(i))
  sources.signals(request.now)
  return admitted.map((c, k) => {
    const parts = ranker.partsOf(c)
    const p = Object.fromEntries(expected.map(name => [name, Math.min(1, Math.max(0, parts[name] ?? 0))]))
    return { item: items.ids.name(rows[k]!), p: p as Expectation['p'] }
  })
}

import { namesOf } from './actions.ts'
import { lengths } from './config.ts'
import { forgotten } from './forget.ts'
import { kindProduct } from './items.ts'
import { kinOf } from './kin.ts'
import { reasonsOf } from './reasons.ts'
import type { Server } from './recommend.ts'
import type { State } from './state.ts'
import { toMs } from './time.ts'
import type { Reason, RecommendRequest, Taste } from './types.ts'

const request = (person: string, scene: 'for_you' | 'mall', now: number): RecommendRequest => ({
  person,
  n: 0,
  now,
  scene,
  profiling: true,
  request: '',
})

/** Items of the same kind that go with this one: what is wanted next to it, and, while little is known, what shares its tags, words and products. */
export function similar(s: State, id: string, n: number): { item: string; score: number }[] {
  const i = s.items.ids.find(id)
  if (i < 0) return []
  const { items } = s
  const scores = new Map<number, number>()
  const add = (j: number, weight: number): void => {
    if (j !== i && items.kind(j) === items.kind(i) && items.shown(j) && s.makerHidden[items.maker(j)] === 0)
      scores.set(j, (scores.get(j) ?? 0) + weight)
  }
  s.covisitation.each(i, s.covisitation.peekScale(s.now), add)
  kinOf(s, i, add)
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, Math.max(0, n))
    .map(([j, score]) => ({ item: items.ids.name(j), score }))
}

/** Why this item would come to this person, without asking whether it passes the filters. */
export function because(s: State, server: Server, person: string, id: string): Reason[] {
  const i = s.items.ids.find(id)
  if (i < 0) return []
  server.prepare(request(person, s.items.kind(i) === kindProduct ? 'mall' : 'for_you', s.now), s.now)
  const { candidates, sources } = server
  candidates.admit(i)
  sources.signals(s.now)
  const c = candidates.touch(i, 0)
  return c < 0 ? [] : reasonsOf(s, server, c, s.hotKind.has(s.items.kind(i), i) ? 'trending' : 'recent')
}

/** What the engine would use of a person now: weights are at most 1, negative for dislikes. */
export function taste(s: State, server: Server, person: string): Taste {
  const p = s.people.find(person)
  if (p < 0) return { tags: [], authors: [], recent: [] }
  server.prepare(request(person, 'for_you', s.now), s.now)
  const { view } = server
  const sorted = (sparse: typeof view.tags): { key: number; weight: number }[] =>
    [...sparse.touched.subarray(0, sparse.count)]
      .map(key => ({ key, weight: sparse.values[key]! }))
      .filter(t => Math.abs(t.weight) > 0.01)
      .sort((a, b) => b.weight - a.weight || a.key - b.key)
      .slice(0, 50)
  const buffer = new Int32Array(lengths.actions * 3)
  const n = s.people.actions.read(p, buffer)
  return {
    tags: sorted(view.tags).map(t => ({ tag: s.tags.name(t.key), weight: t.weight })),
    authors: sorted(view.makers).map(t => ({ author: s.makers.name(t.key), weight: t.weight })),
    recent: Array.from({ length: n }, (_, k) => ({
      item: s.items.ids.name(buffer[k * 3]!),
      actions: buffer[k * 3]! < 0 || buffer[k * 3 + 2]! & forgotten ? [] : namesOf(buffer[k * 3 + 2]!),
      at: toMs(buffer[k * 3 + 1]!),
    })).filter(r => r.actions.length > 0),
  }
}

import { type Candidates, from } from './candidates.ts'
import { maxTags } from './items.ts'
import type { Ranker } from './ranker.ts'
import type { State } from './state.ts'
import type { Reason, SourceName } from './types.ts'
import type { View } from './view.ts'
import { lift } from './weights.ts'

/** Signals below this are not worth a sentence. */
const worthSaying = 0.05

/** The scratch of the request that the candidate came up in. */
interface Scratch {
  readonly view: View
  readonly candidates: Candidates
  readonly ranker: Ranker
}

/** Why a candidate is here, strongest first. Weights are shares of the signals, so they add up to at most 1; the source's own reason comes first when it is not a signal. */
export function reasonsOf(s: State, scratch: Scratch, at: number, source: SourceName | null): Reason[] {
  const { view, candidates: c, ranker } = scratch
  const i = c.item[at]!
  ranker.sense(at)
  const x = ranker.signals
  const found: { code: Reason['code']; subject: string | null; weight: number }[] = []
  const seed = c.seed[at]!
  if (x.covisit > worthSaying && seed >= 0)
    found.push({
      code: c.sources[at]! & from.covisit ? 'covisited' : 'shows_product',
      subject: s.items.ids.name(seed),
      weight: lift.covisit * x.covisit,
    })
  const through = c.sessionSeed[at]!
  if (x.session > worthSaying && through >= 0)
    found.push({ code: 'session', subject: s.items.ids.name(through), weight: lift.session * x.session })
  if (x.similar > worthSaying) found.push({ code: 'similar', subject: likest(s, view, i), weight: lift.similar * x.similar })
  if (x.trained > worthSaying) found.push({ code: 'trained', subject: null, weight: lift.trained * x.trained })
  if (x.tag > worthSaying) found.push({ code: 'tag', subject: s.tags.name(bestTag(s, view, i)), weight: lift.tag * x.tag })
  const author = s.makers.name(s.items.maker(i))
  if (x.author > worthSaying) found.push({ code: 'author', subject: author, weight: lift.author * x.author })
  if (x.followed > 0) found.push({ code: 'followed', subject: author, weight: lift.followed })
  found.sort((a, b) => b.weight - a.weight)
  const total = Math.max(
    1,
    found.reduce((sum, r) => sum + r.weight, 0),
  )
  const reasons: Reason[] = found.map(r => ({ ...r, weight: r.weight / total }))
  if (source === 'pool') reasons.unshift({ code: 'new', subject: null, weight: 0 })
  else if (source === 'stage') reasons.unshift({ code: 'promising', subject: null, weight: 0 })
  else if (source === 'random' || source === 'again') reasons.unshift({ code: source, subject: null, weight: 0 })
  else if (reasons.length === 0) reasons.push({ code: source === 'trending' ? 'trending' : 'recent', subject: null, weight: 0 })
  return reasons
}

/** The item, of those that were wanted lately, that has the most telling words in common. */
function likest(s: State, view: View, i: number): string | null {
  const own = new Set(Array.from({ length: s.words.count(i) }, (_, k) => s.words.at(i, k)))
  let best: number | null = null
  let most = 0
  for (let k = 0; k < view.wordSeeds; k++) {
    const seed = view.seeds[k]!
    let sum = 0
    for (let e = 0; e < s.words.count(seed); e++) if (own.has(s.words.at(seed, e))) sum += s.words.idf(s.words.at(seed, e)) ** 2
    if (sum * s.words.norm(seed) <= most) continue
    most = sum * s.words.norm(seed)
    best = seed
  }
  return best === null ? null : s.items.ids.name(best)
}

function bestTag(s: State, view: View, i: number): number {
  let best = -1
  for (let k = 0; k < maxTags; k++) {
    const tag = s.items.tag(i, k)
    if (tag < 0) break
    if (best < 0 || view.tags.values[tag]! > view.tags.values[best]!) best = tag
  }
  return best
}

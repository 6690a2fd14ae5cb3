import type { Post } from '#rooms/content'
import type { PostRules, PostStanding } from '#rooms/feed'
import { mostFans } from '#rooms/insights'

/** Every reason that the code can cause; the words and what can be done about each are the web's. */
export const reasonCodes = [
  'not_published',
  'not_learned',
  'removed',
  'moderated',
  'author_removed',
  'out_of_stock',
  'not_playable',
  'trial',
  'given_up',
  'new_first',
  'gate_unsure',
  'gate_below',
  'left_sooner',
  'watched_less',
  'liked_less',
  'looked_less',
  'last_gate',
  'commerce',
  'quiet_topic',
  'same_author',
  'twin',
  'no_topics',
  'language',
  'aging',
] as const
export type ReasonCode = (typeof reasonCodes)[number]
/** `stops`: nobody is shown it. `values`: the numbers of the rule. */
export interface Reason {
  readonly code: ReasonCode
  readonly stops: boolean
  readonly values: Readonly<Record<string, number>>
}
/**
 * What the rooms say of a post. `rules` is null while the recommender does not know it; `places`: slots that new posts had in the last 24
 * hours; `fans`: people who wanted a post with one of its topics lately, counted to `mostFans`, null without a topic.
 */
export interface Facts {
  readonly state: Post['state']
  readonly format: Post['format']
  readonly playable: boolean
  readonly standing: PostStanding
  readonly rules: PostRules | null
  readonly places: number
  readonly fans: number | null
}
type Values = Reason['values'] | null
type Rule = (f: Facts & { readonly rules: PostRules }) => Values

const when = (is: boolean, values: Reason['values'] = {}): Values => (is ? values : null)

/** In the order in which they are told; the first that holds makes a page of slides leave it out. */
const stops: { readonly [C in ReasonCode]?: (f: Facts) => Values } = {
  not_published: f => when(['draft', 'scheduled', 'processing'].includes(f.state)),
  moderated: f => when(f.standing.kept.includes('moderated')),
  author_removed: f => when(f.standing.kept.includes('author_removed')),
  removed: f => when(f.state === 'removed' || (f.standing.kept.includes('removed') && !f.standing.kept.includes('moderated'))),
  out_of_stock: f => when(f.standing.kept.includes('out_of_stock')),
  not_playable: f => when(!f.playable),
  not_learned: f => when(f.rules === null || f.standing.stage === 'unknown'),
}

/** Judged, and stopped there: it is put forward no more until its merits bring it to the next gate. */
function stoppedAt({ standing: { stage, gate } }: Facts, isUnsure: boolean): Values {
  if (stage !== 'ranked' || !gate || gate.passed) return null
  const [value, median] = [Number(gate.value), Number(gate.median)]
  return when(value > median === isUnsure, {
    ...{ at: gate.at, chance: Number(gate.chance), needed: Number(gate.needed), cohort: gate.cohort, next: gate.next },
  })
}

/** Part of all that pulls a stopped post down from which it is named. */
const leastPart = 0.2
function pulledBy(f: Facts & { rules: PostRules }, name: PostRules['pulls'][number]['name']): Values {
  if (stoppedAt(f, false) === null) return null
  const down = f.rules.pulls.filter(p => p.effect < 0)
  const all = down.reduce((sum, p) => sum + p.effect, 0)
  const pull = down.find(p => p.name === name)
  return pull && pull.effect <= leastPart * all
    ? { own: pull.own, kind: pull.kind, still: f.format === 'pictures' ? 1 : 0 }
    : null
}

/** Slots in which a post is tried in vain before it is put forward no more: of the guarantee, or of the stage that a gate opened. */
function triedInVain({ standing, rules }: Facts & { rules: PostRules }): Values {
  const { stage, gate, guaranteed, served, impressions } = standing
  const values = { served, seen: impressions, each: rules.servesEach }
  if (stage === 'given_up') return { ...values, of: guaranteed }
  return when(stage === 'ranked' && gate?.passed === true && impressions < gate.next, { ...values, of: gate?.next ?? 0 })
}

/** New posts are drawn, not ranked: what follows from ranking limits them only later. */
const isRanked = ({ standing }: Facts): boolean => standing.stage !== 'guaranteed'

const limits: { readonly [C in ReasonCode]?: Rule } = {
  trial: ({ standing: s, rules: r, places }) =>
    when(s.stage === 'guaranteed', {
      ...{ seen: s.impressions, of: s.guaranteed, served: s.served, every: r.poolEvery },
      ...{ waiting: r.waiting, ahead: r.ahead, places },
    }),
  given_up: triedInVain,
  new_first: ({ standing: s, rules: r }) =>
    when(s.stage === 'promoted' && r.waiting > 0, {
      waiting: r.waiting,
      seen: s.impressions,
      until: s.until,
      every: r.poolEvery,
    }),
  gate_unsure: f => stoppedAt(f, true),
  gate_below: f => stoppedAt(f, false),
  left_sooner: f => pulledBy(f, 'left'),
  watched_less: f => pulledBy(f, 'watched'),
  liked_less: f => pulledBy(f, 'liked'),
  looked_less: f => pulledBy(f, 'looked'),
  last_gate: ({ standing: { stage, gate } }) =>
    when(stage === 'ranked' && gate?.passed === true && gate.next === 0, { at: gate?.at ?? 0 }),
  commerce: ({ standing: s, rules: r }) => when(s.kept.includes('commerce'), { share: r.commerceShare, of: r.commerceWindow }),
  /** A draw leans to those who like its topics, and ranking more so. */
  quiet_topic: ({ fans }) => when(fans !== null && fans < mostFans, { most: mostFans }),
  same_author: f =>
    when(isRanked(f) && f.rules.ofAuthor > f.rules.authorsPerPage, { most: f.rules.authorsPerPage, yours: f.rules.ofAuthor }),
  twin: f => when(isRanked(f) && f.rules.twins > 0, { twins: f.rules.twins }),
  no_topics: f => when(isRanked(f) && f.rules.tags === 0),
  language: f => when(isRanked(f) && f.rules.languageOdds < 1, { odds: f.rules.languageOdds }),
  aging: f => when(isRanked(f) && f.rules.freshness < 0.5, { left: f.rules.freshness, days: f.rules.freshnessDays }),
}

/** Why a post is not shown more, by the rules of the code with their numbers. What stops it stands alone. */
export function whyNotMore(facts: Facts): Reason[] {
  for (const [code, holds] of entries(stops)) {
    const values = holds(facts)
    if (values) return [{ code, stops: true, values }]
  }
  const { rules } = facts
  if (rules === null) return []
  return entries(limits).flatMap(([code, holds]) => {
    const values = holds({ ...facts, rules })
    return values ? [{ code, stops: false, values }] : []
  })
}
const entries = <T>(table: { readonly [C in ReasonCode]?: T }) => Object.entries(table) as [ReasonCode, T][]

import { A, type Action, actionCount } from './actions.ts'
import { lengths } from './config.ts'
import { flag, kindPost, maxTags } from './items.ts'
import { unseenServes } from './pool.ts'
import type { State } from './state.ts'
import type { Deciding, Pull, PullName } from './types.ts'
import { freshness, ownQuantile, ownRates, place, platformRates } from './value.ts'
import { middle } from './watch-quantile.ts'
import { freshnessHalfLifeMs, lift } from './weights.ts'

const heads: { readonly [N in PullName]: readonly Action[] } = {
  left: ['skip'],
  watched: ['watch', 'finish'],
  liked: ['like', 'save', 'comment', 'share', 'follow'],
  looked: ['click', 'cart', 'order'],
}
/** Whose rate tells of the group; of what is not here the sum of all. */
const telling: { readonly [N in PullName]?: Action } = { watched: 'finish', looked: 'click' }
const names = Object.keys(heads) as PullName[]
const counted = 9_999

/** The rules that decide how often a post comes up, with the numbers that they have for it now; null for an unknown id. */
export function deciding(s: State, id: string): Deciding | null {
  const i = s.items.ids.find(id)
  if (i < 0 || !s.items.has(i, flag.known)) return null
  const { config, items } = s
  let tags = 0
  while (tags < maxTags && items.tag(i, tags) >= 0) tags++
  return {
    ...queued(s, i),
    poolEvery: config.poolEvery,
    servesEach: unseenServes,
    gates: s.stages.ends,
    commerceShare: config.commerceShare,
    commerceWindow: config.commerceWindow,
    authorsPerPage: config.authorsPerPage,
    ...siblings(s, i),
    tags,
    languageOdds: items.language(i) > 0 ? Math.exp(lift.language) : 1,
    freshness: freshness(s.now - items.created(i)),
    freshnessDays: freshnessHalfLifeMs / 86_400_000,
    pulls: pullsOf(s, i),
  }
}

/** How far each group of heads moves the item's value from its kind's mean, as a gate sees it. */
function pullsOf(s: State, i: number): Pull[] {
  const platform = new Float64Array(actionCount)
  const own = new Float64Array(actionCount)
  platformRates(s, s.items.kind(i), s.now, platform)
  ownRates(s, i, platform, own)
  const w = s.weightVector
  const gain = s.gains.of(s.items, i)
  return names.map(name => {
    let effect = name === 'watched' ? w[place.quantile]! * (ownQuantile(s, i) - middle) : 0
    const rate = { own: 0, kind: 0 }
    for (const head of heads[name]) {
      const a = A[head]
      effect += (w[a]! + (head === 'order' ? w[place.margin]! * gain : 0)) * (own[a]! - platform[a]!)
      if ((telling[name] ?? head) !== head) continue
      rate.own += own[a]!
      rate.kind += platform[a]!
    }
    return { name, ...rate, effect }
  })
}

/** New posts that wait, and those before this one. Who is not among them has all of them before it. */
function queued(s: State, i: number): Pick<Deciding, 'waiting' | 'ahead'> {
  const { pool } = s
  let waiting = 0
  let ahead = -1
  for (let queue = 0; queue < pool.queues; queue++)
    for (let j = pool.first(kindPost, queue); j >= 0; j = pool.next(j)) {
      if (j === i) ahead = waiting
      if (++waiting === counted) return { waiting, ahead: ahead < 0 ? waiting : ahead }
    }
  return { waiting, ahead: ahead < 0 ? waiting : ahead }
}

function siblings(s: State, i: number): Pick<Deciding, 'ofAuthor' | 'twins'> {
  const { items } = s
  const newest = new Int32Array(lengths.makerNewest)
  const n = s.makerNewest.read(items.maker(i) * 2 + items.kind(i), newest)
  const shown = [...newest.subarray(0, n)].filter(j => items.shown(j))
  const twins = items.twin(i) === 0 ? 0 : shown.filter(j => j !== i && items.twin(j) === items.twin(i)).length
  return { ofAuthor: shown.length, twins }
}

import { flag } from './items.ts'
import { unseenServes } from './pool.ts'
import type { State } from './state.ts'
import type { Standing } from './types.ts'

/** Where a post stands, for its creator: never who saw it. */
export function standing(s: State, id: string): Standing {
  const i = s.items.ids.find(id)
  const guaranteed = s.pool.guaranteed
  if (i < 0 || !s.items.has(i, flag.known))
    return { stage: 'unknown', guaranteed, until: 0, gate: null, impressions: 0, served: 0, kept: [] }
  const { items } = s
  const impressions = items.impressions[i]!
  const served = items.served[i]!
  const makers = [items.maker(i), items.shop(i)].filter(m => m >= 0)
  const kept: Standing['kept'][number][] = []
  if (!items.shown(i)) kept.push(items.has(i, flag.moderated) ? 'moderated' : 'removed')
  if (makers.some(m => s.makerHidden[m] !== 0)) kept.push('author_removed')
  if (items.soldOut(i)) kept.push('out_of_stock')
  if (items.has(i, flag.selling)) kept.push('commerce')
  const until = s.pool.isPromoted(i) ? s.stages.until(i) : 0
  const isAway = kept.some(why => why !== 'commerce')
  const stage = isAway
    ? 'away'
    : impressions >= guaranteed
      ? until > 0
        ? 'promoted'
        : 'ranked'
      : served >= guaranteed * unseenServes
        ? 'given_up'
        : 'guaranteed'
  return { stage, guaranteed, until: isAway ? 0 : until, gate: s.stages.record(i), impressions, served, kept }
}

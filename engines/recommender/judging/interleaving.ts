import { ok, type Random, type Result, refuse } from '#base/kernel'
import { fairCoin } from './statistics.ts'

export type Team = 'a' | 'b'
export interface Drafted {
  readonly item: string
  /** Whose pick it was. */
  readonly team: Team
}

/**
 * Team draft (Radlinski, Kurup and Joachims 2008): in each round a coin says who picks first, then each team picks its best item that is not
 * yet on the page. Both have the same chance at every slot, and a page of two equal rankings is that ranking.
 */
export function teamDraft(a: readonly string[], b: readonly string[], n: number, random: Random): Drafted[] {
  const page: Drafted[] = []
  const taken = new Set<string>()
  const at = { a: 0, b: 0 }
  const pick = (team: Team): void => {
    const ranking = team === 'a' ? a : b
    while (at[team] < ranking.length && taken.has(ranking[at[team]]!)) at[team]++
    const item = ranking[at[team]]
    if (item === undefined || page.length >= n) return
    taken.add(item)
    page.push({ item, team })
  }
  for (let before = -1; page.length < n && page.length > before; ) {
    before = page.length
    const first: Team = random() < 0.5 ? 'a' : 'b'
    pick(first)
    pick(first === 'a' ? 'b' : 'a')
  }
  return page
}

export interface Interleaved {
  /** People (or pages) on which b's picks brought more, on which a's did, and on which both brought the same. */
  readonly b: number
  readonly a: number
  readonly ties: number
  /** Share of the decided in which b won, less a half: above 0 b is better. */
  readonly lead: number
  /** Sign test: exact and two-sided, over the decided. For one look; it does not allow peeking. */
  readonly p: number
}
const leastDecided = 20

/** Which ranking people preferred. Each pair is what one person (or page) gave to the picks of a and of b: likes, orders, value. */
export function interleavingTest(credits: readonly (readonly [a: number, b: number])[]): Result<Interleaved, 'sample_too_small'> {
  const a = credits.filter(([x, y]) => x > y).length
  const b = credits.filter(([x, y]) => y > x).length
  if (a + b < leastDecided) return refuse('sample_too_small', `It takes ${leastDecided} that decide`, { decided: a + b })
  return ok({ a, b, ties: credits.length - a - b, lead: b / (a + b) - 0.5, p: fairCoin(b, a + b) })
}

import type { Static } from 'typebox'
import type { SourceName } from '#engines/recommender'
import type { ServedPage } from './served-pages.ts'
import type { explainedWire, heartWire } from './wire.ts'

export type Heart = Static<typeof heartWire>
export type Explained = Static<typeof explainedWire>

/** Sources that draw a slot before the page is ranked. A ranked slot has a propensity below 1 too when a draw might have taken it. */
const explored = new Set<string>(['pool', 'stage', 'random'] satisfies SourceName[])

/** Fractions travel as texts of four digits that count: the chance of a post drawn from everything is very small. */
export const decimal = (n: number): string => String(Number(n.toPrecision(4)))

/** What the sources gave to these pages, the largest first. */
export function sharesOf(pages: readonly ServedPage[]): Heart['served'] {
  const sums = new Map<string, { slots: number; propensity: number }>()
  for (const slot of pages.flatMap(p => p.data.slots)) {
    const sum = sums.get(slot.source) ?? { slots: 0, propensity: 0 }
    sums.set(slot.source, { slots: sum.slots + 1, propensity: sum.propensity + slot.propensity })
  }
  const all = [...sums]
  const slots = all.reduce((n, [, s]) => n + s.slots, 0)
  const propensity = all.reduce((n, [, s]) => n + s.propensity, 0)
  return {
    pages: pages.length,
    since: pages.at(-1)?.at.toISOString() ?? null,
    slots,
    explored: all.reduce((n, [source, s]) => n + (explored.has(source) ? s.slots : 0), 0),
    propensity: slots === 0 ? null : decimal(propensity / slots),
    sources: all
      .sort((a, b) => b[1].slots - a[1].slots || (a[0] < b[0] ? -1 : 1))
      .map(([source, s]) => ({ source, slots: s.slots, propensity: decimal(s.propensity / s.slots) })),
  }
}

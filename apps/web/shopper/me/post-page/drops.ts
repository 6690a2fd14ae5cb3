/** Fewer views say too little about a curve. */
export const fewestViews = 5

export interface Drop {
  /** Step that they did not get past. */
  readonly step: number
  readonly left: number
  /** Of all views. */
  readonly part: number
}
/** The steps in which most left, at most three, in their order; at least 5 % of all views each. `kept` as in the API. */
export function dropsOf(kept: readonly number[]): Drop[] {
  const all = kept[0] ?? 0
  return kept
    .slice(1)
    .map((now, step) => ({ step, left: (kept[step] ?? 0) - now }))
    .filter(d => all > 0 && d.left / all >= 0.05)
    .sort((a, b) => b.left - a.left || a.step - b.step)
    .slice(0, 3)
    .sort((a, b) => a.step - b.step)
    .map(d => ({ ...d, part: d.left / all }))
}

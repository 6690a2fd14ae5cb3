/** A figure, or the reason why there is none. A reason is shown as it is; no screen may fill the gap with a guess. */
export type Measured<T, R extends string = 'not_enough_data'> =
  | { readonly value: T }
  | { readonly value: null; readonly reason: R }

export const measured = <T>(value: T): { readonly value: T } => ({ value })
export const missing = <R extends string>(reason: R): { readonly value: null; readonly reason: R } => ({ value: null, reason })

/** A share of `n` with its 95 % interval. */
export interface Share {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** 97.5 % quantile of the normal distribution: two-sided 95 %. */
export const z95 = 1.959963984540054

/**
 * Wilson score interval of `k` of `n` (Wilson 1927, JASA 22:209): centre (k + z²/2)/(n + z²), half-width
 * z/(n + z²)·√(k(n−k)/n + z²/4). Stays inside [0, 1] and is honest for small n and for shares of 0 and 1. Throws when not 0 ≤ k ≤ n, n > 0.
 */
export function wilson(k: number, n: number, z: number = z95): Share {
  if (!(n > 0 && k >= 0 && k <= n)) throw new RangeError(`wilson: ${k} of ${n}`)
  const z2 = z * z
  const centre = (k + z2 / 2) / (n + z2)
  const half = (z / (n + z2)) * Math.sqrt((k * (n - k)) / n + z2 / 4)
  return { share: k / n, low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half }
}

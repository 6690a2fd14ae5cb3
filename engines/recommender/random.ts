import { hash32, type Random, seeded } from '#base/kernel'

/** Randomness of one page: the same seed and key give the same draws on every machine. */
export function draws(seed: number, key: string): Random {
  return seeded(Math.imul(hash32(key) ^ Math.imul(seed | 0, 0x9e3779b1), 0x85ebca6b))
}

/** Index drawn with probability weights[i] / Σ weights over the first `n`; -1 when all are 0. */
export function draw(random: Random, weights: Float64Array, n: number): number {
  let total = 0
  for (let i = 0; i < n; i++) total += weights[i]!
  if (!(total > 0)) return -1
  let at = random() * total
  for (let i = 0; i < n; i++) if ((at -= weights[i]!) < 0) return i
  return n - 1
}

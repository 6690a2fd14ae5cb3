/** The few distributions that judging needs; no dependency, no table. Errors are below 1e-9 unless said. */

export const mean = (x: readonly number[]): number => (x.length === 0 ? Number.NaN : x.reduce((a, b) => a + b, 0) / x.length)

/** Sample variance (n - 1); 0 for fewer than two. */
export function variance(x: readonly number[]): number {
  if (x.length < 2) return 0
  const m = mean(x)
  return x.reduce((sum, v) => sum + (v - m) ** 2, 0) / (x.length - 1)
}

/** Sample covariance (n - 1). */
export function covariance(x: readonly number[], y: readonly number[]): number {
  if (x.length < 2) return 0
  const [mx, my] = [mean(x), mean(y)]
  return x.reduce((sum, v, i) => sum + (v - mx) * (y[i]! - my), 0) / (x.length - 1)
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
/** ln Γ(x) for x > 0 (Lanczos 1964, g = 7). */
export function logGamma(x: number): number {
  const z = x - 1
  let sum = lanczos[0]!
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i]! / (z + i)
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Upper regularised incomplete gamma Q(a, x): the series below a + 1, Lentz's continued fraction above (Abramowitz and Stegun 6.5). */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let k = 1; k < 1000 && term > sum * 1e-15; k++) sum += term *= x / (a + k)
    return 1 - front * sum
  }
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let h = d
  for (let k = 1; k < 1000; k++) {
    const an = -k * (k - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return front * h
}

/** P(χ² with `df` degrees of freedom ≥ x). */
export const chiSquareTail = (x: number, df: number): number => upperGamma(df / 2, x / 2)

/** P(|N(0,1)| ≥ |z|). */
export const normalTails = (z: number): number => chiSquareTail(z * z, 1)

/** z with P(|N(0,1)| ≥ z) = alpha, by bisection. */
export function normalBound(alpha: number): number {
  let [low, high] = [0, 40]
  for (let k = 0; k < 100; k++) {
    const middle = (low + high) / 2
    if (normalTails(middle) > alpha) low = middle
    else high = middle
  }
  return high
}

/** Two-sided exact binomial test of `wins` among `n` fair coins. */
export function fairCoin(wins: number, n: number): number {
  const few = Math.min(wins, n - wins)
  let tail = 0
  for (let k = 0; k <= few; k++) tail += Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2)
  return Math.min(1, 2 * tail)
}

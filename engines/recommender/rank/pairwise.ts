/** Dimensions of a vector: the loops below are written out for them, so that sums stay in registers. */
export const dims = 8

/** m[a] = Σ_{b≠a} R[a,b] v[b] for n vectors; R is given above its diagonal. */
export function interact(v: Float64Array, pairs: Float32Array, n: number, m: Float64Array): void {
  for (let a = 0; a < n; a++) {
    let m0 = 0
    let m1 = 0
    let m2 = 0
    let m3 = 0
    let m4 = 0
    let m5 = 0
    let m6 = 0
    let m7 = 0
    for (let b = 0; b < n; b++) {
      if (b === a) continue
      const r = pairs[b < a ? b * n + a : a * n + b]!
      const at = b * dims
      m0 += r * v[at]!
      m1 += r * v[at + 1]!
      m2 += r * v[at + 2]!
      m3 += r * v[at + 3]!
      m4 += r * v[at + 4]!
      m5 += r * v[at + 5]!
      m6 += r * v[at + 6]!
      m7 += r * v[at + 7]!
    }
    const at = a * dims
    m[at] = m0
    m[at + 1] = m1
    m[at + 2] = m2
    m[at + 3] = m3
    m[at + 4] = m4
    m[at + 5] = m5
    m[at + 6] = m6
    m[at + 7] = m7
  }
}

/** AdaGrad on R: the gradient of R[a,b] is Σ_k c_k v[a,k] v[b,k]. */
export function stepPairs(
  v: Float64Array,
  c: Float64Array,
  n: number,
  pairs: readonly [Float32Array, Float32Array],
  rate: number,
): void {
  const [r, sums] = pairs
  for (let a = 0; a < n; a++) {
    const from = a * dims
    const u0 = c[0]! * v[from]!
    const u1 = c[1]! * v[from + 1]!
    const u2 = c[2]! * v[from + 2]!
    const u3 = c[3]! * v[from + 3]!
    const u4 = c[4]! * v[from + 4]!
    const u5 = c[5]! * v[from + 5]!
    const u6 = c[6]! * v[from + 6]!
    const u7 = c[7]! * v[from + 7]!
    for (let b = a + 1; b < n; b++) {
      const at = b * dims
      const g =
        u0 * v[at]! +
        u1 * v[at + 1]! +
        u2 * v[at + 2]! +
        u3 * v[at + 3]! +
        (u4 * v[at + 4]! + u5 * v[at + 5]! + u6 * v[at + 6]! + u7 * v[at + 7]!)
      const sum = sums[a * n + b]! + g * g
      sums[a * n + b] = sum
      r[a * n + b]! -= (rate * g) / Math.sqrt(sum)
    }
  }
}

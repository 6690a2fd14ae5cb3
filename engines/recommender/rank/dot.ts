/** Σ w[at + i]·x[i] over the first n, in four sums: one sum would wait for each addition before the next. */
export function dot(w: Float64Array, at: number, x: Float64Array, n: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let i = 0
  for (; i + 3 < n; i += 4) {
    a += w[at + i]! * x[i]!
    b += w[at + i + 1]! * x[i + 1]!
    c += w[at + i + 2]! * x[i + 2]!
    d += w[at + i + 3]! * x[i + 3]!
  }
  for (; i < n; i++) a += w[at + i]! * x[i]!
  return a + b + (c + d)
}

/** y[at + i] += by·x[i] over the first n. */
export function addTo(y: Float64Array, at: number, by: number, x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) y[at + i]! += by * x[i]!
}

import { seeded } from '#base/kernel'

/** Who liked what, user by user: `items[offsets[u]..offsets[u+1]]`. */
export interface Liked {
  readonly offsets: Int32Array
  readonly items: Int32Array
  readonly itemCount: number
}

export interface LowRank {
  readonly rank: number
  /** Item-wise; orthonormal columns. */
  readonly vectors: Float32Array
  /** How many users liked each item. */
  readonly degrees: Float64Array
}

const powerSteps = 7
const leastUserItems = 2

/**
 * The leading right subspace of D_u^-½ X D_i^-½ by subspace iteration from a random start (Halko et al. 2011). Only the subspace is needed: scores
 * are v_i · Σ_j v_j, which no rotation within it changes.
 */
export function fitLowRank(liked: Liked, rank: number, leastItemUsers: number, seed: number): LowRank {
  const { itemCount } = liked
  const degrees = new Float64Array(itemCount)
  for (const i of liked.items) degrees[i]!++
  const k = Math.max(1, Math.min(rank, itemCount))
  const scale = Float64Array.from(degrees, d => (d >= leastItemUsers ? 1 / Math.sqrt(d) : 0))
  const random = seeded(seed)
  let q = Float32Array.from({ length: itemCount * k }, (_, at) => (scale[(at / k) | 0]! > 0 ? random() * 2 - 1 : 0))
  orthonormalise(q, k)
  for (let step = 0; step < powerSteps; step++) {
    q = multiply(liked, scale, q, k)
    orthonormalise(q, k)
  }
  return { rank: k, vectors: q, degrees }
}

/** D_i^-½ Xᵀ D_u^-1 X D_i^-½ q. */
function multiply({ offsets, items }: Liked, scale: Float64Array, q: Float32Array, k: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(q.length)
  const sum = new Float64Array(k)
  for (let u = 0; u + 1 < offsets.length; u++) {
    const from = offsets[u]!
    const to = offsets[u + 1]!
    if (to - from < leastUserItems) continue
    sum.fill(0)
    for (let r = from; r < to; r++) {
      const w = scale[items[r]!]!
      if (w === 0) continue
      const at = items[r]! * k
      for (let d = 0; d < k; d++) sum[d]! += w * q[at + d]!
    }
    for (let r = from; r < to; r++) {
      const w = scale[items[r]!]! / (to - from)
      if (w === 0) continue
      const at = items[r]! * k
      for (let d = 0; d < k; d++) out[at + d]! += w * sum[d]!
    }
  }
  return out
}

/** Columns made orthonormal one after another (modified Gram-Schmidt, by rows of the table so that memory is read in order). */
function orthonormalise(q: Float32Array, k: number): void {
  const n = q.length / k
  const dots = new Float64Array(k)
  for (let c = 0; c < k; c++) {
    // Twice is enough (Kahan): the second pass takes out what rounding left.
    for (let pass = 0; pass < 2 && c > 0; pass++) {
      dots.fill(0)
      for (let i = 0; i < n; i++) {
        const x = q[i * k + c]!
        if (x !== 0) for (let d = 0; d < c; d++) dots[d]! += x * q[i * k + d]!
      }
      for (let i = 0; i < n; i++) {
        let x = q[i * k + c]!
        for (let d = 0; d < c; d++) x -= dots[d]! * q[i * k + d]!
        q[i * k + c] = x
      }
    }
    let squares = 0
    for (let i = 0; i < n; i++) squares += q[i * k + c]! ** 2
    const by = squares > 1e-12 ? 1 / Math.sqrt(squares) : 0
    for (let i = 0; i < n; i++) q[i * k + c]! *= by
  }
}

/**
 * The inner loops of training and scoring, in AssemblyScript: rows of D floats (D a multiple of 8), plain SIMD. Every argument that names
 * data is an index into the shared memory in units of four bytes. `fallback.ts` says the same in plain TypeScript;
 * `tools/build-kernels.ts` turns this file into `built.ts`.
 */
let D: i32 = 0
let rate: f32 = 0
let firstMoment: f32 = 1
let secondMoment: f32 = 1

export function width(d: i32): void {
  D = d
}
export function pace(lr: f32, first: f32, second: f32): void {
  rate = lr
  firstMoment = first
  secondMoment = second
}

function at(i: i32): usize {
  return (<usize>(<u32>i)) << 2
}
function sum(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
}
function fma(c: v128, x: v128, y: v128): v128 {
  return f32x4.add(c, f32x4.mul(x, y))
}
function dot(a: usize, b: usize): f32 {
  const bytes: usize = at(D)
  let x = f32x4.splat(0)
  let y = f32x4.splat(0)
  for (let k: usize = 0; k < bytes; k += 32) {
    x = fma(x, v128.load(a + k), v128.load(b + k))
    y = fma(y, v128.load(a + k, 16), v128.load(b + k, 16))
  }
  return sum(f32x4.add(x, y))
}

/** Rows of D floats that stay in 24 kB of the nearest cache: an even number. */
function tileRows(): i32 {
  return max<i32>(8, (6144 / D) & ~1)
}

/** Four rows of a against two rows of b. */
function scores42(out: usize, a: usize, b: usize, n: i32): void {
  const d: usize = at(D)
  const row: usize = at(n)
  let c00 = f32x4.splat(0)
  let c01 = f32x4.splat(0)
  let c10 = f32x4.splat(0)
  let c11 = f32x4.splat(0)
  let c20 = f32x4.splat(0)
  let c21 = f32x4.splat(0)
  let c30 = f32x4.splat(0)
  let c31 = f32x4.splat(0)
  const end = a + d
  while (a < end) {
    const y0 = v128.load(b)
    const y1 = v128.load(b + d)
    let x = v128.load(a)
    c00 = fma(c00, x, y0)
    c01 = fma(c01, x, y1)
    x = v128.load(a + d)
    c10 = fma(c10, x, y0)
    c11 = fma(c11, x, y1)
    x = v128.load(a + 2 * d)
    c20 = fma(c20, x, y0)
    c21 = fma(c21, x, y1)
    x = v128.load(a + 3 * d)
    c30 = fma(c30, x, y0)
    c31 = fma(c31, x, y1)
    a += 16
    b += 16
  }
  store<f32>(out, sum(c00))
  store<f32>(out, sum(c01), 4)
  store<f32>(out + row, sum(c10))
  store<f32>(out + row, sum(c11), 4)
  store<f32>(out + 2 * row, sum(c20))
  store<f32>(out + 2 * row, sum(c21), 4)
  store<f32>(out + 3 * row, sum(c30))
  store<f32>(out + 3 * row, sum(c31), 4)
}

/** out[i·n+j] = a_i · b_j for m rows of a and n rows of b. */
export function scores(out: i32, a: i32, b: i32, m: i32, n: i32): void {
  const tile = tileRows()
  const m4 = m & ~3
  for (let j0: i32 = 0; j0 < n; j0 += tile) {
    const end = min(n, j0 + tile)
    const even = j0 + ((end - j0) & ~1)
    for (let i: i32 = 0; i < m4; i += 4) {
      for (let j = j0; j < even; j += 2) scores42(at(out + i * n + j), at(a + i * D), at(b + j * D), n)
      if (even < end)
        for (let r: i32 = 0; r < 4; r++) store<f32>(at(out + (i + r) * n + even), dot(at(a + (i + r) * D), at(b + even * D)))
    }
    for (let i = m4; i < m; i++) for (let j = j0; j < end; j++) store<f32>(at(out + i * n + j), dot(at(a + i * D), at(b + j * D)))
  }
}

/** Four rows of out, eight floats wide: out_i += Σ_j s_ij b_j. */
function mix4(out: usize, s: usize, b: usize, n: i32, count: i32): void {
  const d: usize = at(D)
  const row: usize = at(n)
  const o1 = out + d
  const o2 = o1 + d
  const o3 = o2 + d
  let c00 = v128.load(out)
  let c01 = v128.load(out, 16)
  let c10 = v128.load(o1)
  let c11 = v128.load(o1, 16)
  let c20 = v128.load(o2)
  let c21 = v128.load(o2, 16)
  let c30 = v128.load(o3)
  let c31 = v128.load(o3, 16)
  const end = s + at(count)
  while (s < end) {
    const y0 = v128.load(b)
    const y1 = v128.load(b, 16)
    let x = v128.load_splat<f32>(s)
    c00 = fma(c00, x, y0)
    c01 = fma(c01, x, y1)
    x = v128.load_splat<f32>(s + row)
    c10 = fma(c10, x, y0)
    c11 = fma(c11, x, y1)
    x = v128.load_splat<f32>(s + 2 * row)
    c20 = fma(c20, x, y0)
    c21 = fma(c21, x, y1)
    x = v128.load_splat<f32>(s + 3 * row)
    c30 = fma(c30, x, y0)
    c31 = fma(c31, x, y1)
    s += 4
    b += d
  }
  v128.store(out, c00)
  v128.store(out, c01, 16)
  v128.store(o1, c10)
  v128.store(o1, c11, 16)
  v128.store(o2, c20)
  v128.store(o2, c21, 16)
  v128.store(o3, c30)
  v128.store(o3, c31, 16)
}

function addScaled(out: usize, x: usize, by: f32): void {
  const f = f32x4.splat(by)
  const bytes: usize = at(D)
  for (let k: usize = 0; k < bytes; k += 32) {
    v128.store(out + k, fma(v128.load(out + k), f, v128.load(x + k)))
    v128.store(out + k, fma(v128.load(out + k, 16), f, v128.load(x + k, 16)), 16)
  }
}

/** One row of out, eight floats at a time: out += Σ_j s_j b_j. */
function mix1(out: usize, s: usize, b: usize, n: i32): void {
  const d: usize = at(D)
  const end = s + at(n)
  for (let c: usize = 0; c < d; c += 32) {
    let c0 = v128.load(out + c)
    let c1 = v128.load(out + c, 16)
    let y = b + c
    for (let p = s; p < end; p += 4) {
      const x = v128.load_splat<f32>(p)
      c0 = fma(c0, x, v128.load(y))
      c1 = fma(c1, x, v128.load(y, 16))
      y += d
    }
    v128.store(out + c, c0)
    v128.store(out + c, c1, 16)
  }
}

/** out_i += Σ_j s[i·n+j] b_j for m rows of out and n rows of b. */
export function mix(out: i32, s: i32, b: i32, m: i32, n: i32): void {
  const tile = tileRows()
  const m4 = m & ~3
  for (let j0: i32 = 0; j0 < n; j0 += tile) {
    const count = min(n - j0, tile)
    for (let i: i32 = 0; i < m4; i += 4)
      for (let c: i32 = 0; c < D; c += 8) mix4(at(out + i * D + c), at(s + i * n + j0), at(b + j0 * D + c), n, count)
    for (let i = m4; i < m; i++) mix1(at(out + i * D), at(s + i * n + j0), at(b + j0 * D), count)
  }
}

/** Four rows of out, eight floats wide: out_j += Σ_i s_ij a_i. */
function spread4(out: usize, s: usize, a: usize, n: i32, m: i32): void {
  const d: usize = at(D)
  const row: usize = at(n)
  const o1 = out + d
  const o2 = o1 + d
  const o3 = o2 + d
  let c00 = v128.load(out)
  let c01 = v128.load(out, 16)
  let c10 = v128.load(o1)
  let c11 = v128.load(o1, 16)
  let c20 = v128.load(o2)
  let c21 = v128.load(o2, 16)
  let c30 = v128.load(o3)
  let c31 = v128.load(o3, 16)
  for (let i: i32 = 0; i < m; i++) {
    const y0 = v128.load(a)
    const y1 = v128.load(a, 16)
    let x = v128.load_splat<f32>(s)
    c00 = fma(c00, x, y0)
    c01 = fma(c01, x, y1)
    x = v128.load_splat<f32>(s, 4)
    c10 = fma(c10, x, y0)
    c11 = fma(c11, x, y1)
    x = v128.load_splat<f32>(s, 8)
    c20 = fma(c20, x, y0)
    c21 = fma(c21, x, y1)
    x = v128.load_splat<f32>(s, 12)
    c30 = fma(c30, x, y0)
    c31 = fma(c31, x, y1)
    s += row
    a += d
  }
  v128.store(out, c00)
  v128.store(out, c01, 16)
  v128.store(o1, c10)
  v128.store(o1, c11, 16)
  v128.store(o2, c20)
  v128.store(o2, c21, 16)
  v128.store(o3, c30)
  v128.store(o3, c31, 16)
}

/** out_j += Σ_i s[i·n+j] a_i for n rows of out and m rows of a. */
export function spread(out: i32, s: i32, a: i32, m: i32, n: i32): void {
  const tile = tileRows()
  const n4 = n & ~3
  for (let i0: i32 = 0; i0 < m; i0 += tile) {
    const count = min(m - i0, tile)
    for (let j: i32 = 0; j < n4; j += 4)
      for (let c: i32 = 0; c < D; c += 8) spread4(at(out + j * D + c), at(s + i0 * n + j), at(a + i0 * D + c), n, count)
    for (let j = n4; j < n; j++)
      for (let i = i0; i < i0 + count; i++) addScaled(at(out + j * D), at(a + i * D), load<f32>(at(s + i * n + j)))
  }
}

/** out = Σ_k weight_k · x[index_k], one row: a row of a sparse matrix times a dense one. */
export function gatherMix(out: i32, x: i32, index: i32, weight: i32, n: i32): void {
  for (let c: i32 = 0; c < D; c += 8) {
    let y0 = f32x4.splat(0)
    let y1 = f32x4.splat(0)
    const base = at(x + c)
    for (let k: i32 = 0; k < n; k++) {
      const row = base + at(load<i32>(at(index + k)) * D)
      const w = v128.load_splat<f32>(at(weight + k))
      y0 = fma(y0, w, v128.load(row))
      y1 = fma(y1, w, v128.load(row, 16))
    }
    v128.store(at(out + c), y0)
    v128.store(at(out + c), y1, 16)
  }
}

/** out_k = x[index_k] for n rows. */
export function gather(out: i32, x: i32, index: i32, n: i32): void {
  for (let k: i32 = 0; k < n; k++) memory.copy(at(out + k * D), at(x + load<i32>(at(index + k)) * D), at(D))
}

/** out[index_k] += x_k for n rows. */
export function scatter(out: i32, x: i32, index: i32, n: i32): void {
  for (let k: i32 = 0; k < n; k++) addScaled(at(out + load<i32>(at(index + k)) * D), at(x + k * D), 1)
}

/** Rows of length 1 in place; their lengths into norms. */
export function unit(x: i32, norms: i32, n: i32): void {
  for (let k: i32 = 0; k < n; k++) {
    const row = at(x + k * D)
    const length = sqrt<f32>(dot(row, row)) + 1e-12
    store<f32>(at(norms + k), length)
    const f = f32x4.splat(1 / length)
    for (let b: usize = 0; b < at(D); b += 16) v128.store(row + b, f32x4.mul(v128.load(row + b), f))
  }
}

/** Gradient by the unit row e → gradient by the row itself, in place: (g − (g·e)e) / length. */
export function unitBack(g: i32, e: i32, norms: i32, n: i32): void {
  for (let k: i32 = 0; k < n; k++) {
    const row = at(g + k * D)
    const unitRow = at(e + k * D)
    const along = f32x4.splat(dot(row, unitRow))
    const f = f32x4.splat(1 / load<f32>(at(norms + k)))
    for (let b: usize = 0; b < at(D); b += 16)
      v128.store(row + b, f32x4.mul(f, f32x4.sub(v128.load(row + b), f32x4.mul(along, v128.load(unitRow + b)))))
  }
}

/** Sets each of n·D numbers to 0 unless its draw is below `keep`·2³², and scales the rest by 1/keep. The same seed gives the same places. */
export function drop(x: i32, n: i32, seed: i32, keep: f32): void {
  let state = i32x4(seed ^ 0x9e3779b9, seed ^ 0x243f6a88, seed ^ 0xb7e15162, seed ^ 0x5bd1e995)
  const limit = i32x4.splat(<i32>(<u32>(keep * <f32>4294967040.0)))
  const f = f32x4.splat(1 / keep)
  const end = at(x + n * D)
  for (let p = at(x); p < end; p += 16) {
    state = v128.xor(state, i32x4.shl(state, 13))
    state = v128.xor(state, i32x4.shr_u(state, 17))
    state = v128.xor(state, i32x4.shl(state, 5))
    v128.store(p, v128.and(i32x4.lt_u(state, limit), f32x4.mul(f, v128.load(p))))
  }
}

/** eˣ for x ≤ 0: 2ᵏ times a polynomial of degree 6 on [−ln2/2, ln2/2]; below −87 it is 0. */
function exp4(x: v128): v128 {
  const alive = f32x4.gt(x, f32x4.splat(-87))
  const v = f32x4.max(x, f32x4.splat(-87))
  const k = f32x4.nearest(f32x4.mul(v, f32x4.splat(<f32>Math.LOG2E)))
  let r = f32x4.sub(v, f32x4.mul(k, f32x4.splat(0.693359375)))
  r = f32x4.add(r, f32x4.mul(k, f32x4.splat(2.1219444e-4)))
  let p = f32x4.splat(1.3981999507e-3)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23)
  return v128.and(alive, f32x4.mul(p, power))
}

function maximum(x: usize, n: i32): f32 {
  let best: f32 = -3.4e38
  let v = f32x4.splat(best)
  const n4 = n & ~3
  for (let k: i32 = 0; k < n4; k += 4) v = f32x4.max(v, v128.load(x + at(k)))
  best = max(max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)), max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)))
  for (let k = n4; k < n; k++) best = max(best, load<f32>(x + at(k)))
  return best
}

/** x ← e^(x − top) in place; returns the sum. */
function expAll(x: usize, n: i32, top: f32): f32 {
  const t = f32x4.splat(top)
  let s = f32x4.splat(0)
  const n4 = n & ~3
  for (let k: i32 = 0; k < n4; k += 4) {
    const e = exp4(f32x4.sub(v128.load(x + at(k)), t))
    v128.store(x + at(k), e)
    s = f32x4.add(s, e)
  }
  let rest = sum(s)
  for (let k = n4; k < n; k++) {
    const e = f32x4.extract_lane(exp4(f32x4.splat(load<f32>(x + at(k)) - top)), 0)
    store<f32>(x + at(k), e)
    rest += e
  }
  return rest
}

/** s ← e^(s − its maximum) for one row of n; returns the sum. */
export function exponentials(s: i32, n: i32): f32 {
  return expAll(at(s), n, maximum(at(s), n))
}

/** Softmax over m rows of n logits and one more logit each (`extra`), in place: both become probabilities. */
export function softmax(s: i32, extra: i32, m: i32, n: i32): void {
  for (let i: i32 = 0; i < m; i++) {
    const row = at(s + i * n)
    const own = load<f32>(at(extra + i))
    const top = max(own, maximum(row, n))
    const e = f32x4.extract_lane(exp4(f32x4.splat(own - top)), 0)
    const f: f32 = <f32>1 / (expAll(row, n, top) + e)
    store<f32>(at(extra + i), e * f)
    for (let k: i32 = 0; k < n; k++) store<f32>(row + at(k), load<f32>(row + at(k)) * f)
  }
}

/** One step of Adam (β .9, .999) on n rows of a table whose moments follow it at + size and + 2·size; g holds the rows' gradients. */
export function adam(table: i32, size: i32, g: i32, index: i32, n: i32): void {
  const b1 = f32x4.splat(0.9)
  const b2 = f32x4.splat(0.999)
  const c1 = f32x4.splat(0.1)
  const c2 = f32x4.splat(0.001)
  const step = f32x4.splat(rate / firstMoment)
  const scale = f32x4.splat(1 / secondMoment)
  const eps = f32x4.splat(1e-8)
  for (let k: i32 = 0; k < n; k++) {
    const row = table + load<i32>(at(index + k)) * D
    for (let c: i32 = 0; c < D; c += 4) {
      const w = at(row + c)
      const first = at(row + size + c)
      const second = at(row + 2 * size + c)
      const x = v128.load(at(g + k * D + c))
      const m = fma(f32x4.mul(b1, v128.load(first)), c1, x)
      const v = fma(f32x4.mul(b2, v128.load(second)), c2, f32x4.mul(x, x))
      v128.store(first, m)
      v128.store(second, v)
      const root = f32x4.add(f32x4.sqrt(f32x4.mul(v, scale)), eps)
      v128.store(w, f32x4.sub(v128.load(w), f32x4.div(f32x4.mul(step, m), root)))
    }
  }
}

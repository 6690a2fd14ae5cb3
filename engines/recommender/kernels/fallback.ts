import type { Kernels } from './kernels.ts'

/** e^(x − top) over one row in place; returns the sum. */
function expAll(f: Float32Array, x: number, n: number, top: number): number {
  let sum = 0
  for (let k = x; k < x + n; k++) sum += f[k] = f[k]! - top < -87 ? 0 : Math.exp(f[k]! - top)
  return sum
}
const maximum = (f: Float32Array, x: number, n: number): number => {
  let best = -3.4e38
  for (let k = x; k < x + n; k++) if (f[k]! > best) best = f[k]!
  return best
}

type Products = Pick<Kernels, 'scores' | 'mix' | 'spread' | 'gatherMix' | 'gather' | 'scatter'>
function products(f: Float32Array, ints: Int32Array, width: () => number): Products {
  const addScaled = (out: number, x: number, by: number) => {
    for (let c = 0; c < width(); c++) f[out + c]! += by * f[x + c]!
  }
  return {
    scores(out, a, b, m, n) {
      const d = width()
      for (let i = 0; i < m; i++)
        for (let j = 0; j < n; j++) {
          let sum = 0
          for (let c = 0; c < d; c++) sum += f[a + i * d + c]! * f[b + j * d + c]!
          f[out + i * n + j] = sum
        }
    },
    mix(out, s, b, m, n) {
      const d = width()
      for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) addScaled(out + i * d, b + j * d, f[s + i * n + j]!)
    },
    spread(out, s, a, m, n) {
      const d = width()
      for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) addScaled(out + j * d, a + i * d, f[s + i * n + j]!)
    },
    gatherMix(out, x, index, weight, n) {
      const d = width()
      f.fill(0, out, out + d)
      for (let k = 0; k < n; k++) addScaled(out, x + ints[index + k]! * d, f[weight + k]!)
    },
    gather(out, x, index, n) {
      const d = width()
      for (let k = 0; k < n; k++) f.copyWithin(out + k * d, x + ints[index + k]! * d, x + (ints[index + k]! + 1) * d)
    },
    scatter(out, x, index, n) {
      const d = width()
      for (let k = 0; k < n; k++) addScaled(out + ints[index + k]! * d, x + k * d, 1)
    },
  }
}

type Rows = Pick<Kernels, 'unit' | 'unitBack' | 'drop'>
function rows(f: Float32Array, width: () => number): Rows {
  const dot = (a: number, b: number) => {
    let sum = 0
    for (let c = 0; c < width(); c++) sum += f[a + c]! * f[b + c]!
    return sum
  }
  return {
    unit(x, norms, n) {
      const d = width()
      for (let k = 0; k < n; k++) {
        const length = Math.sqrt(dot(x + k * d, x + k * d)) + 1e-12
        f[norms + k] = length
        for (let c = x + k * d; c < x + k * d + d; c++) f[c]! /= length
      }
    },
    unitBack(g, e, norms, n) {
      const d = width()
      for (let k = 0; k < n; k++) {
        const along = dot(g + k * d, e + k * d)
        for (let c = 0; c < d; c++) f[g + k * d + c] = (f[g + k * d + c]! - along * f[e + k * d + c]!) / f[norms + k]!
      }
    },
    drop(x, n, seed, keep) {
      const state = new Uint32Array([seed ^ 0x9e3779b9, seed ^ 0x243f6a88, seed ^ 0xb7e15162, seed ^ 0x5bd1e995])
      const limit = Math.trunc(Math.fround(Math.fround(keep) * 4294967040))
      for (let p = x; p < x + n * width(); p += 4)
        for (let lane = 0; lane < 4; lane++) {
          let s = state[lane]!
          s = (s ^ (s << 13)) >>> 0
          s = (s ^ (s >>> 17)) >>> 0
          s = (s ^ (s << 5)) >>> 0
          state[lane] = s
          f[p + lane] = s < limit ? f[p + lane]! / keep : 0
        }
    },
  }
}

type Steps = Pick<Kernels, 'exponentials' | 'softmax' | 'adam'>
function steps(f: Float32Array, ints: Int32Array, width: () => number, pace: () => readonly number[]): Steps {
  return {
    exponentials: (s, n) => expAll(f, s, n, maximum(f, s, n)),
    softmax(s, extra, m, n) {
      for (let i = 0; i < m; i++) {
        const top = Math.max(f[extra + i]!, maximum(f, s + i * n, n))
        const own = Math.exp(f[extra + i]! - top)
        const scale = 1 / (expAll(f, s + i * n, n, top) + own)
        f[extra + i] = own * scale
        for (let k = s + i * n; k < s + i * n + n; k++) f[k]! *= scale
      }
    },
    adam(table, size, g, index, n) {
      const d = width()
      const [rate = 0, first = 1, second = 1] = pace()
      for (let k = 0; k < n; k++)
        for (let c = 0; c < d; c++) {
          const w = table + ints[index + k]! * d + c
          const x = f[g + k * d + c]!
          const m = (f[w + size] = 0.9 * f[w + size]! + 0.1 * x)
          const v = (f[w + 2 * size] = 0.999 * f[w + 2 * size]! + 0.001 * x * x)
          f[w]! -= ((rate / first) * m) / (Math.sqrt(v / second) + 1e-8)
        }
    },
  }
}

/** The kernels in plain TypeScript: the meaning of `kernels.as.ts`, and what runs where there is no SIMD. */
export function plainKernels(floats: Float32Array, ints: Int32Array): Kernels {
  let d = 0
  let paces: readonly number[] = []
  return {
    floats,
    ints,
    width(to) {
      d = to
    },
    pace(...p) {
      paces = p
    },
    ...products(floats, ints, () => d),
    ...rows(floats, () => d),
    ...steps(
      floats,
      ints,
      () => d,
      () => paces,
    ),
  }
}

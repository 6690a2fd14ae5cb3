import { wasm } from './built.ts'
import { plainKernels } from './fallback.ts'

/**
 * Inner loops over one block of memory. Arguments that name data are indices into `floats` (or `ints`, the same memory); rows have the
 * width that was set last, a multiple of 8.
 */
export interface Kernels {
  readonly floats: Float32Array
  readonly ints: Int32Array
  width(d: number): void
  /** Learning rate and the two bias corrections of Adam. */
  pace(rate: number, first: number, second: number): void
  /** out[i·n+j] = a_i · b_j, m rows of a, n rows of b. */
  scores(out: number, a: number, b: number, m: number, n: number): void
  /** out_i += Σ_j s[i·n+j] b_j, m rows of out, n rows of b. */
  mix(out: number, s: number, b: number, m: number, n: number): void
  /** out_j += Σ_i s[i·n+j] a_i, n rows of out, m rows of a. */
  spread(out: number, s: number, a: number, m: number, n: number): void
  /** out = Σ_k weight_k · x[index_k], one row. */
  gatherMix(out: number, x: number, index: number, weight: number, n: number): void
  /** out_k = x[index_k], n rows. */
  gather(out: number, x: number, index: number, n: number): void
  /** out[index_k] += x_k, n rows. */
  scatter(out: number, x: number, index: number, n: number): void
  /** Rows to length 1 in place, lengths into norms. */
  unit(x: number, norms: number, n: number): void
  /** Gradient by the unit rows e → by the rows themselves, in place: (g − (g·e)e) / length. */
  unitBack(g: number, e: number, norms: number, n: number): void
  /** Dropout on n rows in place, survivors scaled by 1/keep; the same seed drops the same places. */
  drop(x: number, n: number, seed: number, keep: number): void
  /** e^(s − max) on n numbers in place; returns their sum. */
  exponentials(s: number, n: number): number
  /** Softmax over each of m rows of n logits and its one of `extra`, in place. */
  softmax(s: number, extra: number, m: number, n: number): void
  /** One step of Adam on the rows index_k of a table; moments at + size and + 2·size. */
  adam(table: number, size: number, g: number, index: number, n: number): void
}

const page = 65536
/** Below the arena lies what the module keeps for itself. */
const reserved = 1024

/** The few words of WebAssembly that are used here; the types of Node do not know them. */
interface Api {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
  readonly Memory: new (sizes: { initial: number }) => { readonly buffer: ArrayBuffer }
}
const api = (globalThis as unknown as { WebAssembly?: Api }).WebAssembly

let compiled: object | null | undefined
/** The module, or null where this machine has no SIMD. */
function compile(): object | null {
  if (compiled === undefined)
    try {
      compiled = api ? new api.Module(Buffer.from(wasm, 'base64')) : null
    } catch {
      compiled = null
    }
  return compiled
}

/** Memory of `size` numbers of four bytes and the kernels on it: SIMD where there is SIMD, plain TypeScript otherwise (or when asked). */
export function createKernels(size: number, plain = false): Kernels & { readonly start: number } {
  const module = plain ? null : compile()
  if (!module || !api) {
    const buffer = new ArrayBuffer((size + reserved) * 4)
    return { ...plainKernels(new Float32Array(buffer), new Int32Array(buffer)), start: reserved }
  }
  const memory = new api.Memory({ initial: Math.ceil(((size + reserved) * 4) / page) })
  const { exports } = new api.Instance(module, { env: { memory, abort: () => {} } })
  return {
    ...(exports as Kernels),
    floats: new Float32Array(memory.buffer),
    ints: new Int32Array(memory.buffer),
    start: reserved,
  }
}

/** Hands out places of one memory one after the other, each at a multiple of 16 bytes. */
export class Arena {
  size = 0
  take(n: number): number {
    const at = this.size
    this.size += (n + 3) & ~3
    return at
  }
}

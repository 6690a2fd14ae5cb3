import { type Arena, createKernels, type Kernels } from '../../kernels/kernels.ts'

/** What fixes the size of the net. */
export interface CapShape {
  readonly items: number
  /** Width of the vectors, a multiple of 8. */
  readonly d: number
  /** How many of the newest rows are read. */
  readonly length: number
  readonly heads: number
}

/** Everything that is learned. Vectors are stored as they are trained, not at length 1. */
export interface CapWeights {
  readonly shape: CapShape
  readonly vectors: Float32Array
  /** heads × d × d: the newest vector asks for others through it. */
  readonly ask: Float32Array
  /** heads × d × d: what a head found is added through it. */
  readonly give: Float32Array
  /** heads × length: how much the k-th newest row counts by its place alone. */
  readonly place: Float32Array
}

/** Places of one batch of histories on its way through the net. */
export interface EncoderPlaces {
  /** Rows of the histories, newest first, one history after the other. */
  readonly x: number
  readonly newest: number
  readonly asked: number
  readonly alpha: number
  readonly pooled: number
  readonly part: number
  readonly z: number
  readonly zLength: number
  readonly ask: number
  readonly give: number
}

/** Memory for encoding: the weights of the heads and room for `batch` histories. */
export function takeEncoder(arena: Arena, { d, length, heads }: CapShape, batch: number): EncoderPlaces {
  return {
    x: arena.take(batch * length * d),
    newest: arena.take(batch * d),
    asked: arena.take(heads * batch * d),
    alpha: arena.take(heads * batch * length),
    pooled: arena.take(heads * batch * d),
    part: arena.take(batch * d),
    z: arena.take(batch * d),
    zLength: arena.take(batch),
    ask: arena.take(heads * d * d * 3),
    give: arena.take(heads * d * d * 3),
  }
}

/** A batch: history b is the rows starts[b] … starts[b + 1] of x. */
export interface Batch {
  readonly size: number
  readonly starts: Int32Array
}

/**
 * Kernels on memory of the arena's size; places are made absolute by adding `start` once.
 */
export function open<T extends object>(arena: Arena, places: T, plain = false): { k: Kernels; at: T } {
  const { start, ...k } = createKernels(arena.size, plain)
  const at = Object.fromEntries(Object.entries(places).map(([name, place]) => [name, (place as number) + start])) as T
  return { k: { ...k }, at }
}

/**
 * z = Σ_m V_m Σ_k softmax_k(b_mk + A_m x_0 · x_k) x_k for every history, to length 1. The rows of x are of length 1 (or dropped out from
 * that). `room` is how many histories the places were taken for.
 */
export function encode(
  k: Kernels,
  at: EncoderPlaces,
  shape: CapShape,
  place: Float32Array,
  batch: Batch & { room: number },
): void {
  const { d, length, heads } = shape
  const { size, starts, room } = batch
  for (let b = 0; b < size; b++) k.floats.copyWithin(at.newest + b * d, at.x + starts[b]! * d, at.x + starts[b]! * d + d)
  k.floats.fill(0, at.z, at.z + size * d)
  k.floats.fill(0, at.pooled, at.pooled + heads * room * d)
  for (let m = 0; m < heads; m++) {
    const asked = at.asked + m * room * d
    const pooled = at.pooled + m * room * d
    k.scores(asked, at.newest, at.ask + m * d * d, size, d)
    for (let b = 0; b < size; b++) {
      const rows = starts[b + 1]! - starts[b]!
      const alpha = at.alpha + (m * room + b) * length
      k.scores(alpha, at.x + starts[b]! * d, asked + b * d, rows, 1)
      softmaxWithPlaces(k.floats, alpha, rows, place.subarray(m * length, m * length + rows))
      k.mix(pooled + b * d, alpha, at.x + starts[b]! * d, 1, rows)
    }
    k.scores(at.part, pooled, at.give + m * d * d, size, d)
    for (let c = 0; c < size * d; c++) k.floats[at.z + c]! += k.floats[at.part + c]!
  }
  k.unit(at.z, at.zLength, size)
}

function softmaxWithPlaces(f: Float32Array, at: number, n: number, place: Float32Array): void {
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < n; k++) top = Math.max(top, (f[at + k]! += place[k]!))
  let sum = 0
  for (let k = 0; k < n; k++) sum += f[at + k] = Math.exp(f[at + k]! - top)
  for (let k = 0; k < n; k++) f[at + k]! /= sum
}

/** E ~ N(0, 1/d), A = 0, V = I/heads, b_1 = −1.5 ln(k+1), the others −.5 ln(k+1): the net starts as a
 * recency-weighted mean; as a plain mean where there is no order. */
export function initialWeights(shape: CapShape, random: () => number, ordered = true): CapWeights {
  const { items, d, length, heads } = shape
  const vectors = new Float32Array(items * d)
  for (let i = 0; i < vectors.length; i += 2) {
    const r = Math.sqrt((-2 * Math.log(1 - random())) / d)
    const angle = 2 * Math.PI * random()
    vectors[i] = r * Math.cos(angle)
    vectors[i + 1] = r * Math.sin(angle)
  }
  const give = new Float32Array(heads * d * d)
  for (let m = 0; m < heads; m++) for (let c = 0; c < d; c++) give[m * d * d + c * d + c] = 1 / heads
  const place = Float32Array.from({ length: heads * length }, (_, i) =>
    ordered ? (i < length ? -1.5 : -0.5) * Math.log((i % length) + 1) : 0,
  )
  return { shape, vectors, ask: new Float32Array(heads * d * d), give, place }
}

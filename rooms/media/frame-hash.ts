/** Side of the grey picture that a hash is made of. */
export const side = 32
/** Frequencies that may stand in a hash, as [across, down]: those next to the mean picture, lowest first. */
const frequencies = Array.from({ length: 100 }, (_, k) => [k % 10, Math.floor(k / 10)] as const)
  .filter(([u, v]) => u + v > 0)
  .sort((a, b) => a[0] + a[1] - b[0] - b[1] || a[0] - b[0])
  .slice(0, 64)
const cosines = Array.from({ length: 10 }, (_, u) =>
  Float64Array.from({ length: side }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * side))),
)
/** Brightness (standard deviation, of 255) below which a picture is as good as plain: its bits would be noise. */
const leastContrast = 5
/** A frequency counts when its wave is this high (of 255), and so many must count: a smooth ramp looks like every other. */
const leastWave = 0.4
const leastWaves = 24

/**
 * Perceptual hash of a grey picture of 32 × 32 (a byte a point): one bit for each of the 64 lowest frequencies of its cosine transform,
 * set where the coefficient is above their median. Copies that were encoded again, scaled, made brighter or cropped a little differ in
 * few bits. Null where there is too little to see. Pure.
 *
 * Source: pHash, C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010), 3.2.1. Deviation: the
 * frequencies are taken in the order of their sum instead of as a square, as the lowest ones survive best.
 */
export function frameHash(grey: Uint8Array): bigint | null {
  if (grey.length !== side * side) throw new Error(`a frame has ${side * side} points, not ${grey.length}`)
  const mean = grey.reduce((a, b) => a + b, 0) / grey.length
  if (Math.sqrt(grey.reduce((a, b) => a + (b - mean) ** 2, 0) / grey.length) < leastContrast) return null
  const waves = transform(grey)
  if (waves.filter(w => Math.abs(w) >= leastWave).length < leastWaves) return null
  const sorted = [...waves].sort((a, b) => a - b)
  const median = ((sorted[31] as number) + (sorted[32] as number)) / 2
  return waves.reduce((hash, w) => (hash << 1n) | (w > median ? 1n : 0n), 0n)
}

/** Heights of the waves, of 255, in the order of `frequencies`. The cosine transform is done along the rows first, then down the columns. */
function transform(grey: Uint8Array): number[] {
  const rows = cosines.map(cosine =>
    Float64Array.from({ length: side }, (_, y) => {
      let sum = 0
      for (let x = 0; x < side; x++) sum += (grey[y * side + x] as number) * (cosine[x] as number)
      return sum
    }),
  )
  return frequencies.map(([u, v]) => {
    let sum = 0
    for (let y = 0; y < side; y++) sum += (rows[u]?.[y] as number) * (cosines[v]?.[y] as number)
    return sum * (u > 0 ? 2 : 1) * (v > 0 ? 2 : 1) * (1 / side ** 2)
  })
}

/** In how many of 64 bits two hashes differ. */
export function distance(a: bigint, b: bigint): number {
  let rest = a ^ b
  let bits = 0
  for (; rest > 0n; rest &= rest - 1n) bits++
  return bits
}

/** Seeded noise only: the same seed must draw the same bytes on every machine. */

export function hash(x: number, y: number, z = 0): number {
  let h = Math.imul(x | 0, 374761393) ^ Math.imul(y | 0, 668265263) ^ Math.imul(z | 0, 2147483647 - 58493)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  h = Math.imul(h ^ (h >>> 15), 2246822519)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

const ease = (t: number) => t * t * (3 - 2 * t)

export function noise2(x: number, y: number, seed = 0): number {
  const xi = Math.floor(x)
  const yi = Math.floor(y)
  const u = ease(x - xi)
  const v = ease(y - yi)
  const a = hash(xi, yi, seed)
  const b = hash(xi + 1, yi, seed)
  const c = hash(xi, yi + 1, seed)
  const d = hash(xi + 1, yi + 1, seed)
  return a + (b - a) * u + (c - a + (a - b - c + d) * u) * v
}

export function fbm(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0
  let amp = 0.5
  for (let i = 0; i < octaves; i++) {
    sum += noise2(x, y, seed + i) * amp
    x = x * 2.03 + 17.1
    y = y * 2.03 + 9.7
    amp *= 0.5
  }
  return sum / (1 - amp * 2)
}

/** Distance to the nearest cell border, for crackle in a glaze: 0 on the line. */
export function crackle(x: number, y: number, seed = 0): number {
  const xi = Math.floor(x)
  const yi = Math.floor(y)
  let first = 9
  let second = 9
  for (let j = -1; j <= 1; j++)
    for (let i = -1; i <= 1; i++) {
      const dx = xi + i + hash(xi + i, yi + j, seed) - x
      const dy = yi + j + hash(xi + i, yi + j, seed + 1) - y
      const d = dx * dx + dy * dy
      if (d < first) {
        second = first
        first = d
      } else if (d < second) second = d
    }
  return Math.sqrt(second) - Math.sqrt(first)
}

/** A stream of numbers in [0,1) from one seed. */
export function stream(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function seedOf(text: string): number {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return h >>> 0
}

export const clamp01 = (t: number) => Math.min(1, Math.max(0, t))
export const step = (from: number, to: number, x: number) => ease(clamp01((x - from) / (to - from)))
export const mix = (a: number, b: number, t: number) => a + (b - a) * t

export type Vec3 = readonly [number, number, number]
export type Vec2 = readonly [number, number]
/** A place or a direction that is written over and over, where a new Vec3 a pixel would cost too much. */
export interface Point {
  x: number
  y: number
  z: number
}
export type Rgb = readonly [number, number, number]

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const sub = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k]
export const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const along = (axis: Vec3, p: Point) => p.x * axis[0] + p.y * axis[1] + p.z * axis[2]
export const cross = (a: Vec3, b: Vec3): Vec3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
export const unit = (a: Vec3): Vec3 => scale(a, 1 / (Math.hypot(a[0], a[1], a[2]) || 1))

/** Colours are mixed and lit in linear light; hex strings are sRGB. */
export function linear(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16)
  const f = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  return [f(((n >> 16) & 255) / 255), f(((n >> 8) & 255) / 255), f((n & 255) / 255)]
}

/** A smooth curve through the points (centripetal enough for still-life outlines). */
export function curve(points: readonly Vec3[], samples: number): Vec3[] {
  const at = (i: number) => points[Math.max(0, Math.min(points.length - 1, i))] as Vec3
  const out: Vec3[] = []
  for (let s = 0; s <= samples; s++) {
    const f = (s / samples) * (points.length - 1)
    const i = Math.min(points.length - 2, Math.floor(f))
    const t = f - i
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const w = (k: 0 | 1 | 2) =>
      0.5 *
      (2 * b[k] +
        (c[k] - a[k]) * t +
        (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
        (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t ** 3)
    out.push([w(0), w(1), w(2)])
  }
  return out
}

import { toward } from '../materials.ts'
import { step } from '../random.ts'
import type { Touch } from '../render/mesh.ts'
import type { Rgb } from '../render/vec.ts'

/** What a pattern is drawn with. */
interface Line {
  readonly color: Rgb
  readonly strength: number
  /** Of the lines of the hemp leaf, in stars. */
  readonly wide?: number
}

/** Seigaiha: waves of overlapping rings. */
export function waves(s: Touch, x: number, y: number, line: Line): void {
  const row = Math.floor(y * 2)
  let best = 9
  for (let j = row - 1; j <= row + 2; j++) {
    const cx = Math.round(x - (j % 2 ? 0.5 : 0)) + (j % 2 ? 0.5 : 0)
    const d = Math.hypot(x - cx, (y - j / 2) * 1.0)
    if (d < 0.5) {
      best = d
      break
    }
  }
  const ring = Math.abs(((best * 6) % 1) - 0.5)
  toward(s, line.color, best < 0.5 ? step(0.3, 0.42, ring) * line.strength : 0)
}

/** Asanoha: the hemp-leaf star, drawn by distance to its lines. */
export function hemp(s: Touch, x: number, y: number, { color, strength, wide = 0.03 }: Line): void {
  const q = y / 0.866
  const row = Math.floor(q)
  const a = x - q * 0.5
  const i = Math.floor(a)
  let [p, r] = [a - i, q - row]
  if (p + r > 1) [p, r] = [1 - p, 1 - r]
  const t = 1 - p - r
  const edge = Math.min(p, r, t)
  const spoke = 1 - Math.max(p, r, t) - 2 * edge
  toward(s, color, Math.max(step(wide, wide * 0.4, edge), step(wide * 0.8, wide * 0.3, spoke)) * strength)
}

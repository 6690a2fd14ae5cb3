import { hash } from '../random.ts'
import { bake, type Ctx, glow, oval, type Pt, pts, put, slabOf, stain, stroke, texture } from './kit.ts'
import type { Scene } from './scene.ts'

/** The morning market from above: crates of fruit, and a hand that chooses. */
export const market: Scene = () => {
  const crates: readonly Fruit[] = [
    ['#e8872f', '#b9541c', 30, 0],
    ['#c8362f', '#7d1c20', 26, 0],
    ['#7da844', '#45702a', 24, 1],
    ['#6a3f78', '#38204a', 22, 0],
    ['#f0cf4e', '#bd8f26', 31, 2],
    ['#e7dfc7', '#ad9c78', 27, 1],
  ]
  const board = bake(
    ctx => {
      ctx.fillStyle = '#5b4433'
      ctx.fillRect(0, 0, 900, 1800)
      for (const [i, fruit] of crates.entries()) crate(ctx, [40 + (i % 2) * 400, 60 + Math.floor(i / 2) * 560], fruit, i)
      texture(ctx, 0.14, 2)
    },
    900,
    1800,
  )
  return (ctx, tick) => {
    put(ctx, board, -70 - 40 * tick.t, -120 - 380 * tick.t)
    stain(ctx, [760, 1100, 500, 700], '20,10,6', 0.5)
    glow(ctx, [60, 120, 620], '255,230,180', 0.3)
  }
}

type Fruit = readonly [pale: string, deep: string, size: number, kind: number]

function crate(ctx: Ctx, [x, y]: Pt, [pale, deep, r, kind]: Fruit, seed: number): void {
  slabOf(ctx, [x - 16, y - 16, 392, 532, 10], '#c9a170')
  slabOf(ctx, [x, y, 360, 500, 6], '#2e2018')
  for (let j = 0; j * r * 1.62 < 470; j++)
    for (let i = 0; i * r * 1.9 < 330; i++) {
      const cx = x + r + 6 + i * r * 1.9 + (j % 2) * r * 0.9 + (hash(i, j, seed) - 0.5) * 8
      const cy = y + r + 8 + j * r * 1.62 + (hash(j, i, seed) - 0.5) * 8
      if (cx > x + 360 - r * 0.8) continue
      const g = ctx.createRadialGradient(cx - r * 0.35, cy - r * 0.4, r * 0.1, cx, cy, r * 1.1)
      g.addColorStop(0, '#fff0d8')
      g.addColorStop(0.25, pale)
      g.addColorStop(1, deep)
      oval(ctx, [cx, cy, r, kind === 2 ? r * 0.7 : r], g, hash(i, j) * 3)
      if (kind === 1)
        stroke(ctx, pts`${cx - r * 0.6} ${cy}, ${cx} ${cy - r * 0.2}, ${cx + r * 0.6} ${cy}`, 'rgba(255,255,255,0.25)', 3)
      else oval(ctx, [cx + r * 0.1, cy - r * 0.1, 3.4, 3.4], '#3f4a24')
    }
  slabOf(ctx, [x + 120, y + 420, 130, 66, 6], '#f6eedb')
  stroke(ctx, pts`${x + 140} ${y + 444}, ${x + 180} ${y + 440}, ${x + 226} ${y + 446}`, '#3a2a20', 5)
  stroke(ctx, pts`${x + 150} ${y + 466}, ${x + 200} ${y + 464}`, '#b8402b', 5)
}

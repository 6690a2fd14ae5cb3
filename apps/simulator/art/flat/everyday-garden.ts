import { hash, noise2, step } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import {
  bake,
  type Ctx,
  cut,
  glints,
  glow,
  gradient,
  type N3,
  oval,
  pts,
  put,
  soft,
  stain,
  stroke,
  texture,
  wash,
} from './kit.ts'
import type { Scene } from './scene.ts'

/** Fireflies over a brook when the frogs have stopped. */
export const fireflies: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#0d2036', '#163a48', '#1d4a46', '#0f2a2a', '#071516')
    for (let k = 0; k < 4; k++)
      for (let i = 0; i < 26; i++) {
        const x = hash(i, k, 1) * (W + 80) - 40
        const y = 420 + k * 120
        stroke(
          ctx,
          pts`${x} ${y + 260}, ${x + (hash(i, k, 2) - 0.5) * 60} ${y + 80}, ${x + (hash(i, k, 3) - 0.5) * 160} ${y - 40 - hash(i, k, 4) * 120}`,
          ['#143b3e', '#103231', '#0b2626', '#061a1b'][k]!,
          7 + k * 3,
        )
      }
    soft(
      ctx,
      pts`300 760, 420 740, 460 860, 300 980, 420 1100, 640 1320, 60 1320, 140 1060, 330 900`,
      gradient(ctx, [0, 740], [0, H], ['#5f97a0', '#2c5c66', '#123338']),
    )
    oval(ctx, [180, 300, 52, 52], '#e8f0dc')
    glow(ctx, [180, 300, 330], '190,230,220', 0.4)
    texture(ctx, 0.12)
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    glints(ctx, sec, { y: [780, 1240], n: 40, seed: 9, rgb: '190,230,220', x: [230, 480], k: 0.5 })
    for (let i = 0; i < 40; i++) {
      const near = hash(i, 6)
      const x = hash(i, 1) * W + 70 * Math.sin(sec * (0.3 + near * 0.4) + i) + 26 * Math.sin(sec * 1.3 + i * 3)
      const y = 360 + hash(i, 2) * 700 + 50 * Math.cos(sec * 0.5 + i * 1.7)
      const on = step(0.1, 0.9, 0.5 + 0.5 * Math.sin(sec * (1.2 + hash(i, 4)) + i * 2.1))
      glow(ctx, [x, y, 26 + near * 60], '200,255,110', 0.85 * on)
      oval(ctx, [x, y, 2.5 + near * 3, 2.5 + near * 3], `rgba(250,255,200,${on})`)
    }
  }
}

/** Morning glories on their strings, opening one by one; a bee. */
export const garden: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#f4ecd2', '#dfe6c2', '#b4c99a', '#6d8a5c', '#3a5238')
    for (let i = 0; i < 6; i++) stroke(ctx, pts`${60 + i * 120} -10, ${60 + i * 120} 1180`, '#c9b48a', 5)
    for (let i = 0; i < 70; i++) {
      const [x, y] = [60 + Math.floor(hash(i, 1) * 6) * 120 + (hash(i, 2) - 0.5) * 120, 150 + hash(i, 3) * 980]
      const r = 34 + hash(i, 4) * 34
      const c = ['#4f8148', '#6ba25a', '#3d6b3c', '#86b86c'][i % 4]!
      soft(
        ctx,
        pts`${x} ${y + r}, ${x - r} ${y + r * 0.2}, ${x - r * 0.6} ${y - r * 0.6}, ${x} ${y - r * 0.1}, ${x + r * 0.6} ${y - r * 0.6}, ${x + r} ${y + r * 0.2}`,
        c,
      )
      stroke(ctx, pts`${x} ${y + r * 0.8}, ${x} ${y - r * 0.1}`, 'rgba(230,244,200,0.4)', 2)
    }
    texture(ctx, 0.12)
  })
  const blooms = [
    [180, 420, 92, '#3f63c8', 0],
    [430, 560, 116, '#7a4fc0', 0.9],
    [230, 720, 84, '#d0568c', 1.8],
    [560, 380, 80, '#3f8fd0', 2.6],
    [520, 800, 96, '#4a56c4', 3.3],
    [330, 300, 66, '#b862b0', 4],
  ] as const
  return (ctx, { sec }) => {
    put(ctx, back)
    for (const [x, y, r, c, from] of blooms) bloom(ctx, [x, y, r], c, 0.25 + 0.75 * step(from, from + 1.4, sec + 0.5), sec)
    for (let i = 0; i < 20; i++) oval(ctx, [60 + hash(i, 20) * 620, 200 + hash(i, 21) * 900, 5, 6], 'rgba(255,255,255,0.8)')
    const [bx, by] = [360 + 190 * Math.sin(sec * 0.9), 560 + 150 * Math.sin(sec * 1.5 + 1)]
    ctx.globalAlpha = 0.7
    for (const s of [-1, 1]) oval(ctx, [bx + s * 12, by - 18, 18, 9 + 6 * Math.abs(Math.sin(sec * 40))], '#f4f8ff', s * 0.5)
    ctx.globalAlpha = 1
    oval(ctx, [bx, by, 24, 16], '#f2b632')
    for (const dx of [-8, 4]) stroke(ctx, pts`${bx + dx} ${by - 14}, ${bx + dx} ${by + 14}`, '#2a2018', 6)
    glow(ctx, [640, 160, 560], '255,246,190', 0.45)
  }
}

function bloom(ctx: Ctx, [x, y, r]: N3, colour: string, open: number, sec: number): void {
  ctx.save()
  ctx.translate(x + Math.sin(sec + x) * 3, y)
  ctx.rotate((1 - open) * 2.4)
  stain(ctx, [12, 22, r * open * 1.1, r * open], '20,40,20', 0.5)
  const ring = (k: number) =>
    Array.from({ length: 20 }, (_, i) => {
      const a = (i / 20) * 6.283
      const rr = r * open * k * (1 + 0.06 * Math.cos(a * 5) + 0.02 * noise2(i, x, 3))
      return [Math.cos(a) * rr, Math.sin(a) * rr] as const
    })
  const g = ctx.createRadialGradient(0, 0, 4, 0, 0, r * open)
  g.addColorStop(0, '#fffef2')
  g.addColorStop(0.28, '#f3e6f4')
  g.addColorStop(0.5, colour)
  g.addColorStop(1, colour)
  soft(ctx, ring(1), g)
  for (let k = 0; k < 5; k++) {
    const a = (k / 5) * 6.283
    cut(
      ctx,
      pts`${Math.cos(a) * 10} ${Math.sin(a) * 10}, ${Math.cos(a - 0.1) * r * open * 0.95} ${Math.sin(a - 0.1) * r * open * 0.95}, ${Math.cos(a + 0.1) * r * open * 0.95} ${Math.sin(a + 0.1) * r * open * 0.95}`,
      'rgba(255,255,255,0.28)',
    )
  }
  oval(ctx, [0, 0, 9 * open, 9 * open], '#f3df8a')
  ctx.restore()
}

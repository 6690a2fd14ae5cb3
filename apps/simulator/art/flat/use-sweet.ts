import { hash, mix } from '../random.ts'
import { steam } from '../scenes/effects.ts'
import { H, W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
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
  slabOf,
  stain,
  stroke,
  texture,
  wash,
} from './kit.ts'
import type { Scene } from './scene.ts'

/** Yuzu in the bath on the longest night. */
export const bath: Scene = () => {
  const tub = bake(ctx => {
    wash(ctx, '#3d3a34', '#5b5446', '#3a4a44')
    for (let i = 0; i < 9; i++) slabOf(ctx, [i * 84 - 10, 120, 78, 330, 3], ['#a8814e', '#98713f', '#b58c58'][i % 3]!)
    cut(ctx, pts`-20 420, ${W + 20} 420, ${W + 20} 500, -20 500`, '#d9b67c')
    ctx.fillStyle = gradient(ctx, [0, 500], [0, H], ['#8fb8a0', '#6fa090', '#3c6a64'])
    ctx.fillRect(-20, 500, W + 40, 800)
    texture(ctx, 0.14)
    oval(ctx, [600, 260, 52, 60], '#fff0c8')
  })
  return (ctx, { sec }) => {
    put(ctx, tub)
    glow(ctx, [600, 260, 420], '255,210,140', 0.6)
    for (let k = 0; k < 12; k++)
      stroke(
        ctx,
        Array.from({ length: 9 }, (_, i) => [i * 100 - 40, 530 + k * 58 + Math.sin(i * 1.1 + sec * 1.1 + k) * (4 + k)] as const),
        'rgba(255,255,255,0.13)',
        4 + k * 0.5,
      )
    for (let i = 0; i < 8; i++) {
      const [x, y] = [
        110 + hash(i, 1) * 520 + Math.sin(sec * 0.6 + i) * 26,
        590 + hash(i, 2) * 420 + Math.sin(sec * 1.3 + i * 2) * 8,
      ]
      const r = 46 + (y - 560) * 0.07
      stain(ctx, [x, y + r * 0.7, r * 1.3, r * 0.5], '10,40,30', 0.4)
      const g = ctx.createRadialGradient(x - r * 0.3, y - r * 0.4, r * 0.1, x, y, r)
      g.addColorStop(0, '#fff5b8')
      g.addColorStop(0.4, '#f6cf3c')
      g.addColorStop(1, '#b98416')
      oval(ctx, [x, y, r, r * 0.92], g)
      oval(ctx, [x, y + r * 0.66, r * 1.05, r * 0.36], 'rgba(130,180,150,0.75)')
    }
    for (let i = 0; i < 5; i++)
      steam(ctx, 100 + i * 140, 760 + (i % 2) * 120, sec + i * 3, { wide: 240, high: 620, strength: 0.085, seed: i + 1 })
    glints(ctx, sec, { y: [540, 1150], n: 24, seed: 8, rgb: '255,230,180', k: 0.5 })
  }
}

/** Sugar stars poured out on the table, sorted by nobody. */
export const stars: Scene = () => {
  const table = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#4a6a8c', '#35506e', '#22364e'])
    ctx.fillRect(0, 0, W, H)
    for (let i = 0; i < 30; i++)
      for (let j = 0; j < 3; j++)
        stroke(
          ctx,
          pts`${j * 300 + (i % 2) * 80} ${i * 46}, ${j * 300 + (i % 2) * 80 + 40} ${i * 46}`,
          'rgba(255,255,255,0.12)',
          4,
        )
    texture(ctx, 0.2)
  })
  const tile = ['#f7c5cb', '#fdf6ec', '#cfe2b0', '#f6dc8c', '#c9d6f0', '#e3c8ec'].map(c =>
    bake(ctx => star(ctx, [40, 40, 32], c), 80, 80),
  )
  return (ctx, { sec }) => {
    put(ctx, table)
    for (let i = 0; i < 150; i++) {
      const born = hash(i, 1) * 4.2
      const t = Math.min(1, (sec + 0.9 - born) / 0.7)
      if (t <= 0) continue
      const a = hash(i, 2) * 6.283
      const r = 40 + Math.sqrt(hash(i, 3)) * 330
      const [x, y] = [
        mix(560, 330 + Math.cos(a) * r * 0.9, t),
        mix(60, 640 + Math.sin(a) * r * 1.1, t) - Math.abs(Math.sin(t * 9)) * (1 - t) * 80,
      ]
      stain(ctx, [x + 6, y + 16, 34, 22], '6,14,26', 0.45)
      ctx.save()
      ctx.translate(x, y)
      ctx.rotate(hash(i, 4) * 6 + (1 - t) * 9)
      put(ctx, tile[i % 6]!, -40, -40, 1)
      ctx.restore()
    }
    ctx.save()
    ctx.translate(610, 120)
    ctx.rotate(-2.2 + 0.06 * Math.sin(sec * 11))
    slabOf(ctx, [-70, -190, 140, 200, 26], 'rgba(236,246,250,0.55)')
    slabOf(ctx, [-58, -176, 116, 150, 20], 'rgba(247,197,203,0.7)')
    ctx.restore()
    if (sec > 3.6)
      hand(ctx, [640 - (sec - 3.6) * 150, 900 - (sec - 3.6) * 90, -0.9, 1.2], { pose: 'pinch', sleeve: ['#e3b65a', '#a87f2c'] })
  }
}

function star(ctx: Ctx, [x, y, r]: N3, colour: string): void {
  for (let k = 0; k < 11; k++) {
    const a = (k / 11) * 6.283
    oval(ctx, [x + Math.cos(a) * r * 0.72, y + Math.sin(a) * r * 0.72, r * 0.26, r * 0.26], colour)
  }
  const g = ctx.createRadialGradient(x - r * 0.3, y - r * 0.35, 1, x, y, r * 0.95)
  g.addColorStop(0, '#ffffff')
  g.addColorStop(0.5, colour)
  g.addColorStop(1, 'rgba(90,60,70,0.55)')
  oval(ctx, [x, y, r * 0.82, r * 0.82], g)
  for (let k = 0; k < 6; k++)
    oval(ctx, [x + Math.cos(k) * r * 0.42, y + Math.sin(k) * r * 0.42, r * 0.16, r * 0.16], 'rgba(255,255,255,0.55)')
}

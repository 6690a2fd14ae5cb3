import { hash, mix, step } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
import {
  bake,
  type Ctx,
  cut,
  falling,
  glow,
  gradient,
  grainOf,
  type N3,
  type N4,
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

/** The plane: one long curl after another. */
export const plane: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#cfe0c4', '#e9e6c8', '#c9b084')
    for (let i = 0; i < 6; i++) slabOf(ctx, [30 + i * 120, 190, 90, 250, 6], ['#b98a52', '#d3a266', '#9c7040'][i % 3]!)
    ctx.fillStyle = gradient(ctx, [0, 460], [0, H], ['#8a6238', '#5f4022', '#2f1f10'])
    ctx.fillRect(-20, 460, W + 40, 840)
    grainOf(ctx, [0, 470, W, 800], '50,28,10', 5)
    texture(ctx, 0.14)
    stain(ctx, [360, 820, 420, 120], '20,10,2', 0.5)
    cut(
      ctx,
      pts`-40 640, ${W + 40} 600, ${W + 40} 800, -40 850`,
      gradient(ctx, [0, 600], [0, 850], ['#f6deb0', '#e3bd80', '#b98a4e']),
    )
    for (let i = 0; i < 16; i++)
      stroke(
        ctx,
        pts`-40 ${660 + i * 11}, 300 ${646 + i * 11 + 8 * Math.sin(i)}, ${W + 40} ${620 + i * 11}`,
        'rgba(150,96,40,0.35)',
        2 + (i % 3),
      )
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    for (let i = 0; i < 9; i++)
      curl(ctx, [60 + hash(i, 1) * 600, 930 + hash(i, 2) * 250, 40 + hash(i, 3) * 34, hash(i, 4) * 6], i)
    const t = (sec + 0.35) % 1.9
    const x = t < 1.35 ? mix(600, 170, step(0, 1.35, t)) : mix(170, 600, step(1.35, 1.9, t))
    const y = 600 + (600 - x) * 0.06
    const grown = t < 1.35 ? t / 1.35 : step(1.9, 1.5, t)
    curl(ctx, [x + 60, y - 90, 20 + grown * 70, grown * 5], 3)
    slabOf(ctx, [x - 120, y - 40, 300, 92, 12], gradient(ctx, [0, y - 40], [0, y + 52], ['#b98348', '#8c5c2c', '#5f3a18']))
    cut(
      ctx,
      pts`${x + 20} ${y - 40}, ${x + 80} ${y - 140}, ${x + 112} ${y - 134}, ${x + 66} ${y - 40}`,
      gradient(ctx, [x, y - 140], [x + 90, y - 40], ['#e8eef0', '#8f989e']),
    )
    hand(ctx, [x + 190, y + 30, -1.1, 1.1], { pose: 'grip', sleeve: ['#c8503a', '#8a3424'] })
    hand(ctx, [x - 70, y + 70, 0.9, 1], { pose: 'grip', mirror: true, sleeve: ['#c8503a', '#8a3424'] })
    falling(sec, { n: 24, seed: 7, speed: 70, sway: 40 }, (fx, fy, near) =>
      oval(ctx, [fx, fy, 2 + near * 3, 1.5 + near * 2], 'rgba(255,240,205,0.7)'),
    )
    glow(ctx, [620, 210, 520], '255,248,215', 0.42)
  }
}

function curl(ctx: Ctx, [x, y, r, turn]: N4, seed: number): void {
  const line = Array.from({ length: 26 }, (_, i) => {
    const a = turn + i * 0.42
    const rr = r * (1 - i / 32)
    return [x + Math.cos(a) * rr, y + Math.sin(a) * rr * 0.8 + seed] as const
  })
  stroke(
    ctx,
    line.map(([a, b]) => [a + 5, b + 9] as const),
    'rgba(40,20,6,0.25)',
    18,
  )
  stroke(ctx, line, '#d9b074', 18)
  stroke(
    ctx,
    line.map(([a, b]) => [a - 2, b - 3] as const),
    '#f9e6bd',
    9,
  )
}

/** Five tops on a tray; they hum, they lean, one falls. */
export const tops: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#2f6b6a', '#22504f', '#143535'])
    ctx.fillRect(0, 0, W, H)
    for (let j = 0; j < 12; j++)
      for (let i = 0; i < 8; i++)
        stroke(
          ctx,
          pts`${i * 104 + (j % 2) * 52 - 40} ${j * 116}, ${i * 104 + (j % 2) * 52 + 12} ${j * 116 + 58}, ${i * 104 + (j % 2) * 52 - 40} ${j * 116 + 116}`,
          'rgba(255,255,255,0.07)',
          5,
        )
    texture(ctx, 0.16)
    stain(ctx, [370, 640, 360, 360], '4,14,14', 0.6)
    oval(ctx, [360, 600, 318, 318], gradient(ctx, [60, 300], [660, 900], ['#e9cf9c', '#c79a5c', '#8a6230']))
    oval(ctx, [360, 600, 288, 288], gradient(ctx, [120, 340], [640, 880], ['#c99c60', '#ecd3a2']))
  })
  const sets = [
    ['#c8503a', '#f4e6cc', '#33405c'],
    ['#3f6f9c', '#f2c33c', '#f4e6cc'],
    ['#5a8a4a', '#f4e6cc', '#c8503a'],
    ['#8a4a8c', '#f0b84a', '#f4e6cc'],
    ['#e08a3c', '#2d3f5e', '#f4e6cc'],
  ] as const
  return (ctx, { sec }) => {
    put(ctx, back)
    sets.forEach((rings, i) => {
      const a = i * 1.257 + sec * 0.35
      const d = 150 + 26 * Math.sin(sec * 1.1 + i * 2)
      const lean = (i === 2 ? step(3.6, 5.4, sec) : 0) + 0.05 * Math.sin(sec * 9 + i)
      top(ctx, [360 + Math.cos(a) * d, 600 + Math.sin(a) * d, 70 + (i % 3) * 14], rings, sec * (24 - i * 2), { lean, way: a })
    })
    const away = step(0.2, 1, sec) * 560
    hand(ctx, [470 + away, 770 + away, -0.6, 1.2], { pose: 'pinch', sleeve: ['#f2c33c', '#c08f1e'] })
    glow(ctx, [150, 220, 480], '255,246,210', 0.36)
  }
}

function top(
  ctx: Ctx,
  [x, y, r]: N3,
  rings: readonly string[],
  spin: number,
  { lean, way }: { lean: number; way: number },
): void {
  ctx.save()
  ctx.translate(x, y)
  stain(ctx, [12 + lean * 20, 22, r * 1.15, r], '60,30,6', 0.5)
  ctx.rotate(way)
  ctx.scale(1, 1 - 0.5 * Math.abs(lean))
  for (const [k, c] of rings.entries()) oval(ctx, [0, 0, r * (1 - k * 0.3), r * (1 - k * 0.3)], c)
  for (let k = 0; k < 3; k++) {
    ctx.strokeStyle = 'rgba(255,255,255,0.28)'
    ctx.lineWidth = r * 0.13
    ctx.beginPath()
    ctx.arc(0, 0, r * (0.9 - k * 0.3), spin + k, spin + k + 1.5)
    ctx.stroke()
  }
  oval(ctx, [lean * 26, 0, r * 0.13, r * 0.13], '#6b4522')
  oval(ctx, [lean * 40 - 2, -4, r * 0.09, r * 0.09], '#e9cf9c')
  ctx.restore()
}

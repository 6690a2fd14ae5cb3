import { hash, mix, step } from '../random.ts'
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
  grainOf,
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

/** A ripe tomato under the knife: slices fall like pages. */
export const tomato: Scene = () => {
  const board = bake(ctx => {
    ctx.fillStyle = '#6f8a86'
    ctx.fillRect(0, 0, W, H)
    texture(ctx, 0.2)
    stain(ctx, [370, 700, 440, 420], '10,20,20', 0.5)
    slabOf(ctx, [40, 240, 640, 800, 34], gradient(ctx, [40, 240], [680, 1040], ['#edcf9c', '#d9b074', '#b98a4e']))
    grainOf(ctx, [50, 250, 620, 780], '120,74,30', 2)
  })
  return (ctx, { sec }) => {
    put(ctx, board)
    const n = Math.min(7, Math.floor((sec + 0.2) / 0.72))
    const t = ((sec + 0.2) / 0.72) % 1
    const edge = 470 - n * 36
    for (let i = 0; i < n; i++) slice(ctx, 520 - i * 8 + 26, 420 + i * 66, i)
    const g = ctx.createRadialGradient(230, 500, 20, 300, 580, 190)
    g.addColorStop(0, '#ff9a7a')
    g.addColorStop(0.35, '#e2432f')
    g.addColorStop(1, '#8f1c18')
    stain(ctx, [300, 640, 200, 180], '60,20,10', 0.5)
    ctx.save()
    ctx.beginPath()
    ctx.rect(0, 200, edge, 900)
    ctx.clip()
    oval(ctx, [300, 580, 168, 160], g)
    for (let k = 0; k < 5; k++)
      cut(ctx, pts`190 570, ${176 + Math.cos(k * 1.26) * 70} ${570 + Math.sin(k * 1.26) * 70}, 204 582`, '#4f7f3a')
    ctx.restore()
    ctx.fillStyle = '#c93424'
    ctx.beginPath()
    ctx.ellipse(edge, 580, 16, Math.sqrt(Math.max(0, 1 - ((edge - 300) / 168) ** 2)) * 160, 0, 0, 6.3)
    ctx.fill()
    const chop = t < 0.5 ? step(0, 0.5, t) : 1 - step(0.5, 0.95, t)
    knife(ctx, edge + 10, 300 + chop * 90)
    hand(ctx, [130, 830, 0.5, 1.25], { pose: 'grip', sleeve: ['#d8d2c4', '#a39a88'] })
  }
}

function slice(ctx: Ctx, x: number, y: number, i: number): void {
  stain(ctx, [x + 8, y + 14, 92, 42], '60,20,10', 0.4)
  oval(ctx, [x, y, 84, 38], '#b3261c', -0.12)
  oval(ctx, [x - 2, y - 5, 80, 34], '#ee6a50', -0.12)
  for (let k = 0; k < 5; k++) {
    const a = k * 1.257 + i
    oval(ctx, [x - 2 + Math.cos(a) * 44, y - 5 + Math.sin(a) * 18, 19, 8], '#f6a47c')
    for (let j = 0; j < 3; j++) oval(ctx, [x - 8 + Math.cos(a) * 44 + j * 7, y - 5 + Math.sin(a) * 18, 2.5, 1.8], '#f8e0a0')
  }
}

function knife(ctx: Ctx, x: number, y: number): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.shadowColor = 'rgba(0,0,0,0.4)'
  ctx.shadowBlur = 18
  ctx.shadowOffsetX = 16
  ctx.fillStyle = gradient(ctx, [-20, 0], [70, 0], ['#f6f9fa', '#b9c2c7', '#868f95'])
  ctx.beginPath()
  ctx.moveTo(-8, -40)
  ctx.quadraticCurveTo(-6, 330, 40, 400)
  ctx.lineTo(66, 400)
  ctx.lineTo(70, -40)
  ctx.fill()
  slabOf(ctx, [-2, 396, 70, 40, 8], '#22262a')
  slabOf(ctx, [4, 430, 58, 240, 24], gradient(ctx, [0, 0], [60, 0], ['#a8713f', '#6b4424', '#3c2412']))
  ctx.restore()
  hand(ctx, [x + 80, y + 640, -0.2, 1.2], { pose: 'grip', sleeve: ['#d8d2c4', '#a39a88'] })
}

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

/** A road of tape across the floor, and a small driver. */
export const floor: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [0, H], ['#e6c795', '#d3ad74', '#a97f48'])
    ctx.fillRect(0, 0, W, H)
    for (let i = 0; i < 8; i++) stroke(ctx, pts`${i * 104 - 10} -10, ${i * 104 - 10} ${H}`, 'rgba(110,70,30,0.35)', 4)
    for (let i = 0; i < 20; i++)
      stroke(ctx, pts`${(i % 8) * 104 - 10} ${hash(i, 1) * H}, ${(i % 8) * 104 + 94} ${hash(i, 1) * H}`, 'rgba(110,70,30,0.3)', 3)
    texture(ctx, 0.14)
    stroke(ctx, pts`120 1290, 180 1000, 560 860, 560 560, 180 480, 260 180, 420 -60`, '#4a4f5c', 96)
    ctx.setLineDash([34, 30])
    stroke(ctx, pts`120 1290, 180 1000, 560 860, 560 560, 180 480, 260 180, 420 -60`, '#f6efe0', 6)
    ctx.setLineDash([])
    for (const [x, y, c] of [
      [330, 640, '#c8503a'],
      [404, 700, '#3f6f9c'],
      [320, 720, '#f2c33c'],
      [96, 720, '#5a8a4a'],
      [600, 330, '#e08a3c'],
      [520, 270, '#f4e6cc'],
    ] as const) {
      stain(ctx, [x + 44, y + 60, 66, 40], '60,30,10', 0.5)
      slabOf(ctx, [x, y, 70, 70, 8], c)
      cut(ctx, pts`${x} ${y}, ${x + 12} ${y - 14}, ${x + 82} ${y - 14}, ${x + 70} ${y}`, 'rgba(255,255,255,0.45)')
      cut(ctx, pts`${x + 70} ${y}, ${x + 82} ${y - 14}, ${x + 82} ${y + 56}, ${x + 70} ${y + 70}`, 'rgba(0,0,0,0.25)')
    }
    stain(ctx, [120, 250, 110, 60], '60,30,10', 0.4)
    cut(ctx, pts`60 260, 120 120, 180 260`, '#4f8148')
  })
  const road = [
    [150, 1180],
    [240, 990],
    [470, 900],
    [560, 740],
    [500, 580],
    [300, 510],
    [200, 420],
    [240, 260],
    [330, 100],
  ] as const
  const at = (u: number) => {
    const f = Math.min(7.99, Math.max(0, u * 8))
    const i = Math.floor(f)
    const t = f - i
    return [mix(road[i]![0], road[i + 1]![0], t), mix(road[i]![1], road[i + 1]![1], t)] as const
  }
  return (ctx, { sec }) => {
    put(ctx, back)
    const u = 0.12 + 0.74 * step(0, 5.6, sec) + 0.02 * Math.sin(sec * 3)
    const [a, b] = [at(u), at(u + 0.03)]
    ctx.save()
    ctx.translate(...a)
    ctx.rotate(Math.atan2(b[1] - a[1], b[0] - a[0]))
    stain(ctx, [10, 16, 96, 60], '40,20,6', 0.55)
    for (const [x, y] of [
      [-40, -40],
      [-40, 40],
      [44, -40],
      [44, 40],
    ] as const)
      slabOf(ctx, [x - 20, y - 10, 40, 20, 8], '#3a2a1c')
    slabOf(ctx, [-78, -38, 156, 76, 34], gradient(ctx, [0, -38], [0, 38], ['#f3d9a8', '#d3a266', '#a8763c']))
    slabOf(ctx, [-40, -28, 74, 56, 20], '#c8503a')
    slabOf(ctx, [6, -22, 20, 44, 8], '#f4e6cc')
    ctx.restore()
    hand(ctx, [a[0] + 40, a[1] + 130, -0.2, 0.82], { pose: 'grip', sleeve: ['#f2c33c', '#c8902a'] })
    glow(ctx, [620, 140, 520], '255,244,205', 0.4)
  }
}

import { hash, mix, step } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
import { bake, type Ctx, cut, glow, gradient, grainOf, oval, pts, put, slabOf, stain, stroke, texture } from './kit.ts'
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

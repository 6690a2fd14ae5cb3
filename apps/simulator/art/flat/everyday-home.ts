import { hash, noise2, step } from '../random.ts'
import { steam } from '../scenes/effects.ts'
import { H, W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
import {
  bake,
  type Ctx,
  cut,
  falling,
  glow,
  gradient,
  type N3,
  type N4,
  oval,
  pts,
  put,
  slabOf,
  soft,
  stain,
  stroke,
  texture,
  wash,
} from './kit.ts'
import type { Scene } from './scene.ts'

/** Breakfast from above: an iron pan, two eggs, the edges going brown. */
export const eggs: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#e9e3d6', '#cfc8b8'])
    ctx.fillRect(0, 0, W, H)
    for (let i = 0; i < 7; i++) {
      stroke(ctx, pts`0 ${i * 210}, ${W} ${i * 210}`, 'rgba(120,112,98,0.35)', 5)
      stroke(ctx, pts`${i * 210 - 60} 0, ${i * 210 - 60} ${H}`, 'rgba(120,112,98,0.35)', 5)
    }
    texture(ctx, 0.12)
    stain(ctx, [390, 640, 400, 400], '30,20,14', 0.55)
    slabOf(ctx, [320, 860, 80, 520, 36], gradient(ctx, [320, 0], [400, 0], ['#5a4636', '#2a2019']))
    oval(ctx, [360, 580, 318, 318], gradient(ctx, [60, 300], [660, 900], ['#5b5f63', '#2a2d30', '#17181a']))
    oval(ctx, [360, 580, 276, 276], gradient(ctx, [100, 320], [620, 860], ['#1d1f21', '#34373a']))
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    glow(ctx, [180, 360, 300], '255,240,210', 0.18)
    for (const [i, [x, y]] of (
      [
        [270, 520],
        [452, 640],
      ] as const
    ).entries())
      egg(ctx, [x, y, 1], sec + i * 1.3, i)
    for (let i = 0; i < 34; i++) {
      const life = (sec * 1.6 + hash(i, 1)) % 1
      const a = hash(i, 2) * 6.3
      const r = 150 + hash(i, 3) * 110
      ctx.globalAlpha = 1 - life
      oval(ctx, [360 + Math.cos(a) * r, 580 + Math.sin(a) * r, 3 + 6 * life, 3 + 6 * life], 'rgba(255,236,190,0.55)')
    }
    ctx.globalAlpha = 1
    falling(sec, { n: 26, seed: 5, speed: 60, sway: 4 }, (x, y, near, i) => {
      if (sec < 2.2 || Math.hypot(x - 360, y - 580) > 240) return
      cut(ctx, pts`${x} ${y}, ${x + 3 + near * 3} ${y + 1}, ${x + 2} ${y + 4}`, i % 2 ? '#20201e' : '#4a4038')
    })
    steam(ctx, 360, 560, sec, { wide: 220, high: 420, strength: 0.07, strands: 4 })
    const away = step(3.4, 4.4, sec) * 500 + (1 - step(1.2, 2, sec)) * 500
    hand(ctx, [600 + away, 420 - away * 0.4, -2.1 + 0.08 * Math.sin(sec * 12), 0.9], {
      pose: 'pinch',
      sleeve: ['#e7d9c4', '#b39f84'],
    })
  }
}

function egg(ctx: Ctx, [x, y, k]: N3, sec: number, seed: number): void {
  const grow = 0.55 + 0.45 * step(0, 2.4, sec)
  const ring = (r: number, wob: number) =>
    Array.from({ length: 14 }, (_, i) => {
      const a = (i / 14) * 6.283
      const rr = r * grow * k * (0.86 + 0.26 * hash(i, seed, 4)) + wob * Math.sin(sec * 13 + i * 2)
      return [x + Math.cos(a) * rr, y + Math.sin(a) * rr * 0.95] as const
    })
  soft(ctx, ring(138, 1.4), '#a8672a')
  soft(ctx, ring(131, 1.4), '#e9d6ae')
  soft(ctx, ring(124, 1.1), '#fffdf4')
  const g = ctx.createRadialGradient(x - 16, y - 18, 4, x, y, 50)
  g.addColorStop(0, '#ffe98c')
  g.addColorStop(0.5, '#f9b42a')
  g.addColorStop(1, '#d97c12')
  stain(ctx, [x + 5, y + 8, 60, 56], '120,80,20', 0.35)
  oval(ctx, [x, y, 46, 44], g)
  oval(ctx, [x - 16, y - 17, 11, 7], 'rgba(255,255,255,0.85)', -0.6)
}

/** Soup on the stove: the lid jumps, the window fogs, leeks go in. */
export const soup: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#3d5a5a', '#4e706c', '#37504f', '#1e2c2e')
    for (let j = 0; j < 5; j++)
      for (let i = -1; i < 6; i++)
        slabOf(
          ctx,
          [i * 150 + (j % 2) * 75 - 40, 170 + j * 76, 144, 70, 6],
          ['#7ba39a', '#6b958d', '#86aca2', '#5f8a84'][Math.floor(hash(i, j) * 4)]!,
        )
    slabOf(ctx, [-20, 250, 0, 0, 0], '#000')
    texture(ctx, 0.14)
    stroke(ctx, pts`60 200, 660 200`, '#c9b08a', 10)
    for (const [i, x] of [150, 250, 560].entries()) {
      stroke(ctx, pts`${x} 200, ${x} 330`, '#b8a27e', 7)
      oval(ctx, [x, 376, 40 - i * 5, 48], i === 1 ? '#a8713f' : '#c2c7c8')
    }
    ctx.fillStyle = gradient(ctx, [0, 900], [0, H], ['#3a4144', '#22282b', '#101416'])
    ctx.fillRect(-20, 900, W + 40, 400)
    slabOf(ctx, [110, 872, 500, 40, 14], '#16191b')
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    for (let i = 0; i < 15; i++) {
      const x = 170 + i * 27
      const h = 22 + 14 * noise2(sec * 9, i, 3)
      soft(ctx, pts`${x - 11} 872, ${x} ${872 - h * 1.9}, ${x + 11} 872`, 'rgba(80,160,255,0.85)')
      soft(ctx, pts`${x - 5} 872, ${x} ${872 - h}, ${x + 5} 872`, 'rgba(230,245,255,0.9)')
    }
    glow(ctx, [360, 880, 330], '90,150,255', 0.3)
    pot(ctx, sec)
  }
}

function pot(ctx: Ctx, sec: number): void {
  const rattle = Math.abs(Math.sin(sec * 15)) * 7 * (0.4 + 0.6 * noise2(sec * 2, 1, 8))
  slabOf(
    ctx,
    [130, 600, 460, 240, 60],
    gradient(ctx, [130, 0], [590, 0], ['#7c2a22', '#d8543c', '#e87a5c', '#a63a2b', '#5a1c18']),
  )
  for (const x of [96, 574]) slabOf(ctx, [x, 650, 50, 30, 14], '#5a1c18')
  slabOf(ctx, [118, 588, 484, 30, 15], '#efdfc4')
  const open = step(2.2, 2.9, sec) * step(5.6, 5, sec)
  for (let i = 0; i < 5; i++)
    steam(ctx, 190 + i * 85, 590, sec + i * 3, { wide: 130, high: 470, strength: 0.05 + 0.12 * open, seed: i, strands: 2 })
  ctx.save()
  ctx.translate(360 + open * 250, 590 - rattle - open * 190)
  ctx.rotate(open * 0.7 + 0.012 * Math.sin(sec * 17))
  ctx.fillStyle = gradient(ctx, [-230, 0], [230, 0], ['#8c3026', '#e0644a', '#f0917a', '#8c3026'])
  ctx.beginPath()
  ctx.moveTo(-232, 0)
  ctx.quadraticCurveTo(-200, -96, 0, -104)
  ctx.quadraticCurveTo(200, -96, 232, 0)
  ctx.fill()
  slabOf(ctx, [-34, -140, 68, 40, 18], '#3a2a22')
  ctx.restore()
  if (open < 0.5) return
  for (let i = 0; i < 16; i++) {
    const f = (sec - 3.1 - i * 0.09) * 1.7
    if (f < 0 || f > 1) continue
    const [x, y] = [250 + hash(i, 4) * 190, 250 + f * f * 340]
    oval(ctx, [x, y, 15, 11], i % 3 ? '#a9cf6a' : '#eef2d2', f * 6 + i)
    oval(ctx, [x, y, 7, 5], '#5d8a3a', f * 6 + i)
  }
}

/** Washing on the roof, the whole city behind it. */
export const laundry: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#5fa7dc', '#9fd0ee', '#e4f1f2', '#d9d6c8', '#b9ad98')
    for (const [x, y, k] of [
      [180, 330, 1],
      [560, 250, 1.2],
      [420, 480, 0.7],
    ] as const)
      for (let i = 0; i < 7; i++)
        oval(ctx, [x + (i - 3) * 40 * k, y - Math.sin(i) * 20 * k, 54 * k, 40 * k], `rgba(255,255,255,${0.5 + 0.06 * i})`)
    for (let i = 0; i < 16; i++) {
      const h = 60 + hash(i, 4) * 180
      ctx.fillStyle = ['#a8b7c4', '#bcc5c8', '#94a6b8', '#cfc6ba'][i % 4]!
      ctx.fillRect(i * 52 - 30, 800 - h, 60, h + 40)
    }
    ctx.fillStyle = gradient(ctx, [0, 830], [0, H], ['#c9b79c', '#9c8468', '#6a543f'])
    ctx.fillRect(-20, 830, W + 40, 480)
    for (let x = -20; x < W + 20; x += 44) slabOf(ctx, [x, 720, 12, 130, 4], '#f2efe6')
    slabOf(ctx, [-20, 712, W + 40, 16, 6], '#f8f5ec')
    texture(ctx, 0.13)
  })
  const cloths: readonly (readonly [number, number, number, string, string])[] = [
    [20, 190, 300, '#fbf7ec', '#d9d2c0'],
    [226, 150, 220, '#e0665a', '#b34038'],
    [390, 130, 330, '#3f63a0', '#27406b'],
    [536, 200, 260, '#f2d27a', '#cfa544'],
  ]
  return (ctx, { sec }) => {
    put(ctx, back)
    stroke(ctx, pts`-30 330, 360 366, ${W + 30} 326`, '#4a4440', 5)
    for (const [i, [x, w, h, pale, deep]] of cloths.entries())
      sheetOf(ctx, [x, 348 + (i % 2) * 8, w, h], pale, deep, sec + i * 0.7)
    glow(ctx, [90, 180, 460], '255,250,220', 0.5)
  }
}

function sheetOf(ctx: Ctx, [x, y, w, h]: N4, pale: string, deep: string, sec: number): void {
  const gust = 0.6 + 0.4 * Math.sin(sec * 0.7)
  const side =
    (u: number) =>
    (v: number): readonly [number, number] => [
      x + u * w + v * v * (46 * gust + 20 * Math.sin(sec * 2.2 + u * 3 - v * 3)),
      y + v * h + 8 * Math.sin(sec * 2.2 + u * 5),
    ]
  const steps = 12
  for (let i = 0; i < steps; i++) {
    const [a, b] = [side(i / steps), side((i + 1.05) / steps)]
    const lit = 0.5 + 0.5 * Math.sin(sec * 2.2 + (i / steps) * 7)
    cut(ctx, [a(0), b(0), b(0.5), b(1), a(1), a(0.5)], pale)
    ctx.globalAlpha = 0.75 * lit
    cut(ctx, [a(0), b(0), b(0.5), b(1), a(1), a(0.5)], deep)
    ctx.globalAlpha = 1
  }
  for (const u of [0.06, 0.94]) slabOf(ctx, [x + u * w - 6, y - 20, 12, 40, 4], '#c9a070')
}

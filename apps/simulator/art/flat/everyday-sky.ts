import { hash, step } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import {
  bake,
  type Ctx,
  cut,
  falling,
  glow,
  gradient,
  type N3,
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

/** Fireworks over the river, each one twice. */
export const fireworks: Scene = () => {
  const town = bake(ctx => {
    for (let i = 0; i < 22; i++) {
      const h = 20 + hash(i, 3) * 70
      ctx.fillStyle = '#0b1020'
      ctx.fillRect(i * 36 - 20, 760 - h, 38, h + 20)
      if (hash(i, 4) > 0.4) oval(ctx, [i * 36, 752 - h * 0.4, 3, 3], '#ffce84')
    }
  })
  return (ctx, { sec }) => {
    wash(ctx, '#070b20', '#101a3e', '#27305e', '#10162e', '#060814')
    const burst = (mirror: boolean) => {
      for (let i = 0; i < 7; i++) {
        const born = i * 0.85 - 0.9
        const age = sec - born
        if (age < 0 || age > 2.8) continue
        shell(
          ctx,
          [130 + hash(i, 1) * 460, 300 + hash(i, 2) * 200, 170 + hash(i, 3) * 110],
          ['255,120,90', '255,210,120', '130,200,255', '240,150,220', '160,255,190'][i % 5]!,
          age,
          i,
        )
      }
      if (mirror) return
    }
    burst(false)
    put(ctx, town)
    ctx.save()
    ctx.beginPath()
    ctx.rect(-60, 772, W + 120, 600)
    ctx.clip()
    ctx.translate(0, 1544)
    ctx.scale(1, -1)
    ctx.globalAlpha = 0.45
    burst(true)
    ctx.restore()
    for (let k = 0; k < 16; k++)
      stroke(
        ctx,
        pts`-20 ${790 + k * 30 + Math.sin(sec + k) * 5}, 360 ${786 + k * 30 - Math.sin(sec * 1.2 + k) * 6}, ${W + 20} ${790 + k * 30}`,
        'rgba(6,9,24,0.5)',
        7 + k * 0.6,
      )
    soft(ctx, pts`360 1010, 470 980, 640 985, 690 1010, 600 1040, 430 1040`, '#05070f')
    oval(ctx, [500, 950, 20, 24], '#05070f')
    oval(ctx, [570, 944, 20, 24], '#05070f')
  }
}

function shell(ctx: Ctx, [x, y, size]: N3, rgb: string, age: number, seed: number): void {
  const grow = 1 - (1 - Math.min(1, age / 1.1)) ** 3
  const dim = step(2.8, 1.2, age)
  glow(ctx, [x, y, size * 1.7], rgb, 0.5 * step(0.9, 0, age) + 0.14 * dim)
  for (let ring = 0; ring < 3; ring++) {
    const n = 14 + ring * 9
    for (let i = 0; i < n; i++) {
      const a = (i / n) * 6.283 + ring * 0.4 + seed
      const r = size * grow * (0.36 + ring * 0.32)
      const drop = age * age * 16
      const flick = 0.55 + 0.45 * Math.sin(age * 18 + i * 5)
      const from = Math.max(0, r - size * 0.3 * (1 - age / 3))
      ctx.strokeStyle = `rgba(${ring === 1 ? '255,250,230' : rgb},${dim * flick})`
      ctx.lineWidth = 4
      ctx.lineCap = 'round'
      ctx.beginPath()
      ctx.moveTo(x + Math.cos(a) * from, y + Math.sin(a) * from + drop * 0.6)
      ctx.lineTo(x + Math.cos(a) * r, y + Math.sin(a) * r + drop)
      ctx.stroke()
    }
  }
}

/** Snow on a village, one window after another. */
export const snow: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#2d3c63', '#5d6d94', '#a9b4cc', '#dfe6ee', '#c4d0e0')
    soft(ctx, pts`-80 600, 80 380, 220 470, 360 330, 540 470, 680 380, 860 600`, '#7c8bb0')
    soft(ctx, pts`-80 720, 160 560, 400 640, 620 540, 840 720, 840 900, -80 900`, '#b6c2d8')
    for (let i = 0; i < 30; i++) {
      const [x, y] = [hash(i, 1) * W, 600 + hash(i, 2) * 90]
      cut(ctx, pts`${x - 20} ${y}, ${x} ${y - 74}, ${x + 20} ${y}`, '#4f6180')
      cut(ctx, pts`${x - 12} ${y - 34}, ${x} ${y - 74}, ${x + 12} ${y - 34}`, '#e6edf4')
    }
    texture(ctx, 0.12)
  })
  const houses = [
    [170, 760, 1, 0],
    [520, 730, 0.85, 1.2],
    [360, 870, 1.25, 2.2],
    [640, 900, 1.1, 3.2],
    [70, 920, 1.05, 4.1],
  ] as const
  return (ctx, { sec }) => {
    put(ctx, back)
    for (const [x, y, k, from] of houses) house(ctx, x, y, k, step(from, from + 0.5, sec + 0.6))
    soft(
      ctx,
      pts`-80 1010, 200 960, 460 1000, 820 950, 820 1400, -80 1400`,
      gradient(ctx, [0, 960], [0, H], ['#e9f0f6', '#b4c4da', '#8599bb']),
    )
    for (let i = 0; i < 9; i++) stain(ctx, [330 + i * 22, 1010 + i * 28, 12, 7], '90,110,150', 0.5)
    falling(sec, { n: 150, seed: 3, speed: 120, sway: 34 }, (x, y, near) =>
      oval(ctx, [x, y, 1.6 + near * near * 7, 1.6 + near * near * 7], `rgba(255,255,255,${0.55 + 0.4 * (1 - near)})`),
    )
  }
}

function house(ctx: Ctx, x: number, y: number, k: number, lit: number): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(k, k)
  ctx.fillStyle = gradient(ctx, [-100, 0], [100, 0], ['#4a3a3a', '#3a2f36'])
  ctx.fillRect(-92, -10, 184, 110)
  for (const wx of [-50, 34]) {
    slabOf(ctx, [wx - 24, 18, 50, 50, 3], lit > 0.05 ? `rgba(255,${180 + 30 * lit},110,${0.2 + 0.8 * lit})` : '#2a2730')
    ctx.strokeStyle = '#2d2326'
    ctx.lineWidth = 4
    ctx.strokeRect(wx - 24, 18, 50, 50)
    stroke(ctx, pts`${wx + 1} 18, ${wx + 1} 68`, '#2d2326', 4)
    if (lit) glow(ctx, [wx, 44, 120], '255,170,80', 0.5 * lit)
  }
  soft(ctx, pts`-150 10, -128 -34, -16 -150, 16 -150, 128 -34, 150 10, 0 -4`, '#f2f6fa')
  soft(ctx, pts`-150 14, -120 0, 0 -16, 120 0, 150 14, 0 4`, '#9fb0cc')
  if (lit > 0.3)
    for (let i = 0; i < 5; i++)
      oval(ctx, [60 + i * 8, -130 - i * 30, 12 + i * 5, 12 + i * 4], `rgba(235,240,248,${0.35 - i * 0.06})`)
  ctx.restore()
}

/** A kite over the hill, the clouds in a hurry. */
export const kite: Scene = () => {
  const cloud = bake(
    ctx => {
      for (let i = 0; i < 16; i++) {
        const a = i / 15
        const [x, y] = [60 + a * 480, 190 - Math.sin(a * 3.14) * 70 - hash(i, 2) * 40]
        oval(
          ctx,
          [x, y, 60 + hash(i, 3) * 50, 50 + hash(i, 4) * 40],
          gradient(ctx, [0, y - 80], [0, y + 80], ['#ffffff', '#f4f3ee', '#b9cbe0']),
        )
      }
    },
    600,
    320,
  )
  return (ctx, { sec }) => {
    wash(ctx, '#1f6fc0', '#4f9fe0', '#a8d8f2', '#eaf5ee', '#9cc27a')
    for (let i = 0; i < 7; i++) {
      const k = 0.5 + hash(i, 2) * 0.9
      put(ctx, cloud, ((hash(i, 3) * 1500 + sec * (36 + k * 60)) % 1500) - 620, 170 + i * 92 * (0.6 + hash(i, 5) * 0.5), k)
    }
    soft(
      ctx,
      pts`-100 1060, 100 900, 360 860, 620 930, 840 880, 840 1400, -100 1400`,
      gradient(ctx, [0, 860], [0, H], ['#9fce6c', '#5f9a48', '#2c5a30']),
    )
    const [kx, ky] = [450 + 90 * Math.sin(sec * 0.9), 400 + 60 * Math.sin(sec * 1.3 + 1)]
    stroke(ctx, pts`252 830, 300 700, ${kx} ${ky + 60}`, 'rgba(255,255,255,0.85)', 2.5)
    ctx.save()
    ctx.translate(kx, ky)
    ctx.rotate(0.35 + 0.25 * Math.sin(sec * 1.7))
    cut(ctx, pts`0 -120, 84 0, 0 130, -84 0`, '#e2432f')
    cut(ctx, pts`0 -120, 84 0, 0 130`, '#c02c26')
    oval(ctx, [0, -10, 34, 34], '#fff3d8')
    stroke(
      ctx,
      pts`0 130, ${30 * Math.sin(sec * 4)} 200, ${-24 * Math.sin(sec * 4 + 1)} 270, ${20 * Math.sin(sec * 4 + 2)} 340`,
      '#f2c33c',
      9,
    )
    ctx.restore()
    soft(ctx, pts`214 960, 222 880, 244 862, 266 880, 272 960`, '#2d3f5e')
    oval(ctx, [244, 840, 22, 25], '#e8bd98')
    soft(ctx, pts`220 838, 224 812, 262 810, 268 836`, '#2a2226')
    for (let i = 0; i < 70; i++) {
      const x = hash(i, 8) * W
      const y = 980 + hash(i, 9) * 330
      stroke(
        ctx,
        pts`${x} ${y}, ${x + 12 + 14 * Math.sin(sec * 3 + x * 0.02)} ${y - 40 - hash(i, 10) * 40}`,
        i % 2 ? '#7fb857' : '#3f7a3c',
        4,
      )
    }
  }
}

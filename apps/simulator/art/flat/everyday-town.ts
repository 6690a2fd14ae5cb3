import { hash, step } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import { bake, type Ctx, cut, glints, glow, gradient, oval, pts, put, slabOf, soft, stroke, texture, wash } from './kit.ts'
import type { Scene } from './scene.ts'

/** Blocks of flats with lit windows, for a strip that is drawn past the train twice as wide as the picture. */
function skyline(seed: number, low: number, colour: string, lit: number): (ctx: Ctx) => void {
  return ctx => {
    for (let x = 0; x < W * 2; ) {
      const w = 70 + hash(x, seed) * 130
      const h = 120 + hash(x, seed, 2) * low
      ctx.fillStyle = colour
      ctx.fillRect(x, 600 - h, w, h + 20)
      for (let j = 0; j < h / 26 - 1; j++)
        for (let i = 0; i < w / 22 - 1; i++) {
          if (hash(x + i, j, seed) > lit) continue
          ctx.fillStyle = `rgba(255,${190 + hash(i, j, seed) * 50},${110 + hash(j, i, seed) * 80},${0.35 + hash(i, j, 3) * 0.6})`
          ctx.fillRect(x + 10 + i * 22, 614 - h + j * 26, 11, 13)
        }
      x += w + hash(x, seed, 5) * 24
    }
  }
}

/** The last train home: the city slides past behind our own reflection. */
export const nightTrain: Scene = () => {
  const far = bake(skyline(3, 170, '#1d2947', 0.3), W * 2, 620)
  const near = bake(skyline(8, 330, '#101932', 0.42), W * 2, 620)
  const car = bake(carriage)
  return (ctx, { sec }) => {
    wash(ctx, '#141b3a', '#2b3263', '#74567e', '#c98a78', '#20233f')
    glow(ctx, [500, 560, 420], '255,150,110', 0.35)
    const slide = (c: typeof far, y: number, speed: number) => {
      const x = -((sec * speed) % (W * 2))
      put(ctx, c, x, y)
      put(ctx, c, x + W * 2, y)
    }
    slide(far, 190, 90)
    slide(near, 260, 260)
    for (let i = 0; i < 4; i++) {
      const x = W + 100 - ((sec * 1500 + i * 700) % 2900)
      stroke(ctx, pts`${x} 0, ${x} 900`, 'rgba(12,14,30,0.8)', 22)
      stroke(ctx, pts`${x - 60} ${300 + i * 8}, ${x + 700} ${296 + i * 8}`, 'rgba(10,12,26,0.55)', 3)
    }
    put(ctx, car)
    for (let i = 0; i < 3; i++) strap(ctx, 130 + i * 230, sec, i)
    ctx.globalAlpha = 0.1
    soft(ctx, pts`470 860, 480 600, 520 540, 580 540, 620 600, 640 860`, '#ffe9d0')
    ctx.globalAlpha = 1
  }
}

function carriage(ctx: Ctx): void {
  ctx.fillStyle = gradient(ctx, [0, 0], [0, H], ['#3a3338', '#57463f', '#7a5c48', '#2d2526'])
  ctx.beginPath()
  ctx.rect(-20, -20, W + 40, H + 40)
  ctx.roundRect(60, 250, 600, 600, 46)
  ctx.fill('evenodd')
  ctx.strokeStyle = '#b9a48c'
  ctx.lineWidth = 10
  ctx.beginPath()
  ctx.roundRect(60, 250, 600, 600, 46)
  ctx.stroke()
  slabOf(ctx, [-40, 960, W + 80, 400, 60], gradient(ctx, [0, 960], [0, H], ['#7d3f3a', '#562b2c', '#2b1719']))
  for (let i = 0; i < 4; i++)
    slabOf(ctx, [-30 + i * 190, 905, 178, 220, 40], gradient(ctx, [0, 905], [0, 1120], ['#a8564a', '#6d3634']))
  glow(ctx, [360, -40, 620], '255,214,160', 0.3)
}

function strap(ctx: Ctx, x: number, sec: number, i: number): void {
  ctx.save()
  ctx.translate(x, 110)
  ctx.rotate(0.1 * Math.sin(sec * 2.3 + i * 0.5) + 0.03 * Math.sin(sec * 7 + i))
  stroke(ctx, pts`0 0, 0 130`, '#d8c6a8', 10)
  ctx.strokeStyle = '#efe4cf'
  ctx.lineWidth = 13
  ctx.beginPath()
  ctx.moveTo(0, 130)
  ctx.lineTo(-44, 205)
  ctx.lineTo(44, 205)
  ctx.closePath()
  ctx.stroke()
  ctx.restore()
}

/** A level crossing at dusk; the bell, the two red lamps, the yellow train. */
export const crossing: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#2a4a86', '#6f7fb4', '#e7a48c', '#f6cf8f', '#5a4a52', '#37303c')
    for (let i = 0; i < 5; i++)
      soft(
        ctx,
        pts`${60 + i * 150} ${240 + i * 40}, ${150 + i * 150} ${215 + i * 44}, ${260 + i * 160} ${250 + i * 36}, ${140 + i * 150} ${270 + i * 40}`,
        'rgba(255,214,190,0.35)',
      )
    soft(ctx, pts`-80 720, 60 560, 260 610, 430 520, 620 600, 820 540, 820 900, -80 900`, '#4b4a6c')
    for (let i = 0; i < 6; i++)
      cut(
        ctx,
        pts`${i * 130 - 40} 760, ${i * 130 - 40} ${660 + (i % 3) * 20}, ${i * 130 + 30} ${610 + (i % 3) * 24}, ${i * 130 + 100} ${660 + (i % 3) * 20}, ${i * 130 + 100} 760`,
        ['#3c3550', '#463c56', '#332e48'][i % 3]!,
      )
    cut(ctx, pts`250 1300, 340 760, 400 760, 640 1300`, '#6d6068')
    ctx.fillStyle = '#2c2834'
    ctx.fillRect(-20, 752, W + 40, 70)
    for (const y of [764, 806]) stroke(ctx, pts`-20 ${y}, ${W + 20} ${y}`, '#c9b7a8', 5)
    texture(ctx, 0.18)
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    const x = 900 - step(0.9, 4.6, sec) * 2600
    train(ctx, x, sec)
    const on = sec % 0.9 < 0.45
    crossingPost(ctx, 108, on)
    crossingPost(ctx, 612, !on)
    const lower = step(0, 0.8, sec)
    ctx.save()
    ctx.translate(108, 770)
    ctx.rotate(-1.25 * (1 - lower))
    for (let i = 0; i < 9; i++) {
      ctx.fillStyle = i % 2 ? '#22202a' : '#f2c33c'
      ctx.fillRect(i * 54, -8, 54, 16)
    }
    ctx.restore()
  }
}

function train(ctx: Ctx, x: number, sec: number): void {
  for (let i = 0; i < 3; i++) {
    const at = x + i * 620
    if (at > W + 60 || at < -700) continue
    slabOf(ctx, [at, 520, 600, 240, 26], gradient(ctx, [0, 520], [0, 760], ['#f8dd7c', '#eeb23d', '#b9772c']))
    ctx.fillStyle = '#8c3b2b'
    ctx.fillRect(at, 676, 600, 22)
    for (let k = 0; k < 5; k++) {
      slabOf(ctx, [at + 34 + k * 112, 560, 84, 84, 10], '#fff3cf')
      soft(
        ctx,
        pts`${at + 56 + k * 112} 646, ${at + 60 + k * 112} 604, ${at + 78 + k * 112} 590, ${at + 96 + k * 112} 604, ${at + 100 + k * 112} 646`,
        hash(i, k) > 0.4 ? '#5a4452' : 'rgba(0,0,0,0)',
      )
    }
    for (let k = 0; k < 4; k++) oval(ctx, [at + 90 + k * 140, 764, 26, 26], '#2b2530')
  }
  glow(ctx, [x - 10, 700, 260], '255,240,190', 0.5 + 0.05 * Math.sin(sec * 40))
}

function crossingPost(ctx: Ctx, x: number, on: boolean): void {
  stroke(ctx, pts`${x} 960, ${x} 400`, '#e6d7b8', 18)
  for (let i = 0; i < 7; i++) stroke(ctx, pts`${x} ${950 - i * 80}, ${x} ${915 - i * 80}`, '#2b2732', 18)
  ctx.save()
  ctx.translate(x, 380)
  for (const a of [-0.5, 0.5]) {
    ctx.save()
    ctx.rotate(a)
    slabOf(ctx, [-86, -12, 172, 24, 6], '#f2c33c')
    ctx.restore()
  }
  ctx.restore()
  for (const [dx, lit] of [
    [-46, on],
    [46, !on],
  ] as const) {
    oval(ctx, [x + dx, 500, 32, 32], '#221e26')
    oval(ctx, [x + dx, 500, 22, 22], lit ? '#ff5340' : '#5a1f1e')
    if (lit) glow(ctx, [x + dx, 500, 170], '255,80,50', 0.75)
  }
}

/** Home along the river: the wheel turns, reeds go by. */
export const bicycle: Scene = () => {
  const hills = bake(
    ctx => {
      for (let k = 0; k < 3; k++)
        soft(
          ctx,
          Array.from(
            { length: 12 },
            (_, i) => [i * 150 - 60, i === 0 || i === 11 ? 620 : 330 + k * 70 + hash(i, k) * 90] as const,
          ),
          ['#8fa7b5', '#6d8f8d', '#4c7565'][k]!,
        )
    },
    W * 2,
    640,
  )
  return (ctx, { sec }) => {
    wash(ctx, '#f3b98b', '#f8d6a4', '#fdeccb', '#a8c3b0', '#3f5f4a')
    oval(ctx, [520, 420, 86, 86], '#fff4d8')
    glow(ctx, [520, 420, 380], '255,210,140', 0.6)
    put(ctx, hills, -((sec * 60) % W), 190)
    ctx.fillStyle = gradient(ctx, [0, 700], [0, 860], ['#cfd9c4', '#7fa39a'])
    ctx.fillRect(-20, 700, W + 40, 170)
    glints(ctx, sec, { y: [710, 850], n: 26, seed: 4, rgb: '255,240,200', k: 0.8 })
    cut(
      ctx,
      pts`-20 850, ${W + 20} 850, ${W + 20} ${H + 20}, -20 ${H + 20}`,
      gradient(ctx, [0, 850], [0, H], ['#5e7a45', '#3a5434', '#1e2f22']),
    )
    cut(ctx, pts`-20 880, ${W + 20} 880, ${W + 20} 930, -20 930`, '#d6bd92')
    rider(ctx, 340, 905, sec)
    for (let i = 0; i < 26; i++) {
      const x = ((i * 61 - sec * 520 + 6000) % 1586) - 400
      const h = 150 + hash(i, 3) * 150
      stroke(
        ctx,
        pts`${x} 1290, ${x + 14} ${1290 - h * 0.6}, ${x + 50 + 12 * Math.sin(sec * 2 + i)} ${1290 - h}`,
        ['#1f3a27', '#2b4b2e', '#16301f'][i % 3]!,
        9,
      )
    }
  }
}

function rider(ctx: Ctx, x: number, y: number, sec: number): void {
  ctx.save()
  ctx.translate(x, y + Math.sin(sec * 9) * 1.6)
  ctx.scale(1.15, 1.15)
  const ink = '#26303a'
  for (const wx of [-92, 92]) {
    ctx.strokeStyle = ink
    ctx.lineWidth = 8
    ctx.beginPath()
    ctx.arc(wx, -56, 56, 0, 6.3)
    ctx.stroke()
    for (let k = 0; k < 6; k++) {
      const a = sec * 7 + k * 1.047
      stroke(ctx, pts`${wx} -56, ${wx + Math.cos(a) * 52} ${-56 + Math.sin(a) * 52}`, 'rgba(38,48,58,0.5)', 2)
    }
  }
  stroke(ctx, pts`-92 -56, -30 -140, 70 -140, 92 -56`, '#b8402b', 8)
  stroke(ctx, pts`-30 -140, 0 -56, 70 -140`, '#b8402b', 8)
  stroke(ctx, pts`70 -140, 78 -176, 52 -184`, ink, 7)
  const a = sec * 5
  const foot = [Math.cos(a) * 26, -52 + Math.sin(a) * 26] as const
  stroke(ctx, [[-34, -176], [26, -126], foot], '#33415e', 26)
  soft(ctx, pts`-60 -180, -46 -300, 6 -322, 30 -290, -8 -170`, '#efe2c8')
  stroke(ctx, pts`0 -288, 34 -224, 54 -190`, '#e4d3b4', 20)
  oval(ctx, [22, -350, 31, 34], '#e8bd98')
  soft(ctx, pts`-14 -350, -10 -396, 40 -400, 52 -362, 20 -372`, '#2a2226')
  soft(
    ctx,
    pts`-20 -330, -70 ${-320 + Math.sin(sec * 6) * 10}, -120 ${-306 + Math.sin(sec * 6 + 1) * 16}, -80 -290, -10 -306`,
    '#c8503a',
  )
  ctx.restore()
}

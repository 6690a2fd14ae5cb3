import { hash, noise2, step } from '../random.ts'
import { motes, steam } from '../scenes/effects.ts'
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

/** A cat on the veranda, the shade of the bamboo blind moving over it. */
export const veranda: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [0, 640], ['#9fbf7a', '#cfe0a0', '#7f9e5a'])
    ctx.fillRect(-10, -10, W + 20, 660)
    for (let i = 0; i < 60; i++)
      oval(
        ctx,
        [hash(i, 1) * W, 60 + hash(i, 2) * 470, 24 + hash(i, 3) * 60, 18 + hash(i, 4) * 30],
        ['#6f9150', '#88ab5f', '#a9c77d', '#56793f'][i % 4]!,
        hash(i, 5),
      )
    for (let i = 0; i < 7; i++) oval(ctx, [60 + i * 110, 560 - (i % 2) * 24, 18, 16], i % 2 ? '#d98f9a' : '#f3efd8')
    ctx.fillStyle = gradient(ctx, [0, 640], [0, H], ['#d9ae74', '#b98a52', '#7d5632'])
    ctx.fillRect(-10, 640, W + 20, 660)
    for (let i = 0; i < 6; i++)
      stroke(ctx, pts`${360 + (i - 2.5) * 120} 640, ${360 + (i - 2.5) * 330} ${H}`, 'rgba(80,48,22,0.55)', 5)
    grainOf(ctx, [0, 650, W, 620], '90,54,26', 4)
    ctx.fillStyle = gradient(ctx, [0, 0], [90, 0], ['#3f2b1c', '#6b4a30'])
    ctx.fillRect(-10, -10, 84, 700)
    ctx.fillRect(W - 60, -10, 80, 700)
    texture(ctx, 0.15)
    for (let y = 0; y < 300; y += 15)
      slabOf(ctx, [74, y, W - 134, 12, 5], gradient(ctx, [0, y], [0, y + 12], ['#e3cb92', '#b1935a']))
    for (const x of [200, 360, 520]) stroke(ctx, pts`${x} 0, ${x} 300`, '#8a6c3c', 4)
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    stain(ctx, [380, 900, 290, 54], '60,32,12', 0.6)
    cat(ctx, 370, 880, sec)
    ctx.save()
    ctx.globalCompositeOperation = 'multiply'
    for (let i = 0; i < 16; i++) {
      const y = 660 + i * 42 + Math.sin(sec * 0.7) * 10
      stroke(ctx, pts`-20 ${y}, ${W + 20} ${y - 120}`, 'rgba(120,88,60,0.28)', 15)
    }
    ctx.restore()
    motes(ctx, { w: W, h: 900 }, sec, 4, 22)
    glow(ctx, [620, 120, 620], '255,240,180', 0.35)
  }
}

function cat(ctx: Ctx, x: number, y: number, sec: number): void {
  const breath = 1 + 0.025 * Math.sin(sec * 1.8)
  const fur = gradient(ctx, [0, -150], [0, 40], ['#f6e3c2', '#e2a75e', '#b0712f'])
  ctx.save()
  ctx.translate(x, y)
  const flick = Math.sin(sec * 1.6) * 24
  stroke(ctx, pts`190 -20, 280 10, ${300 + flick * 0.3} -60, ${262 + flick} -112`, '#d8964a', 34)
  stroke(ctx, pts`${276 + flick * 0.8} -92, ${262 + flick} -112`, '#f6e3c2', 32)
  ctx.save()
  ctx.scale(1, breath)
  soft(ctx, pts`-190 24, -170 -110, -20 -170, 150 -150, 230 -50, 210 30, 0 40`, fur)
  for (let i = 0; i < 5; i++)
    stroke(ctx, pts`${-40 + i * 46} ${-138 + i * i * 4}, ${-30 + i * 46} -100, ${-36 + i * 46} -74`, 'rgba(150,88,36,0.55)', 14)
  ctx.restore()
  soft(ctx, pts`-90 36, -60 2, 30 6, 40 36`, '#f6e3c2')
  for (const k of [-1, 1]) {
    const t = k > 0 ? 0.2 * step(2.2, 2.3, sec % 4) * step(2.7, 2.5, sec % 4) : 0
    ctx.save()
    ctx.translate(-160 + k * 44, -96)
    ctx.rotate(k * 0.25 + t)
    cut(ctx, pts`-30 10, 0 -58, 30 10`, '#d8964a')
    cut(ctx, pts`-14 4, 0 -32, 14 4`, '#e9b4a0')
    ctx.restore()
  }
  oval(ctx, [-160, -50, 92, 74], gradient(ctx, [0, -120], [0, 30], ['#efc488', '#dc9c50', '#c78440']))
  oval(ctx, [-164, -22, 46, 34], '#faeed8')
  for (const dx of [-38, 34]) stroke(ctx, pts`${-160 + dx - 17} -56, ${-160 + dx} -46, ${-160 + dx + 17} -56`, '#4a2c18', 5)
  cut(ctx, pts`-172 -32, -156 -32, -164 -22`, '#c9706a')
  for (const s of [-1, 1])
    for (let i = 0; i < 3; i++)
      stroke(ctx, pts`${-164 + s * 30} ${-20 + i * 6}, ${-164 + s * 96} ${-30 + i * 14}`, 'rgba(255,250,240,0.8)', 2)
  for (let i = 0; i < 3; i++) stroke(ctx, pts`${-184 + i * 24} -118, ${-176 + i * 16} -92`, 'rgba(150,88,36,0.6)', 10)
  ctx.restore()
}

/** Sunday: a record turns, the arm rides the groove. */
export const record: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#a9683c', '#7c4526', '#4a2718'])
    ctx.fillRect(0, 0, W, H)
    grainOf(ctx, [0, 0, W, H], '50,22,10', 9)
    stain(ctx, [380, 640, 420, 420], '20,8,4', 0.6)
    slabOf(ctx, [40, 250, 640, 690, 34], gradient(ctx, [40, 250], [680, 940], ['#efe3cc', '#d4c3a4']))
    oval(ctx, [330, 590, 272, 272], '#2a2724')
    texture(ctx, 0.12)
    for (const [i, c] of ['#c8503a', '#e3a33c', '#3f6f68', '#2d3f5e'].entries())
      slabOf(ctx, [-120 + i * 16, 980 + i * 44, 430, 380, 6], c)
  })
  const disc = bake(
    ctx => {
      oval(ctx, [260, 260, 258, 258], '#141315')
      ctx.strokeStyle = 'rgba(255,255,255,0.07)'
      for (let r = 96; r < 254; r += 5) {
        ctx.lineWidth = 1 + hash(r, 2) * 2
        ctx.beginPath()
        ctx.arc(260, 260, r, 0, 6.3)
        ctx.stroke()
      }
      oval(ctx, [260, 260, 86, 86], '#d9542f')
      ctx.fillStyle = '#f4e2c4'
      ctx.beginPath()
      ctx.moveTo(260, 260)
      ctx.arc(260, 260, 86, -0.4, 1.2)
      ctx.fill()
      for (let i = 0; i < 3; i++) stroke(ctx, pts`214 ${296 + i * 12}, ${262 - i * 8} ${296 + i * 12}`, '#5a1f14', 4)
      oval(ctx, [260, 260, 9, 9], '#efe3cc')
    },
    520,
    520,
  )
  return (ctx, { sec }) => {
    put(ctx, back)
    ctx.save()
    ctx.translate(330, 590)
    ctx.rotate(sec * 3.49)
    put(ctx, disc, -260, -260)
    ctx.restore()
    for (const a of [-0.7, 2.44]) {
      ctx.save()
      ctx.translate(330, 590)
      ctx.rotate(a + 0.04 * Math.sin(sec * 3.5))
      ctx.globalCompositeOperation = 'lighter'
      cut(
        ctx,
        pts`90 -4, 252 -50, 252 50, 90 4`,
        gradient(ctx, [90, 0], [252, 0], ['rgba(255,230,190,0.05)', 'rgba(255,230,190,0.2)']),
      )
      ctx.restore()
    }
    arm(ctx, sec)
    glow(ctx, [620, 200, 520], '255,210,150', 0.28)
    motes(ctx, { w: W, h: H }, sec, 14, 20)
  }
}

function arm(ctx: Ctx, sec: number): void {
  ctx.save()
  ctx.translate(606, 340)
  ctx.rotate(0.34 + sec * 0.012 + 0.006 * Math.sin(sec * 3.5))
  ctx.shadowColor = 'rgba(0,0,0,0.45)'
  ctx.shadowBlur = 14
  ctx.shadowOffsetX = -14
  ctx.shadowOffsetY = 20
  stroke(ctx, pts`0 -46, 0 60, -10 250, -50 330`, '#c9ced2', 13)
  slabOf(ctx, [-76, 316, 42, 64, 8], '#3a3d42')
  oval(ctx, [0, 0, 44, 44], '#8a9096')
  oval(ctx, [0, 0, 22, 22], '#d5dadd')
  slabOf(ctx, [-22, -92, 44, 46, 8], '#5c6268')
  ctx.restore()
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

import { hash, noise2, step } from '../random.ts'
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

const ember = (heat: number): string =>
  `rgb(${Math.round(90 + 165 * heat)},${Math.round(60 + 150 * heat * heat)},${Math.round(60 + 90 * heat ** 4)})`

/** The smith's shop: the hammer comes down on the beat, the blade cools between the blows. */
export const forge: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#14161a', '#1f2226', '#2c2320', '#15110f')
    for (let j = 0; j < 7; j++)
      for (let i = 0; i < 6; i++)
        slabOf(
          ctx,
          [i * 140 + (j % 2) * 70 - 80, 150 + j * 84, 132, 76, 6],
          `rgba(${70 + hash(i, j) * 30},${52 + hash(i, j) * 18},46,0.5)`,
        )
    ctx.fillStyle = '#0c0a0a'
    ctx.beginPath()
    ctx.roundRect(30, 330, 300, 330, [150, 150, 0, 0])
    ctx.fill()
    for (let i = 0; i < 60; i++) oval(ctx, [50 + hash(i, 1) * 260, 600 + hash(i, 2) * 56, 16, 12], ember(0.3 + 0.7 * hash(i, 3)))
    cut(
      ctx,
      pts`200 830, 690 830, 640 900, 520 920, 540 1080, 330 1080, 350 920, 250 896`,
      gradient(ctx, [0, 830], [0, 1080], ['#6d767c', '#363c42', '#1a1d20']),
    )
    slabOf(ctx, [250, 1070, 380, 260, 12], gradient(ctx, [0, 1070], [0, H], ['#5a4030', '#2b1e17']))
    texture(ctx, 0.2)
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    glow(ctx, [180, 600, 460], '255,110,40', 0.6 + 0.12 * noise2(sec * 5, 1, 2))
    const beat = (sec + 0.45) % 1.1
    const heat = 0.55 + 0.45 * Math.exp(-beat * 2)
    slabOf(
      ctx,
      [150, 800, 430, 34, 8],
      gradient(ctx, [150, 0], [580, 0], ['#3a2a22', ember(heat * 0.55), ember(heat), ember(heat * 0.8)]),
    )
    glow(ctx, [450, 815, 300], '255,140,50', 0.7 * heat)
    const lift = beat < 0.16 ? (beat / 0.16) ** 2 : 1 - step(0.16, 0.8, beat)
    hammer(ctx, 470, 800, -0.95 * (1 - lift))
    for (let i = 0; i < 46; i++) {
      const age = beat - 0.16
      if (age < 0 || age > 0.85) break
      const a = -0.2 - hash(i, 4) * 2.8
      const v = 220 + hash(i, 5) * 620
      const [x, y] = [470 + Math.cos(a) * v * age, 806 + Math.sin(a) * v * age + 700 * age * age]
      stroke(
        ctx,
        pts`${x} ${y}, ${x - Math.cos(a) * 26 * (1 - age)} ${y - Math.sin(a) * 26 * (1 - age) + 4}`,
        `rgba(255,${200 - 90 * age},${110 - 90 * age},${1 - age})`,
        4,
      )
    }
    hand(ctx, [96, 850, 1.5, 1], { pose: 'grip', sleeve: ['#6a6258', '#3c352f'], skin: ['#d9a27c', '#9a6440'] })
  }
}

function hammer(ctx: Ctx, x: number, y: number, turn: number): void {
  ctx.save()
  ctx.translate(x + 300, y + 40)
  ctx.rotate(-turn)
  stroke(ctx, pts`40 -30, -290 -70`, '#a8713f', 26)
  stroke(ctx, pts`40 -36, -290 -76`, '#c98f56', 9)
  slabOf(ctx, [-350, -140, 92, 132, 12], gradient(ctx, [-350, 0], [-258, 0], ['#8a9298', '#545b61', '#2a2e32']))
  ctx.restore()
}

/** Dumplings over charcoal: turned, brushed with soy, turned. */
export const dango: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#3a2420', '#2a1a18', '#1a1110')
    slabOf(ctx, [30, 260, 660, 700, 24], gradient(ctx, [0, 260], [0, 960], ['#6f6660', '#4a433f', '#2a2523']))
    slabOf(ctx, [80, 320, 560, 580, 10], '#120c0a')
    for (let i = 0; i < 130; i++)
      oval(
        ctx,
        [90 + hash(i, 1) * 540, 330 + hash(i, 2) * 560, 20 + hash(i, 3) * 18, 16 + hash(i, 4) * 12],
        ['#2a1d1a', '#3a2622', '#1f1513', '#7c2c18', '#c4481c'][Math.floor(hash(i, 5) * 5)]!,
        hash(i, 6) * 3,
      )
    texture(ctx, 0.2)
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    for (let i = 0; i < 14; i++)
      glow(ctx, [110 + hash(i, 7) * 500, 360 + hash(i, 8) * 500, 110], '255,100,30', 0.35 * noise2(sec * 2, i, 3))
    for (let k = 0; k < 5; k++) skewer(ctx, 150 + k * 105, 250, k, sec)
    const at = Math.floor(sec / 1.1) % 5
    const t = (sec / 1.1) % 1
    const x = 150 + at * 105
    stroke(ctx, pts`${x} ${380 + 330 * step(0.15, 0.85, t)}, ${x + 60} ${560 + 330 * t}, ${x + 130} 1300`, '#c9a070', 18)
    oval(ctx, [x, 370 + 330 * step(0.15, 0.85, t), 24, 40], '#efe2c4', 0.15)
    oval(ctx, [x, 360 + 330 * step(0.15, 0.85, t), 18, 22], '#6d3414', 0.15)
    for (let i = 0; i < 3; i++) steam(ctx, 200 + i * 160, 760, sec + i * 4, { wide: 160, high: 560, strength: 0.07, seed: i + 3 })
  }
}

function skewer(ctx: Ctx, x: number, y: number, k: number, sec: number): void {
  const done = step(k * 1.1, k * 1.1 + 1, sec)
  stroke(ctx, pts`${x} ${y - 20}, ${x} ${y + 760}`, '#d8b67c', 10)
  for (let i = 0; i < 4; i++) {
    const yy = y + 130 + i * 94
    stain(ctx, [x + 8, yy + 14, 56, 50], '0,0,0', 0.6)
    const g = ctx.createRadialGradient(x - 14, yy - 16, 4, x, yy, 50)
    g.addColorStop(0, done > 0.5 ? '#f3c98c' : '#fffaf0')
    g.addColorStop(0.6, `rgb(${240 - done * 70},${226 - done * 110},${200 - done * 150})`)
    g.addColorStop(1, `rgb(${190 - done * 90},${170 - done * 110},${140 - done * 110})`)
    oval(ctx, [x, yy, 46, 44], g)
    for (let j = 0; j < 3; j++)
      oval(ctx, [x - 18 + j * 18, yy + 10 - j * 7, 10, 5], `rgba(70,30,10,${0.25 + 0.4 * hash(k, i, j)})`, j)
    if (done > 0.2) oval(ctx, [x - 12, yy - 20, 13, 5], `rgba(255,245,220,${0.75 * done})`, -0.4)
  }
}

/** Molten tin goes into the mould; the light falls from it. */
export const casting: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#182329', '#22333a', '#1a272c', '#0e1518')
    for (let i = 0; i < 5; i++)
      slabOf(ctx, [60 + i * 130, 200 + (i % 2) * 40, 90, 120, 10], ['#3c4f55', '#2f4046', '#4a5f64'][i % 3]!)
    ctx.fillStyle = '#5c4632'
    ctx.fillRect(-20, 330, W + 40, 16)
    cut(
      ctx,
      pts`-20 900, ${W + 20} 900, ${W + 20} ${H + 20}, -20 ${H + 20}`,
      gradient(ctx, [0, 900], [0, H], ['#6a5240', '#3a2c22', '#1a1410']),
    )
    grainOf(ctx, [0, 900, W, 380], '20,12,8', 3)
    stain(ctx, [350, 930, 260, 50], '0,0,0', 0.7)
    slabOf(ctx, [180, 700, 340, 230, 20], gradient(ctx, [180, 0], [520, 0], ['#b5a48a', '#8f7c62', '#54452f']))
    stroke(ctx, pts`350 704, 350 926`, '#4a3c2a', 5)
    for (const y of [760, 880]) slabOf(ctx, [168, y, 364, 16, 6], '#3a3f42')
    oval(ctx, [350, 702, 54, 15], '#1c140c')
    texture(ctx, 0.16)
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    const on = step(0.3, 0.8, sec) * step(5.3, 4.9, sec)
    const tilt = 0.2 + 0.55 * step(0, 0.7, sec) - 0.4 * step(4.8, 5.4, sec)
    if (on > 0) {
      const w = 11 + 2 * Math.sin(sec * 21)
      ctx.fillStyle = gradient(ctx, [0, 470], [0, 705], ['#fffdf0', '#e6ecec', '#cfd9dc'])
      soft(
        ctx,
        pts`300 470, 340 476, ${350 + w} 560, ${350 + w * 0.7} 704, ${350 - w * 0.7} 704, ${350 - w} 570`,
        gradient(ctx, [330, 0], [372, 0], ['#9fb0b6', '#ffffff', '#b7c5ca']),
      )
      glow(ctx, [350, 640, 260], '220,240,250', 0.45 * on)
    }
    oval(ctx, [350, 702, 40 * step(0.6, 4.6, sec), 11 * step(0.6, 4.6, sec)], '#eef4f5')
    glow(ctx, [350, 700, 170], '230,240,240', 0.5 * step(0.6, 2, sec))
    ctx.save()
    ctx.translate(170, 420)
    ctx.rotate(tilt)
    stroke(ctx, pts`-40 -20, -420 -120`, '#6d767c', 20)
    ctx.fillStyle = gradient(ctx, [-80, 0], [130, 0], ['#2a2f32', '#565f64', '#23282b'])
    ctx.beginPath()
    ctx.moveTo(-90, -50)
    ctx.lineTo(140, -44)
    ctx.quadraticCurveTo(110, 110, 10, 110)
    ctx.quadraticCurveTo(-90, 100, -90, -50)
    ctx.fill()
    oval(ctx, [24, -46, 112, 20], '#dfe8ea')
    oval(ctx, [10, -48, 70, 9], '#ffffff')
    ctx.restore()
    glow(ctx, [210, 380, 300], '255,220,190', 0.35)
    for (let i = 0; i < 12; i++) {
      const t = (sec * 0.9 + hash(i, 3)) % 1
      oval(ctx, [350 + (hash(i, 4) - 0.5) * 180 * t, 700 - t * 150 + t * t * 190, 3, 3], `rgba(255,240,220,${(1 - t) * on})`)
    }
  }
}

/** An incense stick by the round window; the moon is out. */
export const moonSmoke: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#231b2a', '#2e2436', '#2a2130', '#15111a')
    texture(ctx, 0.12)
    oval(ctx, [430, 500, 262, 262], '#120d16')
    ctx.save()
    ctx.beginPath()
    ctx.arc(430, 500, 244, 0, 6.3)
    ctx.clip()
    ctx.fillStyle = gradient(ctx, [0, 250], [0, 750], ['#1d2c5a', '#3f5a8c', '#8a93b0'])
    ctx.fillRect(150, 240, 540, 540)
    oval(ctx, [510, 400, 66, 66], '#fbf6e0')
    soft(ctx, pts`120 760, 240 640, 420 690, 640 620, 740 760`, '#1f2a4a')
    for (let i = 0; i < 14; i++) {
      const a = 0.5 + i * 0.09
      stroke(
        ctx,
        pts`150 250, ${150 + Math.cos(a) * 200} ${250 + Math.sin(a) * 200}, ${150 + Math.cos(a) * (300 + i * 9)} ${260 + Math.sin(a) * (300 + i * 8)}`,
        '#141a2e',
        5,
      )
      for (let k = 0; k < 5; k++)
        oval(ctx, [150 + Math.cos(a) * (130 + k * 46), 254 + Math.sin(a) * (130 + k * 46), 17, 5], '#141a2e', a + 0.6)
    }
    ctx.restore()
    glow(ctx, [510, 400, 330], '230,226,200', 0.4)
    ctx.fillStyle = gradient(ctx, [0, 860], [0, H], ['#5c4258', '#35263a', '#17111c'])
    ctx.fillRect(-20, 860, W + 40, 460)
    stain(ctx, [230, 900, 160, 24], '0,0,0', 0.6)
    ctx.fillStyle = gradient(ctx, [120, 0], [340, 0], ['#b98f56', '#8a6a3c', '#4c3820'])
    ctx.beginPath()
    ctx.ellipse(230, 880, 110, 34, 0, 0, 6.3)
    ctx.fill()
    oval(ctx, [230, 870, 92, 22], '#d9d2c8')
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    const top = 540 + sec * 6
    stroke(ctx, pts`230 868, 238 ${top}`, '#6b5138', 9)
    oval(ctx, [238, top, 6, 9], '#ff7a3a')
    glow(ctx, [238, top, 90], '255,120,50', 0.7 + 0.2 * Math.sin(sec * 3))
    steam(ctx, 238, top - 6, sec + 6, { wide: 190, high: 520, strength: 0.42, strands: 2, thin: 0.34, seed: 4 })
    steam(ctx, 240, top - 60, sec + 3, { wide: 260, high: 460, strength: 0.12, strands: 2, thin: 0.6, seed: 9 })
    for (let i = 0; i < 3; i++) oval(ctx, [200 + i * 26, 872 + (i % 2) * 5, 15, 4], '#a49c94')
  }
}

/** The coil from above: the red point walks round it, the ash keeps its shape. */
export const coil: Scene = () => {
  const dish = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#7d8f86', '#56685f', '#33423c'])
    ctx.fillRect(0, 0, W, H)
    for (let i = 0; i < 9; i++) stroke(ctx, pts`${i * 90 - 20} 0, ${i * 90 - 6} ${H}`, 'rgba(20,34,28,0.3)', 3)
    texture(ctx, 0.2)
    stain(ctx, [380, 640, 330, 330], '8,14,12', 0.7)
    oval(ctx, [360, 590, 290, 290], gradient(ctx, [90, 320], [640, 860], ['#f0e6d4', '#d4c4a8', '#9c8a6c']))
    oval(ctx, [360, 590, 246, 246], gradient(ctx, [140, 380], [600, 820], ['#bda98a', '#e6dac2']))
  })
  const at = (u: number): readonly [number, number] => {
    const a = u * 6.283 * 3.2
    const r = 205 * (1 - u) + 30 * u
    return [360 + Math.cos(a) * r, 590 + Math.sin(a) * r]
  }
  return (ctx, { sec }) => {
    put(ctx, dish)
    const burnt = 0.06 + sec * 0.028
    const line = (a: number, b: number) => Array.from({ length: 90 }, (_, i) => at(a + ((b - a) * i) / 89))
    stroke(
      ctx,
      line(burnt, 1).map(([x, y]) => [x + 8, y + 12] as const),
      'rgba(60,40,20,0.35)',
      22,
    )
    stroke(ctx, line(burnt, 1), '#4a5a32', 22)
    stroke(
      ctx,
      line(burnt, 1).map(([x, y]) => [x - 3, y - 4] as const),
      '#7f9150',
      7,
    )
    stroke(ctx, line(0, burnt), '#c9c2b6', 17)
    const [x, y] = at(burnt)
    oval(ctx, [x, y, 12, 12], '#ff8a3c')
    glow(ctx, [x, y, 130], '255,110,40', 0.85)
    steam(ctx, x, y - 8, sec + 5, { wide: 170, high: 430, strength: 0.3, strands: 2, thin: 0.36 })
    if (sec > 1.4) return
    hand(ctx, [x + 190 + sec * 260, y + 260 + sec * 300, -0.7, 1], { pose: 'pinch', sleeve: ['#8d7391', '#5a4662'] })
    stroke(ctx, pts`${x + 10 + sec * 260} ${y + 6 + sec * 300}, ${x + 96 + sec * 260} ${y + 126 + sec * 300}`, '#e4cda0', 9)
    soft(
      ctx,
      pts`${x + sec * 260 - 16} ${y + 8 + sec * 300}, ${x + sec * 260} ${y - 60 + sec * 300}, ${x + 18 + sec * 260} ${y + 10 + sec * 300}`,
      '#ffc46a',
    )
    glow(ctx, [x + sec * 260, y + sec * 300, 150], '255,170,70', 0.6)
  }
}

/** Cold sake from the tin pourer; the cup grows a white breath. */
export const chill: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#c9d8dc', '#e6eef0', '#d3dfe2', '#8fa3a8')
    for (let i = 0; i < 5; i++)
      soft(
        ctx,
        pts`-60 ${250 + i * 110}, 200 ${220 + i * 112}, 460 ${260 + i * 108}, 800 ${236 + i * 110}, 800 ${300 + i * 110}, -60 ${300 + i * 112}`,
        `rgba(255,255,255,${0.3 - i * 0.04})`,
      )
    ctx.fillStyle = gradient(ctx, [0, 830], [0, H], ['#7d2f2a', '#a0392f', '#4f1a1a'])
    ctx.fillRect(-20, 830, W + 40, 480)
    texture(ctx, 0.1)
    stain(ctx, [340, 866, 230, 40], '30,6,6', 0.7)
    slabOf(ctx, [470, 780, 210, 60, 30], '#f4f6f6')
    for (let i = 0; i < 5; i++) slabOf(ctx, [486 + i * 36, 740 + (i % 2) * 12, 40, 44, 8], 'rgba(220,238,244,0.85)')
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    const full = step(0.6, 4.2, sec)
    const on = step(0.4, 0.8, sec) * step(4.6, 4.2, sec)
    const tin = gradient(ctx, [210, 0], [470, 0], ['#7f9095', '#e9f0f1', '#b8c5c9', '#f6fafa', '#8b9a9f', '#56666b'])
    ctx.fillStyle = tin
    ctx.beginPath()
    ctx.moveTo(214, 660)
    ctx.quadraticCurveTo(232, 860, 300, 868)
    ctx.lineTo(380, 868)
    ctx.quadraticCurveTo(448, 860, 466, 660)
    ctx.fill()
    oval(ctx, [340, 660, 126, 30], '#5d6c71')
    oval(ctx, [340, 676 - full * 10, 112 * (0.6 + 0.4 * full), 24 * (0.6 + 0.4 * full)], `rgba(236,244,240,${0.25 + 0.6 * full})`)
    for (let k = 0; k < 3; k++) {
      ctx.strokeStyle = `rgba(255,255,255,${0.6 * on * (1 - ((sec * 2 + k / 3) % 1))})`
      ctx.lineWidth = 3
      ctx.beginPath()
      ctx.ellipse(330, 670, 90 * ((sec * 2 + k / 3) % 1), 18 * ((sec * 2 + k / 3) % 1), 0, 0, 6.3)
      ctx.stroke()
    }
    if (on > 0) soft(ctx, pts`318 400, 336 402, 338 560, 336 672, 324 672, 320 540`, 'rgba(244,250,250,0.85)')
    pourer(ctx, on)
    for (let i = 0; i < 40; i++) {
      const size = step(hash(i, 9) * 4, hash(i, 9) * 4 + 1.2, sec) * (2 + hash(i, 4) * 4)
      const u = hash(i, 1)
      oval(ctx, [236 + u * 206, 716 + hash(i, 2) * 130, size, size * 1.2], 'rgba(255,255,255,0.8)')
    }
    glints(ctx, sec, { y: [850, 1180], n: 14, seed: 2, rgb: '255,190,170', k: 0.25 })
    steam(ctx, 340, 655, sec, { wide: 200, high: 90, strength: 0.16 * full, strands: 4 })
  }
}

function pourer(ctx: Ctx, on: number): void {
  ctx.save()
  ctx.translate(460, 330)
  ctx.rotate(-0.25 - 0.3 * on)
  const tin = gradient(ctx, [-120, -100], [130, 100], ['#f3f7f8', '#aab8bd', '#e3eaec', '#7c8b90'])
  soft(ctx, pts`-180 10, -120 -50, 130 -70, 170 20, 110 110, -60 110, -130 60`, tin)
  cut(ctx, pts`-120 -30, -186 34, -96 54`, '#c4d0d4')
  oval(ctx, [20, -50, 130, 24], '#6d7d82')
  ctx.restore()
  hand(ctx, [690, 330, -1.35, 1], { pose: 'grip', sleeve: ['#22333a', '#121d22'] })
}

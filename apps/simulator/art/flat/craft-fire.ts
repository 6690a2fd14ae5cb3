import { hash, noise2, step } from '../random.ts'
import { steam } from '../scenes/effects.ts'
import { H, W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
import {
  bake,
  type Ctx,
  cut,
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

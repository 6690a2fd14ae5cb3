import { hash, noise2 } from '../random.ts'
import { steam } from '../scenes/effects.ts'
import { H, W } from '../scenes/film-types.ts'
import {
  bake,
  bokeh,
  type Ctx,
  camera,
  cut,
  glints,
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

/** A lane after rain: paper lanterns, a curtain in the door, the same again in the wet stones. */
export const lane: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#0e1328', '#1b2140', '#3a2c3e', '#241a22', '#0d0b14')
    cut(ctx, pts`-20 -20, 230 120, 230 860, -20 980`, gradient(ctx, [0, 0], [230, 0], ['#241a1c', '#4a3128']))
    cut(ctx, pts`${W + 20} -20, 480 120, 480 860, ${W + 20} 980`, gradient(ctx, [480, 0], [W, 0], ['#553a2c', '#211719']))
    for (let i = 0; i < 5; i++) {
      stroke(ctx, pts`${40 + i * 40} ${330 + i * 8}, ${40 + i * 40} ${900 - i * 12}`, 'rgba(20,12,10,0.7)', 6)
      stroke(ctx, pts`${690 - i * 40} ${330 + i * 8}, ${690 - i * 40} ${900 - i * 12}`, 'rgba(20,12,10,0.7)', 6)
    }
    cut(
      ctx,
      pts`230 860, 480 860, ${W + 60} ${H + 20}, -60 ${H + 20}`,
      gradient(ctx, [0, 860], [0, H], ['#5a4038', '#2b2026', '#141018']),
    )
    ctx.fillStyle = '#e9a85c'
    ctx.fillRect(296, 560, 118, 300)
    glow(ctx, [355, 700, 330], '255,170,80', 0.6)
    cut(ctx, pts`286 560, 424 560, 420 660, 290 660`, '#27406b')
    for (const x of [322, 356, 390]) stroke(ctx, pts`${x} 600, ${x} 662`, '#e9a85c', 3)
    texture(ctx, 0.16)
  })
  const lamps = [
    [120, 420, 1.25],
    [612, 400, 1.3],
    [196, 520, 0.85],
    [528, 510, 0.85],
    [248, 588, 0.55],
    [468, 584, 0.55],
  ] as const
  return (ctx, { sec }) => {
    put(ctx, back)
    lamps.forEach(([x, y, k], i) => {
      const sway = Math.sin(sec * 1.3 + i) * 6 * k
      const light = 0.5 + 0.08 * noise2(sec * 3, i, 4)
      paperLantern(ctx, [x + sway, y, k], '#f4793a', '#ffd9a0')
      glow(ctx, [x + sway, y + 20, 210 * k], '255,140,60', light)
      ctx.globalAlpha = 0.5
      const mirror = 1700 - y * 1.3
      for (let j = 0; j < 7; j++)
        oval(
          ctx,
          [x + (x - 355) * 0.35 + Math.sin(sec * 2 + j * 1.3 + i) * 9, mirror - 360 + j * 26, 34 * k * (1 - j * 0.09), 7],
          `rgba(255,150,70,${0.42 - j * 0.05})`,
        )
      ctx.globalAlpha = 1
    })
    const walk = 355 + Math.sin(sec * 0.5) * 14
    const near = 0.7 + sec * 0.035
    umbrella(ctx, walk, 830, near, sec)
    glints(ctx, sec, { y: [900, 1240], n: 26, seed: 6, rgb: '255,190,120', k: 0.35 })
  }
}

export function paperLantern(ctx: Ctx, [x, y, k]: N3, colour: string, light: string): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(k, k)
  const g = ctx.createRadialGradient(0, 20, 6, 0, 10, 92)
  g.addColorStop(0, light)
  g.addColorStop(0.55, colour)
  g.addColorStop(1, '#7c2418')
  oval(ctx, [0, 0, 56, 74], g)
  ctx.strokeStyle = 'rgba(90,20,10,0.4)'
  ctx.lineWidth = 2
  for (let j = -3; j <= 3; j++) {
    ctx.beginPath()
    ctx.ellipse(0, j * 18, 56 * Math.sqrt(1 - (j * 18) ** 2 / 5900), 7, 0, 0, 3.15)
    ctx.stroke()
  }
  slabOf(ctx, [-28, -84, 56, 14, 4], '#241a18')
  slabOf(ctx, [-28, 70, 56, 14, 4], '#241a18')
  stroke(ctx, pts`0 -84, 0 -140`, '#1a1414', 3)
  ctx.restore()
}

function umbrella(ctx: Ctx, x: number, y: number, k: number, sec: number): void {
  ctx.save()
  ctx.translate(x, y + Math.abs(Math.sin(sec * 3.2)) * -4)
  ctx.scale(k, k)
  stain(ctx, [0, 168, 90, 20], '5,4,8', 0.7)
  const step1 = Math.sin(sec * 3.2) * 14
  stroke(ctx, pts`-10 60, ${-12 + step1} 165`, '#171420', 18)
  stroke(ctx, pts`10 60, ${12 - step1} 165`, '#171420', 18)
  soft(ctx, pts`-44 -60, 44 -60, 56 90, -56 90`, '#2f4266')
  ctx.fillStyle = gradient(ctx, [-110, -130], [110, -40], ['#d4483a', '#a52e2c', '#5e1a1f'])
  ctx.beginPath()
  ctx.moveTo(-120, -40)
  ctx.quadraticCurveTo(-90, -150, 0, -156)
  ctx.quadraticCurveTo(90, -150, 120, -40)
  for (let i = 0; i < 4; i++) ctx.quadraticCurveTo(90 - i * 60, -62, 60 - i * 60, -40)
  ctx.fill()
  for (const dx of [-60, 0, 60]) stroke(ctx, pts`0 -156, ${dx * 0.7} -110, ${dx} -42`, 'rgba(60,10,14,0.5)', 2)
  ctx.restore()
}

/** Lanterns over the square, and the crowd's dark backs. */
export const festival: Scene = () => {
  const crowd = bake(ctx => {
    for (let i = 0; i < 16; i++) {
      const [x, y] = [hash(i, 2) * W, 800 + (i / 16) * 210]
      soft(
        ctx,
        pts`${x - 90} ${y + 300}, ${x - 74} ${y + 70}, ${x} ${y + 30}, ${x + 74} ${y + 70}, ${x + 90} ${y + 300}`,
        ['#1d1a30', '#241c34', '#17152a'][i % 3]!,
      )
      oval(ctx, [x, y, 42, 48], '#151226')
      if (i % 3 === 0) oval(ctx, [x + 20, y - 44, 18, 14], '#151226')
    }
    ctx.fillStyle = '#100e1e'
    ctx.fillRect(0, 1080, W, 300)
  })
  return (ctx, tick) => {
    const { sec } = tick
    wash(ctx, '#171a3c', '#2c2358', '#5c2f5e', '#a04a4a', '#1d1630')
    bokeh(ctx, { n: 30, seed: 12, y: [420, 860], size: [10, 44], colours: ['255,170,90', '255,120,90', '255,220,160'], k: 0.4 })
    for (let row = 0; row < 4; row++) {
      const y0 = 260 + row * 118
      const k = 0.62 + row * 0.12
      stroke(ctx, pts`-40 ${y0 - 80}, ${W / 2} ${y0 - 20}, ${W + 40} ${y0 - 90}`, '#120f22', 3)
      for (let i = 0; i < 6; i++) {
        const x = 10 + i * 150 + (row % 2) * 70
        const y = y0 + 40 - Math.abs(x - W / 2) * 0.16 + Math.sin(sec * 1.5 + i + row * 2) * 5
        paperLantern(ctx, [x, y, k * 0.8], i % 3 === 1 ? '#f4e6cf' : '#ef4a34', '#fff0c0')
        glow(ctx, [x, y, 110 * k], '255,150,80', 0.4 + 0.1 * noise2(sec * 2, i, row))
      }
    }
    camera(ctx, [0, 0, 1], [0, -14, 1.08], tick, () => put(ctx, crowd, 0, Math.sin(sec * 4) * 7))
  }
}

/** A noodle stall at night, with its steam. */
export const stall: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#0c1222', '#18203a', '#1a1826', '#0e0c14')
    bokeh(ctx, { n: 26, seed: 30, y: [180, 700], size: [14, 60], colours: ['90,140,220', '240,110,120', '255,190,110'], k: 0.25 })
    cut(ctx, pts`90 330, 630 330, 690 400, 30 400`, gradient(ctx, [0, 330], [0, 400], ['#7a2c26', '#4c1c1c']))
    ctx.fillStyle = gradient(ctx, [0, 400], [0, 900], ['#ffcb7c', '#e08a3c', '#8c4a24'])
    ctx.fillRect(80, 400, 560, 480)
    for (let i = 0; i < 5; i++)
      cut(
        ctx,
        pts`${84 + i * 112} 400, ${188 + i * 112} 400, ${186 + i * 112} 520, ${86 + i * 112} 520`,
        i % 2 ? '#9c2f26' : '#b23a2c',
      )
    for (let i = 0; i < 7; i++) slabOf(ctx, [110 + i * 76, 600, 44, 70, 8], ['#6d3a20', '#c98f4a', '#8a5a30'][i % 3]!)
    ctx.fillStyle = '#5c3018'
    ctx.fillRect(90, 668, 540, 12)
    cut(ctx, pts`40 800, 680 800, 700 1010, 20 1010`, gradient(ctx, [0, 800], [0, 1010], ['#a86a38', '#5a3420', '#2c1a14']))
    for (const x of [160, 350, 560]) {
      stain(ctx, [x, 800, 70, 10], '30,14,6', 0.7)
      ctx.fillStyle = gradient(ctx, [x - 60, 0], [x + 60, 0], ['#f4ead8', '#e0cdb0', '#8c6a4c'])
      ctx.beginPath()
      ctx.moveTo(x - 62, 730)
      ctx.quadraticCurveTo(x - 50, 800, x, 802)
      ctx.quadraticCurveTo(x + 50, 800, x + 62, 730)
      ctx.fill()
      oval(ctx, [x, 730, 62, 15], '#8c4a24')
      stroke(ctx, pts`${x - 30} 728, ${x} 734, ${x + 30} 726`, '#f6dfa0', 6)
    }
    texture(ctx, 0.14)
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    glow(ctx, [360, 560, 520], '255,170,80', 0.36 + 0.03 * Math.sin(sec * 5))
    cook(ctx, 420 + Math.sin(sec * 1.6) * 30, sec)
    for (const [i, x] of [160, 350, 560].entries())
      steam(ctx, x, 722, sec + i * 2, { wide: 110, high: 380, strength: 0.14, seed: i + 2 })
    for (const [i, x] of [110, 500].entries()) {
      soft(ctx, pts`${x - 110} 1320, ${x - 96} 940, ${x} 890, ${x + 96} 940, ${x + 110} 1320`, '#14121c')
      oval(ctx, [x + Math.sin(sec * 1.4 + i * 2) * 6, 850 + Math.sin(sec * 2 + i) * 4, 62, 70], '#17141f')
    }
  }
}

function cook(ctx: Ctx, x: number, sec: number): void {
  ctx.save()
  ctx.translate(x, 700)
  soft(ctx, pts`-70 110, -62 -20, 0 -50, 62 -20, 70 110`, '#f0ece0')
  oval(ctx, [0, -84, 40, 46], '#d9a27c')
  slabOf(ctx, [-42, -120, 84, 24, 8], '#33507e')
  stroke(ctx, pts`50 0, 90 ${20 + Math.sin(sec * 3) * 18}, 64 70`, '#f0ece0', 26)
  ctx.restore()
}

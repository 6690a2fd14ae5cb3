import { hash, step } from '../random.ts'
import { steam } from '../scenes/effects.ts'
import { H, W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
import { bake, type Ctx, cut, glints, glow, gradient, oval, pts, put, slabOf, soft, stain, stroke, texture, wash } from './kit.ts'
import type { Scene } from './scene.ts'

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

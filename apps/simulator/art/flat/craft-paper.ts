import { hash, mix, step } from '../random.ts'
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

/** The papermaker's screen goes into the vat, and comes out with a sheet. */
export const vat: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#33405c', '#54617c', '#7d8494', '#3a3f4c')
    for (let i = 0; i < 4; i++)
      slabOf(ctx, [60 + i * 160, 170, 130, 260, 3], gradient(ctx, [0, 170], [0, 430], ['#f5ead2', '#e0cfae']))
    for (let i = 0; i < 5; i++) stroke(ctx, pts`${40 + i * 160} 150, ${40 + i * 160} 450`, '#2a2430', 10)
    slabOf(ctx, [-20, 470, W + 40, 820, 0], gradient(ctx, [0, 470], [0, H], ['#8a6a44', '#5f4529', '#2f2216']))
    grainOf(ctx, [0, 480, W, 800], '40,24,10', 8)
    texture(ctx, 0.15)
    slabOf(ctx, [40, 530, 640, 620, 16], gradient(ctx, [0, 530], [0, 1150], ['#b9c4b8', '#dfe4d6', '#c3cbbd']))
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    for (let i = 0; i < 60; i++) {
      const x = 60 + ((hash(i, 1) * 600 + sec * 20 * (hash(i, 5) - 0.3)) % 600)
      const y = 550 + hash(i, 2) * 570
      stroke(
        ctx,
        pts`${x} ${y}, ${x + 16} ${y + 6 * Math.sin(sec + i)}, ${x + 34 + 10 * hash(i, 3)} ${y - 4}`,
        'rgba(255,253,244,0.6)',
        3,
      )
    }
    const rock = Math.sin(sec * 2.4)
    const up = step(3.4, 4.8, sec)
    const y = 700 - up * 190
    frame(ctx, rock * (1 - up), y, step(0.5, 3.4, sec), sec)
    for (const s of [-1, 1])
      hand(ctx, [360 + s * 268, y + 150, s * -0.5, 1.05], { pose: 'grip', mirror: s < 0, sleeve: ['#c9883f', '#8a5a24'] })
    if (up > 0)
      for (let i = 0; i < 26; i++) {
        const t = (sec * 1.8 + hash(i, 8)) % 1
        oval(ctx, [170 + hash(i, 9) * 380, y + 170 + t * t * 300, 3, 9], `rgba(235,244,240,${(1 - t) * up})`)
      }
    glow(ctx, [130, 260, 420], '255,240,200', 0.35)
  }
}

function frame(ctx: Ctx, rock: number, y: number, done: number, sec: number): void {
  ctx.save()
  ctx.translate(360, y)
  ctx.rotate(rock * 0.05)
  stain(ctx, [0, 60, 330, 200], '40,50,40', 0.45)
  slabOf(ctx, [-270, -150, 540, 330, 10], '#a8814e')
  slabOf(ctx, [-244, -126, 488, 282, 4], '#6f7a5c')
  for (let i = 0; i < 40; i++) stroke(ctx, pts`${-244 + i * 12.4} -126, ${-244 + i * 12.4} 156`, 'rgba(220,220,180,0.35)', 2)
  ctx.globalAlpha = 0.25 + 0.7 * done
  slabOf(ctx, [-240, -122, 480, 274, 6], '#f8f3e4')
  ctx.globalAlpha = 1
  soft(
    ctx,
    pts`-240 -80, -80 ${-60 + rock * 60}, 100 ${-90 - rock * 60}, 240 -70, 240 ${-20 + rock * 30}, 0 -10, -240 ${-30 - rock * 30}`,
    `rgba(255,255,255,${0.5 * (1 - done * 0.6)})`,
  )
  for (let i = 0; i < 30; i++)
    stroke(
      ctx,
      pts`${-230 + hash(i, 1) * 440} ${-110 + hash(i, 2) * 240}, ${-220 + hash(i, 1) * 440} ${-106 + hash(i, 2) * 240 + 6 * Math.sin(sec + i)}`,
      'rgba(200,180,130,0.7)',
      3,
    )
  ctx.restore()
}

/** A square of paper becomes a crane. */
export const crane: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#2a3550', '#33405c', '#46557a', '#202a42')
    texture(ctx, 0.16)
    for (let i = 0; i < 5; i++)
      cut(
        ctx,
        pts`${60 + i * 140} 1050, ${120 + i * 140} 1000, ${180 + i * 140} 1050, ${120 + i * 140} 1100`,
        ['#c9883f', '#f5e6c8', '#b23f4c', '#7f9c8c', '#e3b65a'][i]!,
      )
  })
  const forms: readonly (readonly (readonly [number, number])[])[] = [
    [
      [-230, 0],
      [0, -230],
      [230, 0],
      [0, 230],
    ],
    [
      [-230, 0],
      [0, -230],
      [230, 0],
      [0, 4],
    ],
    [
      [-120, 0],
      [0, -220],
      [120, 0],
      [0, 200],
    ],
    [
      [-60, 10],
      [0, -230],
      [60, 10],
      [0, 210],
    ],
  ]
  return (ctx, { sec }) => {
    put(ctx, back)
    const u = Math.min(2.999, Math.max(0, (sec - 0.5) / 1.1))
    const [a, b] = [forms[Math.floor(u)]!, forms[Math.floor(u) + 1]!]
    const t = step(0.15, 0.85, u % 1)
    const bird = step(3.9, 4.6, sec)
    ctx.save()
    ctx.translate(360, 580)
    ctx.shadowColor = 'rgba(0,0,0,0.45)'
    ctx.shadowBlur = 30
    ctx.shadowOffsetY = 26
    if (bird < 1) {
      ctx.globalAlpha = 1 - bird
      const p = a.map(([x, y], i) => [mix(x, b[i]![0], t), mix(y, b[i]![1], t)] as const)
      cut(ctx, p, gradient(ctx, [-200, -200], [200, 200], ['#d8566a', '#b23f4c', '#7d2634']))
      ctx.shadowColor = 'transparent'
      cut(ctx, [p[0]!, p[1]!, [0, 0]], 'rgba(255,220,210,0.22)')
      cut(ctx, [p[2]!, p[3]!, [0, 0]], 'rgba(60,0,14,0.25)')
      for (const q of p) stroke(ctx, [[0, 0], q], 'rgba(255,235,225,0.35)', 2)
    }
    ctx.globalAlpha = bird
    if (bird > 0) paperBird(ctx, Math.sin((sec - 4) * 4) * 26)
    ctx.restore()
    for (const s of [-1, 1]) {
      const away = step(3.6, 4.4, sec) * 320
      hand(ctx, [360 + s * (200 - t * 60 + away), 800 + away * 0.5, s * -0.5, 1.15], {
        pose: 'pinch',
        mirror: s < 0,
        sleeve: ['#f5e6c8', '#c9b48a'],
      })
    }
    glow(ctx, [560, 200, 520], '255,230,190', 0.35)
  }
}

function paperBird(ctx: Ctx, flap: number): void {
  cut(ctx, pts`-30 40, -230 ${-120 - flap}, 40 0`, '#b23f4c')
  cut(ctx, pts`30 40, 230 ${-130 + flap}, -40 0`, '#d8566a')
  ctx.shadowColor = 'transparent'
  cut(ctx, pts`-90 60, 0 -40, 90 60, 0 120`, gradient(ctx, [-90, 0], [90, 0], ['#8c2c3c', '#d8566a']))
  cut(ctx, pts`-60 50, -190 -20, -150 -90, -20 20`, '#c44a5c')
  cut(ctx, pts`-150 -90, -210 -60, -160 -50`, '#7d2634')
  cut(ctx, pts`50 60, 200 40, 40 20`, '#9c3444')
}

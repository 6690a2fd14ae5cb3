import { hash } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import { bake, type Ctx, falling, glow, gradient, type N3, type N4, oval, pts, put, soft, stain, stroke, texture } from './kit.ts'
import type { Scene } from './scene.ts'

/** Carp under the bridge; rings on the water. */
export const koi: Scene = () => {
  const floor = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#1f4f4a', '#2f6b5c', '#163a3c'])
    ctx.fillRect(-10, -10, W + 20, H + 20)
    for (let i = 0; i < 70; i++)
      oval(
        ctx,
        [hash(i, 1) * W, hash(i, 2) * H, 18 + hash(i, 3) * 44, 14 + hash(i, 4) * 30],
        `rgba(${20 + (i % 3) * 16},${60 + (i % 4) * 12},${56 + (i % 3) * 8},0.5)`,
        hash(i, 5) * 3,
      )
    texture(ctx, 0.14)
  })
  const skins = [
    ['#f6efe2', '#e2522d'],
    ['#f0a03a', '#fbe3b4'],
    ['#f8f4ea', '#2b2a2e'],
    ['#e2522d', '#f8f0e0'],
    ['#d9dfe2', '#7f97a8'],
  ] as const
  return (ctx, { sec }) => {
    put(ctx, floor)
    skins.forEach(([body, spot], i) => {
      const a = sec * (0.32 + i * 0.03) + i * 1.4
      const [rx, ry] = [170 + i * 34, 260 + i * 30]
      fish(
        ctx,
        [360 + Math.cos(a) * rx, 590 + Math.sin(a) * ry, Math.atan2(Math.cos(a) * ry, -Math.sin(a) * rx), 1.05 + (i % 3) * 0.16],
        body,
        spot,
        sec + i,
      )
    })
    for (let i = 0; i < 5; i++) {
      const age = (sec * 0.5 + hash(i, 8)) % 1
      ctx.strokeStyle = `rgba(220,244,236,${0.5 * (1 - age)})`
      ctx.lineWidth = 4
      for (const k of [1, 0.6]) {
        ctx.beginPath()
        ctx.ellipse(140 + hash(i, 9) * 460, 300 + hash(i, 10) * 620, 150 * age * k, 130 * age * k, 0, 0, 6.3)
        ctx.stroke()
      }
    }
    for (const [x, y, r] of [
      [120, 330, 84],
      [640, 820, 110],
      [90, 1010, 120],
      [600, 260, 60],
    ] as const)
      lily(ctx, [x + Math.sin(sec * 0.6 + x) * 5, y, r])
    glow(ctx, [600, 200, 520], '200,255,220', 0.22)
    falling(sec, { n: 9, seed: 2, speed: 26, sway: 50 }, (x, y, near) =>
      oval(ctx, [x, y, 13 + near * 8, 8 + near * 4], '#f7c5cb', near * 6 + sec * 0.3),
    )
  }
}

function lily(ctx: Ctx, [x, y, r]: N3): void {
  stain(ctx, [x + 14, y + 20, r * 1.1, r], '4,20,18', 0.5)
  ctx.fillStyle = gradient(ctx, [x - r, y - r], [x + r, y + r], ['#8fbf6a', '#5b9150', '#33643c'])
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.arc(x, y, r, 0.35, 6.0)
  ctx.fill()
  for (let k = 0; k < 9; k++)
    stroke(
      ctx,
      pts`${x} ${y}, ${x + Math.cos(0.6 + k * 0.62) * r * 0.9} ${y + Math.sin(0.6 + k * 0.62) * r * 0.9}`,
      'rgba(220,240,190,0.35)',
      2,
    )
}

function fish(ctx: Ctx, [x, y, turn, k]: N4, body: string, spot: string, sec: number): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(turn)
  ctx.scale(k, k)
  stain(ctx, [10, 34, 130, 40], '2,14,16', 0.5)
  const bend = (px: number) => Math.sin(sec * 5 + px * 0.02) * (90 - px) * 0.12
  const spine = (px: number, w: number): readonly [number, number] => [px, bend(px) + w]
  soft(ctx, [spine(-100, 0), spine(-160, -34), spine(-176, -6), spine(-176, 10), spine(-160, 36)], spot)
  for (const s of [-1, 1])
    soft(
      ctx,
      [spine(40, s * 26), spine(10, s * (66 + Math.sin(sec * 4) * 8)), spine(-14, s * 52), spine(10, s * 24)],
      'rgba(255,255,255,0.6)',
    )
  soft(
    ctx,
    [
      spine(108, 0),
      spine(90, -30),
      spine(20, -40),
      spine(-70, -20),
      spine(-118, 0),
      spine(-70, 20),
      spine(20, 40),
      spine(90, 30),
    ],
    body,
  )
  for (const [px, py, r] of [
    [50, -10, 24],
    [-10, 12, 28],
    [-66, -2, 18],
  ] as const)
    soft(ctx, [spine(px - r, py), spine(px, py - r * 0.8), spine(px + r, py), spine(px, py + r * 0.8)], spot)
  for (const s of [-1, 1]) oval(ctx, [88, bend(88) + s * 20, 4, 4], '#16181c')
  ctx.restore()
}

import { hash, step } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import { bake, type Ctx, cut, type Fill, glints, glow, gradient, oval, pts, put, soft, stain, stroke, texture } from './kit.ts'
import type { Scene } from './scene.ts'

/** First light over the sea, a small sail crossing it. */
export const sea: Scene = () => {
  const sky = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [0, 600], ['#4d6fa8', '#9aa4c6', '#f0b7a4', '#ffdca6'])
    ctx.fillRect(0, 0, W, 620)
    for (let i = 0; i < 9; i++) {
      const [x, y] = [hash(i, 1) * W, 150 + hash(i, 2) * 300]
      soft(
        ctx,
        pts`${x - 220} ${y}, ${x - 60} ${y - 16}, ${x + 200} ${y - 4}, ${x + 40} ${y + 14}`,
        `rgba(255,${200 + i * 4},190,0.4)`,
      )
    }
    soft(ctx, pts`-60 620, 40 560, 180 580, 300 620`, '#5e6a90')
    texture(ctx, 0.1)
  })
  return (ctx, { sec }) => {
    put(ctx, sky)
    const y = 560 - sec * 7
    oval(ctx, [470, y, 74, 74], '#fff3d2')
    glow(ctx, [470, y, 430], '255,190,120', 0.8)
    ctx.fillStyle = gradient(ctx, [0, 600], [0, H], ['#d8a898', '#7d8fae', '#3c5f86', '#17304e'])
    ctx.fillRect(-40, 600, W + 80, 720)
    for (let k = 0; k < 9; k++) {
      const top = 640 + k * k * 9
      soft(
        ctx,
        Array.from(
          { length: 14 },
          (_, i) =>
            [
              i * 66 - 80,
              i === 0 || i === 13 ? top + 120 : top + Math.sin(i * 0.9 + sec * (0.7 + k * 0.06) + k * 2) * (3 + k * 2.2),
            ] as const,
        ),
        `rgba(${34 + k * 2},${74 + k * 2},${112 + k},0.2)`,
      )
    }
    glints(ctx, sec * 1.4, { y: [606, 1180], n: 80, seed: 3, rgb: '255,226,170', x: [300, 650], k: 0.85 })
    boat(ctx, 120 + sec * 26, 652 + Math.sin(sec * 1.2) * 4, sec)
    for (let i = 0; i < 4; i++) {
      const [x, yy] = [200 + i * 60 + sec * 30, 330 + i * 22 + Math.sin(sec + i) * 8]
      const f = Math.sin(sec * 7 + i) * 9
      stroke(ctx, pts`${x - 20} ${yy - f}, ${x} ${yy + 4}, ${x + 20} ${yy - f}`, '#4a4a64', 4)
    }
  }
}

function boat(ctx: Ctx, x: number, y: number, sec: number): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(0.04 * Math.sin(sec * 1.2))
  soft(ctx, pts`-80 -10, 86 -10, 56 26, -56 26`, '#3a2f3c')
  stroke(ctx, pts`0 -8, 0 -190`, '#3a2f3c', 5)
  ctx.fillStyle = gradient(ctx, [0, -190], [90, 0], ['#fff4de', '#f0b98c'])
  ctx.beginPath()
  ctx.moveTo(6, -186)
  ctx.quadraticCurveTo(88, -90, 70, -24)
  ctx.lineTo(6, -24)
  ctx.fill()
  cut(ctx, pts`-6 -160, -6 -24, -56 -24`, '#e7d3c0')
  ctx.restore()
}

/** The tide from above: it comes, takes the footprints, goes. */
export const tide: Scene = () => {
  const sand = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#ecd6ac', '#dcbf8e', '#c9a674'])
    ctx.fillRect(-10, -10, W + 20, H + 20)
    for (let i = 0; i < 500; i++)
      oval(
        ctx,
        [hash(i, 1) * W, hash(i, 2) * H, 1 + hash(i, 3) * 3, 1 + hash(i, 4) * 2],
        hash(i, 5) > 0.5 ? 'rgba(120,84,50,0.3)' : 'rgba(255,246,226,0.6)',
      )
    texture(ctx, 0.25)
    for (const [x, y, a] of [
      [560, 300, 0.4],
      [600, 760, 2],
      [470, 1040, 1],
    ] as const) {
      for (let k = 0; k < 5; k++)
        stroke(
          ctx,
          pts`${x} ${y}, ${x + Math.cos(a + (k - 2) * 0.3) * 44} ${y + Math.sin(a + (k - 2) * 0.3) * 44}`,
          k % 2 ? '#f6e9dc' : '#e0a892',
          14,
        )
      stain(ctx, [x + 10, y + 16, 50, 30], '80,50,20', 0.25)
    }
  })
  return (ctx, { sec }) => {
    put(ctx, sand)
    const reach = 330 + 250 * Math.sin(sec * 0.85 - 0.6)
    for (let i = 0; i < 7; i++) {
      const [x, y] = [430 + (i % 2) * 66 - i * 8, 1120 - i * 130]
      ctx.globalAlpha = i > 2 ? step(4.2, 2.2, sec) * 0.9 + 0.1 : 1
      stain(ctx, [x, y, 34, 52], '110,72,36', 0.65)
      for (let k = 0; k < 4; k++) stain(ctx, [x - 18 + k * 13, y - 50 + Math.abs(k - 1.2) * 7, 9, 9], '110,72,36', 0.5)
    }
    ctx.globalAlpha = 1
    const edge = (lag: number, rough: number) =>
      Array.from({ length: 16 }, (_, i) => {
        const y = i * 92 - 60
        return [reach - lag + Math.sin(y * 0.011 + sec * 0.9) * 46 + Math.sin(y * 0.029 - sec * 1.3) * rough, y] as const
      })
    const fill = (lag: number, rough: number, colour: Fill) =>
      soft(ctx, [[-300, -200], ...edge(lag, rough), [-300, H + 200]], colour)
    fill(-90, 16, 'rgba(120,88,56,0.22)')
    fill(-14, 20, 'rgba(255,255,255,0.5)')
    fill(0, 22, gradient(ctx, [-100, 0], [620, 0], ['#1f7f93', '#4fb0b4', 'rgba(150,214,204,0.85)', 'rgba(214,240,228,0.6)']))
    for (let k = 0; k < 4; k++) stroke(ctx, edge(40 + k * 84, 20 + k * 6), `rgba(255,255,255,${0.85 - k * 0.18})`, 15 - k * 3)
    for (let i = 0; i < 90; i++) {
      const y = hash(i, 7) * H
      const x = reach + Math.sin(y * 0.011 + sec * 0.9) * 46 - hash(i, 8) * 150
      oval(ctx, [x, y, 3 + hash(i, 9) * 7, 3 + hash(i, 9) * 6], 'rgba(255,255,255,0.6)')
    }
  }
}

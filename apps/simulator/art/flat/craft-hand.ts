import { hash, step } from '../random.ts'
import { W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
import {
  bake,
  type Ctx,
  cut,
  glow,
  gradient,
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

/** The grove in January: fruit among thorns and dark leaves, picked one by one. */
export const grove: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#bcd3a0', '#e8ecc0', '#d2dc9c', '#7c9450', '#3c5228')
    for (let i = 0; i < 50; i++)
      oval(
        ctx,
        [hash(i, 1) * W, 150 + hash(i, 2) * 1000, 40 + hash(i, 3) * 70, 30 + hash(i, 4) * 50],
        `rgba(${90 + hash(i, 5) * 60},${120 + hash(i, 6) * 50},60,0.35)`,
      )
    for (let i = 0; i < 9; i++) oval(ctx, [hash(i, 7) * W, 260 + hash(i, 8) * 700, 34, 32], 'rgba(240,200,60,0.45)')
    texture(ctx, 0.12)
  })
  const fruit = [
    [230, 470, 84],
    [430, 590, 96],
    [590, 420, 72],
    [300, 760, 80],
    [540, 790, 66],
  ] as const
  return (ctx, { sec }) => {
    put(ctx, back)
    const sway = Math.sin(sec * 1.1) * 8
    stroke(ctx, pts`-30 300, 240 ${350 + sway}, 480 ${330 + sway}, 760 250`, '#5c4a2c', 20)
    stroke(ctx, pts`240 ${350 + sway}, 300 520, 300 700`, '#5c4a2c', 12)
    stroke(ctx, pts`480 ${330 + sway}, 520 520, 540 740`, '#5c4a2c', 12)
    fruit.forEach(([x, y, r], i) => {
      const gone = i === 1 ? step(2.4, 3.6, sec) : 0
      yuzu(ctx, x + sway * (0.6 + 0.1 * i) + gone * 330, y + gone * 330, r, sec + i)
      if (i === 1)
        hand(
          ctx,
          [
            x + 150 + (1 - step(0.9, 2.2, sec)) * 360 + gone * 330,
            y + 150 + (1 - step(0.9, 2.2, sec)) * 360 + gone * 330,
            -0.85,
            1.1,
          ],
          { pose: 'grip', sleeve: ['#f3efd8', '#c8bd94'] },
        )
    })
    for (let i = 0; i < 26; i++)
      leaf(
        ctx,
        [
          40 + hash(i, 12) * 660,
          280 + hash(i, 13) * 480,
          60 + hash(i, 14) * 40,
          hash(i, 15) * 6.3 + 0.1 * Math.sin(sec * 1.4 + i),
        ],
        i,
      )
    glow(ctx, [120, 160, 620], '255,246,190', 0.5)
  }
}

function yuzu(ctx: Ctx, x: number, y: number, r: number, sec: number): void {
  stain(ctx, [x + 10, y + 20, r * 1.15, r * 1.1], '40,50,10', 0.35)
  const g = ctx.createRadialGradient(x - r * 0.35, y - r * 0.4, r * 0.1, x, y, r * 1.05)
  g.addColorStop(0, '#fff3a8')
  g.addColorStop(0.35, '#f7d23c')
  g.addColorStop(1, '#c98a14')
  soft(
    ctx,
    Array.from({ length: 12 }, (_, i) => {
      const a = (i / 12) * 6.283
      return [
        x + Math.cos(a) * r * (1.06 + 0.03 * hash(i, r | 0)),
        y + Math.sin(a) * r * (0.98 + 0.03 * hash(i, r | 0, 2)),
      ] as const
    }),
    g,
  )
  for (let i = 0; i < 30; i++) {
    const [a, d] = [hash(i, 3) * 6.3, Math.sqrt(hash(i, 4)) * r * 0.85]
    oval(ctx, [x + Math.cos(a) * d, y + Math.sin(a) * d, 2.2, 2], 'rgba(150,96,8,0.35)')
  }
  oval(ctx, [x - r * 0.34, y - r * 0.42, r * 0.18, r * 0.1], `rgba(255,255,255,${0.6 + 0.1 * Math.sin(sec)})`, -0.6)
  cut(ctx, pts`${x - 9} ${y - r * 0.94}, ${x} ${y - r * 1.1}, ${x + 9} ${y - r * 0.94}`, '#6a7a34')
}

function leaf(ctx: Ctx, [x, y, r, turn]: N4, i: number): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(turn)
  soft(
    ctx,
    pts`${-r} 0, ${-r * 0.3} ${-r * 0.36}, ${r * 0.5} ${-r * 0.3}, ${r} 0, ${r * 0.5} ${r * 0.3}, ${-r * 0.3} ${r * 0.34}`,
    ['#3f6b34', '#56853f', '#2f5630'][i % 3]!,
  )
  stroke(ctx, pts`${-r * 0.7} 0, ${r * 0.7} 0`, 'rgba(220,240,170,0.4)', 2.5)
  ctx.restore()
}

/** Three drops into the palm. */
export const drops: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#f6f1de', '#efe6c8', '#dccfa4', '#b7a672')
    soft(ctx, pts`-100 700, 140 640, 420 700, 760 640, 860 1400, -100 1400`, 'rgba(255,255,255,0.55)')
    for (let i = 0; i < 5; i++) {
      const [x, y] = [90 + i * 150, 960 + (i % 2) * 90]
      oval(ctx, [x, y, 70, 70], '#f3d560')
      oval(ctx, [x, y, 60, 60], '#fbf0bc')
      for (let k = 0; k < 9; k++)
        cut(
          ctx,
          pts`${x} ${y}, ${x + Math.cos(k * 0.7) * 54} ${y + Math.sin(k * 0.7) * 54}, ${x + Math.cos(k * 0.7 + 0.55) * 54} ${y + Math.sin(k * 0.7 + 0.55) * 54}`,
          '#f5dc7c',
        )
    }
    texture(ctx, 0.12)
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    hand(ctx, [330, 960, 0.12, 2.5], { pose: 'flat', sleeve: ['#ffffff', '#d8d4c4'] })
    for (let i = 0; i < 3; i++) {
      const born = 0.6 + i * 1.3
      const t = (sec - born) / 0.5
      if (t < 0) continue
      if (t < 1)
        soft(
          ctx,
          pts`330 ${384 + t * t * 400}, 318 ${412 + t * t * 400}, 330 ${424 + t * t * 400}, 342 ${412 + t * t * 400}`,
          '#e0b030',
        )
      const wet = step(1, 1.6, t)
      oval(ctx, [330, 830, (24 + i * 20) * wet, (20 + i * 16) * wet], 'rgba(236,190,60,0.5)')
      oval(ctx, [318, 816, 12 * wet, 6 * wet], 'rgba(255,255,255,0.8)')
      ctx.strokeStyle = `rgba(255,240,190,${Math.max(0, 2.4 - t)})`
      ctx.lineWidth = 4
      ctx.beginPath()
      ctx.ellipse(330, 830, 36 * Math.max(0, t - 1), 28 * Math.max(0, t - 1), 0, 0, 6.3)
      ctx.stroke()
    }
    const squeeze = Math.max(0, Math.sin(((sec - 0.3) / 1.3) * 6.283)) * 5
    slabOf(ctx, [316, 190, 28, 170, 12], 'rgba(230,240,238,0.85)')
    slabOf(ctx, [320, 240, 20, 116, 9], '#e5bb45')
    cut(ctx, pts`318 356, 342 356, 333 386, 327 386`, 'rgba(225,236,234,0.95)')
    slabOf(
      ctx,
      [296 + squeeze, 90, 68 - squeeze * 2, 112, 26],
      gradient(ctx, [296, 0], [364, 0], ['#4a5230', '#6d7848', '#343b20']),
    )
    glow(ctx, [560, 220, 480], '255,250,215', 0.4)
  }
}

import { hash, noise2, step } from '../random.ts'
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

/** Fifteen degrees: the blade walks over the wet stone. */
export const whetstone: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#4b565c', '#333c42', '#20272b'])
    ctx.fillRect(0, 0, W, H)
    texture(ctx, 0.2)
    slabOf(ctx, [150, 250, 420, 720, 20], gradient(ctx, [150, 0], [570, 0], ['#7a5436', '#5a3c26', '#3c2818']))
    grainOf(ctx, [150, 260, 420, 700], '30,16,8', 6)
    stain(ctx, [380, 640, 240, 380], '0,0,0', 0.45)
    slabOf(ctx, [215, 300, 290, 620, 8], gradient(ctx, [215, 300], [505, 920], ['#c98a64', '#b0704a', '#8c5436']))
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    const y = 590 + 210 * Math.sin(sec * 3.6)
    for (let i = 0; i < 24; i++) {
      const p = hash(i, 1)
      stroke(
        ctx,
        pts`${226 + p * 260} ${320 + hash(i, 2) * 200}, ${228 + p * 260} ${600 + hash(i, 3) * 280}`,
        `rgba(60,34,20,${0.2 + 0.2 * noise2(sec, i, 4)})`,
        6 + hash(i, 4) * 12,
      )
    }
    glints(ctx, sec * 2, { y: [330, 900], n: 34, seed: 5, rgb: '255,240,224', x: [230, 490], k: 0.5 })
    blade(ctx, 330, y)
    hand(ctx, [640, y + 40, -1.5, 1.1], { pose: 'grip', sleeve: ['#2d3f5e', '#1a2638'] })
    hand(ctx, [150, y - 200, 2.2, 0.95], { pose: 'flat', sleeve: ['#2d3f5e', '#1a2638'], mirror: true })
    const show = step(1.2, 1.7, sec) * step(5.6, 5.2, sec)
    ctx.globalAlpha = show
    stroke(ctx, pts`80 1010, 330 1010`, '#ffffff', 5)
    stroke(ctx, pts`80 1010, 322 946`, '#ffd9a0', 5)
    ctx.font = '500 46px "Instrument Sans"'
    ctx.fillStyle = '#fff6e6'
    ctx.fillText('15°', 346, 1000)
    ctx.globalAlpha = 1
  }
}

function blade(ctx: Ctx, x: number, y: number): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(-0.32)
  ctx.shadowColor = 'rgba(0,0,0,0.5)'
  ctx.shadowBlur = 20
  ctx.shadowOffsetY = 18
  ctx.fillStyle = gradient(ctx, [0, -70], [0, 70], ['#7d868c', '#c9d0d4', '#aeb6bb', '#f4f7f8'])
  ctx.beginPath()
  ctx.moveTo(-290, 10)
  ctx.quadraticCurveTo(-200, -66, -40, -70)
  ctx.lineTo(200, -70)
  ctx.lineTo(200, 62)
  ctx.lineTo(-150, 66)
  ctx.quadraticCurveTo(-240, 60, -290, 10)
  ctx.fill()
  ctx.shadowColor = 'transparent'
  stroke(ctx, pts`-250 44, -140 30, 0 40, 100 28, 196 36`, 'rgba(255,255,255,0.75)', 5)
  slabOf(ctx, [196, -34, 210, 62, 22], gradient(ctx, [0, -34], [0, 28], ['#8c5a34', '#5a3820', '#38220f']))
  slabOf(ctx, [186, -38, 34, 70, 6], '#1c1a1a')
  ctx.restore()
}

/** Bean paste becomes a chrysanthemum, one cut at a time. */
export const petals: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#f2dfe0', '#e4c3c8', '#c99aa4'])
    ctx.fillRect(0, 0, W, H)
    texture(ctx, 0.14)
    stain(ctx, [380, 620, 320, 310], '80,30,40', 0.5)
    oval(ctx, [360, 580, 290, 290], gradient(ctx, [100, 320], [620, 840], ['#3a2a2e', '#241a1d']))
    oval(ctx, [360, 580, 262, 262], gradient(ctx, [120, 340], [620, 840], ['#2a1f22', '#40302f']))
    for (let i = 0; i < 4; i++) {
      const [x, y] = [110 + i * 165, 1010 + (i % 2) * 50]
      stain(ctx, [x + 8, y + 16, 74, 60], '80,30,40', 0.4)
      oval(
        ctx,
        [x, y, 64, 58],
        gradient(ctx, [x - 60, y - 60], [x + 60, y + 60], ['#fdf3e8', ['#e8a8b0', '#b8cf9a', '#f0cf88', '#c8b0d8'][i]!]),
      )
    }
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    const rows = [
      [16, 168, 0.2],
      [14, 126, 1.6],
      [10, 84, 3],
    ] as const
    const g = ctx.createRadialGradient(320, 530, 10, 360, 580, 190)
    g.addColorStop(0, '#fffaf4')
    g.addColorStop(0.5, '#f3b8c0')
    g.addColorStop(1, '#d07f90')
    oval(ctx, [360, 580, 176, 172], g)
    for (const [n, r, from] of rows)
      for (let i = 0; i < n; i++) {
        const t = step(from + (i / n) * 1.3, from + (i / n) * 1.3 + 0.3, sec)
        if (t <= 0) continue
        ctx.save()
        ctx.translate(360, 580)
        ctx.rotate((i / n) * 6.283 + r * 0.01)
        ctx.translate(r * (0.8 + 0.2 * t), 0)
        stain(ctx, [2, 8, 34 * t, 26 * t], '130,50,70', 0.4)
        soft(
          ctx,
          pts`${-24 * t} ${-19 * t}, ${20 * t} ${-17 * t}, ${38 * t} 0, ${20 * t} ${17 * t}, ${-24 * t} ${19 * t}`,
          gradient(ctx, [-30, 0], [40, 0], ['#e88fa0', '#f8ccd2', '#fff6f2']),
        )
        ctx.restore()
      }
    const heart = step(4.4, 4.9, sec)
    for (let i = 0; i < 22; i++)
      oval(
        ctx,
        [360 + (hash(i, 3) - 0.5) * 56, 580 + (hash(i, 4) - 0.5) * 56, 8 * heart, 8 * heart],
        i % 2 ? '#f3cf5a' : '#e0a83a',
      )
    const row = sec < 1.6 ? 0 : sec < 3 ? 1 : 2
    const a = ((sec - rows[row]![2]) / 1.3) * 6.283
    const r = rows[row]![1] + 40
    const lift = sec > 4.4 ? (sec - 4.4) * 420 : 0
    const [x, y] = [360 + Math.cos(a) * r * 0.5 + 40, 580 + Math.sin(a) * r * 0.5]
    stroke(ctx, pts`${x} ${y - lift * 0.3}, ${x + 130} ${y + 150 - lift * 0.3}`, '#d8b67c', 16)
    hand(ctx, [x + 210 + lift, y + 260, -0.7, 1.15], { pose: 'pinch', sleeve: ['#f7f2ea', '#cbbfb0'] })
  }
}

import { hash, noise2, step } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
import { bake, type Ctx, glints, gradient, grainOf, oval, pts, put, slabOf, soft, stain, stroke, texture } from './kit.ts'
import type { Scene } from './scene.ts'

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

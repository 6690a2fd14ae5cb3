import { hash, step } from '../random.ts'
import { motes } from '../scenes/effects.ts'
import { H, W } from '../scenes/film-types.ts'
import { bake, type Ctx, cut, glow, gradient, grainOf, oval, pts, put, slabOf, soft, stain, stroke, texture } from './kit.ts'
import type { Scene } from './scene.ts'

/** A cat on the veranda, the shade of the bamboo blind moving over it. */
export const veranda: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [0, 640], ['#9fbf7a', '#cfe0a0', '#7f9e5a'])
    ctx.fillRect(-10, -10, W + 20, 660)
    for (let i = 0; i < 60; i++)
      oval(
        ctx,
        [hash(i, 1) * W, 60 + hash(i, 2) * 470, 24 + hash(i, 3) * 60, 18 + hash(i, 4) * 30],
        ['#6f9150', '#88ab5f', '#a9c77d', '#56793f'][i % 4]!,
        hash(i, 5),
      )
    for (let i = 0; i < 7; i++) oval(ctx, [60 + i * 110, 560 - (i % 2) * 24, 18, 16], i % 2 ? '#d98f9a' : '#f3efd8')
    ctx.fillStyle = gradient(ctx, [0, 640], [0, H], ['#d9ae74', '#b98a52', '#7d5632'])
    ctx.fillRect(-10, 640, W + 20, 660)
    for (let i = 0; i < 6; i++)
      stroke(ctx, pts`${360 + (i - 2.5) * 120} 640, ${360 + (i - 2.5) * 330} ${H}`, 'rgba(80,48,22,0.55)', 5)
    grainOf(ctx, [0, 650, W, 620], '90,54,26', 4)
    ctx.fillStyle = gradient(ctx, [0, 0], [90, 0], ['#3f2b1c', '#6b4a30'])
    ctx.fillRect(-10, -10, 84, 700)
    ctx.fillRect(W - 60, -10, 80, 700)
    texture(ctx, 0.15)
    for (let y = 0; y < 300; y += 15)
      slabOf(ctx, [74, y, W - 134, 12, 5], gradient(ctx, [0, y], [0, y + 12], ['#e3cb92', '#b1935a']))
    for (const x of [200, 360, 520]) stroke(ctx, pts`${x} 0, ${x} 300`, '#8a6c3c', 4)
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    stain(ctx, [380, 900, 290, 54], '60,32,12', 0.6)
    cat(ctx, 370, 880, sec)
    ctx.save()
    ctx.globalCompositeOperation = 'multiply'
    for (let i = 0; i < 16; i++) {
      const y = 660 + i * 42 + Math.sin(sec * 0.7) * 10
      stroke(ctx, pts`-20 ${y}, ${W + 20} ${y - 120}`, 'rgba(120,88,60,0.28)', 15)
    }
    ctx.restore()
    motes(ctx, { w: W, h: 900 }, sec, 4, 22)
    glow(ctx, [620, 120, 620], '255,240,180', 0.35)
  }
}

function cat(ctx: Ctx, x: number, y: number, sec: number): void {
  const breath = 1 + 0.025 * Math.sin(sec * 1.8)
  const fur = gradient(ctx, [0, -150], [0, 40], ['#f6e3c2', '#e2a75e', '#b0712f'])
  ctx.save()
  ctx.translate(x, y)
  const flick = Math.sin(sec * 1.6) * 24
  stroke(ctx, pts`190 -20, 280 10, ${300 + flick * 0.3} -60, ${262 + flick} -112`, '#d8964a', 34)
  stroke(ctx, pts`${276 + flick * 0.8} -92, ${262 + flick} -112`, '#f6e3c2', 32)
  ctx.save()
  ctx.scale(1, breath)
  soft(ctx, pts`-190 24, -170 -110, -20 -170, 150 -150, 230 -50, 210 30, 0 40`, fur)
  for (let i = 0; i < 5; i++)
    stroke(ctx, pts`${-40 + i * 46} ${-138 + i * i * 4}, ${-30 + i * 46} -100, ${-36 + i * 46} -74`, 'rgba(150,88,36,0.55)', 14)
  ctx.restore()
  soft(ctx, pts`-90 36, -60 2, 30 6, 40 36`, '#f6e3c2')
  for (const k of [-1, 1]) {
    const t = k > 0 ? 0.2 * step(2.2, 2.3, sec % 4) * step(2.7, 2.5, sec % 4) : 0
    ctx.save()
    ctx.translate(-160 + k * 44, -96)
    ctx.rotate(k * 0.25 + t)
    cut(ctx, pts`-30 10, 0 -58, 30 10`, '#d8964a')
    cut(ctx, pts`-14 4, 0 -32, 14 4`, '#e9b4a0')
    ctx.restore()
  }
  oval(ctx, [-160, -50, 92, 74], gradient(ctx, [0, -120], [0, 30], ['#efc488', '#dc9c50', '#c78440']))
  oval(ctx, [-164, -22, 46, 34], '#faeed8')
  for (const dx of [-38, 34]) stroke(ctx, pts`${-160 + dx - 17} -56, ${-160 + dx} -46, ${-160 + dx + 17} -56`, '#4a2c18', 5)
  cut(ctx, pts`-172 -32, -156 -32, -164 -22`, '#c9706a')
  for (const s of [-1, 1])
    for (let i = 0; i < 3; i++)
      stroke(ctx, pts`${-164 + s * 30} ${-20 + i * 6}, ${-164 + s * 96} ${-30 + i * 14}`, 'rgba(255,250,240,0.8)', 2)
  for (let i = 0; i < 3; i++) stroke(ctx, pts`${-184 + i * 24} -118, ${-176 + i * 16} -92`, 'rgba(150,88,36,0.6)', 10)
  ctx.restore()
}

/** Sunday: a record turns, the arm rides the groove. */
export const record: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#a9683c', '#7c4526', '#4a2718'])
    ctx.fillRect(0, 0, W, H)
    grainOf(ctx, [0, 0, W, H], '50,22,10', 9)
    stain(ctx, [380, 640, 420, 420], '20,8,4', 0.6)
    slabOf(ctx, [40, 250, 640, 690, 34], gradient(ctx, [40, 250], [680, 940], ['#efe3cc', '#d4c3a4']))
    oval(ctx, [330, 590, 272, 272], '#2a2724')
    texture(ctx, 0.12)
    for (const [i, c] of ['#c8503a', '#e3a33c', '#3f6f68', '#2d3f5e'].entries())
      slabOf(ctx, [-120 + i * 16, 980 + i * 44, 430, 380, 6], c)
  })
  const disc = bake(
    ctx => {
      oval(ctx, [260, 260, 258, 258], '#141315')
      ctx.strokeStyle = 'rgba(255,255,255,0.07)'
      for (let r = 96; r < 254; r += 5) {
        ctx.lineWidth = 1 + hash(r, 2) * 2
        ctx.beginPath()
        ctx.arc(260, 260, r, 0, 6.3)
        ctx.stroke()
      }
      oval(ctx, [260, 260, 86, 86], '#d9542f')
      ctx.fillStyle = '#f4e2c4'
      ctx.beginPath()
      ctx.moveTo(260, 260)
      ctx.arc(260, 260, 86, -0.4, 1.2)
      ctx.fill()
      for (let i = 0; i < 3; i++) stroke(ctx, pts`214 ${296 + i * 12}, ${262 - i * 8} ${296 + i * 12}`, '#5a1f14', 4)
      oval(ctx, [260, 260, 9, 9], '#efe3cc')
    },
    520,
    520,
  )
  return (ctx, { sec }) => {
    put(ctx, back)
    ctx.save()
    ctx.translate(330, 590)
    ctx.rotate(sec * 3.49)
    put(ctx, disc, -260, -260)
    ctx.restore()
    for (const a of [-0.7, 2.44]) {
      ctx.save()
      ctx.translate(330, 590)
      ctx.rotate(a + 0.04 * Math.sin(sec * 3.5))
      ctx.globalCompositeOperation = 'lighter'
      cut(
        ctx,
        pts`90 -4, 252 -50, 252 50, 90 4`,
        gradient(ctx, [90, 0], [252, 0], ['rgba(255,230,190,0.05)', 'rgba(255,230,190,0.2)']),
      )
      ctx.restore()
    }
    arm(ctx, sec)
    glow(ctx, [620, 200, 520], '255,210,150', 0.28)
    motes(ctx, { w: W, h: H }, sec, 14, 20)
  }
}

function arm(ctx: Ctx, sec: number): void {
  ctx.save()
  ctx.translate(606, 340)
  ctx.rotate(0.34 + sec * 0.012 + 0.006 * Math.sin(sec * 3.5))
  ctx.shadowColor = 'rgba(0,0,0,0.45)'
  ctx.shadowBlur = 14
  ctx.shadowOffsetX = -14
  ctx.shadowOffsetY = 20
  stroke(ctx, pts`0 -46, 0 60, -10 250, -50 330`, '#c9ced2', 13)
  slabOf(ctx, [-76, 316, 42, 64, 8], '#3a3d42')
  oval(ctx, [0, 0, 44, 44], '#8a9096')
  oval(ctx, [0, 0, 22, 22], '#d5dadd')
  slabOf(ctx, [-22, -92, 44, 46, 8], '#5c6268')
  ctx.restore()
}

import { hash, step } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
import { bake, glow, gradient, oval, pts, put, slabOf, soft, stain, stroke, texture, wash } from './kit.ts'
import type { Scene } from './scene.ts'

/** Two needles, one thread: saddle stitch in thick leather. */
export const stitch: Scene = () => {
  const back = bake(ctx => {
    ctx.fillStyle = '#3f5a4a'
    ctx.fillRect(0, 0, W, H)
    for (let i = 0; i < 22; i++) {
      stroke(ctx, pts`0 ${i * 62}, ${W} ${i * 62}`, 'rgba(255,255,255,0.06)', 2)
      stroke(ctx, pts`${i * 62} 0, ${i * 62} ${H}`, 'rgba(255,255,255,0.06)', 2)
    }
    texture(ctx, 0.16)
    stain(ctx, [330, 660, 420, 460], '6,12,8', 0.55)
    soft(
      ctx,
      pts`-80 250, 360 220, 470 300, 480 700, 450 1060, 200 1120, -80 1100`,
      gradient(ctx, [0, 250], [480, 1000], ['#c98f56', '#a8713f', '#7a4c26']),
    )
    texture(ctx, 0.2)
    stroke(ctx, pts`420 262, 432 640, 408 1040`, 'rgba(70,36,12,0.55)', 7)
    for (let i = 0; i < 5; i++) slabOf(ctx, [540 + (i % 2) * 40, 320 + i * 120, 130, 18, 9], ['#d9d2c4', '#8c6a44'][i % 2]!)
    oval(ctx, [610, 1010, 70, 70], '#efe2c4')
    oval(ctx, [610, 1010, 26, 26], '#8c6a44')
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    const n = 18
    const head = sec * 2.2
    const at = (i: number): readonly [number, number] => [421 + 12 * Math.sin(i * 0.25), 280 + i * 42]
    for (let i = 0; i < n; i++) {
      const [x, y] = at(i)
      oval(ctx, [x, y, 5, 6], '#3a200c')
      const t = step(i, i + 0.8, head)
      if (t <= 0) continue
      const [bx, by] = at(i + 1)
      const slack = (1 - t) * 90
      stroke(ctx, pts`${x} ${y}, ${(x + bx) / 2 + slack} ${(y + by) / 2}, ${bx - 2} ${by}`, '#fff4dc', 9)
      stroke(
        ctx,
        pts`${x + 2} ${y + 3}, ${(x + bx) / 2 + slack + 2} ${(y + by) / 2 + 3}, ${bx} ${by + 3}`,
        'rgba(90,60,30,0.3)',
        3,
      )
    }
    const k = Math.min(n, Math.floor(head))
    const [x, y] = at(k + 1)
    const pull = (head % 1) * 170
    for (const s of [-1, 1]) {
      stroke(ctx, pts`${x} ${y}, ${x + s * (60 + pull * 0.5)} ${y - 20}, ${x + s * (70 + pull)} ${y - 60}`, '#fff4dc', 5)
      stroke(ctx, pts`${x + s * (70 + pull)} ${y - 60}, ${x + s * (150 + pull)} ${y - 110}`, '#cfd6da', 7)
      hand(ctx, [x + s * (230 + pull), y + 10, s * -0.95, 0.95], {
        pose: 'pinch',
        mirror: s < 0,
        sleeve: ['#e9dcc5', '#b09c78'],
        skin: ['#d9a27c', '#a06a48'],
      })
    }
  }
}

/** A cloth, a little wax, small circles: the dry half and the fed half. */
export const wax: Scene = () => {
  const back = bake(ctx => {
    wash(ctx, '#e9dcc5', '#d9c8a8', '#b49c74')
    texture(ctx, 0.16)
    stain(ctx, [380, 640, 330, 330], '50,30,10', 0.5)
    slabOf(ctx, [90, 330, 540, 520, 40], gradient(ctx, [90, 330], [630, 850], ['#b98a62', '#a57650', '#8a5f3e']))
    for (let i = 0; i < 46; i++) {
      const [x, y] = [110 + hash(i, 1) * 480, 350 + hash(i, 2) * 470]
      stroke(ctx, pts`${x} ${y}, ${x + 20 + hash(i, 3) * 40} ${y + (hash(i, 4) - 0.5) * 40}`, 'rgba(240,220,190,0.35)', 2)
    }
    ctx.setLineDash([18, 12])
    ctx.strokeStyle = '#f3e6c8'
    ctx.lineWidth = 5
    ctx.beginPath()
    ctx.roundRect(112, 352, 496, 476, 28)
    ctx.stroke()
    ctx.setLineDash([])
    oval(ctx, [150, 1010, 96, 92], '#3a2a1c')
    oval(ctx, [150, 1004, 80, 74], '#e6cf8c')
  })
  const fed = bake(ctx => {
    slabOf(ctx, [90, 330, 540, 520, 40], gradient(ctx, [90, 330], [630, 850], ['#a85f2c', '#7d4018', '#54280e']))
    stain(ctx, [250, 440, 190, 120], '255,220,170', 0.4)
    ctx.setLineDash([18, 12])
    ctx.strokeStyle = '#f6dfae'
    ctx.lineWidth = 5
    ctx.beginPath()
    ctx.roundRect(112, 352, 496, 476, 28)
    ctx.stroke()
  })
  return (ctx, { sec }) => {
    put(ctx, back)
    const reach = 60 + step(0.4, 5.2, sec) * 620
    ctx.save()
    ctx.beginPath()
    ctx.moveTo(-20, 0)
    ctx.lineTo(reach, 0)
    for (let i = 0; i <= 10; i++) ctx.lineTo(reach + 26 * Math.sin(i * 1.9 + sec), 300 + i * 60)
    ctx.lineTo(-20, 920)
    ctx.clip()
    put(ctx, fed)
    ctx.restore()
    const [x, y] = [reach - 20 + 50 * Math.cos(sec * 8), 590 + 150 * Math.sin(sec * 1.6) + 50 * Math.sin(sec * 8)]
    stain(ctx, [x + 14, y + 20, 120, 90], '30,14,4', 0.45)
    soft(
      ctx,
      pts`${x - 110} ${y - 40}, ${x - 20} ${y - 90}, ${x + 90} ${y - 60}, ${x + 120} ${y + 30}, ${x + 20} ${y + 80}, ${x - 90} ${y + 60}`,
      gradient(ctx, [x - 100, y - 80], [x + 100, y + 80], ['#fbf6ea', '#e0d4bc', '#b9a884']),
    )
    hand(ctx, [x + 150, y + 170, -0.75, 1.15], { pose: 'flat', sleeve: ['#3f5a4a', '#22362b'] })
    glow(ctx, [140, 200, 420], '255,240,200', 0.35)
  }
}

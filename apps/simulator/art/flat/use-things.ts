import { hash, noise2, step } from '../random.ts'
import { H, W } from '../scenes/film-types.ts'
import { hand } from './hand.ts'
import {
  bake,
  type Ctx,
  cut,
  falling,
  glow,
  gradient,
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

/** The switch goes, the paper lamp stays: a book, a blanket, one more page. */
export const bedside: Scene = () => {
  const room = bake(ctx => {
    wash(ctx, '#6b5a66', '#8a7070', '#5a464c')
    slabOf(ctx, [60, 190, 230, 330, 6], '#2d3a5c')
    for (let i = 0; i < 16; i++) oval(ctx, [80 + hash(i, 1) * 190, 210 + hash(i, 2) * 290, 2.5, 2.5], '#fff3c8')
    stroke(ctx, pts`175 190, 175 520`, '#4a3a3c', 8)
    slabOf(ctx, [300, 760, 440, 30, 6], '#4f3626')
    slabOf(ctx, [330, 790, 26, 520, 4], '#3c281c')
    soft(
      ctx,
      pts`-80 900, 60 800, 330 830, 500 960, 560 1400, -80 1400`,
      gradient(ctx, [0, 800], [0, H], ['#5f7a8c', '#41586c', '#22303e']),
    )
    for (let i = 0; i < 5; i++)
      stroke(ctx, pts`-40 ${920 + i * 80}, 200 ${880 + i * 84}, 480 ${980 + i * 90}`, 'rgba(255,255,255,0.14)', 5)
    cut(ctx, pts`396 756, 500 756, 520 736, 406 734`, '#b23f4c')
    cut(ctx, pts`400 734, 512 736, 500 716, 408 714`, '#e3b65a')
    texture(ctx, 0.16)
  })
  return (ctx, { sec }) => {
    put(ctx, room)
    const on = step(1.1, 1.7, sec) * (0.94 + 0.05 * noise2(sec * 2, 1, 2))
    ctx.fillStyle = `rgba(14,10,30,${0.5 + 0.08 * on})`
    ctx.fillRect(-60, -60, W + 120, H + 120)
    const g = ctx.createRadialGradient(590, 600, 10, 590, 590, 170)
    g.addColorStop(0, `rgba(255,250,225,${0.35 + 0.65 * on})`)
    g.addColorStop(0.6, `rgba(250,214,150,${0.3 + 0.68 * on})`)
    g.addColorStop(1, `rgba(200,140,70,${0.35 + 0.55 * on})`)
    slabOf(ctx, [560, 730, 60, 34, 6], '#3c281c')
    soft(ctx, pts`590 430, 690 470, 716 600, 680 710, 590 740, 500 710, 464 600, 490 470`, g)
    for (let i = 0; i < 8; i++) {
      ctx.strokeStyle = 'rgba(120,70,30,0.35)'
      ctx.lineWidth = 3
      ctx.beginPath()
      ctx.ellipse(590, 470 + i * 34, 60 + 55 * Math.sin(((i + 1) / 9) * 3.14), 12, 0, 0, 3.14)
      ctx.stroke()
    }
    glow(ctx, [590, 600, 720], '255,180,90', 0.75 * on)
    glow(ctx, [590, 600, 260], '255,220,150', 0.5 * on)
    const page = step(3.6, 4.6, sec)
    book(ctx, page, on)
    if (sec < 1.8)
      hand(ctx, [560 + step(1.1, 1.8, sec) * 260, 960 + step(1.1, 1.8, sec) * 300, 0.1, 1.1], {
        pose: 'pinch',
        sleeve: ['#8c5a6a', '#5a3644'],
      })
  }
}

function book(ctx: Ctx, page: number, on: number): void {
  ctx.save()
  ctx.translate(250, 1000)
  ctx.rotate(-0.14)
  const tone = (k: number) =>
    `rgb(${Math.round(120 + 126 * on * k)},${Math.round(105 + 122 * on * k)},${Math.round(110 + 80 * on * k)})`
  cut(ctx, pts`-210 -110, 0 -92, 0 130, -210 110`, tone(0.85))
  cut(ctx, pts`210 -110, 0 -92, 0 130, 210 110`, tone(1))
  for (let i = 0; i < 7; i++)
    for (const s of [-1, 1]) stroke(ctx, pts`${s * 30} ${-66 + i * 26}, ${s * 180} ${-80 + i * 26}`, 'rgba(60,40,40,0.4)', 4)
  const w = Math.cos(page * 3.14) * 210
  cut(ctx, pts`${w} ${-110 - Math.sin(page * 3.14) * 60}, 0 -92, 0 130, ${w} ${110 - Math.sin(page * 3.14) * 60}`, tone(0.95))
  ctx.restore()
}

/** New on the left, one year on the right; a line goes over. */
export const patina: Scene = () => {
  const wallet = (pale: string, mid: string, deep: string, worn: number) =>
    bake(ctx => {
      ctx.fillStyle = gradient(ctx, [0, 0], [W, H], worn ? ['#384a52', '#2a3940', '#18242a'] : ['#e9e4da', '#d4ccbc', '#b3a890'])
      ctx.fillRect(0, 0, W, H)
      texture(ctx, 0.14)
      stain(ctx, [380, 660, 330, 250], '10,8,4', 0.5)
      slabOf(ctx, [80, 380, 560, 420, 44], gradient(ctx, [80, 380], [640, 800], [pale, mid, deep]))
      if (worn)
        for (let i = 0; i < 40; i++)
          stain(ctx, [100 + hash(i, 1) * 520, 400 + hash(i, 2) * 380, 60, 34], i % 2 ? '60,24,6' : '255,190,120', 0.14)
      texture(ctx, 0.16)
      ctx.setLineDash([16, 11])
      ctx.strokeStyle = worn ? '#d9b074' : '#fff6e2'
      ctx.lineWidth = 5
      ctx.beginPath()
      ctx.roundRect(104, 404, 512, 372, 30)
      ctx.stroke()
      ctx.setLineDash([])
      slabOf(ctx, [400, 540, 240, 100, 50], gradient(ctx, [400, 540], [640, 640], [pale, mid]))
      oval(ctx, [446, 590, 20, 20], '#c9a24a')
      oval(ctx, [440, 584, 8, 8], '#fbeec0')
      if (worn) stain(ctx, [230, 470, 150, 70], '255,225,180', 0.35)
    })
  const fresh = wallet('#e0b88a', '#d3a472', '#b98a5a', 0)
  const old = wallet('#a85f2c', '#7a4018', '#4a230c', 1)
  return (ctx, { sec }) => {
    put(ctx, fresh)
    const x = W * (1 - step(0.8, 2.2, sec)) + W * (0.16 + 0.3 * step(3, 4.4, sec)) * step(0.8, 2.2, sec)
    ctx.save()
    ctx.beginPath()
    ctx.rect(x, -80, W * 2, H + 160)
    ctx.clip()
    put(ctx, old)
    ctx.restore()
    ctx.fillStyle = '#fffaf0'
    ctx.fillRect(x - 3, -60, 6, H + 120)
    oval(ctx, [x, 900, 34, 34], '#fffaf0')
    cut(ctx, pts`${x - 20} 900, ${x - 7} 888, ${x - 7} 912`, '#3a2a1c')
    cut(ctx, pts`${x + 20} 900, ${x + 7} 888, ${x + 7} 912`, '#3a2a1c')
    glow(ctx, [180, 260, 420], '255,240,210', 0.25)
  }
}

/** Rain on waxed canvas: it stands in beads and rolls off. */
export const canvasRain: Scene = () => {
  const cloth = bake(ctx => {
    ctx.fillStyle = gradient(ctx, [0, 0], [W, H], ['#5d7a66', '#46604f', '#2a3d32'])
    ctx.fillRect(0, 0, W, H)
    for (let i = 0; i < 210; i++) {
      stroke(ctx, pts`0 ${i * 6.2}, ${W} ${i * 6.2}`, 'rgba(255,255,255,0.045)', 2)
      stroke(ctx, pts`${i * 6.2} 0, ${i * 6.2} ${H}`, 'rgba(0,0,0,0.06)', 2)
    }
    texture(ctx, 0.16)
    slabOf(ctx, [110, -40, 96, 1400, 0], gradient(ctx, [110, 0], [206, 0], ['#8c5a30', '#b57b46', '#7a4c26']))
    slabOf(ctx, [520, -40, 96, 1400, 0], gradient(ctx, [520, 0], [616, 0], ['#8c5a30', '#b57b46', '#7a4c26']))
    for (const x of [122, 192, 532, 602]) {
      ctx.setLineDash([16, 12])
      stroke(ctx, pts`${x} 0, ${x} ${H}`, '#f0d9a8', 4)
      ctx.setLineDash([])
    }
    for (const x of [158, 568]) {
      ctx.strokeStyle = '#c9a24a'
      ctx.lineWidth = 16
      ctx.strokeRect(x - 66, 560, 132, 110)
      stroke(ctx, pts`${x} 560, ${x} 640`, '#e6cf8c', 12)
    }
  })
  return (ctx, { sec }) => {
    put(ctx, cloth)
    for (let i = 0; i < 130; i++) {
      const r = 4 + hash(i, 1) ** 2 * 20
      const slip = hash(i, 2) > 0.7 ? ((sec * (60 + r * 16) + hash(i, 5) * 900) % 1400) - 60 : 0
      const [x, y] = [hash(i, 3) * W + (slip ? Math.sin(sec * 2 + i) * 5 : 0), slip || hash(i, 4) * H]
      if (slip) stroke(ctx, pts`${x} ${y - 90}, ${x + 2} ${y - 40}, ${x} ${y}`, 'rgba(210,230,220,0.16)', r * 0.9)
      oval(ctx, [x + 3, y + 5, r, r], 'rgba(8,20,14,0.35)')
      oval(ctx, [x, y, r, r * 1.08], gradient(ctx, [x, y - r], [x, y + r], ['rgba(30,50,40,0.55)', 'rgba(200,225,212,0.75)']))
      oval(ctx, [x - r * 0.35, y - r * 0.4, r * 0.24, r * 0.16], 'rgba(255,255,255,0.95)')
    }
    falling(sec, { n: 40, seed: 4, speed: 1500, sway: 0, drift: -120 }, (x, y, near) =>
      stroke(ctx, pts`${x} ${y}, ${x + 5} ${y - 46 - near * 50}`, `rgba(225,240,235,${0.16 + 0.2 * near})`, 2.5),
    )
    const wipe = step(3, 4.2, sec)
    if (wipe > 0)
      hand(ctx, [360 + (1 - wipe) * 420, 900 - wipe * 160, -0.6, 1.3], { pose: 'flat', sleeve: ['#c9883f', '#8a5a24'] })
  }
}

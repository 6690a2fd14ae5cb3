import type { SKRSContext2D } from '@napi-rs/canvas'

type Palette = readonly string[]
const S = 256
const TAU = Math.PI * 2

function field(ctx: SKRSContext2D, a: string, b: string): void {
  const g = ctx.createLinearGradient(0, 0, S * 0.7, S)
  g.addColorStop(0, a)
  g.addColorStop(1, b)
  ctx.fillStyle = g
  ctx.fillRect(0, 0, S, S)
}
function dot(ctx: SKRSContext2D, x: number, y: number, r: number, fill: string): void {
  ctx.fillStyle = fill
  ctx.beginPath()
  ctx.arc(x, y, r, 0, TAU)
  ctx.fill()
}
function shape(ctx: SKRSContext2D, path: string, fill: string): void {
  ctx.fillStyle = fill
  ctx.beginPath()
  for (const part of path.split('|')) {
    for (const [i, p] of part.trim().split(' ').entries()) {
      const n = p.split(',').map(Number)
      if (i === 0) ctx.moveTo(n[0]!, n[1]!)
      else if (n.length === 4) ctx.quadraticCurveTo(n[0]!, n[1]!, n[2]!, n[3]!)
      else ctx.lineTo(n[0]!, n[1]!)
    }
    ctx.closePath()
  }
  ctx.fill()
}
function line(ctx: SKRSContext2D, width: number, color: string, draw: () => void): void {
  ctx.strokeStyle = color
  ctx.lineWidth = width
  ctx.lineCap = 'round'
  ctx.beginPath()
  draw()
  ctx.stroke()
}

/** A cut fruit. */
function citrus(ctx: SKRSContext2D, [deep, mid, pale, accent]: Palette): void {
  field(ctx, pale!, '#e6dfae')
  dot(ctx, 128, 136, 84, mid!)
  dot(ctx, 128, 136, 74, pale!)
  for (let i = 0; i < 9; i++) {
    ctx.save()
    ctx.translate(128, 136)
    ctx.rotate((i * TAU) / 9)
    shape(ctx, '0,-10 20,-58 0,-72,-20,-58', i % 2 ? mid! : '#dcc158')
    ctx.restore()
  }
  shape(ctx, '140,54 150,16,196,22 186,58,140,54', deep!)
  dot(ctx, 128, 136, 7, accent!)
}
/** A blade across the moon. */
function blade(ctx: SKRSContext2D, [deep, mid, pale, accent]: Palette): void {
  field(ctx, mid!, deep!)
  dot(ctx, 158, 98, 56, pale!)
  ctx.translate(128, 134)
  ctx.rotate(-0.62)
  shape(ctx, '-112,10 -60,-22,40,-22 40,20 -70,26,-112,10', '#f4f6f6')
  shape(ctx, '-112,10 -60,2,40,4 40,20 -70,26,-112,10', '#aab4ba')
  shape(ctx, '40,-12 56,-12 56,12 40,12', deep!)
  shape(ctx, '56,-12 120,-9 120,11 56,12', accent!)
}
/** A flower of five petals on a leaf. */
function sweet(ctx: SKRSContext2D, [deep, mid, pale, accent]: Palette): void {
  field(ctx, pale!, '#efcfc6')
  shape(ctx, '30,196 90,120,226,150 170,226,30,196', accent!)
  ctx.translate(128, 122)
  for (let i = 0; i < 5; i++) {
    ctx.rotate(TAU / 5)
    shape(ctx, '0,-4 -52,-30,-26,-78 0,-66,26,-78 52,-30,0,-4', i % 2 ? mid! : '#e3a3ac')
  }
  dot(ctx, 0, 0, 16, '#f0d48a')
  dot(ctx, 0, 0, 6, deep!)
}
/** One ember, three threads of smoke. */
function smoke(ctx: SKRSContext2D, [deep, mid, pale, accent]: Palette): void {
  field(ctx, mid!, deep!)
  for (const [k, x] of [-34, 0, 34].entries())
    line(ctx, 7 - k, pale!, () => {
      ctx.globalAlpha = 0.9 - k * 0.22
      ctx.moveTo(128, 190)
      ctx.bezierCurveTo(90 + x, 150, 170 + x, 112, 128 + x, 40)
    })
  ctx.globalAlpha = 1
  shape(ctx, '70,204 186,204 168,230 88,230', '#201722')
  dot(ctx, 128, 194, 11, accent!)
}
/** A lantern at night. */
function lantern(ctx: SKRSContext2D, [deep, mid, pale, accent]: Palette): void {
  field(ctx, '#4a5a80', deep!)
  const g = ctx.createRadialGradient(128, 132, 10, 128, 132, 120)
  g.addColorStop(0, 'rgba(255,220,150,.8)')
  g.addColorStop(1, 'rgba(255,200,120,0)')
  ctx.fillStyle = g
  ctx.fillRect(0, 0, S, S)
  shape(ctx, '96,66 52,132,96,198 160,198 204,132,160,66', pale!)
  for (let y = 84; y < 196; y += 20)
    line(ctx, 2.4, mid!, () => {
      const w = 36 + 38 * Math.sin(((y - 66) / 132) * Math.PI) ** 0.8
      ctx.moveTo(128 - w + 12, y)
      ctx.lineTo(128 + w - 12, y)
    })
  shape(ctx, '92,54 164,54 164,68 92,68|92,196 164,196 164,210 92,210', '#241c1a')
  dot(ctx, 128, 132, 17, accent!)
}
/** A small cup, hammered. */
function tin(ctx: SKRSContext2D, [deep, mid, pale, accent]: Palette): void {
  field(ctx, pale!, mid!)
  dot(ctx, 178, 76, 34, accent!)
  shape(ctx, '58,104 62,196,128,206 194,196,198,104', deep!)
  for (let i = 0; i < 5; i++)
    for (let j = 0; j < 7; j++) {
      const x = 72 + j * 18.6 + (i % 2) * 9
      const y = 122 + i * 17
      if (Math.abs(x - 128) < 66 - i * 9) dot(ctx, x, y, 6.6, i < 2 ? '#7d939a' : '#55707a')
    }
  ctx.fillStyle = '#c4d2d4'
  ctx.beginPath()
  ctx.ellipse(128, 104, 70, 17, 0, 0, TAU)
  ctx.fill()
  ctx.fillStyle = deep!
  ctx.beginPath()
  ctx.ellipse(128, 106, 58, 11, 0, 0, TAU)
  ctx.fill()
}
/** A bag with one belt. */
function bag(ctx: SKRSContext2D, [deep, mid, pale, accent]: Palette): void {
  field(ctx, pale!, '#d3b98c')
  line(ctx, 12, deep!, () => ctx.arc(128, 92, 40, Math.PI, TAU))
  shape(ctx, '56,92 200,92 212,204 204,214,128,214 52,214,44,204', mid!)
  shape(ctx, '56,92 200,92 204,136 128,172,52,136', deep!)
  shape(ctx, '118,132 138,132 138,182 118,182', accent!)
  dot(ctx, 128, 168, 6, '#f0d890')
}
/** A top, spinning. */
function spin(ctx: SKRSContext2D, [deep, mid, pale, accent]: Palette): void {
  field(ctx, '#bfd6cf', '#86ada4')
  ctx.translate(128, 128)
  ctx.rotate(0.16)
  shape(ctx, '-5,-92 5,-92 8,-26 -8,-26', mid!)
  shape(ctx, '-86,-6 0,40,86,-6 40,70,0,96 -40,70,-86,-6', deep!)
  for (const [i, c] of [accent!, pale!, '#4f7a8a', pale!, accent!].entries()) {
    ctx.fillStyle = c
    ctx.beginPath()
    ctx.ellipse(0, -8, 88 - i * 17, 30 - i * 5.8, 0, 0, TAU)
    ctx.fill()
  }
}

/** Marks of the makers, by key. */
export const emblems: Readonly<Record<string, (ctx: SKRSContext2D, palette: Palette) => void>> = {
  'yuzu-skin': citrus,
  'sakai-blade': blade,
  'kaga-sweets': sweet,
  'awaji-incense': smoke,
  'mino-washi': lantern,
  'takaoka-tin': tin,
  'toyooka-bag': bag,
  'hida-toys': spin,
}

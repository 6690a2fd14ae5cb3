import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { hash, noise2, step } from '../random.ts'
import { steam } from './effects.ts'
import { type Film, H, type Shot, W } from './film-types.ts'

const M = 60

/** The street at dusk, far out of focus: sky, roofs, lamps as discs of light. */
function street(): Canvas {
  const c = createCanvas(W + M * 2, H)
  const ctx = c.getContext('2d')
  const sky = ctx.createLinearGradient(0, 0, 0, H)
  for (const [at, color] of [
    [0, '#1d2c46'],
    [0.35, '#3a5170'],
    [0.6, '#6f7d8c'],
    [0.72, '#8d8784'],
    [1, '#2a2b35'],
  ] as const)
    sky.addColorStop(at, color)
  ctx.fillStyle = sky
  ctx.fillRect(0, 0, c.width, H)
  ctx.filter = 'blur(14px)'
  for (let i = 0; i < 9; i++) {
    const x = i * 105 - 40 + hash(i, 1) * 30
    const y = 720 - hash(i, 2) * 190
    ctx.fillStyle = ['#26324a', '#2d3a50', '#222c40'][i % 3]!
    ctx.beginPath()
    ctx.moveTo(x - 20, y + 40)
    ctx.lineTo(x + 62, y - 20)
    ctx.lineTo(x + 150, y + 40)
    ctx.lineTo(x + 150, H)
    ctx.lineTo(x - 20, H)
    ctx.fill()
  }
  ctx.filter = 'blur(3px)'
  for (let i = 0; i < 34; i++) {
    const warm = hash(i, 4) > 0.25
    const r = 12 + hash(i, 5) * 30
    const x = hash(i, 6) * c.width
    const y = 520 + hash(i, 7) * 420
    const g = ctx.createRadialGradient(x, y, r * 0.2, x, y, r)
    const rgb = warm ? ['255,196,120', '255,168,92', '255,220,168'][i % 3] : '150,190,235'
    const a = 0.16 + hash(i, 8) * 0.3
    g.addColorStop(0, `rgba(${rgb},${a * 0.75})`)
    g.addColorStop(0.82, `rgba(${rgb},${a})`)
    g.addColorStop(1, `rgba(${rgb},0)`)
    ctx.fillStyle = g
    ctx.fillRect(x - r, y - r, r * 2, r * 2)
  }
  return c
}

/** A drop bends the street upside down: bright below, dark above, one glint. */
function dropTile(): Canvas {
  const c = createCanvas(64, 64)
  const ctx = c.getContext('2d')
  const g = ctx.createLinearGradient(0, 6, 0, 58)
  g.addColorStop(0, 'rgba(18,26,44,0.75)')
  g.addColorStop(0.5, 'rgba(120,140,165,0.35)')
  g.addColorStop(1, 'rgba(245,225,195,0.8)')
  ctx.fillStyle = g
  ctx.beginPath()
  ctx.ellipse(32, 32, 23, 26, 0, 0, 6.3)
  ctx.fill()
  ctx.fillStyle = 'rgba(255,255,255,0.9)'
  ctx.beginPath()
  ctx.ellipse(25, 20, 4.5, 3, -0.6, 0, 6.3)
  ctx.fill()
  return c
}

function mist(tile: Canvas): Canvas {
  const c = createCanvas(W + M * 2, H)
  const ctx = c.getContext('2d')
  for (let i = 0; i < 1900; i++) {
    const s = 3 + hash(i, 21) ** 5 * 34
    ctx.globalAlpha = 0.3 + hash(i, 22) * 0.5
    ctx.drawImage(tile, hash(i, 23) * c.width, hash(i, 24) * H, s, s * (1 + 0.25 * hash(i, 25)))
  }
  return c
}

/** Drops that run: they wait, slip, wait, and leave a thin wet line. */
function runners(ctx: SKRSContext2D, tile: Canvas, sec: number): void {
  for (let i = 0; i < 26; i++) {
    const life = 2.6 + hash(i, 31) * 3.5
    const age = (sec + hash(i, 32) * life) % life
    const t = age / life
    const fall = (k: number) => -60 + (H + 120) * (0.75 * k * k + 0.25 * k + 0.035 * Math.sin(k * 21 + i))
    const x = hash(i, 33) * (W + M * 2) + Math.sin(t * 7 + i) * 7
    const y = fall(t)
    const s = 13 + hash(i, 34) * 13
    const trail = ctx.createLinearGradient(0, y - 210 - 160 * t, 0, y)
    trail.addColorStop(0, 'rgba(210,222,236,0)')
    trail.addColorStop(1, 'rgba(210,222,236,0.26)')
    ctx.strokeStyle = trail
    ctx.lineWidth = s * 0.34
    ctx.beginPath()
    for (let k = 0; k <= 10; k++) {
      const q = Math.max(0, t - (10 - k) * 0.018)
      const px = hash(i, 33) * (W + M * 2) + Math.sin(q * 7 + i) * 7 + s / 2
      if (k) ctx.lineTo(px, fall(q) + s / 2)
      else ctx.moveTo(px, fall(q) + s / 2)
    }
    ctx.stroke()
    ctx.globalAlpha = 0.95
    ctx.drawImage(tile, x, y, s, s * 1.3)
    ctx.globalAlpha = 1
  }
}

/** The cat sits with its back to us. Breath widens it, an ear turns, the tail hangs over the sill and thinks. */
function cat(ctx: SKRSContext2D, sec: number): void {
  const breath = 1 + 0.012 * Math.sin(sec * 1.9)
  const look = 0.05 * Math.sin(sec * 0.8) + 0.1 * step(3, 3.8, sec) - 0.1 * step(6.2, 7, sec)
  const twitch = 0.16 * step(2.1, 2.2, sec) * step(2.5, 2.35, sec)
  ctx.save()
  ctx.translate(300, 905)
  const tail = Math.sin(sec * 1.25) * 26
  ctx.lineCap = 'round'
  ctx.lineWidth = 30
  ctx.beginPath()
  ctx.moveTo(86, -18)
  ctx.bezierCurveTo(180, 6, 196 + tail * 0.3, 60, 176 + tail, 150)
  ctx.quadraticCurveTo(170 + tail * 1.2, 182, 194 + tail * 1.5, 190 - Math.abs(tail) * 0.3)
  ctx.stroke()
  ctx.scale(breath, 1 / breath ** 0.5)
  ctx.beginPath()
  ctx.moveTo(-112, 2)
  ctx.bezierCurveTo(-142, -90, -104, -196, -62, -252)
  ctx.bezierCurveTo(-40, -282, 40, -282, 62, -252)
  ctx.bezierCurveTo(104, -196, 146, -90, 114, 2)
  ctx.closePath()
  ctx.fill()
  ctx.translate(0, -292)
  ctx.rotate(look)
  ctx.beginPath()
  ctx.ellipse(0, 0, 76, 64, 0, 0, 6.3)
  ctx.fill()
  for (const k of [-1, 1]) {
    ctx.save()
    ctx.rotate(k > 0 ? twitch : 0)
    ctx.beginPath()
    ctx.moveTo(k * 70, -18)
    ctx.quadraticCurveTo(k * 76, -76, k * 62, -104)
    ctx.quadraticCurveTo(k * 30, -84, k * 14, -56)
    ctx.closePath()
    ctx.fill()
    ctx.restore()
  }
  ctx.restore()
}

/** The tea that was promised an hour ago. */
function mug(ctx: SKRSContext2D, sec: number): void {
  const [x, y] = [578, 906]
  const g = ctx.createLinearGradient(x - 46, 0, x + 46, 0)
  for (const [at, c] of [
    [0, '#1c2026'],
    [0.55, '#4a4240'],
    [1, '#e0a36a'],
  ] as const)
    g.addColorStop(at, c)
  ctx.fillStyle = 'rgba(5,4,6,0.45)'
  ctx.beginPath()
  ctx.ellipse(x - 8, y + 2, 56, 9, 0, 0, 6.3)
  ctx.fill()
  ctx.fillStyle = g
  ctx.beginPath()
  ctx.moveTo(x - 44, y - 78)
  ctx.bezierCurveTo(x - 44, y - 20, x - 34, y, x, y)
  ctx.bezierCurveTo(x + 34, y, x + 44, y - 20, x + 44, y - 78)
  ctx.fill()
  ctx.fillStyle = '#15161b'
  ctx.beginPath()
  ctx.ellipse(x, y - 78, 44, 8, 0, 0, 6.3)
  ctx.fill()
  ctx.strokeStyle = 'rgba(255,206,150,0.55)'
  ctx.lineWidth = 1.5
  ctx.stroke()
  steam(ctx, x, y - 82, sec + 3, { wide: 64, high: 250, strength: 0.06 })
}

function frameAndSill(ctx: SKRSContext2D): void {
  const wood = ctx.createLinearGradient(0, 0, W, 0)
  for (const [at, c] of [
    [0, '#17120f'],
    [0.5, '#2a211b'],
    [1, '#4a3423'],
  ] as const)
    wood.addColorStop(at, c)
  ctx.fillStyle = wood
  ctx.fillRect(-M, 0, 76 + M, 905)
  ctx.fillRect(W - 44, 0, 44 + M, 905)
  ctx.fillRect(470, 0, 20, 905)
  ctx.fillRect(-M, 308, W + M * 2, 16)
  ctx.fillStyle = 'rgba(190,205,225,0.22)'
  for (const x of [76, 490]) ctx.fillRect(x, 0, 2, 905)
  ctx.fillRect(76, 324, W - 120, 2)
  const sill = ctx.createLinearGradient(0, 895, 0, H)
  for (const [at, c] of [
    [0, '#8a6a4c'],
    [0.03, '#5b432f'],
    [0.2, '#2d2119'],
    [1, '#0f0b0a'],
  ] as const)
    sill.addColorStop(at, c)
  ctx.fillStyle = sill
  ctx.fillRect(-M, 895, W + M * 2, H - 895)
}

const window: Shot = {
  seconds: 9,
  open: () => {
    const far = street()
    const tile = dropTile()
    const fog = mist(tile)
    const ground = contact()
    const shape = createCanvas(W, H)
    const s = shape.getContext('2d')
    return (ctx, { t, sec }) => {
      const drift = (t - 0.5) * 2
      const zoom = 1.03 + 0.05 * t
      ctx.save()
      ctx.transform(zoom, 0, 0, zoom, W / 2 - (W / 2) * zoom, 620 - 620 * zoom)
      ctx.drawImage(far, -M + drift * 22, 0)
      lamps(ctx, sec, drift)
      ctx.drawImage(fog, -M + drift * 9, 0)
      ctx.save()
      ctx.translate(-M + drift * 9, 0)
      runners(ctx, tile, sec)
      ctx.restore()
      frameAndSill(ctx)
      s.globalCompositeOperation = 'source-over'
      s.clearRect(0, 0, W, H)
      s.fillStyle = s.strokeStyle = '#0d0c10'
      cat(s, sec)
      s.globalCompositeOperation = 'source-atop'
      const warm = s.createLinearGradient(175, 0, 640, 0)
      for (const [at, c] of [
        [0, 'rgba(160,185,215,0.38)'],
        [0.1, 'rgba(120,140,170,0.07)'],
        [0.4, 'rgba(60,36,20,0)'],
        [0.53, 'rgba(206,132,70,0.2)'],
        [1, 'rgba(206,132,70,0.22)'],
      ] as const)
        warm.addColorStop(at, c)
      s.fillStyle = warm
      s.fillRect(0, 0, W, H)
      ctx.drawImage(ground, 110, 876)
      ctx.drawImage(shape, 0, 0)
      mug(ctx, sec)
      lampGlow(ctx, sec)
      ctx.restore()
    }
  },
}

/** Where the cat presses on the sill. */
function contact(): Canvas {
  const c = createCanvas(360, 72)
  const ctx = c.getContext('2d')
  ctx.filter = 'blur(9px)'
  ctx.fillStyle = 'rgba(5,4,6,0.55)'
  ctx.beginPath()
  ctx.ellipse(180, 36, 150, 14, 0, 0, 6.3)
  ctx.fill()
  return c
}

/** A car passes below: two lights wander behind the drops. */
function lamps(ctx: SKRSContext2D, sec: number, drift: number): void {
  const x = 780 - ((sec - 1.5) / 4.5) * 900 + drift * 18
  for (const [dx, r] of [
    [0, 26],
    [46, 24],
  ] as const) {
    const g = ctx.createRadialGradient(x + dx, 850, 3, x + dx, 850, r)
    g.addColorStop(0, 'rgba(255,236,200,0.75)')
    g.addColorStop(0.8, 'rgba(255,226,180,0.5)')
    g.addColorStop(1, 'rgba(255,220,170,0)')
    ctx.fillStyle = g
    ctx.fillRect(x + dx - r, 850 - r, r * 2, r * 2)
  }
}

/** The room's own lamp, outside the picture to the right. */
function lampGlow(ctx: SKRSContext2D, sec: number): void {
  const k = 0.34 + 0.03 * noise2(sec * 2, 1, 5)
  const g = ctx.createRadialGradient(W + 40, 760, 20, W + 40, 760, 620)
  g.addColorStop(0, `rgba(255,176,92,${k})`)
  g.addColorStop(0.4, `rgba(230,130,60,${k * 0.35})`)
  g.addColorStop(1, 'rgba(200,100,40,0)')
  ctx.globalCompositeOperation = 'lighter'
  ctx.fillStyle = g
  ctx.fillRect(-M, 0, W + M * 2, H)
  ctx.globalCompositeOperation = 'source-over'
}

export const rainWindow: Film = {
  key: 'everyday-rain-window',
  shots: [window],
  score: {
    seed: 83,
    chord: [48, 55, 59, 62, 64],
    turn: [45, 52, 57, 60, 67],
    air: 'rain',
    melody: [
      { at: 1, note: 76 },
      { at: 3.1, note: 71 },
      { at: 5.4, note: 74 },
      { at: 7, note: 79 },
    ],
  },
}

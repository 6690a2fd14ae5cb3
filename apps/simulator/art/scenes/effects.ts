import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { hash, noise2, step } from '../random.ts'
import { SCALE } from './film-types.ts'

let puffTile: Canvas | undefined

function puff(): Canvas {
  if (puffTile) return puffTile
  puffTile = createCanvas(96, 96)
  const ctx = puffTile.getContext('2d')
  const g = ctx.createRadialGradient(48, 48, 0, 48, 48, 48)
  g.addColorStop(0, 'rgba(255,252,246,1)')
  g.addColorStop(0.35, 'rgba(255,252,246,0.52)')
  g.addColorStop(0.7, 'rgba(255,252,246,0.12)')
  g.addColorStop(1, 'rgba(255,252,246,0)')
  ctx.fillStyle = g
  ctx.fillRect(0, 0, 96, 96)
  return puffTile
}

interface Spot {
  x: number
  y: number
}

interface Steam {
  wide: number
  high: number
  strength?: number
  strands?: number
  seed?: number
  thin?: number
}

/** Steam or smoke: strands of soft dots that rise, curl and thin out. */
export function steam(ctx: SKRSContext2D, x: number, y: number, sec: number, o: Steam): void {
  const p = puff()
  const seed = o.seed ?? 1
  const thin = o.thin ?? 1
  for (let k = 0; k < (o.strands ?? 3); k++) {
    const n = Math.round(46 / thin)
    for (let i = 0; i < n; i++) {
      const age = i / n
      const curl = noise2(age * 2.6 - sec * 0.42 + k * 7, k * 3 + seed, 91) - 0.5
      const slow = noise2(age * 1.1 - sec * 0.2, k + seed * 5, 92) - 0.5
      const px = x + (hash(seed, k) - 0.5) * o.wide * 0.7 + (curl * 1.5 + slow * 1.2) * o.wide * age ** 0.8
      const py = y - age * o.high * (0.85 + 0.3 * hash(seed, k, 2))
      const size = (14 + age * 60) * thin * (o.wide / 90)
      const breath = 0.6 + 0.4 * noise2(age * 3 - sec * 0.6, k * 11, 93)
      ctx.globalAlpha = (o.strength ?? 0.1) * 1.55 * thin ** 0.5 * step(0, 0.12, age) * (1 - age) ** 1.3 * breath
      ctx.drawImage(p, px - size / 2, py - size / 2, size, size * 1.25)
    }
  }
  ctx.globalAlpha = 1
}

/** Dust that floats through the light. */
export function motes(ctx: SKRSContext2D, air: { w: number; h: number }, sec: number, seed: number, count = 26): void {
  const p = puff()
  for (let i = 0; i < count; i++) {
    const r = (n: number) => hash(seed, i, n)
    const x = (((r(1) + sec * (0.006 + 0.012 * r(2)) + 0.02 * Math.sin(sec * 0.6 + i)) % 1) + 1) % 1
    const y = (((r(3) - sec * 0.012 * (r(4) - 0.2) + 0.01 * Math.sin(sec * 0.8 + i * 2)) % 1) + 1) % 1
    const size = 3 + r(5) * 7
    ctx.globalAlpha = (0.1 + 0.22 * r(6)) * (0.6 + 0.4 * Math.sin(sec * (0.7 + r(7)) + i))
    ctx.drawImage(p, x * air.w, y * air.h, size, size)
  }
  ctx.globalAlpha = 1
}

/** A thin stream of tea: gravity bends it, its edge catches the light. */
export function stream(ctx: SKRSContext2D, from: Spot, to: Spot, sec: number, on: number): void {
  if (on <= 0) return
  const steps = 26
  const reach = Math.min(1, on * 1.6)
  for (const [color, wide, shift] of [
    ['#a3a24a', 1, 0],
    ['rgba(255,255,230,0.75)', 0.28, -0.22],
    ['rgba(60,60,10,0.35)', 0.25, 0.3],
  ] as const) {
    ctx.fillStyle = color
    ctx.beginPath()
    for (let side = 0; side < 2; side++)
      for (let i = 0; i <= steps; i++) {
        const t = ((side ? steps - i : i) / steps) * reach
        const x = from.x + (to.x - from.x) * (1 - (1 - t) ** 1.7)
        const y = from.y + (to.y - from.y) * (t * 0.25 + t * t * 0.75)
        const r = (6.2 - 2.6 * t + 0.9 * Math.sin(t * 17 - sec * 22) * t) * wide
        const cx = x + shift * 7 * (1 - 0.4 * t)
        if (i === 0 && side === 0) ctx.moveTo(cx + r, y)
        else ctx.lineTo(cx + (side ? -r : r), y)
      }
    ctx.fill()
  }
}

interface TitleLook {
  x?: number
  y?: number
  /** Dark letters, for a pale picture. */
  dark?: boolean
}

/** Small Latin title with air between the letters; inside what a tall phone shows of 9:16, and below the sound chip. */
export function title(ctx: SKRSContext2D, text: string, sub: string, alpha: number, look: TitleLook = {}): void {
  if (alpha <= 0) return
  const { x = 96, y = 284, dark = false } = look
  ctx.save()
  ctx.globalAlpha = alpha * 0.92
  ctx.fillStyle = dark ? '#2b241c' : '#fffaf0'
  ctx.font = '500 42px "Instrument Sans"'
  ctx.letterSpacing = '0.5px'
  ctx.shadowColor = dark ? 'rgba(0,0,0,0)' : 'rgba(28,20,10,0.6)'
  ctx.shadowBlur = 26
  ctx.fillText(text, x, y)
  ctx.font = '400 24px "Instrument Sans"'
  ctx.globalAlpha = alpha * 0.8
  ctx.fillText(sub, x, y + 42)
  ctx.restore()
}

export const fade = (sec: number, from: number, to: number, soft = 0.5): number =>
  step(from, from + soft, sec) * step(to, to - soft, sec)

/** Rows of the sheet slide past each other: cloth that breathes in a draught. */
export function flutter(
  ctx: SKRSContext2D,
  img: Canvas,
  at: Spot,
  sec: number,
  o: { amp: number; from?: number; speed?: number },
): void {
  const band = 3
  const h = img.height
  const start = o.from ?? 0
  for (let r = 0; r < h; r += band) {
    const v = Math.max(0, (r / h - start) / (1 - start))
    const sway = v * v * o.amp
    const speed = o.speed ?? 1
    const dx = sway * (Math.sin(sec * 1.15 * speed - v * 2.6) * 0.7 + Math.sin(sec * 2.1 * speed - v * 5.2 + 1) * 0.22)
    const wide = 1 + 0.025 * v * Math.sin(sec * 1.6 * speed - v * 3.4)
    const rows = Math.min(band, h - r)
    const width = img.width / SCALE
    ctx.drawImage(
      img,
      0,
      r,
      img.width,
      rows,
      at.x + dx - (width * (wide - 1)) / 2,
      at.y + r / SCALE,
      width * wide,
      (rows + 0.5) / SCALE,
    )
  }
}

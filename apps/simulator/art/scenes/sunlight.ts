import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { hash, mix } from '../random.ts'
import type { Tick } from './film-types.ts'

const w = 180
const h = 320
/** Room round the mask, so that blurring does not draw the picture's edge into it. */
const pad = 10

interface Panes {
  /** Left edge and width on the wall at the start and end, in 0…1 of the picture. */
  from: number
  to: number
  width: number
  /** How far the light leans while it falls. */
  lean?: number
  bars?: number
  rows?: number
  top?: number
  /** Where wall meets table, 0…1; below it the light lies down. */
  horizon?: number
  leaves?: number
  seed?: number
  /** Light that is everywhere. */
  veil?: number
  /** Strength at start and end: a cloud passes. */
  power?: readonly [number, number]
}

/** Window light that slides over wall and table while leaves outside move: a small picture, enlarged it is soft. */
export function windowLight(p: Panes): (tick: Tick) => Canvas {
  const c = createCanvas(w, h)
  const sharp = createCanvas(w + pad * 2, h + pad * 2)
  const s = sharp.getContext('2d')
  const ctx = c.getContext('2d')
  return ({ t, sec }) => {
    s.globalCompositeOperation = 'source-over'
    s.setTransform(1, 0, 0, 1, pad, pad)
    s.clearRect(-pad, -pad, w + pad * 2, h + pad * 2)
    s.fillStyle = '#fff'
    panes(s, p, mix(p.from, p.to, t))
    if (p.leaves) {
      s.globalCompositeOperation = 'destination-out'
      foliage(s, p, sec)
    }
    ctx.globalCompositeOperation = 'source-over'
    ctx.clearRect(0, 0, w, h)
    ctx.filter = 'blur(2.2px)'
    ctx.globalAlpha = p.power ? mix(p.power[0], p.power[1], t) : 1
    ctx.drawImage(sharp, -pad, -pad)
    ctx.filter = 'none'
    ctx.globalAlpha = 1
    ctx.fillStyle = `rgba(255,255,255,${p.veil ?? 0.12})`
    ctx.fillRect(0, 0, w, h)
    return c
  }
}

function panes(s: SKRSContext2D, p: Panes, left: number): void {
  const horizon = (p.horizon ?? 1) * h
  const top = (p.top ?? -0.1) * h
  const bars = p.bars ?? 2
  const rows = p.rows ?? 3
  const lean = (p.lean ?? -0.28) * w
  const at = (u: number, v: number): [number, number] => {
    const y = top + (horizon - top) * v
    return [(left + p.width * u) * w + lean * v, y]
  }
  for (let i = 0; i < bars; i++)
    for (let j = 0; j < rows; j++) {
      const [u0, u1] = [(i + 0.06) / bars, (i + 0.94) / bars]
      const [v0, v1] = [(j + (j ? 0.035 : 0)) / rows, (j + (j === rows - 1 ? 1 : 0.965)) / rows]
      quad(s, at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1))
    }
  if (horizon >= h) {
    const over = (u: number): [number, number] => [at(u, 1)[0] + lean * 0.04, h + pad]
    for (let i = 0; i < bars; i++)
      quad(s, at((i + 0.06) / bars, 1), at((i + 0.94) / bars, 1), over((i + 0.94) / bars), over((i + 0.06) / bars))
    return
  }
  const fall = (u: number, v: number): [number, number] => [
    (left + p.width * u) * w + lean + (v - horizon) * -0.9 + (u - 0.5) * (v - horizon) * 0.3,
    v,
  ]
  for (let i = 0; i < bars; i++)
    quad(
      s,
      fall((i + 0.06) / bars, horizon),
      fall((i + 0.94) / bars, horizon),
      fall((i + 0.94) / bars, h + pad),
      fall((i + 0.06) / bars, h + pad),
    )
}

function quad(s: SKRSContext2D, ...p: [number, number][]): void {
  s.beginPath()
  p.forEach(([x, y], i) => {
    if (i) s.lineTo(x, y)
    else s.moveTo(x, y)
  })
  s.fill()
}

function foliage(s: SKRSContext2D, p: Panes, sec: number): void {
  const seed = p.seed ?? 1
  for (let k = 0; k < 4; k++) {
    const sway = Math.sin(sec * (0.7 + 0.2 * k) + k * 2) * 0.05 + Math.sin(sec * 1.7 + k) * 0.018
    const [ox, oy] = [hash(seed, k, 1) * w * 1.2 - 10, hash(seed, k, 2) * h * 0.25 - 30]
    const turn = 0.5 + hash(seed, k, 3) * 1.1 + sway
    for (let i = 0; i < 9; i++) {
      const d = 16 + i * 17
      const side = i % 2 ? 1 : -1
      const a = turn + side * (0.75 + hash(seed, k, i + 9) * 0.4) + sway * 2 * Math.sin(i)
      const [x, y] = [ox + Math.cos(turn) * d, oy + Math.sin(turn) * d]
      s.globalAlpha = (p.leaves ?? 0.6) * (0.55 + 0.45 * hash(seed, k, i + 30))
      s.beginPath()
      s.ellipse(x + Math.cos(a) * 12, y + Math.sin(a) * 12, 15, 5.2, a, 0, 6.3)
      s.fill()
    }
  }
  s.globalAlpha = 1
}

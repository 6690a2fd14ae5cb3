import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { clamp01, hash, noise2, step } from '../random.ts'
import type { Vec3 } from '../render/vec.ts'
import { type Actor, lay, type Spot, type Which } from './diorama.ts'
import { H, type Tick, W } from './film-types.ts'

export interface Stroke {
  /** Where the tip is at 0…1 of the stroke. */
  path: (t: number) => Vec3
  /** Half width in world units. */
  width: (t: number) => number
  from: number
  to: number
  /** 0 wet … 1 dry: how much of the hair tracks show. */
  dry?: number
}

const steps = 420

/** Ink that appears under a moving tip. The page keeps what was written; going back in time starts it anew. */
export function inkPage(strokes: readonly Stroke[], color = '#15141a') {
  const page = createCanvas(W, H)
  const ctx = page.getContext('2d')
  let written = 0
  const total = strokes.length * steps
  const until = (sec: number) => {
    let n = 0
    for (const s of strokes) n += Math.floor(clamp01((sec - s.from) / (s.to - s.from)) * steps)
    return n
  }
  const write = (sec: number, at: Spot): Canvas => {
    const goal = Math.min(total, until(sec))
    if (goal < written) {
      ctx.clearRect(0, 0, W, H)
      written = 0
    }
    for (; written < goal; written++) dab(ctx, strokes[Math.floor(written / steps)]!, written % steps, at, color)
    return page
  }
  return {
    after: (ctx2: SKRSContext2D, tick: Tick, at: Spot, _which: Which) => {
      ctx2.drawImage(write(tick.sec, at), 0, 0)
    },
    tip: (sec: number): Vec3 => {
      const now = strokes.find(s => sec < s.to) ?? strokes[strokes.length - 1]!
      return now.path(clamp01((sec - now.from) / (now.to - now.from)))
    },
  }
}

/** One touch of the brush: a row of hairs, each of which may have run dry. */
function dab(ctx: SKRSContext2D, s: Stroke, i: number, at: Spot, color: string): void {
  const t = i / steps
  const [p, q] = [at(s.path(t)), at(s.path(Math.min(1, t + 1 / steps)))]
  const a = Math.atan2(q.y - p.y, q.x - p.x)
  const half = s.width(t) * p.k
  const hairs = Math.max(3, Math.round(half / 1.1))
  ctx.fillStyle = color
  for (let k = 0; k < hairs; k++) {
    const f = (k + 0.5) / hairs
    const edge = Math.sin(f * Math.PI)
    const wet = noise2(k * 0.9, t * 9, 71) + (1 - t) * 0.9 - (s.dry ?? 0.6) * t - 0.28 + 0.25 * edge
    if (wet < 0.22) continue
    const off = (f - 0.5) * 2 * half * (1 + 0.06 * (hash(k, i >> 3, 72) - 0.5))
    ctx.globalAlpha = 0.5 + 0.4 * step(0.22, 0.6, wet)
    const [x, y] = [p.x - Math.sin(a) * off, p.y + Math.cos(a) * off]
    const len = Math.hypot(q.x - p.x, q.y - p.y) + 1.6
    ctx.translate(x, y)
    ctx.rotate(a)
    ctx.fillRect(-0.8, -0.9, len, 1.9)
    ctx.rotate(-a)
    ctx.translate(-x, -y)
  }
  ctx.globalAlpha = 1
}

/** The brush follows the tip; its soft shadow falls on the paper and closes in as it comes down. */
export function followTip(
  tip: (sec: number) => Vec3,
  lift: (sec: number) => number,
  shadowAway: readonly [number, number] = [52, 34],
): Actor['pose'] {
  let shadow: Canvas | undefined
  return (ctx, sheet, which, { sec }, at) => {
    const home = at([0, 0.02, 0])
    const now = at(tip(sec))
    const up = lift(sec)
    const [dx, dy] = [now.x - home.x, now.y - home.y]
    shadow ??= silhouette(sheet.base)
    ctx.globalAlpha = which === 'sun' ? 0.75 * (1 - up * 0.4) : 0.3
    const spread = 0.35 + up * 0.8
    ctx.save()
    ctx.translate(home.x + dx, home.y + dy)
    ctx.rotate(0.16)
    ctx.translate(-home.x - dx, -home.y - dy)
    const cast = { base: shadow, sun: shadow, x: sheet.x, y: sheet.y }
    lay(ctx, cast, which, dx + shadowAway[0] * up * spread, dy + shadowAway[1] * up * spread)
    ctx.restore()
    ctx.globalAlpha = 1
    lay(ctx, sheet, which, dx - up * 14, dy - up * 46)
  }
}

function silhouette(base: Canvas): Canvas {
  const c = createCanvas(base.width, base.height)
  const ctx = c.getContext('2d')
  ctx.filter = 'blur(7px)'
  ctx.drawImage(base, 0, 0)
  ctx.filter = 'none'
  ctx.globalCompositeOperation = 'source-in'
  ctx.fillStyle = '#050408'
  ctx.fillRect(0, 0, c.width, c.height)
  return c
}

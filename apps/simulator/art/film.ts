import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { stream } from './random.ts'
import type { Layer } from './render/layer.ts'

const tiles = new Map<number, Canvas>()

/** Film grain as a see-through tile: dark and light specks, nearly neutral. */
function grainTile(strength: number): Canvas {
  const known = tiles.get(strength)
  if (known) return known
  const n = 384
  const tile = createCanvas(n, n)
  const ctx = tile.getContext('2d')
  const img = ctx.createImageData(n, n)
  const rnd = stream(99)
  for (let i = 0; i < n * n; i++) {
    const g = rnd() + rnd() + rnd() - 1.5
    const light = g > 0 ? 255 : 0
    img.data[i * 4] = light
    img.data[i * 4 + 1] = light ? 250 : 0
    img.data[i * 4 + 2] = light ? 240 : 8
    img.data[i * 4 + 3] = Math.min(255, Math.abs(g) * strength)
  }
  ctx.putImageData(img, 0, 0)
  tiles.set(strength, tile)
  return tile
}

export function grain(ctx: SKRSContext2D, w: number, h: number, frame: number, strength = 20): void {
  const tile = grainTile(strength)
  const [ox, oy] = [(frame * 137) % 384, (frame * 211) % 384]
  for (let y = -oy; y < h; y += 384) for (let x = -ox; x < w; x += 384) ctx.drawImage(tile, x, y)
}

export function vignette(ctx: SKRSContext2D, w: number, h: number, k = 0.3): void {
  const g = ctx.createRadialGradient(w * 0.46, h * 0.44, Math.min(w, h) * 0.35, w / 2, h / 2, Math.hypot(w, h) * 0.62)
  g.addColorStop(0, 'rgba(10,8,12,0)')
  g.addColorStop(1, `rgba(10,8,12,${k})`)
  ctx.fillStyle = g
  ctx.fillRect(0, 0, w, h)
}

/** A single layer that fills the picture: room light, then the sun added. */
export function develop(layer: Layer): Canvas {
  const c = createCanvas(layer.base.width, layer.base.height)
  const ctx = c.getContext('2d')
  ctx.drawImage(layer.base, 0, 0)
  ctx.globalCompositeOperation = 'lighter'
  ctx.drawImage(layer.sun, 0, 0)
  ctx.globalCompositeOperation = 'source-over'
  return c
}

/** A little bloom: the bright parts, blurred, added back. */
export function bloom(c: Canvas, k: number): void {
  const [w, h] = [c.width, c.height]
  const small = createCanvas(w / 4, h / 4)
  const s = small.getContext('2d')
  s.drawImage(c, 0, 0, w / 4, h / 4)
  s.globalCompositeOperation = 'multiply'
  s.drawImage(c, 0, 0, w / 4, h / 4)
  s.drawImage(c, 0, 0, w / 4, h / 4)
  const ctx = c.getContext('2d')
  ctx.save()
  ctx.globalCompositeOperation = 'screen'
  ctx.globalAlpha = k
  ctx.filter = `blur(${Math.round(w / 40)}px)`
  ctx.imageSmoothingQuality = 'high'
  ctx.drawImage(small, 0, 0, w, h)
  ctx.restore()
}

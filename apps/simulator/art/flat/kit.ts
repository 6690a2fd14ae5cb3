import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { hash, stream } from '../random.ts'
import { H, SCALE, type Tick, W } from '../scenes/film-types.ts'

/** What flat scenes are made of: cut shapes with light, lying over each other like sheets of coloured paper. */
export type Ctx = SKRSContext2D
export type Pt = readonly [x: number, y: number]
export type N3 = readonly [x: number, y: number, r: number]
export type N4 = readonly [number, number, number, number]
export type N5 = readonly [number, number, number, number, number]
export type Fill = SKRSContext2D['fillStyle']

const read = new WeakMap<TemplateStringsArray, readonly (number | null)[]>()
/** Points written as `x y, x y`: an outline is read like a list, not like a program. */
export function pts(text: TemplateStringsArray, ...values: readonly number[]): Pt[] {
  let slots = read.get(text)
  if (!slots) {
    slots = text.raw
      .join('*')
      .split(/[\s,]+/)
      .map(part => (part === '*' ? null : Number(part)))
    read.set(text, slots)
  }
  const points: Pt[] = []
  let used = 0
  const next = (i: number): number => slots[i] ?? values[used++]!
  for (let i = 0; i + 1 < slots.length; i += 2) points.push([next(i), next(i + 1)])
  return points
}

/** Draws something once, at the picture's own size; `put` lays it down wherever it is wanted. */
export function bake(draw: (ctx: Ctx) => void, w = W, h = H): Canvas {
  const c = createCanvas(Math.ceil(w * SCALE), Math.ceil(h * SCALE))
  const ctx = c.getContext('2d')
  ctx.scale(SCALE, SCALE)
  draw(ctx)
  return c
}
export function put(ctx: Ctx, c: Canvas, x = 0, y = 0, k = 1): void {
  ctx.drawImage(c, x, y, (c.width / SCALE) * k, (c.height / SCALE) * k)
}

export function gradient(ctx: Ctx, from: Pt, to: Pt, colours: readonly string[]): Fill {
  const g = ctx.createLinearGradient(from[0], from[1], to[0], to[1])
  colours.forEach((c, i) => {
    g.addColorStop(i / Math.max(1, colours.length - 1), c)
  })
  return g
}

/** The whole sheet in colours from top to bottom. */
export function wash(ctx: Ctx, ...colours: string[]): void {
  ctx.fillStyle = gradient(ctx, [0, 0], [0, H], colours)
  ctx.fillRect(-120, -120, W + 240, H + 240)
}

export function oval(ctx: Ctx, [x, y, rx, ry]: N4, fill: Fill, turn = 0): void {
  ctx.fillStyle = fill
  ctx.beginPath()
  ctx.ellipse(x, y, Math.max(0, rx), Math.max(0, ry), turn, 0, Math.PI * 2)
  ctx.fill()
}

/** A polygon. */
export function cut(ctx: Ctx, points: readonly Pt[], fill: Fill): void {
  ctx.fillStyle = fill
  ctx.beginPath()
  points.forEach(([x, y], i) => {
    if (i) ctx.lineTo(x, y)
    else ctx.moveTo(x, y)
  })
  ctx.fill()
}

/** A closed soft outline through the middles of its sides. */
export function soft(ctx: Ctx, points: readonly Pt[], fill: Fill): void {
  const n = points.length
  const mid = (i: number): Pt => {
    const [a, b] = [points[i % n]!, points[(i + 1) % n]!]
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  }
  ctx.fillStyle = fill
  ctx.beginPath()
  ctx.moveTo(...mid(n - 1))
  for (let i = 0; i < n; i++) ctx.quadraticCurveTo(points[i]![0], points[i]![1], ...mid(i))
  ctx.fill()
}

export function stroke(ctx: Ctx, points: readonly Pt[], colour: Fill, width: number): void {
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.lineCap = ctx.lineJoin = 'round'
  ctx.beginPath()
  ctx.moveTo(...points[0]!)
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b] = [points[i]!, points[i + 1]!]
    ctx.quadraticCurveTo(a[0], a[1], (a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
  }
  ctx.lineTo(...points.at(-1)!)
  ctx.stroke()
}

export function slabOf(ctx: Ctx, [x, y, w, h, r]: N5, fill: Fill): void {
  ctx.fillStyle = fill
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, r)
  ctx.fill()
}

/** Light that is added round a point; `rgb` like '255,200,120'. */
export function glow(ctx: Ctx, [x, y, r]: N3, rgb: string, k: number): void {
  const g = ctx.createRadialGradient(x, y, 0, x, y, r)
  g.addColorStop(0, `rgba(${rgb},${k})`)
  g.addColorStop(0.35, `rgba(${rgb},${k * 0.42})`)
  g.addColorStop(1, `rgba(${rgb},0)`)
  ctx.save()
  ctx.globalCompositeOperation = 'lighter'
  ctx.fillStyle = g
  ctx.fillRect(x - r, y - r, r * 2, r * 2)
  ctx.restore()
}

/** A soft shadow or a soft spot of colour. */
export function stain(ctx: Ctx, [x, y, rx, ry]: N4, rgb: string, k: number): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(1, ry / rx)
  const g = ctx.createRadialGradient(0, 0, 0, 0, 0, rx)
  g.addColorStop(0, `rgba(${rgb},${k})`)
  g.addColorStop(0.5, `rgba(${rgb},${k * 0.6})`)
  g.addColorStop(1, `rgba(${rgb},0)`)
  ctx.fillStyle = g
  ctx.fillRect(-rx, -rx, rx * 2, rx * 2)
  ctx.restore()
}

let tooth: Canvas | undefined
/** The paper's tooth over what is drawn so far; for baked pictures. */
export function texture(ctx: Ctx, k = 0.1, wide = 1): void {
  if (!tooth) {
    tooth = createCanvas(256, 256)
    const t = tooth.getContext('2d')
    const img = t.createImageData(256, 256)
    const rnd = stream(5)
    for (let i = 0; i < 65_536; i++) {
      const v = rnd() + rnd() + rnd() > 1.5 ? 255 : 0
      img.data.set([v, v, v, 40 + rnd() * 160], i * 4)
    }
    t.putImageData(img, 0, 0)
  }
  ctx.save()
  ctx.globalAlpha = k
  ctx.globalCompositeOperation = 'overlay'
  ctx.imageSmoothingQuality = 'high'
  for (let y = -120; y < H + 120; y += 512)
    for (let x = -120; x < W + 240; x += 512 * wide) ctx.drawImage(tooth, x, y, 512 * wide, 512)
  ctx.restore()
}

/** Long streaks of wood over a rectangle, along x. */
export function grainOf(ctx: Ctx, [x, y, w, h]: N4, rgb: string, seed = 1): void {
  for (let i = 0; i < h / 5; i++) {
    const yy = y + hash(i, seed) * h
    const bend = (hash(i, seed, 2) - 0.5) * 14
    ctx.globalAlpha = 0.05 + 0.16 * hash(i, seed, 3)
    stroke(
      ctx,
      pts`${x} ${yy}, ${x + w * 0.3} ${yy + bend}, ${x + w * 0.7} ${yy - bend}, ${x + w} ${yy + bend * 0.5}`,
      `rgb(${rgb})`,
      1 + hash(i, seed, 4) * 3,
    )
  }
  ctx.globalAlpha = 1
}

/** Discs of far light. */
export function bokeh(ctx: Ctx, o: { n: number; seed: number; y: Pt; size: Pt; colours: readonly string[]; k?: number }): void {
  for (let i = 0; i < o.n; i++) {
    const r = o.size[0] + hash(i, o.seed, 1) ** 2 * (o.size[1] - o.size[0])
    const [x, y] = [hash(i, o.seed, 2) * (W + 160) - 80, o.y[0] + hash(i, o.seed, 3) * (o.y[1] - o.y[0])]
    const rgb = o.colours[i % o.colours.length]!
    const g = ctx.createRadialGradient(x, y, r * 0.1, x, y, r)
    const a = (o.k ?? 0.4) * (0.35 + 0.65 * hash(i, o.seed, 4))
    g.addColorStop(0, `rgba(${rgb},${a * 0.7})`)
    g.addColorStop(0.85, `rgba(${rgb},${a})`)
    g.addColorStop(1, `rgba(${rgb},0)`)
    ctx.fillStyle = g
    ctx.fillRect(x - r, y - r, r * 2, r * 2)
  }
}

/** Things that fall through the air for ever: snow, petals, leaves, sparks. */
export function falling(
  sec: number,
  o: { n: number; seed: number; speed: number; sway?: number; drift?: number },
  draw: (x: number, y: number, near: number, i: number) => void,
): void {
  for (let i = 0; i < o.n; i++) {
    const near = hash(i, o.seed, 1)
    const y = ((hash(i, o.seed, 2) * (H + 160) + sec * o.speed * (0.45 + near)) % (H + 160)) - 80
    const x =
      hash(i, o.seed, 3) * (W + 200) -
      100 +
      Math.sin(sec * (0.6 + near) + i * 2.4) * (o.sway ?? 30) +
      sec * (o.drift ?? 0) * (0.4 + near)
    draw(((((x + 100) % (W + 200)) + W + 200) % (W + 200)) - 100, y, near, i)
  }
}

/** Short lines of light that come and go on water between two heights. */
export function glints(ctx: Ctx, sec: number, o: { y: Pt; n: number; seed: number; rgb: string; k?: number; x?: Pt }): void {
  const [left, right] = o.x ?? [-40, W + 40]
  for (let i = 0; i < o.n; i++) {
    const d = hash(i, o.seed, 1)
    const y = o.y[0] + d * d * (o.y[1] - o.y[0])
    const x = left + ((hash(i, o.seed, 2) + sec * 0.008 * (hash(i, o.seed, 5) - 0.5)) % 1) * (right - left)
    const on = Math.sin(sec * (1.1 + hash(i, o.seed, 3) * 1.6) + i * 1.7)
    if (on <= 0) continue
    ctx.fillStyle = `rgba(${o.rgb},${(o.k ?? 0.6) * on})`
    const wide = (10 + 46 * d) * (0.5 + on)
    ctx.beginPath()
    ctx.ellipse(x, y, wide, 1 + 2.4 * d, 0, 0, 6.3)
    ctx.fill()
  }
}

/** Runs `draw` with the camera moved: the middle slides by x, y and comes nearer. */
export function camera(
  ctx: Ctx,
  from: readonly [number, number, number],
  to: readonly [number, number, number],
  tick: Tick,
  draw: () => void,
): void {
  const t = tick.t
  const at = (i: 0 | 1 | 2) => from[i] + (to[i] - from[i]) * t
  const k = at(2)
  ctx.save()
  ctx.translate(W / 2, H / 2)
  ctx.scale(k, k)
  ctx.translate(-W / 2 - at(0), -H / 2 - at(1))
  draw()
  ctx.restore()
}

export const pulse = (sec: number, every: number, from = 0): number => Math.max(0, (sec - from) % every) / every

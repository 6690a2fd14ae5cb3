import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas'
import { fall, type Lit, mirror, type Rig } from '../light.ts'
import { hash } from '../random.ts'
import { type Backdrop, backdrop, borrow, type Spot } from './backdrop.ts'
import { type Camera, type Lens, lens, project } from './camera.ts'
import type { Mesh, Touch } from './mesh.ts'
import { fill } from './raster.ts'
import { tone } from './tone.ts'
import { along, type Point } from './vec.ts'

/** One sheet of glass: `base` is the room's light, `sun` what direct sun adds (drawn with 'lighter'). */
export interface Layer {
  base: Canvas
  sun: Canvas /** What is covered, in pixels. */
  box: Box
}

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

interface Seen {
  mesh: Mesh
  scr: Float32Array
  first: number
}

interface View {
  /** +1 when the touched triangle shows its outer side. */ facing: number
  l: Lens
  seen: Seen[]
  owner: Uint16Array
  ids: Uint32Array
  w: number
  h: number
  /** Light of walls and tables, worked out on a coarse grid. */
  backdrop?: Backdrop
}

function look(meshes: readonly Mesh[], camera: Camera, w: number, h: number): View {
  const l = lens(camera, w * 2, h * 2)
  const ids = new Uint32Array(w * h * 4)
  const screen = { w: w * 2, h: h * 2, depth: new Float32Array(w * h * 4).fill(-1e9), ids }
  const seen: Seen[] = []
  let next = 1
  for (const mesh of meshes) {
    const scr = project(l, mesh.pos)
    seen.push({ mesh, scr, first: next })
    fill(screen, scr, mesh.tri, next, mesh.closed)
    next += mesh.tri.length / 3
  }
  const owner = new Uint16Array(next)
  for (const [k, s] of seen.entries()) owner.fill(k, s.first, s.first + s.mesh.tri.length / 3)
  return { facing: 1, l, seen, owner, ids, w, h }
}

const touch: Touch = {
  x: 0,
  y: 0,
  z: 0,
  lx: 0,
  ly: 0,
  lz: 0,
  u: 0,
  v: 0,
  nx: 0,
  ny: 0,
  nz: 0,
  r: 0,
  g: 0,
  b: 0,
  rough: 1,
  spec: 0,
  wrap: 0,
  sheen: 0,
}
const lit: Lit = { r: 0, g: 0, b: 0, open: 0, sun: 0 }
/** The way from which the eye sees something mirrored. */
const ray: Point = { x: 0, y: 0, z: 0 }
/** The pixel whose light a backdrop may know. */
const spot: Spot = { own: 0, x: 0, y: 0, nx: 0, ny: 0, nz: 0 }
const seenIn = { r: 0, g: 0, b: 0 }
const out = { r: 0, g: 0, b: 0, sr: 0, sg: 0, sb: 0 }

/** Puts the surface point under one screen sample into `touch`. */
function reach(view: View, id: number, px: number, py: number): Mesh {
  const s = view.seen[view.owner[id]!]!
  const m = s.mesh
  const t = (id - s.first) * 3
  const [a, b, c] = [m.tri[t]!, m.tri[t + 1]!, m.tri[t + 2]!]
  const q = s.scr
  const ax = q[a * 3]!
  const ay = q[a * 3 + 1]!
  const bx = q[b * 3]! - ax
  const by = q[b * 3 + 1]! - ay
  const cx = q[c * 3]! - ax
  const cy = q[c * 3 + 1]! - ay
  const area = bx * cy - by * cx
  view.facing = area < 0 ? 1 : -1
  let wb = ((px - ax) * cy - (py - ay) * cx) / area
  let wc = (bx * (py - ay) - by * (px - ax)) / area
  let wa = (1 - wb - wc) * q[a * 3 + 2]!
  wb *= q[b * 3 + 2]!
  wc *= q[c * 3 + 2]!
  const k = 1 / (wa + wb + wc)
  wa *= k
  wb *= k
  wc *= k
  const at = (f: Float32Array, n: number, i: number) => f[a * n + i]! * wa + f[b * n + i]! * wb + f[c * n + i]! * wc
  touch.x = at(m.pos, 3, 0)
  touch.y = at(m.pos, 3, 1)
  touch.z = at(m.pos, 3, 2)
  touch.lx = at(m.local, 3, 0)
  touch.ly = at(m.local, 3, 1)
  touch.lz = at(m.local, 3, 2)
  touch.nx = at(m.nor, 3, 0)
  touch.ny = at(m.nor, 3, 1)
  touch.nz = at(m.nor, 3, 2)
  touch.u = at(m.uv, 2, 0)
  touch.v = at(m.uv, 2, 1)
  return m
}

/** Gradient noise: neighbours differ evenly, so that few samples already look smooth. */
const weave = (x: number, y: number): number => {
  const f = 0.06711056 * x + 0.00583715 * y
  const g = 52.9829189 * (f - Math.floor(f))
  return g - Math.floor(g)
}

function shade(view: View, rg: Rig, id: number, px: number, py: number): void {
  const m = reach(view, id, px, py)
  const e = view.l.eye
  let vx = e[0] - touch.x
  let vy = e[1] - touch.y
  let vz = e[2] - touch.z
  const vl = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz)
  vx *= vl
  vy *= vl
  vz *= vl
  const side = view.facing
  const away = Math.max(0, 0.03 - (touch.nx * vx + touch.ny * vy + touch.nz * vz) * side)
  touch.nx = touch.nx * side + vx * away
  touch.ny = touch.ny * side + vy * away
  touch.nz = touch.nz * side + vz * away
  touch.rough = 0.8
  touch.spec = 0
  touch.wrap = 0.05
  touch.sheen = 0
  spot.own = view.owner[id]!
  spot.x = (px - 0.5) / 2
  spot.y = (py - 0.5) / 2
  spot.nx = touch.nx
  spot.ny = touch.ny
  spot.nz = touch.nz
  m.material(touch)
  const nl = 1 / (Math.sqrt(touch.nx ** 2 + touch.ny ** 2 + touch.nz ** 2) || 1)
  touch.nx *= nl
  touch.ny *= nl
  touch.nz *= nl
  const known = view.backdrop && borrow(view.backdrop, rg, spot, touch, lit)
  if (!known) fall(rg, touch, (weave(px, py) + hash(px, py, 3) * 0.25) % 1, hash(py, px, 5), lit)
  const nv = Math.max(0, touch.nx * vx + touch.ny * vy + touch.nz * vz)
  const fres = (1 - nv) ** 5
  const soft = 1 + touch.sheen * (1 - nv) ** 2.5
  out.r = touch.r * lit.r * soft
  out.g = touch.g * lit.g * soft
  out.b = touch.b * lit.b * soft
  out.sr = touch.r * lit.sun * rg.sunColor[0] * soft
  out.sg = touch.g * lit.sun * rg.sunColor[1] * soft
  out.sb = touch.b * lit.sun * rg.sunColor[2] * soft
  if (touch.spec <= 0) return
  const k = touch.spec * (0.045 + 0.6 * fres * (1 - touch.rough * 0.8))
  const d = 2 * (touch.nx * vx + touch.ny * vy + touch.nz * vz)
  ray.x = touch.nx * d - vx
  ray.y = touch.ny * d - vy
  ray.z = touch.nz * d - vz
  mirror(rg, ray, touch.rough, seenIn)
  const occ = lit.open ** 0.7
  out.r += seenIn.r * k * occ
  out.g += seenIn.g * k * occ
  out.b += seenIn.b * k * occ
  const rs = Math.max(0, along(rg.sun.dir, ray))
  if (lit.sun <= 0 || rs <= 0) return
  const n = 2 / (touch.rough ** 3 + 0.004)
  const glint = rs ** n * (n + 2) * 0.06 * touch.spec * 0.35 * lit.sun
  out.sr += glint * rg.sunColor[0]
  out.sg += glint * rg.sunColor[1]
  out.sb += glint * rg.sunColor[2]
}

/** Film is less saturated than light: pull colours a little towards their own grey. */
function calm(): void {
  const k = 0.2
  const l = (out.r * 0.25 + out.g * 0.65 + out.b * 0.1) * k
  const sl = (out.sr * 0.25 + out.sg * 0.65 + out.sb * 0.1) * k
  out.r = out.r * (1 - k) + l
  out.g = out.g * (1 - k) + l
  out.b = out.b * (1 - k) + l
  out.sr = out.sr * (1 - k) + sl
  out.sg = out.sg * (1 - k) + sl
  out.sb = out.sb * (1 - k) + sl
}

/** Four samples find the edges; only pixels that an edge crosses are shaded more than once. */
export const paintLayer = (meshes: readonly Mesh[], rg: Rig, camera: Camera, w: number, h: number): Layer =>
  paint(look(meshes, camera, w, h), rg)

/** A square still, with the light of walls and tables worked out on a coarse grid: less work, and smoother there. */
export function paintStill(meshes: readonly Mesh[], rg: Rig, camera: Camera, size: number): Layer {
  const view = look(meshes, camera, size, size)
  view.backdrop = lightBackdrop(view, rg)
  return paint(view, rg)
}

function paint(view: View, rg: Rig): Layer {
  const { w, h } = view
  const base = createCanvas(w, h)
  const sun = createCanvas(w, h)
  const bctx = base.getContext('2d')
  const sctx = sun.getContext('2d')
  const pixels: Pixels = { base: new Uint8ClampedArray(w * h * 4), sun: new Uint8ClampedArray(w * h * 4) }
  let [x0, y0, x1, y1] = [w, h, -1, -1]
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      if (!pixel(view, rg, x, y, pixels)) continue
      if (x < x0) x0 = x
      if (x > x1) x1 = x
      if (y < y0) y0 = y
      y1 = y
    }
  bctx.putImageData(new ImageData(pixels.base, w, h), 0, 0)
  sctx.putImageData(new ImageData(pixels.sun, w, h), 0, 0)
  return {
    base,
    sun,
    box: { x: Math.min(x0, w - 1), y: Math.min(y0, h - 1), w: Math.max(1, x1 - x0 + 1), h: Math.max(1, y1 - y0 + 1) },
  }
}

/** The bytes of a layer's two sheets. */
interface Pixels {
  base: Uint8ClampedArray
  sun: Uint8ClampedArray
}

/** Walls and tables get their light on a grid: it changes slowly there, and they are most of a picture. */
const lightBackdrop = (view: View, rg: Rig): Backdrop =>
  backdrop(view.w, view.h, (x, y, node) => {
    const id = view.ids[y * 2 * view.w * 2 + x * 2]!
    if (!id || view.seen[view.owner[id]!]!.mesh.casts) return -1
    reach(view, id, x * 2 + 0.5, y * 2 + 0.5)
    touch.nx *= view.facing
    touch.ny *= view.facing
    touch.nz *= view.facing
    touch.wrap = 0.05
    for (let k = 0; k < 4; k++) {
      fall(rg, touch, (k * 0.25 + hash(x, y, 3) * 0.25) % 1, (k * 0.618034 + hash(y, x, 5) * 0.25) % 1, lit)
      node(lit, 0.25)
    }
    return view.owner[id]!
  })

const sum = { r: 0, g: 0, b: 0, sr: 0, sg: 0, sb: 0, n: 0 }

/** Shades one sample and adds it to `sum`, developed. */
function sample(view: View, rg: Rig, id: number, px: number, py: number): void {
  shade(view, rg, id, px, py)
  calm()
  const tr = tone(out.r)
  const tg = tone(out.g)
  const tb = tone(out.b)
  sum.r += tr
  sum.g += tg
  sum.b += tb
  sum.sr += tone(out.r + out.sr) - tr
  sum.sg += tone(out.g + out.sg) - tg
  sum.sb += tone(out.b + out.sb) - tb
  sum.n++
}

/** Shades one pixel; false where nothing is. */
function pixel(view: View, rg: Rig, x: number, y: number, { base, sun }: Pixels): boolean {
  const { ids, w, owner } = view
  const i = y * 2 * w * 2 + x * 2
  const a = ids[i]!
  const b = ids[i + 1]!
  const c = ids[i + w * 2]!
  const d = ids[i + w * 2 + 1]!
  const covered = (a ? 1 : 0) + (b ? 1 : 0) + (c ? 1 : 0) + (d ? 1 : 0)
  if (covered === 0) return false
  const own = owner[a]
  const whole = covered === 4 && owner[b] === own && owner[c] === own && owner[d] === own
  sum.r = sum.g = sum.b = sum.sr = sum.sg = sum.sb = sum.n = 0
  if (a) sample(view, rg, a, x * 2 + 0.5, y * 2 + 0.5)
  if (!whole) {
    if (b) sample(view, rg, b, x * 2 + 1.5, y * 2 + 0.5)
    if (c) sample(view, rg, c, x * 2 + 0.5, y * 2 + 1.5)
    if (d) sample(view, rg, d, x * 2 + 1.5, y * 2 + 1.5)
  }
  const o = (y * w + x) * 4
  base[o] = sum.r / sum.n
  base[o + 1] = sum.g / sum.n
  base[o + 2] = sum.b / sum.n
  sun[o] = sum.sr / sum.n
  sun[o + 1] = sum.sg / sum.n
  sun[o + 2] = sum.sb / sum.n
  base[o + 3] = sun[o + 3] = covered * 63.75
  return true
}

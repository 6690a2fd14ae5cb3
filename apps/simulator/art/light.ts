import { stream } from './random.ts'
import type { Mesh, Touch } from './render/mesh.ts'
import { blocked, bounds, type ShadowMap, shadowMap } from './render/shadow.ts'
import { add, along, cross, linear, type Point, type Rgb, scale, unit, type Vec3 } from './render/vec.ts'

/** A mood: where the window is, how hard the sun is, what the room gives back. */
export interface Mood {
  window: Vec3
  windowColor: string
  windowPower: number
  sky: string
  skyPower: number
  bounce: string
  bouncePower: number
  sun: Vec3
  sunColor: string
  sunPower: number
  /** Penumbra: radians the sun seems wide. */
  sunSoft: number
  /** 0…1 of sun that passes the window frame and the leaves outside. */
  gobo?: (a: number, b: number) => number
}

interface SkyLight {
  map: ShadowMap
  color: Rgb
}

export interface Rig {
  mood: Mood
  sky: SkyLight[]
  sun: ShadowMap
  sunColor: Rgb
  bounce: Rgb
  windowDir: Vec3
  windowRight: Vec3
  windowUp: Vec3
  windowColor: Rgb
  skyColor: Rgb
}

const power = (hex: string, k: number): Rgb => scale(linear(hex), k)

/** Many far lamps, each with its own small shadow: together they are a window and a room. */
export function rig(mood: Mood, meshes: readonly Mesh[], lamps = 13): Rig {
  const b = bounds(meshes)
  const rnd = stream(7)
  const dir = unit(mood.window)
  const right = unit(cross([0, 1, 0], dir))
  const up = cross(dir, right)
  const sky: SkyLight[] = []
  const size = 224
  for (let i = 0; i < lamps; i++) {
    const a = ((i + rnd() * 0.6) / lamps) * 2 - 1
    const c = ((i * 0.618034 + 0.2) % 1) * 2 - 1
    const d = unit(add(dir, add(scale(right, a * 0.55), scale(up, c * 0.6))))
    sky.push({ map: shadowMap(meshes, b, d, size), color: power(mood.windowColor, mood.windowPower / lamps) })
  }
  for (let i = 0; i < lamps; i++) {
    const y = 0.06 + 0.9 * ((i + 0.5) / lamps)
    const turn = -0.25 + ((i * 0.618034) % 1) * (Math.PI + 0.5)
    const r = Math.sqrt(1 - y * y)
    const d: Vec3 = [Math.cos(turn) * r, y, Math.sin(turn) * r]
    sky.push({ map: shadowMap(meshes, b, d, size), color: power(mood.sky, (mood.skyPower * (0.5 + 0.5 * y)) / lamps) })
  }
  return {
    mood,
    sky,
    sun: shadowMap(meshes, b, mood.sun, 1024),
    sunColor: power(mood.sunColor, mood.sunPower),
    bounce: power(mood.bounce, mood.bouncePower),
    windowDir: dir,
    windowRight: right,
    windowUp: up,
    windowColor: power(mood.windowColor, mood.windowPower),
    skyColor: power(mood.sky, mood.skyPower),
  }
}

export interface Lit {
  r: number
  g: number
  b: number
  open: number
  sun: number
}

const TAPS: readonly (readonly [number, number])[] = Array.from({ length: 16 }, (_, i) => {
  const r = Math.sqrt((i + 0.5) / 16)
  return [Math.cos(i * 2.399963) * r, Math.sin(i * 2.399963) * r] as const
})

/** The touched point, a little above its surface: a surface must not shadow itself. */
const above: Point = { x: 0, y: 0, z: 0 }

/** Light that falls on a touched point; `ja`,`jb` in [0,1) turn the sample pattern so that soft shadows melt into grain. */
export function fall(rg: Rig, s: Touch, ja: number, jb: number, out: Lit): void {
  above.x = s.x + s.nx * 0.014
  above.y = s.y + s.ny * 0.014
  above.z = s.z + s.nz * 0.014
  let r = 0
  let g = 0
  let b = 0
  let open = 0
  const spread = 0.05
  let t = ja
  const wrap = s.wrap
  const wk = 1 / (1 + wrap)
  for (let i = 0; i < rg.sky.length; i++) {
    const l = rg.sky[i]!
    const m = l.map
    const d = m.dir
    t += 0.618034
    if (t >= 1) t -= 1
    const nd = (s.nx * d[0] + s.ny * d[1] + s.nz * d[2] + wrap) * wk
    if (nd <= 0) continue
    const q = (jb + t * 0.5) % 1
    const slope = Math.min(4, Math.sqrt(Math.max(0, 1 - nd * nd)) / (nd + 0.05))
    const right = along(m.right, above) + (t * 2 - 1) * spread
    const up = along(m.up, above) + (q * 2 - 1) * spread
    if (blocked(m, right, up, along(d, above), 0.016 + slope * 0.045) > 0) continue
    open++
    r += l.color[0] * nd
    g += l.color[1] * nd
    b += l.color[2] * nd
  }
  const near = Math.max(0.5, Math.min(1.5, 1.04 - 0.11 * s.x - 0.03 * Math.abs(s.y - 1.2)))
  r *= near
  g *= near
  b *= near
  const air = open / (rg.sky.length * 0.62)
  const under = (0.5 - 0.5 * s.ny) * Math.min(1, 0.35 + air)
  const flat = 0.22 * Math.min(1, air)
  out.r = r + rg.bounce[0] * (under + flat)
  out.g = g + rg.bounce[1] * (under + flat)
  out.b = b + rg.bounce[2] * (under + flat)
  out.open = Math.min(1, air)
  out.sun = sunAt(rg, s, ja)
}

/** 0…1 of the sun that reaches `above`. */
function sunAt(rg: Rig, s: Touch, ja: number): number {
  const m = rg.sun
  const wrap = s.wrap
  const nd = (s.nx * m.dir[0] + s.ny * m.dir[1] + s.nz * m.dir[2] + wrap * 0.5) / (1 + wrap * 0.5)
  if (nd <= 0) return 0
  const right = along(m.right, above)
  const up = along(m.up, above)
  const near = along(m.dir, above)
  let pass = 1
  if (rg.mood.gobo) {
    pass = rg.mood.gobo(right, up)
    if (pass <= 0.002) return 0
  }
  const c = Math.cos(ja * 6.2832)
  const sn = Math.sin(ja * 6.2832)
  let gap = 0
  let hits = 0
  for (let i = 0; i < 16; i += 3) {
    const p = TAPS[i]!
    const d = blocked(m, right + (p[0] * c - p[1] * sn) * 0.09, up + (p[0] * sn + p[1] * c) * 0.09, near, 0.02)
    if (d > 0) {
      gap += d
      hits++
    }
  }
  if (hits === 0) return nd * pass
  const wide = 0.006 + Math.min(0.22, (gap / hits) * rg.mood.sunSoft)
  const bias = 0.014 + wide * 0.35
  let dark = 0
  for (let i = 0; i < 16; i++) {
    const p = TAPS[i]!
    if (blocked(m, right + (p[0] * c - p[1] * sn) * wide, up + (p[0] * sn + p[1] * c) * wide, near, bias) > 0) dark++
  }
  return nd * pass * (1 - dark / 16)
}

/** What a glossy surface sees in direction `ray`: the window as a soft four-pane box, else wall and room. */
export function mirror(rg: Rig, ray: Point, rough: number, out: { r: number; g: number; b: number }): void {
  const f = along(rg.windowDir, ray)
  let win = 0
  if (f > 0.05) {
    const a = along(rg.windowRight, ray) / f
    const c = along(rg.windowUp, ray) / f
    const soft = 0.05 + rough * 1.1
    const edge = (v: number, lim: number) => Math.max(0, Math.min(1, (lim + soft / 2 - Math.abs(v)) / soft))
    win = edge(a, 0.42) * edge(c, 0.62)
    if (rough < 0.3)
      win *= 1 - 0.75 * (1 - rough / 0.3) * Math.max(0, 1 - Math.min(Math.abs(a), Math.abs(c)) / (0.03 + rough * 0.2))
    win /= 1 + rough * 5
  }
  const up = 0.5 + 0.5 * ray.y
  const k = win * 2.6
  out.r = rg.windowColor[0] * k + rg.skyColor[0] * up * 0.5 + rg.bounce[0] * (1 - up) * 0.6
  out.g = rg.windowColor[1] * k + rg.skyColor[1] * up * 0.5 + rg.bounce[1] * (1 - up) * 0.6
  out.b = rg.windowColor[2] * k + rg.skyColor[2] * up * 0.5 + rg.bounce[2] * (1 - up) * 0.6
}

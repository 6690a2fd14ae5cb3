import { clamp01, crackle, fbm, hash, mix, noise2, step } from './random.ts'
import type { Material, Touch } from './render/mesh.ts'
import { linear, type Rgb } from './render/vec.ts'

export const tint = (s: Touch, c: Rgb): void => {
  s.r = c[0]
  s.g = c[1]
  s.b = c[2]
}
export const toward = (s: Touch, c: Rgb, t: number): void => {
  s.r += (c[0] - s.r) * t
  s.g += (c[1] - s.g) * t
  s.b += (c[2] - s.b) * t
}
const shadeBy = (s: Touch, k: number): void => {
  s.r *= k
  s.g *= k
  s.b *= k
}

export interface GlazeLook {
  /** Colours from the rim downwards. */
  top: string
  body: string
  low: string
  clay: string
  height: number
  /** Bare foot: height where the glaze ends. */
  foot: number
  cracks?: number
  specks?: number
  gloss?: number
  rim?: string
}

/** Poured glaze over clay: it pools, thins at the rim, stops in a wavy line above the foot. */
export function glaze(k: GlazeLook): Material {
  const [top, body, low, clay] = [linear(k.top), linear(k.body), linear(k.low), linear(k.clay)]
  const rim = k.rim ? linear(k.rim) : undefined
  return s => {
    const a = Math.atan2(s.lz, s.lx)
    const h = s.ly / k.height
    const wave = (noise2(a * 1.6 + 20, h * 1.5, 3) - 0.5) * 0.3 + (noise2(a * 4 + 40, h * 2, 4) - 0.5) * 0.08
    tint(s, low)
    toward(s, body, step(0.02, 0.42, h + wave * 0.7))
    toward(s, top, step(0.55, 0.98, h + wave))
    const cloud = fbm(s.lx * 5 + 9, s.ly * 5 + s.lz * 4, 3, 11)
    shadeBy(s, 0.86 + cloud * 0.28)
    if (k.cracks) {
      const line = crackle(a * 3.4 * k.cracks + noise2(h * 9, a * 3) * 0.6, s.ly * 7 * k.cracks + noise2(a * 5, h * 7) * 0.6, 5)
      shadeBy(s, 1 - 0.16 * step(0.05, 0.0, line))
    }
    if (k.specks) freckle(s, a, k.specks)
    if (rim) toward(s, rim, step(0.965, 0.995, h) * 0.85)
    s.rough = 0.16 + cloud * 0.1
    s.spec = k.gloss ?? 1
    s.wrap = 0.12
    const edge = k.foot + (noise2(a * 2.2 + 7, 1, 8) - 0.5) * 0.07 * k.height
    if (s.ly < edge && k.foot > 0) bare(s, clay)
    else if (k.foot > 0 && s.ly < edge + 0.02) shadeBy(s, 0.8)
  }
}

/** Iron grains: small round dots, one chance a cell. */
function freckle(s: Touch, a: number, share: number): void {
  const [x, y] = [a * 14, (s.ly + Math.hypot(s.lx, s.lz) * 0.7) * 30]
  const [i, j] = [Math.floor(x), Math.floor(y)]
  if (hash(i, j, 21) > share) return
  const size = 0.1 + 0.22 * hash(i, j, 22)
  const d = Math.hypot(x - i - 0.25 - 0.5 * hash(i, j, 23), y - j - 0.25 - 0.5 * hash(i, j, 24))
  shadeBy(s, 1 - 0.5 * step(size, size * 0.3, d))
}

function bare(s: Touch, clay: Rgb): void {
  tint(s, clay)
  shadeBy(s, 0.8 + 0.35 * fbm(s.lx * 14, s.ly * 30 + s.lz * 14, 2, 31))
  s.rough = 0.95
  s.spec = 0.05
}

/** Matte or satin surface of one colour with a breath of unevenness. */
export function plain(
  hex: string,
  o: { rough?: number; spec?: number; wrap?: number; grain?: number; sheen?: number } = {},
): Material {
  const c = linear(hex)
  const grain = o.grain ?? 0.08
  return s => {
    tint(s, c)
    shadeBy(s, 1 - grain / 2 + grain * fbm(s.lx * 16, s.ly * 16 + s.lz * 12, 2, 2))
    s.rough = o.rough ?? 0.7
    s.spec = o.spec ?? 0.2
    s.wrap = o.wrap ?? 0.08
    s.sheen = o.sheen ?? 0
  }
}

/** Lacquer and glass: deep colour, clean mirror. */
export const lacquer = (hex: string, rough = 0.08): Material => plain(hex, { rough, spec: 1.5, grain: 0.03 })

export function metal(hex: string, rough = 0.25): Material {
  const c = linear(hex)
  return s => {
    tint(s, c)
    shadeBy(s, 0.65 + 0.1 * noise2(s.lx * 90, s.ly * 3, 2))
    s.rough = rough
    s.spec = 5
  }
}

/** Planks seen from above: long fibres along x, rings, a seam between boards. */
export function wood(
  light: string,
  dark: string,
  o: { grain?: number; board?: number; gloss?: number; along?: 'x' | 'y' } = {},
): Material {
  const [a, b] = [linear(light), linear(dark)]
  const board = o.board ?? 1.5
  const g = o.grain ?? 1
  return s => {
    const along = o.along === 'y' ? s.ly : s.lx
    const across = o.along === 'y' ? s.lx + s.lz * 0.7 : s.lz + s.ly * 0.6
    const n = Math.floor(across / board + 0.5)
    const f = across / board + 0.5 - n
    const warp = noise2(along * 0.7 + n * 31, across * 1.1, 3) * 1.7
    const ring = 0.5 + 0.5 * Math.sin((across * 5.5 + warp * 3.1 + n) * 4.2)
    const fibre = noise2(along * 2.6, across * 85, 6)
    tint(s, a)
    toward(s, b, clamp01((ring * ring * 0.2 + fibre * 0.26 + noise2(along * 0.7, across * 9, 9) * 0.3 + 0.12) * g))
    shadeBy(s, 0.92 + 0.16 * hash(n, 4))
    if (board < 9) shadeBy(s, 1 - 0.5 * step(0.009, 0.002, Math.min(f, 1 - f)))
    s.rough = 0.42 + fibre * 0.22
    s.spec = o.gloss ?? 0.5
    s.nz += (fibre - 0.5) * 0.03
  }
}

/** Trowelled earthen wall. */
export function plaster(hex: string, depth = 1): Material {
  const c = linear(hex)
  return s => {
    const big = fbm(s.x * 0.8 + 3, s.y * 0.8 + s.z, 3, 41)
    const sand = noise2(s.x * 46, s.y * 46 + s.z * 46, 43)
    const sweep = noise2(s.x * 3 + s.y * 1.4, s.y * 9 - s.x * 2, 44)
    tint(s, c)
    shadeBy(s, 0.9 + 0.14 * big + 0.04 * (sand - 0.5) * depth + 0.04 * (sweep - 0.5) * depth)
    s.nx += ((sand - 0.5) * 0.05 + (sweep - 0.5) * 0.07) * depth
    s.ny += (noise2(s.x * 40, s.y * 40 + s.z * 40, 45) - 0.5) * 0.06 * depth
    s.rough = 0.95
  }
}

/** Handmade paper: long fibres float in it. */
export function washi(hex: string, o: { fibre?: number; art?: (s: Touch) => void } = {}): Material {
  const c = linear(hex)
  return s => {
    tint(s, c)
    const p = s.lx + s.lz * 0.31
    const q = s.ly + s.lz
    const f = crackle(p * 3.2 + noise2(p * 4, q * 4) * 0.8, q * 3.2 + noise2(q * 4, p * 4) * 0.8, 51)
    shadeBy(s, 0.96 + 0.05 * fbm(p * 9, q * 9, 2, 52) - 0.05 * (o.fibre ?? 1) * step(0.035, 0, f))
    s.rough = 0.9
    s.spec = 0.06
    s.wrap = 0.16
    o.art?.(s)
  }
}

interface ClothLook {
  color: string
  /** Threads per unit. */
  thread?: number
  art?: (s: Touch, a: number, b: number) => void
  width?: number
  height?: number
}

/** Woven cloth: warp and weft by u and v, soft edge light. */
export function cloth(k: ClothLook): Material {
  const c = linear(k.color)
  const n = k.thread ?? 150
  const [w, h] = [k.width ?? 1, k.height ?? 1]
  return s => {
    const [a, b] = [s.u * w, s.v * h]
    tint(s, c)
    k.art?.(s, a, b)
    const weave = Math.sin(a * n * 2.2) * Math.sin(b * n * 2.2)
    const slub = noise2(a * 5, b * n * 0.8, 61) + noise2(a * n * 0.8, b * 5, 62) - 1
    shadeBy(s, 0.95 + weave * 0.05 + slub * 0.16)
    s.rough = 1
    s.spec = 0
    s.wrap = 0.28
    s.sheen = 0.5
  }
}

export function leaf(hex: string, tip: string): Material {
  const [a, b] = [linear(hex), linear(tip)]
  return s => {
    tint(s, a)
    toward(s, b, s.v * 0.7)
    const rib = Math.abs(s.u - 0.5)
    shadeBy(s, mix(0.8, 1, step(0, 0.05, rib)) * (0.94 + 0.1 * Math.sin(s.v * 50 + rib * 40)))
    s.rough = 0.45
    s.spec = 0.55
    s.wrap = 0.3
  }
}

import { tint, toward } from '../materials.ts'
import { clamp01, fbm, hash, noise2, step } from '../random.ts'
import { type Material, type Mesh, revolve, sheet, type Touch, tube } from '../render/mesh.ts'
import { cross, linear, sub, unit, type Vec2, type Vec3 } from '../render/vec.ts'

const numbers = (path: string): number[][] => path.split(' ').map(p => p.split(',').map(Number))

/** A turned thing from an outline "r,y r,y …"; every corner is rounded by `round`, or by its own third number. */
export function lathe(path: string, material: Material, o: { round?: number; segs?: number } = {}): Mesh {
  const points = numbers(path)
  const line: Vec2[] = []
  for (const [i, p] of points.entries()) {
    const [before, after] = [points[i - 1], points[i + 1]]
    const at: Vec2 = [p[0]!, p[1]!]
    if (!before || !after) {
      line.push(at)
      continue
    }
    const back: Vec2 = [before[0]! - at[0], before[1]! - at[1]]
    const on: Vec2 = [after[0]! - at[0], after[1]! - at[1]]
    const [lb, lo] = [Math.hypot(...back), Math.hypot(...on)]
    const r = Math.min(p[2] ?? o.round ?? 0.02, lb * 0.49, lo * 0.49)
    for (const t of [0, 0.25, 0.5, 0.75, 1]) {
      const [f, g] = [(1 - t) ** 2 * (r / lb), t ** 2 * (r / lo)]
      line.push([at[0] + back[0] * f + on[0] * g, at[1] + back[1] * f + on[1] * g])
    }
  }
  return revolve(line, material, { sharp: true, segs: o.segs ?? 72 })
}

/** A rod along "x,y,z x,y,z …". */
export const wire = (
  path: string,
  radius: number | ((t: number) => number),
  material: Material,
  o: { segs?: number; rows?: number } = {},
): Mesh => tube(numbers(path) as unknown as Vec3[], radius, material, { segs: 10, rows: 24, ...o })

const power = (c: number, p: number) => Math.sign(c) * Math.abs(c) ** p

/** A soft body standing on y = 0: 1 is an egg, near 0 a box. */
export function pillow(
  w: number,
  h: number,
  d: number,
  material: Material,
  o: { flat?: number; side?: number; bend?: (p: Vec3) => Vec3; fine?: number } = {},
): Mesh {
  const n = o.fine ?? 64
  return sheet(
    (u, v) => {
      const [a, t] = [u * Math.PI * 2, v * Math.PI]
      const ring = power(Math.sin(t), o.flat ?? 0.4)
      const p: Vec3 = [
        (w / 2) * power(Math.cos(a), o.side ?? 0.5) * ring,
        (h / 2) * (1 - power(Math.cos(t), o.flat ?? 0.4)),
        (d / 2) * power(Math.sin(a), o.side ?? 0.5) * ring,
      ]
      return o.bend ? o.bend(p) : p
    },
    n,
    Math.round(n * 0.7),
    material,
  )
}

/** Flat facets with sharp folds: each is a list of points, fanned from its first. */
export function facets(faces: readonly (readonly Vec3[])[], material: Material): Mesh {
  const tris = faces.flatMap(f => f.slice(2).map((p, i) => [f[0]!, f[i + 1]!, p] as const))
  const pos = new Float32Array(tris.length * 9)
  const nor = new Float32Array(tris.length * 9)
  tris.forEach(([a, b, c], i) => {
    const n = unit(cross(sub(b, a), sub(c, a)))
    ;[a, b, c].forEach((p, k) => {
      pos.set(p, i * 9 + k * 3)
      nor.set(n, i * 9 + k * 3)
    })
  })
  const tri = Uint32Array.from({ length: tris.length * 3 }, (_, i) => i)
  return { pos, local: pos.slice(), nor, uv: new Float32Array(tris.length * 6), tri, material, casts: true }
}

/** An outline "x,y x,y …" in the picture's plane, made `deep` thick, its front at z = deep. */
export function cut(path: string, deep: number, material: Material): Mesh {
  const pts = numbers(path).map(([x, y]): Vec2 => [x!, y!])
  const front = pts.map((p): Vec3 => [p[0], p[1], deep])
  const back = pts.map((p): Vec3 => [p[0], p[1], 0]).reverse()
  const sides = pts.map((p, i): Vec3[] => {
    const q = pts[(i + 1) % pts.length]!
    return [
      [p[0], p[1], 0],
      [q[0], q[1], 0],
      [q[0], q[1], deep],
      [p[0], p[1], deep],
    ]
  })
  return facets([front, back, ...sides], material)
}

export const ball = (r: number, material: Material, fine = 32): Mesh =>
  pillow(r * 2, r * 2, r * 2, material, { flat: 1, side: 1, fine })

// What is drawn on labels: ink at (x, y) in −1…1.
type Sign = (x: number, y: number) => number
const stroke = (d: number, w: number) => step(w, w * 0.6, Math.abs(d))

export const signs = {
  citrus: (x, y) => {
    const [d, a] = [Math.hypot(x, y), Math.atan2(y, x)]
    const spoke = Math.abs(Math.sin(a * 4)) * d
    return Math.max(stroke(d - 0.72, 0.06), step(0.62, 0.58, d) * step(0.05, 0.1, spoke) * step(0.1, 0.14, d))
  },
  ring: (x, y) => stroke(Math.hypot(x, y) - 0.55, 0.09),
  sun: (x, y) => step(0.55, 0.52, Math.hypot(x, y)),
  waves: (x, y) =>
    Math.max(...[-0.45, 0, 0.45].map(k => stroke(y - k - 0.13 * Math.sin(x * 5 + k * 3), 0.06))) * step(0.85, 0.8, Math.abs(x)),
  smoke: (x, y) =>
    Math.max(...[-0.3, 0, 0.3].map(k => stroke(x - k - 0.16 * Math.sin(y * 4 + k * 4), 0.05))) * step(0.8, 0.7, Math.abs(y)),
  blossom: (x, y) => {
    const [d, a] = [Math.hypot(x, y), Math.atan2(x, y)]
    const petal = 0.45 + 0.27 * Math.abs(Math.cos(a * 2.5))
    return step(petal, petal - 0.05, d) * step(0.12, 0.16, d)
  },
  hill: (x, y) =>
    Math.max(step(0.03, 0, y - (0.35 - Math.abs(x + 0.25) * 0.9)), step(0.03, 0, y - (0.05 - Math.abs(x - 0.4) * 0.7))) *
    step(-0.5, -0.46, y) *
    step(0.85, 0.82, Math.abs(x)),
  lines: (x, y) =>
    Math.abs(x) < 0.5 && Math.abs(y) < 0.8
      ? step(0.18, 0.3, Math.abs(((x * 2.5 + 10) % 1) - 0.5)) * step(0.3, 0.5, noise2(x * 9, y * 12, 3))
      : 0,
} satisfies Record<string, Sign>

interface Label {
  y: number
  w: number
  h: number
  paper: string
  ink: string
  sign: Sign
  /** Of a round body; a flat front instead starts at z. */
  r?: number
  z?: number
  border?: boolean
}

/** A paper label stuck on the front. */
export function labelled(skin: Material, k: Label): Material {
  const [paper, ink] = [linear(k.paper), linear(k.ink)]
  return s => {
    skin(s)
    if (k.r === undefined ? s.lz < (k.z ?? 0) : s.lz < 0 || Math.hypot(s.lx, s.lz) < k.r * 0.93) return
    const x = (k.r === undefined ? s.lx : Math.atan2(s.lx, s.lz) * k.r) / (k.w / 2)
    const y = (s.ly - k.y) / (k.h / 2)
    const edge = Math.max(Math.abs(x), Math.abs(y))
    if (edge > 1) return
    tint(s, paper)
    const short = Math.min(k.w, k.h)
    if (k.border !== false && edge > 0.88 && edge < 0.92) toward(s, ink, 0.6)
    toward(s, ink, k.sign((x * k.w) / short, (y * k.h) / short) * 0.92)
    s.rough = 0.75
    s.spec = 0.12
  }
}

/** Coloured glass: light that came in by the window leaves on the other side. */
export function glass(hex: string, pale: string): Material {
  const [deep, light] = [linear(hex), linear(pale)]
  return s => {
    tint(s, deep)
    toward(s, light, 0.5 * step(0.15, 0.85, s.nx) * step(0, 0.35, s.nz) + 0.25 * step(0.1, 0, s.ly))
    s.rough = 0.05
    s.spec = 2
    s.wrap = 0.25
  }
}

/** Milky glass, porcelain, wax. */
export const frosted = (hex: string, k = 0.45): Material => {
  const c = linear(hex)
  return s => {
    tint(s, c)
    s.rough = 0.35
    s.spec = 0.7
    s.wrap = k
  }
}

/** Hammered tin, brass or copper. */
export function beaten(hex: string, o: { dents?: number; deep?: number; rough?: number } = {}): Material {
  const c = linear(hex)
  const n = o.dents ?? 16
  const deep = o.deep ?? 0.12
  return s => {
    tint(s, c)
    const a = Math.atan2(s.lz, s.lx)
    const [x, y] = [a * n * 0.6, (s.ly + Math.hypot(s.lx, s.lz) * 0.6) * n]
    s.nx += (noise2(x, y, 4) - 0.5) * deep * 2
    s.ny += (noise2(x + 50, y, 5) - 0.5) * deep * 2
    // What stands round a thing shows in metal: a dark room, a bright window, a darker table.
    const room = 0.5 + 0.5 * Math.sin(s.nx * 5.2 + s.ny * 2.1 - 0.6)
    const shade =
      (0.1 + 0.42 * room * room) * (0.75 + 0.25 * step(-0.6, 0.5, s.ny)) + 0.04 * noise2(s.lx * 40 + s.lz * 30, s.ly * 40, 2)
    s.r *= shade
    s.g *= shade
    s.b *= shade
    s.rough = o.rough ?? 0.2
    s.spec = 6
  }
}

export function leather(hex: string, art?: (s: Touch) => void): Material {
  const c = linear(hex)
  return s => {
    const pores = fbm(s.lx * 60, s.ly * 60 + s.lz * 60, 2, 6)
    const worn = fbm(s.lx * 3, s.ly * 3 + s.lz * 3, 2, 7)
    tint(s, c)
    const k = 0.8 + 0.18 * pores + 0.2 * worn
    s.r *= k
    s.g *= k
    s.b *= k
    s.nx += (pores - 0.5) * 0.25
    s.ny += (noise2(s.lx * 60 + 9, s.ly * 60 + s.lz * 60, 8) - 0.5) * 0.2
    s.rough = 0.5
    s.spec = 0.5
    s.wrap = 0.1
    art?.(s)
  }
}

/** Canvas by place, for sewn things of any form. */
export function canvas(hex: string, art?: (s: Touch) => void, threads = 90): Material {
  const c = linear(hex)
  return s => {
    tint(s, c)
    art?.(s)
    const [p, q] = [s.lx + s.lz * 0.8, s.ly + s.lz * 0.3]
    const k =
      0.94 +
      0.05 * Math.sin(p * threads * 2.2) * Math.sin(q * threads * 2.2) +
      0.14 * (noise2(p * 4, q * threads * 0.7, 61) - 0.5)
    s.r *= k
    s.g *= k
    s.b *= k
    s.rough = 1
    s.wrap = 0.25
    s.sheen = 0.4
  }
}

/** A row of stitches where `d` is near 0; `along` runs with the seam. */
export function stitch(s: Touch, d: number, along: number, hex: string): void {
  if (Math.abs(d) < 0.009 && (((along * 26) % 1) + 1) % 1 < 0.62) toward(s, linear(hex), 0.85)
}

/** Fruit of the yuzu: knobbly, with a green star where it grew. */
export function yuzu(seed: number, r = 0.3): Mesh[] {
  const peel = linear('#e9b92e')
  const green = linear('#8f9a35')
  const skin: Material = s => {
    const pores = noise2(s.lx * 70, s.ly * 70 + s.lz * 60, seed)
    tint(s, peel)
    toward(s, green, 0.7 * step(0.75, 1.05, s.ly / (r * 1.75)) * (0.5 + fbm(s.lx * 6, s.lz * 6, 2, seed)))
    s.nx += (pores - 0.5) * 0.4
    s.ny += (noise2(s.lx * 70 + 8, s.ly * 70 + s.lz * 50, seed + 1) - 0.5) * 0.4
    s.rough = 0.45
    s.spec = 0.6
    s.wrap = 0.25
  }
  const lump = (p: Vec3): Vec3 => {
    const a = Math.atan2(p[2], p[0])
    const k = 1 + 0.05 * Math.sin(a * 3 + seed) + 0.035 * Math.sin(a * 5 + p[1] * 9 + seed)
    return [p[0] * k, p[1] * 0.88 - (Math.hypot(p[0], p[2]) < r * 0.25 && p[1] > r ? 0.03 : 0), p[2] * k]
  }
  return [pillow(r * 2, r * 2, r * 2, skin, { flat: 1, side: 1, bend: lump, fine: 48 })]
}

/** A cut citrus lying open side up. */
export function yuzuHalf(r = 0.3, flesh = '#f3d878'): Mesh[] {
  const [peel, pith, juice] = [linear('#e9b92e'), linear('#fbf3d8'), linear(flesh)]
  const open: Material = s => {
    const [d, a] = [Math.hypot(s.lx, s.lz) / r, Math.atan2(s.lz, s.lx)]
    tint(s, pith)
    const wall = Math.abs(Math.sin(a * 5)) * d
    const cell = step(0.86, 0.8, d) * step(0.05, 0.1, wall) * step(0.1, 0.15, d)
    toward(s, juice, cell * (0.75 + 0.25 * noise2(a * 40, d * 8, 3)))
    toward(s, peel, step(0.93, 0.96, d))
    s.rough = 0.3
    s.spec = 0.5 + cell * 0.5
    s.wrap = 0.35
  }
  const outer: Material = s => {
    tint(s, peel)
    s.rough = 0.45
    s.spec = 0.5
  }
  return [
    lathe(`0,0 ${r * 0.55},${r * 0.06},.1 ${r * 0.93},${r * 0.4},.15 ${r},${r * 0.78}`, outer),
    lathe(`${r},${r * 0.78} 0,${r * 0.78}`, open),
  ]
}

/** Scatter of `count` places in a disc, heaped towards the middle: [x, y, z, random]. */
export const heap = (
  count: number,
  radius: number,
  high: number,
  seed: number,
): readonly (readonly [number, number, number, number])[] =>
  Array.from({ length: count }, (_, i) => {
    const d = Math.sqrt((i + 0.5) / count)
    const a = i * 2.399963
    const y = high * clamp01(1 - d * d) * (0.75 + 0.25 * hash(seed, i, 2))
    return [Math.cos(a) * d * radius, y, Math.sin(a) * d * radius, hash(seed, i, 4)] as const
  })

import { add, cross, curve, scale, sub, unit, type Vec2, type Vec3 } from './vec.ts'

/** One point of a surface while it is shaded; a material reads the place and writes the look. */
export interface Touch {
  x: number
  y: number
  z: number
  /** Position on the thing itself: a texture stays put when the thing is moved. */
  lx: number
  ly: number
  lz: number
  u: number
  v: number
  nx: number
  ny: number
  nz: number
  r: number
  g: number
  b: number
  rough: number
  spec: number
  /** How far light bleeds round the form: cloth, paper, porcelain. */
  wrap: number
  sheen: number
}

export type Material = (s: Touch) => void

export interface Mesh {
  pos: Float32Array
  local: Float32Array
  nor: Float32Array
  uv: Float32Array
  tri: Uint32Array
  material: Material
  casts: boolean
  /** Its inner side is never seen. */
  closed?: boolean
}

/** A surface from a function of (u, v); normals come from neighbouring points. */
export function sheet(f: (u: number, v: number) => Vec3, nu: number, nv: number, material: Material): Mesh {
  const count = (nu + 1) * (nv + 1)
  const pos = new Float32Array(count * 3)
  const uv = new Float32Array(count * 2)
  for (let j = 0, k = 0; j <= nv; j++)
    for (let i = 0; i <= nu; i++, k++) {
      pos.set(f(i / nu, j / nv), k * 3)
      uv[k * 2] = i / nu
      uv[k * 2 + 1] = j / nv
    }
  const tri = new Uint32Array(nu * nv * 6)
  for (let j = 0, k = 0; j < nv; j++)
    for (let i = 0; i < nu; i++) {
      const a = j * (nu + 1) + i
      const b = a + nu + 1
      tri.set([a, a + 1, b, a + 1, b + 1, b], k)
      k += 6
    }
  return { pos, local: pos.slice(), nor: normals(pos, nu, nv), uv, tri, material, casts: true }
}

const at = (p: Float32Array, k: number): Vec3 => [p[k * 3]!, p[k * 3 + 1]!, p[k * 3 + 2]!]
const near = (a: Vec3, b: Vec3) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) < 1e-5

function normals(pos: Float32Array, nu: number, nv: number): Float32Array {
  const nor = new Float32Array(pos.length)
  const w = nu + 1
  const seamU = near(at(pos, Math.floor(nv / 2) * w), at(pos, Math.floor(nv / 2) * w + nu))
  for (let j = 0; j <= nv; j++)
    for (let i = 0; i <= nu; i++) {
      const left = i > 0 ? i - 1 : seamU ? nu - 1 : 0
      const right = i < nu ? i + 1 : seamU ? 1 : nu
      const jc = j === 0 && near(at(pos, 0), at(pos, 1)) ? 1 : j === nv && near(at(pos, nv * w), at(pos, nv * w + 1)) ? nv - 1 : j
      const du = sub(at(pos, jc * w + right), at(pos, jc * w + left))
      const dv = sub(at(pos, Math.min(nv, j + 1) * w + i), at(pos, Math.max(0, j - 1) * w + i))
      nor.set(unit(cross(du, dv)), (j * w + i) * 3)
    }
  return nor
}

/** A turned form: the outline is [radius, height] from the foot over the rim to the inside. */
export function revolve(
  outline: readonly Vec2[],
  material: Material,
  opts: { segs?: number; rows?: number; sharp?: boolean } = {},
): Mesh {
  const rows = opts.rows ?? 56
  const line = opts.sharp
    ? outline.map((p): Vec3 => [p[0], p[1], 0])
    : curve(
        outline.map((p): Vec3 => [p[0], p[1], 0]),
        rows,
      )
  const last = line.length - 1
  return sheet(
    (u, v) => {
      const p = line[Math.round(v * last)] as Vec3
      const a = u * Math.PI * 2
      const r = Math.max(0, p[0])
      return [Math.cos(a) * r, p[1], Math.sin(a) * r]
    },
    opts.segs ?? 72,
    last,
    material,
  )
}

/** A rod, stem, spout or handle along a path; the radius may change on the way. */
export function tube(
  path: readonly Vec3[],
  radius: number | ((t: number) => number),
  material: Material,
  opts: { segs?: number; rows?: number } = {},
): Mesh {
  const rows = opts.rows ?? 24
  const line = curve(path, rows)
  const ahead = (i: number) => unit(sub(line[Math.min(rows, i + 1)] as Vec3, line[Math.max(0, i - 1)] as Vec3))
  const first = ahead(0)
  let side = unit(cross(Math.abs(first[1]) > 0.95 ? [1, 0, 0] : [0, 1, 0], first))
  const frames = line.map((p, i) => {
    const t = ahead(i)
    const lean = side[0] * t[0] + side[1] * t[1] + side[2] * t[2]
    side = unit(sub(side, scale(t, lean)))
    return { p, side, up: cross(t, side) }
  })
  return sheet(
    (u, v) => {
      const f = frames[Math.round(v * rows)]!
      const r = (typeof radius === 'number' ? radius : radius(v)) * (v <= 0 || v >= 1 ? 0.02 : 1)
      const a = u * Math.PI * 2
      return add(f.p, add(scale(f.side, Math.cos(a) * r), scale(f.up, Math.sin(a) * r)))
    },
    opts.segs ?? 12,
    rows,
    material,
  )
}

/** A flat band along a path, facing the viewer; slightly domed so that it takes light. */
export function strap(path: readonly Vec3[], width: number, material: Material, rows = 40): Mesh {
  const line = curve(path, rows)
  return sheet(
    (u, v) => {
      const i = Math.round(v * rows)
      const t = sub(line[Math.min(rows, i + 1)] as Vec3, line[Math.max(0, i - 1)] as Vec3)
      const n = Math.hypot(t[0], t[1]) || 1
      const a = u - 0.5
      return add(line[i] as Vec3, [(-t[1] / n) * a * width, (t[0] / n) * a * width, 0.02 * (1 - a * a * 4)])
    },
    8,
    rows,
    material,
  )
}

/** A box with rounded edges standing on y = 0. */
export function slab(w: number, h: number, d: number, round: number, material: Material): Mesh[] {
  const half: Vec3 = [w / 2, h / 2, d / 2]
  const r = Math.min(round, half[0], half[1], half[2])
  const steps = [0, 0.15, 0.35, 0.6, 0.85, 1]
  const grid = (k: 0 | 1 | 2) => {
    const a = steps.map(t => -half[k] + r * t)
    return [...a, -half[k] * 0.4, half[k] * 0.4, ...a.map(t => -t).reverse()]
  }
  const meshes: Mesh[] = []
  for (const [n, a, b] of [
    [0, 1, 2],
    [1, 2, 0],
    [2, 0, 1],
  ] as const)
    for (const side of [-1, 1]) {
      const [ga, gb] = [grid(a), grid(b)]
      const turn = (u: number, v: number) => {
        const p: [number, number, number] = [0, 0, 0]
        p[n] = side * half[n]
        p[a] = ga[Math.round(u * (ga.length - 1))]!
        p[b] = gb[Math.round(v * (gb.length - 1))]!
        const inner = p.map((c, k) => Math.max(r - half[k]!, Math.min(half[k]! - r, c))) as unknown as Vec3
        return { inner, dir: unit(sub(p, inner)) }
      }
      const face = sheet(
        (u, v) => {
          const t = turn(u, v)
          return add(add(t.inner, scale(t.dir, r)), [0, half[1], 0])
        },
        ga.length - 1,
        gb.length - 1,
        material,
      )
      for (let j = 0, k = 0; j < gb.length; j++)
        for (let i = 0; i < ga.length; i++, k++) face.nor.set(turn(i / (ga.length - 1), j / (gb.length - 1)).dir, k * 3)
      if (side < 0) face.tri.reverse()
      meshes.push({ ...face, closed: true })
    }
  return meshes
}

interface Pose {
  at?: Vec3
  turn?: number
  pitch?: number
  roll?: number
  size?: number
}

/** Moves things: size, then roll (z), pitch (x), turn (y), then place. */
export function place(meshes: readonly Mesh[], pose: Pose): Mesh[] {
  const [cy, sy] = [Math.cos(pose.turn ?? 0), Math.sin(pose.turn ?? 0)]
  const [cx, sx] = [Math.cos(pose.pitch ?? 0), Math.sin(pose.pitch ?? 0)]
  const [cz, sz] = [Math.cos(pose.roll ?? 0), Math.sin(pose.roll ?? 0)]
  const spin = ([x, y, z]: Vec3): Vec3 => {
    const [x1, y1] = [x * cz - y * sz, x * sz + y * cz]
    const [y2, z2] = [y1 * cx - z * sx, y1 * sx + z * cx]
    return [x1 * cy + z2 * sy, y2, -x1 * sy + z2 * cy]
  }
  const k = pose.size ?? 1
  const to = pose.at ?? [0, 0, 0]
  return meshes.map(m => {
    const pos = new Float32Array(m.pos.length)
    const nor = new Float32Array(m.nor.length)
    for (let i = 0; i < pos.length / 3; i++) {
      pos.set(add(scale(spin(at(m.pos, i)), k), to), i * 3)
      nor.set(spin(at(m.nor, i)), i * 3)
    }
    return { ...m, pos, nor }
  })
}

/** Walls and tables take shadows and cast none. */
export const still = (meshes: readonly Mesh[]): Mesh[] => meshes.map(m => ({ ...m, casts: false }))

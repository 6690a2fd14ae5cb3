import type { Mesh } from './mesh.ts'
import { fill } from './raster.ts'
import { cross, unit, type Vec3 } from './vec.ts'

export interface ShadowMap {
  dir: Vec3
  right: Vec3
  up: Vec3
  size: number
  scale: number
  cx: number
  cy: number
  depth: Float32Array
}

interface Bounds {
  center: Vec3
  radius: number
}

export function bounds(meshes: readonly Mesh[]): Bounds {
  const lo = [9e9, 9e9, 9e9]
  const hi = [-9e9, -9e9, -9e9]
  for (const m of meshes)
    if (m.casts)
      for (let i = 0; i < m.pos.length; i++) {
        lo[i % 3] = Math.min(lo[i % 3]!, m.pos[i]!)
        hi[i % 3] = Math.max(hi[i % 3]!, m.pos[i]!)
      }
  if (lo[0]! > hi[0]!) return { center: [0, 0, 0], radius: 1 }
  const center: Vec3 = [(lo[0]! + hi[0]!) / 2, (lo[1]! + hi[1]!) / 2, (lo[2]! + hi[2]!) / 2]
  return { center, radius: Math.hypot(hi[0]! - center[0], hi[1]! - center[1], hi[2]! - center[2]) }
}

/** The depth of every caster seen from a far light in direction `dir`. */
export function shadowMap(meshes: readonly Mesh[], b: Bounds, dir: Vec3, size: number): ShadowMap {
  const d = unit(dir)
  const right = unit(cross(Math.abs(d[1]) > 0.95 ? [1, 0, 0] : [0, 1, 0], d))
  const up = cross(d, right)
  const scale = (size / 2 - 2) / b.radius
  const c = b.center
  const cx = size / 2 - (c[0] * right[0] + c[1] * right[1] + c[2] * right[2]) * scale
  const cy = size / 2 - (c[0] * up[0] + c[1] * up[1] + c[2] * up[2]) * scale
  const depth = new Float32Array(size * size).fill(-1e9)
  const screen = { w: size, h: size, depth }
  for (const m of meshes) {
    if (!m.casts) continue
    const scr = new Float32Array(m.pos.length)
    for (let i = 0; i < scr.length; i += 3) {
      const x = m.pos[i]!
      const y = m.pos[i + 1]!
      const z = m.pos[i + 2]!
      scr[i] = cx + (x * right[0] + y * right[1] + z * right[2]) * scale
      scr[i + 1] = cy + (x * up[0] + y * up[1] + z * up[2]) * scale
      scr[i + 2] = x * d[0] + y * d[1] + z * d[2]
    }
    fill(screen, scr, m.tri, 0)
  }
  return { dir: d, right, up, size, scale, cx, cy, depth }
}

/** How far the nearest caster stands in front of the point, or 0 when the light reaches it. The point lies on the light's own axes. */
export function blocked(m: ShadowMap, right: number, up: number, near: number, bias: number): number {
  const u = (m.cx + right * m.scale) | 0
  const v = (m.cy + up * m.scale) | 0
  if (u < 0 || v < 0 || u >= m.size || v >= m.size) return 0
  const gap = m.depth[v * m.size + u]! - near
  return gap > bias ? gap : 0
}

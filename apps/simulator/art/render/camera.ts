import { cross, dot, sub, unit, type Vec3 } from './vec.ts'

export interface Camera {
  eye: Vec3
  look: Vec3
  /** Vertical field of view, in degrees. */
  fov: number
  up?: Vec3
}

export interface Lens {
  eye: Vec3
  right: Vec3
  up: Vec3
  ahead: Vec3
  focal: number
  w: number
  h: number
}

export function lens(camera: Camera, w: number, h: number): Lens {
  const ahead = unit(sub(camera.look, camera.eye))
  const right = unit(cross(ahead, camera.up ?? [0, 1, 0]))
  return { eye: camera.eye, right, up: cross(right, ahead), ahead, focal: h / 2 / Math.tan((camera.fov * Math.PI) / 360), w, h }
}

/** Screen x, y and 1/distance (nearer is larger); behind the lens is marked -1e9. */
export function project(l: Lens, pos: Float32Array): Float32Array {
  const out = new Float32Array(pos.length)
  for (let i = 0; i < pos.length; i += 3) {
    const d: Vec3 = [pos[i]! - l.eye[0], pos[i + 1]! - l.eye[1], pos[i + 2]! - l.eye[2]]
    const z = dot(d, l.ahead)
    out[i] = l.w / 2 + (dot(d, l.right) * l.focal) / z
    out[i + 1] = l.h / 2 - (dot(d, l.up) * l.focal) / z
    out[i + 2] = z < 0.05 ? -1e9 : 1 / z
  }
  return out
}

/** Where a point of the world is on the picture, for steam, streams and brushes drawn in 2D. */
export function spot(camera: Camera, w: number, h: number, p: Vec3): { x: number; y: number; k: number } {
  const l = lens(camera, w, h)
  const s = project(l, new Float32Array(p))
  return { x: s[0]!, y: s[1]!, k: s[2]! * l.focal }
}

import type { Camera } from '../render/camera.ts'
import type { Mesh } from '../render/mesh.ts'
import type { Vec3 } from '../render/vec.ts'

/** How a product is set on its ground: the thing, its company, and where the lens stands. */
export interface Staging {
  /** The product itself at the origin. */
  hero: Mesh[]
  /** Quiet company. */
  props: Mesh[]
  front: Camera
  detail: Camera
  /** Cloth hangs on a wall, the rest stands on a table. */
  hung: boolean
}

export type Made = Pick<Staging, 'hero' | 'front' | 'detail'> & Partial<Staging>

/** A form: from the colours of a variant to a set. */
export type Maker = (c: readonly string[]) => Made

export const cam = (eye: Vec3, look: Vec3, fov = 26): Camera => ({ eye, look, fov })

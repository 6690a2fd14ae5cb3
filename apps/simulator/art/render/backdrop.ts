import type { Lit, Rig } from '../light.ts'
import type { Touch } from './mesh.ts'

/** Pixels between two nodes of the grid. */
const step = 4

/** Light at every fourth pixel of what casts no shadow itself: five numbers a node, and whose node it is. */
export interface Backdrop {
  readonly across: number
  readonly light: Float32Array
  readonly owner: Int16Array
}

type Add = (lit: Lit, share: number) => void

/** Works out the nodes; `at` adds up the light of one and says whose it is, or −1 for a thing that is no backdrop. */
export function backdrop(w: number, h: number, at: (x: number, y: number, add: Add) => number): Backdrop {
  const across = Math.floor((w - 1) / step) + 1
  const down = Math.floor((h - 1) / step) + 1
  const light = new Float32Array(across * down * 5)
  const owner = new Int16Array(across * down)
  for (let j = 0; j < down; j++)
    for (let i = 0; i < across; i++) {
      const n = j * across + i
      owner[n] = at(i * step, j * step, (lit, share) => {
        light[n * 5]! += lit.r * share
        light[n * 5 + 1]! += lit.g * share
        light[n * 5 + 2]! += lit.b * share
        light[n * 5 + 3]! += lit.open * share
        light[n * 5 + 4]! += lit.sun * share
      })
    }
  return { across, light, owner }
}

/** A pixel: whose surface it shows, where, and how that surface lies without its grain. */
export interface Spot {
  own: number
  x: number
  y: number
  nx: number
  ny: number
  nz: number
}

/** Mixes the light of the four nodes round a pixel into `out`; false where they don't belong to one surface. */
export function borrow(b: Backdrop, rg: Rig, at: Spot, s: Touch, out: Lit): boolean {
  const own = at.own
  const fx = at.x / step
  const fy = at.y / step
  const i = Math.floor(fx)
  const j = Math.floor(fy)
  const n = j * b.across + i
  if (i + 1 >= b.across || n + b.across + 1 >= b.owner.length) return false
  if (b.owner[n] !== own || b.owner[n + 1] !== own || b.owner[n + b.across] !== own || b.owner[n + b.across + 1] !== own)
    return false
  const u = fx - i
  const v = fy - j
  const mixed = (k: number): number => {
    const top = b.light[n * 5 + k]! * (1 - u) + b.light[n * 5 + 5 + k]! * u
    const m = (n + b.across) * 5 + k
    return top * (1 - v) + (b.light[m]! * (1 - u) + b.light[m + 5]! * u) * v
  }
  // The nodes know the plane only; grain of a wall turns a little to or from the window.
  const d = rg.windowDir
  const turn = 1 + ((s.nx - at.nx) * d[0] + (s.ny - at.ny) * d[1] + (s.nz - at.nz) * d[2]) * 0.9
  out.r = mixed(0) * turn
  out.g = mixed(1) * turn
  out.b = mixed(2) * turn
  out.open = mixed(3)
  out.sun = mixed(4) * turn
  return true
}

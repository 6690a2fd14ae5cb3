import { createCanvas } from '@napi-rs/canvas'
import { productLook } from './cast.ts'
import { bloom, develop, grain, vignette } from './film.ts'
import { stage } from './forms/build.ts'
import { grounds, room, wallOnly } from './ground.ts'
import { type Rig, rig } from './light.ts'
import { paintStill } from './render/layer.ts'
import type { Mesh } from './render/mesh.ts'

export interface StillOptions {
  /** Side of the square in pixels. */
  size?: number
  variant?: string
  view?: 'front' | 'detail'
  format?: 'webp' | 'png'
}

interface Studio {
  readonly key: string
  readonly set: ReturnType<typeof stage>
  readonly meshes: readonly Mesh[]
  readonly light: Rig
}
/** The last set that was built: a product's views follow each other, and share its light. */
let standing: Studio | undefined

function studio(productKey: string, variantKey: string | undefined): Studio {
  const look = productLook(productKey)
  const variant = variantKey ? look.variants.find(v => v.key === variantKey) : look.variants[0]
  if (!variant) throw new Error(`"${productKey}" has no variant "${variantKey}"`)
  const key = `${productKey} ${variant.key}`
  if (standing?.key === key) return standing
  const set = stage(look, variant)
  const ground = grounds[look.shop]!
  const meshes = [...(set.hung ? wallOnly(ground.wall) : room(ground.wall, ground.table)), ...set.props, ...set.hero]
  standing = { key, set, meshes, light: rig(ground.mood, meshes, 10) }
  return standing
}

/** A square still of a product on its shop's ground. Same arguments, same bytes. */
export async function drawProduct(productKey: string, options: StillOptions = {}): Promise<Buffer> {
  const size = options.size ?? 1080
  const { set, meshes, light } = studio(productKey, options.variant)
  const layer = paintStill(meshes, light, options.view === 'detail' ? set.detail : set.front, size)
  const c = develop(layer)
  bloom(c, 0.16)
  const out = createCanvas(size, size)
  const ctx = out.getContext('2d')
  ctx.drawImage(c, 0, 0)
  vignette(ctx, size, size)
  grain(ctx, size, size, 1, Math.round(16 * Math.min(1, size / 1080) ** 0.5))
  return options.format === 'png' ? out.encode('png') : out.encode('webp', 86)
}

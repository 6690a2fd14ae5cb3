import { createCanvas } from '@napi-rs/canvas'
import { productLook } from './cast.ts'
import { bloom, develop, grain, vignette } from './film.ts'
import { stage } from './forms/build.ts'
import { grounds, room, wallOnly } from './ground.ts'
import { rig } from './light.ts'
import { paintLayer } from './render/layer.ts'

export interface StillOptions {
  /** Side of the square in pixels. */
  size?: number
  variant?: string
  view?: 'front' | 'detail'
  format?: 'webp' | 'png'
}

/** A square still of a product on its shop's ground. Same arguments, same bytes. */
export async function drawProduct(productKey: string, options: StillOptions = {}): Promise<Buffer> {
  const size = options.size ?? 1080
  const look = productLook(productKey)
  const variant = options.variant ? look.variants.find(v => v.key === options.variant) : look.variants[0]
  if (!variant) throw new Error(`"${productKey}" has no variant "${options.variant}"`)
  const set = stage(look, variant)
  const ground = grounds[look.shop]!
  const meshes = [...(set.hung ? wallOnly(ground.wall) : room(ground.wall, ground.table)), ...set.props, ...set.hero]
  const camera = options.view === 'detail' ? set.detail : set.front
  const layer = paintLayer(meshes, rig(ground.mood, meshes, 16), camera, size, size)
  const c = develop(layer)
  bloom(c, 0.16)
  const out = createCanvas(size, size)
  const ctx = out.getContext('2d')
  ctx.drawImage(c, 0, 0)
  vignette(ctx, size, size)
  grain(ctx, size, size, 1, Math.round(16 * Math.min(1, size / 1080) ** 0.5))
  return options.format === 'png' ? out.encode('png') : out.encode('webp', 86)
}

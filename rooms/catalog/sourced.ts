import type { Id } from '#base/kernel'
import { readSources } from './bulk-store.ts'
import { findProducts } from './find-products.ts'
import type { Product } from './product.ts'
import type { Room } from './room.ts'

/** A product with where it came from, who made it, and what is free to sell of each variant (on hand − reserved), exactly. */
export interface SourcedProduct extends Product {
  /** Its handle or item id at its source; null when it was made here. */
  readonly ref: string | null
  readonly brand: string | null
  readonly free: ReadonlyMap<string, number>
  /** By variant: where its pieces lie, what it is made of, and from how many pieces on it is low on stock. */
  readonly stock: ReadonlyMap<string, SourcedStock>
}
export interface SourcedStock {
  readonly onHand: number
  readonly levels: readonly { readonly location: Id<'location'>; readonly free: number; readonly safety: number }[]
  readonly components: readonly { readonly sku: string; readonly quantity: number }[]
  readonly lowAt: number | null
}
export interface SourceWish {
  readonly refs?: readonly string[]
  readonly skus?: readonly string[]
  readonly ids?: readonly Id<'product'>[]
}

export async function findSourced(room: Room, shop: Id<'shop'> | null, wish: SourceWish): Promise<Map<string, SourcedProduct>> {
  const rows = await readSources(room.db, shop, wish)
  const products = await findProducts(
    room,
    rows.map(r => r.id),
  )
  return new Map(
    rows.flatMap(r => {
      const product = products.get(r.id)
      if (!product) return []
      const free = new Map(r.levels.map(l => [l.id as string, l.free]))
      const stock = new Map(r.levels.map(l => [l.id as string, l.stock]))
      return [[r.id as string, { ...product, ref: r.ref, brand: r.brand, free, stock }] as const]
    }),
  )
}

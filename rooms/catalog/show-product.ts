import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { findProducts } from './find-products.ts'
import { type Product, type ProductWire, productToWire } from './product.ts'
import type { Room } from './room.ts'

const isStaff = (caller: Caller, shop: string): boolean => caller.operator || caller.shops.some(s => s.shop === shop)

/** The public page of a product; its staff and operators see it in every state and with exact stock. */
export async function showProduct(room: Room, caller: Caller, id: Id<'product'>): Promise<Result<ProductWire, 'not_found'>> {
  const product = (await findProducts(room, [id])).get(id)
  if (!product) return refuse('not_found', 'There is no such product')
  const staff = isStaff(caller, product.shop)
  if (staff) return ok(productToWire(product, true))
  return (await isPublic(room, product))
    ? ok(productToWire(product, false))
    : refuse('not_found', 'There is no such product', gone(product))
}

/** Live, and neither it nor its shop is hidden by moderation, even in the moment before the catalogue has heard of it. */
export async function isPublic(room: Room, product: Product): Promise<boolean> {
  return product.state === 'live' && !(await isHidden(room, product))
}
export async function isHidden(room: Room, product: Pick<Product, 'id' | 'shop'>): Promise<boolean> {
  const hidden = await room.doors.moderation.hidden([
    { kind: 'product', id: product.id },
    { kind: 'shop', id: product.shop },
  ])
  return hidden.size > 0
}

/** A page that was public once may say so; a draft is nobody's business. */
const gone = (p: Product) => (p.publishedAt === null ? undefined : { removed: true })

import { decodeCursor, encodeCursor, type Id, type Texts } from '#base/kernel'
import type { PictureWire } from '#rooms/media'
import { readLive } from './list-store.ts'
import type { Product, ProductOption, ProductVariant, Variant } from './product.ts'
import type { Room } from './room.ts'
import { type ProductRow, readProducts, readVariants, type VariantRow } from './store.ts'

export interface LiveList {
  readonly shop?: Id<'shop'> | undefined
  readonly category?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Products in any state: one statement here and one for all their pictures. */
export async function findProducts(room: Room, ids: readonly Id<'product'>[]): Promise<Map<string, Product>> {
  const rows = await readProducts(room.db, ids)
  const pictures = await picturesOf(
    room,
    rows.flatMap(r => [...r.pictures, ...(r.maker?.pictures ?? [])]),
  )
  return new Map(rows.map(r => [r.id, productOf(r, pictures)]))
}

export async function findVariants(room: Room, ids: readonly Id<'variant'>[]): Promise<Map<string, Variant>> {
  const rows = await readVariants(room.db, ids)
  const pictures = await picturesOf(
    room,
    rows.flatMap(r => r.picture ?? r.cover ?? []),
  )
  return new Map(
    rows.map(r => {
      // Its own picture while that can be shown, else the product's first.
      const picture = pictures.get(r.picture ?? '') ?? pictures.get(r.cover ?? '')
      return [
        r.id,
        {
          ...variantOf(r, r.options),
          product: r.product,
          shop: r.shop,
          category: r.category,
          productName: r.name,
          productState: r.state,
          publishedAt: r.published,
          pictureUrl: picture?.url ?? null,
          thumbhash: picture?.thumbhash ?? null,
        },
      ]
    }),
  )
}

/** Live products, newest on sale first. `after` is the `next` of the page before. */
export async function listLive(room: Room, wish: LiveList): Promise<{ ids: Id<'product'>[]; next: string | null }> {
  const key = wish.after === undefined ? null : decodeCursor(wish.after, 2)
  const after = key && { published: new Date(key[0] as number), id: String(key[1]) }
  const rows = await readLive(room.db, { shop: wish.shop, category: wish.category, after, limit: wish.limit + 1 })
  const shown = rows.slice(0, wish.limit)
  const last = shown.at(-1)
  return {
    ids: shown.map(r => r.id),
    next: rows.length > wish.limit && last ? encodeCursor([last.published.getTime(), last.id]) : null,
  }
}

const picturesOf = async (room: Room, ids: readonly Id<'media'>[]): Promise<Map<string, PictureWire>> =>
  ids.length === 0 ? new Map() : room.doors.media.pictures([...new Set(ids)])

export const namesOf = (choice: readonly string[], options: readonly ProductOption[]): Texts[] =>
  choice.map((key, i) => options[i]?.values.find(v => v.key === key)?.name ?? {})

const variantOf = (r: VariantRow, options: readonly ProductOption[]): ProductVariant => ({
  id: r.id,
  sku: r.sku,
  gtin: r.gtin,
  choice: r.choice,
  choiceNames: namesOf(r.choice, options),
  weightGrams: r.weight,
  available: r.available,
  bundle: r.bundle,
  picture: r.picture,
})

const productOf = (r: ProductRow, pictures: ReadonlyMap<string, PictureWire>): Product => ({
  id: r.id,
  shop: r.shop,
  state: r.state,
  version: r.version,
  category: r.category,
  name: r.name,
  description: r.description,
  specs: r.specs,
  tags: r.tags,
  options: r.options,
  variants: r.variants.map(v => variantOf(v, r.options)),
  drafts: r.drafts,
  written: r.written,
  pictureIds: r.pictures,
  pictures: r.pictures.flatMap(id => pictures.get(id) ?? []),
  inStock: r.in_stock,
  maker: r.maker && { ...r.maker, shown: r.maker.pictures.flatMap(id => pictures.get(id) ?? []) },
  responsible: r.responsible,
  created: r.created,
  publishedAt: r.published,
})

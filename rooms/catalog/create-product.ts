import type { Caller } from '#base/http'
import { type Id, newId, ok, type Result, refuse } from '#base/kernel'
import { checkDraft, type DraftRefused, tidySpec, tidyTags, tidyTexts } from './draft.ts'
import { findProducts } from './find-products.ts'
import { holdLocations, openLevels } from './level-store.ts'
import { checkPictures } from './pictures.ts'
import { type Product, type ProductDraft, type ProductWire, productToWire } from './product.ts'
import type { Room } from './room.ts'
import { insertProduct, type NewProduct, type NewVariant, takenSku } from './store.ts'
import type { CatalogTables } from './tables.ts'
import { signTexts, tidyDrafts } from './text-drafts.ts'

type Refused = DraftRefused | 'forbidden' | 'sign_in_required' | 'not_found' | 'media_unsupported'

/** Adds a product as a draft with its variants and their opening stock. */
export async function createProduct(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  draft: ProductDraft,
): Promise<Result<ProductWire, Refused>> {
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop })
  if (!allowed.ok) return allowed
  const checked = checkDraft(draft)
  if (!checked.ok) return checked
  const pictures = await checkPictures(room, caller, [
    ...draft.pictures,
    ...draft.variants.flatMap(v => v.picture ?? []),
  ] as Id<'media'>[])
  if (!pictures.ok) return pictures
  const now = room.house.clock.now()
  const variants = draft.variants.map(v => variantFrom(v, now))
  const product = productFrom(shop, draft, variants, caller.person, now)
  const taken = await write(room, product, variants)
  if (taken !== null) return refuse('sku_taken', 'Another product of this shop has this SKU', { sku: taken })
  return ok(productToWire((await findProducts(room, [product.id])).get(product.id) as Product, true))
}

/** Null when it was written; else the SKU that was taken. The unique index decides, however many staff type at once. */
async function write(room: Room, product: NewProduct, variants: readonly NewVariant[]): Promise<string | null> {
  try {
    await room.house.db.transaction<CatalogTables, void>(async trx => {
      await holdLocations(trx, product.shop)
      await insertProduct(trx, product, variants)
      const stock = variants.map(v => ({ ...v, product: product.id, shop: product.shop }))
      await openLevels(trx, product.created, stock)
    })
    return null
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'variants_sku') throw error
    const skus = variants.map(v => v.sku)
    return (await takenSku(room.db, product.shop, skus)) ?? (skus[0] as string)
  }
}

const variantFrom = (v: ProductDraft['variants'][number], now: Date): NewVariant => ({
  id: newId('variant', now),
  sku: v.sku.trim(),
  gtin: v.gtin || null,
  choice: v.choice,
  weight_grams: v.weightGrams,
  picture: (v.picture ?? null) as Id<'media'> | null,
  on_hand: v.onHand ?? 0,
  safety: v.safety ?? 0,
})

function productFrom(
  shop: Id<'shop'>,
  d: ProductDraft,
  variants: readonly NewVariant[],
  by: Id<'person'>,
  now: Date,
): NewProduct {
  const shown = { name: tidyTexts(d.name), description: tidyTexts(d.description) }
  const texts = { ...shown, drafts: tidyDrafts(d.drafts ?? {}, shown) }
  const none = { name: {}, description: {}, drafts: {}, written: {} }
  return {
    id: newId('product', now),
    shop,
    category: d.category,
    ...texts,
    written: signTexts(none, texts, by, now),
    specs: (d.specs ?? []).map(tidySpec),
    tags: tidyTags(d.tags ?? []),
    options: d.options.map(o => ({
      name: tidyTexts(o.name),
      values: o.values.map(v => ({ key: v.key, name: tidyTexts(v.name) })),
    })),
    pictures: [...new Set(d.pictures)] as Id<'media'>[],
    inStock: variants.some(v => v.on_hand > v.safety),
    created: now,
  }
}

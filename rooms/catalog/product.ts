import type { Static } from 'typebox'
import { type Id, machine, type Texts } from '#base/kernel'
import type { PictureWire } from '#rooms/media'
import type { TextDrafts, Written } from './text-drafts.ts'
import type { categories, productWire, wire } from './wire.ts'
import type { stockWire } from './wire-stock.ts'

/**
 * Archived is the end of a product: its SKUs are free again. Moderation removes what is live and brings it back live;
 * what nobody can see it need not remove, and publishing asks moderation first.
 */
export const productMachine = machine('product', 'draft', ['archived'], {
  draft: { publish: 'live', archive: 'archived' },
  live: { archive: 'archived', remove: 'removed' },
  removed: { restore: 'live', archive: 'archived' },
  archived: {},
})
export type ProductState = (typeof productMachine.states)[number]
export type Category = (typeof categories)[number]
export type ProductWire = Static<typeof productWire>
export type StockWire = Static<typeof stockWire>
export type ProductDraft = Static<(typeof wire)['POST /v1/shops/{shop}/products']['body']>
export type ProductChange = Static<(typeof wire)['PATCH /v1/products/{id}']['body']>
export type StockChange = Static<(typeof wire)['POST /v1/variants/{id}/stock']['body']>

export interface ProductOption {
  readonly name: Texts
  readonly values: readonly { readonly key: string; readonly name: Texts }[]
}
export interface Spec {
  readonly name: Texts
  readonly value: Texts
}

/** Who made it, for the product page. */
export interface Maker {
  readonly text: Texts
  readonly place: Texts
  readonly pictures: readonly Id<'media'>[]
}
/** Who answers for it to the authorities. */
export interface Responsible {
  readonly name: string
  readonly address: string
  readonly email: string
}

/**
 * A variant inside its product. `available` is what can be bought now: on hand − reserved − safety, never below 0, over all
 * locations; of a bundle what its scarcest component allows.
 */
export interface ProductVariant {
  readonly id: Id<'variant'>
  readonly sku: string
  readonly gtin: string | null
  readonly choice: readonly string[]
  readonly choiceNames: readonly Texts[]
  readonly weightGrams: number
  readonly available: number
  readonly bundle: boolean
  readonly picture: Id<'media'> | null
}

/** A product in any state, with everything that does not depend on who asks. */
export interface Product {
  readonly id: Id<'product'>
  readonly shop: Id<'shop'>
  readonly state: ProductState
  readonly version: number
  readonly category: Category
  readonly name: Texts
  readonly description: Texts
  readonly specs: readonly Spec[]
  readonly tags: readonly string[]
  readonly options: readonly ProductOption[]
  readonly variants: readonly ProductVariant[]
  /** Texts that wait to be approved; `name` and `description` are what shoppers read. */
  readonly drafts: TextDrafts
  readonly written: Written
  readonly pictureIds: readonly Id<'media'>[]
  /** Those of `pictureIds` that can be shown. */
  readonly pictures: readonly PictureWire[]
  readonly inStock: boolean
  readonly maker: (Maker & { readonly shown: readonly PictureWire[] }) | null
  readonly responsible: Responsible | null
  readonly created: Date
  /** When it was first put on sale. */
  readonly publishedAt: Date | null
}

/** A variant on its own, as carts, orders and prices need it. Its picture is its own or the product's first. */
export interface Variant extends ProductVariant {
  readonly product: Id<'product'>
  readonly shop: Id<'shop'>
  readonly category: Category
  readonly productName: Texts
  readonly productState: ProductState
  readonly publishedAt: Date | null
  readonly pictureUrl: string | null
  readonly thumbhash: string | null
}

/** Shoppers see at most this many pieces: the exact stock is the shop's business. */
const shownAtMost = 99

export function productToWire(p: Product, staff: boolean): ProductWire {
  return {
    id: p.id,
    shop: p.shop,
    state: p.state,
    version: p.version,
    category: p.category,
    name: p.name,
    description: p.description,
    specs: p.specs.map(s => ({ name: s.name, value: s.value })),
    tags: [...p.tags],
    options: p.options.map(o => ({ name: o.name, values: o.values.map(v => ({ key: v.key, name: v.name })) })),
    variants: p.variants.map(v => ({
      id: v.id,
      sku: v.sku,
      gtin: v.gtin,
      choice: [...v.choice],
      weightGrams: v.weightGrams,
      available: staff ? v.available : Math.min(v.available, shownAtMost),
      picture: v.picture,
    })),
    pictures: [...p.pictures],
    maker: p.maker && { text: p.maker.text, place: p.maker.place, pictures: [...p.maker.shown] },
    responsible: p.responsible,
    created: p.created.toISOString(),
    drafts: staff ? p.drafts : null,
    written: staff ? p.written : null,
  }
}

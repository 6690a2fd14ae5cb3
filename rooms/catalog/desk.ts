import type { Id, Language, Texts } from '#base/kernel'
import type { PictureWire } from '#rooms/media'
import type { Category, ProductState } from './product.ts'

/**
 * A product on sale with this many pieces or fewer, and at least one, is low on stock. Where variants have limits of their own, those
 * hold instead.
 */
export const lowStock = 5
export const deskSorts = ['created', 'changed', 'name', 'price', 'stock'] as const
export const stockFilters = ['out', 'low', 'in'] as const
export const lackFilters = ['picture', 'text', 'price', 'anything'] as const
export type DeskSort = (typeof deskSorts)[number]

/** What a merchant asks of the own list; everything that is missing filters nothing. */
export interface DeskFilter {
  readonly state?: ProductState | undefined
  readonly category?: Category | undefined
  readonly stock?: (typeof stockFilters)[number] | undefined
  /** What keeps it off sale: no picture, a field without a text in any language, a variant without a price. */
  readonly lacks?: (typeof lackFilters)[number] | undefined
  /** Only products with a text that waits to be approved. */
  readonly waiting?: boolean | undefined
  /** Changed by hand, in state or in price, within this many days. */
  readonly changedDays?: number | undefined
  readonly tag?: string | undefined
  readonly words?: string | undefined
}
export interface DeskWish extends DeskFilter {
  readonly sort?: DeskSort | undefined
  readonly order?: 'asc' | 'desc' | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
/** A row of the merchant's list: light, so that a page of 50 is one statement and one for the covers. */
export interface DeskRow {
  readonly id: Id<'product'>
  readonly shop: Id<'shop'>
  readonly state: ProductState
  readonly version: number
  readonly category: Category
  readonly name: Texts
  readonly tags: readonly string[]
  readonly cover: PictureWire | null
  readonly variants: readonly {
    readonly id: Id<'variant'>
    readonly sku: string
    readonly choice: readonly Texts[]
    /** Exact pieces that can be bought now. */
    readonly available: number
  }[]
  readonly lacks: readonly ('picture' | 'text' | 'price')[]
  readonly waiting: readonly Language[]
  readonly changed: Date
}
export interface DeskPage {
  readonly items: readonly DeskRow[]
  readonly next: string | null
  /** How many match in all; counted with the first page only. */
  readonly total: number | null
}
export interface DeskCounts {
  readonly all: number
  readonly draft: number
  readonly live: number
  readonly archived: number
  readonly removed: number
  readonly out: number
  readonly low: number
  /** Drafts that lack something before they can go on sale. */
  readonly unready: number
  readonly waiting: number
}

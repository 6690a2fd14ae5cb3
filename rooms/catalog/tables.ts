import type { ColumnType } from 'kysely'
import type { Id, Texts } from '#base/kernel'
import type { Category, Maker, ProductOption, ProductState, Responsible, Spec } from './product.ts'
import type { TextDrafts, Written } from './text-drafts.ts'

type Json<T> = ColumnType<T, unknown, unknown>
export interface ProductTable {
  id: Id<'product'>
  shop: Id<'shop'>
  state: ProductState
  version: number
  category: Category
  name: Json<Texts>
  description: Json<Texts>
  specs: Json<Spec[]>
  tags: string[]
  options: Json<ProductOption[]>
  pictures: Id<'media'>[]
  in_stock: boolean
  price_minor: bigint | null
  currency: string | null
  created: Date
  published: Date | null
  changed: Date
  drafts: Json<TextDrafts>
  written: Json<Written>
  ref: string | null
  brand: string | null
  maker: Json<Maker | null>
  responsible: Json<Responsible | null>
}
export interface VariantTable {
  id: Id<'variant'>
  product: Id<'product'>
  shop: Id<'shop'>
  position: number
  sku: string
  gtin: string | null
  choice: string[]
  weight_grams: number
  picture: Id<'media'> | null
  active: boolean
  price_minor: bigint | null
  currency: string | null
  on_hand: number
  reserved: number
  safety: number
  sold: number
  available: number
  bundle: boolean
  low_at: number | null
}
export interface CatalogTables {
  'catalog.products': ProductTable
  'catalog.variants': VariantTable
  'catalog.reservations': {
    checkout: Id<'checkout'>
    state: 'held' | 'released' | 'committed'
    attempt: number
    expires: Date
    created: Date
  }
  'catalog.reservation_lines': {
    checkout: Id<'checkout'>
    attempt: number
    line: Id<'variant'>
    variant: Id<'variant'>
    location: Id<'location'>
    per: number
    quantity: number
    returned: number
  }
  'catalog.locations': { id: Id<'location'>; shop: Id<'shop'>; name: string; position: number; active: boolean }
  'catalog.levels': { variant: Id<'variant'>; location: Id<'location'>; on_hand: number; reserved: number; safety: number }
  'catalog.components': { bundle: Id<'variant'>; component: Id<'variant'>; quantity: number }
  'catalog.movements': {
    variant: Id<'variant'>
    location: Id<'location'>
    kind: string
    on_hand: number
    reserved: number
    sold: number
    ref: string
    at: Date
    by: string | null
    lot: string | null
    best_before: Date | null
  }
}

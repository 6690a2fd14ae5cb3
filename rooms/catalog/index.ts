/** Catalog: products with their variants, and the stock of each, which is never sold twice. */
import { migrationsIn } from '#base/db'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import type { Id, Money, Page, Result } from '#base/kernel'
import { adjustStock } from './adjust-stock.ts'
import { archiveProduct } from './archive-product.ts'
import { changeProduct } from './change-product.ts'
import { createProduct } from './create-product.ts'
import type { DeskCounts, DeskFilter, DeskPage, DeskRow, DeskWish } from './desk.ts'
import { deskCounts, deskIds, deskList, deskRows } from './desk-list.ts'
import { commitStock, extendHold, releaseStock } from './end-reservation.ts'
import { findProducts, findVariants, type LiveList, listLive } from './find-products.ts'
import { listShopProducts, type ShopList } from './list-shop-products.ts'
import { countOnSale } from './list-store.ts'
import type { Product, ProductChange, ProductDraft, ProductWire, StockChange, StockWire, Variant } from './product.ts'
import { type PublishRefused, publishProduct } from './publish-product.ts'
import { expiredHolds } from './reservation-store.ts'
import { type Reservation, type ReserveRefused, reserveStock } from './reserve-stock.ts'
import { type Instead, restock } from './restock.ts'
import { type CatalogDoors, openRoom } from './room.ts'
import { type ProductWish, type Saved, saveMany } from './save-many.ts'
import { showProduct } from './show-product.ts'
import { showStock } from './show-stock.ts'
import { findSourced, type SourcedProduct, type SourceWish } from './sourced.ts'
import type { StockLine } from './stock.ts'
import { createStockDesk, type StockDesk } from './stock-desk.ts'
import { subscribe } from './subscribers.ts'

export {
  type DeskCounts,
  type DeskFilter,
  type DeskPage,
  type DeskRow,
  type DeskWish,
  deskSorts,
  lackFilters,
  lowStock,
  stockFilters,
} from './desk.ts'
export { hasText, missingTexts, tidyTags } from './draft.ts'
export { isGtin } from './gtin.ts'
export {
  type Category,
  type Product,
  type ProductState,
  type ProductVariant,
  type ProductWire,
  productToWire,
  type Variant,
} from './product.ts'
export type { CatalogDoors } from './room.ts'
export { catalogRoutes } from './routes.ts'
export { type ProductWish, type Saved, variantLimits } from './save-many.ts'
export type { SourcedProduct } from './sourced.ts'
export { approveDrafts, type TextDrafts } from './text-drafts.ts'
export { categories, productStates, productWire, wire as catalogWire } from './wire.ts'
export const catalogMigrations = migrationsIn('catalog', new URL('./migrations/', import.meta.url))

export interface Catalog {
  /** Products in any state by id, with variants and pictures; unknown ids are missing. Two statements, however many. */
  products(ids: readonly Id<'product'>[]): Promise<Map<string, Product>>
  /** Variants in any state of their product; unknown ids are missing. */
  variants(ids: readonly Id<'variant'>[]): Promise<Map<string, Variant>>
  /** Live products, newest on sale first; `after` is the `next` of the page before. */
  list(wish: LiveList): Promise<{ ids: Id<'product'>[]; next: string | null }>
  /** How many products each of these shops has on sale; shops without one are missing. One statement. */
  onSale(shops: readonly Id<'shop'>[]): Promise<Map<string, number>>

  /** The public page. Drafts, archived and removed products are `not_found`, except for their staff and operators. */
  show(caller: Caller, id: Id<'product'>): Promise<Result<ProductWire, 'not_found'>>
  listOfShop(caller: Caller, shop: Id<'shop'>, wish: ShopList): Promise<Result<Page<ProductWire>, ErrorCode>>
  /** The merchant's list: sorted, filtered, by pages; two statements and one for the covers. Prices come from their own room. */
  desk(caller: Caller, shop: Id<'shop'>, wish: DeskWish): Promise<Result<DeskPage, ErrorCode>>
  /** Rows of that list by id; empty for strangers. */
  deskRows(caller: Caller, shop: Id<'shop'>, ids: readonly Id<'product'>[]): Promise<DeskRow[]>
  /** The ids of everything that matches, at most 20,000. */
  deskIds(
    caller: Caller,
    shop: Id<'shop'>,
    filter: DeskFilter,
  ): Promise<Result<{ ids: Id<'product'>[]; more: boolean }, ErrorCode>>
  deskCounts(caller: Caller, shop: Id<'shop'>): Promise<Result<DeskCounts, ErrorCode>>
  create(caller: Caller, shop: Id<'shop'>, draft: ProductDraft): Promise<Result<ProductWire, ErrorCode>>
  /** `version_conflict` carries the product as it is now in `details.product`. */
  change(caller: Caller, id: Id<'product'>, change: ProductChange): Promise<Result<ProductWire, ErrorCode>>
  /** For the flow that checks texts, pictures and prices. `price` is the lowest of the variants. */
  publish(caller: Caller, id: Id<'product'>, price: Money): Promise<Result<Product, PublishRefused>>
  /**
   * Of a shop (of any with null): products that came from these references, have one of these SKUs or these ids, with brand and exact
   * stock; none that is archived unless by id. Three statements, however many.
   */
  sourced(shop: Id<'shop'> | null, wish: SourceWish): Promise<Map<string, SourcedProduct>>
  /** Creates (as drafts) and changes many whole products with variants and stock; an answer each, in their order. `ref` names the stock movements. */
  saveMany(
    caller: Caller,
    shop: Id<'shop'>,
    wishes: readonly ProductWish[],
    ref: string,
  ): Promise<Result<Result<Saved, ErrorCode>[], ErrorCode>>
  archive(caller: Caller, id: Id<'product'>): Promise<Result<ProductWire, ErrorCode>>
  stock(caller: Caller, variant: Id<'variant'>): Promise<Result<StockWire, ErrorCode>>
  /** By hand, once per `key`; never below what is reserved (`stock_below_reserved`). */
  adjust(caller: Caller, variant: Id<'variant'>, change: StockChange, key: string): Promise<Result<StockWire, ErrorCode>>

  /** Holds all lines or none. `out_of_stock` says {variant, available, lines}; idempotent while held or sold; again possible after a release. */
  reserve(wish: Reservation): Promise<Result<void, ReserveRefused>>
  /** Gives the stock back, with `overdueAt` only of a hold past its time; true when this call did it. Nothing happens to what is sold. */
  release(checkout: Id<'checkout'>, overdueAt?: Date): Promise<boolean>
  /** Reserved becomes sold. `reservation_expired` when it was released or never held. */
  commit(checkout: Id<'checkout'>): Promise<Result<void, 'reservation_expired'>>
  /** Holds until a later time. */
  extend(checkout: Id<'checkout'>, until: Date): Promise<Result<void, 'reservation_expired'>>
  /**
   * Sold pieces of a checkout that come back, to the locations that they came from; once per reference. `instead`: other holds whose
   * pieces the buyer got in their place, which come back first, the first one first.
   */
  restock(ref: string, checkout: Id<'checkout'>, lines: readonly StockLine[], instead?: readonly Instead[]): Promise<void>
  /** Checkouts whose hold is past its time and not yet released, longest first; at most `limit` (200). */
  expired(now: Date, limit?: number): Promise<Id<'checkout'>[]>
  readonly stockDesk: StockDesk
  start(): Promise<void>
}

export function createCatalog(house: House, doors: CatalogDoors): Catalog {
  const room = openRoom(house, doors)
  return {
    products: ids => findProducts(room, ids),
    variants: ids => findVariants(room, ids),
    list: wish => listLive(room, wish),
    onSale: shops => countOnSale(room.db, shops),
    show: (caller, id) => showProduct(room, caller, id),
    listOfShop: (caller, shop, wish) => listShopProducts(room, caller, shop, wish),
    desk: (caller, shop, wish) => deskList(room, caller, shop, wish),
    deskRows: (caller, shop, ids) => deskRows(room, caller, shop, ids),
    deskIds: (caller, shop, filter) => deskIds(room, caller, shop, filter),
    deskCounts: (caller, shop) => deskCounts(room, caller, shop),
    create: (caller, shop, draft) => createProduct(room, caller, shop, draft),
    change: (caller, id, change) => changeProduct(room, caller, id, change),
    publish: (caller, id, price) => publishProduct(room, caller, id, price),
    sourced: (shop, wish) => findSourced(room, shop, wish),
    saveMany: (caller, shop, wishes, ref) => saveMany(room, caller, shop, wishes, ref),
    archive: (caller, id) => archiveProduct(room, caller, id),
    stock: (caller, variant) => showStock(room, caller, variant),
    adjust: (caller, variant, change, key) => adjustStock(room, caller, variant, change, key),
    reserve: wish => reserveStock(room, wish),
    release: (checkout, overdueAt) => releaseStock(room, checkout, overdueAt),
    commit: checkout => commitStock(room, checkout),
    extend: (checkout, until) => extendHold(room, checkout, until),
    restock: (ref, checkout, lines, instead) => restock(room, ref, checkout, lines, instead),
    stockDesk: createStockDesk(room),
    expired: (now, limit = 200) => expiredHolds(room.db, now, limit),
    start: () => subscribe(room),
  }
}

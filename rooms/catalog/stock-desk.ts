import type { Caller, ErrorCode } from '#base/http'
import type { Id, Page, Result } from '#base/kernel'
import type { Component } from './bundle.ts'
import { changeBundle, changeLowStock } from './change-bundle.ts'
import type { Location } from './location.ts'
import { addLocation, changeLocation, listLocations, sortLocations } from './locations.ts'
import type { StockWire } from './product.ts'
import type { Room } from './room.ts'
import { listMovements, type MovementWire, type ProductStockWire, showProductStock } from './show-stock.ts'

type Locations = Promise<Result<Location[], ErrorCode>>
/** What a merchant does about stock, besides counting: where it lies, what a bundle is made of, when there is too little. */
export interface StockDesk {
  /** All variants of a product at every location, with lots. */
  ofProduct(caller: Caller, id: Id<'product'>): Promise<Result<ProductStockWire, ErrorCode>>
  movements(
    caller: Caller,
    id: Id<'product'>,
    wish: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
  ): Promise<Result<Page<MovementWire>, ErrorCode>>
  /** `bundle_invalid` with `details.reason`: twice, unknown, nested, used, has_stock. An empty list ends the bundle. */
  bundle(caller: Caller, id: Id<'variant'>, components: readonly Component[]): Promise<Result<StockWire, ErrorCode>>
  /** Low on stock with this many pieces or fewer; null: as every other. */
  lowStock(caller: Caller, id: Id<'variant'>, at: number | null): Promise<Result<StockWire, ErrorCode>>
  /** In the order in which orders are filled; every shop has one. */
  locations(caller: Caller, shop: Id<'shop'>): Locations
  addLocation(caller: Caller, shop: Id<'shop'>, name: string): Locations
  sortLocations(caller: Caller, shop: Id<'shop'>, ids: readonly string[]): Locations
  /** Switched off only when it is empty (`location_not_empty`) and another one is left (`last_location`). */
  changeLocation(
    caller: Caller,
    id: Id<'location'>,
    wish: { readonly name?: string | undefined; readonly active?: boolean | undefined },
  ): Locations
}

export const createStockDesk = (room: Room): StockDesk => ({
  ofProduct: (caller, id) => showProductStock(room, caller, id),
  movements: (caller, id, wish) => listMovements(room, caller, id, wish),
  bundle: (caller, id, components) => changeBundle(room, caller, id, components),
  lowStock: (caller, id, at) => changeLowStock(room, caller, id, at),
  locations: (caller, shop) => listLocations(room, caller, shop),
  addLocation: (caller, shop, name) => addLocation(room, caller, shop, name),
  sortLocations: (caller, shop, ids) => sortLocations(room, caller, shop, ids),
  changeLocation: (caller, id, wish) => changeLocation(room, caller, id, wish),
})

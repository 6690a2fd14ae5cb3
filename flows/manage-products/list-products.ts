import type { Static } from 'typebox'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, toWire } from '#base/kernel'
import type { DeskRow, DeskWish } from '#rooms/catalog'
import type { Current } from '#rooms/prices'
import type { ManageDoors } from './doors.ts'
import type { deskRowWire, wire } from './wire.ts'

export type RowWire = Static<typeof deskRowWire>
export type PageWire = Static<(typeof wire)['GET /v1/shops/{shop}/desk/products']['reply']>

/** The catalogue's rows with today's prices: one statement more than the catalogue needs, however long the page. */
export async function listProducts(
  doors: ManageDoors,
  caller: Caller,
  shop: Id<'shop'>,
  wish: DeskWish,
): Promise<Result<PageWire, ErrorCode>> {
  const page = await doors.catalog.desk(caller, shop, wish)
  if (!page.ok) return page
  const { items, next, total } = page.value
  const prices = await doors.prices.currentOf(items)
  return ok({ items: items.map(row => rowToWire(row, prices)), next, total })
}

export const rowToWire = (row: DeskRow, prices: ReadonlyMap<string, Current>): RowWire => {
  const { shop: _shop, ...r } = row
  return {
    ...r,
    tags: [...r.tags],
    variants: r.variants.map(v => {
      const price = prices.get(v.id)?.price
      return { ...v, choice: [...v.choice], price: price ? toWire(price) : null }
    }),
    lacks: [...r.lacks],
    waiting: [...r.waiting],
    changed: r.changed.toISOString(),
  }
}

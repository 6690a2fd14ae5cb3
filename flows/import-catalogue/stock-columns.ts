import type { Id } from '#base/kernel'
import type { ProductWish, SourcedProduct } from '#rooms/catalog'
import { type Fault, type FeedVariant, fault } from './feed-product.ts'
import { countOf } from './values.ts'

/** Our own columns of stock. Those of a location have its name behind a colon; without a name it is the shop's first. */
export const stockColumns = { components: 'Variant Components', lowAt: 'Variant Low Stock At' } as const
const placeColumns = { free: 'Inventory Available', safety: 'Inventory Safety Stock' } as const
type Kind = keyof typeof placeColumns
const headerOf = (kind: Kind, location: string) => (location === '' ? placeColumns[kind] : `${placeColumns[kind]}: ${location}`)

/** A header that tells of a location. */
export interface PlaceColumn {
  readonly header: string
  readonly kind: Kind
  readonly location: string
}
export function placeColumnOf(header: string): PlaceColumn | null {
  const found = /^(inventory available|inventory safety stock)\s*(?::\s*(.*))?$/i.exec(header.trim())
  if (!found) return null
  const kind = /safety/i.test(found[1] as string) ? 'safety' : 'free'
  return { header: header.trim(), kind, location: (found[2] ?? '').trim() }
}

/** What a file says of a variant's stock beyond one number; what it is silent about is missing. */
export interface SaidStock {
  readonly places?: readonly { readonly location: string; readonly column: string; free: number | null; safety: number | null }[]
  readonly components?: readonly Component[]
  readonly lowAt?: number
}
export interface Component {
  readonly sku: string
  readonly quantity: number
}

/** `SKU:count` by semicolons. A SKU may have a colon; what would end it is written %3B, and % itself %25. */
const told = (sku: string) => sku.replace(/[%;\r\n]/g, encodeURIComponent)
const untold = (text: string) => text.replace(/%(25|3B|0D|0A)/gi, decodeURIComponent)
export const componentsCell = (components: readonly Component[]): string =>
  components.map(c => `${told(c.sku)}:${c.quantity}`).join('; ')
export function componentsOf(cell: string): Component[] | null {
  const parts = cell.split(';').filter(p => p.trim() !== '')
  const found = parts.map(p => {
    const at = p.lastIndexOf(':')
    const quantity = at < 0 ? null : countOf(p.slice(at + 1), 99)
    return { sku: untold(p.slice(0, at).trim()), quantity: quantity ?? 0 }
  })
  const fits = found.every(c => c.sku !== '' && c.quantity > 0) && new Set(found.map(c => c.sku)).size === found.length
  return fits && found.length <= 20 ? found : null
}

interface Cells {
  readonly row: number
  readonly cell: (name: keyof typeof stockColumns) => string
  readonly places: readonly (PlaceColumn & { readonly text: string })[]
  /** What the file counts of the variant in one number. */
  readonly free: number | null
}
const noCount = (text: string, column: string, row: number) =>
  fault('quantity_invalid', `"${text.slice(0, 20)}" is no stock: a whole number from 0 to 1,000,000`, row, column)

export function stockOf({ row, cell, places, free }: Cells): SaidStock | { fault: Fault } {
  const found = new Map<string, { location: string; column: string; free: number | null; safety: number | null }>()
  for (const { header, kind, location, text } of places) {
    // Shopify's word for a variant that a location doesn't have.
    if (text === '' || /^not stocked$/i.test(text)) continue
    const count = countOf(text)
    if (count === null) return { fault: noCount(text, header, row) }
    const place = found.get(location) ?? { location, column: header, free: null, safety: null }
    found.set(location, { ...place, [kind]: count })
  }
  const lowAt = cell('lowAt') === '' ? null : countOf(cell('lowAt'))
  if (cell('lowAt') !== '' && lowAt === null) return { fault: noCount(cell('lowAt'), stockColumns.lowAt, row) }
  const components = cell('components') === '' ? [] : componentsOf(cell('components'))
  if (components === null)
    return {
      fault: fault('bundle_invalid', 'Components are written SKU:count; SKU:count, each once', row, stockColumns.components),
    }
  const counted = [...found.values()].flatMap(p => p.free ?? [])
  const sum = counted.reduce((a, b) => a + b, 0)
  if (components.length > 0 && (sum > 0 || (free ?? 0) > 0))
    return { fault: fault('bundle_invalid', 'A bundle has no pieces of its own', row, stockColumns.components) }
  const column = [...found.values()].find(p => p.free !== null)?.column ?? null
  if (sum > 1_000_000) return { fault: noCount(String(sum), column ?? '', row) }
  if (column !== null && free !== null && free !== sum)
    return {
      fault: fault('stock_mismatch', `Variant Inventory Qty says ${free}, the locations ${counted.join(' + ')}`, row, column),
    }
  return {
    ...(found.size > 0 && { places: [...found.values()] }),
    ...(components.length > 0 && { components }),
    ...(lowAt !== null && { lowAt }),
  }
}

/** What a plan must know of the shop: its locations in their order, and which SKUs are there or will be. */
export interface ShopStock {
  readonly locations: readonly ShopLocation[]
  /** Whether the variant of a SKU is a bundle. */
  readonly skus: ReadonlyMap<string, boolean>
}
export interface ShopLocation {
  readonly id: Id<'location'>
  readonly name: string
  readonly active: boolean
  readonly pieces: number
}
type Wish = ProductWish['variants'][number]
export type PlannedStock = Pick<Wish, 'free' | 'places' | 'components' | 'lowAt'>
export const nothingSaid: PlannedStock = { free: null }

/** What to save of a variant's stock: only what differs. `old` is null of a new one. */
export function planStock(
  said: FeedVariant,
  old: { readonly variant: SourcedProduct['variants'][number]; readonly product: SourcedProduct } | null,
  shop: ShopStock,
): PlannedStock | { fault: Fault } {
  const now = old?.product.stock.get(old.variant.id)
  const components = said.components ?? []
  const unfit =
    components.length > 0 ? unfitComponents(said, components, shop, old?.variant.bundle ? 0 : (now?.onHand ?? 0)) : null
  if (unfit) return { fault: unfit }
  const places = []
  const named = new Set<string>()
  for (const { location, column, free, safety } of said.places ?? []) {
    const at = location === '' ? first(shop.locations) : shop.locations.find(l => l.name === location)
    if (!at) return { fault: fault('location_unknown', `The shop has no stock location called "${location}"`, said.row, column) }
    // Without a name, and by its name.
    if (named.has(at.id)) return { fault: fault('cell_invalid', 'Two columns tell of one stock location', said.row, column) }
    named.add(at.id)
    const level = now?.levels.find(l => l.location === at.id) ?? { free: 0, safety: 0 }
    if (!at.active && (free ?? 0) > level.free)
      return { fault: fault('location_unknown', `The stock location "${location}" is switched off`, said.row, column) }
    const place = {
      location: at.id,
      free: free === level.free ? null : free,
      safety: safety === level.safety ? null : safety,
    }
    if (place.free !== null || place.safety !== null) places.push(place)
  }
  const counted = said.places?.some(p => p.free !== null) ?? false
  const isBundle = components.length > 0 || (old?.variant.bundle ?? false)
  return {
    free: isBundle || counted ? null : said.free,
    ...(places.length > 0 && !isBundle && { places }),
    ...(components.length > 0 &&
      componentsCell(sorted(components)) !== componentsCell(sorted(now?.components ?? [])) && { components }),
    ...(said.lowAt !== undefined && said.lowAt !== now?.lowAt && { lowAt: said.lowAt }),
  }
}
const sorted = (components: readonly Component[]) => [...components].sort((a, b) => (a.sku < b.sku ? -1 : 1))
/** The one that an export tells of without a name: what it leaves out is not meant. */
const first = (locations: ShopStock['locations']) =>
  locations.find(l => l.name === '' && isTold(l)) ?? locations.find(l => l.active)

function unfitComponents(said: FeedVariant, components: readonly Component[], shop: ShopStock, onHand: number): Fault | null {
  const wrong = (message: string) => fault('bundle_invalid', message, said.row, stockColumns.components)
  if (onHand > 0) return wrong('It has pieces of its own; a bundle has none')
  for (const { sku } of components) {
    const isBundle = shop.skus.get(sku)
    if (isBundle === undefined) return wrong(`Neither the shop nor the file has the SKU "${sku.slice(0, 64)}"`)
    if (isBundle || sku === said.sku) return wrong(`"${sku.slice(0, 64)}" is a bundle; a bundle is no component`)
  }
  return null
}

/** Whether an export tells of it: it is on, or something still lies there. */
const isTold = (l: ShopLocation) => l.active || l.pieces > 0
/** Of a shop with one location its count is Shopify's own column already. */
export const stockHeaders = (locations: readonly ShopLocation[]): string[] => {
  const told = locations.filter(isTold)
  const places =
    told.length === 1
      ? [headerOf('safety', '')]
      : [...told.map(l => headerOf('free', l.name)), ...told.map(l => headerOf('safety', l.name))]
  return [...Object.values(stockColumns), ...places]
}
export function stockCells(
  product: SourcedProduct,
  variant: SourcedProduct['variants'][number],
  locations: readonly ShopLocation[],
): Record<string, string> {
  const now = product.stock.get(variant.id)
  const lowAt = { [stockColumns.lowAt]: String(now?.lowAt ?? '') }
  if (variant.bundle) return { ...lowAt, [stockColumns.components]: componentsCell(now?.components ?? []) }
  const told = locations.filter(isTold)
  const cells = told.map(l => {
    const level = now?.levels.find(x => x.location === l.id) ?? { free: 0, safety: 0 }
    const name = told.length === 1 ? '' : l.name
    return { [headerOf('free', name)]: String(level.free), [headerOf('safety', name)]: String(level.safety) }
  })
  return Object.assign(lowAt, ...cells)
}

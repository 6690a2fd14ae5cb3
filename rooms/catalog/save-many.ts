import type { Trx } from '#base/db'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, newId, ok, type Result, refuse, type Texts } from '#base/kernel'
import { type BundleWish, countPlaces, type PlaceCount, type Unfit, writeBundles } from './bulk-levels.ts'
import * as bulk from './bulk-store.ts'
import { bundleReasons } from './bundle.ts'
import { checkDraft, tidyTags, tidyTexts } from './draft.ts'
import { factsEvent } from './facts.ts'
import { ensureLevels, ensurePlaces, holdLocations, type Moved, openLevels } from './level-store.ts'
import { flipAndTell, noteStock } from './note-stock.ts'
import type { Category, Maker, ProductOption, Responsible } from './product.ts'
import type { Room } from './room.ts'
import { readFacts, takenSku } from './store.ts'
import type { CatalogTables } from './tables.ts'

/** A whole product as a source describes it: new without `id`, else as it shall be. */
export interface ProductWish {
  readonly id: Id<'product'> | null
  /** Of one that exists: the version that was read. */
  readonly version: number
  /** Its name at the source; with the shop its key, so that it is never made twice. */
  readonly ref: string
  readonly brand: string | null
  readonly category: Category
  readonly name: Texts
  readonly description: Texts
  readonly tags: readonly string[]
  readonly options: readonly ProductOption[]
  readonly pictures: readonly Id<'media'>[]
  readonly maker: Maker | null
  readonly responsible: Responsible | null
  readonly variants: readonly {
    readonly id: Id<'variant'> | null
    readonly sku: string
    readonly gtin: string | null
    readonly choice: readonly string[]
    readonly weightGrams: number
    readonly picture: Id<'media'> | null
    /** Pieces free to sell as counted at the source; null: the source doesn't count them. */
    readonly free: number | null
    /** The same location by location, in place of `free`, with what is kept back there. */
    readonly places?: readonly Omit<PlaceCount, 'variant'>[]
    /** What a bundle is made of, whole; missing or empty: as it is. */
    readonly components?: BundleWish['components']
    /** Low on stock with this many pieces or fewer; missing or null: as it is. */
    readonly lowAt?: number | null
  }[]
}
export interface Saved {
  readonly id: Id<'product'>
  /** In the order of the wish. */
  readonly variants: readonly Id<'variant'>[]
}

/** More in one product is refused, as it is for products that are made by hand. */
export const variantLimits = { options: 3, values: 50, variants: 200 } as const

/**
 * Creates and changes many products, each whole with its variants and stock, in a handful of statements. What is refused is refused
 * alone: when one wish stops the shared transaction (an SKU was taken meanwhile), each is tried by itself.
 * `ref` names the stock movements, so that counting again under the same name moves nothing twice. Pictures must be the shop's own:
 * the flow that fetched them answers for that.
 */
export async function saveMany(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  wishes: readonly ProductWish[],
  ref: string,
): Promise<Result<Result<Saved, ErrorCode>[], 'forbidden' | 'sign_in_required'>> {
  const allowed = room.doors.accounts.may(caller, 'product.manage', { shop })
  if (!allowed.ok) return allowed
  const checked = wishes.map(checkWish)
  const good = wishes.filter((_, i) => checked[i]?.ok)
  const results = new Map<ProductWish, Result<Saved, ErrorCode>>()
  for (const [wish, result] of await writeTogether(room, caller, shop, good, ref)) results.set(wish, result)
  return ok(wishes.map((w, i) => results.get(w) ?? (checked[i] as Result<Saved, ErrorCode>)))
}

function checkWish(w: ProductWish): Result<true, ErrorCode> {
  if (w.options.some(o => o.values.length > variantLimits.values))
    return refuse('too_many_variants', `An option has at most ${variantLimits.values} values`)
  if (w.variants.length > variantLimits.variants)
    return refuse('too_many_variants', `A product has at most ${variantLimits.variants} variants`)
  const options = w.options.map(o => ({ name: o.name, values: [...o.values] }))
  return checkDraft({ options, variants: w.variants.map(v => ({ ...v, choice: [...v.choice] })) } as Parameters<
    typeof checkDraft
  >[0])
}

type Written = [ProductWish, Result<Saved, ErrorCode>][]
async function writeTogether(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  wishes: readonly ProductWish[],
  ref: string,
): Promise<Written> {
  if (wishes.length === 0) return []
  try {
    return await room.house.db.transaction<CatalogTables, Written>(trx => write(room, trx, { caller, shop, wishes, ref }))
  } catch (error) {
    const constraint = (error as { constraint?: string }).constraint
    const unfit = error instanceof BundleRefused ? error.unfit : null
    if (!unfit && constraint !== 'variants_sku' && constraint !== 'products_ref') throw error
    if (wishes.length > 1) {
      const alone: Written = []
      for (const wish of wishes) alone.push(...(await writeTogether(room, caller, shop, [wish], ref)))
      return alone
    }
    const wish = wishes[0] as ProductWish
    if (unfit) return [[wish, refuse('bundle_invalid', bundleReasons[unfit.reason], { reason: unfit.reason })]]
    if (constraint === 'products_ref') return [[wish, refuse('version_conflict', 'Somebody else has just added this product')]]
    const skus = wish.variants.map(v => v.sku)
    const sku = (await takenSku(room.db, shop, skus)) ?? skus[0]
    return [[wish, refuse('sku_taken', `Another product of this shop has the SKU ${sku}`, { sku })]]
  }
}

/** Takes the transaction back. */
class BundleRefused extends Error {
  readonly unfit: Unfit
  constructor(unfit: Unfit) {
    super(unfit.reason)
    this.unfit = unfit
  }
}

interface Batch {
  readonly caller: Caller
  readonly shop: Id<'shop'>
  readonly wishes: readonly ProductWish[]
  readonly ref: string
}
async function write(room: Room, trx: Trx<CatalogTables>, { caller, shop, wishes, ref }: Batch): Promise<Written> {
  const now = room.house.clock.now()
  const rows = wishes.map(w => rowsOf(w, shop, now))
  await holdLocations(trx, shop)
  const fresh = rows.filter(r => r.wish.id === null)
  await bulk.insertProducts(
    trx,
    fresh.map(r => r.product),
  )
  const old = rows.filter(r => r.wish.id !== null)
  const done = await bulk.updateProducts(
    trx,
    old.map(r => r.product),
  )
  const written = [...fresh, ...old.filter(r => done.has(r.product.id))]
  const variants = written.flatMap(r => r.variants)
  await bulk.updateVariants(
    trx,
    variants.filter(v => !v.fresh).map(v => v.row),
  )
  const born = variants.filter(v => v.fresh).map(v => v.row)
  await bulk.insertVariants(trx, born)
  await openLevels(trx, now, born)
  await moveStock(room, trx, { ref, now, done, variants })
  await makeBundles(room, trx, shop, variants)
  const live = (await readFacts(trx, [...done])).filter(r => r.state === 'live')
  if (live.length > 0)
    await room.house.log.append(
      trx,
      live.map(r => factsEvent('product.changed', r, now, caller.person)),
    )
  return rows.map(r => [
    r.wish,
    r.wish.id === null || done.has(r.product.id)
      ? ok({ id: r.product.id, variants: r.variants.map(v => v.row.id) })
      : refuse('version_conflict', 'Somebody else has changed this product'),
  ])
}

type Rows = ReturnType<typeof rowsOf>['variants']
interface Moving {
  readonly ref: string
  readonly now: Date
  /** Products that were there before. */
  readonly done: ReadonlySet<string>
  readonly variants: Rows
}
/** Counts as the source has them, summed or by location; what comes back or runs out of products that were there is told. */
async function moveStock(room: Room, trx: Trx<CatalogTables>, { ref, now, done, variants }: Moving): Promise<void> {
  const born = new Set(variants.filter(v => v.fresh).map(v => v.row.id))
  const counts = variants.filter(v => !v.fresh && v.free !== null).map(v => ({ variant: v.row.id, free: v.free as number }))
  await ensureLevels(
    trx,
    counts.map(c => c.variant),
  )
  const moved = await bulk.countStock(trx, ref, now, counts)
  const places = variants.flatMap(v => v.places.map(p => ({ ...p, variant: v.row.id })))
  if (places.length > 0) await ensurePlaces(trx, places)
  const placed = await countPlaces(trx, ref, now, places)
  // A new variant with pieces brings a product that was sold out back, as a count from nothing does.
  const opened = variants
    .filter(v => born.has(v.row.id))
    .map((v): Moved => ({ variant: v.row.id, product: v.row.product, before: 0, after: v.row.on_hand, bundles: [] }))
  await noteStock(
    room,
    trx,
    together([...opened, ...moved, ...placed]).filter(m => done.has(m.product)),
  )
  const untold = placed.map(m => m.product).filter(p => !done.has(p))
  if (untold.length > 0) await flipAndTell(room, trx, untold)
}

/** Moves of one variant, in their order, as the one that others see. */
function together(moves: readonly Moved[]): Moved[] {
  const found = new Map<string, Moved>()
  for (const m of moves) {
    const first = found.get(m.variant)
    found.set(m.variant, first ? { ...m, before: first.before, bundles: [...first.bundles, ...m.bundles] } : m)
  }
  return [...found.values()]
}

async function makeBundles(room: Room, trx: Trx<CatalogTables>, shop: Id<'shop'>, variants: Rows): Promise<void> {
  const bundles = variants.filter(v => v.components.length > 0)
  const unfit = await writeBundles(
    trx,
    shop,
    bundles.map(v => ({ bundle: v.row.id, components: v.components })),
  )
  if (unfit) throw new BundleRefused(unfit)
  if (bundles.length > 0)
    await flipAndTell(
      room,
      trx,
      bundles.map(v => v.row.product),
    )
}

function rowsOf(wish: ProductWish, shop: Id<'shop'>, now: Date) {
  const id = wish.id ?? newId('product', now)
  const variants = wish.variants.map((v, position) => ({
    fresh: v.id === null,
    free: v.places?.some(p => p.free !== null) ? null : v.free,
    places: v.places ?? [],
    components: v.components ?? [],
    row: {
      id: v.id ?? newId('variant', now),
      product: id,
      shop,
      position,
      sku: v.sku.trim(),
      gtin: v.gtin,
      choice: v.choice,
      weight_grams: v.weightGrams,
      picture: v.picture,
      on_hand: v.id === null && !v.components?.length && !v.places?.some(p => p.free !== null) ? (v.free ?? 0) : 0,
      low_at: v.lowAt ?? null,
    } satisfies bulk.BulkVariant,
  }))
  const product: bulk.BulkProduct = {
    id,
    shop,
    ref: wish.ref,
    brand: wish.brand,
    category: wish.category,
    name: tidyTexts(wish.name),
    description: tidyTexts(wish.description),
    tags: tidyTags(wish.tags),
    options: wish.options.map(o => ({
      name: tidyTexts(o.name),
      values: o.values.map(v => ({ key: v.key, name: tidyTexts(v.name) })),
    })),
    pictures: [...new Set(wish.pictures)],
    maker: wish.maker && {
      text: tidyTexts(wish.maker.text),
      place: tidyTexts(wish.maker.place),
      pictures: [...wish.maker.pictures],
    },
    responsible: wish.responsible,
    in_stock: variants.some(v => v.row.on_hand > 0),
    created: now.toISOString(),
    version: wish.version,
  }
  return { wish, product, variants }
}

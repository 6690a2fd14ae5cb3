import type { Caller } from '#base/http'
import { type Id, isId } from '#base/kernel'
import type { SourcedProduct } from '#rooms/catalog'
import { knownCustoms } from './customs.ts'
import type { Desk } from './doors.ts'
import { type FeedProduct, fault } from './feed-product.ts'
import { type LinkRow, readLinks } from './link-store.ts'
import type { Present, ShopFacts } from './plan.ts'

/** Where a picture of ours is found by others; an import knows it again. */
export const ownUrl = (publicUrl: string, media: string): string => `${publicUrl}/media/${media}/full.webp`
export function ownMedia(publicUrl: string, url: string): Id<'media'> | null {
  const id = url.startsWith(`${publicUrl}/media/`) ? url.slice(publicUrl.length + 7).split('/')[0] : null
  return isId('media', id) ? id : null
}

const sameList = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x, i) => x === b[i])

/** The picture addresses to tell of a product: as at its source, unless somebody has chosen others since. */
export const toldPictures = (product: SourcedProduct, link: LinkRow | undefined, publicUrl: string): readonly string[] =>
  link && link.pictures.length > 0 && sameList(link.media, product.pictureIds)
    ? link.pictures
    : product.pictureIds.map(id => ownUrl(publicUrl, id))
export const toldVariantPicture = (
  variant: SourcedProduct['variants'][number],
  link: LinkRow | undefined,
  publicUrl: string,
): string | null => link?.variant_pictures[variant.id] ?? (variant.picture ? ownUrl(publicUrl, variant.picture) : null)

export interface Looked {
  /** The product as the file has it; refused when a SKU of it is another product's. */
  readonly feed: FeedProduct
  readonly present: Present | null
  readonly link: LinkRow | undefined
}

export interface LookedUp {
  readonly looked: readonly Looked[]
  readonly facts: ShopFacts
}
/** SKUs that a file brings, and whether it makes each a bundle. */
export const comingOf = (feeds: readonly FeedProduct[]): Map<string, boolean> =>
  new Map(feeds.flatMap(f => (f.fault ? [] : f.variants.map(v => [v.sku, v.components !== undefined] as const))))

/**
 * What a shop has of these products: by reference, by our own id (a product that was made here and exported), else by SKU. Six
 * statements, one more each for customs and for locations where the file tells of them.
 */
export async function lookUp(
  desk: Desk,
  { shop, caller, coming }: { shop: Id<'shop'>; caller: Caller; coming: ReadonlyMap<string, boolean> },
  feeds: readonly FeedProduct[],
): Promise<LookedUp> {
  const good = feeds.filter(f => !f.fault)
  const found = await desk.doors.catalog.sourced(shop, {
    refs: good.map(f => f.ref),
    ids: good.flatMap(f => (isId('product', f.ref) ? [f.ref] : [])),
    skus: good.flatMap(f => f.variants.flatMap(v => [v.sku, ...(v.components ?? []).map(c => c.sku)])),
  })
  const products = [...found.values()].filter(p => p.state !== 'archived')
  const [prices, links] = await Promise.all([
    desk.doors.prices.latest(products.flatMap(p => p.variants.map(v => v.id))),
    readLinks(
      desk.db,
      products.map(p => p.id),
    ),
  ])
  const own = await desk.doors.accounts.shop(shop)
  const { trade } = desk.doors
  const customs = trade && good.some(f => f.variants.some(v => v.customs)) ? await knownCustoms(trade, shop, products) : new Map()
  const byRef = new Map(products.flatMap(p => [[p.id as string, p] as const, ...(p.ref ? [[p.ref, p] as const] : [])]))
  const bySku = new Map(products.flatMap(p => p.variants.map(v => [v.sku, p] as const)))
  const skus = new Map(products.flatMap(p => p.variants.map(v => [v.sku, v.bundle] as const)))
  for (const [sku, isBundle] of coming) skus.set(sku, isBundle || (skus.get(sku) ?? false))
  const places = good.some(f => f.variants.some(v => v.places))
    ? await desk.doors.catalog.stockDesk.locations(caller, shop)
    : null
  return {
    looked: looksOf(feeds, { byRef, bySku, links, prices, customs, publicUrl: desk.house.config.publicUrl }),
    facts: { locations: places?.ok ? places.value : [], skus, names: Object.values(own?.name ?? {}) },
  }
}

interface Found extends Pick<Present, 'prices' | 'customs'> {
  readonly byRef: ReadonlyMap<string, SourcedProduct>
  readonly bySku: ReadonlyMap<string, SourcedProduct>
  readonly links: ReadonlyMap<string, LinkRow>
  readonly publicUrl: string
}
function looksOf(feeds: readonly FeedProduct[], { byRef, bySku, links, prices, customs, publicUrl }: Found): Looked[] {
  return feeds.map(feed => {
    if (feed.fault) return { feed, present: null, link: undefined }
    const mine = byRef.get(feed.ref) ?? adopted(feed, bySku)
    const taken = feed.variants.find(v => bySku.has(v.sku) && bySku.get(v.sku) !== mine && !(v.skuMade && mine))
    if (taken)
      return {
        feed: { ...feed, fault: fault('sku_taken', `Another product of the shop has the SKU "${taken.sku}"`, taken.row) },
        present: null,
        link: undefined,
      }
    if (!mine) return { feed, present: null, link: undefined }
    const link = links.get(mine.id)
    const told = toldPictures(mine, link, publicUrl)
    return {
      feed,
      link,
      present: {
        product: mine,
        prices,
        customs,
        pictures: [told, ...(link ? [link.pictures] : [])],
        ownPictures: [mine.pictureIds, [...new Set([...mine.pictureIds, ...mine.variants.flatMap(v => v.picture ?? [])])]].map(
          ids => ids.map(id => ownUrl(publicUrl, id)),
        ),
        variantPictures: new Map(
          mine.variants.map(v => [v.id as string, variantAlternatives(v, { told, link, cover: mine.pictureIds[0], publicUrl })]),
        ),
      },
    }
  })
}

/** A product of no source that has all of these SKUs was made by hand; an item that is called by its SKU is the product with that SKU. */
function adopted(feed: FeedProduct, bySku: ReadonlyMap<string, SourcedProduct>): SourcedProduct | undefined {
  const owners = new Set(feed.variants.map(v => (v.skuMade ? undefined : bySku.get(v.sku))))
  const [owner] = owners
  if (owners.size !== 1 || !owner) return undefined
  return owner.ref === null || feed.variants.every(v => v.sku === feed.ref) ? owner : undefined
}

/** Addresses that ask for nothing new of a variant: its own picture, or the product's first where it has none. */
function variantAlternatives(
  v: SourcedProduct['variants'][number],
  of: { told: readonly string[]; link: LinkRow | undefined; cover: string | undefined; publicUrl: string },
): string[] {
  const asked = of.link?.variant_pictures[v.id]
  if (v.picture) return [...(asked ? [asked] : []), ownUrl(of.publicUrl, v.picture)]
  return [asked, of.told[0], of.cover && ownUrl(of.publicUrl, of.cover)].flatMap(u => (u ? [u] : []))
}

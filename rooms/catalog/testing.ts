import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, type Money, money, must, newId, ok, refuse } from '#base/kernel'
import { staffOf } from '#testing/callers'
import { type Catalog, createCatalog } from './index.ts'
import type { ProductDraft, ProductWire } from './product.ts'

export const newShop = (): Id<'shop'> => newId('shop', new Date())

/** What the catalogue needs of others, small and movable: who is staff, which pictures are ready, what moderation hides. */
export function standIns() {
  const media = new Map<string, { owner: Id<'person'>; kind: 'picture' | 'video'; state: 'ready' | 'processing' }>()
  const hidden = new Set<string>()
  const among = (subjects: readonly { kind: string; id: string }[]) =>
    new Set(subjects.map(s => `${s.kind}:${s.id}`).filter(key => hidden.has(key)))
  return {
    hidden,
    /** A medium of this owner; a ready picture unless said. */
    medium(owner: Id<'person'>, parts: { kind?: 'picture' | 'video'; state?: 'ready' | 'processing' } = {}): Id<'media'> {
      const id = newId('media', new Date())
      media.set(id, { owner, kind: parts.kind ?? 'picture', state: parts.state ?? 'ready' })
      return id
    },
    accounts: {
      may: (caller: Caller, _permission: string, about: { shop: Id<'shop'> }) =>
        caller.shops.some(s => s.shop === about.shop) ? ok(true as const) : refuse('forbidden', 'You may not do this'),
    },
    media: {
      pictures: async (ids: readonly Id<'media'>[]) =>
        new Map(
          ids.flatMap(id =>
            media.get(id)?.state === 'ready'
              ? [
                  [
                    id as string,
                    { id: id as string, url: `/media/${id}/full.webp`, width: 10, height: 10, thumbhash: 'th' },
                  ] as const,
                ]
              : [],
          ),
        ),
      state: async (ids: readonly Id<'media'>[]) =>
        new Map(
          ids.flatMap(id => {
            const m = media.get(id)
            return m
              ? [
                  [
                    id as string,
                    {
                      id,
                      owner: m.owner,
                      kind: m.kind,
                      state: m.state,
                      progress: 100,
                      watchable: 'all' as const,
                      refusal: null,
                      posterUrl: null,
                      thumbhash: null,
                      durationMs: null,
                    },
                  ] as const,
                ]
              : []
          }),
        ),
    },
    moderation: {
      hidden: async (subjects: readonly { kind: string; id: string }[]) => among(subjects),
      hiddenNow: async (subjects: readonly { kind: string; id: string }[]) => among(subjects),
    },
  }
}
export type StandIns = ReturnType<typeof standIns>

/** A catalogue among stand-ins, with a shop and its owner. */
export function catalogOf(house: House) {
  const doors = standIns()
  const shop = newShop()
  return { catalog: createCatalog(house, doors), doors, shop, owner: staffOf(shop) }
}

let skus = 0
/** A complete draft with one option; `stock` gives one variant a number of pieces each. */
export function draftOf(parts: Partial<ProductDraft> & { stock?: readonly number[] } = {}): ProductDraft {
  const { stock = [5], ...rest } = parts
  return {
    category: 'ceramics',
    name: { en: 'Hagi cup', ja: '萩焼の湯呑み', zh: '萩烧茶杯' },
    description: { en: 'A tea cup for one' },
    options: [{ name: { en: 'Glaze' }, values: stock.map((_, i) => ({ key: `v${i}`, name: { en: `Glaze ${i}` } })) }],
    variants: stock.map((onHand, i) => ({ sku: `SKU-${++skus}`, choice: [`v${i}`], weightGrams: 200, onHand })),
    pictures: [],
    ...rest,
  }
}

/** A product on sale. */
export async function liveProduct(
  at: { catalog: Catalog; shop: Id<'shop'>; owner: Caller },
  parts: Parameters<typeof draftOf>[0] & { price?: Money } = {},
): Promise<{ id: Id<'product'>; variants: Id<'variant'>[]; wire: ProductWire }> {
  const { price = money(4200, 'JPY'), ...draft } = parts
  const wire = must(await at.catalog.create(at.owner, at.shop, draftOf(draft)))
  const id = wire.id as Id<'product'>
  must(await at.catalog.publish(at.owner, id, price))
  return { id, variants: wire.variants.map(v => v.id as Id<'variant'>), wire }
}

import type { House } from '#base/house'
import type { Caller } from '#base/http'
import { type Id, type Money, money, must, newId, ok, refuse } from '#base/kernel'
import { staffOf } from '#testing/callers'
import type { TestHouse } from '#testing/house'
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

type At = ReturnType<typeof catalogOf>
export type Variant = Id<'variant'>
export type Line = { variant: Variant; quantity: number }

/** Words for tests of stock, over one house that is opened later. */
export function stockWords(houseOf: () => TestHouse) {
  const rows = async <R>(text: string, ...values: unknown[]): Promise<R[]> =>
    (await houseOf().db.pool.query(text, values)).rows as R[]
  let keys = 0
  const put = async (at: At, variant: Variant, change: number, location?: string, safety?: number) =>
    must(
      await at.catalog.adjust(
        at.owner,
        variant,
        {
          change,
          reason: change < 0 ? 'damaged' : 'received',
          ...(location && { location }),
          ...(safety !== undefined && { safety }),
        },
        `k${++keys}`,
      ),
    )
  const hold = (at: At, lines: Line[], checkout = newId('checkout', houseOf().clock.now())) =>
    at.catalog
      .reserve({ checkout, expires: new Date(houseOf().clock.now().getTime() + 60_000), lines })
      .then(done => ({ done, checkout }))
  const held = async (at: At, lines: Line[]) => {
    const { done, checkout } = await hold(at, lines)
    must(done)
    return checkout
  }
  /** [on hand, reserved] by location, in the shop's order. */
  const levels = async (variant: Variant) =>
    (
      await rows<{ on_hand: number; reserved: number }>(
        'select l.* from catalog.levels l join catalog.locations o on o.id = l.location where l.variant = $1 order by o.position',
        variant,
      )
    ).map(l => [l.on_hand, l.reserved])
  const availableOf = async (at: At, variant: Variant) => (await at.catalog.variants([variant])).get(variant)?.available
  const addLocation = async (at: At, name: string) =>
    must(await at.catalog.stockDesk.addLocation(at.owner, at.shop, name)).at(-1)?.id as Id<'location'>
  const bundleOf = async (at: At, components: Line[]) => {
    const made = await liveProduct(at, { stock: [0] })
    const [variant] = made.variants as [Variant]
    must(await at.catalog.stockDesk.bundle(at.owner, variant, components))
    return { ...made, variant }
  }

  /** What the ledger, the levels and the sums say of each other; the empty list when they agree. */
  const disagreements = () =>
    rows(`
      select 'level' as of, l.variant, l.location from catalog.levels l left join (
        select variant, location, sum(on_hand) a, sum(reserved) b from catalog.movements group by 1, 2) m using (variant, location)
      where (l.on_hand, l.reserved) is distinct from (coalesce(m.a, 0), coalesce(m.b, 0))
      union all select 'sum', v.id, null from catalog.variants v join (
        select variant, sum(on_hand) a, sum(reserved) b, sum(safety) s, sum(greatest(0, on_hand - reserved - safety)) free from catalog.levels group by 1) l on l.variant = v.id
      where (v.on_hand, v.reserved, v.safety, v.available) is distinct from (l.a, l.b, l.s, l.free)
      union all select 'sold', v.id, null from catalog.variants v left join (select variant, sum(sold) c from catalog.movements group by 1) m on m.variant = v.id
      where v.sold <> coalesce(m.c, 0)
      union all select 'held', l.variant, l.location from catalog.levels l left join (
        select r.variant, r.location, sum(r.quantity) n from catalog.reservation_lines r join catalog.reservations h using (checkout, attempt)
        where h.state = 'held' group by 1, 2) r using (variant, location) where l.reserved <> coalesce(r.n, 0)
      union all select 'flag', p.id, null from catalog.products p join (
        select v.product, bool_or(case when v.bundle then (select min(c.available / k.quantity) from catalog.components k join catalog.variants c on c.id = k.component where k.bundle = v.id) else v.available end > 0) as can
        from catalog.variants v group by 1) v on v.product = p.id where p.in_stock <> v.can`)
  return { rows, put, hold, held, levels, availableOf, addLocation, bundleOf, disagreements }
}

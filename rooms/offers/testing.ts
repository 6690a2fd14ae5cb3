import { type Id, type Money, money, newId, ok, pick, type Random, refuse } from '#base/kernel'
import type { callerOf } from '#testing/callers'
import type { Goods } from './apply.ts'
import type { OfferDoors } from './index.ts'
import type { Offer } from './offer.ts'
import { layerOf } from './stacking.ts'

const epoch = new Date(1)
export const at = new Date('2026-03-01T00:00:00Z')
export const yen = (n: number | bigint): Money => money(n, 'JPY')

/** An offer without limits that holds everywhere and for everything; `parts` say what is different. */
export function offerOf(parts: Partial<Offer> & Pick<Offer, 'kind'>): Offer {
  const code = parts.code ?? null
  return {
    id: newId('offer', epoch),
    layer: layerOf({ kind: parts.kind, code, campaign: false, onAir: false, scoped: (parts.scope ?? null) !== null }),
    name: { en: parts.kind },
    code,
    funding: 'merchant',
    state: 'active',
    starts: new Date('2026-01-01'),
    ends: null,
    currency: 'JPY',
    markets: [],
    scope: null,
    minimum: null,
    percent: null,
    amount: null,
    buy: null,
    get: null,
    items: new Map(),
    usesLeft: null,
    budgetLeft: null,
    perPerson: null,
    mine: 0,
    ...parts,
  }
}
export const only = (...products: string[]): Offer['scope'] => ({ products: new Set(products), categories: new Set() })

const variantId = (n: number) => `var_000000000${n}` as Id<'variant'>
const productId = (n: number) => `prd_000000000${n}` as Id<'product'>
export const shop = newId('shop', epoch)

/** Goods for Japan: lines of [unit price, quantity], variant and product numbered from 0; `parts` say what is different. */
export const goodsOf = (lines: readonly (readonly [number, number])[], parts: Partial<Goods> = {}): Goods => ({
  shop,
  market: 'JP',
  currency: 'JPY',
  at,
  codes: [],
  shipping: yen(500),
  lines: lines.map(([unit, quantity], i) => ({
    variant: variantId(i),
    product: productId(i),
    category: i % 2 === 0 ? 'tea' : 'ceramics',
    quantity,
    unit: yen(unit),
  })),
  ...parts,
})

/** Any offer, often one that does not hold. */
export function anyOffer(random: Random, n: number): Offer {
  const maybe = <T>(share: number, value: () => T): T | null => (random() < share ? value() : null)
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const kind = pick(random, ['percent', 'fixed', 'buy_get', 'free_shipping', 'flash'] as const)
  const code = kind === 'flash' ? null : maybe(0.3, () => pick(random, ['AAA', 'BBB', 'CCC']))
  const scope =
    kind === 'flash' ? null : maybe(0.4, () => ({ products: new Set([productId(int(0, 4))]), categories: new Set(['tea']) }))
  const placed = { kind, code, campaign: random() < 0.2, onAir: random() < 0.3, scoped: scope !== null }
  return offerOf({
    id: `off_${String(int(0, 899_999) + n * 1_000_000)}` as Id<'offer'>,
    kind,
    code,
    scope,
    layer: layerOf(placed),
    state: pick(random, ['active', 'active', 'active', 'active', 'paused', 'ended']),
    starts: new Date(at.getTime() + int(-9, 1) * 1000),
    ends: maybe(0.3, () => new Date(at.getTime() + int(0, 9) * 1000)),
    currency: random() < 0.05 ? 'CNY' : 'JPY',
    markets: pick(random, [[], [], ['JP'], ['CN', 'US']]),
    minimum: maybe(0.3, () => BigInt(int(1, 9000))),
    percent: int(1, 10_000),
    amount: BigInt(int(1, 6000)),
    buy: int(1, 4),
    get: int(1, 3),
    items: new Map(
      Array.from({ length: int(1, 3) }, () => [
        variantId(int(0, 4)) as string,
        { price: BigInt(int(1, 1500)), left: maybe(0.5, () => int(0, 5)), mine: int(0, 2) },
      ]),
    ),
    usesLeft: maybe(0.3, () => int(0, 2)),
    budgetLeft: maybe(0.3, () => BigInt(int(0, 3000))),
    perPerson: maybe(0.3, () => int(1, 3)),
    mine: int(0, 2),
  })
}
export const anyGoods = (random: Random): Goods => {
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  return goodsOf(
    Array.from({ length: int(1, 5) }, () => [int(1, 2000), int(1, 6)] as const),
    { codes: ['AAA', 'bbb', 'ＣＣＣ', 'none'].filter(() => random() < 0.4), shipping: yen(pick(random, [0, 500])) },
  )
}

/** Doors of a shop in yen with these variants, each of a product of its own on sale. */
export function doorsOf(variants: ReadonlyMap<string, { product: Id<'product'>; price: bigint }>): OfferDoors {
  const variant = (id: string) => ({
    id,
    shop,
    category: 'tea',
    productName: { en: 'Cup' },
    productState: 'live',
    product: variants.get(id)?.product,
  })
  const byProduct = (id: string) => [...variants].filter(([, v]) => v.product === id).map(([v]) => variant(v))
  return {
    accounts: {
      may: (c: ReturnType<typeof callerOf>, _p: string, a?: { shop?: string }) =>
        c.shops.some(s => s.shop === a?.shop) ? ok(true as const) : refuse('forbidden', 'no'),
      shop: async () => ({ id: shop, currency: 'JPY', country: 'JP', shippingFee: 500n, freeShippingFrom: null }),
    },
    catalog: {
      variants: async (ids: string[]) => new Map(ids.filter(id => variants.has(id)).map(id => [id, variant(id)])),
      products: async (ids: string[]) =>
        new Map(
          ids
            .filter(id => byProduct(id).length > 0)
            .map(id => [id, { id, shop, category: 'tea', state: 'live', variants: byProduct(id) }]),
        ),
      list: async () => ({ ids: [...new Set([...variants.values()].map(v => v.product))], next: null }),
    },
    prices: {
      latest: async (ids: string[]) => new Map(ids.flatMap(id => (variants.has(id) ? [[id, yen(variants.get(id)!.price)]] : []))),
    },
  } as unknown as OfferDoors
}

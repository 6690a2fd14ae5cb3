import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { days, equal, type Id, type Money, money, newId, ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Catalog, Product, Variant } from '#rooms/catalog'
import { type AskedWish, readAsked } from './asked.ts'
import { anywhere, readExecuted, type Struck, struckFor, struckForAnyone, subscribe } from './claim.ts'
import { type History, historyOf, historyStart } from './history.ts'
import { type InMarket, inMarket } from './in-market.ts'
import { type MarketPrice, marketPricesOf, setMarketPrice } from './market-prices.ts'
import { type MarketRate, type RateWish, readRates, setRates } from './rates.ts'
import { highestPrice, type PriceWish, setMany } from './set-many.ts'
import { changedSince, insertChange, type PriceTables, readLatest, readPoints } from './store.ts'
import type { PricePoint } from './struck.ts'
import { taxPercent } from './tax-rules.ts'

export interface PriceDoors {
  readonly accounts: Pick<Accounts, 'may' | 'shop'>
  readonly catalog: Pick<Catalog, 'variants' | 'products'>
}
export interface Current {
  readonly price: Money
  /** What may be struck through beside it by the law of the buyer's country (claim.ts); null when nothing may. */
  readonly struck: Struck | null
  readonly taxPercent: bigint
}
/** What of a product its prices depend on. */
export type PricedProduct = Pick<Product, 'id' | 'shop' | 'category'> & {
  readonly variants: readonly { readonly id: Id<'variant'> }[]
}
export interface ProductPrice {
  /** The lowest price of its variants; null while none has one. */
  readonly from: Money | null
  readonly struck: Money | null
  readonly variant: Id<'variant'> | null
}
/** Every price and its history. None of these functions knows who asks: the price never depends on the person. */
export interface Prices {
  /** Today's price by variant; variants without one are missing. */
  current(variants: readonly Id<'variant'>[]): Promise<Map<string, Current>>
  /**
   * What a market pays for variants that the caller has read already; the shops' own prices when no market is said. A market is a
   * country of destination: its price list, else the shop's price at the newest rate. Two statements at most.
   */
  inMarket(variants: readonly PricedVariant[], market?: string): Promise<Map<string, InMarket & { readonly taxPercent: bigint }>>
  /** Opens the subscription; the server calls it once. */
  start(): Promise<void>
  /** The newest rate of every pair, spread included. */
  rates(): Promise<MarketRate[]>
  setRates(
    caller: Caller,
    wish: { source: string; rates: readonly RateWish[] },
  ): Promise<Result<MarketRate[], 'forbidden' | 'sign_in_required' | 'rate_invalid'>>
  /** A product's prices in single markets, for its shop. */
  marketPrices(caller: Caller, product: Id<'product'>): Promise<Result<MarketPrice[], ErrorCode>>
  setMarketPrice(
    caller: Caller,
    wish: { variant: Id<'variant'>; market: string; price: { minor: string; currency: string } | null },
  ): Promise<Result<MarketPrice[], ErrorCode>>
  productPrices(products: readonly Id<'product'>[]): Promise<Map<string, ProductPrice>>
  /** The same for products that the caller has read already: one statement. */
  pricesOf(products: readonly PricedProduct[]): Promise<Map<string, ProductPrice>>
  /** Today's price by variant, for products that the caller has read already: one statement. */
  currentOf(products: readonly PricedProduct[]): Promise<Map<string, Current>>
  /** Products that became cheaper in the last 30 days, by the rule of struck.ts; the latest first. At most the newest 300 changes are looked at. */
  lowered(limit: number): Promise<Id<'product'>[]>
  offers(
    product: Id<'product'>,
    /** The buyer's country decides which struck price may be shown; the strictest rule without one. */
    country?: string,
  ): Promise<Result<{ offers: (Current & { variant: Id<'variant'> })[]; from: Money | null }, 'not_found'>>
  /** The last 90 days of each variant, with its lows. */
  history(product: Id<'product'>): Promise<Result<History, 'not_found'>>
  /** What was asked for these variants over time, as a market paid it at one rate: every change since then, and the price before it. Two statements. */
  asked(variants: readonly Id<'variant'>[], wish: AskedWish): Promise<Map<string, PricePoint[]>>
  /** What is asked for a variant now, and no more than that: one statement. Variants without a price are missing. */
  latest(variants: readonly Id<'variant'>[]): Promise<Map<string, Money>>
  /** Many prices of one shop's variants, all or none; resolves to how many differed. Four statements, however many. */
  setMany(caller: Caller, shop: Id<'shop'>, wishes: readonly PriceWish[]): Promise<Result<number, ErrorCode>>
  setPrice(
    caller: Caller,
    variant: Id<'variant'>,
    price: { minor: string; currency: string },
  ): Promise<Result<Current & { variant: Id<'variant'> }, ErrorCode>>
}

export type PricedVariant = Pick<Variant, 'id' | 'shop' | 'category'>
const variantsOf = (p: PricedProduct): PricedVariant[] => p.variants.map(v => ({ id: v.id, shop: p.shop, category: p.category }))

const window = days(61)

export function createPrices(house: House, doors: PriceDoors): Prices {
  const db = house.db.tables<PriceTables>()
  const now = () => house.clock.now()

  async function currentOf(
    variants: readonly PricedVariant[],
    country?: string,
    executed?: ReadonlyMap<string, readonly PricePoint[]>,
  ): Promise<Map<string, Current>> {
    const points = await readPoints(
      db,
      variants.map(v => v.id),
      new Date(now().getTime() - window),
    )
    const shops = new Map(
      await Promise.all([...new Set(variants.map(v => v.shop))].map(async id => [id, await doors.accounts.shop(id)] as const)),
    )
    return new Map(
      variants.flatMap(v => {
        const list = points.get(v.id)
        const shop = shops.get(v.shop)
        const last = list?.at(-1)
        return list && last
          ? [
              [
                v.id as string,
                {
                  price: last.price,
                  struck: country
                    ? struckFor(list, executed?.get(v.id) ?? [], country, now())
                    : struckForAnyone(list, shop?.country ?? anywhere, now()),
                  taxPercent: taxPercent(shop?.country ?? '', v.category, now(), shop?.taxRegistered ?? false),
                },
              ] as const,
            ]
          : []
      }),
    )
  }

  async function pricesOf(products: readonly PricedProduct[]): Promise<Map<string, ProductPrice>> {
    const prices = await currentOf(products.flatMap(variantsOf))
    return new Map(
      products.map(p => [
        p.id as string,
        cheapest(
          p.variants.map(v => v.id),
          prices,
        ),
      ]),
    )
  }

  return {
    current: async ids => currentOf([...(await doors.catalog.variants(ids)).values()]),
    async inMarket(variants, market) {
      const base = await currentOf(variants)
      const there =
        market === undefined ? null : await inMarket(db, new Map([...base].map(([id, c]) => [id, c.price])), market, now())
      return new Map(
        [...base].map(([id, { price, taxPercent }]) => [
          id,
          { ...(there?.get(id) ?? { price, base: null, rate: null }), taxPercent },
        ]),
      )
    },
    start: () => subscribe(house),
    rates: () => readRates(db),
    setRates: (caller, wish) => setRates(house, doors, caller, wish),
    marketPrices: (caller, product) => marketPricesOf(house, doors, caller, product),
    setMarketPrice: (caller, wish) => setMarketPrice(house, doors, caller, wish),
    productPrices: async ids => pricesOf([...(await doors.catalog.products(ids)).values()]),
    pricesOf,
    currentOf: products => currentOf(products.flatMap(variantsOf)),
    async lowered(limit) {
      const changed = await changedSince(db, new Date(now().getTime() - days(30)), 300)
      const prices = await pricesOf([...(await doors.catalog.products(changed)).values()].filter(p => p.state === 'live'))
      return changed.filter(id => prices.get(id)?.struck).slice(0, limit)
    },
    async offers(id, country) {
      const product = (await doors.catalog.products([id])).get(id)
      if (!product || product.state === 'removed') return refuse('not_found', 'There is no such product')
      const variants = variantsOf(product)
      const ids = variants.map(v => v.id)
      const executed = country === 'CN' ? await readExecuted(db, ids, new Date(now().getTime() - window)) : undefined
      const prices = await currentOf(variants, country, executed)
      const offers = product.variants.flatMap(v =>
        prices.has(v.id) ? [{ ...(prices.get(v.id) as Current), variant: v.id }] : [],
      )
      return ok({
        offers,
        from: cheapest(
          product.variants.map(v => v.id),
          prices,
        ).from,
      })
    },
    async history(id) {
      const product = (await doors.catalog.products([id])).get(id)
      if (!product || product.state === 'removed') return refuse('not_found', 'There is no such product')
      const at = now()
      const variants = product.variants.map(v => v.id)
      return ok(historyOf(await readPoints(db, variants, historyStart(at)), at))
    },
    asked: (variants, wish) => readAsked(db, variants, wish),
    latest: variants => readLatest(db, variants),
    setMany: (caller, shop, wishes) => setMany(house, doors, caller, shop, wishes),
    async setPrice(caller, id, wish) {
      const variant = (await doors.catalog.variants([id])).get(id)
      if (!variant)
        return caller.member ? refuse('not_found', 'There is no such variant') : refuse('sign_in_required', 'Sign in first')
      const may = doors.accounts.may(caller, 'price.manage', { shop: variant.shop })
      if (!may.ok) return may
      const shop = await doors.accounts.shop(variant.shop)
      if (!/^\d{1,15}$/.test(wish.minor) || BigInt(wish.minor) <= 0n || BigInt(wish.minor) > highestPrice)
        return refuse('price_invalid', 'A price is a whole number of the smallest unit, above zero', {
          fields: { price: ['out of range'] },
        })
      if (!shop || wish.currency !== shop.currency)
        return refuse('currency_mismatch', `This shop sells in ${shop?.currency ?? 'another currency'}`, {
          currency: shop?.currency,
        })
      await change(caller, variant, money(BigInt(wish.minor), shop.currency))
      const price = (await currentOf([variant])).get(id)
      if (!price) throw new Error('a price that was just written is missing')
      return ok({ ...price, variant: id })
    },
  }

  /** Asking for the same price again is no change. */
  async function change(caller: Caller, variant: Variant, price: Money): Promise<void> {
    const last = (await readPoints(db, [variant.id], now())).get(variant.id)?.at(-1)
    if (last && equal(last.price, price)) return
    await house.db.transaction<PriceTables, void>(async trx => {
      await insertChange(trx, {
        id: newId('price', now()),
        variant: variant.id,
        product: variant.product,
        shop: variant.shop,
        price_minor: price.minor,
        currency: price.currency,
        at: now(),
        by: caller.person,
      })
      await house.log.append(trx, [
        {
          name: 'price.changed',
          at: now(),
          person: caller.person,
          session: caller.session,
          subject: { kind: 'product', id: variant.product },
          data: { variant: variant.id, price: { minor: price.minor.toString(), currency: price.currency } },
        },
      ])
    })
  }
}

function cheapest(variants: readonly Id<'variant'>[], prices: ReadonlyMap<string, Current>): ProductPrice {
  let best: ProductPrice = { from: null, struck: null, variant: null }
  for (const id of variants) {
    const p = prices.get(id)
    if (p && (best.from === null || p.price.minor < best.from.minor))
      best = { from: p.price, struck: p.struck?.price ?? null, variant: id }
  }
  return best
}

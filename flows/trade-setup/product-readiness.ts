import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Page, type Result, refuse, type Texts, zero } from '#base/kernel'
import type { Shop } from '#rooms/accounts'
import { markets } from '#rooms/prices'
import { factsOver, missingFacts, type TradeFacts } from '#rooms/trade'
import type { SetupDoors } from './product-facts.ts'
import { type Clocked, type Way, waysTo } from './readiness.ts'

/** What of a product readiness depends on. */
interface Judged {
  readonly id: string
  readonly responsible: object | null
  readonly variants: readonly { readonly id: string }[]
}
export interface Verdict {
  readonly ready: boolean
  readonly missing: string[]
  readonly reason: string | null
}
export interface ProductReady extends Verdict {
  readonly product: Id<'product'>
  readonly name: Texts
}
interface Target {
  readonly shop: Shop
  readonly market: string
  readonly way: Way
}

/**
 * Facts that are missing first, of any variant; else what the rules say to one piece of the first variant at its price there. Goods that
 * come into the EU from outside also need somebody there who answers for them (GPSR, Art. 16).
 */
async function judge(house: Clocked, d: SetupDoors, products: readonly Judged[], to: Target): Promise<Map<string, Verdict>> {
  const subjects = products.flatMap(p => [p.id, ...p.variants.map(v => v.id)])
  const [facts, variants, territory] = await Promise.all([
    d.trade.facts(to.shop.id, subjects),
    d.catalog.variants(subjects.filter((s): s is Id<'variant'> => s.startsWith('var_'))),
    d.trade.territories(),
  ])
  const [there, home] = [territory(to.market), territory(to.shop.country)]
  const prices = await d.prices.inMarket([...variants.values()], to.market)
  const verdicts = new Map<string, Verdict>()
  for (const p of products) {
    const answerable = there === 'EU' && home !== 'EU' && !p.responsible ? ['responsible'] : []
    const missing = there === home ? [] : [...lacking(facts, p, to.way), ...answerable]
    const reason =
      missing.length > 0 ? null : await reasonOf(house, d, p, { ...to, price: prices.get(p.variants[0]?.id ?? '')?.price })
    verdicts.set(p.id, { ready: missing.length === 0 && reason === null, missing, reason })
  }
  return verdicts
}
const lacking = (facts: Readonly<Record<string, TradeFacts>>, p: Judged, way: Way): string[] => [
  ...new Set(p.variants.flatMap(v => missingFacts(factsOver(facts[p.id], facts[v.id]), way) as string[])),
]
type Priced = Target & { readonly price: Parameters<SetupDoors['trade']['quote']>[0]['shipping'] | undefined }
async function reasonOf(house: Clocked, d: SetupDoors, p: Judged, { shop, market, way, price }: Priced): Promise<string | null> {
  const variant = p.variants[0]?.id as Id<'variant'> | undefined
  if (!variant || !price) return 'price_missing'
  const quote = await d.trade.quote({
    ...{ shop: shop.id, from: shop.country, to: market, way, currency: price.currency, at: house.clock.now() },
    shipping: zero(price.currency),
    lines: [{ product: p.id as Id<'product'>, variant, quantity: 1, unit: price, discount: zero(price.currency) }],
  })
  return quote.ok ? null : String(quote.details?.reason ?? quote.code)
}

export interface ListWish {
  readonly market: string
  readonly way: Way
  readonly only?: 'ready' | 'not_ready' | undefined
  readonly words?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
/** How many pages of products one request looks through for those that are wanted; the next request goes on from there. */
const mostPages = 5

/** A page of the products that are not archived, the newest first. With `only` a page may be short and have a next one. */
export async function productsReady(
  house: Clocked,
  d: SetupDoors,
  caller: Caller,
  id: Id<'shop'>,
  wish: ListWish,
): Promise<Result<Page<ProductReady>, ErrorCode>> {
  const may = d.accounts.may(caller, 'trade.manage', { shop: id })
  if (!may.ok) return may
  const shop = await d.accounts.shop(id)
  if (!shop) return refuse('not_found', 'No such shop')
  const items: ProductReady[] = []
  let cursor = wish.cursor
  for (let page = 0; page < mostPages; page++) {
    const listed = await d.catalog.listOfShop(caller, id, { words: wish.words, limit: wish.limit, cursor })
    if (!listed.ok) return listed
    const products = listed.value.items.filter(p => p.state !== 'archived')
    const verdicts = await judge(house, d, products, { shop, market: wish.market, way: wish.way })
    for (const p of products) {
      const verdict = verdicts.get(p.id) as Verdict
      if (wish.only === undefined || verdict.ready === (wish.only === 'ready'))
        items.push({ product: p.id as Id<'product'>, name: p.name, ...verdict })
    }
    cursor = listed.value.next ?? undefined
    if (cursor === undefined || items.length > 0) break
  }
  return ok({ items, next: cursor ?? null })
}

export interface MarketVerdict extends Verdict {
  /** Countries to which the same rules send; the first of them was asked about. */
  readonly markets: string[]
  readonly way: Way
}
/** One product in every market that its shop sends to abroad, by each way; states of a union that pay in one currency stand together. */
export async function productReady(
  house: Clocked,
  d: SetupDoors,
  caller: Caller,
  id: Id<'product'>,
): Promise<Result<{ product: Id<'product'>; items: MarketVerdict[] }, ErrorCode>> {
  const product = (await d.catalog.products([id])).get(id)
  if (!product) return refuse('not_found', 'No such product')
  const may = d.accounts.may(caller, 'trade.manage', { shop: product.shop })
  if (!may.ok) return may
  const shop = await d.accounts.shop(product.shop)
  if (!shop) return refuse('not_found', 'No such shop')
  const abroad = [...new Set(shop.delivery.flatMap(o => o.countries))].filter(c => c !== shop.country)
  const territory = await d.trade.territories()
  const groups = new Map<string, { markets: string[]; way: Way }>()
  for (const market of abroad)
    for (const way of waysTo(shop, market)) {
      const key = `${territory(market)} ${markets[market]} ${way}`
      const group = groups.get(key)
      if (group) group.markets.push(market)
      else groups.set(key, { markets: [market], way })
    }
  const items: MarketVerdict[] = []
  for (const group of groups.values()) {
    const verdicts = await judge(house, d, [product], { shop, market: group.markets[0] as string, way: group.way })
    items.push({ ...group, ...(verdicts.get(id) as Verdict) })
  }
  return ok({ product: id, items })
}

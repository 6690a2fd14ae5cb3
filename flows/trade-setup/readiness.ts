import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Page, type Result, refuse, type Texts, zero } from '#base/kernel'
import type { Shop } from '#rooms/accounts'
import type { ProductWire } from '#rooms/catalog'
import { factsOver, missingFacts, type Requirement } from '#rooms/trade'
import type { SetupDoors } from './product-facts.ts'

type Way = Shop['delivery'][number]['way']
type Clocked = Pick<House, 'clock'>
export interface ShopReady {
  readonly market: string
  readonly ready: boolean
  readonly ways: Way[]
  readonly requirements: (Omit<Requirement, 'missing'> & { missing: string[] })[]
}

const waysTo = (shop: Shop, market: string): Way[] => [
  ...new Set(shop.delivery.filter(d => d.countries.includes(market)).map(d => d.way)),
]

/** What a shop needs for a market: a way to send there, law that holds today, registrations. Reasons stand in the requirements. */
export async function shopReady(
  house: Clocked,
  d: SetupDoors,
  caller: Caller,
  id: Id<'shop'>,
  market: string,
): Promise<Result<ShopReady, ErrorCode>> {
  const may = d.accounts.may(caller, 'trade.manage', { shop: id })
  if (!may.ok) return may
  const shop = await d.accounts.shop(id)
  if (!shop) return refuse('not_found', 'No such shop')
  if (!/^[A-Z]{2}$/.test(market)) return refuse('market_unknown', 'A country as two capitals', { market })
  const ways = waysTo(shop, market)
  const delivery: Requirement = {
    code: 'delivery',
    ok: ways.length > 0,
    missing: ways.length > 0 ? [] : [market],
    optional: false,
  }
  const rest = await d.trade.requirements(id, market, ways, house.clock.now())
  const requirements = [delivery, ...rest].map(r => ({ ...r, missing: [...r.missing] }))
  return ok({ market, ready: requirements.every(r => r.ok || r.optional), ways, requirements })
}

export interface ProductReady {
  readonly product: Id<'product'>
  readonly name: Texts
  readonly ready: boolean
  readonly missing: string[]
  readonly reason: string | null
}
/** A page of products, the newest first: facts that are missing, else what the rules say to one piece of the first variant. */
export async function productsReady(
  house: Clocked,
  d: SetupDoors,
  caller: Caller,
  id: Id<'shop'>,
  wish: { market: string; way: Way; cursor?: string | undefined; limit?: number | undefined },
): Promise<Result<Page<ProductReady>, ErrorCode>> {
  const may = d.accounts.may(caller, 'trade.manage', { shop: id })
  if (!may.ok) return may
  const [shop, page] = await Promise.all([d.accounts.shop(id), d.catalog.listOfShop(caller, id, wish)])
  if (!page.ok) return page
  if (!shop) return refuse('not_found', 'No such shop')
  const products = page.value.items
  const subjects = products.flatMap(p => [p.id, ...p.variants.map(v => v.id)])
  const facts = await d.trade.facts(id, subjects)
  const variants = await d.catalog.variants(subjects.filter((s): s is Id<'variant'> => s.startsWith('var_')))
  const prices = await d.prices.inMarket([...variants.values()], wish.market)
  const one = async (p: ProductWire): Promise<ProductReady> => {
    const missing = [...new Set(p.variants.flatMap(v => missingFacts(factsOver(facts[p.id], facts[v.id]), wish.way) as string[]))]
    const reason = missing.length > 0 ? null : await reasonOf(p)
    return { product: p.id as Id<'product'>, name: p.name, ready: missing.length === 0 && reason === null, missing, reason }
  }
  const reasonOf = async (p: ProductWire): Promise<string | null> => {
    const variant = p.variants[0]?.id as Id<'variant'> | undefined
    const price = variant && prices.get(variant)?.price
    if (!variant || !price) return 'price_missing'
    const quote = await d.trade.quote({
      ...{ shop: id, from: shop.country, to: wish.market, way: wish.way, currency: price.currency, at: house.clock.now() },
      shipping: zero(price.currency),
      lines: [{ product: p.id as Id<'product'>, variant, quantity: 1, unit: price, discount: zero(price.currency) }],
    })
    return quote.ok ? null : String(quote.details?.reason ?? quote.code)
  }
  const items: ProductReady[] = []
  for (const p of products) items.push(await one(p))
  return ok({ items, next: page.value.next })
}

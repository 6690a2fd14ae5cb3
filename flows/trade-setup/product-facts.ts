import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Catalog, Product } from '#rooms/catalog'
import type { Media } from '#rooms/media'
import type { Prices } from '#rooms/prices'
import { checkFacts, type Trade, type TradeFacts } from '#rooms/trade'

/** What this flow needs of each door. */
export interface SetupDoors {
  readonly accounts: Pick<Accounts, 'may' | 'shop'>
  readonly catalog: Pick<Catalog, 'products' | 'variants' | 'listOfShop'>
  readonly prices: Pick<Prices, 'inMarket' | 'rates'>
  readonly media: Pick<Media, 'state'>
  readonly trade: Trade
}
/** Facts as they go over the wire: the room's own, with lists that can be written. */
export type FactsWire = {
  -readonly [K in keyof TradeFacts]: TradeFacts[K] extends readonly string[] | undefined ? string[] : TradeFacts[K]
}
export interface ProductFacts {
  readonly product: Id<'product'>
  readonly facts: FactsWire
  readonly variants: { variant: Id<'variant'>; facts: FactsWire }[]
}
type Refused = ErrorCode

async function owned(d: SetupDoors, caller: Caller, id: Id<'product'>): Promise<Result<Product, Refused>> {
  const product = (await d.catalog.products([id])).get(id)
  if (!product) return refuse('not_found', 'No such product')
  const may = d.accounts.may(caller, 'trade.manage', { shop: product.shop })
  return may.ok ? ok(product) : may
}

async function shown(d: SetupDoors, p: Product): Promise<ProductFacts> {
  const facts = await d.trade.facts(p.shop, [p.id, ...p.variants.map(v => v.id)])
  const own = p.variants.flatMap(v => (facts[v.id] ? [{ variant: v.id, facts: facts[v.id] as FactsWire }] : []))
  return { product: p.id, facts: (facts[p.id] ?? {}) as FactsWire, variants: own }
}

export async function showFacts(d: SetupDoors, caller: Caller, id: Id<'product'>): Promise<Result<ProductFacts, Refused>> {
  const product = await owned(d, caller, id)
  return product.ok ? ok(await shown(d, product.value)) : product
}

/** Papers are files of somebody who may manage the shop's trade: the caller's own. */
export async function setFacts(
  d: SetupDoors,
  caller: Caller,
  id: Id<'product'>,
  wish: { variant?: string | undefined; facts: TradeFacts },
): Promise<Result<ProductFacts, Refused>> {
  const product = await owned(d, caller, id)
  if (!product.ok) return product
  const checked = checkFacts(wish.facts)
  if (!checked.ok) return checked
  const { variant } = wish
  if (variant !== undefined && !product.value.variants.some(v => v.id === variant))
    return refuse('not_found', 'No such variant of this product')
  const before = await d.trade.facts(product.value.shop, [variant ?? id])
  const known = new Set(before[variant ?? id]?.papers ?? [])
  const added = (wish.facts.papers ?? []).filter(p => !known.has(p))
  const files = await d.media.state(added as Id<'media'>[])
  if (added.some(p => files.get(p)?.owner !== caller.person)) return refuse('not_found', 'No such paper of yours')
  await d.trade.setFacts(caller, { subject: variant ?? id, shop: product.value.shop, product: id }, wish.facts)
  return ok(await shown(d, product.value))
}

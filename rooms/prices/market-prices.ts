import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Currency, type Id, type Money, newId, ok, type Result, refuse } from '#base/kernel'
import { readLists } from './in-market.ts'
import { markets } from './markets.ts'
import type { PriceDoors } from './prices.ts'
import { highestPrice } from './set-many.ts'
import type { PriceTables } from './store.ts'

export interface MarketPrice {
  readonly variant: Id<'variant'>
  readonly market: string
  readonly price: Money
}

/** Sets a variant's price in a market, or ends it with null; the old one is kept. Only in the market's own currency. */
export async function setMarketPrice(
  house: House,
  doors: PriceDoors,
  caller: Caller,
  wish: { readonly variant: Id<'variant'>; readonly market: string; readonly price: { minor: string; currency: string } | null },
): Promise<Result<MarketPrice[], ErrorCode>> {
  const variant = (await doors.catalog.variants([wish.variant])).get(wish.variant)
  if (!variant) return refuse(caller.member ? 'not_found' : 'sign_in_required', 'There is no such variant')
  const may = doors.accounts.may(caller, 'price.manage', { shop: variant.shop })
  if (!may.ok) return may
  const currency: Currency | undefined = markets[wish.market]
  if (!currency) return refuse('market_unknown', 'There is no such market', { markets: Object.keys(markets) })
  const { price } = wish
  if (price && price.currency !== currency) return refuse('currency_mismatch', `This market pays in ${currency}`, { currency })
  if (price && (!/^\d{1,15}$/.test(price.minor) || BigInt(price.minor) <= 0n || BigInt(price.minor) > highestPrice))
    return refuse('price_invalid', 'A price is a whole number of the smallest unit, above zero', {
      fields: { price: ['out of range'] },
    })
  const at = house.clock.now()
  const db = house.db.tables<PriceTables>()
  const row = {
    variant: variant.id,
    product: variant.product,
    shop: variant.shop,
    market: wish.market,
    currency,
    at,
    by: caller.person,
  }
  await db
    .insertInto('prices.market_changes')
    .values({ ...row, id: newId('price', at), price_minor: price ? BigInt(price.minor) : null })
    .execute()
  return ok(await readLists(db, [variant.id]))
}

/** A product's price lists, for its shop. */
export async function marketPricesOf(
  house: House,
  doors: PriceDoors,
  caller: Caller,
  id: Id<'product'>,
): Promise<Result<MarketPrice[], ErrorCode>> {
  const product = (await doors.catalog.products([id])).get(id)
  if (!product) return refuse(caller.member ? 'not_found' : 'sign_in_required', 'There is no such product')
  const may = doors.accounts.may(caller, 'price.manage', { shop: product.shop })
  if (!may.ok) return may
  return ok(
    await readLists(
      house.db.tables<PriceTables>(),
      product.variants.map(v => v.id),
    ),
  )
}

import { type Id, type Money, ok, type Result, refuse, sum, times } from '#base/kernel'
import type { Shop } from '#rooms/accounts'
import type { LineDraft, ShopDraft } from '#rooms/orders'
import type { WishedLine } from './begin-checkout.ts'
import type { BuyableVariant, Context } from './doors.ts'

type Refused = 'variant_unavailable' | 'currency_mismatch'
const gone = (variant: string): Result<never, Refused> => refuse('variant_unavailable', 'This is not sold any more', { variant })

/** What the lines are, cost and are taxed, by shop, with each shop's delivery: one question a door, however many lines. */
export async function draftByShop(c: Context, wished: readonly WishedLine[]): Promise<Result<ShopDraft[], Refused>> {
  const ids = wished.map(l => l.variant)
  const [variants, prices] = await Promise.all([c.catalog.variants(ids), c.prices.current(ids)])
  const byShop = new Map<Id<'shop'>, { wish: WishedLine; variant: BuyableVariant; price: Money; taxPercent: bigint }[]>()
  for (const wish of wished) {
    const variant = variants.get(wish.variant)
    const price = prices.get(wish.variant)
    if (variant?.productState !== 'live' || !price) return gone(wish.variant)
    byShop.set(variant.shop, [
      ...(byShop.get(variant.shop) ?? []),
      { wish, variant, price: price.price, taxPercent: price.taxPercent },
    ])
  }
  const shops = await Promise.all([...byShop.keys()].map(id => c.accounts.shop(id)))
  const drafts: ShopDraft[] = []
  for (const [i, [id, bought]] of [...byShop].entries()) {
    const shop = shops[i]
    if (!shop) return gone(bought[0]?.wish.variant ?? id)
    const lines = bought.map(b => lineOf(b, shop))
    if (lines.some(l => l.unit.currency !== shop.currency))
      return refuse('currency_mismatch', 'A price is not in the currency of its shop', { shop: id })
    drafts.push(shopDraft(shop, lines))
  }
  const currencies = new Set(drafts.map(d => d.shipping.currency))
  if (currencies.size > 1)
    return refuse('currency_mismatch', 'Shops of two currencies can’t be paid at once', { currencies: [...currencies] })
  return ok(drafts)
}

const lineOf = (
  { wish, variant, price, taxPercent }: { wish: WishedLine; variant: BuyableVariant; price: Money; taxPercent: bigint },
  shop: Shop,
): LineDraft => ({
  product: variant.product,
  variant: variant.id,
  name: variant.productName,
  choice: variant.choiceNames,
  sku: variant.sku,
  picture: variant.pictureUrl,
  quantity: wish.quantity,
  unit: price,
  // A seller who is not registered may not show a tax.
  taxPercent: shop.taxRegistered ? taxPercent : 0n,
  source: wish.source,
})

function shopDraft(shop: Shop, lines: readonly LineDraft[]): ShopDraft {
  const subtotal = sum(
    lines.map(l => times(l.unit, l.quantity)),
    shop.currency,
  )
  const free = shop.freeShippingFrom !== null && subtotal.minor >= shop.freeShippingFrom
  return {
    shop: { id: shop.id, slug: shop.slug, name: shop.name, picture: shop.picture, country: shop.country, owner: shop.owner },
    lines,
    shipping: { minor: free ? 0n : shop.shippingFee, currency: shop.currency },
    days: { dispatch: shop.dispatchDays, from: shop.deliveryDays.from, to: shop.deliveryDays.to, returns: shop.returnDays },
  }
}

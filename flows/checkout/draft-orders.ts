import { type Id, type Money, ok, type Result, refuse } from '#base/kernel'
import type { Shop } from '#rooms/accounts'
import type { Priced } from '#rooms/offers'
import type { FrozenRate, LineDraft, ShopDraft } from '#rooms/orders'
import type { WishedLine } from './begin-checkout.ts'
import type { BuyableVariant, Context } from './doors.ts'
import { type SheetRefused, type SheetWish, sheetFor } from './sheet-for.ts'

type Refused = 'variant_unavailable' | 'currency_mismatch' | 'out_of_stock' | SheetRefused
interface Bought {
  readonly wish: WishedLine
  readonly variant: BuyableVariant
  readonly price: Money
  readonly base: Money | null
  readonly rate: FrozenRate | null
  readonly taxPercent: bigint
}
export interface Drafts {
  readonly shops: readonly ShopDraft[]
  readonly priced: readonly Priced[]
}
const gone = (variant: string): Result<never, Refused> => refuse('variant_unavailable', 'This is not sold any more', { variant })

/** Lines with fewer pieces left than are wished for, as it was read. */
const shortOf = (wished: readonly WishedLine[], variants: ReadonlyMap<string, BuyableVariant>) =>
  wished.flatMap(({ variant, quantity }) => {
    const available = variants.get(variant)?.available ?? 0
    return available < quantity ? [{ variant, available }] : []
  })

/**
 * What the lines are, cost and are taxed, by shop, with each shop's offers, delivery and import taxes: one question a door, however many lines.
 *
 * Sold out is said before anything is counted, and without a transaction that waits for the lock of everybody who buys: in a rush nine buyers in
 * ten end here. Only who has a checkout open goes on, since it may be that one which holds the last piece. What is there may be gone a moment
 * later: `reserve` decides.
 */
export async function draftByShop(
  c: Context,
  wished: readonly WishedLine[],
  { person, market, replaces }: { person: Id<'person'>; market: string | undefined; replaces: readonly Id<'checkout'>[] },
): Promise<Result<Drafts, Refused>> {
  const ids = wished.map(l => l.variant)
  const variants = await c.catalog.variants(ids)
  const missing = wished.find(l => variants.get(l.variant)?.productState !== 'live')
  if (missing) return gone(missing.variant)
  const short = replaces.length > 0 ? [] : shortOf(wished, variants)
  if (short[0]) return refuse('out_of_stock', 'There are not enough pieces left', { ...short[0], lines: short })
  const prices = await c.prices.inMarket([...variants.values()], market)
  const byShop = new Map<Id<'shop'>, Bought[]>()
  for (const wish of wished) {
    const variant = variants.get(wish.variant)
    const price = prices.get(wish.variant)
    if (!variant || !price) return gone(wish.variant)
    byShop.set(variant.shop, [...(byShop.get(variant.shop) ?? []), { wish, variant, ...price }])
  }
  const shops = await Promise.all([...byShop.keys()].map(id => c.accounts.shop(id)))
  const to = market ?? shops[0]?.country ?? ''
  const drafts: ShopDraft[] = []
  const priced: Priced[] = []
  for (const [i, [id, bought]] of [...byShop].entries()) {
    const shop = shops[i]
    if (!shop) return gone(bought[0]?.wish.variant ?? id)
    if (bought.some(b => (b.base ?? b.price).currency !== shop.currency))
      return refuse('currency_mismatch', 'A price is not in the currency of its shop', { shop: id })
    const draft = await draftOf(c, shop, bought, { person, market: to, replaces })
    if (!draft.ok) return draft
    drafts.push(draft.value.draft)
    if (draft.value.priced) priced.push(draft.value.priced)
  }
  const currencies = new Set(drafts.map(d => d.sheet.shipping.currency))
  if (currencies.size > 1)
    return refuse('currency_mismatch', 'Shops of two currencies can’t be paid at once', { currencies: [...currencies] })
  return ok({ shops: drafts, priced })
}

const lineOf = (b: Bought, shop: Shop, abroad: boolean): LineDraft => ({
  product: b.variant.product,
  variant: b.variant.id,
  name: b.variant.productName,
  choice: b.variant.choiceNames,
  sku: b.variant.sku,
  picture: b.variant.pictureUrl,
  quantity: b.wish.quantity,
  unit: b.price,
  baseUnit: b.base,
  // A seller who is not registered may not show a tax; what is exported bears that of its destination.
  taxPercent: shop.taxRegistered && !abroad ? b.taxPercent : 0n,
  source: b.wish.source,
})

async function draftOf(
  c: Context,
  shop: Shop,
  bought: readonly Bought[],
  { person, market, replaces }: Pick<SheetWish, 'person' | 'market' | 'replaces'>,
): Promise<Result<{ draft: ShopDraft; priced: Priced | null }, SheetRefused>> {
  const lines = bought.map(b => lineOf(b, shop, market !== shop.country))
  const done = await sheetFor(c, {
    shop,
    market,
    person,
    rate: bought[0]?.rate ?? null,
    lines: lines.map((l, i) => ({ ...l, category: (bought[i] as Bought).variant.category })),
    codes: [],
    replaces,
    delivery: null,
  })
  if (!done.ok) return done
  const { sheet, priced } = done.value
  const { from, to } = sheet.delivery.days
  const { legalName = '', address = '', phone = '', invoiceNumber = null } = shop.seller
  // An empty field of the form is no number.
  const seller = { legalName, address, phone, invoiceNumber: invoiceNumber || null }
  const { id, slug, name, picture, country, owner } = shop
  const card = { id, slug, name, picture, country, owner, seller }
  const days = { dispatch: shop.dispatchDays, from, to, returns: shop.returnDays, protection: shop.protectionDays }
  return ok({ draft: { shop: card, lines, market, sheet, days }, priced })
}

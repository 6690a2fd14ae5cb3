import type { Caller, ErrorCode } from '#base/http'
import {
  cmp,
  type Id,
  type Money,
  minus,
  money,
  newId,
  ok,
  plus,
  type Result,
  refuse,
  type Texts,
  times,
  zero,
} from '#base/kernel'
import type { Variant } from '#rooms/catalog'
import { apply } from './apply.ts'
import { type Checked, checkDraft, type OfferDraft } from './check-draft.ts'
import type { Basket, CodeRefusal, Offer, Priced } from './offer.ts'
import { ownGoods } from './own-goods.ts'
import { readOffersFor } from './read-basket.ts'
import type { Room } from './room.ts'

export interface PreviewWish {
  readonly draft: OfferDraft
  /** The offer that the draft changes. */
  readonly replaces?: string | undefined
  readonly pieces: number
}
export interface Example {
  readonly product: Id<'product'>
  readonly variant: Id<'variant'>
  readonly name: Texts
  readonly pieces: number
  readonly goods: Money
  readonly discount: Money
  readonly shipping: Money
  readonly shippingDiscount: Money
  readonly total: Money
  readonly applied: readonly { readonly name: Texts; readonly amount: Money; readonly mine: boolean }[]
}
export interface Preview {
  readonly example: Example | null
  readonly reason: CodeRefusal | null
}

/**
 * What a shopper would pay with the draft for some pieces of one product that it is for, beside whatever else runs in the shop at its
 * start (now, when it has begun). It is worked out by the rule that prices a checkout.
 */
export async function previewOffer(
  room: Room,
  caller: Caller,
  shop: Id<'shop'>,
  wish: PreviewWish,
): Promise<Result<Preview, ErrorCode>> {
  const may = room.doors.accounts.may(caller, 'offer.manage', { shop })
  if (!may.ok) return may
  const checked = checkDraft(wish.draft.kind, wish.draft)
  if (!checked.ok) return checked
  const own = await ownGoods(room, shop, checked.value)
  if (!own.ok) return own
  const facts = await room.doors.accounts.shop(shop)
  if (!facts) return refuse('not_found', 'There is no such shop')
  const found = await exampleOf(room, shop, checked.value)
  if (!found) return ok({ example: null, reason: null })
  const { variant, unit } = found
  const { fields } = checked.value
  const goods = times(unit, wish.pieces)
  const free = facts.freeShippingFrom !== null && cmp(goods, money(facts.freeShippingFrom, facts.currency)) >= 0
  const basket: Basket = {
    shop,
    market: fields.markets[0] ?? facts.country,
    currency: facts.currency,
    at: new Date(Math.max(fields.starts.getTime(), room.house.clock.now().getTime())),
    person: caller.person,
    codes: fields.code ? [fields.code] : [],
    lines: [{ variant: variant.id, product: variant.product, category: variant.category, quantity: wish.pieces, unit }],
    shipping: free ? zero(facts.currency) : money(facts.shippingFee, facts.currency),
  }
  const mine = draftOffer(wish.draft, checked.value, facts.currency, basket)
  const beside = (await readOffersFor(room.db, basket)).filter(o => o.id !== wish.replaces && o.code === null)
  const priced = apply(basket, [...beside, mine])
  return ok({
    example: shown(found.variant, basket, priced, mine.id),
    reason: priced.applied.some(a => a.offer === mine.id) ? null : reasonOf(basket, mine, beside),
  })
}

/** Asked as if it had a code, the rule says why it takes nothing off. */
function reasonOf(basket: Basket, mine: Offer, beside: readonly Offer[]): CodeRefusal {
  const asked = { ...mine, code: mine.code ?? 'EXAMPLE' }
  const priced = apply({ ...basket, codes: [asked.code] }, [...beside, asked])
  return priced.refusedCodes[0]?.reason ?? 'not_combinable'
}

/** A piece of what it is for that is on sale and has a price: of the products that it names, of its flash prices, else the newest. */
async function exampleOf(
  room: Room,
  shop: Id<'shop'>,
  { fields, items }: Checked,
): Promise<{ variant: Variant; unit: Money } | null> {
  const { catalog, prices } = room.doors
  const named =
    items.length > 0
      ? items.map(i => i.variant)
      : [
          ...(
            await catalog.products(
              fields.products.length > 0 ? fields.products.slice(0, 20) : await newest(room, shop, fields.categories),
            )
          ).values(),
        ]
          .filter(p => p.state === 'live')
          .flatMap(p => p.variants.map(v => v.id))
  const variants = await catalog.variants(named.slice(0, 50))
  const latest = await prices.latest([...variants.keys()] as Id<'variant'>[])
  for (const id of named) {
    const [variant, unit] = [variants.get(id), latest.get(id)]
    if (variant && unit && variant.productState === 'live') return { variant, unit }
  }
  return null
}
const newest = async (room: Room, shop: Id<'shop'>, categories: readonly string[]): Promise<Id<'product'>[]> =>
  (await room.doors.catalog.list({ shop, limit: 5, category: categories[0] })).ids

/** The draft as the rule sees it: nothing of it is used yet. */
const draftOffer = (draft: OfferDraft, { fields, items }: Checked, currency: Money['currency'], basket: Basket): Offer => ({
  id: newId('offer', basket.at),
  kind: draft.kind,
  layer: fields.layer,
  name: fields.name,
  code: fields.code,
  funding: 'merchant',
  state: 'active',
  starts: fields.starts,
  ends: fields.ends,
  currency,
  markets: fields.markets,
  scope:
    fields.products.length + fields.categories.length === 0
      ? null
      : { products: new Set(fields.products), categories: new Set(fields.categories) },
  minimum: fields.minimum,
  percent: fields.percent,
  amount: fields.amount,
  buy: fields.buy,
  get: fields.get,
  items: new Map(items.map(i => [i.variant, { price: i.price, left: i.pieces_limit, mine: 0 }])),
  usesLeft: fields.uses_limit,
  budgetLeft: fields.budget,
  perPerson: fields.per_person,
  mine: 0,
})

function shown(variant: Variant, basket: Basket, priced: Priced, mine: string): Example {
  const { quantity, unit } = basket.lines[0]!
  const goods = times(unit, quantity)
  const discount = priced.lines[0]!.discount
  return {
    product: variant.product,
    variant: variant.id,
    name: variant.productName,
    pieces: quantity,
    goods,
    discount,
    shipping: basket.shipping,
    shippingDiscount: priced.shippingDiscount,
    total: plus(minus(goods, discount), minus(basket.shipping, priced.shippingDiscount)),
    applied: priced.applied.map(a => ({ name: a.name, amount: a.amount, mine: a.offer === mine })),
  }
}

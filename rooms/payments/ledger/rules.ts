import { allocate, type Currency, least, type Money, minus, money, type Rate, share } from '#base/kernel'
import { type Bucket, type Posting, post, type Sum } from './account.ts'
import { exchangeBack } from './exchange-back.ts'

/** Hundredths of a percent, as they are on the day of the sale; what they come to is frozen by being posted. */
export interface Rates {
  /** Of the platform, of what is paid for goods without coupon and tax. */
  readonly commission: bigint
  /** Of the creator whose post led to a line, of the same base. */
  readonly creator: bigint
  /** For taking the payment, of all that is paid. */
  readonly fee: bigint
}
export interface SaleLine {
  /** Paid for it: after discounts, with its tax. */
  readonly paid: Money
  readonly tax: Money
  /** Who is paid for having led to it. */
  readonly creator: string | null
}
export interface Sale {
  readonly order: string
  readonly checkout: string
  readonly shop: string
  /** Country whose authority gets the import tax. */
  readonly market: string
  readonly goods: Money
  readonly discount: Money
  /** The part of the discounts, delivery's too, that the platform pays the shop. */
  readonly platformDiscount: Money
  readonly shipping: Money
  readonly importTax: Money
  readonly tax: Money
  readonly total: Money
  /** From the shop's currency to the order's, where they differ. */
  readonly rate: Rate | null
  readonly lines: readonly SaleLine[]
}

/** A paid order: what the shopper paid becomes the shop's (pending), the authority's, and the commissions. */
export function saleOf(s: Sale, rates: Rates): Posting[] {
  const inShop = (m: Money) => (s.rate ? exchangeBack(m, s.rate) : m).minor
  const own = s.rate?.from ?? s.total.currency
  const paidGoods = minus(s.goods, s.discount)
  const [net, discount, shipping, platformDiscount] = [paidGoods, s.discount, s.shipping, s.platformDiscount].map(inShop) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  const part = (base: bigint, bps: bigint) => share(money(base, own), bps, 10_000n).minor
  const bases = s.lines.map(l => inShop(minus(l.paid, l.tax)))
  const commission = bases.reduce((sum, base) => sum + part(base, rates.commission), 0n)
  const creators = new Map<string, bigint>()
  s.lines.forEach(({ creator }, i) => {
    if (creator) creators.set(creator, (creators.get(creator) ?? 0n) + part(bases[i] as bigint, rates.creator))
  })
  const fee = part(inShop(s.total), rates.fee)
  const shop = { party: 'shop', holder: s.shop, bucket: 'pending' } as const
  const platform = { party: 'platform', holder: 'platform' } as const
  const shopper = { party: 'shopper', holder: s.checkout } as const
  return [
    ...post(s.order, s.total.currency, [
      { ...shopper, minor: -paidGoods.minor, what: 'goods' },
      { ...shopper, minor: -s.shipping.minor, what: 'shipping' },
      { ...shopper, minor: -s.importTax.minor, what: 'import_tax' },
      { party: 'tax', holder: s.market, minor: s.importTax.minor, what: 'import_tax' },
    ]),
    ...exchanged(s.order, s.total.currency, own, minus(s.total, s.importTax).minor, net + shipping),
    ...post(s.order, own, [
      { ...shop, minor: net + discount, what: 'goods', tax: inShop(s.tax) },
      { ...shop, minor: -discount, what: 'discount' },
      { ...shop, minor: platformDiscount, what: 'platform_discount' },
      { ...platform, minor: -platformDiscount, what: 'platform_discount' },
      { ...shop, minor: shipping, what: 'shipping' },
      { ...shop, minor: -commission, what: 'commission' },
      { ...platform, minor: commission, what: 'commission' },
      { ...shop, minor: -fee, what: 'fee' },
      { ...platform, minor: fee, what: 'fee' },
      { ...shop, minor: -[...creators.values()].reduce((a, b) => a + b, 0n), what: 'creator' },
      ...[...creators].map(([holder, minor]) => ({
        ...{ party: 'creator' as const, holder, bucket: 'pending' as const, minor, what: 'creator' as const },
      })),
    ]),
  ]
}

/** The two halves of an exchange at the order's frozen rate; nothing where there is one currency. */
function exchanged(subject: string, from: Currency, into: Currency, given: bigint, got: bigint): Posting[] {
  if (from === into) return []
  const fx = { party: 'fx', holder: 'fx', what: 'exchange' } as const
  return [...post(subject, from, [{ ...fx, minor: given }]), ...post(subject, into, [{ ...fx, minor: -got }])]
}

export interface Parts {
  readonly goods: bigint
  readonly shipping: bigint
  readonly importTax: bigint
}
/** What of an order can still be reversed, read off its postings. */
export function remaining(sums: readonly Sum[]) {
  const of = (party: string, what: string, field: 'minor' | 'tax' = 'minor') =>
    sums.filter(s => s.party === party && s.what === what).reduce((sum, s) => sum + s[field], 0n)
  const creators = new Map<string, bigint>()
  for (const s of sums)
    if (s.party === 'creator' && s.what === 'creator') creators.set(s.holder, (creators.get(s.holder) ?? 0n) + s.minor)
  return {
    paid: { goods: -of('shopper', 'goods'), shipping: -of('shopper', 'shipping'), importTax: -of('shopper', 'import_tax') },
    net: of('shop', 'goods') + of('shop', 'discount'),
    discount: of('shop', 'discount'),
    platformDiscount: of('shop', 'platform_discount'),
    shipping: of('shop', 'shipping'),
    commission: of('platform', 'commission'),
    creators,
    tax: of('shop', 'goods', 'tax'),
    /** Taken back by banks and not given again, in the shop's currency. */
    disputed: -of('shop', 'chargeback'),
  }
}
const whole = (p: Parts) => p.goods + p.shipping + p.importTax

/** A part of an amount as `x` is of `of`; all of it when x is all, so that the last refund leaves nothing behind. */
const partOf = (amount: bigint, x: bigint, of: bigint): bigint =>
  of === 0n ? 0n : x === of ? amount : share(money(amount, 'JPY'), x, of).minor

/** Splits an amount over what was paid for: never more than is left of each, and all of all when it is all. */
export function split(amount: bigint, left: Parts): Parts {
  if (amount >= whole(left)) return left
  const [goods, shipping, importTax] = allocate(money(amount, 'JPY'), [left.goods, left.shipping, left.importTax]) as [
    Money,
    Money,
    Money,
  ]
  return { goods: goods.minor, shipping: shipping.minor, importTax: importTax.minor }
}
const fits = (p: Parts, left: Parts): boolean =>
  (Object.keys(p) as (keyof Parts)[]).every(key => p[key] >= 0n && p[key] <= left[key])

export interface Refund {
  readonly amount: bigint
  /** What it is for, where somebody decided; otherwise by what is left of each. */
  readonly parts: Parts | null
  /** Nothing of the order is left after it. */
  readonly full: boolean
}
export interface About {
  readonly order: string
  readonly checkout: string
  readonly shop: string
  /** The order's currency, and the shop's. */
  readonly currency: Currency
  readonly own: Currency
  readonly market: string
  readonly bucket: Bucket
}

/**
 * Reverses a part of a sale at the sale's own rates. Commissions go back with the goods, the fee for taking the payment does
 * not: providers keep theirs. More than what is left is against the rules of other rooms; it is posted as unexplained, on us.
 */
export function refundOf(about: About, sums: readonly Sum[], wish: Refund): Posting[] {
  const left = remaining(sums)
  const parts =
    !wish.full && wish.parts && fits(wish.parts, left.paid) && whole(wish.parts) === wish.amount
      ? wish.parts
      : split(wish.full ? whole(left.paid) : wish.amount, left.paid)
  const goods = (amount: bigint) => (wish.full ? amount : partOf(amount, parts.goods, left.paid.goods))
  const [net, discount, platformDiscount] = [left.net, left.discount, left.platformDiscount].map(goods) as [
    bigint,
    bigint,
    bigint,
  ]
  const shipping = wish.full ? left.shipping : partOf(left.shipping, parts.shipping, left.paid.shipping)
  const tax = wish.full ? left.tax : partOf(left.tax, parts.goods + parts.shipping, left.paid.goods + left.paid.shipping)
  const excess = wish.amount - whole(parts)
  const shop = { party: 'shop', holder: about.shop, bucket: about.bucket } as const
  const shopper = { party: 'shopper', holder: about.checkout } as const
  const platform = { party: 'platform', holder: 'platform' } as const
  return [
    ...post(about.order, about.currency, [
      { ...shopper, minor: parts.goods, what: 'goods' },
      { ...shopper, minor: parts.shipping, what: 'shipping' },
      { ...shopper, minor: parts.importTax, what: 'import_tax' },
      { party: 'tax', holder: about.market, minor: -parts.importTax, what: 'import_tax' },
      { ...shopper, minor: excess, what: 'unexplained' },
      { ...platform, minor: -excess, what: 'unexplained' },
    ]),
    ...exchanged(about.order, about.currency, about.own, -(parts.goods + parts.shipping), -(net + shipping)),
    ...post(about.order, about.own, [
      { ...shop, minor: -(net - discount), what: 'goods', tax: -tax },
      { ...shop, minor: -discount, what: 'discount' },
      { ...shop, minor: -platformDiscount, what: 'platform_discount' },
      { ...platform, minor: platformDiscount, what: 'platform_discount' },
      { ...shop, minor: -shipping, what: 'shipping' },
      ...commissionsBack(about, left, goods),
    ]),
  ]
}

function commissionsBack(about: About, left: ReturnType<typeof remaining>, part: (amount: bigint) => bigint) {
  const shop = { party: 'shop', holder: about.shop, bucket: about.bucket } as const
  const commission = part(left.commission)
  const creators = [...left.creators].map(([holder, amount]) => [holder, part(amount)] as const)
  return [
    { ...shop, minor: commission, what: 'commission' as const },
    { party: 'platform' as const, holder: 'platform', minor: -commission, what: 'commission' as const },
    { ...shop, minor: creators.reduce((sum, [, minor]) => sum + minor, 0n), what: 'creator' as const },
    ...creators.map(([holder, minor]) => ({
      ...{ party: 'creator' as const, holder, bucket: about.bucket, minor: -minor, what: 'creator' as const },
    })),
  ]
}

export interface Disputed {
  readonly about: About
  readonly sums: readonly Sum[]
}
/**
 * A bank took `amount` back from the provider. The shops of the checkout bear it by what is left of their orders; what no
 * order has left (it went back before, or another dispute has it) is on the platform.
 */
export function disputeOf(checkout: string, provider: string, amount: Money, orders: readonly Disputed[]): Posting[] {
  const rooms = orders.map(o => {
    const { paid, net, shipping, disputed } = remaining(o.sums)
    const worth = net + shipping + worthOfImport(paid, net, shipping)
    // What an earlier dispute took is gone already.
    const taken = partOf(whole(paid), least(disputed, worth), worth)
    return { ...o, left: whole(paid) - taken, paid: whole(paid), worth }
  })
  const all = rooms.reduce((sum, r) => sum + r.left, 0n)
  const borne = least(amount.minor, all)
  const shares = allocate(
    money(borne, amount.currency),
    rooms.map(r => r.left),
  )
  return [
    ...post(checkout, amount.currency, [
      { party: 'provider', holder: provider, minor: amount.minor, what: 'chargeback' },
      { party: 'platform', holder: 'platform', minor: -(amount.minor - borne), what: 'chargeback' },
    ]),
    ...rooms.flatMap((r, i) => disputedOrder(r, borne === 0n ? 0n : (shares[i] as Money).minor)),
  ]
}
/** Import tax in the shop's currency, at the order's own rate as its other parts show it. */
const worthOfImport = (p: Parts, net: bigint, shipping: bigint): bigint =>
  partOf(net + shipping, p.importTax, p.goods + p.shipping)

function disputedOrder({ about, paid, worth }: Disputed & { paid: bigint; worth: bigint }, minor: bigint): Posting[] {
  if (minor === 0n) return []
  const got = about.own === about.currency ? minor : partOf(worth, minor, paid)
  const shop = { party: 'shop', holder: about.shop, bucket: about.bucket, what: 'chargeback' } as const
  return [
    ...exchanged(about.order, about.currency, about.own, -minor, -got),
    ...post(about.order, about.own, [{ ...shop, minor: -got }]),
  ]
}

/** A dispute that is lost: the commissions of what it took go back, as they do with a refund. */
export function lostOf(orders: readonly (Disputed & { readonly taken: bigint })[]): Posting[] {
  return orders.flatMap(({ about, sums, taken }) => {
    const left = remaining(sums)
    const worth = left.net + left.shipping
    const part = (amount: bigint) => (taken >= worth ? amount : partOf(amount, taken, worth))
    return post(about.order, about.own, commissionsBack(about, left, part))
  })
}

/** What an order earned its shop and creators so far becomes theirs; it may be less than nothing. */
export function releaseOf(order: string, sums: readonly Sum[]): Posting[] {
  const pending = new Map<string, Sum>()
  for (const s of sums) {
    if (s.bucket !== 'pending') continue
    const key = `${s.party} ${s.holder} ${s.currency}`
    const minor = (pending.get(key)?.minor ?? 0n) + s.minor
    pending.set(key, { ...s, minor })
  }
  return [...pending.values()].flatMap(({ party, holder, currency, minor }) =>
    post(order, currency, [
      { party, holder, bucket: 'pending', minor: -minor, what: 'release' },
      { party, holder, bucket: 'payable', minor, what: 'release' },
    ]),
  )
}

/** Money moves between a checkout's shopper and where it lies; `sign` is +1 when it comes to us. */
export const movedOf = (
  checkout: string,
  provider: string,
  amount: Money,
  sign: 1n | -1n,
  what: 'capture' | 'refund',
): Posting[] =>
  post(checkout, amount.currency, [
    { party: 'shopper', holder: checkout, minor: sign * amount.minor, what },
    { party: 'provider', holder: provider, minor: -sign * amount.minor, what },
  ])

/** What the provider keeps of a payment. The platform bears it, and has charged the shops its own rate. */
export function providerFeeOf(checkout: string, provider: string, amount: Money, bps: bigint): Posting[] {
  const fee = share(amount, bps, 10_000n).minor
  return post(checkout, amount.currency, [
    { party: 'provider', holder: provider, minor: fee, what: 'fee' },
    { party: 'platform', holder: 'platform', minor: -fee, what: 'fee' },
  ])
}

/** A provider pays what it kept into the operator's bank. In another currency the exchange account shows the gain or loss. */
export function settlementOf(reference: string, provider: string, bank: string, given: Money, received: Money): Posting[] {
  const [from, into] = [given.currency, received.currency]
  const difference = from === into ? given.minor - received.minor : 0n
  return [
    ...post(reference, from, [
      { party: 'provider', holder: provider, minor: given.minor, what: 'settlement' },
      { party: 'platform', holder: 'platform', minor: -difference, what: 'settlement' },
    ]),
    ...exchanged(reference, from, into, -given.minor, -received.minor),
    ...post(reference, into, [{ party: 'provider', holder: bank, minor: -received.minor, what: 'settlement' }]),
  ]
}

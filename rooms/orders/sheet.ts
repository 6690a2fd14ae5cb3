import { type Currency, type Id, type Money, minus, type Rate, sum, type Texts, taxWithin, times } from '#base/kernel'
import type { deliveryWays } from '#rooms/accounts'

/** How a parcel crosses the border, or that it need not. */
export type Way = (typeof deliveryWays)[number]

export interface FrozenDelivery {
  readonly key: string
  readonly name: Texts
  readonly way: Way
  readonly days: { readonly from: number; readonly to: number }
}
export interface FrozenOffer {
  readonly offer: Id<'offer'>
  readonly kind: string
  readonly name: Texts
  readonly code: string | null
  readonly amount: Money
  readonly funding: 'merchant' | 'platform'
}
/** What import costs and asks for, as quoted; amounts by line of the order. */
export interface FrozenTrade {
  readonly mode: Way
  /** Paid with the order; otherwise the buyer pays at the border, and the order says how much is likely. */
  readonly collected: boolean
  readonly identityNeeded: boolean
  /** Version of the text that the buyer must agree to; null when none is needed. */
  readonly consent: string | null
  readonly notices: readonly string[]
  /** What it takes of the buyer's yearly allowance of China, always CNY; null where nothing is counted. */
  readonly quota: Money | null
  readonly lines: readonly {
    readonly hs: string
    readonly duty: Money
    readonly excise: Money
    readonly vat: Money
    /** Tax on postal articles, surcharges. */
    readonly other: Money
    readonly rules: readonly string[]
  }[]
}
export interface FrozenRate extends Rate {
  readonly id: string
  readonly at: Date
  readonly source: string
}
/** What an order costs beside its goods' prices. Lines stand in the order's own order. */
export interface Sheet {
  readonly lines: readonly { readonly discount: Money; readonly importTax: Money }[]
  /** What delivery costs after its own discount. */
  readonly shipping: Money
  readonly delivery: FrozenDelivery
  readonly offers: readonly FrozenOffer[]
  readonly trade: FrozenTrade | null
  readonly rate: FrozenRate | null
}

interface PricedLine {
  readonly unit: Money
  readonly quantity: number
  readonly taxPercent: number
}
export interface Amounts {
  readonly lines: readonly {
    readonly total: Money
    readonly discount: Money
    readonly importTax: Money
    readonly tax: Money
  }[]
  readonly subtotal: Money
  readonly discount: Money
  readonly shipping: Money
  readonly importTax: Money
  readonly tax: Money
  readonly total: Money
}

/**
 * An order's amounts from its lines and its sheet. A line's tax is contained in what is paid for it and rounded once, here;
 * delivery is taxed like the highest-taxed line of the parcel. Sums are sums of these parts. Throws when a discount is larger
 * than its line or a line has no part of the sheet: both are mistakes of ours.
 */
export function amountsOf(lines: readonly PricedLine[], sheet: Pick<Sheet, 'lines' | 'shipping'>): Amounts {
  const currency: Currency = sheet.shipping.currency
  const parts = lines.map((l, i) => {
    const part = sheet.lines[i]
    if (!part) throw new Error('a line without a part of the sheet')
    const total = times(l.unit, l.quantity)
    const paid = minus(total, part.discount)
    if (paid.minor < 0n || part.discount.minor < 0n || part.importTax.minor < 0n) throw new Error('an amount below zero')
    return { total, discount: part.discount, importTax: part.importTax, tax: taxWithin(paid, BigInt(l.taxPercent)) }
  })
  const highest = BigInt(Math.max(0, ...lines.map(l => l.taxPercent)))
  const add = (pick: (p: (typeof parts)[number]) => Money) => sum(parts.map(pick), currency)
  const [subtotal, discount, importTax] = [add(p => p.total), add(p => p.discount), add(p => p.importTax)]
  return {
    lines: parts,
    subtotal,
    discount,
    shipping: sheet.shipping,
    importTax,
    tax: sum([add(p => p.tax), taxWithin(sheet.shipping, highest)], currency),
    total: sum([minus(subtotal, discount), sheet.shipping, importTax], currency),
  }
}

/** The sheet that an order was frozen with. */
export const sheetOf = (o: {
  readonly lines: readonly { readonly discount: Money; readonly importTax: Money }[]
  readonly shipping: Money
  readonly delivery: FrozenDelivery
  readonly offers: readonly FrozenOffer[]
  readonly trade: FrozenTrade | null
  readonly rate: FrozenRate | null
}): Sheet => ({
  lines: o.lines.map(({ discount, importTax }) => ({ discount, importTax })),
  shipping: o.shipping,
  delivery: o.delivery,
  offers: o.offers,
  trade: o.trade,
  rate: o.rate,
})

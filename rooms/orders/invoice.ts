import { type Money, minus, sum, type Texts, taxWithin } from '#base/kernel'
import type { FrozenSeller, Order } from './order.ts'

export interface TaxBand {
  readonly percent: number
  /** Tax-inclusive: goods less offers, with the delivery in the highest band. */
  readonly amount: Money
  /** Contained in it; rounded once for this rate and this invoice. */
  readonly tax: Money
}
/** What an invoice says; with the seller's registration number it is a qualified invoice of Japan (Consumption Tax Act, Art. 57-4). */
export interface Invoice {
  readonly number: string
  readonly qualified: boolean
  readonly issued: Date
  /** Day of the supply: sent, else paid. */
  readonly supplied: Date
  readonly seller: FrozenSeller & { readonly shop: Texts }
  readonly buyer: string | null
  readonly lines: readonly {
    readonly name: Texts
    readonly choice: readonly Texts[]
    readonly quantity: number
    readonly unit: Money
    readonly amount: Money
    readonly percent: number
    /** Taxed at the reduced rate: marked on the paper, as the law asks. */
    readonly reduced: boolean
  }[]
  readonly discount: Money
  readonly shipping: Money
  readonly importTax: Money
  readonly bands: readonly TaxBand[]
  readonly total: Money
  readonly refunded: Money
}

const standardRate = 10

/** The invoice of a paid order, from what was frozen with it. Pure. Amounts are those of the order; only tax is summed by rate. */
export function invoiceOf(o: Order): Invoice {
  const { currency } = o.total
  const highest = Math.max(0, ...o.lines.map(l => l.taxPercent))
  const rates = [...new Set(o.lines.map(l => l.taxPercent))].sort((a, b) => b - a)
  const bands = rates.map((percent): TaxBand => {
    const goods = o.lines.filter(l => l.taxPercent === percent).map(l => minus(l.total, l.discount))
    const amount = sum(percent === highest ? [...goods, o.shipping] : goods, currency)
    return { percent, amount, tax: taxWithin(amount, BigInt(percent)) }
  })
  const seller = o.shop.seller ?? { legalName: '', address: '', phone: '', invoiceNumber: null }
  const paid = o.paidAt ?? o.placed
  return {
    number: o.number,
    qualified: seller.invoiceNumber !== null && o.shop.country === 'JP' && seller.legalName !== '',
    issued: paid,
    supplied: o.shippedAt ?? paid,
    seller: { ...seller, shop: o.shop.name },
    buyer: o.address?.name ?? null,
    lines: o.lines.map(l => ({
      name: l.name,
      choice: l.choice,
      quantity: l.quantity,
      unit: l.unit,
      amount: l.total,
      percent: l.taxPercent,
      reduced: o.shop.country === 'JP' && l.taxPercent > 0 && l.taxPercent < standardRate,
    })),
    discount: o.discount,
    shipping: o.shipping,
    importTax: o.importTax,
    bands,
    total: o.total,
    refunded: o.refunded,
  }
}

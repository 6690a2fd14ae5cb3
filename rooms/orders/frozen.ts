import { type Currency, type Id, money, type Texts } from '#base/kernel'
import type { FrozenDelivery, FrozenOffer, FrozenRate, FrozenTrade, Sheet } from './sheet.ts'

/** A sheet as its JSON column holds it: amounts as text, because a JSON number would lose digits; the lines' parts are columns. */
export interface FrozenRow {
  readonly delivery: FrozenDelivery
  readonly offers: readonly {
    readonly offer: string
    readonly kind: string
    readonly name: Texts
    readonly code: string | null
    readonly amount: string
    readonly funding: 'merchant' | 'platform'
  }[]
  readonly trade:
    | (Omit<FrozenTrade, 'lines' | 'quota'> & {
        /** Fen of CNY. */
        readonly quota: string | null
        readonly lines: readonly {
          hs: string
          duty: string
          excise: string
          vat: string
          other: string
          rules: readonly string[]
        }[]
      })
    | null
  readonly rate: (Omit<FrozenRate, 'at'> & { readonly at: string }) | null
}

export const freeze = (s: Sheet): FrozenRow => ({
  delivery: s.delivery,
  offers: s.offers.map(o => ({ ...o, amount: o.amount.minor.toString() })),
  trade: s.trade && {
    ...s.trade,
    quota: s.trade.quota?.minor.toString() ?? null,
    lines: s.trade.lines.map(l => ({
      ...l,
      duty: l.duty.minor.toString(),
      excise: l.excise.minor.toString(),
      vat: l.vat.minor.toString(),
      other: l.other.minor.toString(),
    })),
  },
  rate: s.rate && { ...s.rate, at: s.rate.at.toISOString() },
})

export function thaw(
  r: FrozenRow,
  currency: Currency,
): { delivery: FrozenDelivery; offers: FrozenOffer[]; trade: FrozenTrade | null; rate: FrozenRate | null } {
  const m = (minor: string) => money(BigInt(minor), currency)
  return {
    delivery: r.delivery,
    offers: r.offers.map(o => ({ ...o, offer: o.offer as Id<'offer'>, amount: m(o.amount) })),
    trade: r.trade && {
      ...r.trade,
      quota: r.trade.quota === null ? null : money(BigInt(r.trade.quota), 'CNY'),
      lines: r.trade.lines.map(l => ({ ...l, duty: m(l.duty), excise: m(l.excise), vat: m(l.vat), other: m(l.other) })),
    },
    rate: r.rate && { ...r.rate, at: new Date(r.rate.at) },
  }
}

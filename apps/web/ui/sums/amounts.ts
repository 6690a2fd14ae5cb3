import type { Money, Order } from '../../client/types.ts'
import { addMoney, digitsOf } from '../../i18n/format.ts'

export const sumOf = (orders: readonly Order[], of: (order: Order) => Money): Money | null =>
  orders.map(of).reduce<Money | null>((sum, next) => (sum ? addMoney(sum, next) : next), null)

export interface AppliedOffer {
  readonly key: string
  readonly name: Order['offers'][number]['name']
  readonly code: string | null
  readonly amount: Money
}
const onDelivery = (kind: string): boolean => kind === 'free_shipping'

/** Offers of several orders, those of one name and code together; on goods, or on delivery. */
export function offersOf(orders: readonly Order[], delivery: boolean): readonly AppliedOffer[] {
  const seen = new Map<string, AppliedOffer>()
  for (const o of orders.flatMap(order => order.offers)) {
    if (onDelivery(o.kind) !== delivery || o.amount.minor === '0') continue
    const key = JSON.stringify([o.name, o.code])
    const before = seen.get(key)
    seen.set(key, { key, name: o.name, code: o.code, amount: before ? addMoney(before.amount, o.amount) : o.amount })
  }
  return [...seen.values()]
}

/** What is likely to be paid at the border, by what customs would count; null where everything is paid with the order. */
export function atBorder(orders: readonly Order[]): Money | null {
  const open = orders.filter(o => o.trade && !o.trade.collected)
  const parts = open.flatMap(o => o.trade?.lines ?? []).flatMap(l => [l.duty, l.excise, l.vat])
  const [first, ...rest] = parts
  return first ? rest.reduce(addMoney, first) : null
}

/** An order's total back in its shop's currency. Only said as "about": exact amounts stay in the currency that is paid. */
export function inShopCurrency(total: Money, rate: NonNullable<Order['rate']>): Money {
  const major = Number(total.minor) / 10 ** digitsOf(total.currency) / Number(rate.rate)
  return { minor: String(Math.round(major * 10 ** digitsOf(rate.from))), currency: rate.from }
}
/** A rate as people write it: six digits that count. */
export const plainRate = (rate: string): string =>
  new Intl.NumberFormat('en', { maximumSignificantDigits: 6 }).format(Number(rate))

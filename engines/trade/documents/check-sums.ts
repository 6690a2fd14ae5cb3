import type { CheckRule, Sheets } from './check.ts'
import { type Decimal, formatDecimal, fromCny, oneFen, parseDecimal, timesToFen } from './decimal.ts'

/** A field as a number; one that does not parse makes every comparison fail. */
const num = (text: string | undefined): Decimal | null => parseDecimal(text ?? '')
const total = (parts: readonly (Decimal | null)[]): Decimal | null =>
  parts.reduce<Decimal | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0n)
const show = (value: Decimal | null): string => (value === null ? '?' : formatDecimal(value, 2))
const same = (a: Decimal | null, b: Decimal | null): boolean => a !== null && a === b

/** Customs' value of an order: goods, freight and insurance. Vouchers and points do not lower it. */
function customsValue({ order, list }: Sheets): Decimal | null {
  return total([num(order.head.goodsValue), num(order.head.freight), num(list.head.insuredFee)])
}

export const sumRules = {
  /** What was paid is goods and freight and tax, less vouchers and points. */
  paid_is_sum: ({ order: { head } }) => {
    const { goodsValue, freight, taxTotal, discount, acturalPaid } = head
    const less = num(discount)
    const sum = total([num(goodsValue), num(freight), num(taxTotal), less === null ? null : -less])
    return { ok: same(sum, num(acturalPaid)), values: { goodsValue, freight, taxTotal, discount, sum: show(sum), acturalPaid } }
  },
  paid_is_payment: ({ order, payment }) => ({
    ok: same(num(order.head.acturalPaid), num(payment.head.amountPaid)),
    values: { acturalPaid: order.head.acturalPaid, amountPaid: payment.head.amountPaid },
  }),
  goods_value_is_sum: ({ order }) => {
    const sum = total(order.lines.map(l => num(l.totalPrice)))
    return { ok: same(sum, num(order.head.goodsValue)), values: { sum: show(sum), goodsValue: order.head.goodsValue } }
  },
  /** Price times quantity, rounded to fen, is the total of the line: in the order and in the list. */
  line_totals: ({ order, list }) => {
    const wrong = [...order.lines.map(l => ({ of: 311, ...l })), ...list.lines.map(l => ({ of: 621, ...l }))].filter(l => {
      const [price, quantity] = [num(l.price), num(l.qty)]
      return price === null || quantity === null || quantity === 0n || !same(timesToFen(price, quantity), num(l.totalPrice))
    })
    return {
      ok: wrong.length === 0,
      values: Object.fromEntries(wrong.map(l => [`${l.of}/${l.gnum}`, `${l.price} × ${l.qty} ≠ ${l.totalPrice}`])),
    }
  },
  /** The list names the order's goods, line by line: number, SKU, quantity, unit, price, total and origin. */
  list_is_order: ({ order, list }) => {
    const key = (l: {
      gnum: string
      itemNo?: string
      unit: string
      country: string
      qty: string
      price: string
      totalPrice: string
    }) => [l.gnum, l.itemNo ?? '', l.unit, l.country, show(num(l.qty)), show(num(l.price)), show(num(l.totalPrice))].join(' ')
    const [orders, lists] = [order.lines.map(key), list.lines.map(key)]
    const odd = [
      ...orders.filter(k => !lists.includes(k)).map(k => `311: ${k}`),
      ...lists.filter(k => !orders.includes(k)).map(k => `621: ${k}`),
    ]
    const values = {
      order: String(orders.length),
      list: String(lists.length),
      ...Object.fromEntries(odd.map((k, i) => [String(i + 1), k])),
    }
    return { ok: odd.length === 0 && orders.length === lists.length, values }
  },
  tax_is_own: ({ order, input }) => {
    const [declared, own] = [num(order.head.taxTotal), fromCny(input.ownTax)]
    const apart = declared === null ? null : declared > own ? declared - own : own - declared
    return {
      ok: apart !== null && apart <= oneFen,
      values: { taxTotal: order.head.taxTotal, own: show(own), apart: show(apart) },
    }
  },
  /** Freight is part of the taxed value, so order and list name the same. What the carrier was paid, the waybill's, may differ. */
  freight_is_same: ({ order, list }) => ({
    ok: same(num(order.head.freight), num(list.head.freight)),
    values: { order: order.head.freight, list: list.head.freight },
  }),
  /** Within the limit of an order; above it only one single, indivisible piece may come in, with full tax. */
  order_limit: sheets => {
    const value = customsValue(sheets)
    const limit = fromCny(sheets.input.limits.perOrder)
    const single = sheets.order.lines.length === 1 && same(num(sheets.order.lines[0]?.qty), 100_000n)
    return {
      ok: value !== null && (value <= limit || single),
      values: { value: show(value), limit: show(limit), single: single ? 'yes' : 'no' },
    }
  },
  year_limit: sheets => {
    const { spentThisYear, limits } = sheets.input
    const [value, spent, limit] = [customsValue(sheets), fromCny(spentThisYear), fromCny(limits.perYear)]
    const values = { spent: show(spent), value: show(value), limit: show(limit) }
    return { ok: value !== null && spent + value <= limit, values }
  },
  weights: ({ waybill, list }) => {
    const [gross, net, parcel] = [num(list.head.grossWeight), num(list.head.netWeight), num(waybill.head.weight)]
    const values = { gross: list.head.grossWeight, net: list.head.netWeight, parcel: waybill.head.weight }
    return { ok: gross !== null && net !== null && net > 0n && net <= gross && same(gross, parcel), values }
  },
} satisfies Record<string, CheckRule>

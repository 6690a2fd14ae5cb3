import type { CheckRule } from './check.ts'
import { china, cny, isCountryCode, isUnitCode } from './codes.ts'
import { parseDecimal } from './decimal.ts'

const shown = (wrong: readonly (readonly [string, string])[]) => ({ ok: wrong.length === 0, values: Object.fromEntries(wrong) })

export const goodsRules = {
  /** Every line has a tariff code of ten digits, in a chapter that exists (01-97, without the empty 77). */
  hs_codes: ({ list }) => {
    const isOne = (code: string) => /^(0[1-9]|[1-8]\d|9[0-7])\d{8}$/.test(code) && !code.startsWith('77')
    return shown(list.lines.filter(l => !isOne(l.gcode)).map(l => [l.gnum, l.gcode] as const))
  },
  positive_list: ({ list, input }) =>
    shown(list.lines.filter(l => !input.positiveList.has(l.gcode.slice(0, 8))).map(l => [l.gnum, l.gcode.slice(0, 8)] as const)),
  currencies: ({ order, payment, waybill, list }) => {
    const all = [
      ['order', order.head.currency],
      ['payment', payment.head.currency],
      ['waybill', waybill.head.currency],
      ['list', list.head.currency],
      ...order.lines.map(l => [`311/${l.gnum}`, l.currency] as const),
      ...list.lines.map(l => [`621/${l.gnum}`, l.currency] as const),
    ] as const
    return shown(all.filter(([, currency]) => currency !== cny))
  },
  countries: ({ order, list }) => {
    const all = [
      ['from', list.head.country] as const,
      ...order.lines.map(l => [`311/${l.gnum}`, l.country] as const),
      ...list.lines.map(l => [`621/${l.gnum}`, l.country] as const),
    ]
    return shown(all.filter(([, country]) => !isCountryCode(country)))
  },
  units: ({ order, list }) => {
    const all = [
      ...order.lines.map(l => [`311/${l.gnum}`, l.unit] as const),
      ...list.lines.flatMap(l => [
        [`621/${l.gnum}`, l.unit] as const,
        [`621/${l.gnum}/1`, l.unit1] as const,
        ...(l.unit2 === undefined ? [] : [[`621/${l.gnum}/2`, l.unit2] as const]),
      ]),
    ]
    return shown(all.filter(([, unit]) => !isUnitCode(unit)))
  },
  /** Legal quantities are more than nothing, and a second quantity has its unit. */
  legal_quantities: ({ list }) => {
    const wrong = list.lines.filter(
      l =>
        !parseDecimal(l.qty1) ||
        (l.qty2 === undefined) !== (l.unit2 === undefined) ||
        (l.qty2 !== undefined && !parseDecimal(l.qty2)),
    )
    return shown(wrong.map(l => [l.gnum, `${l.qty1} ${l.unit1} ${l.qty2 ?? ''} ${l.unit2 ?? ''}`.trim()] as const))
  },
  /** Lines are numbered 1, 2, 3 …: customs refers to them by it. */
  line_numbers: ({ order, list }) => {
    const counted = (lines: readonly { gnum: string }[]) => lines.every((l, i) => l.gnum === String(i + 1))
    const numbers = (lines: readonly { gnum: string }[]) => lines.map(l => l.gnum).join(' ')
    return { ok: counted(order.lines) && counted(list.lines), values: { order: numbers(order.lines), list: numbers(list.lines) } }
  },
  /** Bonded goods name warehouse, ledger and the item in it, and come from China; a direct parcel names bill, vehicle and voyage. */
  trade_mode: ({ list: { head, lines } }) => {
    const isBonded = head.tradeMode !== '9610'
    const needed: Readonly<Record<string, string | undefined>> = isBonded
      ? {
          areaCode: head.areaCode,
          areaName: head.areaName,
          emsNo: head.emsNo,
          itemRecordNo: lines.every(l => l.itemRecordNo) ? 'all' : '',
        }
      : { billNo: head.billNo, trafNo: head.trafNo, voyageNo: head.voyageNo }
    const missing = Object.entries(needed).filter(([, value]) => !value)
    const fromFits = isBonded === (head.country === china)
    return {
      ok: missing.length === 0 && fromFits,
      values: { tradeMode: head.tradeMode, country: head.country, missing: missing.map(([name]) => name).join(' ') },
    }
  },
} satisfies Record<string, CheckRule>

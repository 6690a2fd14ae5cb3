import type { CheckRule } from './check.ts'
import type { Field } from './fields.ts'
import { shapes } from './messages.ts'

/** The width that customs' field lists count in: a Chinese character takes two places of a text, an ASCII one takes one. */
export const widthOf = (text: string): number => [...text].reduce((width, c) => width + (c <= '\u007f' ? 1 : 2), 0)

type Values = Readonly<Record<string, string | undefined>>
const tooWide = (at: string, fields: readonly Field[], row: Values) =>
  fields.flatMap(({ name, rule }) => {
    const width = widthOf(row[name] ?? '')
    return rule.kind === 'text' && width > rule.max ? [[`${at}/${name}`, `${width} > ${rule.max}`] as const] : []
  })

export const fieldWidthRules = {
  /** The schema counts characters; the field lists say that a text of 60 holds thirty Chinese ones. The narrower of the two is checked. */
  text_widths: ({ order, payment, waybill, list }) => {
    const wide = [
      ...tooWide('311', shapes[311].fields, order.head as Values),
      ...order.lines.flatMap(l => tooWide(`311/${l.gnum}`, shapes[311].lines, l as Values)),
      ...tooWide('411', shapes[411].fields, payment.head as Values),
      ...tooWide('511', shapes[511].fields, waybill.head as Values),
      ...tooWide('621', shapes[621].fields, list.head as Values),
      ...list.lines.flatMap(l => tooWide(`621/${l.gnum}`, shapes[621].lines, l as Values)),
    ]
    return { ok: wide.length === 0, values: Object.fromEntries(wide) }
  },
} satisfies Record<string, CheckRule>

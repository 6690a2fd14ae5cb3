import type { Reply } from '../../client/api.ts'
import { useRules } from '../../i18n/console/rules/index.ts'
import { intlTag } from '../../i18n/core.ts'

export type Rule = Reply<'GET /v1/trade/rules'>['items'][number]
export const rulesKey = ['trade-rules']
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** A country or union and a kind of rule in words; what has none is said as the server says it. */
export function useRuleNames() {
  const t = useRules()
  const place = (where: string): string =>
    where === '*' ? t.everywhere : (new Intl.DisplayNames(intlTag(), { type: 'region' }).of(where) ?? where)
  const kind = (rule: string): string => t.kinds[rule as keyof typeof t.kinds] ?? rule
  /** Of `CN/vat`. */
  const both = (key: string): string => {
    const [where = '', rule = ''] = key.split('/')
    return `${place(where)} · ${kind(rule)}`
  }
  return { place, kind, both }
}

import { money } from '../../i18n/format.ts'

/** Steps whose note is a sum as the ledger writes it: minor units and currency. */
const sums = new Set(['refunded', 'price_protected'])

/** What a step of an order's timeline says beside its name; '' where its note is a code that another place says in words. */
export function timelineNote(what: string, note: string | null): string {
  const [, minor, currency] = (sums.has(what) && /^(\d+) ([A-Z]{3})$/.exec(note ?? '')) || []
  if (minor && currency) return money({ minor, currency })
  return what === 'return_settled' ? '' : (note ?? '')
}

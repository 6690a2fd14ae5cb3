import type { Caller } from '#base/http'
import { currencies, type Money, ok, type Result } from '#base/kernel'
import type { Ledgers } from './context.ts'
import { columns, type Line, readStatement, type StatementWish, statementLines } from './statement.ts'

/** An amount in whole units, as a spreadsheet reads it: 1234.50 */
export function decimal({ minor, currency }: Money): string {
  const places = currencies[currency]
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return minor < 0n ? `-${text}` : text
}

const head = ['order', 'number', 'paid_at', ...columns, 'tax_contained', 'net', 'currency']
const cells = (l: Line): string[] => [
  ...[l.order, l.number, l.paidAt.toISOString()],
  ...columns.map(c => decimal(l[c])),
  ...[decimal(l.tax), decimal(l.net), l.net.currency],
]

/** The whole statement as CSV (RFC 4180): opening, a row an order, payouts, closing. No cell holds what somebody typed. */
export async function statementCsv(
  c: Ledgers,
  caller: Caller,
  w: StatementWish,
): Promise<Result<string, 'forbidden' | 'sign_in_required' | 'invalid_cursor'>> {
  const statement = await readStatement(c, caller, w)
  if (!statement.ok) return statement
  const s = statement.value
  const balance = (name: string, at: Date, m: Money) => [
    name,
    '',
    at.toISOString(),
    ...columns.map(() => ''),
    '',
    decimal(m),
    m.currency,
  ]
  const rows = [head, balance('opening', s.from, s.opening)]
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await statementLines(c, caller, w, { cursor, limit: 500 })
    if (!page.ok) return page
    rows.push(...page.value.items.map(cells))
    cursor = page.value.next ?? undefined
    more = page.value.next !== null
  }
  rows.push(balance('payouts', s.to, s.payouts), balance('closing', s.to, s.closing))
  return ok(`${rows.map(r => r.join(',')).join('\r\n')}\r\n`)
}

import type { Reply } from '../../client/api.ts'
import { intlTag } from '../../i18n/core.ts'
import type { Tone } from '../../ui/desk/index.ts'

export type Statement = Reply<'GET /v1/shops/{shop}/statement'>
export type Line = Reply<'GET /v1/shops/{shop}/statement/lines'>['items'][number]
export type Payout = Reply<'GET /v1/shops/{shop}/payouts'>['items'][number]
export type Grain = 'month' | 'week'

export const grainOf = (asked: string | undefined): Grain => (asked === 'week' ? 'week' : 'month')
export const toneOf: Readonly<Record<Payout['state'], Tone>> = { created: 'quiet', sent: 'todo', paid: 'ok', failed: 'danger' }

/** Periods are in UTC, so their names are too. */
export function periodName(grain: Grain, { from, to }: { from: string; to: string }): string {
  if (grain === 'month')
    return new Intl.DateTimeFormat(intlTag(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(from))
  const last = new Date(Date.parse(to) - 86_400_000)
  const format = new Intl.DateTimeFormat(intlTag(), { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' })
  return format.formatRange(new Date(from), last)
}
/** What leads to a statement, in an address. */
export const addressOf = (grain: Grain, s: { from: string; currency: string }) => ({
  grain,
  from: s.from.slice(0, 10),
  currency: s.currency,
})
export const csvOf = (shop: string, a: { grain: string; from: string; currency: string }): string =>
  `/v1/shops/${shop}/statement.csv?${new URLSearchParams({ ...a, from: `${a.from}T00:00:00Z` })}`

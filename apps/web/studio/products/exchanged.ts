import type { Reply } from '../../client/api.ts'
import type { Money } from '../../client/types.ts'
import { digitsOf } from '../../i18n/format.ts'

type Rates = Reply<'GET /v1/rates'>['items']

/** An older rate exchanges nothing. */
const lasts = 7 * 86_400_000

/** About what a price is in another currency at the newest rate; null without one. The server counts exactly. */
export function exchanged(base: Money, currency: string, rates: Rates): Money | null {
  const rate = rates.find(r => r.from === base.currency && r.to === currency)
  if (!rate || Date.now() - Date.parse(rate.at) > lasts) return null
  const major = (Number(base.minor) / 10 ** digitsOf(base.currency)) * Number(rate.rate)
  return { minor: String(Math.round(major * 10 ** digitsOf(currency))), currency }
}

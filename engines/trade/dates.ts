import type { Currency } from '#base/kernel'

/** Where rules hold: its currency, in which it taxes, and the clock by which its days begin. `GB` is the United Kingdom, `EU` the customs union. */
export const jurisdictions = {
  CN: { currency: 'CNY', zone: 'Asia/Shanghai' },
  JP: { currency: 'JPY', zone: 'Asia/Tokyo' },
  EU: { currency: 'EUR', zone: 'Europe/Brussels' },
  GB: { currency: 'GBP', zone: 'Europe/London' },
  SG: { currency: 'SGD', zone: 'Asia/Singapore' },
  US: { currency: 'USD', zone: 'America/New_York' },
} as const satisfies Record<string, { currency: Currency; zone: string }>
export type Jurisdiction = keyof typeof jurisdictions
export const isJurisdiction = (text: string): text is Jurisdiction => Object.hasOwn(jurisdictions, text)

const formats = new Map<string, Intl.DateTimeFormat>()
function format(zone: string): Intl.DateTimeFormat {
  let f = formats.get(zone)
  if (!f)
    formats.set(
      zone,
      (f = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })),
    )
  return f
}
/** The calendar day there, `YYYY-MM-DD`: a rule of China begins at midnight of Shanghai, not of the server. */
export const civilDate = (at: Date, jurisdiction: Jurisdiction): string => format(jurisdictions[jurisdiction].zone).format(at)

const form = /^\d{4}-\d{2}-\d{2}$/
/** A day that exists, `YYYY-MM-DD`: 2026-02-30 does not. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !form.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

import type { Money, Texts } from '../client/types.ts'
import { intlTag, type Language, language } from './core.ts'

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.PluralRules>()
function made<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.PluralRules>(
  key: string,
  make: (tag: string) => T,
): T {
  const tag = intlTag()
  const known = cache.get(`${tag} ${key}`)
  if (known) return known as T
  const fresh = make(tag)
  cache.set(`${tag} ${key}`, fresh)
  return fresh
}

export const number = (n: number): string => made('n', tag => new Intl.NumberFormat(tag)).format(n)
/** 8.2K, 124万. */
export const compact = (n: number): string =>
  made('c', tag => new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 })).format(n)
export const percent = (x: number): string => made('p', tag => new Intl.NumberFormat(tag, { style: 'percent' })).format(x)
/** Three digits that count, however small: 99.7 %, 0.0004 %. */
export const finePercent = (x: number): string =>
  made('fp', tag => new Intl.NumberFormat(tag, { style: 'percent', maximumSignificantDigits: 3 })).format(x)
/** The word of the plural form: `plural(n, { one: 'piece', other: 'pieces' })`. */
export const plural = (n: number, forms: { one?: string; other: string }): string =>
  (made('pl', tag => new Intl.PluralRules(tag)).select(n) === 'one' ? forms.one : undefined) ?? forms.other

const currencyFormat = (currency: string) =>
  made(`m${currency}`, tag => new Intl.NumberFormat(tag, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }))
/** How many digits of an amount are minor units. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
/** Exact: the minor units never go through a float. */
export function money({ minor, currency }: Money): string {
  const format = currencyFormat(currency)
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0
  const sign = minor.startsWith('-') ? '-' : ''
  const padded = minor.replace('-', '').padStart(digits + 1, '0')
  const decimal = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
  return format.format(`${sign}${decimal}` as Intl.StringNumericLiteral).replace('￥', '¥')
}
export const addMoney = (a: Money, b: Money): Money => ({
  minor: String(BigInt(a.minor) + BigInt(b.minor)),
  currency: a.currency,
})
export const timesMoney = (a: Money, n: number): Money => ({ minor: String(BigInt(a.minor) * BigInt(n)), currency: a.currency })

const dateFormat = (key: string, options: Intl.DateTimeFormatOptions) =>
  made(`d${key}`, tag => new Intl.DateTimeFormat(tag, options))
export const date = (at: string | Date): string =>
  dateFormat('long', { year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(at))
export const shortDate = (at: string | Date): string =>
  dateFormat('short', { month: 'short', day: 'numeric' }).format(new Date(at))
export const dateTime = (at: string | Date): string =>
  dateFormat('time', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(new Date(at))
/** Within a day, to the minute. */
export const timeShort = (at: string | Date): string =>
  dateFormat('short time', { hour: 'numeric', minute: '2-digit' }).format(new Date(at))
/** Within a day, to the second. */
export const timeOfDay = (at: string | Date): string =>
  dateFormat('day time', { hour: 'numeric', minute: '2-digit', second: '2-digit' }).format(new Date(at))
/** 11月26日(木)〜28日(土); 11月26日周四至28日周六; Thu, Nov 26 – Sat, Nov 28. CLDR's own range for ja and zh writes 11/26. */
export function dateRange(from: string | Date, to: string | Date): string {
  const [a, b] = [new Date(from), new Date(to)]
  const whole = dateFormat('range', { month: 'short', day: 'numeric', weekday: 'short' })
  const now = language()
  if (now === 'en') return whole.formatRange(a, b)
  if (whole.format(a) === whole.format(b)) return whole.format(a)
  const sameMonth = a.getMonth() === b.getMonth() && a.getFullYear() === b.getFullYear()
  const end = sameMonth ? dateFormat('day', { day: 'numeric', weekday: 'short' }).format(b) : whole.format(b)
  return `${whole.format(a)}${now === 'ja' ? '〜' : '至'}${end}`
}
export const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]
/** 3 days ago; now, below a minute. */
export function ago(at: string): string {
  const seconds = (Date.now() - Date.parse(at)) / 1000
  const [unit, size] = steps.find(([, s]) => seconds >= s) ?? (['second', 60] as const)
  const format = made('r', tag => new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' }))
  return unit === 'second' ? format.format(0, 'second') : format.format(-Math.floor(seconds / size), unit)
}
export const inDays = (days: number, from = new Date()): Date => new Date(from.getTime() + days * 86_400_000)

const order: Record<Language, readonly Language[]> = { en: ['en', 'ja', 'zh'], ja: ['ja', 'en', 'zh'], zh: ['zh', 'en', 'ja'] }
/** A text in the reader's language, else in the nearest one there is, with the language it is in (for `lang`). */
export function textIn(texts: Texts): { text: string; lang: Language } {
  for (const l of order[language()]) {
    const text = texts[l]
    if (text) return { text, lang: l }
  }
  return { text: '', lang: language() }
}
export const said = (texts: Texts): string => textIn(texts).text

import type { Reply } from '../../client/api.ts'
import { t } from '../../i18n/console/index.ts'
import { number } from '../../i18n/format.ts'

export type Report = Reply<'GET /v1/moderation/queue'>['items'][number]
export type Decision = Reply<'GET /v1/moderation/decisions'>['items'][number]
export type Subject = Report['subject']
export type Action = Decision['action']
export const reasons = [
  'spam',
  'counterfeit',
  'misleading',
  'hidden_ad',
  'unsafe',
  'hate',
  'nudity',
  'personal_data',
  'other',
] as const
export type Reason = (typeof reasons)[number]

export const reasonWord = (reason: string): string =>
  (t().reasons as Readonly<Record<string, string>>)[reason] ?? t().reasons.other
/** The server sums reasons up as `spam 5, hate 1`; the first is the most frequent. */
export const reasonsOf = (report: Report): readonly { readonly reason: string; readonly n: string }[] =>
  report.reports.reasons.split(', ').flatMap(part => {
    const [reason, n] = part.split(' ')
    return reason ? [{ reason, n: n ? number(Number(n)) : '' }] : []
  })

/** How many people reported it; nobody did where only a check found something. */
export const countOf = (report: Report): string =>
  report.reports.count === '0' ? t().queue.found : t().queue.reports(Number(report.reports.count))

/** Where the public sees it; comments and reviews stand on a page of something else, which their id does not name. */
export function addressOf(subject: Subject): string | null {
  const { kind, id } = subject
  if (kind === 'post') return `/p/${id}`
  if (kind === 'product') return `/product/${id}`
  if (kind === 'person') return `/u/${id}`
  return kind === 'shop' ? `/shop/${id}` : null
}
/** The last letters are enough to tell two apart; the whole one is copied. */
export const shortOf = (subject: Subject): string => subject.id.slice(-6).toUpperCase()
export const keyOf = (subject: Subject): string => `${subject.kind}-${subject.id}`

import type { Reply } from '../../client/api.ts'
import type { HealthMessages } from '../../i18n/console/health/index.ts'
import { intlTag } from '../../i18n/core.ts'
import { percent } from '../../i18n/format.ts'
import type { Tone } from '../../ui/desk/index.ts'

export type Health = Reply<'GET /v1/health'>
export type Check = Health['checks'][number]

export const toneOf = { ok: 'ok', warn: 'warn', bad: 'danger', unknown: 'quiet' } as const satisfies Record<Check['state'], Tone>

const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
/** 1.2 GB. */
export function bytes(n: number): string {
  const step = n < 1 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(n) / 3))
  const format = new Intl.NumberFormat(intlTag(), {
    style: 'unit',
    unit: steps[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  })
  return format.format(n / 1000 ** step)
}

/** Seconds in the largest unit that fits. */
export function duration(t: HealthMessages, seconds: number): string {
  if (seconds < 120) return t.units.seconds(Math.round(seconds))
  if (seconds < 7200) return t.units.minutes(Math.round(seconds / 60))
  return seconds < 172_800 ? t.units.hours(Math.round(seconds / 3600)) : t.units.days(Math.round(seconds / 86_400))
}

/** A figure of a check in its unit. */
export function figure(t: HealthMessages, check: Check['check'], value: number): string {
  switch (check) {
    case 'log_lag':
      return t.units.events(value)
    case 'jobs_waiting':
    case 'mail_waiting':
      return duration(t, value)
    case 'jobs_failed':
      return t.units.jobs(value)
    case 'ledger':
      return t.units.problems(value)
    case 'mistakes':
      return t.units.requests(value)
    case 'feed_page':
    case 'first_frame':
      return t.units.milliseconds(value)
    case 'stalls':
      return t.units.perHundred(value)
    case 'snapshot':
      return duration(t, value * 3600)
    case 'ffmpeg':
      return value === 0 ? t.yes : t.no
    case 'mail':
      return value === 0 ? '' : t.mail.folder
    default:
      return percent(value / 100)
  }
}

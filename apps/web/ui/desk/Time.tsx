import { intlTag, useLanguage } from '../../i18n/core.ts'
import { desk } from '../../i18n/desk/index.ts'
import { ago, date, dateTime, timeOfDay } from '../../i18n/format.ts'

/** The full moment with its zone, for the title of every shown time. */
export function moment(at: string): string {
  const format = new Intl.DateTimeFormat(intlTag(), { dateStyle: 'full', timeStyle: 'medium' })
  const zone = new Intl.DateTimeFormat(intlTag(), { timeZoneName: 'long' })
    .formatToParts(new Date(at))
    .find(p => p.type === 'timeZoneName')
  return desk().zone(format.format(new Date(at)), zone?.value ?? format.resolvedOptions().timeZone)
}

const forms = { dateTime, date, ago, timeOfDay } as const
/** A time in the reader's language and zone; the zone stands in the title. */
export function Time({ at, as = 'dateTime', className }: { at: string; as?: keyof typeof forms; className?: string }) {
  useLanguage()
  return (
    <time dateTime={at} title={moment(at)} className={className}>
      {forms[as](at)}
    </time>
  )
}

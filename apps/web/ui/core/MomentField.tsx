import { intlTag } from '../../i18n/core.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { Field } from './Field.tsx'

const two = (n: number) => String(n).padStart(2, '0')
/** A moment as the field writes it, in the reader's own zone, to the minute. */
export const momentText = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
/** What the field holds as a moment; null while it is not a whole one. */
export function momentOf(text: string): Date | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text) : null
  return at && !Number.isNaN(at.getTime()) ? at : null
}
/** The next full hour that is at least an hour away: what is offered first. */
export const soonText = (now = new Date()): string =>
  momentText(new Date(Math.ceil((now.getTime() + 3_600_000) / 3_600_000) * 3_600_000))

interface MomentProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly wrong?: string | null
  readonly className?: string
}
/** A day and a time, by keyboard and by the browser's own picker. The zone is said: people who work together can be in two. */
export function MomentField({ onChange, ...rest }: MomentProps) {
  const t = useShared()
  const zone = new Intl.DateTimeFormat(intlTag(), { timeZoneName: 'long' })
    .formatToParts(momentOf(rest.value) ?? new Date())
    .find(p => p.type === 'timeZoneName')
  return (
    <Field
      {...rest}
      type="datetime-local"
      required
      min={momentText(new Date())}
      step={60}
      hint={t.zone(zone?.value ?? '')}
      onChange={event => onChange(event.target.value)}
    />
  )
}

import type { ReactNode } from 'react'
import { intlTag } from '../i18n/core.ts'
import { ChevronLeft, ChevronRight } from '../ui/core/icons.tsx'
import { Link } from '../ui/desk/index.ts'

const spell = (d: Date) => `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}`
/** The month of the address, else this one; in the reader's own zone. */
export function monthOf(word: string | undefined): Date {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(word ?? '') ?? []
  const now = new Date()
  return year ? new Date(Number(year), Number(month) - 1, 1) : new Date(now.getFullYear(), now.getMonth(), 1)
}
export const shift = (month: Date, by: number) => new Date(month.getFullYear(), month.getMonth() + by, 1)

interface MonthBarProps {
  readonly to: string
  readonly month: Date
  readonly words: { readonly before: string; readonly after: string; readonly today: string }
}
/** The month of a calendar with the way to the ones beside it, and back to this one; it stands in the address. */
export function MonthBar({ to, month, words }: MonthBarProps) {
  const name = new Intl.DateTimeFormat(intlTag(), { year: 'numeric', month: 'long' }).format(month)
  return (
    <div className="mb-3 flex items-center gap-2">
      <Step to={to} month={shift(month, -1)} label={words.before}>
        <ChevronLeft size={20} />
      </Step>
      <h2 className="min-w-[8em] text-center text-lead font-semibold">{name}</h2>
      <Step to={to} month={shift(month, 1)} label={words.after}>
        <ChevronRight size={20} />
      </Step>
      {spell(month) !== spell(new Date()) && (
        <Link to={to} search={{ view: 'calendar' }} className="btn plain" data-kind="quiet" data-size="small">
          {words.today}
        </Link>
      )}
    </div>
  )
}

function Step({ to, month, label, children }: { to: string; month: Date; label: string; children: ReactNode }) {
  return (
    <Link to={to} search={{ view: 'calendar', month: spell(month) }} className="icon-btn plain" aria-label={label} title={label}>
      {children}
    </Link>
  )
}

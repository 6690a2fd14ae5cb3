import { langTag } from '../../i18n/core.ts'
import { number, textIn } from '../../i18n/format.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { Link, MoreButton, Problem, RowsLoading, useWords } from '../../ui/desk/index.ts'
import { MonthBar, monthOf, shift } from '../MonthBar.tsx'
import { Gives, givesOf, OfferName, OfferState, Span } from './offer-parts.tsx'
import { type Offer, useOffers } from './promotions-data.ts'

/** A month of promotions: one row each, as long as it holds; what has no end goes on to the edge. */
export function Calendar() {
  const t = usePromotions()
  const month = monthOf(useWords().month)
  const next = shift(month, 1)
  const offers = useOffers({ from: month.toISOString(), to: next.toISOString() }, 100)
  const rows = (offers.data?.pages.flatMap(p => p.items) ?? []).toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
  return (
    <section aria-label={t.calendar}>
      <MonthBar to="/promotions" month={month} words={t} />
      {offers.isPending && <RowsLoading />}
      {!offers.data && <Problem error={offers.error} retry={() => void offers.refetch()} />}
      {offers.data && rows.length === 0 && <p className="mb-3 text-ink-2">{t.noneMonth}</p>}
      {rows.length > 0 && <Bars month={month} offers={rows} />}
      {rows.length > 0 && <Agenda offers={rows} />}
      {offers.data && <MoreButton pages={offers} />}
    </section>
  )
}

interface MonthProps {
  readonly month: Date
  readonly offers: readonly Offer[]
}
function Bars({ month, offers }: MonthProps) {
  const length = new Date(month.getFullYear(), month.getMonth() + 1, 0).getDate()
  const now = new Date()
  const today = now >= month && now < shift(month, 1) ? now.getDate() : null
  const columns = { gridTemplateColumns: `repeat(${length}, minmax(0, 1fr))` }
  return (
    <div className="hidden overflow-clip rounded-card border border-line bg-surface desk:block">
      <div className="grid border-b border-line" style={columns} aria-hidden="true">
        {Array.from({ length }, (_, i) => i + 1).map(day => (
          <span
            key={day}
            className={`num py-2 text-center text-caption ${day === today ? 'font-semibold text-ink' : 'text-ink-2'}`}
          >
            {number(day)}
          </span>
        ))}
      </div>
      <ul className="relative isolate m-0 grid list-none gap-1.5 p-0 py-2">
        {today !== null && (
          <li
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 -z-10 w-px bg-line-strong"
            style={{ insetInlineStart: `${((today - 0.5) / length) * 100}%` }}
          />
        )}
        {offers.map(o => (
          <li key={o.id} className="grid" style={columns}>
            <Bar offer={o} month={month} length={length} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const looks: Readonly<Record<Offer['standing'], string>> = {
  running: 'bg-ok/15 border-ok',
  planned: 'bg-sunk border-ink-3 border-dashed',
  paused: 'bg-sunk border-line',
  used_up: 'bg-sunk border-line',
  ended: 'bg-surface border-line',
}
/** From its first day of the month to its last. */
function Bar({ offer, month, length }: { offer: Offer; month: Date; length: number }) {
  const t = usePromotions()
  const [starts, ends] = [new Date(offer.starts), offer.ends ? new Date(new Date(offer.ends).getTime() - 1) : null]
  const next = shift(month, 1)
  const from = starts < month ? 1 : starts.getDate()
  const to = ends === null || ends >= next ? length : ends.getDate()
  const { text, lang } = textIn(offer.name)
  // The words stand in a bar that is long enough, else beside it, where there is more room.
  const inside = to - from >= 6
  const before = !inside && from > length / 2
  const place = inside ? `${from} / ${to + 1}` : before ? `1 / ${from}` : `${to + 1} / -1`
  const words = (
    <>
      <span lang={langTag(lang)} className="font-semibold">
        {text}
      </span>
      <span className="text-ink-2">
        {' '}
        · {givesOf(t, offer)} · {t.standings[offer.standing]}
      </span>
    </>
  )
  return (
    <>
      <Link
        to="/promotions/$offer"
        params={{ offer: offer.id }}
        className={`plain row-start-1 block h-9 rounded-chip border ${looks[offer.standing]}`}
        style={{ gridColumn: `${from} / ${to + 1}` }}
        aria-label={[text, givesOf(t, offer), t.standings[offer.standing]].join(' · ')}
      />
      <span
        aria-hidden="true"
        className={`pointer-events-none row-start-1 self-center truncate px-2 text-caption text-ink ${before ? 'text-end' : ''}`}
        style={{ gridColumn: place }}
      >
        {words}
      </span>
    </>
  )
}

/** The same on a phone, one below the other. */
function Agenda({ offers }: { offers: readonly Offer[] }) {
  return (
    <ul className="m-0 grid list-none gap-2 p-0 desk:hidden">
      {offers.map(o => (
        <li key={o.id} className="panel grid gap-1 !p-3">
          <div className="flex items-start justify-between gap-3">
            <OfferName offer={o} />
            <span className="flex-none">
              <OfferState offer={o} />
            </span>
          </div>
          <Gives offer={o} />
          <Span offer={o} />
        </li>
      ))}
    </ul>
  )
}

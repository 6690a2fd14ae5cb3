import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { Plus, Tag } from '../../ui/core/icons.tsx'
import { Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, Link, PageHead, TabLinks, useWords } from '../../ui/desk/index.ts'
import { Calendar } from './Calendar.tsx'
import { Gives, Left, OfferName, OfferState, Span } from './offer-parts.tsx'
import { isStanding, type Offer, type Standing, standings, useOffers } from './promotions-data.ts'

/** The shop's promotions as list and as calendar; the view stands in the address. */
export function PromotionsPage() {
  const t = usePromotions()
  const { view = 'all' } = useWords()
  const now = isStanding(view) || view === 'calendar' ? view : 'all'
  const tabs = [
    { key: 'all', label: t.all, search: {} },
    ...standings.map(s => ({ key: s as string, label: t.standings[s], search: { view: s } })),
    { key: 'calendar', label: t.calendar, search: { view: 'calendar' } },
  ]
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <Link to="/promotions/new" className="btn plain" data-kind="act">
          <Plus size={18} />
          {t.add}
        </Link>
      </PageHead>
      <TabLinks label={t.look} to="/promotions" tabs={tabs} now={now} />
      {now === 'calendar' ? <Calendar /> : <OfferList standing={isStanding(now) ? now : undefined} />}
    </>
  )
}

function OfferList({ standing }: { standing: Standing | undefined }) {
  const t = usePromotions()
  const offers = useOffers({ standing })
  const columns: Column<Offer>[] = [
    { key: 'name', head: t.name, cell: o => <OfferName offer={o} /> },
    { key: 'state', head: t.state, cell: o => <OfferState offer={o} /> },
    { key: 'gives', head: t.gives, cell: o => <Gives offer={o} /> },
    { key: 'time', head: t.time, cell: o => <Span offer={o} /> },
    { key: 'left', head: t.left, end: true, cell: o => <Left offer={o} /> },
  ]
  return (
    <DataTable
      pages={offers}
      label={t.title}
      columns={columns}
      rowKey={o => o.id}
      card={o => <Card offer={o} />}
      empty={<Empty icon={<Tag size={32} />} title={standing ? t.noneState : t.none} text={standing ? undefined : t.noneText} />}
    />
  )
}

function Card({ offer }: { offer: Offer }) {
  return (
    <div className="grid gap-2">
      <div className="flex items-start justify-between gap-3">
        <OfferName offer={offer} />
        <span className="flex-none">
          <OfferState offer={offer} />
        </span>
      </div>
      <Gives offer={offer} />
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-1">
        <Span offer={offer} />
        <Left offer={offer} />
      </div>
    </div>
  )
}

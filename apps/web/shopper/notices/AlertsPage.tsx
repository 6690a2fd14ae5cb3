import { Link } from '@tanstack/react-router'
import { api, ask } from '../../client/api.ts'
import type { ProductCard } from '../../client/types.ts'
import { ago, money, said } from '../../i18n/format.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Bell, X } from '../../ui/core/icons.tsx'
import { Button, Empty, IconButton, Money, Skeleton, Thumb, toast } from '../../ui/core/index.ts'
import { List } from '../parts/List.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { usePages } from '../parts/pages.ts'
import { useCards } from '../parts/use-cards.ts'
import { type Alert, type AlertOn, setAlert } from './alerts.ts'

/** What I wait for, and what I was told of lately. */
export function AlertsPage() {
  const t = useNoticeWords().alerts
  const pages = usePages<Alert>(['alerts', 'list'], cursor =>
    ask(api.GET('/v1/me/alerts', { params: { query: { limit: 24, ...cursor } } })),
  )
  const cards = useCards([...new Set(pages.items.map(a => a.product))])
  const byId = new Map(cards.data?.map(c => [c.id, c]))
  return (
    <>
      <PageHead title={t.title} back />
      <div className="page pb-10">
        <List
          pages={pages}
          waiting={<Waiting />}
          empty={
            <Empty
              icon={<Bell size={32} />}
              title={t.empty}
              text={t.emptyText}
              action={
                <Link to="/mall" className="btn" data-kind="plain">
                  {t.toMall}
                </Link>
              }
            />
          }
        >
          <ul className="divide-y divide-line">
            {pages.items.map(a => (
              <li key={`${a.kind}${a.product}${a.variant}`}>
                <Row alert={a} card={byId.get(a.product)} known={cards.data !== undefined} />
              </li>
            ))}
          </ul>
        </List>
      </div>
    </>
  )
}

const onOf = (a: Alert): AlertOn =>
  a.kind === 'restock'
    ? { kind: 'restock', product: a.product, variant: a.variant ?? '' }
    : { kind: 'price_drop', product: a.product }

function Row({ alert, card, known }: { alert: Alert; card: ProductCard | undefined; known: boolean }) {
  const all = useNoticeWords()
  const t = all.alerts
  const name = card ? said(card.name) : known ? all.gone : ''
  const choice = alert.choice.map(said).join(' · ')
  const waits = alert.kind === 'restock' ? t.waitsRestock(choice) : t.waitsPrice(alert.base ? money(alert.base) : '')
  return (
    <div className="flex min-h-20 items-center gap-3 py-3">
      <Link to="/product/$product" params={{ product: alert.product }} className="flex min-w-0 flex-1 items-center gap-3">
        <Thumb
          src={card?.picture ?? undefined}
          hash={card?.thumbhash}
          width={56}
          height={56}
          className="size-14 flex-none rounded-thumb"
        />
        <span className="grid min-w-0 gap-0.5">
          <span className="line-clamp-2 font-medium">{name}</span>
          <span className="text-meta text-ink-2">{alert.fired ? t.fired(ago(alert.fired)) : waits}</span>
          {card?.price && alert.kind === 'price_drop' && <Money of={card.price} className="text-meta font-semibold" />}
        </span>
      </Link>
      {alert.fired && card && (alert.kind === 'price_drop' || card.available === 0) && (
        <Button size="small" style={{ minHeight: 44 }} onClick={() => void setAlert(onOf(alert), true)}>
          {t.again}
        </Button>
      )}
      <IconButton
        label={t.stop(name)}
        className="-me-2.5"
        onClick={() => void setAlert(onOf(alert), false).then(done => done && toast(t.stopped))}
      >
        <X size={20} />
      </IconButton>
    </div>
  )
}

function Waiting() {
  return (
    <div className="grid gap-3 pt-2" aria-busy="true">
      {[1, 2, 3].map(i => (
        <Skeleton key={i} className="h-18" />
      ))}
    </div>
  )
}

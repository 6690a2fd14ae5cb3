import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, ask } from '../../client/api.ts'
import { useMe } from '../../client/me.ts'
import type { ProductCard as Card, ShopCard } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Avatar, Skeleton } from '../../ui/core/index.ts'
import { ProductCard } from '../parts/ProductCard.tsx'

const strip = 'hide-scroll -mx-4 flex gap-3 overflow-x-auto scroll-px-4 px-4'
const slot = 'w-[148px] flex-none desk:w-[196px]'

export const useMallHome = (enabled: boolean) =>
  useQuery({ queryKey: ['mall-home'], queryFn: () => ask(api.GET('/v1/mall/home')), staleTime: 60_000, enabled })

/** What is new, what became cheaper, which shops there are. While it loads each shelf has its height; one with nothing on it is left out. */
export function HomeShelves({ home }: { home: ReturnType<typeof useMallHome> }) {
  const t = useNoticeWords().shelves
  const personalised = useMe()?.personalised ?? true
  // The grid below says what is wrong; a second box would say it twice.
  if (home.isError && !home.data) return null
  return (
    <div className="mb-6 grid grid-cols-[minmax(0,1fr)] gap-7" aria-busy={home.isPending}>
      <Shelf title={t.fresh} aside={<AllLink label={t.all} />} waiting={!home.data}>
        {home.data && <Products cards={home.data.fresh} />}
      </Shelf>
      {home.data && home.data.lowered.length > 0 && (
        <Shelf title={t.lowered} note={t.loweredText} waiting={false}>
          <Products cards={home.data.lowered} />
        </Shelf>
      )}
      {home.data && home.data.shops.length > 0 && (
        <Shelf title={t.shops} waiting={false}>
          <Shops shops={home.data.shops} />
        </Shelf>
      )}
      <h2 className="-mb-3 text-lead font-semibold">{personalised ? t.forYou : t.everything}</h2>
    </div>
  )
}

function AllLink({ label }: { label: string }) {
  return (
    <Link to="/mall" search={{ sort: 'new' }} className="grid min-h-11 place-items-center px-2 text-meta font-semibold text-link">
      {label}
    </Link>
  )
}

interface ShelfProps {
  readonly title: string
  readonly note?: string
  readonly aside?: ReactNode
  readonly waiting: boolean
  readonly children: ReactNode
}
function Shelf({ title, note, aside, waiting, children }: ShelfProps) {
  return (
    <section>
      <div className="flex min-h-11 items-center gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-lead font-semibold">{title}</h2>
          {note && <p className="pb-2 text-meta text-ink-2">{note}</p>}
        </div>
        {aside}
      </div>
      {waiting ? (
        <div className={strip}>
          {[1, 2, 3, 4, 5, 6].map(i => (
            <div key={i} className={`${slot} grid content-start gap-2`}>
              <Skeleton ratio={1} className="rounded-card" />
              <Skeleton className="h-[88px]" />
            </div>
          ))}
        </div>
      ) : (
        children
      )}
    </section>
  )
}

function Products({ cards }: { cards: readonly Card[] }) {
  return (
    <ul className={strip}>
      {cards.map(card => (
        <li key={card.id} className={slot}>
          <ProductCard card={card} />
        </li>
      ))}
    </ul>
  )
}

function Shops({ shops }: { shops: readonly ShopCard[] }) {
  return (
    <ul className={strip}>
      {shops.map(shop => {
        const name = textIn(shop.name)
        return (
          <li key={shop.id} className="w-24 flex-none">
            <Link to="/shop/$slug" params={{ slug: shop.slug }} className="grid justify-items-center gap-2 py-1 text-center">
              <Avatar name={name.text} src={shop.picture} size={64} />
              <span lang={langTag(name.lang)} className="line-clamp-2 text-meta">
                {name.text}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

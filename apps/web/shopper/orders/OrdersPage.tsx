import { Link } from '@tanstack/react-router'
import { api, ask } from '../../client/api.ts'
import type { Order } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { date, dateRange, textIn } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { ChevronRight, ShoppingBag } from '../../ui/core/icons.tsx'
import { Empty, Money, Skeleton, Thumb } from '../../ui/core/index.ts'
import { List } from '../parts/List.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { usePages } from '../parts/pages.ts'
import { isUnderWay, statusKey } from './status.ts'

export function OrdersPage() {
  const t = useMore()
  const pages = usePages(['orders'], cursor => ask(api.GET('/v1/me/orders', { params: { query: { limit: 20, ...cursor } } })))
  return (
    <>
      <PageHead title={t.orders.title} />
      <div className="page">
        <List
          pages={pages}
          waiting={<Waiting />}
          empty={
            <Empty
              icon={<ShoppingBag size={36} />}
              title={t.orders.empty}
              text={t.orders.emptyText}
              action={
                <Link to="/mall" className="btn" data-kind="act">
                  {t.cart.toMall}
                </Link>
              }
            />
          }
        >
          <ul className="divide-y divide-line">
            {pages.items.map(order => (
              <Row key={order.id} order={order} />
            ))}
          </ul>
        </List>
      </div>
    </>
  )
}

function Waiting() {
  return (
    <div className="grid gap-3 py-3" aria-busy="true">
      {[0, 1, 2, 3].map(i => (
        <Skeleton key={i} className="h-[104px]" />
      ))}
    </div>
  )
}

function Row({ order }: { order: Order }) {
  const t = useMore().orders
  const shop = textIn(order.shop.name)
  const pieces = order.lines.reduce((n, l) => n + l.quantity, 0)
  const [first] = order.lines
  const name = first && textIn(first.name)
  return (
    <li>
      <Link to="/orders/$order" params={{ order: order.id }} className="flex items-center gap-3 py-4">
        <span className="flex w-[72px] flex-none">
          <Thumb src={first?.picture ?? undefined} width={72} height={72} className="size-[72px] rounded-thumb" />
        </span>
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className={isUnderWay(order) ? 'font-semibold text-ok' : 'font-semibold text-ink-2'}>
            {t.status[statusKey(order)]}
            {isUnderWay(order) && order.deliverBetween && (
              <span className="font-normal text-ink-2">
                {' '}
                · {t.arrives(dateRange(order.deliverBetween.from, order.deliverBetween.to))}
              </span>
            )}
          </span>
          <span lang={langTag(name?.lang)} className="truncate font-medium">
            {name?.text}
          </span>
          <span className="truncate text-meta text-ink-2">
            <span lang={langTag(shop.lang)}>{shop.text}</span> · {t.items(pieces)} · <Money of={order.total} />
          </span>
          <span className="text-meta text-ink-3">{date(order.placed)}</span>
        </span>
        <ChevronRight size={18} className="text-ink-3" />
      </Link>
    </li>
  )
}

import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useMe } from '../../client/me.ts'
import type { Order } from '../../client/types.ts'
import { intlTag, langTag, language } from '../../i18n/core.ts'
import { date, dateRange, said, textIn } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { ChevronRight, Store } from '../../ui/core/icons.tsx'
import { ErrorBox, Money, Skeleton, Thumb } from '../../ui/core/index.ts'
import { Sums } from '../../ui/sums/Sums.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { Actions } from './Actions.tsx'
import { AskRow } from './AskRow.tsx'
import { Parcels } from './Parcels.tsx'
import { PriceProtection } from './PriceProtection.tsx'
import { Returns } from './Returns.tsx'
import { statusKey } from './status.ts'
import { Timeline } from './Timeline.tsx'
import { useAsks, useOrder, type Which } from './use-order.ts'

export function OrderPage() {
  const t = useMore().orders
  const { order: id } = useParams({ from: '/orders/$order' })
  const { key } = useSearch({ from: '/orders/$order' })
  const which: Which = { id, linkKey: key }
  const order = useOrder(which)
  return (
    <>
      <PageHead title={order.data ? t.number(order.data.number) : t.title} back />
      <div className="page pb-10">
        {order.data ? (
          <Full order={order.data} which={which} />
        ) : order.isError ? (
          <ErrorBox error={order.error} retry={() => void order.refetch()} />
        ) : (
          <Skeleton className="mt-3 h-[60dvh]" />
        )}
      </div>
    </>
  )
}

function Full({ order, which }: { order: Order; which: Which }) {
  const t = useMore().orders
  const me = useMe()
  const shop = textIn(order.shop.name)
  return (
    <div className="grid gap-7">
      <section className="grid gap-1">
        <h2 className="text-heading font-semibold">{t.status[statusKey(order)]}</h2>
        {order.deliverBetween && !['delivered', 'returned'].includes(order.fulfilment) && order.state === 'open' && (
          <p className="text-lead text-ink-2">{t.arrives(dateRange(order.deliverBetween.from, order.deliverBetween.to))}</p>
        )}
        <p className="text-meta text-ink-3">{t.placed(date(order.placed))}</p>
      </section>
      <Actions order={order} which={which} />
      <PriceProtection order={order} which={which} />
      <Returns order={order} which={which} />
      <Parcels order={order} which={which} />
      <Lines order={order} which={which} />
      <Timeline order={order} />
      {order.address && (
        <section>
          <h3 className="mb-1 font-semibold">{t.address}</h3>
          <address className="whitespace-pre-line text-ink-2 not-italic">
            {order.address.name}
            {'\n'}
            {[...new Set([order.address.postcode, order.address.region, order.address.city, order.address.line])].join(' ')}
            {'\n'}
            {new Intl.DisplayNames([intlTag()], { type: 'region' }).of(order.address.country)}
            {'\n'}
            {order.address.phone}
          </address>
          {order.delivery && <p className="mt-1 text-ink-2">{said(order.delivery.name)}</p>}
        </section>
      )}
      <Link to="/shop/$slug" params={{ slug: order.shop.slug }} className="flex min-h-12 items-center gap-3 border-y border-line">
        <Store size={20} />
        <span className="flex-1">
          {t.shop}: <span lang={langTag(shop.lang)}>{shop.text}</span>
        </span>
        <ChevronRight size={18} className="text-ink-3" />
      </Link>
      {which.linkKey && me?.member === false && <p className="text-meta text-ink-2">{t.guest}</p>}
    </div>
  )
}

/** A file of the server, in the reader's language. */
function invoiceOf({ id }: Order, { linkKey }: Which): string {
  const words = new URLSearchParams({ language: language(), ...(linkKey && { key: linkKey }) })
  return `/v1/orders/${id}/invoice.pdf?${words}`
}

function Lines({ order, which }: { order: Order; which: Which }) {
  const t = useMore().orders
  const r = useReturns()
  const asks = useAsks(order.id, order.can.includes('review'))
  return (
    <section>
      <h3 className="mb-1 font-semibold">{t.lines}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {order.lines.map(line => {
          const name = textIn(line.name)
          const asked = asks.data?.find(a => a.line === line.id)
          return (
            <li key={line.id} className="py-4">
              <Link to="/product/$product" params={{ product: line.product }} className="flex gap-3">
                <Thumb src={line.picture ?? undefined} width={72} height={72} className="size-[72px] rounded-thumb" />
                <span className="min-w-0 flex-1">
                  <span lang={langTag(name.lang)} className="block font-medium">
                    {name.text}
                  </span>
                  <span className="block text-meta text-ink-2">
                    {[
                      ...line.choice.map(said),
                      t.times(line.quantity),
                      ...(line.cancelled > 0 ? [r.lineCancelled(line.cancelled)] : []),
                      ...(line.returned > 0 ? [r.lineReturned(line.returned)] : []),
                    ].join(' · ')}
                  </span>
                </span>
                <Money of={line.total} className="font-semibold" />
              </Link>
              {order.can.includes('review') && <AskRow line={line} asked={asked} />}
            </li>
          )
        })}
      </ul>
      <div className="pt-3">
        <Sums orders={[order]} total={order.total} />
      </div>
      {order.payment !== 'none' && (
        <a
          href={invoiceOf(order, which)}
          target="_blank"
          rel="noreferrer"
          className="mt-2 inline-flex min-h-11 items-center underline"
        >
          {r.invoice}
        </a>
      )}
    </section>
  )
}

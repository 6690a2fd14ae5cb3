import { useQuery } from '@tanstack/react-query'
import type { Order } from '../../client/types.ts'
import { intlTag, language } from '../../i18n/core.ts'
import { dateRange, money, textIn } from '../../i18n/format.ts'
import { useStudioDesk } from '../../i18n/studio/desk/index.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useSums } from '../../i18n/sums/index.ts'
import { ArrowLeft } from '../../ui/core/icons.tsx'
import { Button, Thumb, toast } from '../../ui/core/index.ts'
import { Link, PageHead, Panel, Problem, RowsLoading, Time, useParam } from '../../ui/desk/index.ts'
import { Sums } from '../../ui/sums/Sums.tsx'
import { timelineNote } from '../../ui/sums/timeline-note.ts'
import { OrderDeclaration } from '../declarations/OrderDeclaration.tsx'
import { addressLines } from './address-lines.ts'
import { OrderActions } from './OrderActions.tsx'
import { OrderState } from './OrdersPage.tsx'
import { orderQuery } from './orders-data.ts'
import { Parcels } from './Parcels.tsx'

export function OrderPage() {
  const t = useT()
  const f = useFulfil()
  const id = useParam('order')
  const order = useQuery({ ...orderQuery(id), refetchInterval: 15_000 })
  const back = (
    <Link to="/orders" className="mb-3 inline-flex items-center gap-1">
      <ArrowLeft size={16} />
      {t.orders.title}
    </Link>
  )
  if (!order.data)
    return (
      <>
        {back}
        {order.error ? <Problem error={order.error} retry={() => void order.refetch()} /> : <RowsLoading />}
      </>
    )
  const o = order.data
  return (
    <>
      {back}
      <PageHead
        title={t.order.title(o.number)}
        note={
          <span className="flex flex-wrap items-center gap-x-3">
            <OrderState order={o} />
            <span>{t.orders.payment[o.payment]}</span>
            <Time at={o.placed} />
          </span>
        }
      />
      <Problem error={order.error} retry={() => void order.refetch()} className="mb-4" />
      {o.returnRequest && (
        <Panel className="mb-4" title={t.order.asked} aside={<Time at={o.returnRequest.at} className="text-meta text-ink-2" />}>
          <p className="whitespace-pre-line">{o.returnRequest.reason}</p>
          <Link to="/returns/$order" params={{ order: o.id }} className="mt-2 inline-block">
            {f.answer}
          </Link>
        </Panel>
      )}
      <OrderActions order={o} />
      <Papers order={o} />
      <OrderDeclaration order={o} />
      <div className="mt-4 grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_320px]">
        <div className="grid gap-4">
          <Lines order={o} />
          <Parcels order={o} />
          <Timeline order={o} />
        </div>
        <div className="grid gap-4">
          <AddressBox order={o} />
          <Dates order={o} />
          <Amounts order={o} />
        </div>
      </div>
    </>
  )
}

function Papers({ order: o }: { order: Order }) {
  const m = useStudioDesk()
  const f = useFulfil()
  return (
    <div className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
      <Link to="/orders/slips" search={{ ids: o.id }}>
        {m.slip.slip}
      </Link>
      {o.payment !== 'none' && (
        <a href={`/v1/orders/${o.id}/invoice.pdf?language=${language()}`} target="_blank" rel="noreferrer">
          {f.invoice}
        </a>
      )}
      {o.returns.length > 0 && !o.returnRequest && (
        <Link to="/returns/$order" params={{ order: o.id }}>
          {f.returns}
        </Link>
      )}
    </div>
  )
}

function Lines({ order }: { order: Order }) {
  const t = useT()
  return (
    <Panel title={t.order.lines}>
      <ul>
        {order.lines.map(l => {
          const name = textIn(l.name)
          const choice = l.choice.map(c => textIn(c).text).filter(Boolean)
          return (
            <li key={l.id} className="flex gap-3 border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
              <Thumb src={l.picture ?? undefined} className="size-14 flex-none rounded-thumb" />
              <div className="min-w-0 flex-1">
                <Link to="/products/$product" params={{ product: l.product }} lang={name.lang}>
                  {name.text}
                </Link>
                <div className="text-meta text-ink-2">{choice.join(' · ')}</div>
                <div className="text-caption text-ink-3">
                  {t.order.sku} {l.sku}
                </div>
              </div>
              <div className="num text-end whitespace-nowrap">
                <div className="font-semibold">{money(l.total)}</div>
                <div className="text-meta text-ink-2">
                  {money(l.unit)} × {l.quantity}
                </div>
                {l.protected.minor !== '0' && (
                  <div className="text-meta text-ink-2">
                    {t.order.protectedGiven} −{money(l.protected)}
                  </div>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function Timeline({ order }: { order: Order }) {
  const t = useT()
  const words: Readonly<Record<string, string>> = t.order.happened
  return (
    <Panel title={t.order.timeline}>
      <ol className="grid gap-0">
        {order.timeline.toReversed().map(e => (
          <li key={`${e.at} ${e.what}`} className="relative flex gap-3 pb-4 last:pb-0">
            <span
              aria-hidden="true"
              className="mt-[6px] size-2 flex-none rounded-full bg-ink-3 after:absolute after:top-[14px] after:-bottom-[6px] after:start-[3px] after:w-[2px] after:bg-line [li:last-child>&]:after:hidden"
            />
            <div className="min-w-0">
              <div className="font-medium">{words[e.what] ?? t.order.happened.other}</div>
              <div className="text-ink-2 [overflow-wrap:anywhere]">{timelineNote(e.what, e.note)}</div>
              <Time at={e.at} className="text-caption text-ink-3" />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function AddressBox({ order }: { order: Order }) {
  const t = useT()
  if (!order.address) return <Panel title={t.order.address}>{t.order.noAddress}</Panel>
  const lines = addressLines(order.address, intlTag())
  const copy = async () => {
    await navigator.clipboard.writeText(lines.join('\n'))
    toast(t.order.copied)
  }
  return (
    <Panel title={t.order.address}>
      <address className="not-italic">
        {lines.map(l => (
          <div key={l}>{l}</div>
        ))}
        <div className="mt-2 grid justify-items-start text-meta text-ink-2">
          <a href={`tel:${order.address.phone.replace(/[^+\d]/g, '')}`} className="inline-block py-1">
            {order.address.phone}
          </a>
          <a href={`mailto:${order.address.email}`} className="inline-block py-1 break-all">
            {order.address.email}
          </a>
        </div>
      </address>
      <Button size="small" className="mt-3" onClick={() => void copy()}>
        {t.order.copy}
      </Button>
    </Panel>
  )
}

function Dates({ order }: { order: Order }) {
  const t = useT()
  const sums = useSums()
  const protectedUntil = order.protection?.until
  if (!order.deliverBetween && !order.returnBy && !order.delivery && !protectedUntil) return null
  return (
    <Panel title={t.order.parcel}>
      <dl className="m-0 grid gap-2">
        {order.delivery && (
          <Fact name={sums.way}>
            {textIn(order.delivery.name).text}
            {order.delivery.way !== 'domestic' && (
              <span className="block text-meta text-ink-2">{sums.ways[order.delivery.way]}</span>
            )}
          </Fact>
        )}
        {order.deliverBetween && (
          <Fact name={t.order.between}>{dateRange(order.deliverBetween.from, order.deliverBetween.to)}</Fact>
        )}
        {order.returnBy && (
          <Fact name={t.order.returnBy}>
            <Time at={order.returnBy} as="date" />
          </Fact>
        )}
        {protectedUntil && (
          <Fact name={t.order.protectedUntil}>
            <Time at={protectedUntil} as="date" />
          </Fact>
        )}
      </dl>
    </Panel>
  )
}
const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt className="text-meta text-ink-2">{name}</dt>
    <dd className="m-0">{children}</dd>
  </div>
)

function Amounts({ order }: { order: Order }) {
  const t = useT()
  return (
    <Panel title={t.order.money}>
      <Sums orders={[order]} total={order.total} />
    </Panel>
  )
}

import { useQueries } from '@tanstack/react-query'
import type { Order } from '../../client/types.ts'
import { intlTag } from '../../i18n/core.ts'
import { date, number, said, textIn } from '../../i18n/format.ts'
import { useStudioDesk } from '../../i18n/studio/desk/index.ts'
import { ArrowLeft } from '../../ui/core/icons.tsx'
import { Button, Empty } from '../../ui/core/index.ts'
import { Link, PageHead, RowsLoading, useWords } from '../../ui/desk/index.ts'
import { addressLines } from './address-lines.ts'
import { orderQuery } from './orders-data.ts'

/** A slip a sheet for the orders that the address names: no price on it, because a parcel may be a gift. Print gives the slips alone. */
export function SlipsPage() {
  const m = useStudioDesk()
  const ids = [...new Set((useWords().ids ?? '').split('.').filter(id => /^ord_[0-9a-z]{6,40}$/.test(id)))].slice(0, 100)
  const found = useQueries({ queries: ids.map(id => ({ ...orderQuery(id), staleTime: 60_000 })) })
  const orders = found.flatMap(q => q.data ?? [])
  const lost = found.filter(q => q.isError).length
  return (
    <>
      <div className="no-print">
        <Link to="/orders" className="mb-3 inline-flex items-center gap-1">
          <ArrowLeft size={16} />
          {m.slip.back}
        </Link>
        <PageHead title={m.slip.title} note={orders.length > 0 ? m.orders(orders.length) : undefined}>
          <Button kind="act" disabled={orders.length === 0} onClick={() => print()}>
            {m.slip.print}
          </Button>
        </PageHead>
        {found.some(q => q.isPending) && <RowsLoading />}
        {ids.length === 0 && <Empty title={m.slip.none} />}
        {lost > 0 && (
          <p role="alert" className="mb-3 text-danger">
            {m.slip.missing(lost)}
          </p>
        )}
      </div>
      <div className="slips">
        {orders.map(o => (
          <Slip key={o.id} order={o} />
        ))}
      </div>
    </>
  )
}

function Slip({ order }: { order: Order }) {
  const m = useStudioDesk().slip
  const pieces = order.lines.reduce((n, l) => n + l.quantity, 0)
  return (
    <article className="slip" aria-label={`${m.order} ${order.number}`}>
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-title">{m.slip}</h2>
        <span className="num">
          {m.order} <b>{order.number}</b> · {m.placed} {date(order.placed)}
        </span>
      </header>
      <div className="my-5 grid grid-cols-2 gap-6">
        <section>
          <h3 className="text-meta text-ink-2">{m.to}</h3>
          {order.address && addressLines(order.address, intlTag()).map(l => <div key={l}>{l}</div>)}
          <div className="num">{order.address?.phone}</div>
        </section>
        <section>
          <h3 className="text-meta text-ink-2">{m.from}</h3>
          <div>{said(order.shop.name)}</div>
        </section>
      </div>
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">{m.item}</th>
            <th scope="col">{m.sku}</th>
            <th scope="col" data-end="">
              {m.quantity}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map(l => {
            const name = textIn(l.name)
            const choice = l.choice.map(said).filter(Boolean).join(' · ')
            return (
              <tr key={l.id}>
                <td lang={name.lang}>
                  {name.text}
                  {choice && <span className="block text-meta text-ink-2">{choice}</span>}
                </td>
                <td className="num">{l.sku}</td>
                <td data-end="" className="num font-semibold">
                  {number(l.quantity)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="mt-4 flex justify-between gap-4">
        <span>{m.thanks}</span>
        <span className="num font-semibold">{m.pieces(pieces)}</span>
      </p>
    </article>
  )
}

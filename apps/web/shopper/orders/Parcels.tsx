import type { Parcel } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { date, textIn } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Truck } from '../../ui/core/icons.tsx'
import { Button, toast } from '../../ui/core/index.ts'
import { useDeed, type Which } from './use-order.ts'

/** Each parcel with what is in it, who carries it and where it is. */
export function Parcels({ order, which }: { order: Order; which: Which }) {
  const t = useReturns()
  const shown = order.parcels.filter(p => p.state !== 'dropped')
  if (shown.length === 0) return null
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{shown.length > 1 ? t.parcels : t.parcel(1, 1)}</h3>
      <ul className="grid gap-2">
        {shown.map((p, i) => (
          <Row key={p.id} order={order} parcel={p} title={t.parcel(i + 1, shown.length)} which={which} />
        ))}
      </ul>
    </section>
  )
}

function Row({ order, parcel, title, which }: { order: Order; parcel: Parcel; title: string; which: Which }) {
  const t = useReturns()
  const m = useMore().orders
  const here = useDeed(which, m.received)
  const when = parcel.deliveredAt ?? parcel.shippedAt
  const several = order.parcels.filter(p => p.state === 'shipped').length > 1
  const goods = parcel.contents.flatMap(c => {
    const line = order.lines.find(l => l.id === c.line)
    return line ? [t.pieces(textIn(line.name).text, c.quantity)] : []
  })
  const copy = async () => {
    await navigator.clipboard.writeText(parcel.tracking ?? '')
    toast(m.copied)
  }
  return (
    <li className="grid gap-2 rounded-card bg-sunk p-4">
      <div className="flex items-start gap-3">
        <Truck className="mt-0.5 flex-none" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">
            {parcel.replaces ? t.replacement : title} · {t.parcelStates[parcel.state]}
          </p>
          <p className="text-meta text-ink-2">{[goods.join(', '), ...(when ? [date(when)] : [])].join(' · ')}</p>
          {parcel.carrier && (
            <p className="text-meta">
              {parcel.carrier} {parcel.tracking && <span className="num [overflow-wrap:anywhere]">{parcel.tracking}</span>}
            </p>
          )}
        </div>
        {parcel.tracking && (
          <Button aria-label={t.copy(parcel.tracking)} onClick={() => void copy()}>
            {m.copy}
          </Button>
        )}
      </div>
      {several && parcel.state === 'shipped' && order.can.includes('receive') && (
        <Button busy={here.isPending} onClick={() => here.mutate({ kind: 'receive_parcel', parcel: parcel.id })}>
          {t.here}
        </Button>
      )}
      {here.error && (
        <p role="alert" className="text-danger">
          {errorText(here.error)}
        </p>
      )}
    </li>
  )
}

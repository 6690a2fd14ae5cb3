import type { Order } from '../../client/types.ts'
import { dateTime, money } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Truck } from '../../ui/core/icons.tsx'
import { Button, cx, toast } from '../../ui/core/index.ts'

/** What happened, newest last, on one thread. */
export function Timeline({ order }: { order: Order }) {
  const t = useMore().orders
  const words: Readonly<Record<string, string>> = t.what
  return (
    <section>
      <h3 className="mb-3 font-semibold">{t.timeline}</h3>
      <ol className="relative ms-[5px] border-s-2 border-line">
        {order.timeline.map((step, i) => {
          const last = i === order.timeline.length - 1
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a timeline only grows at its end
            <li key={i} className="relative ps-5 pb-4 last:pb-0">
              <span className={cx('absolute -start-[7px] top-1.5 size-3 rounded-full', last ? 'bg-p5' : 'bg-line-strong')} />
              <p className={last ? 'font-semibold' : 'text-ink-2'}>{words[step.what] ?? t.what.other}</p>
              {step.note && <p className="text-meta text-ink-2">{noteOf(step.what, step.note)}</p>}
              <time dateTime={step.at} className="num text-meta text-ink-3">
                {dateTime(step.at)}
              </time>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
/** A refund's note is its sum as the ledger writes it: minor units and currency. */
function noteOf(what: string, note: string): string {
  const sum = /^(\d+) ([A-Z]{3})$/.exec(note)
  return what === 'refunded' && sum?.[1] && sum[2] ? money({ minor: sum[1], currency: sum[2] }) : note
}

export function Parcel({ order }: { order: Order }) {
  const t = useMore().orders
  if (!order.carrier) return null
  const copy = async () => {
    await navigator.clipboard.writeText(order.tracking ?? '')
    toast(t.copied)
  }
  return (
    <section className="flex items-center gap-3 rounded-card bg-sunk p-4">
      <Truck />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{order.carrier}</p>
        {order.tracking && (
          <p className="num truncate text-meta text-ink-2">
            {t.tracking} {order.tracking}
          </p>
        )}
      </div>
      {order.tracking && <Button onClick={() => void copy()}>{t.copy}</Button>}
    </section>
  )
}

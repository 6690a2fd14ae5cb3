import type { Order } from '../../client/types.ts'
import { money, said } from '../../i18n/format.ts'
import { useSums } from '../../i18n/sums/index.ts'
import { ChevronDown } from '../core/icons.tsx'

/** Behind a disclosure: under which rule the parcel crosses the border, and duty and taxes of every line. */
export function HowCounted({ order, trade }: { order: Order; trade: NonNullable<Order['trade']> }) {
  const t = useSums()
  const notices: Readonly<Record<string, string>> = t.notices
  return (
    <details className="text-meta">
      <summary className="flex min-h-11 cursor-pointer items-center gap-1 font-semibold text-link">
        {t.how}
        <ChevronDown size={16} className="flex-none [[open]>summary>&]:rotate-180" />
      </summary>
      <div className="grid gap-3 pb-2">
        <p>
          <b className="font-semibold">{`${t.way}: ${t.ways[trade.mode]}`}</b>
          <span className="block text-ink-2">{t.waysText[trade.mode]}</span>
        </p>
        <ul className="m-0 grid list-none gap-3 p-0">
          {order.lines.map((line, i) => {
            const part = trade.lines[i]
            if (!part) return null
            const taxes = [
              [t.duty, part.duty],
              [t.excise, part.excise],
              [t.vat, part.vat],
            ] as const
            return (
              <li key={line.id}>
                <span className="block">{said(line.name)}</span>
                <span className="num block text-ink-2">{t.hs(part.hs)}</span>
                <dl className="m-0 mt-1 grid gap-0.5">
                  {taxes.map(([name, amount]) => (
                    <div key={name} className="flex justify-between gap-4">
                      <dt className="text-ink-2">{name}</dt>
                      <dd className="num m-0">{amount.minor === '0' ? t.none : money(amount)}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            )
          })}
        </ul>
        {trade.notices.length > 0 && (
          <ul className="m-0 grid list-disc gap-1 ps-5 text-ink-2">
            {trade.notices.flatMap(n => (notices[n] ? [<li key={n}>{notices[n]}</li>] : []))}
          </ul>
        )}
      </div>
    </details>
  )
}

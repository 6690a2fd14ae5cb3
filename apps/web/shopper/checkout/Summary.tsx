import type { Checkout } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { money, said, textIn } from '../../i18n/format.ts'
import { Thumb } from '../../ui/core/index.ts'
import { Sums } from '../../ui/sums/Sums.tsx'

/** What is bought, by shop, with its pictures and choices. */
export function Lines({ checkout }: { checkout: Checkout }) {
  return (
    <ul className="grid gap-3">
      {checkout.orders.flatMap(order =>
        order.lines.map(line => {
          const name = textIn(line.name)
          return (
            <li key={line.id} className="flex gap-3">
              <Thumb src={line.picture ?? undefined} className="size-16 flex-none rounded-thumb" loading="eager" />
              <div className="min-w-0 flex-1">
                <div className="line-clamp-2 font-semibold" lang={langTag(name.lang)}>
                  {name.text}
                </div>
                <div className="text-meta text-ink-2">
                  {[...line.choice.map(said), said(order.shop.name)].filter(Boolean).join(' · ')}
                </div>
              </div>
              <div className="num text-end">
                <div className="font-semibold">{money(line.total)}</div>
                <div className="text-meta text-ink-2">
                  {money(line.unit)} × {line.quantity}
                </div>
              </div>
            </li>
          )
        }),
      )}
    </ul>
  )
}

export function Summary({ checkout }: { checkout: Checkout }) {
  return (
    <aside className="grid content-start gap-5 rounded-card border border-line bg-surface p-5">
      <Lines checkout={checkout} />
      <hr className="border-line" />
      <Sums orders={checkout.orders} total={checkout.total} />
    </aside>
  )
}

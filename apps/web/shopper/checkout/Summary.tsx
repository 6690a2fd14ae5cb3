import type { Money as Amount, Checkout, Order } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { addMoney, money, said, textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Thumb } from '../../ui/core/index.ts'

export const sumOf = (orders: readonly Order[], of: (order: Order) => Amount): Amount | null =>
  orders.map(of).reduce<Amount | null>((sum, next) => (sum ? addMoney(sum, next) : next), null)

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

export function Totals({ checkout }: { checkout: Checkout }) {
  const t = useT().checkout
  const subtotal = sumOf(checkout.orders, o => o.subtotal)
  const shipping = sumOf(checkout.orders, o => o.shipping)
  const tax = sumOf(checkout.orders, o => o.tax)
  const row = 'flex justify-between gap-4'
  return (
    <dl className="num grid gap-1">
      {subtotal && (
        <div className={row}>
          <dt className="text-ink-2">{t.subtotal}</dt>
          <dd>{money(subtotal)}</dd>
        </div>
      )}
      {shipping && (
        <div className={row}>
          <dt className="text-ink-2">{t.shippingFee}</dt>
          <dd>{shipping.minor === '0' ? t.free : money(shipping)}</dd>
        </div>
      )}
      <div className="mt-2 flex items-baseline justify-between gap-4">
        <dt className="font-semibold">{t.total}</dt>
        <dd className="text-end">
          <span className="text-heading font-semibold tracking-[-.01em]">{money(checkout.total)}</span>
          {tax && tax.minor !== '0' && <span className="block text-meta text-ink-2">{t.taxInside(money(tax))}</span>}
        </dd>
      </div>
    </dl>
  )
}

export function Summary({ checkout }: { checkout: Checkout }) {
  return (
    <aside className="grid content-start gap-5 rounded-card border border-line bg-surface p-5">
      <Lines checkout={checkout} />
      <hr className="border-line" />
      <Totals checkout={checkout} />
    </aside>
  )
}

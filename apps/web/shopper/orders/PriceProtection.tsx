import type { Order } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { date, money, textIn } from '../../i18n/format.ts'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Button } from '../../ui/core/index.ts'
import { useDeed, useProtection, type Which } from './use-order.ts'

/** The shop's promise for this order: what is due now, taken with one tap; otherwise until when it runs, and what came of it. */
export function PriceProtection({ order, which }: { order: Order; which: Which }) {
  const t = useReturns().protection
  const s = useShared()
  const until = order.protection?.until ?? null
  const seen = useProtection(which, until !== null && order.state !== 'cancelled')
  const take = useDeed(which, t.done)
  if (!until || order.state === 'cancelled') return null
  const { amount, given, lines, standing } = seen.data ?? { amount: null, given: null, lines: [], standing: 'open' }
  const due = amount !== null && amount.minor !== '0'
  const open = standing === 'open'
  // What is over and brought nothing is no news.
  if (!open && given?.minor === '0') return null
  return (
    <section className="grid gap-3 rounded-card p-4 shadow-[inset_0_0_0_1px_var(--line-strong)]" aria-label={t.title}>
      <div className="grid gap-1">
        <h3 className="font-semibold">{due ? t.lower : t.title}</h3>
        <p className="text-meta text-ink-2">{due ? t.text(date(until)) : open ? t.quiet(date(until)) : t.ended(date(until))}</p>
        {given && given.minor !== '0' && <p className="text-meta text-ok">{t.had(money(given))}</p>}
      </div>
      {seen.isPending && (
        <p role="status" className="text-meta text-ink-2">
          {t.looking}
        </p>
      )}
      {seen.isError && (
        <p role="alert" className="flex flex-wrap items-center gap-x-3 text-danger">
          {errorText(seen.error)}
          <Button size="small" onClick={() => void seen.refetch()}>
            {s.retry}
          </Button>
        </p>
      )}
      {due && (
        <>
          <ul className="grid gap-2">
            {lines.map(l => (
              <Due key={l.line} order={order} due={l} />
            ))}
          </ul>
          <Button kind="act" size="big" busy={take.isPending} onClick={() => take.mutate({ kind: 'protect' })}>
            {t.take(money(amount))}
          </Button>
        </>
      )}
      {take.error && (
        <p role="alert" className="text-danger">
          {errorText(take.error)}
        </p>
      )}
    </section>
  )
}

type Line = NonNullable<ReturnType<typeof useProtection>['data']>['lines'][number]
function Due({ order, due }: { order: Order; due: Line }) {
  const t = useReturns().protection
  const line = order.lines.find(l => l.id === due.line)
  const name = line && textIn(line.name)
  return (
    <li className="flex items-baseline gap-3">
      <span className="min-w-0 flex-1">
        <span lang={name && langTag(name.lang)} className="block">
          {name?.text}
        </span>
        <span className="num block text-meta text-ink-2">{t.unit(money(due.was), money(due.low), due.pieces)}</span>
      </span>
      <span className="num font-semibold whitespace-nowrap">{money(due.amount)}</span>
    </li>
  )
}

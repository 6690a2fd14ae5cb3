import { useState } from 'react'
import { isOpen, type Returned, stepsOf } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { textIn } from '../../i18n/format.ts'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Button, Field, Sheet } from '../../ui/core/index.ts'
import { Steps } from './Timeline.tsx'
import { useDeed, type Which } from './use-order.ts'

/** What was asked back and what became of it, the last first. */
export function Returns({ order, which }: { order: Order; which: Which }) {
  return order.returns.toReversed().map(returned => <One key={returned.id} order={order} returned={returned} which={which} />)
}

function One({ order, returned: r, which }: { order: Order; returned: Returned; which: Which }) {
  const t = useReturns()
  const [sheet, setSheet] = useState<'withdraw' | 'send' | null>(null)
  const open = isOpen(r) && order.can.includes('move_return')
  const goods = r.lines.flatMap(p => {
    const line = order.lines.find(l => l.id === p.line)
    return line ? [t.pieces(textIn(line.name).text, p.quantity)] : []
  })
  const sends = open && r.state === 'approved'
  return (
    <section className="grid gap-3 rounded-card p-4 shadow-[inset_0_0_0_1px_var(--line-strong)]" aria-label={t.title[r.kind]}>
      <div>
        <h3 className="font-semibold">{t.title[r.kind]}</h3>
        <p role="status">
          {t.states[r.state]} {r.outcome && t.outcomes[r.outcome]}
        </p>
      </div>
      {r.refusal && (
        <p>
          {t.refusals[r.refusal.reason]} <span className="whitespace-pre-line">{r.refusal.note}</span>
        </p>
      )}
      {sends && r.kind !== 'claim' && <p className="text-ink-2">{t.wayBack[r.wayBack]}</p>}
      <p className="text-meta text-ink-2">
        {goods.join(', ')} · {t.reasons[r.reason]}
      </p>
      {r.words && <p className="text-meta whitespace-pre-line [overflow-wrap:anywhere]">{r.words}</p>}
      {r.photos.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {r.photos.map((id, i) => (
            <li key={id}>
              <img
                src={`/media/${id}/square.webp`}
                alt={t.photo(i + 1)}
                width={64}
                height={64}
                className="size-16 rounded-thumb object-cover"
              />
            </li>
          ))}
        </ul>
      )}
      {r.carrier && (
        <p className="num text-meta">
          {r.carrier} {r.tracking}
        </p>
      )}
      <Steps bare steps={stepsOf(order, r)} />
      {open && (
        <div className="flex flex-wrap gap-2">
          {sends && (
            <Button kind="act" onClick={() => setSheet('send')}>
              {t.sendBack}
            </Button>
          )}
          {(r.state === 'requested' || r.state === 'approved') && (
            <Button onClick={() => setSheet('withdraw')}>{t.withdraw}</Button>
          )}
        </div>
      )}
      {sheet === 'withdraw' && <WithdrawSheet returned={r.id} which={which} onClose={() => setSheet(null)} />}
      {sheet === 'send' && <SendSheet returned={r.id} which={which} onClose={() => setSheet(null)} />}
    </section>
  )
}

interface SheetProps {
  readonly returned: string
  readonly which: Which
  readonly onClose: () => void
}
function WithdrawSheet({ returned, which, onClose }: SheetProps) {
  const t = useReturns()
  const s = useShared()
  const deed = useDeed(which, t.withdrawn)
  return (
    <Sheet
      title={t.withdrawTitle}
      onClose={onClose}
      small
      foot={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {s.cancel}
          </Button>
          <Button
            kind="danger"
            size="big"
            className="flex-1"
            busy={deed.isPending}
            onClick={() => deed.mutate({ kind: 'withdraw', returned }, { onSuccess: onClose })}
          >
            {t.withdraw}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t.withdrawText}</p>
      {deed.error && (
        <p role="alert" className="mt-3 text-danger">
          {errorText(deed.error)}
        </p>
      )}
    </Sheet>
  )
}

function SendSheet({ returned, which, onClose }: SheetProps) {
  const t = useReturns()
  const deed = useDeed(which, t.sentBack)
  const [carrier, setCarrier] = useState('')
  const [tracking, setTracking] = useState('')
  const send = () =>
    deed.mutate(
      { kind: 'send_back', returned, carrier: carrier.trim(), tracking: tracking.normalize('NFKC').trim() },
      { onSuccess: onClose },
    )
  return (
    <Sheet
      title={t.sendBackTitle}
      onClose={onClose}
      small
      foot={
        <Button kind="act" size="big" className="flex-1" busy={deed.isPending} onClick={send}>
          {t.sendBack}
        </Button>
      }
    >
      <div className="grid gap-4">
        <Field label={t.carrier} value={carrier} maxLength={60} onChange={e => setCarrier(e.target.value)} />
        <Field
          label={t.tracking}
          value={tracking}
          maxLength={80}
          autoComplete="off"
          onChange={e => setTracking(e.target.value)}
          wrong={deed.error ? errorText(deed.error) : null}
        />
      </div>
    </Sheet>
  )
}

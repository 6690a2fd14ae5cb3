import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, keyed, type Reply } from '../../client/api.ts'
import { number } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useStock } from '../../i18n/studio/stock/index.ts'
import { Button, Field, SelectField, toast } from '../../ui/core/index.ts'
import { Modal, Problem, useIntentKey } from '../../ui/desk/index.ts'
import { stockChanged } from '../stock/stock-data.ts'

type Stock = Pick<Reply<'GET /v1/variants/{id}/stock'>, 'variant' | 'onHand' | 'reserved'>
const reasons = ['received', 'counted', 'damaged', 'returned'] as const
type Reason = (typeof reasons)[number]

interface Props {
  readonly name: string
  readonly stock: Stock
  /** The shop's first one when it is missing. */
  readonly location?: string
  readonly onClose: () => void
}
/** Stock changes by a signed number with a reason, so that two people who count at once do not undo each other. */
export function StockForm({ name, stock, location, onClose }: Props) {
  const t = useT()
  const [lot, setLot] = useState('')
  const [bestBefore, setBestBefore] = useState('')
  const key = useIntentKey()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState<Reason>('received')
  const change = Number(typed.normalize('NFKC').replace('−', '-'))
  const fits = Number.isInteger(change) && change !== 0 && Math.abs(change) <= 1_000_000
  const free = stock.onHand - stock.reserved
  const tooFew = fits && change < -free
  const received = reason === 'received' && change > 0
  const send = useMutation({
    mutationFn: () => {
      const parts = received ? { ...(lot.trim() && { lot: lot.trim() }), ...(bestBefore && { bestBefore }) } : {}
      const body = { change, reason, ...(location && { location }), ...parts }
      return ask(api.POST('/v1/variants/{id}/stock', { params: { path: { id: stock.variant } }, body, ...keyed(key(body)) }))
    },
    onSuccess: () => {
      void stockChanged()
      toast(t.product.stockSet)
      onClose()
    },
  })
  return (
    <Modal title={t.product.changeTitle(name)} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          if (fits && !tooFew) send.mutate()
        }}
      >
        <div className="grid grid-cols-2 items-start gap-3">
          <Field
            label={t.product.changeBy}
            hint={t.product.changeHint}
            wrong={tooFew ? t.product.changeTooFew(number(free)) : null}
            value={typed}
            placeholder="+10"
            required
            autoComplete="off"
            onChange={e => setTyped(e.target.value)}
          />
          <SelectField
            label={t.order.reason}
            value={reason}
            options={reasons.map(r => ({ value: r, label: t.product.reasons[r] }))}
            onChange={v => setReason(v as Reason)}
          />
        </div>
        {received && <LotFields lot={lot} bestBefore={bestBefore} onLot={setLot} onDay={setBestBefore} />}
        <p className="num text-ink-2">
          {t.product.onHandN(number(stock.onHand))}
          {fits && !tooFew && ` → ${t.product.onHandN(number(stock.onHand + change))}`}
        </p>
        <Problem error={send.error} />
        <div className="flex justify-end">
          <Button kind="act" type="submit" disabled={!fits || tooFew} busy={send.isPending}>
            {t.product.change}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** Pieces that are received may have a lot and a last day. */
function LotFields(p: { lot: string; bestBefore: string; onLot: (lot: string) => void; onDay: (day: string) => void }) {
  const m = useStock()
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <Field label={m.lot} hint={m.lotHint} maxLength={60} value={p.lot} onChange={e => p.onLot(e.target.value)} />
      <Field
        label={m.bestBefore}
        type="date"
        className="min-w-0 [&_input]:w-full [&_input]:min-w-0"
        value={p.bestBefore}
        onChange={e => p.onDay(e.target.value)}
      />
    </div>
  )
}

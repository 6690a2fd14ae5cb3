import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, keyed, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { number } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Button, Field, SelectField, toast } from '../../ui/core/index.ts'
import { Modal, Problem, useIntentKey } from '../../ui/desk/index.ts'

type Stock = Reply<'GET /v1/variants/{id}/stock'>
const reasons = ['received', 'counted', 'damaged', 'returned'] as const
type Reason = (typeof reasons)[number]

/** Stock changes by a signed number with a reason, so that two people who count at once do not undo each other. */
export function StockForm({ name, stock, onClose }: { name: string; stock: Stock; onClose: () => void }) {
  const t = useT()
  const key = useIntentKey()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState<Reason>('received')
  const change = Number(typed.normalize('NFKC').replace('−', '-'))
  const fits = Number.isInteger(change) && change !== 0 && Math.abs(change) <= 1_000_000
  const free = stock.onHand - stock.reserved
  const tooFew = fits && change < -free
  const send = useMutation({
    mutationFn: () => {
      const body = { change, reason }
      return ask(api.POST('/v1/variants/{id}/stock', { params: { path: { id: stock.variant } }, body, ...keyed(key(body)) }))
    },
    onSuccess: next => {
      queryClient.setQueryData(['stock', stock.variant], next)
      void queryClient.invalidateQueries({ queryKey: ['desk-products'] })
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

import { useState } from 'react'
import type { Order } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { Modal, MoneyField, Problem, useIntentKey } from '../../ui/desk/index.ts'
import { useAct } from './orders-data.ts'

/** Part or all of what is left. The button names the amount; a retry of the same refund has the same key. */
export function RefundForm({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useT()
  const act = useAct(order.id)
  const key = useIntentKey()
  const [part, setPart] = useState(false)
  const [minor, setMinor] = useState<string | null>('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const currency = order.total.currency
  const left = { minor: String(BigInt(order.total.minor) - BigInt(order.refunded.minor)), currency }
  const fits = minor !== null && minor !== '' && BigInt(minor) > 0n && BigInt(minor) <= BigInt(left.minor)
  const amount = part ? (fits ? { minor: minor as string, currency } : null) : left
  const submit = () => {
    setTried(true)
    if (!amount) return
    const content = { amount: part ? amount : null, reason: reason.trim() }
    act.mutate({ what: 'refund', ...content, key: key(content) }, { onSuccess: onClose })
  }
  return (
    <Modal title={t.order.refundTitle} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          submit()
        }}
      >
        <fieldset className="m-0 grid gap-2 border-0 p-0">
          <legend className="mb-1 text-meta font-medium">{t.order.amount}</legend>
          <label className="flex items-center gap-2">
            <input type="radio" name="how" checked={!part} onChange={() => setPart(false)} />
            {t.order.refundAll(money(left))}
          </label>
          <label className="flex items-center gap-2">
            <input type="radio" name="how" checked={part} onChange={() => setPart(true)} />
            {t.order.refundPart}
          </label>
        </fieldset>
        {part && (
          <MoneyField
            label={t.order.amount}
            currency={currency}
            value={minor ?? ''}
            onChange={setMinor}
            wrong={tried && !fits ? t.order.amountWrong(money(left)) : null}
          />
        )}
        <Field
          label={t.order.reason}
          hint={t.order.reasonHint}
          required
          maxLength={400}
          value={reason}
          onChange={e => setReason(e.target.value)}
        />
        <Problem error={act.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.order.keep}</Button>
          <Button kind="act" type="submit" busy={act.isPending}>
            {amount ? t.order.refundNow(money(amount)) : t.order.refund}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

import { useState } from 'react'
import type { Order } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { Modal, MoneyField, Problem, useIntentKey } from '../../ui/desk/index.ts'
import { useStep } from './fulfil-data.ts'
import { useAct } from './orders-data.ts'
import { RefundLines, useRefundLines } from './RefundLines.tsx'

type Kind = 'all' | 'part' | 'lines'

/** Part or all of what is left. The button names the amount; a retry of the same refund has the same key. */
export function RefundForm({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useT()
  const act = useAct(order.id)
  const key = useIntentKey()
  const [how, setHow] = useState<Kind>('all')
  const part = how === 'part'
  const step = useStep(order.id)
  const byLines = how === 'lines'
  const some = useRefundLines(order, byLines)
  const [minor, setMinor] = useState<string | null>('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const currency = order.total.currency
  const left = { minor: String(BigInt(order.total.minor) - BigInt(order.refunded.minor)), currency }
  const fits = minor !== null && minor !== '' && BigInt(minor) > 0n && BigInt(minor) <= BigInt(left.minor)
  const amount = byLines ? some.amount : part ? (fits ? { minor: minor as string, currency } : null) : left
  const submit = () => {
    setTried(true)
    if (!amount) return
    if (byLines) {
      const wish = { lines: some.lines, shipping: some.shipping, reason: reason.trim() }
      return step.mutate({ what: 'refund', ...wish, key: key(wish) }, { onSuccess: onClose })
    }
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
        <How how={how} set={setHow} left={money(left)} />
        {byLines && <RefundLines of={some} />}
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
        <Problem error={act.error ?? step.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.order.keep}</Button>
          <Button kind="act" type="submit" disabled={byLines && !amount} busy={act.isPending || step.isPending}>
            {amount ? t.order.refundNow(money(amount)) : t.order.refund}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function How({ how, set, left }: { how: Kind; set: (how: Kind) => void; left: string }) {
  const t = useT().order
  const words: Readonly<Record<Kind, string>> = { all: t.refundAll(left), part: t.refundPart, lines: useFulfil().refundLines }
  return (
    <fieldset className="m-0 grid gap-2 border-0 p-0">
      <legend className="mb-1 text-meta font-medium">{t.amount}</legend>
      {(['all', 'part', 'lines'] as const).map(kind => (
        <label key={kind} className="flex items-center gap-2">
          <input type="radio" name="how" checked={how === kind} onChange={() => set(kind)} />
          {words[kind]}
        </label>
      ))}
    </fieldset>
  )
}

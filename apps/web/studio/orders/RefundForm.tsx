import { useState } from 'react'
import { type Chosen, piecesOf, unrefundedOf } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { Modal, MoneyField, Problem, useIntentKey } from '../../ui/desk/index.ts'
import { useAmount, useStep } from './fulfil-data.ts'
import { useAct } from './orders-data.ts'
import { PieceFields } from './PieceFields.tsx'

/** Part or all of what is left. The button names the amount; a retry of the same refund has the same key. */
export function RefundForm({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useT()
  const f = useFulfil()
  const act = useAct(order.id)
  const key = useIntentKey()
  const [how, setHow] = useState<'all' | 'part' | 'lines'>('all')
  const part = how === 'part'
  const [chosen, setChosen] = useState<Chosen>({})
  const [shipping, setShipping] = useState(false)
  const step = useStep(order.id)
  const lines = piecesOf(chosen)
  const byLines = how === 'lines'
  const shown = useAmount(order.id, { kind: 'refund', lines, shipping }, byLines && lines.length > 0)
  const [minor, setMinor] = useState<string | null>('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const currency = order.total.currency
  const left = { minor: String(BigInt(order.total.minor) - BigInt(order.refunded.minor)), currency }
  const fits = minor !== null && minor !== '' && BigInt(minor) > 0n && BigInt(minor) <= BigInt(left.minor)
  const known = lines.length > 0 && !shown.isPlaceholderData && !shown.error ? (shown.data?.amount ?? null) : null
  const amount = byLines ? known : part ? (fits ? { minor: minor as string, currency } : null) : left
  const submit = () => {
    setTried(true)
    if (!amount) return
    if (byLines) {
      const wish = { lines, shipping, reason: reason.trim() }
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
        <fieldset className="m-0 grid gap-2 border-0 p-0">
          <legend className="mb-1 text-meta font-medium">{t.order.amount}</legend>
          <label className="flex items-center gap-2">
            <input type="radio" name="how" checked={how === 'all'} onChange={() => setHow('all')} />
            {t.order.refundAll(money(left))}
          </label>
          <label className="flex items-center gap-2">
            <input type="radio" name="how" checked={part} onChange={() => setHow('part')} />
            {t.order.refundPart}
          </label>
          <label className="flex items-center gap-2">
            <input type="radio" name="how" checked={byLines} onChange={() => setHow('lines')} />
            {f.refundLines}
          </label>
        </fieldset>
        {byLines && (
          <>
            <PieceFields order={order} most={unrefundedOf} chosen={chosen} onChange={setChosen} />
            <label className="flex items-center gap-2">
              <input type="checkbox" checked={shipping} onChange={e => setShipping(e.target.checked)} />
              {f.withShipping}
            </label>
            <p role="status" className="num font-semibold">
              {lines.length === 0 ? f.choose : amount ? f.amount(money(amount)) : shown.error ? '' : f.counting}
            </p>
            <Problem error={shown.error} />
          </>
        )}
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

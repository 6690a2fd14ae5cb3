import { useState } from 'react'
import { isOpen, type Returned } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { Button, SelectField, TextArea } from '../../ui/core/index.ts'
import { Modal, Problem, useIntentKey } from '../../ui/desk/index.ts'
import { type Refusal, useAmount, useStep } from '../orders/fulfil-data.ts'

type Asking = 'refuse' | 'refund' | 'replacement'
/** The usual next step in gold: an answer, then the goods, then the end. */
export function ReturnActions({ order, returned: r }: { order: Order; returned: Returned }) {
  const t = useFulfil()
  const step = useStep(order.id)
  const [asking, setAsking] = useState<Asking | null>(null)
  if (!isOpen(r) || !order.can.includes('answer_return')) return null
  const close = () => setAsking(null)
  const next = r.state === 'requested' ? 'approve' : r.state === 'received' || r.kind === 'claim' ? r.kind : 'receive'
  const gold = (what: string) => (what === next ? 'act' : 'plain')
  return (
    <div>
      <div className="flex flex-wrap gap-2">
        {r.state === 'requested' && (
          <>
            <Button kind={gold('approve')} busy={step.isPending} onClick={() => step.mutate({ what: 'approve', returned: r.id })}>
              {t.approve}
            </Button>
            <Button onClick={() => setAsking('refuse')}>{t.refuse}</Button>
          </>
        )}
        {r.state !== 'received' && (
          <Button kind={gold('receive')} busy={step.isPending} onClick={() => step.mutate({ what: 'receive', returned: r.id })}>
            {t.receive}
          </Button>
        )}
        {order.can.includes('take_back') && (
          <Button kind={next === 'return' || next === 'claim' ? 'act' : 'plain'} onClick={() => setAsking('refund')}>
            {t.settleMoney}
          </Button>
        )}
        <Button kind={gold('exchange')} onClick={() => setAsking('replacement')}>
          {t.settleGoods}
        </Button>
      </div>
      <Problem error={step.error} className="mt-3" />
      {asking === 'refuse' && <RefuseForm order={order} returned={r} onClose={close} />}
      {(asking === 'refund' || asking === 'replacement') && (
        <SettleForm order={order} returned={r} outcome={asking} onClose={close} />
      )}
    </div>
  )
}

interface FormProps {
  readonly order: Order
  readonly returned: Returned
  readonly onClose: () => void
}
const refusals: readonly Refusal[] = ['too_late', 'used', 'not_returnable', 'no_proof', 'other']
function RefuseForm({ order, returned, onClose }: FormProps) {
  const t = useFulfil()
  const step = useStep(order.id)
  const [reason, setReason] = useState<Refusal>('too_late')
  const [note, setNote] = useState('')
  return (
    <Modal title={t.refuseTitle} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          step.mutate({ what: 'refuse', returned: returned.id, reason, note: note.trim() }, { onSuccess: onClose })
        }}
      >
        <SelectField
          label={t.reason}
          value={reason}
          options={refusals.map(value => ({ value, label: t.refusals[value] }))}
          onChange={value => setReason(value as Refusal)}
        />
        <TextArea label={t.note} maxLength={400} value={note} onChange={e => setNote(e.target.value)} />
        <Problem error={step.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="danger" type="submit" busy={step.isPending}>
            {t.refuse}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function SettleForm({ order, returned: r, outcome, onClose }: FormProps & { outcome: 'refund' | 'replacement' }) {
  const t = useFulfil()
  const step = useStep(order.id)
  const key = useIntentKey()
  const here = r.state === 'received' || r.state === 'sent_back'
  const [restock, setRestock] = useState(here && r.wayBack === 'buyer')
  // The shop's fault brings the part of the delivery back, unless it is unticked.
  const [shipping, setShipping] = useState(r.wayBack === 'shop')
  const amount = useAmount(order.id, { kind: 'return', returned: r.id, shipping }, outcome === 'refund')
  const wish = { returned: r.id, outcome, restock, shipping }
  const send = () => step.mutate({ what: 'settle', ...wish, key: key(wish) }, { onSuccess: onClose })
  const ready = outcome === 'replacement' || amount.data
  return (
    <Modal title={t.settleTitle[outcome]} {...(outcome === 'replacement' && { text: t.settleGoodsText })} onClose={onClose}>
      <div className="grid gap-3">
        {outcome === 'refund' && (
          <label className="flex items-center gap-2">
            <input type="checkbox" checked={shipping} onChange={e => setShipping(e.target.checked)} />
            {t.withShipping}
          </label>
        )}
        {here && (
          <label className="flex items-center gap-2">
            <input type="checkbox" checked={restock} onChange={e => setRestock(e.target.checked)} />
            {t.restock}
          </label>
        )}
        {outcome === 'refund' && !amount.error && (
          <p role="status" className="num text-lead font-semibold">
            {amount.data ? t.amount(money(amount.data.amount)) : t.counting}
          </p>
        )}
        <Problem error={amount.error ?? step.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="act" disabled={!ready} busy={step.isPending} onClick={send}>
            {outcome === 'refund' ? t.settleMoney : t.settleGoods}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

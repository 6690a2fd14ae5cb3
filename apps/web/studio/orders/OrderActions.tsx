import { useState } from 'react'
import type { Order } from '../../client/types.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { Modal, Problem, useIntentKey, useStored } from '../../ui/desk/index.ts'
import { useAct } from './orders-data.ts'
import { RefundForm } from './RefundForm.tsx'

type Ask = 'ship' | 'cancel' | 'refund' | 'accept_return'

/** What may be done now, the usual next step in gold. The server says what is possible; the page does not guess. */
export function OrderActions({ order }: { order: Order }) {
  const t = useT()
  const [asking, setAsking] = useState<Ask | null>(null)
  const act = useAct(order.id)
  const can = (what: Order['can'][number]) => order.can.includes(what)
  if (!['pack', 'ship', 'deliver', 'cancel', 'refund', 'accept_return'].some(w => can(w as Order['can'][number]))) return null
  // A parcel may come back unasked at any time, so that alone is no usual step; a return that was asked for is.
  const next = order.returnRequest ? 'accept_return' : can('pack') ? 'pack' : can('ship') ? 'ship' : 'deliver'
  const kind = (what: string) => (what === next ? 'act' : 'plain')
  const close = () => setAsking(null)
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {can('pack') && (
          <Button
            kind={kind('pack')}
            busy={act.isPending && act.variables.what === 'pack'}
            onClick={() => act.mutate({ what: 'pack' })}
          >
            {t.order.pack}
          </Button>
        )}
        {can('ship') && (
          <Button kind={kind('ship')} onClick={() => setAsking('ship')}>
            {t.order.ship}
          </Button>
        )}
        {can('deliver') && (
          <Button
            kind={kind('deliver')}
            busy={act.isPending && act.variables.what === 'deliver'}
            onClick={() => act.mutate({ what: 'deliver' })}
          >
            {t.order.deliver}
          </Button>
        )}
        {can('accept_return') && (
          <Button kind={kind('accept_return')} onClick={() => setAsking('accept_return')}>
            {t.order.acceptReturn}
          </Button>
        )}
        {can('refund') && <Button onClick={() => setAsking('refund')}>{t.order.refund}</Button>}
        {can('cancel') && (
          <Button kind="danger" onClick={() => setAsking('cancel')}>
            {t.order.cancel}
          </Button>
        )}
      </div>
      <Problem error={act.error} className="mt-3" />
      {asking === 'ship' && <ShipForm order={order} onClose={close} />}
      {asking === 'cancel' && <CancelForm order={order} onClose={close} />}
      {asking === 'refund' && <RefundForm order={order} onClose={close} />}
      {asking === 'accept_return' && <ReturnForm order={order} onClose={close} />}
    </>
  )
}

interface FormProps {
  readonly order: Order
  readonly onClose: () => void
}
function ShipForm({ order, onClose }: FormProps) {
  const t = useT()
  const act = useAct(order.id)
  const [last, remember] = useStored('enishi.studio.carrier', '')
  const [carrier, setCarrier] = useState(last)
  const [tracking, setTracking] = useState('')
  const submit = () => {
    remember(carrier.trim())
    act.mutate({ what: 'ship', carrier: carrier.trim(), tracking: tracking.normalize('NFKC').trim() }, { onSuccess: onClose })
  }
  return (
    <Modal title={t.order.shipTitle} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          submit()
        }}
      >
        <Field label={t.order.carrier} required maxLength={60} value={carrier} onChange={e => setCarrier(e.target.value)} />
        <Field
          label={t.order.tracking}
          hint={t.order.trackingHint}
          maxLength={80}
          autoComplete="off"
          value={tracking}
          onChange={e => setTracking(e.target.value)}
        />
        <Problem error={act.error} />
        <div className="flex justify-end">
          <Button kind="act" type="submit" busy={act.isPending}>
            {t.order.ship}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function CancelForm({ order, onClose }: FormProps) {
  const t = useT()
  const act = useAct(order.id)
  const key = useIntentKey()
  const [reason, setReason] = useState('')
  return (
    <Modal title={t.order.cancelTitle} text={t.order.cancelText} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          act.mutate({ what: 'cancel', reason: reason.trim(), key: key(reason.trim()) }, { onSuccess: onClose })
        }}
      >
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
          <Button kind="danger" type="submit" busy={act.isPending}>
            {t.order.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function ReturnForm({ order, onClose }: FormProps) {
  const t = useT()
  const act = useAct(order.id)
  const key = useIntentKey()
  return (
    <Modal title={t.order.returnTitle} text={t.order.returnText} onClose={onClose}>
      <Problem error={act.error} className="mb-3" />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t.order.keep}</Button>
        <Button
          kind="act"
          busy={act.isPending}
          onClick={() => act.mutate({ what: 'accept_return', key: key('return') }, { onSuccess: onClose })}
        >
          {t.order.acceptReturn}
        </Button>
      </div>
    </Modal>
  )
}

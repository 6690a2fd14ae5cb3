import { useState } from 'react'
import { unsentOf } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { date } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { PackageCheck } from '../../ui/core/icons.tsx'
import { Button, Chip, Sheet, TextArea } from '../../ui/core/index.ts'
import { AddressSheet } from './AddressSheet.tsx'
import { CancelSomeSheet } from './CancelSomeSheet.tsx'
import { ReturnSheet } from './ReturnSheet.tsx'
import { useDeed, type Which } from './use-order.ts'

/** What the buyer may do now: the server's `can`, nothing else. */
export function Actions({ order, which }: { order: Order; which: Which }) {
  const t = useMore().orders
  const [sheet, setSheet] = useState<'cancel' | 'some' | 'address' | 'return' | null>(null)
  const receive = useDeed(which, t.received)
  const r = useReturns()
  const { can } = order
  if (!can.some(c => ['receive', 'cancel', 'cancel_lines', 'change_address', 'request_return'].includes(c))) return null
  // Several on their way: each says of itself that it is here.
  const arrived = can.includes('receive') && order.parcels.filter(p => p.state === 'shipped').length < 2
  const unsent = order.lines.reduce((n, l) => n + unsentOf(order, l), 0)
  return (
    <section className="grid gap-2">
      {arrived && (
        <>
          <Button kind="act" size="big" busy={receive.isPending} onClick={() => receive.mutate({ kind: 'receive' })}>
            <PackageCheck size={20} />
            {t.receive}
          </Button>
          <p className="text-meta text-ink-2">{t.receiveHint}</p>
        </>
      )}
      {receive.error && (
        <p role="alert" className="text-danger">
          {errorText(receive.error)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {can.includes('cancel') && <Button onClick={() => setSheet('cancel')}>{t.cancel}</Button>}
        {can.includes('cancel_lines') && (unsent > 1 || !can.includes('cancel')) && (
          <Button onClick={() => setSheet('some')}>{r.some}</Button>
        )}
        {can.includes('change_address') && <Button onClick={() => setSheet('address')}>{r.address}</Button>}
        {can.includes('request_return') && <Button onClick={() => setSheet('return')}>{t.askReturn}</Button>}
      </div>
      {can.includes('request_return') && order.returnBy && (
        <p className="text-meta text-ink-2">{t.returnBy(date(order.returnBy))}</p>
      )}
      {sheet === 'cancel' && <CancelSheet which={which} onClose={() => setSheet(null)} />}
      {sheet === 'some' && <CancelSomeSheet order={order} which={which} onClose={() => setSheet(null)} />}
      {sheet === 'address' && <AddressSheet order={order} which={which} onClose={() => setSheet(null)} />}
      {sheet === 'return' && <ReturnSheet order={order} which={which} onClose={() => setSheet(null)} />}
    </section>
  )
}

const reasons = ['mind', 'address', 'late', 'twice', 'other'] as const
function CancelSheet({ which, onClose }: { which: Which; onClose: () => void }) {
  const t = useMore().orders
  const deed = useDeed(which, t.cancelled)
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null)
  const [note, setNote] = useState('')
  const send = () =>
    reason &&
    deed.mutate(
      { kind: 'cancel', reason: [t.cancelReasons[reason], note.trim()].filter(Boolean).join(': ').slice(0, 400) },
      { onSuccess: onClose },
    )
  return (
    <Sheet
      title={t.cancelTitle}
      onClose={onClose}
      small
      foot={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {t.keep}
          </Button>
          <Button kind="danger" size="big" className="flex-1" disabled={!reason} busy={deed.isPending} onClick={send}>
            {t.cancelDo}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-ink-2">{t.cancelText}</p>
      <div className="mb-4 flex flex-wrap gap-2">
        {reasons.map(r => (
          <Chip key={r} on={r === reason} style={{ minHeight: 44 }} onClick={() => setReason(r)}>
            {t.cancelReasons[r]}
          </Chip>
        ))}
      </div>
      <TextArea
        label={t.cancelNote}
        value={note}
        maxLength={300}
        onChange={event => setNote(event.target.value)}
        wrong={deed.error ? errorText(deed.error) : null}
      />
    </Sheet>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import type { Order } from '../../client/types.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { Button, Field, toast } from '../../ui/core/index.ts'
import { Modal, Problem, useStored } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

interface Props {
  readonly orders: readonly Order[]
  readonly onDone: () => void
  readonly onClose: () => void
}
/** Several orders of one buyer in one parcel with one number: all or none. */
export function TogetherForm({ orders, onDone, onClose }: Props) {
  const t = useFulfil()
  const { shop } = useMyShop()
  const [carrier, setCarrier] = useStored('enishi.studio.carrier', '')
  const [tracking, setTracking] = useState('')
  const body = { orders: orders.map(o => o.id), carrier: carrier.trim(), tracking: tracking.normalize('NFKC').trim() }
  const ship = useMutation({
    mutationFn: () => ask(api.POST('/v1/shops/{shop}/ship-together', { params: { path: { shop } }, body })),
    onSuccess: () => {
      for (const key of ['orders', 'order', 'order-counts']) void queryClient.invalidateQueries({ queryKey: [key] })
      toast(t.done.ship)
      onDone()
    },
  })
  return (
    <Modal title={t.togetherTitle(orders.length)} text={t.togetherText} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          ship.mutate()
        }}
      >
        <Field label={t.carrier} required maxLength={60} value={carrier} onChange={e => setCarrier(e.target.value)} />
        <Field
          label={t.tracking}
          required
          maxLength={80}
          autoComplete="off"
          value={tracking}
          onChange={e => setTracking(e.target.value)}
        />
        <Problem error={ship.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="act" type="submit" disabled={!body.carrier || !body.tracking} busy={ship.isPending}>
            {t.together}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

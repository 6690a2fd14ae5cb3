import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { Button, toast } from '../../ui/core/index.ts'
import { Modal, Problem, useGo } from '../../ui/desk/index.ts'
import { keepOffer, type Offer } from './promotions-data.ts'

/** Pause, go on, end, delete; not while something typed is unsaved. */
export function OfferActions({ offer, dirty }: { offer: Offer; dirty: boolean }) {
  const t = usePromotions()
  const go = useGo()
  const [asking, setAsking] = useState<'end' | 'remove' | null>(null)
  const params = { path: { id: offer.id } }
  const set = useMutation({
    mutationFn: (state: Offer['state']) =>
      ask(api.PUT('/v1/offers/{id}/state', { params, body: { version: offer.version, state } })),
    onSuccess: next => {
      keepOffer(next)
      setAsking(null)
      toast({ active: t.resumed, paused: t.paused, ended: t.endedNow }[next.state])
    },
    // Somebody else was faster: what is there now is shown.
    onError: () => void queryClient.invalidateQueries({ queryKey: ['offer', offer.id] }),
  })
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/offers/{id}', { params })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['shop-offers'] })
      toast(t.removed)
      void go({ to: '/promotions' })
    },
  })
  const open = offer.state !== 'ended' && offer.standing !== 'ended'
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {open && (
          <Button
            disabled={dirty}
            busy={set.isPending && asking === null}
            onClick={() => set.mutate(offer.state === 'paused' ? 'active' : 'paused')}
          >
            {offer.state === 'paused' ? t.resume : t.pause}
          </Button>
        )}
        {open && (
          <Button disabled={dirty} onClick={() => setAsking('end')}>
            {t.end}
          </Button>
        )}
        {offer.used === 0 && (
          <Button disabled={dirty} onClick={() => setAsking('remove')}>
            {t.remove}
          </Button>
        )}
      </div>
      <Problem error={asking ? null : set.error} className="basis-full" />
      {asking && (
        <Sure
          what={asking}
          error={set.error ?? remove.error}
          busy={set.isPending || remove.isPending}
          onClose={() => setAsking(null)}
          onSure={() => (asking === 'end' ? set.mutate('ended') : remove.mutate())}
        />
      )}
    </>
  )
}

interface SureProps {
  readonly what: 'end' | 'remove'
  readonly error: Error | null
  readonly busy: boolean
  readonly onClose: () => void
  readonly onSure: () => void
}
/** What can't be taken back is asked once more. */
function Sure({ what, error, busy, onClose, onSure }: SureProps) {
  const t = usePromotions()
  const words = what === 'end' ? { title: t.endTitle, text: t.endText } : { title: t.removeTitle, text: t.removeText }
  return (
    <Modal {...words} onClose={onClose}>
      <Problem error={error} className="mb-3" />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t.keep}</Button>
        <Button kind="danger" busy={busy} onClick={onSure}>
          {what === 'end' ? t.end : t.remove}
        </Button>
      </div>
    </Modal>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { usePayouts } from '../../i18n/console/payouts/index.ts'
import { money, said } from '../../i18n/format.ts'
import { Button, Field, toast } from '../../ui/core/index.ts'
import { Modal, Problem } from '../../ui/desk/index.ts'
import { type Payout, referenceOf } from './payouts-data.ts'

/** Writes down how a transfer went: made, or why not. */
export function AnswerPayout({ payout, state, onClose }: { payout: Payout; state: 'paid' | 'failed'; onClose: () => void }) {
  const t = usePayouts()
  const [reason, setReason] = useState('')
  const answer = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/v1/payouts/{id}/state', {
          params: { path: { id: payout.id } },
          body: { state, ...(state === 'failed' && { reason: reason.trim() }) },
        }),
      ),
    onSuccess: () => {
      toast(t.done)
      onClose()
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['all-payouts'] }),
  })
  const title = state === 'paid' ? t.confirmPaid(money(payout.amount)) : t.failed
  return (
    <Modal title={title} text={`${said(payout.name) || t.nobody} · ${referenceOf(payout)}`} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          answer.mutate()
        }}
      >
        {state === 'failed' ? (
          <Field
            label={t.reason}
            hint={t.reasonHint}
            maxLength={80}
            required
            value={reason}
            onChange={e => setReason(e.target.value)}
          />
        ) : (
          <p className="m-0 text-ink-2">{t.confirmText}</p>
        )}
        <Problem error={answer.error} />
        <Button kind="act" type="submit" busy={answer.isPending} disabled={state === 'failed' && reason.trim() === ''}>
          {state === 'paid' ? t.paid : t.save}
        </Button>
      </form>
    </Modal>
  )
}

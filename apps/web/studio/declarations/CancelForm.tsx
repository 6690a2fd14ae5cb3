import { useState } from 'react'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Button, TextArea } from '../../ui/core/index.ts'
import { Modal, Problem } from '../../ui/desk/index.ts'
import { useStep } from './declaration-data.ts'

export function CancelForm({ order, onClose }: { order: string; onClose: () => void }) {
  const t = useDeclarations()
  const step = useStep(order)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <Modal title={t.cancelTitle} text={t.cancelText} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          setTried(true)
          if (reason.trim()) step.mutate({ what: 'cancel', reason: reason.trim() }, { onSuccess: onClose })
        }}
      >
        <TextArea
          label={t.cancelReason}
          maxLength={200}
          value={reason}
          wrong={tried && !reason.trim() ? t.sayReason : null}
          onChange={e => setReason(e.target.value)}
        />
        <Problem error={step.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t.keep}</Button>
          <Button kind="danger" type="submit" busy={step.isPending}>
            {t.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

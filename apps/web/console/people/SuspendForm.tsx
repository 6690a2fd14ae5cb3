import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useAccounts } from '../../i18n/console/accounts/index.ts'
import { Button, SelectField, TextArea, toast } from '../../ui/core/index.ts'
import { Problem } from '../../ui/desk/index.ts'
import { isBegun, useBegun } from '../begun.ts'
import { type Reason, reasons, reasonWord } from '../queue/moderation-data.ts'

interface Suspended {
  readonly kind: 'person' | 'shop'
  readonly id: string
}
/** Suspends a person or a shop, or restores it: a decision of moderation, with a rule and a reason, like any other. */
export function SuspendForm({ subject, suspended }: { subject: Suspended; suspended: boolean }) {
  const t = useAccounts()
  const [open, setOpen] = useState(isBegun(`suspend:${subject.id}`))
  const action = suspended ? 'restore' : 'remove'
  const deed = suspended ? t.restore : t.suspend
  if (!open)
    return (
      <div>
        <Button kind={suspended ? 'plain' : 'danger'} onClick={() => setOpen(true)}>
          {deed}
        </Button>
      </div>
    )
  return <Form subject={subject} action={action} deed={deed} onClose={() => setOpen(false)} />
}

interface FormProps {
  readonly subject: Suspended
  readonly action: 'remove' | 'restore'
  readonly deed: string
  readonly onClose: () => void
}
function Form({ subject, action, deed, onClose }: FormProps) {
  const t = useAccounts()
  const [reason, setReason] = useState<Reason>('other')
  const [text, setText, drop] = useBegun(`suspend:${subject.id}`)
  const [tried, setTried] = useState(false)
  const close = () => {
    drop()
    onClose()
  }
  const decide = useMutation({
    mutationFn: () => ask(api.POST('/v1/moderation/decisions', { body: { subject, action, reason, explanation: text.trim() } })),
    onSuccess: () => {
      toast(t.done[action])
      close()
    },
    onSettled: () => {
      for (const key of ['account', 'shops', 'decisions', 'queue', 'audit'])
        void queryClient.invalidateQueries({ queryKey: [key] })
    },
  })
  return (
    <form
      className="grid gap-3"
      onSubmit={e => {
        e.preventDefault()
        setTried(true)
        if (text.trim()) decide.mutate()
      }}
    >
      <p className="text-meta text-ink-2">
        {action === 'restore' ? t.restoreText : subject.kind === 'person' ? t.suspendPerson : t.suspendShop}
      </p>
      <SelectField
        label={t.rule}
        value={reason}
        options={reasons.map(r => ({ value: r, label: reasonWord(r) }))}
        onChange={v => setReason(v as Reason)}
      />
      <TextArea
        label={t.explanation}
        hint={t.hint}
        wrong={tried && !text.trim() ? t.missing : null}
        maxLength={2000}
        value={text}
        onChange={e => setText(e.target.value)}
      />
      <Problem error={decide.error} />
      <div className="flex flex-wrap gap-2">
        <Button kind={action === 'remove' ? 'danger' : 'act'} type="submit" busy={decide.isPending}>
          {deed}
        </Button>
        <Button kind="quiet" onClick={close}>
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}

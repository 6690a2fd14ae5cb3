import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Button, Chip, Sheet, TextArea, toast } from '../../ui/core/index.ts'
import type { OneSheetProps } from './sheet.ts'

const reasons = ['spam', 'counterfeit', 'misleading', 'hidden_ad', 'unsafe', 'hate', 'nudity', 'personal_data', 'other'] as const

export default function ReportSheet({ sheet, onClose }: OneSheetProps<'report'>) {
  const t = useT().report
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null)
  const [note, setNote] = useState('')
  const send = useMutation({
    mutationFn: (chosen: (typeof reasons)[number]) =>
      ask(
        api.POST('/v1/reports', { body: { subject: sheet.subject, reason: chosen, ...(note.trim() && { note: note.trim() }) } }),
      ),
    onSuccess: () => {
      toast(t.done)
      onClose()
    },
  })
  return (
    <Sheet
      title={t.title}
      onClose={onClose}
      small
      foot={
        <Button
          kind="act"
          size="big"
          className="flex-1"
          disabled={!reason}
          busy={send.isPending}
          onClick={() => reason && send.mutate(reason)}
        >
          {t.send}
        </Button>
      }
    >
      <div className="mb-5 flex flex-wrap gap-2">
        {reasons.map(r => (
          <Chip key={r} on={r === reason} onClick={() => setReason(r)}>
            {t.reasons[r]}
          </Chip>
        ))}
      </div>
      <TextArea
        label={t.note}
        value={note}
        maxLength={1000}
        onChange={event => setNote(event.target.value)}
        wrong={send.error ? errorText(send.error) : null}
      />
    </Sheet>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { date } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useAppeals } from '../../i18n/shopper/appeals/index.ts'
import { Button, TextArea, toast } from '../../ui/core/index.ts'

export type MyDecision = Reply<'GET /v1/me/decisions'>['items'][number]
type Standing = NonNullable<MyDecision['appeal']>
type Subject = MyDecision['decision']['subject']

/** What was begun and not sent, by subject: leaving the page loses no words. */
const begun = new Map<string, string>()

/** Where the appeal against a removal stands, or the way to make it. `holds`: it is still removed. */
export function Appeal({ subject, standing, holds }: { subject: Subject; standing: Standing; holds: boolean }) {
  const t = useAppeals()
  const [open, setOpen] = useState(begun.has(subject.id))
  const { made, until } = standing
  if (made)
    return (
      <div className="mt-2 grid gap-1 border-s-2 border-line-strong ps-3">
        <p className="text-ink-3">{t.mine(date(made.at))}</p>
        <p className="break-words whitespace-pre-line">{made.text}</p>
        <p className="font-semibold">{made.outcome ? t[made.outcome] : t.waits}</p>
        {made.explanation && <p className="break-words whitespace-pre-line text-ink-2">{made.explanation}</p>}
      </div>
    )
  if (!holds) return null
  if (Date.parse(until) < Date.now()) return <p className="mt-1 text-ink-3">{t.over(date(until))}</p>
  if (open) return <AppealForm subject={subject} onClose={() => setOpen(false)} />
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="small" onClick={() => setOpen(true)}>
        {t.appeal}
      </Button>
      <span className="text-ink-2">{t.until(date(until))}</span>
    </div>
  )
}

function AppealForm({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const t = useAppeals()
  const client = useQueryClient()
  const [text, setText] = useState(begun.get(subject.id) ?? '')
  const [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: () => ask(api.POST('/v1/moderation/appeals', { body: { subject, text: text.trim() } })),
    onSuccess: () => {
      begun.delete(subject.id)
      toast(t.sent)
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['me', 'decisions'] })
      void client.invalidateQueries({ queryKey: ['statement', subject.id] })
    },
  })
  return (
    <form
      className="mt-2 grid gap-2"
      onSubmit={e => {
        e.preventDefault()
        setTried(true)
        if (text.trim()) send.mutate()
      }}
    >
      <TextArea
        label={t.field}
        hint={t.hint}
        wrong={tried && !text.trim() ? t.missing : null}
        maxLength={2000}
        rows={4}
        value={text}
        onChange={e => {
          setText(e.target.value)
          begun.set(subject.id, e.target.value)
        }}
      />
      {send.error && (
        <p role="alert" className="text-danger">
          {errorText(send.error)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button kind="act" type="submit" busy={send.isPending}>
          {t.send}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            begun.delete(subject.id)
            onClose()
          }}
        >
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}

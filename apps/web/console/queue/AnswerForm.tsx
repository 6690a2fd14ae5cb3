import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useAppeals } from '../../i18n/console/appeals/index.ts'
import { Button, TextArea, toast } from '../../ui/core/index.ts'
import { Problem } from '../../ui/desk/index.ts'
import { useBegun } from '../begun.ts'

const outcomes = ['upheld', 'reversed'] as const
type Outcome = (typeof outcomes)[number]

export function AnswerForm({ appeal }: { appeal: string }) {
  const t = useAppeals()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [text, setText, drop] = useBegun(`appeal:${appeal}`)
  const [tried, setTried] = useState(false)
  const answer = useMutation({
    mutationFn: (chosen: Outcome) =>
      ask(
        api.POST('/v1/moderation/appeals/{id}/answer', {
          params: { path: { id: appeal } },
          body: { outcome: chosen, explanation: text.trim() },
        }),
      ),
    onSuccess: (_, chosen) => {
      drop()
      toast(t.done[chosen])
      for (const key of ['appeals', 'queue', 'decisions', 'overview']) void queryClient.invalidateQueries({ queryKey: [key] })
    },
  })
  return (
    <form
      className="grid gap-3"
      onSubmit={e => {
        e.preventDefault()
        setTried(true)
        if (outcome && text.trim()) answer.mutate(outcome)
      }}
    >
      <div role="radiogroup" aria-label={t.answer} className="flex flex-wrap gap-2">
        {outcomes.map(o => (
          <button
            key={o}
            type="button"
            role="radio"
            aria-checked={o === outcome}
            className="chip"
            data-size="small"
            onClick={() => setOutcome(o)}
          >
            {t.outcomes[o]}
          </button>
        ))}
      </div>
      <TextArea
        label={t.explanation}
        hint={t.hint}
        wrong={tried && !text.trim() ? t.missing : null}
        maxLength={2000}
        value={text}
        onChange={e => setText(e.target.value)}
      />
      <Problem error={answer.error} />
      <Button kind="act" type="submit" disabled={!outcome} busy={answer.isPending}>
        {outcome ? t.outcomes[outcome] : t.answer}
      </Button>
    </form>
  )
}

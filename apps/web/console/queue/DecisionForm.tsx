import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import { useT } from '../../i18n/console/index.ts'
import { Button, SelectField, TextArea, toast } from '../../ui/core/index.ts'
import { Panel, Problem } from '../../ui/desk/index.ts'
import { useBegun } from '../begun.ts'
import { type Action, keyOf, type Reason, type Report, reasons, reasonsOf, reasonWord } from './moderation-data.ts'

const firstReason = (report: Report): Reason => reasons.find(r => r === reasonsOf(report)[0]?.reason) ?? 'other'

/** A decision has a rule and an explanation, which its author reads as the statement of reasons (DSA Art. 17). */
export function DecisionForm({ report }: { report: Report }) {
  const t = useT()
  const actions: readonly Action[] =
    report.state === 'removed' ? ['restore'] : report.state === 'kept' ? ['remove'] : ['keep', 'remove']
  const [action, setAction] = useState<Action | null>(actions.length === 1 ? (actions[0] ?? null) : null)
  const [reason, setReason] = useState<Reason>(() => firstReason(report))
  const [explanation, setExplanation, drop] = useBegun(`decision:${keyOf(report.subject)}`)
  const [tried, setTried] = useState(false)
  const decide = useMutation({
    mutationFn: (chosen: Action) =>
      ask(
        api.POST('/v1/moderation/decisions', {
          body: { subject: report.subject, action: chosen, reason, explanation: explanation.trim() },
        }),
      ),
    onSuccess: made => {
      drop()
      toast(t.decide.done[made.action])
      void queryClient.invalidateQueries({ queryKey: ['queue'] })
      void queryClient.invalidateQueries({ queryKey: ['decisions'] })
    },
    onError: error => {
      if (isCode(error, 'already_decided', 'wrong_state')) void queryClient.invalidateQueries({ queryKey: ['queue'] })
    },
  })
  return (
    <Panel title={t.decide.title}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          setTried(true)
          if (action && explanation.trim()) decide.mutate(action)
        }}
      >
        <div role="radiogroup" aria-label={t.decide.title} className="flex flex-wrap gap-2">
          {actions.map(a => (
            <button
              key={a}
              type="button"
              role="radio"
              aria-checked={a === action}
              className="chip"
              data-size="small"
              data-key={a === 'remove' ? 'r' : 'a'}
              onClick={() => setAction(a)}
            >
              {t.decide.actions[a]}
            </button>
          ))}
        </div>
        <SelectField
          label={t.decide.reason}
          value={reason}
          options={reasons.map(r => ({ value: r, label: reasonWord(r) }))}
          onChange={v => setReason(v as Reason)}
        />
        <TextArea
          label={t.decide.explanation}
          hint={t.decide.explanationHint}
          wrong={tried && !explanation.trim() ? t.decide.explanationMissing : null}
          maxLength={2000}
          rows={4}
          value={explanation}
          onChange={e => setExplanation(e.target.value)}
        />
        <Problem error={decide.error} />
        <Button kind={action === 'remove' ? 'danger' : 'act'} type="submit" disabled={!action} busy={decide.isPending}>
          {action ? t.decide.submit[action] : t.decide.title}
        </Button>
      </form>
    </Panel>
  )
}

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useRates } from '../../i18n/console/rates/index.ts'
import { Button, Field, TextArea, toast } from '../../ui/core/index.ts'
import { Modal, Problem } from '../../ui/desk/index.ts'
import type { Rate } from './RatesPage.tsx'
import { type RateLine, readLines } from './rate-lines.ts'

/** New rates as pasted lines, all or none of them. What was typed stays when the server refuses. */
export function RatesForm({ now, onClose }: { now: readonly Rate[]; onClose: () => void }) {
  const t = useRates()
  const [source, setSource] = useState('')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { rates, wrong } = readLines(text)
  const save = useMutation({
    mutationFn: (lines: readonly RateLine[]) =>
      ask(api.POST('/v1/rates', { body: { source: source.trim(), rates: lines.map(line => ({ ...line })) } })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['rates'] })
      toast(t.saved)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (source.trim() !== '' && wrong.length === 0 && rates.length > 0) save.mutate(rates)
  }
  const [first] = wrong
  return (
    <Modal title={t.add} onClose={onClose} wide>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Field
          label={t.sourceLabel}
          hint={t.sourceHint}
          maxLength={80}
          value={source}
          wrong={tried && source.trim() === '' ? t.wrongSource : null}
          onChange={e => setSource(e.target.value)}
        />
        <TextArea
          label={t.lines}
          hint={rates.length > 0 ? t.preview(rates.length) : t.linesHint}
          rows={8}
          spellCheck={false}
          className="num"
          value={text}
          wrong={tried && first !== undefined ? t.wrongLine(first) : tried && rates.length === 0 ? t.empty : null}
          onChange={e => setText(e.target.value)}
        />
        <Problem error={save.error} />
        <div className="flex flex-wrap justify-end gap-2">
          {now.length > 0 && (
            <Button onClick={() => setText(now.map(r => [r.from, r.to, r.mid, r.spreadBps].join(',')).join('\n'))}>
              {t.again}
            </Button>
          )}
          <Button type="submit" kind="act" busy={save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

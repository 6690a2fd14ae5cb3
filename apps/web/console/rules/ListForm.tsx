import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import { useRules } from '../../i18n/console/rules/index.ts'
import { Button, Field, TextArea, toast } from '../../ui/core/index.ts'
import { Modal, Problem } from '../../ui/desk/index.ts'
import { isDay, rulesKey } from './rules-data.ts'

type Report = Reply<'POST /v1/trade/positive-list'>

const nothing = { csv: '', edition: '', from: '', source: '' }
const faultsOf = (t: ReturnType<typeof useRules>, f: typeof nothing) => ({
  csv: f.csv.trim() ? null : t.wrongCsv,
  edition: f.edition.trim() ? null : t.wrongEdition,
  from: isDay(f.from) ? null : t.wrongDay,
  source: f.source.trim() ? null : t.wrongSource,
})

/** China's positive list from a CSV: looked at first, then written. With a wrong line nothing is written. */
export function ListForm({ onClose }: { onClose: () => void }) {
  const t = useRules()
  const [f, setF] = useState(nothing)
  const [tried, setTried] = useState(false)
  /** The report and the input that it is of: changed input is looked at anew. */
  const [seen, setSeen] = useState<{ of: string; report: Report } | null>(null)
  const set = (part: Partial<typeof f>) => setF(now => ({ ...now, ...part }))
  const wrong = faultsOf(t, f)
  const said = (key: keyof typeof wrong) => (tried ? wrong[key] : null)
  const current = seen?.of === JSON.stringify(f) ? seen.report : null
  const send = useMutation({
    mutationFn: (dryRun: boolean) => ask(api.POST('/v1/trade/positive-list', { body: { ...f, dryRun } })),
    onSuccess: report => {
      setSeen({ of: JSON.stringify(f), report })
      if (report.id === null) return
      toast(t.imported(report.lines))
      void queryClient.invalidateQueries({ queryKey: rulesKey })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrong).every(w => w === null)) send.mutate(current === null || current.problems.length > 0)
  }
  const notCsv = isCode(send.error, 'rule_invalid')
  return (
    <Modal title={t.list} text={t.listNote} onClose={onClose} wide>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Field
          label={t.file}
          type="file"
          accept=".csv,text/csv"
          onChange={e => void e.target.files?.[0]?.text().then(csv => set({ csv }))}
        />
        <TextArea
          label={t.csv}
          rows={5}
          spellCheck={false}
          className="num"
          value={f.csv}
          wrong={said('csv') ?? (notCsv ? t.notCsv : null)}
          onChange={e => set({ csv: e.target.value })}
        />
        <About f={f} set={set} said={said} />
        {current && <Seen report={current} />}
        {!notCsv && <Problem error={send.error} />}
        <div className="flex justify-end">
          <Button type="submit" kind="act" busy={send.isPending}>
            {current && current.problems.length === 0 ? t.import : t.preview}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function Seen({ report }: { report: Report }) {
  const t = useRules()
  return (
    <section role="status" className="grid gap-2 rounded-chip border border-line p-3">
      <p className="font-semibold">{t.report(report.lines, report.added, report.gone)}</p>
      {report.problems.length > 0 && (
        <>
          <p className="text-danger">{t.problems(report.problems.length)}</p>
          <ul className="m-0 max-h-48 list-none overflow-y-auto p-0">
            {report.problems.map(p => (
              <li key={`${p.line} ${p.why}`} className="num text-meta">
                {t.line(p.line, p.why)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface AboutProps {
  readonly f: typeof nothing
  readonly set: (part: Partial<typeof nothing>) => void
  readonly said: (key: 'edition' | 'from' | 'source') => string | null
}
function About({ f, set, said }: AboutProps) {
  const t = useRules()
  return (
    <>
      <div className="grid items-start gap-3 desk:grid-cols-2">
        <Field
          label={t.edition}
          maxLength={100}
          value={f.edition}
          wrong={said('edition')}
          onChange={e => set({ edition: e.target.value })}
        />
        <Field
          label={t.fromLabel}
          type="date"
          value={f.from}
          wrong={said('from')}
          onChange={e => set({ from: e.target.value })}
        />
      </div>
      <Field
        label={t.sourceLabel}
        hint={t.sourceHint}
        maxLength={500}
        value={f.source}
        wrong={said('source')}
        onChange={e => set({ source: e.target.value })}
      />
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useT } from '../../i18n/console/index.ts'
import { KindSign, Panel, Problem, RowsLoading, State, Time } from '../../ui/desk/index.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { addressOf, type Decision, keyOf, type Report, reasonsOf, reasonWord, type Subject } from './moderation-data.ts'
import { Reference } from './Reference.tsx'
import { Signals } from './Signals.tsx'
import { SubjectPreview } from './SubjectPreview.tsx'

export function ReportView({ report }: { report: Report }) {
  const t = useT()
  const address = addressOf(report.subject)
  return (
    <div className="grid items-start gap-4 min-[1360px]:grid-cols-[minmax(0,1fr)_320px]">
      <div className="grid gap-4">
        <Panel
          title={
            <span className="flex flex-wrap items-center gap-2">
              <KindSign>{t.kinds[report.subject.kind]}</KindSign>
              <Reference subject={report.subject} />
            </span>
          }
          aside={
            address && (
              <a href={address} target="_blank" rel="noreferrer">
                {t.queue.open}
              </a>
            )
          }
        >
          <SubjectPreview subject={report.subject} />
        </Panel>
        <Signals report={report} />
        {report.reports.count !== '0' && <Reports report={report} />}
      </div>
      <div className="grid gap-4 min-[1360px]:sticky min-[1360px]:top-4">
        <DecisionForm key={keyOf(report.subject)} report={report} />
        <Past subject={report.subject} />
      </div>
    </div>
  )
}

/** How many people reported it, why, and what they wrote. */
function Reports({ report }: { report: Report }) {
  const t = useT()
  return (
    <Panel title={t.queue.reports(Number(report.reports.count))}>
      <p className="mb-2 text-meta text-ink-2">
        {t.queue.first} <Time at={report.firstAt} /> · {t.queue.latest} <Time at={report.lastAt} />
      </p>
      <ul className="mb-3 flex flex-wrap gap-2" aria-label={t.queue.why}>
        {reasonsOf(report).map(r => (
          <li key={r.reason}>
            <KindSign>
              {reasonWord(r.reason)} {r.n}
            </KindSign>
          </li>
        ))}
      </ul>
      <h3 className="text-meta text-ink-2">{t.queue.notes}</h3>
      {report.notes.trim() === '' ? (
        <p className="text-ink-3">{t.queue.noNotes}</p>
      ) : (
        [...new Set(report.notes.split('\n'))].map(line => (
          <p key={line} className="border-s-2 border-line-strong ps-3 [overflow-wrap:anywhere] mt-2">
            {line}
          </p>
        ))
      )}
    </Panel>
  )
}

const tones = { remove: 'danger', keep: 'ok', restore: 'todo' } as const
export function ActionState({ action }: { action: Decision['action'] }) {
  const t = useT()
  return <State tone={tones[action]}>{t.decide.made[action]}</State>
}

function Past({ subject }: { subject: Subject }) {
  const t = useT()
  const past = useQuery({
    queryKey: ['decisions', keyOf(subject)],
    queryFn: () =>
      ask(api.GET('/v1/moderation/decisions', { params: { query: { kind: subject.kind, id: subject.id, limit: 20 } } })),
  })
  return (
    <Panel title={t.decide.past}>
      {past.isPending && <RowsLoading rows={1} />}
      <Problem error={past.error} retry={() => void past.refetch()} />
      {past.data?.items.length === 0 && <p className="text-ink-3">{t.decide.noPast}</p>}
      <ul className="grid gap-3">
        {past.data?.items.map(x => (
          <li key={x.id}>
            <div className="flex flex-wrap justify-between gap-x-3">
              <ActionState action={x.action} />
              <Time at={x.at} className="text-meta text-ink-3" />
            </div>
            <p className="text-meta text-ink-2">{reasonWord(x.reason)}</p>
            <p className="[overflow-wrap:anywhere]">{x.explanation}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../client/api.ts'
import { queryClient } from '../../../client/query.ts'
import { number } from '../../../i18n/format.ts'
import { useT } from '../../../i18n/studio/index.ts'
import { ArrowLeft } from '../../../ui/core/icons.tsx'
import { Button } from '../../../ui/core/index.ts'
import { Link, PageHead, Panel, Problem, RowsLoading, State, useParam } from '../../../ui/desk/index.ts'
import { faultText, isWorking, pace, type Run, runOf, runTone } from './import-data.ts'
import { Report } from './Report.tsx'

/** One import from reading to result; what is under way goes on without this page and is found again after a reload. */
export function RunPage() {
  const t = useT()
  const id = useParam('run')
  const run = useQuery({ ...runOf(id), refetchInterval: query => pace(query.state.data) })
  return (
    <>
      <Link to="/products/import" className="mb-3 inline-flex items-center gap-1">
        <ArrowLeft size={16} />
        {t.imports.title}
      </Link>
      {run.isPending && <RowsLoading />}
      {!run.data && <Problem error={run.error} retry={() => void run.refetch()} />}
      {run.data && <Shown run={run.data} />}
    </>
  )
}

function Shown({ run }: { run: Run }) {
  const t = useT()
  const note = [run.kind && t.imports.kinds[run.kind], t.imports.languages[run.language]].filter(Boolean).join(' · ')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <PageHead name={run.name} title={<span className="break-words">{run.name}</span>} note={note}>
        <State tone={runTone[run.state]}>{t.imports.states[run.state]}</State>
      </PageHead>
      {isWorking(run) && <Working run={run} />}
      {run.fault && <Failed run={run} />}
      {run.state === 'previewed' && <Begin run={run} />}
      {run.state === 'done' && <After run={run} />}
      {run.state !== 'reading' && run.total > 0 && <Report run={run} />}
    </div>
  )
}

function Working({ run }: { run: Run }) {
  const t = useT()
  const words = run.state === 'reading' ? t.imports.reading : t.imports.importing
  return (
    <Panel>
      <p role="status">{words}</p>
      <progress className="desk-progress my-2" aria-label={words} {...(run.total > 0 && { value: run.done, max: run.total })} />
      {run.total > 0 && <p className="num text-meta text-ink-2">{t.imports.rowsDone(number(run.done), number(run.total))}</p>}
    </Panel>
  )
}

function Failed({ run }: { run: Run }) {
  const t = useT()
  if (!run.fault) return null
  return (
    <div role="alert" className="grid gap-1 rounded-chip border border-danger px-4 py-3">
      <span className="font-semibold text-danger">{t.imports.failed}</span>
      <span>
        {run.fault.row !== null && `${t.imports.row(run.fault.row)}: `}
        {faultText(run.fault.code)}
      </span>
      <span className="text-meta break-words text-ink-2" lang="en">
        {run.fault.message}
      </span>
      <Link to="/products/import" className="mt-1">
        {t.imports.other}
      </Link>
    </div>
  )
}

function Begin({ run }: { run: Run }) {
  const t = useT()
  const n = run.counts.create + run.counts.update
  const start = useMutation({
    mutationFn: () => ask(api.POST('/v1/imports/{id}/start', { params: { path: { id: run.id } } })),
    onSuccess: next => {
      queryClient.setQueryData(['import', run.id], next)
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['import', run.id] }),
  })
  return (
    <div className="flex flex-wrap items-center justify-end gap-3">
      <Problem className="flex-1" error={start.error} />
      <Link to="/products/import" className="btn plain">
        {t.imports.other}
      </Link>
      <Button kind="act" disabled={n === 0} busy={start.isPending} onClick={() => start.mutate()}>
        {n === 0 ? t.imports.nothing : t.imports.start(n)}
      </Button>
    </div>
  )
}

function After({ run }: { run: Run }) {
  const t = useT()
  const { waiting, draft } = run.counts
  if (waiting === 0 && draft === 0) return null
  return (
    <Panel>
      {waiting > 0 && <p role="status">{t.imports.waiting(waiting)}</p>}
      {draft > 0 && <p>{t.imports.drafts(draft)}</p>}
    </Panel>
  )
}

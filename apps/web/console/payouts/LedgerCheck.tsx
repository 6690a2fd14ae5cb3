import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { usePayouts } from '../../i18n/console/payouts/index.ts'
import { Button } from '../../ui/core/index.ts'
import { Panel, Problem, RowsLoading, State, Time } from '../../ui/desk/index.ts'

/** What the last comparison of the ledger found, each problem with what it is about. */
export function LedgerCheck() {
  const t = usePayouts().check
  const last = useQuery({ queryKey: ['ledger-check'], queryFn: () => ask(api.GET('/v1/ledger/check')) })
  const run = useMutation({
    mutationFn: () => ask(api.POST('/v1/ledger/check')),
    onSuccess: found => queryClient.setQueryData(['ledger-check'], found),
  })
  const check = last.data?.check
  const problems = check?.problems ?? []
  return (
    <Panel title={t.title}>
      {last.isPending && <RowsLoading rows={1} />}
      <Problem error={run.error ?? last.error} retry={() => void last.refetch()} />
      {last.data && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="min-w-0 flex-1">
            <State tone={!check ? 'quiet' : problems.length === 0 ? 'ok' : 'danger'}>
              {!check ? t.never : problems.length === 0 ? t.well : t.bad(problems.length)}
            </State>
            {check && <Time at={check.at} className="ms-3 text-caption text-ink-3" />}
          </span>
          <Button size="small" busy={run.isPending} onClick={() => run.mutate()}>
            {t.run}
          </Button>
        </div>
      )}
      {problems.length > 0 && (
        <ul className="mt-3 mb-0 grid list-none gap-1 p-0">
          {problems.map(p => (
            <li key={`${p.kind} ${p.about}`} className="flex flex-wrap gap-x-3 border-b border-line py-1">
              <span className="min-w-0 flex-1">{t.kinds[p.kind]}</span>
              <code className="text-meta break-all text-ink-2">{p.about}</code>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 mb-0 text-meta text-ink-2">{t.note}</p>
    </Panel>
  )
}

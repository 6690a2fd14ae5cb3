import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../client/api.ts'
import { queryClient } from '../../../client/query.ts'
import { useT } from '../../../i18n/studio/index.ts'
import { Button, toast } from '../../../ui/core/index.ts'
import { Link, Modal, Panel, Problem, RowsLoading, State, Time } from '../../../ui/desk/index.ts'
import { useMyShop } from '../../shop-choice.ts'
import { faultText, isWorking, runTone, type Schedule } from './import-data.ts'
import { Tally } from './Tally.tsx'

/** Addresses that are fetched by themselves, with what came of the last time. Nothing is shown while there are none. */
export function Schedules() {
  const t = useT()
  const { shop } = useMyShop()
  const list = useQuery({
    queryKey: ['import-schedules', shop],
    queryFn: () => ask(api.GET('/v1/shops/{shop}/import-schedules', { params: { path: { shop } } })),
    refetchInterval: query => (query.state.data?.items.some(s => s.last && isWorking(s.last)) ? 2000 : false),
  })
  if (list.isPending) return <RowsLoading rows={1} />
  if (!list.data) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (list.data.items.length === 0) return null
  return (
    <Panel title={t.imports.schedules}>
      <ul className="grid">
        {list.data.items.map(s => (
          <Row key={s.id} schedule={s} shop={shop} />
        ))}
      </ul>
    </Panel>
  )
}

function Row({ schedule: s, shop }: { schedule: Schedule; shop: string }) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const stop = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/shops/{shop}/import-schedules/{id}', { params: { path: { shop, id: s.id } } })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['import-schedules'] })
      setAsking(false)
      toast(t.imports.stopped)
    },
  })
  return (
    <li className="grid gap-x-4 gap-y-2 border-t border-line py-3 first:border-0 first:pt-0 last:pb-0 desk:grid-cols-[minmax(0,1fr)_auto] desk:items-center">
      <div className="min-w-0">
        <div className="truncate font-medium" title={s.url}>
          {s.url}
        </div>
        <div className="text-meta text-ink-2">
          {t.imports[s.every]} · {t.imports.next} <Time at={s.next} />
        </div>
        {s.last && (
          <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta">
            <Link to="/products/import/$run" params={{ run: s.last.id }}>
              {t.imports.last} <Time at={s.last.created} />
            </Link>
            <State tone={runTone[s.last.state]}>{t.imports.states[s.last.state]}</State>
            {s.last.fault ? <span className="text-danger">{faultText(s.last.fault.code)}</span> : <Tally run={s.last} />}
          </div>
        )}
      </div>
      <Button onClick={() => setAsking(true)}>{t.imports.stop}</Button>
      {asking && (
        <Modal title={t.imports.stopTitle} text={t.imports.stopText} onClose={() => setAsking(false)}>
          <Problem error={stop.error} />
          <div className="mt-3 flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{t.imports.keep}</Button>
            <Button kind="act" busy={stop.isPending} onClick={() => stop.mutate()}>
              {t.imports.stop}
            </Button>
          </div>
        </Modal>
      )}
    </li>
  )
}

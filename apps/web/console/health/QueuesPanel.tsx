import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useHealth } from '../../i18n/console/health/index.ts'
import { number } from '../../i18n/format.ts'
import { Button, toast } from '../../ui/core/index.ts'
import { Modal, Panel, Problem } from '../../ui/desk/index.ts'
import { duration, type Health } from './health-data.ts'

type Queue = Health['queues'][number]

/** Queues with work, failures or figures; idle ones are counted. */
export function QueuesPanel({ queues }: { queues: readonly Queue[] }) {
  const t = useHealth()
  const [asked, setAsked] = useState<string | null>(null)
  const busy = queues.filter(q => q.waiting + q.active + q.failed + q.done > 0)
  const q = t.queues
  return (
    <Panel title={q.title}>
      {busy.length > 0 && (
        <table className="desk-table" aria-label={q.title}>
          <thead>
            <tr>
              <th scope="col">{q.queue}</th>
              <th scope="col" data-end="">
                {q.waiting}
              </th>
              <th scope="col" data-end="" className="max-desk:hidden">
                {q.active}
              </th>
              <th scope="col" data-end="">
                {q.failed}
              </th>
              <th scope="col" data-end="" className="max-desk:hidden">
                {q.oldest}
              </th>
              <th scope="col" data-end="" className="max-desk:hidden">
                {q.done}
              </th>
              <th scope="col" data-end="" className="max-desk:hidden">
                {q.typical}
              </th>
            </tr>
          </thead>
          <tbody>
            {busy.map(row => (
              <Row key={row.queue} row={row} retry={() => setAsked(row.queue)} />
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-3 text-meta text-ink-2">{q.quiet(queues.length - busy.length)}</p>
      {asked !== null && <Retry queue={asked} close={() => setAsked(null)} />}
    </Panel>
  )
}

function Row({ row, retry }: { row: Queue; retry: () => void }) {
  const t = useHealth()
  const typical =
    row.typicalMs === null ? '–' : row.typicalMs < 2000 ? t.units.milliseconds(row.typicalMs) : duration(t, row.typicalMs / 1000)
  return (
    <tr>
      <td>
        <code className="text-meta break-all">{row.queue}</code>
        {row.failed > 0 && (
          <div className="mt-1">
            <Button size="small" onClick={retry}>
              {t.queues.retry}
            </Button>
          </div>
        )}
      </td>
      <td data-end="" className="num">
        {number(row.waiting)}
      </td>
      <td data-end="" className="num max-desk:hidden">
        {number(row.active)}
      </td>
      <td data-end="" className={row.failed > 0 ? 'num font-semibold text-danger' : 'num'}>
        {number(row.failed)}
      </td>
      <td data-end="" className="num max-desk:hidden">
        {row.oldest === null ? '–' : duration(t, row.oldest)}
      </td>
      <td data-end="" className="num max-desk:hidden">
        {number(row.done)}
      </td>
      <td data-end="" className="num whitespace-nowrap max-desk:hidden">
        {typical}
      </td>
    </tr>
  )
}

function Retry({ queue, close }: { queue: string; close: () => void }) {
  const t = useHealth().queues
  const retry = useMutation({
    mutationFn: () => ask(api.POST('/v1/jobs/{queue}/retry', { params: { path: { queue } } })),
    onSuccess: ({ retried }) => {
      toast(t.retried(retried))
      void queryClient.invalidateQueries({ queryKey: ['health'] })
      void queryClient.invalidateQueries({ queryKey: ['audit'] })
      close()
    },
  })
  return (
    <Modal title={t.retryTitle(queue)} text={t.retryText} onClose={close}>
      <div className="grid gap-3">
        <Problem error={retry.error} />
        <Button kind="act" busy={retry.isPending} onClick={() => retry.mutate()}>
          {t.retry}
        </Button>
      </div>
    </Modal>
  )
}

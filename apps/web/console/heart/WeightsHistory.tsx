import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useWeights } from '../../i18n/console/weights/index.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { number } from '../../i18n/format.ts'
import { Button, toast } from '../../ui/core/index.ts'
import { Problem, RowsLoading, Time } from '../../ui/desk/index.ts'
import type { Heart } from './heart-data.ts'
import { useWeightName } from './weight-name.ts'
import { draftOf, settingsOf } from './weights-data.ts'

type Line = Reply<'GET /v1/audit'>['items'][number]
type Changes = Readonly<Record<string, { readonly from: number | null; readonly to: number | null }>>
const changesOf = (line: Line): Changes => (JSON.parse(line.detail) as { changes?: Changes }).changes ?? {}
const text = (n: number | null | undefined): string => (n === null || n === undefined ? '' : String(n))

/** Who changed which weights, newest first. What still holds can be taken back with one press. */
export function WeightsHistory({ weights }: { weights: Heart['weights'] }) {
  const w = useWeights()
  const d = useDesk()
  const history = useInfiniteQuery({
    queryKey: ['audit', 'weights'],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/audit', {
          params: { query: { limit: 5, action: 'weights.changed', ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const back = useMutation({
    mutationFn: (line: Line) => {
      const before = Object.fromEntries(Object.entries(changesOf(line)).map(([field, c]) => [field, text(c.from)]))
      const body = { weights: settingsOf({ ...draftOf(weights), ...before }), version: weights.version }
      return ask(api.PUT('/v1/feed/weights', { body }))
    },
    onSuccess: () => toast(w.backDone),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['heart'] })
      void queryClient.invalidateQueries({ queryKey: ['audit'] })
    },
  })
  const now = draftOf(weights)
  const holds = (line: Line) => Object.entries(changesOf(line)).every(([field, c]) => (now[field] ?? '') === text(c.to))
  const lines = history.data?.pages.flatMap(p => p.items) ?? []
  return (
    <section className="mt-4 border-t border-line pt-4">
      <h3 className="mb-2 font-semibold">{w.history}</h3>
      {history.isPending && <RowsLoading rows={2} />}
      {history.error ? <Problem error={history.error} retry={() => void history.refetch()} /> : null}
      {history.data && lines.length === 0 && <p className="text-meta text-ink-2">{w.noHistory}</p>}
      <ul className="grid gap-3">
        {lines.map(line => (
          <li key={`${line.at} ${line.detail}`} className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <p className="text-meta text-ink-2">
                {line.by?.name ?? w.gone} · <Time at={line.at} />
              </p>
              <Changed changes={changesOf(line)} />
            </div>
            {holds(line) && (
              <Button size="small" disabled={back.isPending} onClick={() => back.mutate(line)}>
                {w.back}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem error={back.error} className="mt-3" />
      {history.hasNextPage && (
        <Button size="small" className="mt-3" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {d.loadMore}
        </Button>
      )}
    </section>
  )
}

function Changed({ changes }: { changes: Changes }) {
  const w = useWeights()
  const name = useWeightName()
  const figure = (n: number | null) => (n === null ? w.unset : number(n))
  return (
    <ul>
      {Object.entries(changes).map(([field, c]) => (
        <li key={field} className="num">
          {name(field)}: {figure(c.from)} → {figure(c.to)}
        </li>
      ))}
    </ul>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { number } from '../../i18n/format.ts'
import { useStock } from '../../i18n/studio/stock/index.ts'
import { MoreButton, Panel, Problem, RowsLoading, Time } from '../../ui/desk/index.ts'
import type { Location, ProductStock } from './stock-data.ts'

interface Names {
  readonly locations: readonly Location[]
  readonly nameOf: (variant: string) => string
}
const signed = (n: number) => (n > 0 ? `+${number(n)}` : number(n).replace('-', '−'))

/** The ledger, newest first. */
export function Movements({ product, locations, nameOf }: Names & { product: string }) {
  const m = useStock()
  const pages = useInfiniteQuery({
    queryKey: ['movements', product],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/products/{id}/movements', {
          params: { path: { id: product }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const rows = pages.data?.pages.flatMap(p => p.items) ?? []
  const place = (id: string) => locations.find(l => l.id === id)?.name || m.main
  return (
    <Panel title={m.movements}>
      {pages.isPending && <RowsLoading rows={3} />}
      {!pages.data && <Problem error={pages.error} retry={() => void pages.refetch()} />}
      {pages.data && rows.length === 0 && <p className="text-ink-2">{m.none}</p>}
      <ul className="m-0 list-none divide-y divide-line p-0">
        {rows.map(r => (
          <li key={r.id} className="flex items-baseline gap-3 py-2">
            <span className="min-w-0 flex-1">
              {m.kinds[r.kind]}
              <span className="block text-caption text-ink-2 [overflow-wrap:anywhere]">
                {[
                  nameOf(r.variant),
                  place(r.location),
                  r.lot && `${m.lot} ${r.lot}`,
                  r.bestBefore && `${m.bestBefore} ${r.bestBefore}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="num">{signed(r.onHand || r.reserved)}</span>
            <span className="w-24 text-end text-caption text-ink-2">
              <Time at={r.at} />
            </span>
          </li>
        ))}
      </ul>
      {pages.data && <MoreButton pages={pages} />}
    </Panel>
  )
}

export function Lots({ lots, locations, nameOf }: Names & { lots: ProductStock['lots'] }) {
  const m = useStock()
  return (
    <Panel title={m.lots}>
      <p className="mb-2 max-w-[66ch] text-ink-2">{m.lotsNote}</p>
      <ul className="m-0 list-none divide-y divide-line p-0">
        {lots.map(l => (
          <li key={`${l.variant} ${l.location} ${l.lot} ${l.at}`} className="flex items-baseline gap-3 py-2">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {l.lot || '–'}
              <span className="block text-caption text-ink-2">
                {nameOf(l.variant)} · {locations.find(x => x.id === l.location)?.name || m.main}
              </span>
            </span>
            <span className="num">{l.bestBefore ?? '–'}</span>
            <span className="num w-16 text-end text-ink-2">{m.pieces(number(l.received))}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

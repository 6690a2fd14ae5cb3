import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { useSums } from '../../i18n/sums/index.ts'
import { Check, TriangleAlert } from '../../ui/core/icons.tsx'
import { Link, Panel, Problem, RowsLoading, State } from '../../ui/desk/index.ts'
import { nameOf, type Verdict } from './trade-data.ts'
import { Needs } from './verdict.tsx'

export const productReadyKey = (product: string) => ['trade-readiness-of', product]

/** Whether a product can be sold in each market that its shop sends to, and what it still needs there. */
export function ReadyPanel({ product, link }: { product: string; link: boolean }) {
  const t = useTrade()
  const found = useQuery({
    queryKey: productReadyKey(product),
    queryFn: () => ask(api.GET('/v1/products/{id}/trade-readiness', { params: { path: { id: product } } })),
  })
  const aside = link && (
    <Link to="/products/$product/trade" params={{ product }}>
      {t.check.fill}
    </Link>
  )
  return (
    <Panel title={t.check.panel} aside={aside}>
      {found.isPending && <RowsLoading rows={2} />}
      {!found.data && <Problem error={found.error} retry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && (
        <p className="text-ink-2">
          {t.check.none} <Link to="/trade">{t.addWay}</Link>
        </p>
      )}
      <ul className="m-0 grid list-none gap-3 p-0">
        {found.data?.items.map(v => (
          <One key={`${v.markets[0]} ${v.way}`} verdict={v} />
        ))}
      </ul>
    </Panel>
  )
}

function One({ verdict: v }: { verdict: Verdict }) {
  const t = useTrade()
  const sums = useSums()
  const [first = '', ...more] = v.markets
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)] gap-x-2 gap-y-1 border-t border-line pt-3 first:border-0 first:pt-0">
      <span className={v.ready ? 'text-ok' : 'text-warn'}>{v.ready ? <Check size={18} /> : <TriangleAlert size={18} />}</span>
      <div className="flex items-baseline gap-x-3">
        <b className="min-w-0 flex-1 font-semibold">
          {t.check.title(nameOf(first))}
          {more.length > 0 && <span className="ms-2 text-meta font-normal text-ink-2">{t.check.more(more.length)}</span>}
        </b>
        <State tone={v.ready ? 'ok' : 'todo'}>{v.ready ? t.ready : t.notReady}</State>
      </div>
      <span className="col-start-2 text-meta text-ink-2">{sums.ways[v.way]}</span>
      {!v.ready && (
        <div className="col-start-2">
          <Needs missing={v.missing} reason={v.reason} />
        </div>
      )}
    </li>
  )
}

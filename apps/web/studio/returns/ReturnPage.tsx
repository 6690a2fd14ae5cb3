import { useQuery } from '@tanstack/react-query'
import { type Returned, stepsOf } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { ArrowLeft } from '../../ui/core/icons.tsx'
import { Empty } from '../../ui/core/index.ts'
import { Link, PageHead, Panel, Problem, RowsLoading, State, Time, useParam } from '../../ui/desk/index.ts'
import { OrderDeclaration } from '../declarations/OrderDeclaration.tsx'
import { orderQuery } from '../orders/orders-data.ts'
import { ReturnActions } from './ReturnActions.tsx'
import { tones } from './ReturnsPage.tsx'

/** What was asked back of one order, the last first. */
export function ReturnPage() {
  const t = useFulfil()
  const id = useParam('order')
  const order = useQuery({ ...orderQuery(id), refetchInterval: 15_000 })
  const o = order.data
  return (
    <>
      <Link to="/returns" className="mb-3 inline-flex items-center gap-1">
        <ArrowLeft size={16} />
        {t.returns}
      </Link>
      {!o && (order.error ? <Problem error={order.error} retry={() => void order.refetch()} /> : <RowsLoading />)}
      {o && (
        <>
          <PageHead title={t.title(o.number)} note={o.address?.name}>
            <Link to="/orders/$order" params={{ order: o.id }}>
              {t.toOrder}
            </Link>
          </PageHead>
          <Problem error={order.error} retry={() => void order.refetch()} className="mb-4" />
          <OrderDeclaration order={o} className="mb-4" />
          {o.returns.length === 0 && <Empty title={t.noReturn} />}
          <div className="grid gap-4">
            {o.returns.toReversed().map(r => (
              <One key={r.id} order={o} returned={r} />
            ))}
          </div>
        </>
      )}
    </>
  )
}

function One({ order, returned: r }: { order: Order; returned: Returned }) {
  const t = useFulfil()
  return (
    <Panel
      title={`${t.kinds[r.kind]} · ${t.reasons[r.reason]}`}
      aside={<State tone={tones[r.state]}>{t.returnStates[r.state]}</State>}
    >
      <div className="grid gap-4">
        <ul className="m-0 grid list-none gap-1 p-0">
          {r.lines.map(p => {
            const line = order.lines.find(l => l.id === p.line)
            const name = line && textIn(line.name)
            return (
              <li key={p.line}>
                <span lang={name && langTag(name.lang)}>{name?.text}</span> × <b className="num">{p.quantity}</b>{' '}
                <span className="text-meta text-ink-2">{line?.sku}</span>
              </li>
            )
          })}
        </ul>
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{r.words ?? t.noWords}</p>
        {r.photos.length > 0 && <Photos ids={r.photos} />}
        <p className="text-meta text-ink-2">
          {t.wayBack[r.wayBack]} {r.variant && t.wantsOther}
        </p>
        {r.carrier && (
          <p>
            {r.carrier} <span className="num select-all [overflow-wrap:anywhere]">{r.tracking}</span>
          </p>
        )}
        {r.refusal && (
          <p>
            {t.refused}: {t.refusals[r.refusal.reason]} <span className="whitespace-pre-line">{r.refusal.note}</span>
          </p>
        )}
        {r.outcome && <p>{t.outcomes[r.outcome]}</p>}
        <ReturnActions order={order} returned={r} />
        <Steps order={order} returned={r} />
      </div>
    </Panel>
  )
}

function Photos({ ids }: { ids: readonly string[] }) {
  const t = useFulfil()
  return (
    <ul className="m-0 flex list-none flex-wrap gap-2 p-0" aria-label={t.photos}>
      {ids.map((id, i) => (
        <li key={id}>
          <a href={`/media/${id}/full.webp`} target="_blank" rel="noreferrer" className="block">
            <img
              src={`/media/${id}/square.webp`}
              alt={t.photo(i + 1)}
              width={112}
              height={112}
              className="size-28 rounded-thumb object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}

function Steps({ order, returned }: { order: Order; returned: Returned }) {
  const t = useFulfil()
  const words: Readonly<Record<string, string>> = useT().order.happened
  return (
    <section>
      <h3 className="mb-1 text-meta font-semibold">{t.steps}</h3>
      <ol className="m-0 grid list-none gap-1 p-0 text-meta">
        {stepsOf(order, returned).map(s => (
          <li key={`${s.at} ${s.what}`} className="flex flex-wrap gap-x-3">
            <Time at={s.at} className="num text-ink-2" />
            <span>{words[s.what] ?? words.other}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Order } from '../../client/types.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { ArrowLeft } from '../../ui/core/icons.tsx'
import { LeaveGuard, Link, PageHead, Panel, Problem, RowsLoading, State, Time, useParam } from '../../ui/desk/index.ts'
import { orderQuery } from '../orders/orders-data.ts'
import { Checks } from './Checks.tsx'
import { Documents } from './Documents.tsx'
import { type Declared, declarationQuery, isUnderWay, look, tones, wordOf } from './declaration-data.ts'
import { History } from './History.tsx'
import { Life } from './Life.tsx'
import { NextStep } from './NextStep.tsx'
import { ParcelForm } from './ParcelForm.tsx'

/** One order before customs: where it stands, what is compared, what is sent, what came back. */
export function DeclarationPage() {
  const t = useDeclarations()
  const id = useParam('order')
  const found = useQuery({
    ...declarationQuery(id),
    refetchInterval: q => (q.state.data && isUnderWay(wordOf(q.state.data.declaration)) ? look.underWay : look.page),
  })
  const order = useQuery(orderQuery(id))
  const failed = found.error ?? order.error
  const retry = () => void Promise.all([found.refetch(), order.refetch()])
  return (
    <>
      <Link to="/declarations" className="mb-3 inline-flex items-center gap-1">
        <ArrowLeft size={16} />
        {t.title}
      </Link>
      {failed && <Problem error={failed} retry={retry} className="mb-4" />}
      {found.data && order.data ? <Loaded declared={found.data} order={order.data} /> : !failed && <RowsLoading />}
    </>
  )
}

function Loaded({ declared, order }: { declared: Declared; order: Order }) {
  const t = useDeclarations()
  const d = declared.declaration
  const word = wordOf(d)
  const [unsaved, setUnsaved] = useState(false)
  return (
    <>
      <PageHead
        title={t.titleOf(d.number)}
        note={
          <span className="flex flex-wrap items-center gap-x-3">
            <State tone={tones[word]}>{t.states[word]}</State>
            <Link to="/orders/$order" params={{ order: d.order }}>
              {t.order} <span className="num">{d.number}</span>
            </Link>
          </span>
        }
      />
      <NextStep declared={declared} order={order} unsaved={unsaved} />
      <div className="mt-4 grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_320px]">
        <div className="grid gap-4">
          <Checks declaration={d} order={order} />
          <ParcelForm key={d.order} declared={declared} order={order} onUnsaved={setUnsaved} />
          <Documents declared={declared} />
        </div>
        <div className="grid gap-4">
          <Life declaration={d} />
          <Numbers declared={declared} />
          <History declared={declared} />
        </div>
      </div>
      <LeaveGuard when={unsaved} />
    </>
  )
}

function Numbers({ declared: { declaration: d } }: { declared: Declared }) {
  const t = useDeclarations()
  if (!d.preNo && !d.invtNo && !d.released) return null
  const texts = [
    [t.preNo, d.preNo],
    [t.invtNo, d.invtNo],
  ] as const
  const times = [
    [t.releasedAt, d.released, 'dateTime'],
    [t.returnUntil, d.returnUntil, 'date'],
  ] as const
  return (
    <Panel title={t.numbers}>
      <dl className="m-0 grid gap-2">
        {texts.map(
          ([name, text]) =>
            text && (
              <div key={name}>
                <dt className="text-meta text-ink-2">{name}</dt>
                <dd className="num m-0 select-all [overflow-wrap:anywhere]">{text}</dd>
              </div>
            ),
        )}
        {times.map(
          ([name, at, as]) =>
            at && (
              <div key={name}>
                <dt className="text-meta text-ink-2">{name}</dt>
                <dd className="m-0">
                  <Time at={at} as={as} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </Panel>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { useFees } from '../../i18n/console/fees/index.ts'
import { finePercent, said } from '../../i18n/format.ts'
import { Percent } from '../../ui/core/icons.tsx'
import { Button, Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, PageHead, State, Time, type Tone } from '../../ui/desk/index.ts'
import { FeeForm } from './FeeForm.tsx'

export type Fee = Reply<'GET /v1/ledger/rates'>['items'][number]
const toneOf: Readonly<Record<Fee['standing'], Tone>> = { now: 'ok', planned: 'todo', over: 'quiet' }
/** Rows of the very beginning hold since ever. */
const isFirst = (fee: Fee) => new Date(fee.since).getTime() <= 0

/** What a sale costs, by day: dated rows, those to come first. Rows are only added; what was sold keeps its own. */
export function FeesPage() {
  const t = useFees()
  const [adding, setAdding] = useState(false)
  const fees = useInfiniteQuery({
    queryKey: ['fees'],
    queryFn: ({ pageParam }) =>
      ask(api.GET('/v1/ledger/rates', { params: { query: { limit: 30, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const holder = (f: Fee) =>
    f.holder === '*'
      ? f.kind === 'provider'
        ? t.allProviders
        : t.allShops
      : f.kind === 'provider'
        ? f.holder
        : f.name
          ? said(f.name)
          : t.gone
  const since = (f: Fee) => (isFirst(f) ? <span>{t.ever}</span> : <Time at={f.since} />)
  const share = (f: Fee) => <span className="num">{finePercent(f.bps / 10_000)}</span>
  const state = (f: Fee) => <State tone={toneOf[f.standing]}>{t.standings[f.standing]}</State>
  const columns: readonly Column<Fee>[] = [
    { key: 'kind', head: t.kind, cell: f => <b className="font-semibold">{t.kinds[f.kind]}</b> },
    { key: 'holder', head: t.holder, cell: f => <span className="break-words">{holder(f)}</span> },
    { key: 'share', head: t.share, end: true, cell: share },
    { key: 'since', head: t.since, cell: since },
    { key: 'state', head: t.state, cell: state },
  ]
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <Button kind="act" onClick={() => setAdding(true)}>
          {t.add}
        </Button>
      </PageHead>
      <DataTable
        pages={fees}
        label={t.title}
        columns={columns}
        rowKey={f => `${f.kind} ${f.holder} ${f.since}`}
        card={f => (
          <div className="grid gap-1">
            <div className="flex items-start gap-2">
              <b className="flex-1 font-semibold">{t.kinds[f.kind]}</b>
              <b className="font-semibold">{share(f)}</b>
            </div>
            <span className="break-words text-meta text-ink-2">{holder(f)}</span>
            <span className="flex flex-wrap items-center gap-x-2 text-meta text-ink-2">
              {state(f)}
              {since(f)}
            </span>
          </div>
        )}
        empty={<Empty icon={<Percent size={32} />} title={t.none} />}
      />
      {adding && <FeeForm onClose={() => setAdding(false)} />}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { useRates } from '../../i18n/console/rates/index.ts'
import { finePercent } from '../../i18n/format.ts'
import { Coins } from '../../ui/core/icons.tsx'
import { Button, Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, PageHead, State, Time } from '../../ui/desk/index.ts'
import { RatesForm } from './RatesForm.tsx'

export type Rate = Reply<'GET /v1/rates'>['items'][number]
/** An older rate exchanges nothing (the server's rule). */
const lasts = 7 * 86_400_000

/** The newest rate of every pair, those that are too old marked, and the form for new ones. */
export function RatesPage() {
  const t = useRates()
  const [adding, setAdding] = useState(false)
  const { data, ...rates } = useQuery({ queryKey: ['rates'], queryFn: () => ask(api.GET('/v1/rates')), refetchInterval: 60_000 })
  const items = data?.items ?? []
  // The newest of all stands for the server's clock, which in a demo is moved.
  const now = Math.max(Date.now(), ...items.map(r => Date.parse(r.at)))
  const isOld = (r: Rate) => now - Date.parse(r.at) > lasts
  const old = items.filter(isOld).length
  const spread = (r: Rate) => finePercent(r.spreadBps / 10_000)
  const state = (r: Rate) => <State tone={isOld(r) ? 'warn' : 'ok'}>{isOld(r) ? t.stale : t.fresh}</State>
  const columns: readonly Column<Rate>[] = [
    { key: 'pair', head: t.pair, cell: r => <b className="font-semibold">{`${r.from} → ${r.to}`}</b> },
    { key: 'mid', head: t.mid, end: true, cell: r => <span className="num">{r.mid}</span> },
    { key: 'spread', head: t.spread, end: true, cell: r => <span className="num">{spread(r)}</span> },
    { key: 'paid', head: t.paid, end: true, cell: r => <span className="num">{r.rate}</span> },
    { key: 'at', head: t.at, cell: r => <Time at={r.at} /> },
    { key: 'source', head: t.source, cell: r => <span className="break-words">{r.source}</span> },
    { key: 'state', head: t.state, cell: state },
  ]
  const pages = {
    ...rates,
    data: data && { pages: [data] },
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: () => undefined,
  }
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <Button kind="act" onClick={() => setAdding(true)}>
          {t.add}
        </Button>
      </PageHead>
      {old > 0 && <p className="panel mb-3 text-warn">{t.staleText(old)}</p>}
      <DataTable
        pages={pages}
        label={t.title}
        columns={columns}
        rowKey={r => `${r.from} ${r.to}`}
        card={r => (
          <div className="grid gap-1">
            <div className="flex items-start gap-2">
              <b className="num flex-1 font-semibold">{`1 ${r.from} = ${r.rate} ${r.to}`}</b>
              {state(r)}
            </div>
            <span className="num text-meta text-ink-2">{`${t.mid} ${r.mid} · ${t.spread} ${spread(r)}`}</span>
            <span className="flex flex-wrap gap-x-2 text-meta text-ink-2">
              <Time at={r.at} />
              <span className="break-words">{r.source}</span>
            </span>
          </div>
        )}
        empty={<Empty icon={<Coins size={32} />} title={t.none} text={t.noneText} />}
      />
      {adding && <RatesForm now={items} onClose={() => setAdding(false)} />}
    </>
  )
}

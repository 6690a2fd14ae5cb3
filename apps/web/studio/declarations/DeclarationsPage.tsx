import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { PackageCheck } from '../../ui/core/icons.tsx'
import { Button, Empty } from '../../ui/core/index.ts'
import { type Column, DataTable, Link, PageHead, State, TabLinks, Time, useWords } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { countsQuery } from './counts.ts'
import { type Declaration, look, tones, views, wordOf } from './declaration-data.ts'
import { ReceiptsForm } from './ReceiptsForm.tsx'

/** The declarations of a shop: its own turn first. */
export function DeclarationsPage() {
  const t = useDeclarations()
  const { shop } = useMyShop()
  const asked = useWords().view
  const view = views.find(v => v === asked) ?? (asked === 'all' ? undefined : 'todo')
  const counts = useQuery(countsQuery(shop)).data
  const [uploading, setUploading] = useState(false)
  const rows = useInfiniteQuery({
    queryKey: ['declarations', shop, view],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{shop}/declarations', {
          params: { path: { shop }, query: { limit: 30, ...(view && { view }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: look.list,
  })
  const tabs = [...views, 'all' as const].map(v => ({
    key: v,
    label: t.views[v],
    count: v === 'todo' || v === 'under_way' ? counts?.[v] : undefined,
    search: { view: v },
  }))
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <Button onClick={() => setUploading(true)}>{t.receipts}</Button>
      </PageHead>
      <TabLinks label={t.title} to="/declarations" tabs={tabs} now={view ?? 'all'} />
      <DataTable
        pages={rows}
        label={t.title}
        columns={useColumns()}
        rowKey={d => d.order}
        card={d => <Card row={d} />}
        empty={<Empty icon={<PackageCheck size={32} />} title={t.none[view ?? 'all']} text={t.noneText} />}
      />
      {uploading && <ReceiptsForm onClose={() => setUploading(false)} />}
    </>
  )
}

const OrderNumber = ({ row }: { row: Declaration }) => (
  <Link to="/declarations/$order" params={{ order: row.order }} className="num font-semibold whitespace-nowrap">
    {row.number}
  </Link>
)
function Stands({ row }: { row: Declaration }) {
  const t = useDeclarations()
  const word = wordOf(row)
  return <State tone={tones[word]}>{t.states[word]}</State>
}
function Checked({ row }: { row: Declaration }) {
  const t = useDeclarations()
  const red = row.checks.filter(c => !c.ok).length
  if (row.checks.length === 0) return <span className="text-ink-2">–</span>
  return <span>{red > 0 ? t.red(red) : t.green(row.checks.length)}</span>
}

function useColumns(): Column<Declaration>[] {
  const t = useDeclarations()
  return [
    { key: 'number', head: t.order, cell: d => <OrderNumber row={d} /> },
    { key: 'state', head: t.state, cell: d => <Stands row={d} /> },
    { key: 'checks', head: t.checksHead, cell: d => <Checked row={d} /> },
    { key: 'changed', head: t.changed, cell: d => <Time at={d.updated} className="whitespace-nowrap" /> },
    { key: 'opened', head: t.opened, cell: d => <Time at={d.created} className="whitespace-nowrap" /> },
  ]
}
function Card({ row }: { row: Declaration }) {
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="flex-1">
          <OrderNumber row={row} />
        </span>
        <Stands row={row} />
      </div>
      <span className="flex justify-between gap-3 text-meta text-ink-2">
        <Checked row={row} />
        <Time at={row.updated} />
      </span>
    </div>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask } from '../../../client/api.ts'
import { number } from '../../../i18n/format.ts'
import { useT } from '../../../i18n/studio/index.ts'
import { Package } from '../../../ui/core/icons.tsx'
import { Empty } from '../../../ui/core/index.ts'
import { type Column, DataTable, Link, State, TabLinks, useWords } from '../../../ui/desk/index.ts'
import { faultText, isWorking, outcomes, outcomeTone, type ReportRow, type Run } from './import-data.ts'

/** Product by product in the order of the file, by outcome. The table is read anew when the import has moved on. */
export function Report({ run }: { run: Run }) {
  const t = useT()
  const asked = useWords().outcome
  const outcome = outcomes.find(o => o === asked)
  const settled = isWorking(run) ? 'working' : `${run.state} ${run.counts.waiting}`
  const rows = useInfiniteQuery({
    queryKey: ['import-rows', run.id, outcome, settled],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/imports/{id}/rows', {
          params: {
            path: { id: run.id },
            query: { limit: 50, ...(outcome && { outcome }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    placeholderData: before => before,
  })
  const shown = outcomes.filter(o => o !== 'draft' || run.counts.draft > 0)
  const all = run.counts.create + run.counts.update + run.counts.unchanged + run.counts.refused
  const tabs = [
    { key: 'all', label: t.imports.all, count: all, search: {} },
    ...shown.map(o => ({ key: o, label: t.imports.outcomes[o], count: run.counts[o], search: { outcome: o } })),
  ]
  const title = run.state === 'done' ? t.imports.reportDone : t.imports.report
  return (
    <section>
      <h2 className="panel-title mb-2">{title}</h2>
      <TabLinks label={title} to={`/products/import/${run.id}`} tabs={tabs} now={outcome ?? 'all'} />
      <DataTable
        pages={rows}
        label={title}
        columns={useColumns()}
        rowKey={r => String(r.n)}
        card={r => <Card row={r} />}
        empty={<Empty icon={<Package size={32} />} title={t.imports.noneHere} />}
      />
    </section>
  )
}

function useColumns(): Column<ReportRow>[] {
  const t = useT()
  return [
    { key: 'row', head: t.imports.rowHead, cell: r => <span className="num">{number(r.row)}</span> },
    { key: 'product', head: t.imports.product, cell: r => <Name row={r} /> },
    { key: 'outcome', head: t.imports.outcome, cell: r => <Outcome row={r} /> },
    { key: 'notes', head: t.imports.notes, cell: r => <Notes row={r} /> },
  ]
}

function Name({ row }: { row: ReportRow }) {
  const t = useT()
  const name = row.title || t.imports.unnamed
  return (
    <span className="block min-w-0">
      {row.product ? (
        <Link to="/products/$product" params={{ product: row.product }} className="line-clamp-2 font-medium">
          {name}
        </Link>
      ) : (
        <span className="line-clamp-2 font-medium">{name}</span>
      )}
      {row.handle && !/^prd_/.test(row.handle) && <span className="block text-caption break-all text-ink-3">{row.handle}</span>}
    </span>
  )
}

function Outcome({ row }: { row: ReportRow }) {
  const t = useT()
  return (
    <span className="grid gap-1">
      <State tone={outcomeTone[row.outcome]}>{t.imports.outcomes[row.outcome]}</State>
      {row.settling === 'failed' && <State tone="warn">{t.imports.outcomes.draft}</State>}
    </span>
  )
}

/** Reasons first, then what changes, then what is not taken over as it stands. */
function Notes({ row }: { row: ReportRow }) {
  const t = useT()
  return (
    <span className="grid max-w-[56ch] gap-1 text-meta">
      {row.fault && (
        <span title={row.fault.message}>
          {faultText(row.fault.code)} <FileColumn name={row.fault.column} />
        </span>
      )}
      {row.settling === 'waiting' && <span className="text-ink-2">{t.imports.fetching}</span>}
      {row.reason && (
        <span title={row.reason.message}>
          {row.reason.code === 'fetch_failed' || row.reason.code === 'url_forbidden'
            ? t.imports.pictureMissing
            : faultText(row.reason.code)}
        </span>
      )}
      {row.changes.length > 0 && <span>{row.changes.map(c => t.imports.changes[c]).join(' · ')}</span>}
      {row.warnings.map(w => (
        <span key={`${w.code} ${w.column}`} className="text-ink-2">
          {t.imports.warnings[w.code]} <FileColumn name={w.column} />
        </span>
      ))}
    </span>
  )
}

/** The column of the file, as its header says it. */
const FileColumn = ({ name }: { name: string | null }) =>
  name === null ? null : <span className="num break-words text-caption text-ink-3">{name}</span>

function Card({ row }: { row: ReportRow }) {
  const t = useT()
  return (
    <div className="grid gap-2">
      <div className="flex items-start justify-between gap-3">
        <Name row={row} />
        <Outcome row={row} />
      </div>
      <span className="num text-caption text-ink-3">{t.imports.row(row.row)}</span>
      <Notes row={row} />
    </div>
  )
}

import type { ReactNode } from 'react'
import { useDesk } from '../../i18n/desk/index.ts'
import { Button } from '../core/index.ts'
import { Problem, RowsLoading } from './layout.tsx'

export interface Column<T> {
  readonly key: string
  readonly head: string
  /** Numbers stand at the end of their column. */
  readonly end?: boolean
  readonly cell: (row: T) => ReactNode
}
/** The parts of an infinite query that a table needs. */
interface Pages<T> {
  readonly data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
  readonly refetch: () => unknown
}
interface DataTableProps<T> {
  readonly pages: Pages<T>
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rowKey: (row: T) => string
  /** The same row on a narrow screen. */
  readonly card: (row: T) => ReactNode
  readonly empty: ReactNode
}

/** A table on the desktop, cards on the phone, page by page; loading, empty and failed states included. */
export function DataTable<T>({ pages, label, columns, rowKey, card, empty }: DataTableProps<T>) {
  const rows = pages.data?.pages.flatMap(p => p.items) ?? []
  if (pages.isPending) return <RowsLoading />
  if (pages.error && rows.length === 0) return <Problem error={pages.error} retry={() => void pages.refetch()} />
  if (rows.length === 0) return empty
  return (
    <>
      <div className="panel hidden overflow-clip !p-0 desk:block">
        <table className="desk-table" aria-label={label}>
          <thead>
            <tr>
              {columns.map(c => (
                <th key={c.key} scope="col" data-end={c.end ? '' : undefined}>
                  {c.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={rowKey(row)} data-link="">
                {columns.map(c => (
                  <td key={c.key} data-end={c.end ? '' : undefined}>
                    {c.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="grid gap-2 desk:hidden" aria-label={label}>
        {rows.map(row => (
          <li key={rowKey(row)} className="panel !p-3">
            {card(row)}
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </>
  )
}

/** Asks for the next page, where there is one. */
export function MoreButton<T>({ pages }: { pages: Pages<T> }) {
  const t = useDesk()
  if (pages.error) return <Problem className="mt-3" error={pages.error} retry={() => void pages.fetchNextPage()} />
  if (!pages.hasNextPage) return null
  return (
    <div className="mt-4 grid justify-items-center">
      <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {t.loadMore}
      </Button>
    </div>
  )
}

import type { ReactNode } from 'react'
import { useDesk } from '../../i18n/desk/index.ts'
import { Button } from '../core/index.ts'
import { CheckBox } from './CheckBox.tsx'
import { Problem, RowsLoading } from './layout.tsx'

export interface Column<T> {
  readonly key: string
  readonly head: ReactNode
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
/** What is chosen of the rows, and how that is said. */
export interface Choice<T> {
  readonly ids: ReadonlySet<string>
  readonly set: (ids: ReadonlySet<string>) => void
  readonly label: (row: T) => string
  readonly allLabel: string
}
interface DataTableProps<T> {
  readonly pages: Pages<T>
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rowKey: (row: T) => string
  /** The same row on a narrow screen. */
  readonly card: (row: T) => ReactNode
  readonly empty: ReactNode
  readonly choice?: Choice<T> | undefined
}

/** A table on the desktop, cards on the phone, page by page; loading, empty and failed states included. */
export function DataTable<T>({ pages, label, columns, rowKey, card, empty, choice }: DataTableProps<T>) {
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
              {choice && (
                <th scope="col" className="w-8">
                  <All choice={choice} keys={rows.map(rowKey)} />
                </th>
              )}
              {columns.map(c => (
                <th key={c.key} scope="col" data-end={c.end ? '' : undefined}>
                  {c.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={rowKey(row)} data-link="" data-chosen={choice?.ids.has(rowKey(row)) ? '' : undefined}>
                {choice && (
                  <td>
                    <One choice={choice} row={row} id={rowKey(row)} />
                  </td>
                )}
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
          <li
            key={rowKey(row)}
            className="panel flex items-start gap-2 !p-3"
            data-chosen={choice?.ids.has(rowKey(row)) ? '' : undefined}
          >
            {choice && <One choice={choice} row={row} id={rowKey(row)} />}
            <div className="min-w-0 flex-1">{card(row)}</div>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </>
  )
}

function One<T>({ choice, row, id }: { choice: Choice<T>; row: T; id: string }) {
  const set = (on: boolean) => choice.set(new Set(on ? [...choice.ids, id] : [...choice.ids].filter(x => x !== id)))
  return <CheckBox label={choice.label(row)} on={choice.ids.has(id)} set={set} />
}
function All<T>({ choice, keys }: { choice: Choice<T>; keys: readonly string[] }) {
  const all = keys.length > 0 && keys.every(k => choice.ids.has(k))
  return (
    <CheckBox
      label={choice.allLabel}
      on={all}
      some={!all && keys.some(k => choice.ids.has(k))}
      set={on => choice.set(new Set(on ? keys : []))}
    />
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

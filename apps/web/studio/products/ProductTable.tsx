import { type KeyboardEvent, useRef, useState } from 'react'
import { number, textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { CheckBox, type Search, State, Time, useGo } from '../../ui/desk/index.ts'
import { type ColumnKey, columnKeys, useColumnNames } from './Columns.tsx'
import { type Row, type Sort, stateTone } from './list-data.ts'
import { choiceName, Marks, Name, PriceCell, StockCell, VariantsToggle } from './row-parts.tsx'

export interface RowsProps {
  readonly rows: readonly Row[]
  readonly chosen: ReadonlySet<string>
  readonly choose: (id: string, on: boolean) => void
  readonly label: string
}
interface TableProps extends RowsProps {
  readonly setChosen: (ids: ReadonlySet<string>) => void
  readonly columns: readonly string[]
  readonly compact: boolean
  readonly sort: Sort
  readonly search: Search
}

/** The list on a wide screen. Its keys work while the focus is in it: J, K, X, E, Enter. */
export function ProductTable({ rows, chosen, choose, label, setChosen, columns, compact, sort, search }: TableProps) {
  const l = useList()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState(-1)
  const body = useRef<HTMLTableSectionElement>(null)
  const go = useGo()
  const shown = columnKeys.filter(k => columns.includes(k))
  const all = rows.every(r => chosen.has(r.id))
  const lines = () => [...(body.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
  const move = (by: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, at + by))
    setAt(next)
    lines()[next]?.focus()
  }
  const onKey = (e: KeyboardEvent) => {
    if (e.target instanceof HTMLInputElement && e.target.type !== 'checkbox') return
    if (e.nativeEvent.isComposing || e.ctrlKey || e.metaKey || e.altKey) return
    const row = rows[at]
    const key = e.key.toLowerCase()
    if (key === 'j' || key === 'k') move(key === 'j' ? 1 : -1)
    else if (key === 'x' && row) choose(row.id, !chosen.has(row.id))
    else if (key === 'e' && row) lines()[at]?.querySelector<HTMLElement>('[data-edit]')?.click()
    else if (key === 'enter' && row && e.target instanceof HTMLTableRowElement)
      void go({ to: '/products/$product', params: { product: row.id } })
    else return
    e.preventDefault()
  }
  const toggle = (id: string) => setOpen(now => new Set(now.has(id) ? [...now].filter(x => x !== id) : [...now, id]))
  return (
    <div className="panel hidden overflow-clip !p-0 desk:block">
      <table className="desk-table" aria-label={label} data-density={compact ? 'compact' : undefined} onKeyDown={onKey}>
        <thead>
          <tr>
            <th scope="col" className="w-8">
              <CheckBox
                label={l.selectPage}
                on={all && rows.length > 0}
                some={!all && rows.some(r => chosen.has(r.id))}
                set={on => setChosen(new Set(on ? rows.map(r => r.id) : []))}
              />
            </th>
            <Heads shown={shown} sort={sort} search={search} />
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, i) => (
            <Lines
              key={row.id}
              row={row}
              shown={shown}
              compact={compact}
              chosen={chosen.has(row.id)}
              choose={choose}
              open={open.has(row.id)}
              toggle={toggle}
              current={i === Math.max(0, at)}
              onFocus={() => setAt(i)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const sortsOf: Partial<Record<ColumnKey | 'name', { up: Sort; down: Sort }>> = {
  name: { up: 'name', down: 'created' },
  price: { up: 'price', down: '-price' },
  stock: { up: 'stock', down: '-stock' },
  changed: { up: 'changed', down: 'created' },
}
/** Heads that sort are buttons; the way is said by aria-sort. */
function Heads({ shown, sort, search }: { shown: readonly ColumnKey[]; sort: Sort; search: Search }) {
  const t = useT()
  const go = useGo()
  const names = { name: t.products.name, ...useColumnNames() }
  return (['name', ...shown] as const).map(k => {
    const ways = sortsOf[k]
    const on = ways && (sort === ways.up || (sort === ways.down && ways.down.startsWith('-')))
    const descending = on && (sort.startsWith('-') || sort === 'changed')
    return (
      <th
        key={k}
        scope="col"
        data-end={k === 'stock' || k === 'price' ? '' : undefined}
        aria-sort={on ? (descending ? 'descending' : 'ascending') : undefined}
      >
        {ways ? (
          <button
            type="button"
            className="th-sort"
            onClick={() =>
              void go({ to: '/products', search: { ...search, sort: sort === ways.up ? ways.down : ways.up }, replace: true })
            }
          >
            {names[k]}
            <span aria-hidden="true">{on ? (descending ? ' ↓' : ' ↑') : ''}</span>
          </button>
        ) : (
          names[k]
        )}
      </th>
    )
  })
}

interface LinesProps {
  readonly row: Row
  readonly shown: readonly ColumnKey[]
  readonly compact: boolean
  readonly chosen: boolean
  readonly choose: (id: string, on: boolean) => void
  readonly open: boolean
  readonly toggle: (id: string) => void
  readonly current: boolean
  readonly onFocus: () => void
}
function Lines({ row, shown, compact, chosen, choose, open, toggle, current, onFocus }: LinesProps) {
  const t = useT()
  const l = useList()
  const name = textIn(row.name).text || t.products.unnamed
  return (
    <>
      <tr data-row="" data-link="" data-chosen={chosen ? '' : undefined} tabIndex={current ? 0 : -1} onFocus={onFocus}>
        <td>
          <CheckBox label={l.select(name)} on={chosen} set={on => choose(row.id, on)} />
        </td>
        <td>
          <Name row={row} compact={compact} />
        </td>
        {shown.map(k => (
          <Cell key={k} of={k} row={row} open={open} toggle={toggle} />
        ))}
      </tr>
      {open &&
        row.variants.map(v => (
          <tr key={v.id}>
            <td />
            <td className="!ps-16 text-ink-2">{choiceName(v) || v.sku}</td>
            {shown.map(k => (
              <td key={k} data-end={k === 'stock' || k === 'price' ? '' : undefined}>
                {k === 'stock' && <StockCell row={row} variant={v} />}
                {k === 'price' && <PriceCell row={row} variant={v} />}
                {k === 'sku' && <span className="num text-meta text-ink-2">{v.sku}</span>}
              </td>
            ))}
          </tr>
        ))}
    </>
  )
}

function Cell({ of, row, open, toggle }: { of: ColumnKey; row: Row; open: boolean; toggle: (id: string) => void }) {
  const t = useT()
  const only = row.variants.length === 1 ? row.variants[0] : undefined
  if (of === 'stock' || of === 'price')
    return (
      <td data-end="">
        {only && row.state !== 'archived' ? (
          of === 'stock' ? (
            <StockCell row={row} variant={only} />
          ) : (
            <PriceCell row={row} variant={only} />
          )
        ) : (
          <VariantsToggle row={row} of={of} open={open} toggle={toggle} />
        )}
      </td>
    )
  if (of === 'state')
    return (
      <td>
        <State tone={stateTone[row.state]}>{t.products.states[row.state]}</State>
        <Marks row={row} />
      </td>
    )
  if (of === 'category') return <td>{t.products.categories[row.category]}</td>
  if (of === 'sku')
    return (
      <td className="num text-meta text-ink-2">
        {row.variants[0]?.sku}
        {row.variants.length > 1 && ` +${number(row.variants.length - 1)}`}
      </td>
    )
  if (of === 'tags') return <td className="max-w-[220px] truncate text-meta text-ink-2">{row.tags.join(', ')}</td>
  return (
    <td className="whitespace-nowrap text-meta text-ink-2">
      <Time at={row.changed} />
    </td>
  )
}

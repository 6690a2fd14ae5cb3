import { useState } from 'react'
import { textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { CheckBox, State } from '../../ui/desk/index.ts'
import { type Row, stateTone } from './list-data.ts'
import type { RowsProps } from './ProductTable.tsx'
import { choiceName, Marks, Name, PriceCell, StockCell, VariantsToggle } from './row-parts.tsx'

/** The same list on a phone. */
export function ProductCards({ rows, chosen, choose, label }: RowsProps) {
  const t = useT()
  const l = useList()
  return (
    <ul className="grid gap-2 desk:hidden" aria-label={label}>
      {rows.map(row => (
        <li key={row.id} className="panel grid gap-2 !p-3" data-chosen={chosen.has(row.id) ? '' : undefined}>
          <div className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <Name row={row} />
            </div>
            <CheckBox
              label={l.select(textIn(row.name).text || t.products.unnamed)}
              on={chosen.has(row.id)}
              set={on => choose(row.id, on)}
            />
          </div>
          <div className="flex items-center justify-between gap-3">
            <span>
              <State tone={stateTone[row.state]}>{t.products.states[row.state]}</State>
              <Marks row={row} />
            </span>
            <Amounts row={row} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Amounts({ row }: { row: Row }) {
  const [open, setOpen] = useState(false)
  const only = row.variants.length === 1 && row.state !== 'archived' ? row.variants[0] : undefined
  if (only)
    return (
      <span className="flex items-center gap-3">
        <StockCell row={row} variant={only} />
        <PriceCell row={row} variant={only} />
      </span>
    )
  return (
    <span className="grid justify-items-end">
      <span className="flex items-center gap-3">
        <VariantsToggle row={row} of="stock" open={open} toggle={() => setOpen(!open)} />
        <VariantsToggle row={row} of="price" open={open} toggle={() => setOpen(!open)} />
      </span>
      {open &&
        row.variants.map(v => (
          <span key={v.id} className="flex items-center gap-3">
            <span className="text-meta text-ink-2">{choiceName(v) || v.sku}</span>
            <StockCell row={row} variant={v} />
            <PriceCell row={row} variant={v} />
          </span>
        ))}
    </span>
  )
}

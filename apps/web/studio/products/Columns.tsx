import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { Check, LayoutGrid } from '../../ui/core/icons.tsx'
import { Menu } from '../../ui/desk/index.ts'

export const columnKeys = ['state', 'category', 'stock', 'price', 'sku', 'tags', 'changed'] as const
export type ColumnKey = (typeof columnKeys)[number]
export interface ColumnChoice {
  /** Column keys, separated by blanks. */
  readonly shown: string
  readonly setShown: (next: string) => void
  readonly density: string
  readonly setDensity: (next: string) => void
}
export function useColumnNames(): Readonly<Record<ColumnKey, string>> {
  const t = useT()
  const l = useList()
  return {
    state: t.orders.state,
    category: t.products.category,
    stock: t.products.stock,
    price: t.products.price,
    sku: l.columns.sku,
    tags: l.columns.tags,
    changed: l.columns.changed,
  }
}

/** Which columns, how dense: remembered on this device. */
export function Columns({ shown, setShown, density, setDensity }: ColumnChoice) {
  const l = useList()
  const names = useColumnNames()
  const now = shown.split(' ')
  return (
    <Menu.Root>
      <Menu.Trigger className="btn" data-kind="plain" aria-label={l.columns.title} title={l.columns.title}>
        <LayoutGrid size={18} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="z-60" sideOffset={6} align="end">
          <Menu.Popup className="desk-menu">
            <Menu.Group>
              <Menu.GroupLabel className="desk-group">{l.columns.columns}</Menu.GroupLabel>
              {columnKeys.map(k => (
                <Menu.CheckboxItem
                  key={k}
                  className="desk-item"
                  closeOnClick={false}
                  checked={now.includes(k)}
                  onCheckedChange={on => setShown(columnKeys.filter(c => (c === k ? on : now.includes(c))).join(' '))}
                >
                  <span className="flex-1">{names[k]}</span>
                  <Menu.CheckboxItemIndicator>
                    <Check size={16} />
                  </Menu.CheckboxItemIndicator>
                </Menu.CheckboxItem>
              ))}
            </Menu.Group>
            <Menu.RadioGroup value={density} onValueChange={(d: string) => setDensity(d)}>
              <div className="desk-group">{l.columns.density}</div>
              {(['normal', 'compact'] as const).map(d => (
                <Menu.RadioItem key={d} value={d} className="desk-item" closeOnClick={false}>
                  <span className="flex-1">{l.columns[d]}</span>
                  <Menu.RadioItemIndicator>
                    <Check size={16} />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

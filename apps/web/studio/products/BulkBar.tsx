import { useState } from 'react'
import type { Texts } from '../../client/types.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { ChevronDown, X } from '../../ui/core/icons.tsx'
import { Button, IconButton } from '../../ui/core/index.ts'
import { Menu } from '../../ui/desk/index.ts'
import { BulkDialog } from './BulkDialog.tsx'
import type { Change } from './list-data.ts'

export type Action = Change['do']
const first: readonly Action[] = ['publish', 'price', 'stock']
const rest: readonly Action[] = ['category', 'add_tag', 'remove_tag', 'approve_texts', 'archive']

interface BulkBarProps {
  readonly ids: readonly string[]
  readonly names: ReadonlyMap<string, Texts>
  /** Offers everything that matches; null when that is chosen or shown already. */
  readonly more: string | null
  readonly selectAll: () => Promise<void>
  readonly choose: (ids: readonly string[]) => void
  readonly said: string
}
/** Stands at the lower edge while something is chosen. */
export function BulkBar({ ids, names, more, selectAll, choose, said }: BulkBarProps) {
  const l = useList()
  const [open, setOpen] = useState<{ action: Action; ids: readonly string[] } | null>(null)
  const [busy, setBusy] = useState(false)
  const begin = (action: Action) => setOpen({ action, ids })
  return (
    <>
      {ids.length > 0 && (
        <section className="save-bar" aria-label={l.bulk.label}>
          <span className="num font-medium" role="status">
            {said}
          </span>
          {more && (
            <Button
              size="small"
              kind="quiet"
              busy={busy}
              onClick={() => {
                setBusy(true)
                void selectAll()
                  .catch(() => undefined)
                  .finally(() => setBusy(false))
              }}
            >
              {more}
            </Button>
          )}
          <span className="flex-1" />
          {first.map(a => (
            <Button key={a} size="small" className="max-desk:hidden" onClick={() => begin(a)}>
              {l.bulk.actions[a]}
            </Button>
          ))}
          <Menu.Root>
            <Menu.Trigger className="btn" data-kind="plain" data-size="small">
              {l.bulk.more}
              <ChevronDown size={16} />
            </Menu.Trigger>
            <Menu.Portal>
              <Menu.Positioner className="z-60" sideOffset={6} align="end">
                <Menu.Popup className="desk-menu">
                  {[...first, ...rest].map(a => (
                    <Menu.Item key={a} className="desk-item" onClick={() => begin(a)}>
                      {l.bulk.actions[a]}
                    </Menu.Item>
                  ))}
                </Menu.Popup>
              </Menu.Positioner>
            </Menu.Portal>
          </Menu.Root>
          <IconButton label={l.clear} onClick={() => choose([])}>
            <X size={18} />
          </IconButton>
        </section>
      )}
      {open && <BulkDialog action={open.action} ids={open.ids} names={names} choose={choose} onClose={() => setOpen(null)} />}
    </>
  )
}

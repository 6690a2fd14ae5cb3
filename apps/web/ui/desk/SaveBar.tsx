import { useDesk } from '../../i18n/desk/index.ts'
import { Button } from '../core/index.ts'
import { Problem } from './layout.tsx'

interface SaveBarProps {
  readonly busy: boolean
  readonly error: unknown
  readonly save: () => void
  readonly discard: () => void
}
/** Stands at the lower edge while something is not saved. */
export function SaveBar({ busy, error, save, discard }: SaveBarProps) {
  const d = useDesk()
  return (
    <section className="save-bar" aria-label={d.unsaved}>
      <span className="flex-1 font-medium">{d.unsaved}</span>
      <Button kind="quiet" onClick={discard}>
        {d.discard}
      </Button>
      <Button kind="act" busy={busy} onClick={save}>
        {d.save}
      </Button>
      <Problem error={error} className="basis-full" />
    </section>
  )
}

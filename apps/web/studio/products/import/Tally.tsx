import { number } from '../../../i18n/format.ts'
import { useT } from '../../../i18n/studio/index.ts'
import type { Run } from './import-data.ts'

/** How many products of each outcome, without those that are none. */
export function Tally({ run }: { run: Run }) {
  const t = useT()
  const parts = (['create', 'update', 'unchanged', 'refused'] as const).filter(o => run.counts[o] > 0)
  return (
    <span className="num text-meta text-ink-2">
      {parts.map(o => `${t.imports.outcomes[o]} ${number(run.counts[o])}`).join(' · ')}
    </span>
  )
}

import { useT } from '../../i18n/console/index.ts'
import { number } from '../../i18n/format.ts'
import { Panel, Tip } from '../../ui/desk/index.ts'
import { type Heart, wordFor } from './heart-data.ts'

export function DampedPanel({ damped }: { damped: Heart['damped'] }) {
  const t = useT().heart.damped
  const some = damped.filter(d => d.events > 0).sort((a, b) => b.events - a.events)
  return (
    <Panel title={<Tip text={t.titleDef}>{t.title}</Tip>}>
      {some.length === 0 ? (
        <p className="text-ink-2">{t.none}</p>
      ) : (
        <dl className="m-0 grid gap-2">
          {some.map(d => (
            <div key={d.reason} className="flex items-baseline gap-4">
              <dt className="min-w-0 flex-1">{wordFor(t.reasons, d.reason)}</dt>
              <dd className="num m-0 font-semibold">{number(d.events)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
}

import { useT } from '../../i18n/console/index.ts'
import { finePercent } from '../../i18n/format.ts'
import { Panel, Tip } from '../../ui/desk/index.ts'
import { type Heart, wordFor } from './heart-data.ts'

/** One bar a source, the largest first; a bar as wide as the panel would be all slots. */
export function SourcesPanel({ served }: { served: Heart['served'] }) {
  const { served: t, sources, sourceDefs } = useT().heart
  if (served.slots === 0)
    return (
      <Panel title={t.title}>
        <p>{t.none}</p>
        <p className="text-ink-2">{t.noneText}</p>
      </Panel>
    )
  return (
    <Panel
      title={t.title}
      aside={
        <span className="text-meta text-ink-2">
          <Tip text={t.ofDef}>{t.of(served.pages)}</Tip>
        </span>
      }
    >
      <ul className="grid gap-3">
        {served.sources.map(s => (
          <li key={s.source}>
            <div className="flex items-baseline gap-3">
              <span className="min-w-0 flex-1">
                <Tip text={wordFor(sourceDefs, s.source)}>{wordFor(sources, s.source)}</Tip>
              </span>
              <span className="num text-caption text-ink-3">
                {t.slots(s.slots)}
                {Number(s.propensity) < 1 && ` · ${t.chance(finePercent(Number(s.propensity)))}`}
              </span>
              <b className="num w-14 text-end font-semibold">{finePercent(s.slots / served.slots)}</b>
            </div>
            <progress className="desk-progress mt-1" aria-hidden="true" max={served.slots} value={s.slots} />
          </li>
        ))}
      </ul>
      <dl className="mt-4 mb-0 flex flex-wrap gap-x-8 gap-y-2 border-t border-line pt-3">
        {[
          { name: t.explored, define: t.exploredDef, value: finePercent(served.explored / served.slots) },
          { name: t.propensity, define: t.propensityDef, value: finePercent(Number(served.propensity)) },
        ].map(x => (
          <div key={x.name}>
            <dt className="text-meta text-ink-2">
              <Tip text={x.define}>{x.name}</Tip>
            </dt>
            <dd className="num m-0 font-semibold">{x.value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

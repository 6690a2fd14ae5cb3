import { useT } from '../../i18n/console/index.ts'
import { finePercent, number, percent } from '../../i18n/format.ts'
import { Panel, State, Tip } from '../../ui/desk/index.ts'
import { type Heart, wordFor } from './heart-data.ts'

/** Standard errors beyond which a prediction no longer fits. */
const drifted = 4

/** What was predicted of each action against what happened; where it is narrow, without who predicted it. */
export function HeadsPanel({ heads }: { heads: Heart['heads'] }) {
  const { heads: t, weights } = useT().heart
  const some = heads.filter(h => h.rows > 0)
  return (
    <Panel title={<Tip text={t.titleDef}>{t.title}</Tip>}>
      {some.length === 0 ? (
        <p className="text-ink-2">{t.none}</p>
      ) : (
        <table className="desk-table" aria-label={t.title}>
          <thead>
            <tr>
              <th scope="col">{weights.what}</th>
              <th scope="col" data-end="">
                {t.predicted}
              </th>
              <th scope="col" data-end="">
                {t.happened}
              </th>
              <th scope="col" data-end="">
                <Tip text={t.driftDef}>{t.drift}</Tip>
              </th>
              <th scope="col" data-end="" className="max-desk:hidden">
                <Tip text={t.countersDef}>{t.counters}</Tip>
              </th>
            </tr>
          </thead>
          <tbody>
            {some.map(h => (
              <tr key={h.head}>
                <td>
                  <span className="flex flex-wrap items-baseline gap-x-2">
                    {wordFor(weights.names, h.head)}
                    {Math.abs(Number(h.drift)) > drifted && <State tone="warn">{t.drifted}</State>}
                  </span>
                </td>
                <td data-end="" className="num">
                  {finePercent(Number(h.predicted))}
                </td>
                <td data-end="" className="num">
                  {finePercent(Number(h.happened))}
                </td>
                <td data-end="" className="num text-ink-2">
                  {number(Math.round(Number(h.drift) * 10) / 10)}
                </td>
                <td data-end="" className="num text-ink-2 max-desk:hidden">
                  {percent(Number(h.counters))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

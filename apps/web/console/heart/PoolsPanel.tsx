import { useT } from '../../i18n/console/index.ts'
import { number, percent } from '../../i18n/format.ts'
import { Panel, Tip } from '../../ui/desk/index.ts'
import type { Heart } from './heart-data.ts'

/** What the gates behind the guaranteed impressions did so far. */
export function PoolsPanel({ pools }: { pools: Heart['pools'] }) {
  const t = useT().heart.pools
  const some = pools.gates.filter(g => g.judged > 0)
  return (
    <Panel title={<Tip text={t.titleDef}>{t.title}</Tip>}>
      {some.length === 0 ? (
        <p className="text-ink-2">{t.none}</p>
      ) : (
        <>
          <table className="desk-table" aria-label={t.title}>
            <thead>
              <tr>
                <th scope="col">
                  <Tip text={t.atDef}>{t.at}</Tip>
                </th>
                <th scope="col" data-end="">
                  {t.judged}
                </th>
                <th scope="col" data-end="">
                  {t.passed}
                </th>
              </tr>
            </thead>
            <tbody>
              {some.map(g => (
                <tr key={g.at}>
                  <td>{t.impressions(g.at)}</td>
                  <td data-end="" className="num">
                    {number(g.judged)}
                  </td>
                  <td data-end="" className="num">
                    {number(g.passed)} <span className="text-ink-3">{percent(g.passed / g.judged)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-3 text-meta text-ink-2">{t.promoted(pools.promoted)}</p>
        </>
      )}
    </Panel>
  )
}

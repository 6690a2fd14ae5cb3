import { useT } from '../../i18n/console/index.ts'
import { useWeights } from '../../i18n/console/weights/index.ts'
import { number } from '../../i18n/format.ts'
import { useWeightName } from './weight-name.ts'
import type { Preview } from './weights-data.ts'

/** What these weights would change: the table, and pages of somebody and of anybody. */
export function WeightsPreview({ preview: { changes, pages } }: { preview: Preview }) {
  const w = useWeights()
  const t = useT().heart
  const name = useWeightName()
  const figure = (x: string | null) => (x === null ? w.unset : number(Number(x)))
  if (changes.length === 0) return <p role="status">{w.nothing}</p>
  return (
    <section role="status" className="grid gap-4 rounded-card border border-line-strong p-4">
      <table className="desk-table" aria-label={w.changes}>
        <thead>
          <tr>
            <th scope="col">{w.changes}</th>
            <th scope="col" data-end="">
              {w.from}
            </th>
            <th scope="col" data-end="">
              {w.to}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(c => (
            <tr key={c.field}>
              <td>{name(c.field)}</td>
              <td data-end="" className="num text-ink-2">
                {figure(c.from)}
              </td>
              <td data-end="" className="num font-semibold">
                {figure(c.to)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <h3 className="font-semibold">{w.moves}</h3>
        <p className="text-meta text-ink-2">{pages.length === 0 ? w.noPages : w.movesText}</p>
        <ul className="mt-2 grid gap-2">
          {pages.map(p => (
            <li key={`${p.who} ${p.scene}`} className="grid border-t border-line pt-2">
              <span className="text-meta text-ink-2">
                {t.explain.scenes[p.scene]} · {w.who[p.who]}
              </span>
              <span className="num">
                {w.moved(p.moved, p.of)}
                {p.fresh > 0 && <span className="text-ink-2"> · {w.fresh(p.fresh)}</span>}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

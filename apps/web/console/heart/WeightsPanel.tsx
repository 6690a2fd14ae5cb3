import { useState } from 'react'
import { useT } from '../../i18n/console/index.ts'
import { useWeights } from '../../i18n/console/weights/index.ts'
import { number } from '../../i18n/format.ts'
import { Button } from '../../ui/core/index.ts'
import { Panel, State, Tip } from '../../ui/desk/index.ts'
import { type Heart, wordFor } from './heart-data.ts'
import { WeightsForm } from './WeightsForm.tsx'
import { WeightsHistory } from './WeightsHistory.tsx'

/** The table of value weights; names stand as the file writes them beside their meaning. */
export function WeightsPanel({ weights }: { weights: Heart['weights'] }) {
  const { weights: t } = useT().heart
  const w = useWeights()
  const [editing, setEditing] = useState(false)
  return (
    <Panel
      title={<Tip text={t.titleDef}>{t.title}</Tip>}
      aside={
        !editing && (
          <Button size="small" onClick={() => setEditing(true)}>
            {w.change}
          </Button>
        )
      }
    >
      {editing ? <WeightsForm weights={weights} onDone={() => setEditing(false)} /> : <InForce weights={weights} />}
      <WeightsHistory weights={weights} />
    </Panel>
  )
}

function InForce({ weights }: { weights: Heart['weights'] }) {
  const { weights: t, explain } = useT().heart
  return (
    <>
      <table className="desk-table" aria-label={t.title}>
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col" data-end="">
              <Tip text={t.byDefaultDef}>{t.byDefault}</Tip>
            </th>
            <th scope="col" data-end="">
              <Tip text={t.nowDef}>{t.now}</Tip>
            </th>
          </tr>
        </thead>
        <tbody>
          {weights.table.map(w => (
            <tr key={w.name}>
              <td>
                <span className="flex flex-wrap items-baseline gap-x-2">
                  {wordFor(t.names, w.name)}
                  <code className="text-caption text-ink-3">{w.name}</code>
                  {w.now !== w.byDefault && <State tone="warn">{t.changed}</State>}
                </span>
              </td>
              <td data-end="" className="num text-ink-2">
                {number(Number(w.byDefault))}
              </td>
              <td data-end="" className="num font-semibold">
                {number(Number(w.now))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {weights.scenes.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold">{t.scenes}</h3>
          <dl className="m-0 mt-2 grid gap-2">
            {weights.scenes.map(w => (
              <div key={`${w.scene}.${w.name}`} className="flex items-baseline gap-4">
                <dt className="min-w-0 flex-1">
                  {wordFor(explain.scenes, w.scene)} · {wordFor(t.names, w.name)}
                </dt>
                <dd className="num m-0 font-semibold">{number(Number(w.now))}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="mt-3 text-meta text-ink-2">{t.how(weights.file)}</p>
    </>
  )
}

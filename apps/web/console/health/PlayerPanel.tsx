import type { ReactNode } from 'react'
import { useHealth } from '../../i18n/console/health/index.ts'
import { number, percent } from '../../i18n/format.ts'
import { Panel } from '../../ui/desk/index.ts'
import type { Health } from './health-data.ts'

type Figures = Health['player']['hour']

/** What players told, in the last hour beside the last day. */
export function PlayerPanel({ player }: { player: Health['player'] }) {
  const h = useHealth()
  const t = h.player
  const ms = (n: number | null) => (n === null ? '–' : h.units.milliseconds(n))
  const rows: [string, (f: Figures) => ReactNode][] = [
    [t.measured, f => number(f.measured)],
    [t.p50, f => ms(f.firstFrameP50)],
    [t.p95, f => ms(f.firstFrameP95)],
    [t.ready, f => (f.ready === null ? '–' : percent(f.ready / 100))],
    [t.stalls, f => (f.stalls === null ? '–' : number(f.stalls))],
    [
      t.rungs,
      f =>
        f.rungs.length === 0
          ? '–'
          : f.rungs.map(r => (
              <span key={r.rung} className="block whitespace-nowrap">
                <code className="text-caption text-ink-3">{r.rung}</code> {percent(r.percent / 100)}
              </span>
            )),
    ],
  ]
  return (
    <Panel title={t.title}>
      {player.day.measured === 0 ? (
        <p className="text-ink-2">{t.none}</p>
      ) : (
        <table className="desk-table" aria-label={t.title}>
          <thead>
            <tr>
              <td />
              <th scope="col" data-end="">
                {t.hour}
              </th>
              <th scope="col" data-end="">
                {t.day}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, cell]) => (
              <tr key={name}>
                <th scope="row" className="!font-normal !whitespace-normal">
                  {name}
                </th>
                <td data-end="" className="num whitespace-nowrap">
                  {cell(player.hour)}
                </td>
                <td data-end="" className="num whitespace-nowrap">
                  {cell(player.day)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

import type { ReactNode } from 'react'
import { useHealth } from '../../i18n/console/health/index.ts'
import { number } from '../../i18n/format.ts'
import { Panel, Time } from '../../ui/desk/index.ts'
import { bytes, type Health } from './health-data.ts'

export function ServerPanel({ health }: { health: Health }) {
  const h = useHealth()
  const t = h.server
  const { feed, disk } = health
  const pages = feed.p50 === null ? '' : `${t.half}, ${t.feedOf(feed.pages)}`
  const when = (at: string | null) => (at ? <Time at={at} as="dateTime" /> : t.never)
  const facts: { name: string; value: ReactNode; note?: string }[] = [
    { name: t.feed, value: feed.p50 === null ? '–' : h.units.milliseconds(feed.p50), note: pages },
    { name: t.snapshot, value: when(feed.snapshot) },
    { name: t.trained, value: when(feed.trained) },
    { name: t.disk, value: bytes(disk.free), note: t.diskOf(bytes(disk.total)) },
    { name: t.database, value: bytes(disk.database) },
    { name: t.memory, value: bytes(health.memory.process), note: t.diskOf(bytes(health.memory.machine)) },
    { name: t.ffmpeg, value: health.ffmpeg ?? h.no },
  ]
  return (
    <Panel title={t.title}>
      <dl className="m-0 grid gap-2">
        {facts.map(({ name, value, note }) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-3 border-b border-line pb-2">
            <dt className="min-w-0 flex-1 text-ink-2">{name}</dt>
            <dd className="num m-0 text-end">
              {value}
              {note && <span className="block text-caption text-ink-3">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** Readers that are behind; the rest is counted. */
export function FollowersPanel({ followers }: { followers: Health['followers'] }) {
  const t = useHealth().followers
  const behind = followers.filter(f => f.behind > 0)
  return (
    <Panel title={t.title}>
      {behind.length > 0 && (
        <table className="desk-table mb-3" aria-label={t.title}>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col" data-end="">
                {t.behind}
              </th>
            </tr>
          </thead>
          <tbody>
            {behind.map(f => (
              <tr key={f.name}>
                <td>
                  <code className="text-meta break-all">{f.name}</code>
                </td>
                <td data-end="" className="num">
                  {number(f.behind)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="m-0 text-meta text-ink-2">{t.rest(followers.length - behind.length)}</p>
    </Panel>
  )
}

import { useHealth } from '../../i18n/console/health/index.ts'
import { number } from '../../i18n/format.ts'
import { Panel } from '../../ui/desk/index.ts'
import { duration, type Health } from './health-data.ts'

/** The mail that is to go out: how much waits, since when, and what was given up. */
export function MailPanel({ health }: { health: Health }) {
  const h = useHealth()
  const t = h.outbox
  const { waiting, oldest, failed } = health.outbox
  const facts = [
    { name: t.waiting, value: number(waiting) },
    { name: t.oldest, value: oldest === null ? '–' : duration(h, oldest) },
    { name: t.failed, value: number(failed), bad: failed > 0 },
    { name: t.goes, value: h.mail[health.mail] },
  ]
  return (
    <Panel title={t.title}>
      <dl className="m-0 grid gap-2">
        {facts.map(({ name, value, bad }) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-3 border-b border-line pb-2">
            <dt className="min-w-0 flex-1 text-ink-2">{name}</dt>
            <dd className={bad ? 'num m-0 text-end font-semibold text-danger' : 'num m-0 text-end'}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 mb-0 text-meta text-ink-2">{t.note}</p>
    </Panel>
  )
}

import { useHealth } from '../../i18n/console/health/index.ts'
import { Panel, State } from '../../ui/desk/index.ts'
import { type Check, figure, type Health, toneOf } from './health-data.ts'

/** Checks that are a switch have no limits worth saying. */
const switches = new Set<Check['check']>(['ffmpeg', 'mail'])

/** What needs somebody, first and with what to do; the rest in one line each. */
export function ChecksPanel({ health }: { health: Health }) {
  const t = useHealth()
  const matters = health.checks.filter(c => c.state === 'bad' || c.state === 'warn')
  const rest = health.checks.filter(c => c.state === 'ok' || c.state === 'unknown')
  return (
    <>
      {matters.length === 0 ? (
        <Panel>
          <State tone="ok">{t.allWell}</State>
        </Panel>
      ) : (
        <ul className="m-0 grid list-none gap-3 p-0 desk:grid-cols-2">
          {matters.map(c => (
            <li key={c.check} className="panel">
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <h2 className="panel-title flex-1">{t.checks[c.check]}</h2>
                <State tone={toneOf[c.state]}>{t.states[c.state]}</State>
              </div>
              <Value check={c} />
              <p className="mt-2 text-meta text-ink-2">{t.next[c.check]}</p>
            </li>
          ))}
        </ul>
      )}
      <ul className="panel m-0 grid list-none gap-x-8 desk:grid-cols-2" aria-label={t.title}>
        {rest.map(c => (
          <li key={c.check} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2">
            <span className="min-w-0 flex-1">{t.checks[c.check]}</span>
            <span className="num whitespace-nowrap text-ink-2">{words(t, c, health)}</span>
            <State tone={toneOf[c.state]}>{t.states[c.state]}</State>
          </li>
        ))}
      </ul>
    </>
  )
}

function words(t: ReturnType<typeof useHealth>, { check, value }: Check, health: Health): string {
  if (check === 'mail') return t.mail[health.mail]
  if (check === 'ffmpeg' && health.ffmpeg) return health.ffmpeg
  return value === null ? '' : figure(t, check, value)
}

function Value({ check }: { check: Check }) {
  const t = useHealth()
  const { value, warn, bad } = check
  if (value === null) return null
  return (
    <p className="m-0 flex flex-wrap items-baseline gap-x-3">
      <span className="num text-heading font-semibold">{figure(t, check.check, value)}</span>
      {!switches.has(check.check) && (
        <span className="text-caption text-ink-3">{t.limits(figure(t, check.check, warn), figure(t, check.check, bad))}</span>
      )}
    </p>
  )
}

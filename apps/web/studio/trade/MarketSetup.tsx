import type { ReactNode } from 'react'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { useSums } from '../../i18n/sums/index.ts'
import { Check, TriangleAlert } from '../../ui/core/icons.tsx'
import { cx } from '../../ui/core/index.ts'
import { Link, Panel, State } from '../../ui/desk/index.ts'
import { AddWay } from './AddWay.tsx'
import { namesFor, Registrations } from './Registrations.tsx'
import type { Readiness, Requirement, Way } from './trade-data.ts'

interface SetupProps {
  readonly readiness: Readiness
  readonly country: string
}
/** Steps of one country, what is missing first seen at its step; then the ways by which its orders would go. */
export function MarketSetup({ readiness: r, country }: SetupProps) {
  const t = useTrade()
  // Codes of the right form are worth a step only when one is not.
  const steps = r.requirements.filter(x => x.code !== 'registration_codes' || !x.ok)
  const needed = steps.filter(x => !x.optional)
  const done = needed.filter(x => x.ok).length
  const known = r.territory !== null && r.modes.length === 0
  return (
    <>
      <section className="panel grid gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="panel-title">{country}</h2>
          <State tone={r.ready ? 'ok' : 'todo'}>{r.ready ? t.ready : t.notReady}</State>
          <span className="num ms-auto text-meta text-ink-2">{t.doneOf(done, needed.length)}</span>
        </div>
        <progress className="desk-progress w-full" aria-label={t.doneOf(done, needed.length)} value={done} max={needed.length} />
        <p className="text-ink-2">{known ? t.sameUnion(country) : r.ready ? t.readyText(country) : t.notReadyText(country)}</p>
        {r.ways[0] && (
          <Link to="/trade/products" search={{ market: r.market, way: r.ways[0] }}>
            {t.toProducts}
          </Link>
        )}
      </section>
      {steps
        .filter(x => !x.optional || !x.ok || x.code === 'bonded_warehouse')
        .map(x => (
          <Step key={x.code} requirement={x}>
            <Body readiness={r} requirement={x} />
          </Step>
        ))}
      {r.modes.length > 0 && <Modes readiness={r} />}
      {r.market === 'CN' && (
        <Panel title={t.payee}>
          <p className="mb-3 text-ink-2">{t.payeeWhy}</p>
          <Registrations names={['payeeName', 'payeeCode', 'payeeAccount']} missing={[]} market={r.market} />
        </Panel>
      )}
    </>
  )
}

/** A step that is done or not needed lies closed: the open ones are the work. */
function Step({ requirement: r, children }: { requirement: Requirement; children: ReactNode }) {
  const t = useTrade()
  return (
    <details className="panel" open={!r.ok && !r.optional}>
      <summary className="flex min-h-8 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
        <span className={cx('flex-none', r.ok ? 'text-ok' : r.optional ? 'text-ink-3' : 'text-warn')}>
          {r.ok ? <Check size={18} /> : <TriangleAlert size={18} />}
        </span>
        <h3 className="panel-title min-w-0 flex-1">{t.step[r.code as keyof typeof t.step]}</h3>
        {r.ok ? (
          <State tone="ok">{t.done}</State>
        ) : (
          <State tone={r.optional ? 'quiet' : 'todo'}>{r.optional ? t.notNeeded : t.missing}</State>
        )}
      </summary>
      <div className="mt-3 grid gap-3">
        <p className="text-ink-2">{t.why[r.code as keyof typeof t.why]}</p>
        {r.optional && !r.ok && <p className="text-ink-2">{t.optional}</p>}
        {children}
      </div>
    </details>
  )
}

function Body({ readiness: r, requirement: x }: { readiness: Readiness; requirement: Requirement }) {
  const t = useTrade()
  const fields = namesFor(x.code, r.market, r.territory, x.missing)
  if (x.code === 'delivery') return <Delivery readiness={r} />
  if (x.code === 'rules') return <Law readiness={r} />
  if (x.code === 'prices')
    return (
      <div className="grid gap-1">
        <p>{t.rateThere(r.currency)}</p>
        {x.missing.map(pair => {
          const [from = '', to = ''] = pair.split('/')
          return (
            <p key={pair} className="text-warn">
              {t.ratePair(from, to)}
            </p>
          )
        })}
        {!x.ok && <p className="text-ink-2">{t.operator}</p>}
      </div>
    )
  return <Registrations names={fields} missing={x.missing} market={r.market} />
}

function Delivery({ readiness: r }: { readiness: Readiness }) {
  const t = useTrade()
  const sums = useSums()
  return (
    <>
      {r.ways.length > 0 && (
        <p>
          {t.sends} {r.ways.map(w => sums.ways[w]).join(' · ')}
        </p>
      )}
      {r.ways.length === 0 && <AddWay market={r.market} ways={r.modes.map(m => m.way as Way)} />}
      <p>
        <Link to="/shop">{t.changeWays}</Link>
      </p>
    </>
  )
}

function Law({ readiness: r }: { readiness: Readiness }) {
  const t = useTrade()
  if (r.territory === null) return <p className="text-warn">{t.noRules}</p>
  const stale = r.law.some(l => l.stale !== null)
  return (
    <>
      <ul className="m-0 grid list-none gap-2 p-0">
        {r.law.map(l => (
          <li key={l.rule} className="border-t border-line pt-2 first:border-0 first:pt-0">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <b className="font-semibold">{t.law[l.rule as keyof typeof t.law] ?? l.rule}</b>
              {l.from && <span className="num text-meta text-ink-2">{t.lawFrom(l.from)}</span>}
              {l.stale && <State tone="warn">{t.stale[l.stale as keyof typeof t.stale] ?? l.stale}</State>}
            </div>
            {l.source && (
              <p lang="en" className="text-caption break-words text-ink-2">
                {l.source}
              </p>
            )}
          </li>
        ))}
      </ul>
      {stale && <p className="text-ink-2">{t.operator}</p>}
    </>
  )
}

function Modes({ readiness: r }: { readiness: Readiness }) {
  const t = useTrade()
  const sums = useSums()
  const because = (code: string) => (code === 'way_unknown' ? t.wayUnknown : (t.step[code as keyof typeof t.step] ?? code))
  return (
    <Panel title={t.modes}>
      <p className="mb-3 text-ink-2">{t.modesNote}</p>
      <ul className="m-0 grid list-none gap-3 p-0">
        {r.modes.map(m => {
          const closed = m.closedBy.length > 0
          return (
            <li key={m.way} className="grid gap-1 border-t border-line pt-3 first:border-0 first:pt-0">
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <b className="min-w-0 flex-1 font-semibold">{sums.ways[m.way as Way]}</b>
                <State tone={closed ? (m.offered ? 'warn' : 'quiet') : m.offered ? 'ok' : 'todo'}>
                  {closed ? (m.offered ? t.closedOffered : t.closed) : m.offered ? t.used : t.open}
                </State>
              </div>
              <p className="text-meta text-ink-2">{sums.waysText[m.way as Way]}</p>
              {closed && (
                <p className="text-meta">
                  {m.closedBy[0] === 'way_unknown' ? '' : `${t.because} `}
                  {m.closedBy.map(because).join(' · ')}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

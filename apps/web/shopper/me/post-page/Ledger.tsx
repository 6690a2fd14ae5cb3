import { useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../../client/api.ts'
import { isCode } from '../../../client/error.ts'
import { dateTime, number, percent } from '../../../i18n/format.ts'
import { useMore } from '../../../i18n/shopper/more/index.ts'
import { usePostPage } from '../../../i18n/shopper/post-page/index.ts'
import { tenths } from '../../../i18n/shopper/post-page/ledger/tenths.ts'
import { cx, ErrorBox, Skeleton } from '../../../ui/core/index.ts'
import { Pull } from '../../parts/Pull.tsx'

type Told = Reply<'GET /v1/posts/{id}/ledger'>
type Reason = Told['reasons'][number]

/** What the feed did with one's own post: its tries, what came of them, the rule that decides, and why it is not shown more. */
export function Ledger({ post }: { post: string }) {
  const t = usePostPage().ledger
  const { data, error, refetch } = useQuery({
    queryKey: ['post-ledger', post],
    queryFn: () => ask(api.GET('/v1/posts/{id}/ledger', { params: { path: { id: post } } })),
    staleTime: 0,
    refetchInterval: 30_000,
  })
  // Staff of a post's shop read its numbers; how it is shown is its author's.
  if (!data && isCode(error, 'not_found')) return null
  return (
    <section className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="text-lead font-semibold">{t.title}</h2>
        <p className="text-ink-2">{t.text}</p>
      </div>
      {data ? (
        <>
          <Stage ledger={data} />
          <Reasons of={data.reasons} />
          <Ways ledger={data} />
          <Came ledger={data} />
          <p className="text-meta text-ink-3">{t.note}</p>
        </>
      ) : error ? (
        <ErrorBox error={error} retry={() => void refetch()} />
      ) : (
        <div className="grid gap-3" aria-busy="true">
          {['h-20', 'h-28', 'h-36'].map(height => (
            <Skeleton key={height} className={height} />
          ))}
        </div>
      )}
    </section>
  )
}

/** Where it stands, and by which rule: the last gate with its own numbers, or the gates to come. */
function Stage({ ledger: { standing, gates } }: { ledger: Told }) {
  const t = usePostPage().ledger
  const s = useMore().standing
  const { stage, guaranteed, gate, impressions } = standing
  const goal = stage === 'guaranteed' ? guaranteed : stage === 'promoted' ? standing.until : 0
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{s.stages[stage]}</h3>
      {goal > 0 && (
        <div className="flex items-center gap-3">
          <div className="flex-1">
            <Pull part={Math.min(1, impressions / goal)} label={s.of(Math.min(impressions, goal), goal)} tone="bg-p3" />
          </div>
          <span className="num text-ink-2">{s.of(Math.min(impressions, goal), goal)}</span>
        </div>
      )}
      {gate ? (
        <p className="text-ink-2">
          <span className="font-medium text-ink">{s.gate(gate.at, gate.passed)}</span>
          {t.stop}
          {s.gateText(percent(Number(gate.chance)), gate.cohort)}
          {s.gateNeeded(percent(Number(gate.needed)))}
        </p>
      ) : (
        stage !== 'away' && gates.length > 0 && <p className="text-ink-2">{t.gates(gates.map(number))}</p>
      )}
    </section>
  )
}

function Reasons({ of }: { of: readonly Reason[] }) {
  const t = usePostPage().ledger
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{of.some(r => r.stops) ? t.whyNot : t.whyNotMore}</h3>
      {of.length === 0 ? (
        <p className="text-ink-2">{t.nothing}</p>
      ) : (
        <ul className="grid gap-2">
          {of.map(reason => (
            <Why key={reason.code} reason={reason} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Why({ reason: { code, stops, values } }: { reason: Reason }) {
  const t = usePostPage().ledger
  const words = t.reasons[code]
  const of = Object.fromEntries(values.map(v => [v.name, Number(v.value)]))
  return (
    <li className={cx('grid gap-1 rounded-button px-4 py-3', stops ? 'shadow-[inset_0_0_0_1px_var(--line-strong)]' : 'bg-sunk')}>
      <p>{words.why(name => of[name] ?? 0)}</p>
      {words.what && <p className="text-meta text-ink-2">{words.what}</p>}
    </li>
  )
}

/** Slots by why the feed filled them: all of its tries, and what came by the post's own numbers. */
function Ways({ ledger: { ways, people, first, last } }: { ledger: Told }) {
  const t = usePostPage().ledger
  const shown = ways.filter(w => w.served > 0)
  if (shown.length === 0) return <p className="text-ink-2">{t.noTries}</p>
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{t.ways}</h3>
      {first && last && <p className="text-ink-2">{t.people(people, hoursBetween(first, last), dateTime(first))}</p>}
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-line border-b text-meta text-ink-2">
            <th scope="col" className="py-2 text-start font-normal">
              {t.way}
            </th>
            <th scope="col" className="ps-3 text-end font-normal">
              {t.served}
            </th>
            <th scope="col" className="ps-3 text-end font-normal">
              {t.seen}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ way, served, seen }) => (
            <tr key={way} className="h-11 border-line border-b">
              <th scope="row" className="py-2 text-start font-normal">
                {t.names[way]}
              </th>
              <td className="num ps-3 text-end">{number(served)}</td>
              <td className="num ps-3 text-end">{number(seen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
const hoursBetween = (first: string, last: string): number =>
  Math.max(1, Math.ceil((Date.parse(last) - Date.parse(first)) / 3_600_000))

/** What came of the tries beside the middle of its kind, where there are enough. */
function Came({ ledger: { came, people, others, kind } }: { ledger: Told }) {
  const t = usePostPage().ledger
  if (came.length === 0) return people > 0 ? <p className="text-ink-2">{t.few}</p> : null
  const compared = came.some(c => c.usual !== null)
  return (
    <section className="grid gap-3">
      <div className="grid gap-1">
        <h3 className="font-medium">{t.came}</h3>
        <p className="text-meta text-ink-2">{compared ? t.compared(others, t.kinds[kind]) : t.alone(others, t.kinds[kind])}</p>
      </div>
      <ul className="grid gap-3">
        {came.map(({ outcome, own, usual }) => (
          <li key={outcome} className="grid gap-1.5">
            <span className="flex items-baseline justify-between gap-3">
              <span>{outcome === 'finished' && kind === 'pictures' ? t.finishedStill : t.outcomes[outcome]}</span>
              <span className="num flex-none text-ink-2">
                {own === null ? '–' : tenths(Number(own))}
                {usual !== null && ` · ${t.usual(tenths(Number(usual)))}`}
              </span>
            </span>
            {own !== null && <Pull part={Number(own)} label={tenths(Number(own))} tone="bg-p1" />}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { number, percent } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { ErrorBox, Sheet, Skeleton } from '../../ui/core/index.ts'
import { Pull } from '../parts/Pull.tsx'
import type { PostSheetProps } from './sheet.ts'

type Standing = Reply<'GET /v1/posts/{id}/standing'>

/** How one's own post is shown: where it stands, what was promised to it, and what keeps it away. */
export default function StandingSheet({ sheet, onClose }: PostSheetProps) {
  const t = useMore().standing
  const { data, error, refetch } = useQuery({
    queryKey: ['standing', sheet.post],
    queryFn: () => ask(api.GET('/v1/posts/{id}/standing', { params: { path: { id: sheet.post } } })),
    staleTime: 0,
  })
  return (
    <Sheet title={t.title} onClose={onClose} small>
      {data ? (
        <Told standing={data} />
      ) : error ? (
        <ErrorBox error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton className="h-56" />
      )}
    </Sheet>
  )
}

function Told({ standing }: { standing: Standing }) {
  const t = useMore().standing
  const { stage, guaranteed, until, gate, impressions, served, kept } = standing
  const used = Math.min(impressions, guaranteed)
  return (
    <div className="grid gap-5 pb-2">
      <div className="grid gap-1">
        <p className="text-lead font-semibold">{t.stages[stage]}</p>
        <p className="text-ink-2">{t.texts[stage](guaranteed)}</p>
      </div>
      {stage !== 'unknown' && guaranteed > 0 && (
        <div className="grid gap-2">
          <div className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{t.first}</span>
            <span className="tabular-nums text-ink-2">{t.of(used, guaranteed)}</span>
          </div>
          <Pull part={used / guaranteed} label={t.of(used, guaranteed)} tone="bg-p3" />
        </div>
      )}
      {stage === 'promoted' && (
        <div className="grid gap-2">
          <div className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{t.next}</span>
            <span className="tabular-nums text-ink-2">{t.of(impressions, until)}</span>
          </div>
          <Pull part={impressions / until} label={t.of(impressions, until)} tone="bg-p3" />
        </div>
      )}
      {gate && <Judged gate={gate} />}
      {stage !== 'unknown' && (
        <dl className="divide-y divide-line border-y border-line">
          <Figure name={t.looked} n={impressions} />
          <Figure name={t.served} n={served} />
        </dl>
      )}
      {stage !== 'unknown' && <Kept kept={kept} away={stage === 'away'} />}
      <p className="text-meta text-ink-3">{t.discreet}</p>
    </div>
  )
}

/** What the last gate found, and what would have passed. */
function Judged({ gate }: { gate: NonNullable<Standing['gate']> }) {
  const t = useMore().standing
  return (
    <section className="grid gap-1">
      <h3 className="font-medium">{t.gate(gate.at, gate.passed)}</h3>
      <p className="text-ink-2">
        {t.gateText(percent(Number(gate.chance)), gate.cohort)}
        {t.gateNeeded(percent(Number(gate.needed)))}
        {!gate.passed && gate.next > 0 && t.gateStopped(gate.next)}
      </p>
    </section>
  )
}

function Figure({ name, n }: { name: string; n: number }) {
  return (
    <div className="flex min-h-12 items-center justify-between gap-3">
      <dt>{name}</dt>
      <dd className="tabular-nums font-medium">{number(n)}</dd>
    </div>
  )
}

function Kept({ kept, away }: { kept: Standing['kept']; away: boolean }) {
  const t = useMore().standing
  if (kept.length === 0) return <p className="text-ink-2">{t.nothing}</p>
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{away ? t.why : t.limits}</h3>
      <ul className="grid gap-2">
        {kept.map(why => (
          <li key={why} className="rounded-button bg-sunk px-4 py-3">
            {t.kept[why]}
          </li>
        ))}
      </ul>
    </section>
  )
}

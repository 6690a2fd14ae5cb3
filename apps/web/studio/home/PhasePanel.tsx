import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { number } from '../../i18n/format.ts'
import { useStudioDesk } from '../../i18n/studio/desk/index.ts'
import { Problem, RowsLoading, SidePanel } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

type Loop = Reply<'GET /v1/insights/loop'>
export type Phase = Loop['phases'][number]['phase']
interface PhaseProps {
  readonly phase: Phase
  readonly loop: Loop
  readonly onClose: () => void
}
/** A gate, opened: how many came, what brought them, what they did next, where they stopped. Counts, never who. */
export function PhasePanel({ phase, loop, onClose }: PhaseProps) {
  const t = useStudioDesk().phase
  const d = useDesk().loop
  const { shop } = useMyShop()
  const i = loop.phases.findIndex(p => p.phase === phase)
  const of = loop.phases[i]
  const ways = useQuery({
    queryKey: ['ways', shop, phase, loop.days],
    queryFn: () => ask(api.GET('/v1/insights/ways', { params: { query: { shop, phase, days: Math.min(92, loop.days) } } })),
    refetchInterval: 30_000,
  })
  if (!of) return null
  const names = Object.fromEntries(loop.phases.map((p, n) => [p.phase, d.phases[n] ?? '']))
  const next = loop.transitions.filter(x => x.from === phase).toSorted((a, b) => b.count - a.count)
  return (
    <SidePanel title={names[phase] ?? ''} text={d.define[i]} onClose={onClose}>
      <Part title={t.people}>
        <p className="num text-heading font-semibold">{t.peopleN(of.people)}</p>
      </Part>
      <Part title={t.brought} note={t.broughtNote}>
        {ways.isPending && <RowsLoading rows={2} />}
        {!ways.data && <Problem error={ways.error} retry={() => void ways.refetch()} />}
        {ways.data && (
          <Bars
            none={t.none}
            rows={ways.data.ways
              .toSorted((a, b) => b.people - a.people)
              .map(w => ({ key: w.kind, name: t.ways[w.kind], n: w.people }))}
          />
        )}
      </Part>
      {ways.data && ways.data.posts.length > 0 && (
        <Part title={t.clips}>
          <Bars
            none=""
            rows={ways.data.posts.map((p, n) => ({
              key: p.post,
              name: <a href={`/p/${p.post}`}>{t.clip(n + 1)}</a>,
              n: p.people,
            }))}
          />
        </Part>
      )}
      <Part title={t.next}>
        <Bars none={t.nextNone} rows={next.map(x => ({ key: x.to, name: names[x.to], n: x.count }))} />
      </Part>
      {phase !== 'sharing' && (
        <Part title={t.stopped}>
          <Bars
            none={t.none}
            rows={[
              { key: 'on', name: t.goneOn, n: of.goneOn },
              { key: 'waiting', name: t.waiting, n: of.waiting },
              { key: 'loose', name: t.loose, n: of.stopped },
            ].filter(r => of.people > 0 || r.n > 0)}
          />
        </Part>
      )}
    </SidePanel>
  )
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="border-t border-line py-4 first:border-0 first:pt-0">
      <h3 className="mb-2 font-semibold">{title}</h3>
      {children}
      {note && <p className="mt-2 text-caption text-ink-3">{note}</p>}
    </section>
  )
}

/** Counts with a line as long as their part of the largest. */
function Bars({ rows, none }: { rows: readonly { key: string; name: ReactNode; n: number }[]; none: string }) {
  const most = Math.max(1, ...rows.map(r => r.n))
  if (rows.length === 0) return <p className="text-ink-2">{none}</p>
  return (
    <ul className="grid gap-2">
      {rows.map(r => (
        <li key={r.key} className="grid gap-1">
          <span className="flex justify-between gap-4">
            <span className="min-w-0">{r.name}</span>
            <span className="num font-semibold">{number(r.n)}</span>
          </span>
          <span aria-hidden="true" className="block h-1 rounded-full bg-sunk">
            <span className="block h-1 rounded-full bg-ink-3" style={{ width: `${(r.n / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}

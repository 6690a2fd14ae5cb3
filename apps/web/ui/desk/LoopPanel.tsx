import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { langTag, useLanguage } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { number } from '../../i18n/format.ts'
import type { LoopData, Phase } from '../loop/geometry.ts'
import { phases, sparseBelow } from '../loop/geometry.ts'
import { LoopFigure } from '../loop/LoopFigure.tsx'
import { formatFor } from '../loop/words.ts'
import { Problem } from './layout.tsx'
import { type LoopReply, loopData, loopWords } from './loop-data.ts'
import { Time } from './Time.tsx'
import { Tip } from './Tip.tsx'

export type { LoopReply } from './loop-data.ts'

/** A spark for every person more than at the last look; stable, so that the figure is not built anew. */
function useLive(data: LoopData | null, scope: string) {
  const listener = useRef<((phase: Phase) => void) | null>(null)
  const before = useRef<{ scope: string; counts: LoopData['counts'] } | null>(null)
  useEffect(() => {
    if (!data) return
    const last = before.current
    before.current = { scope, counts: data.counts }
    if (last?.scope !== scope) return
    phases.forEach((phase, i) => {
      const more = Math.min(12, (data.counts[i] ?? 0) - (last.counts[i] ?? 0))
      for (let n = 0; n < more; n++) setTimeout(() => listener.current?.(phase), n * 380)
    })
  }, [data, scope])
  const [live] = useState(() => (onEvent: (phase: Phase) => void) => {
    listener.current = onEvent
    return () => {
      listener.current = null
    }
  })
  return live
}

interface LoopPanelProps {
  readonly reply: LoopReply | undefined
  readonly error: unknown
  readonly retry: () => void
  readonly days: number
  /** Shop and period: a change of it is no event. */
  readonly scope: string
  /** What opens at a gate, in place of the note. */
  readonly detail?: (phase: Phase, close: () => void) => ReactNode
}

/** The figure with its numbers, their definitions, freshness and samples. The drawing is rebuilt only when a number changed. */
export function LoopPanel({ reply, error, retry, days, scope, detail }: LoopPanelProps) {
  const t = useDesk()
  const language = useLanguage()
  const key = reply ? JSON.stringify({ ...reply, asOf: null }) : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content of the reply without its freshness
  const data = useMemo(() => (reply ? loopData(reply) : null), [key])
  const laps = reply?.laps
  const lapHours = laps?.medianHours ?? null
  const lapCount = laps?.count ?? 0
  const words = useMemo(
    () => loopWords(t, langTag(language), days, lapHours === null ? null : { count: lapCount, hours: Number(lapHours) }),
    [t, language, days, lapCount, lapHours],
  )
  const live = useLive(data, scope)
  const [selected, setSelected] = useState<Phase | null>(null)
  if (error && !reply) return <Problem error={error} retry={retry} />
  const sparse = data?.counts.some(n => n > 0 && n < sparseBelow)
  return (
    <div className="grid gap-4">
      {reply && data && <Numbers reply={reply} data={data} />}
      <LoopFigure data={data} words={words} locale={langTag(language)} live={live} selected={selected} onSelect={setSelected} />
      {selected && data && detail?.(selected, () => setSelected(null))}
      {selected && data && !detail && <PhaseNote phase={selected} data={data} />}
      {data?.counts.some(n => n > 0) && (
        <div className="grid gap-1 text-meta text-ink-2">
          {sparse && <p>{t.loop.sparse}</p>}
          {!data.gain && <p>{t.loop.gainWhy}</p>}
        </div>
      )}
      {error ? <Problem error={error} retry={retry} /> : null}
    </div>
  )
}

function Numbers({ reply, data }: { reply: LoopReply; data: LoopData }) {
  const t = useDesk()
  const f = t.loop.figures
  const watched = data.counts[0]
  const r = formatFor(langTag(useLanguage()))
  const figures = [
    { name: f.people, define: f.peopleDef, value: r.people(watched), note: '' },
    { name: f.buyers, define: f.buyersDef, value: r.people(data.counts[3]), note: t.sample(watched) },
    { name: f.shared, define: f.sharedDef, value: r.people(data.counts[5]), note: t.sample(data.counts[3]) },
    {
      name: f.begotten,
      define: f.begottenDef,
      value: number(reply.lineage.ordersFromShares),
      note: f.begottenOf(reply.lineage.sharesFromOrders),
    },
    {
      name: f.r,
      define: data.gain ? f.rDef : t.loop.gainWhy,
      value: data.gain ? r.gain(data.gain.value) : '–',
      note: data.gain ? `${r.gain(data.gain.low)}–${r.gain(data.gain.high)}` : t.loop.gainMissing,
    },
  ]
  return (
    <div>
      <dl className="m-0 grid grid-cols-2 gap-x-6 gap-y-3 desk:grid-cols-5">
        {figures.map(x => (
          <div key={x.name} className="min-w-0">
            <dt className="text-meta text-ink-2">
              <Tip text={x.define}>{x.name}</Tip>
            </dt>
            <dd className="num m-0 text-heading font-semibold tracking-[-.01em]">{x.value}</dd>
            <dd className="m-0 text-caption text-ink-3">{x.note}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-caption text-ink-3">
        <AsOf at={reply.asOf.at} />
      </p>
    </div>
  )
}

export function AsOf({ at }: { at: string }) {
  const t = useDesk()
  const [before, after = ''] = t.asOf('\u0000').split('\u0000')
  return (
    <>
      {before}
      <Time at={at} />
      {after}
    </>
  )
}

function PhaseNote({ phase, data }: { phase: Phase; data: LoopData }) {
  const t = useDesk()
  const language = useLanguage()
  const i = phases.indexOf(phase)
  const format = formatFor(langTag(language))
  const people = data.counts[i] ?? 0
  const share = people >= sparseBelow ? data.goOn[i] : null
  return (
    <section className="panel" aria-live="polite">
      <h2 className="panel-title">
        {t.loop.phases[i]}: <span className="num">{number(people)}</span> {t.loop.did[i]}
      </h2>
      <p className="mt-1 text-ink-2">{t.loop.define[i]}</p>
      {i < 5 && (
        <p className="num mt-1 text-ink-2">
          {share
            ? `${format.share(share.share)} (${format.share(share.low)}–${format.share(share.high)}) ${t.loop.goOn} · ${t.sample(people)}`
            : `${t.loop.phases[i]} → ${t.loop.phases[i + 1]}: ${t.loop.tooFew}`}
        </p>
      )}
    </section>
  )
}

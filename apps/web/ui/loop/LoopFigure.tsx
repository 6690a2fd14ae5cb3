import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { frameFor, type LoopData, type LoopGeometry, loopGeometry, type Phase, phases, pitchFor, type Six } from './geometry.ts'
import { LoopChips, LoopHeadings, LoopStations } from './LoopLabels.tsx'
import { LoopTable } from './LoopTable.tsx'
import { LoopThreads } from './LoopThreads.tsx'
import './loop.css'
import { typeFor } from './places.ts'
import { type Sparks, startSparks } from './sparks.ts'
import { formatFor, type LoopWords, type SelectPhase } from './words.ts'

export interface LoopFigureProps {
  /** Null while it loads: the curve stands as a hairline. All counts zero: the ghost loop with `words.empty`. */
  readonly data: LoopData | null
  readonly words: LoopWords
  /** BCP 47, for numbers: `en`, `ja`, `zh`. */
  readonly locale: string
  readonly selected?: Phase | null
  /** A station was chosen; null when the choice was taken back (Esc, or the same station again). */
  readonly onSelect?: SelectPhase
  /** Live mode: subscribes to real events and answers with the way to unsubscribe. Without it sparks are a steady stream. Keep it stable. */
  readonly live?: (onEvent: (phase: Phase) => void) => () => void
}

const nothing: LoopData = {
  counts: [0, 0, 0, 0, 0, 0],
  goOn: [null, null, null, null, null],
  medianHours: [null, null, null, null, null],
  newlySeeded: 0,
  returned: 0,
  gain: null,
}
const announceEvery = 60_000

/** The width of an element in whole CSS pixels, 0 before it is known. */
function useWidth<E extends Element>() {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!ref.current) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)))
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [])
  return [ref, width] as const
}

/** The newest sentence, at most once a minute: live numbers must not talk over everything else. */
function useAnnouncement(sentence: string): string {
  const [said, setSaid] = useState('')
  const at = useRef(0)
  const wait = useRef(0)
  useEffect(() => {
    window.clearTimeout(wait.current)
    const say = () => {
      at.current = Date.now()
      setSaid(sentence)
    }
    wait.current = window.setTimeout(say, Math.max(0, at.current + announceEvery - Date.now()))
    return () => window.clearTimeout(wait.current)
  }, [sentence])
  return said
}

interface SparkProps extends Pick<LoopFigureProps, 'live'> {
  readonly g: LoopGeometry
  readonly hours: LoopData['medianHours']
}

function SparkCanvas({ g, hours, live }: SparkProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = ref.current
    if (!canvas) return
    const motion = matchMedia('(prefers-reduced-motion: reduce)')
    let sparks: Sparks | null = null
    const run = () => {
      sparks?.stop()
      const color = getComputedStyle(canvas).color
      sparks = startSparks(canvas, { geometry: g, medianHours: hours, color, live: live !== undefined, reduced: motion.matches })
    }
    run()
    motion.addEventListener('change', run)
    // The colour of ink changes with the theme.
    const themes = new MutationObserver(run)
    themes.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] })
    const off = live?.(phase => sparks?.push(phases.indexOf(phase)))
    return () => {
      off?.()
      themes.disconnect()
      motion.removeEventListener('change', run)
      sparks?.stop()
    }
  }, [g, hours, live])
  return (
    <div className="loop-sparks" aria-hidden="true">
      <canvas ref={ref} />
    </div>
  )
}

interface StageProps extends LoopFigureProps {
  readonly width: number
  readonly sentence: string
}

/** The drawing itself, for a known width. */
function Stage({ data, words, locale, selected = null, onSelect = () => {}, live, width, sentence }: StageProps) {
  const id = useId()
  const [hot, setHot] = useState<number | null>(null)
  const format = useMemo(() => formatFor(locale), [locale])
  const shown = data ?? nothing
  const empty = shown.counts.every(n => n === 0)
  const frame = frameFor(width)
  const scale = Math.min(width, frame.upright ? 560 : width) / frame.width
  const pitch = pitchFor(scale, typeof devicePixelRatio === 'number' ? devicePixelRatio : 1)
  const g = useMemo(() => loopGeometry(shown, frame, pitch), [shown, frame, pitch])
  const type = typeFor(width, scale)
  const chosen = selected === null ? null : phases.indexOf(selected)
  const labels = { g, data: shown, type, words, format }
  const note = data === null || empty ? <p className="loop-note">{data === null ? words.loading : words.empty}</p> : null
  const stage = (
    <div
      className="loop-stage"
      data-upright={frame.upright}
      data-state={data === null ? 'loading' : empty ? 'empty' : 'ready'}
      style={{ aspectRatio: `${frame.width} / ${frame.height}` }}
    >
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        data-hot={hot ?? chosen ?? undefined}
        role="group"
        aria-label={words.title}
      >
        <desc>{data === null ? words.loading : empty ? words.empty : sentence}</desc>
        <LoopThreads g={g} id={id} />
        {data === null || empty ? null : (
          <>
            <LoopHeadings {...labels} />
            <LoopChips {...labels} />
          </>
        )}
        {data === null ? null : <LoopStations {...labels} selected={chosen} onHot={setHot} onSelect={onSelect} />}
      </svg>
      {note === null ? <SparkCanvas g={g} hours={shown.medianHours} live={live} /> : null}
      {frame.upright ? null : note}
    </div>
  )
  return (
    <>
      {stage}
      {frame.upright ? note : null}
    </>
  )
}

/**
 * The six-phase loop on real aggregates: threads are people on a compressed scale, gates are phases, loose ends are people who
 * stopped. Fills the width of its container; upright under 760 px. Colours come from the tokens --p1…--p6, --ink, --bg.
 */
export function LoopFigure(props: LoopFigureProps) {
  const { data, words, locale } = props
  const [ref, width] = useWidth<HTMLDivElement>()
  const [table, setTable] = useState(false)
  const tableId = useId()
  const sentence = useMemo(() => {
    const format = formatFor(locale)
    return words.summary((data ?? nothing).counts.map(n => format.people(n)) as unknown as Six<string>)
  }, [data, words, locale])
  const said = useAnnouncement(data === null ? '' : sentence)
  return (
    <figure className="loop-figure">
      <div className="loop-width" ref={ref}>
        {width > 0 ? <Stage {...props} width={width} sentence={sentence} /> : null}
      </div>
      <figcaption className="loop-caption">
        <span>{words.legend}</span>
        <span>{words.lap}</span>
        <button
          type="button"
          aria-expanded={table}
          aria-controls={tableId}
          disabled={data === null}
          onClick={() => setTable(!table)}
        >
          {table ? words.table.hide : words.table.show}
        </button>
      </figcaption>
      <div id={tableId}>{table && data ? <LoopTable data={data} words={words} format={formatFor(locale)} /> : null}</div>
      <p className="loop-aloud" role="status">
        {said}
      </p>
    </figure>
  )
}

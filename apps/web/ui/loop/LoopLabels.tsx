import type { KeyboardEvent } from 'react'
import { type LoopData, type LoopGeometry, phases, sparseBelow } from './geometry.ts'
import { fitted, type Place, stationPlaces, type Type, uprightPlaces } from './places.ts'
import { type LoopFormat, type LoopWords, nameOf, type SelectPhase } from './words.ts'

export interface LabelProps {
  readonly g: LoopGeometry
  readonly data: LoopData
  readonly type: Type
  readonly words: LoopWords
  readonly format: LoopFormat
}

export interface StationProps extends LabelProps {
  readonly selected: number | null
  readonly onHot: (p: number | null) => void
  readonly onSelect: SelectPhase
}

/** The six stations: gate, dot and label in one focusable button. ←/→ step round the loop, Enter selects, Esc clears. */
export function LoopStations(props: StationProps) {
  const { g, data, type, words, format, selected, onHot, onSelect } = props
  const places = stationPlaces(g, type)
  const rows = type.mode === 'upright' ? uprightPlaces(g, type).rows : null
  const key = (p: number) => (event: KeyboardEvent<SVGGElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? 5 : 0
    if (step > 0) event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('.loop-station')[(p + step) % 6]?.focus()
    else if (event.key === 'Enter' || event.key === ' ') onSelect(selected === p ? null : (phases[p] ?? null))
    else if (event.key === 'Escape') onSelect(null)
    else return
    event.preventDefault()
  }
  return (
    <g>
      {phases.map((phase, p) => {
        const gate = g.gates[p]
        const place = rows?.[p] ?? places[p]
        if (!gate || !place) return null
        return (
          <g
            key={phase}
            className="loop-station"
            role="button"
            tabIndex={0}
            data-phase={phase}
            aria-label={nameOf(p, data, words, format)}
            aria-pressed={selected === p}
            onPointerEnter={() => onHot(p)}
            onPointerLeave={() => onHot(null)}
            onFocus={e => e.currentTarget.matches(':focus-visible') && onHot(p)}
            onBlur={() => onHot(null)}
            onClick={() => onSelect(selected === p ? null : phase)}
            onKeyDown={key(p)}
          >
            <line
              className={gate.sparse ? 'loop-gate loop-sparse' : 'loop-gate'}
              x1={gate.inner[0]}
              y1={gate.inner[1]}
              x2={gate.outer[0]}
              y2={gate.outer[1]}
            />
            <circle
              className="loop-dot"
              cx={gate.outer[0]}
              cy={gate.outer[1]}
              r={type.mode === 'upright' ? 6 : 5.5}
              style={{ fill: `var(--p${p + 1})` }}
            />
            {rows ? <UprightLabel {...props} p={p} /> : <StationLabel {...props} p={p} place={place} />}
          </g>
        )
      })}
    </g>
  )
}

// A space of no width: the visible words stay words for those who search or listen.
const gap = <tspan className="loop-gap"> </tspan>

function StationLabel({ data, type, words, format, p, place }: LabelProps & { p: number; place: Place }) {
  const x = place.x
  return (
    <text textAnchor={place.anchor} x={x} y={place.y}>
      <tspan className="loop-name" style={{ fontSize: type.name }}>
        {words.phases[p]}
      </tspan>
      {gap}
      <tspan className="loop-number" x={x} dy={type.number * 1.06} style={{ fontSize: type.number }}>
        {format.people(data.counts[p] ?? 0)}
      </tspan>
      {type.mode === 'full' ? (
        <>
          {gap}
          <tspan className="loop-sub" x={x} dy={type.sub * 1.62} style={{ fontSize: type.sub }}>
            {words.did[p]}
          </tspan>
        </>
      ) : null}
    </text>
  )
}

function UprightLabel({ g, data, type, words, format, p }: LabelProps & { p: number }) {
  const { rows, gap: height, half } = uprightPlaces(g, type)
  const row = rows[p]
  if (!row) return null
  const dot = type.name * 0.27
  const people = format.people(data.counts[p] ?? 0)
  // One size for all six rows, the one at which the longest fits.
  const size = Math.min(
    ...data.counts.map((n, i) => fitted(words.phases[i] ?? '', format.people(n), type.name, half * 2 - dot * 3.6)),
  )
  return (
    <>
      <rect className="loop-hit" x={row.x - 10} y={row.y - height * 0.66} width={half * 2 + 20} height={height} rx="10" />
      <circle cx={row.x + dot} cy={row.y - type.name * 0.34} r={dot} style={{ fill: `var(--p${p + 1})` }} />
      <text style={{ fontSize: size }}>
        <tspan x={row.x + dot * 3.6} y={row.y}>
          {words.phases[p]}
        </tspan>
        {gap}
        <tspan className="loop-strong" x={row.end} textAnchor="end">
          {people}
        </tspan>
      </text>
    </>
  )
}

/** Inside the lobes: what share goes on and how long it takes. Nothing where fewer than 50 people stand. */
export function LoopChips({ g, data, type, words, format }: LabelProps) {
  return (
    <g>
      {g.chips.map((chip, i) => {
        const share = data.goOn[i]
        const hours = data.medianHours[i]
        if (!share || (data.counts[i] ?? 0) < sparseBelow) return null
        return (
          <text
            key={phases[i]}
            className="loop-chip"
            textAnchor={chip.anchor}
            x={chip.at[0]}
            y={chip.at[1] - (i % 3 === 1 ? type.sub * 0.6 : 0)}
            style={{ fontSize: type.sub }}
          >
            <tspan className="loop-strong">{format.share(share.share)}</tspan> {type.roomy ? words.goOn : null}
            {hours == null ? null : (
              <tspan x={chip.at[0]} dy={type.sub * 1.35}>
                {format.hours(hours)}
              </tspan>
            )}
          </text>
        )
      })}
    </g>
  )
}

/** Lobe names, newly seeded people, and the gain or that there is none yet. */
export function LoopHeadings(props: LabelProps) {
  return props.type.mode === 'upright' ? <UprightHeadings {...props} /> : <LandscapeHeadings {...props} />
}

function LandscapeHeadings({ g, data, type, words, format }: LabelProps) {
  const { cx, cy, a } = g.frame
  const full = type.mode === 'full'
  const lobe = (x: number, name: string, sub: string, side: string) => (
    <g textAnchor="middle">
      <text className={`loop-lobe loop-${side}`} x={x} y={cy + (full ? 2 : type.lobe * 0.35)} style={{ fontSize: type.lobe }}>
        {name}
      </text>
      {full ? (
        <text className="loop-sub" x={x} y={cy + 4 + type.sub * 1.75} style={{ fontSize: type.sub }}>
          {sub}
        </text>
      ) : null}
    </g>
  )
  const top = cy - 262
  return (
    <g>
      {lobe(cx - a * 0.59, words.seeding, words.seedingSub, 'seeding')}
      {lobe(cx + a * 0.59, words.harvest, words.harvestSub, 'harvest')}
      <text textAnchor="middle" x={cx} y={top}>
        <tspan className="loop-name" style={{ fontSize: type.name }}>
          {format.people(data.newlySeeded)}
        </tspan>
        <tspan className="loop-sub" dx={type.sub * 0.4} style={{ fontSize: type.sub }}>
          {words.newlySeeded}
        </tspan>
      </text>
      <Gain data={data} type={type} words={words} format={format} x={cx} y={cy + 236} anchor="middle" />
    </g>
  )
}

function Gain({
  data,
  type,
  words,
  format,
  x,
  y,
  anchor,
}: Omit<LabelProps, 'g'> & { x: number; y: number; anchor: Place['anchor'] }) {
  const { gain } = data
  const full = type.mode === 'full'
  if (!gain)
    return (
      <text textAnchor={anchor} x={x} y={y}>
        <tspan className="loop-name" style={{ fontSize: type.name }}>
          {words.gain}
        </tspan>
        <tspan className="loop-sub" x={x} dy={type.name * 1.4} style={{ fontSize: type.sub }}>
          {words.gainMissing}
        </tspan>
      </text>
    )
  const sentence =
    full && gain.value >= 0 && gain.value < 1 ? words.gainSentence(format.people(Math.round(10 / (1 - gain.value)) / 10)) : null
  return (
    <text textAnchor={anchor} x={x} y={y}>
      <tspan className="loop-gain" style={{ fontSize: type.gain }}>
        {format.gain(gain.value)}
      </tspan>
      <tspan className="loop-name" x={x} dy={type.name * 1.6} style={{ fontSize: type.name }}>
        {words.gain}
      </tspan>
      <tspan
        className="loop-sub"
        {...(anchor === 'end' ? { x, dy: type.sub * 1.4 } : { dx: type.sub * 0.5 })}
        style={{ fontSize: type.sub }}
      >{`${format.gain(gain.low)}–${format.gain(gain.high)}`}</tspan>
      {sentence ? (
        <tspan className="loop-sub" x={x} dy={type.sub * 1.7} style={{ fontSize: type.sub }}>
          {sentence}
        </tspan>
      ) : null}
    </text>
  )
}

function UprightHeadings({ g, data, type, words, format }: LabelProps) {
  const { cy, width } = g.frame
  const [seeding, harvest] = uprightPlaces(g, type).lobes as [Place, Place]
  return (
    <g>
      <text
        className="loop-lobe loop-seeding"
        textAnchor={seeding.anchor}
        x={seeding.x}
        y={seeding.y}
        style={{ fontSize: type.lobe }}
      >
        {words.seeding}
      </text>
      <text
        className="loop-lobe loop-harvest"
        textAnchor={harvest.anchor}
        x={harvest.x}
        y={harvest.y}
        style={{ fontSize: type.lobe }}
      >
        {words.harvest}
      </text>
      <text x="20" y={cy + 20}>
        <tspan className="loop-name" style={{ fontSize: type.name }}>
          {format.people(data.newlySeeded)}
        </tspan>
        <tspan className="loop-sub" x="20" dy={type.sub * 1.3} style={{ fontSize: type.sub }}>
          {words.newlySeeded}
        </tspan>
      </text>
      <Gain data={data} type={type} words={words} format={format} x={width - 16} y={cy - (data.gain ? 6 : 34)} anchor="end" />
    </g>
  )
}

import type { Money, PriceHistory } from '../../client/types.ts'
import { money, shortDate } from '../../i18n/format.ts'

const width = 320
const height = 52

interface SparklineProps {
  /** One variant's, in time order. */
  readonly points: PriceHistory['points']
  /** Where the line begins: never before there was a price. */
  readonly since: string
  readonly asOf: string
  readonly now: Money
  readonly label: string
}
/** A price stays until it changes: steps, not slopes. The dot is today. */
export function Sparkline({ points, since, asOf, now, label }: SparklineProps) {
  const begin = Date.parse(since)
  const end = Date.parse(asOf)
  const rows = points.map(p => ({ at: Math.max(begin, Date.parse(p.at)), minor: Number(p.price.minor) }))
  const last = Number(now.minor)
  const all = [...rows.map(r => r.minor), last]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const x = (at: number) => ((at - begin) / (end - begin || 1)) * (width - 10) + 2
  const y = (minor: number) => height - 8 - ((minor - low) / (high - low || 1)) * (height - 18)
  let d = `M ${x(begin)} ${y(rows[0]?.minor ?? last)}`
  for (const row of rows) d += ` H ${x(row.at)} V ${y(row.minor)}`
  d += ` V ${y(last)} H ${x(end)}`
  const word = (minor: number) => money({ minor: String(minor), currency: now.currency })
  return (
    <figure className="max-w-[420px]">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="block w-full"
        role="img"
        aria-label={`${label}: ${word(low)} – ${word(high)}`}
      >
        <line x1="0" x2={width} y1={y(low)} y2={y(low)} stroke="var(--line-strong)" strokeDasharray="2 4" />
        <path d={d} fill="none" stroke="var(--p3)" strokeWidth="2" strokeLinejoin="round" />
        <circle cx={x(end)} cy={y(last)} r="4" fill="var(--p3)" stroke="var(--bg)" strokeWidth="2" />
      </svg>
      <figcaption className="num flex justify-between text-caption text-ink-3">
        <span>{shortDate(new Date(begin))}</span>
        <span>{label}</span>
        <span>{shortDate(new Date(end))}</span>
      </figcaption>
    </figure>
  )
}

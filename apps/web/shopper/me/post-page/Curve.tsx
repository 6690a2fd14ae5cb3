import { clock, percent } from '../../../i18n/format.ts'
import { usePostPage } from '../../../i18n/shopper/post-page/index.ts'
import { dropsOf, fewestViews } from './drops.ts'

interface Of {
  readonly kept: readonly number[]
  readonly stepMs: number
  readonly durationMs: number
}
const width = 600
const height = 160

/** Which part of the views was still watching, second by second, with the places where most left. */
export function Curve({ kept, stepMs, durationMs }: Of) {
  const t = usePostPage()
  const all = kept[0] ?? 0
  if (durationMs === 0) return <p className="text-ink-2">{t.still}</p>
  if (all < fewestViews) return <p className="text-ink-2">{t.thin(all, fewestViews)}</p>
  const atStep = (step: number) => Math.min(step * stepMs, durationMs)
  const x = (step: number) => (atStep(step) / durationMs) * width
  const y = (n: number) => height - (n / all) * height
  const line = kept.map((n, s) => `${s === 0 ? 'M' : 'L'}${x(s).toFixed(1)} ${y(n).toFixed(1)}`).join('')
  const drops = dropsOf(kept)
  const says = t.curveSays(percent((kept.at(-1) ?? 0) / all), all)
  const time = (step: number) => clock(atStep(step) / 1000)
  return (
    <>
      <p className="text-ink-2">{says}</p>
      <figure className="m-0 grid grid-cols-[auto_1fr] gap-x-2 gap-y-1 text-caption text-ink-2">
        <div className="num flex flex-col justify-between text-end" aria-hidden="true">
          <span>{percent(1)}</span>
          <span>{percent(0.5)}</span>
          <span>{percent(0)}</span>
        </div>
        <svg
          role="img"
          aria-label={`${t.curve}. ${says}`}
          viewBox={`0 -4 ${width} ${height + 8}`}
          preserveAspectRatio="none"
          className="h-40 w-full overflow-visible"
        >
          {[0, height / 2, height].map(at => (
            <line key={at} x1="0" x2={width} y1={at} y2={at} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
          ))}
          <path d={`${line}L${width} ${height}L0 ${height}Z`} fill="var(--p3)" opacity=".14" />
          <path d={line} fill="none" stroke="var(--p3)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
          {drops.map(({ step }) => (
            <line
              key={step}
              x1={x(step + 1)}
              x2={x(step + 1)}
              y1={y(kept[step + 1] ?? 0)}
              y2={height}
              stroke="var(--ink-3)"
              strokeDasharray="3 3"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <div className="num col-start-2 flex justify-between" aria-hidden="true">
          <span>{clock(0)}</span>
          <span>{clock(durationMs / 1000)}</span>
        </div>
      </figure>
      {drops.length > 0 && (
        <section className="grid gap-1">
          <h3 className="font-medium">{t.drops}</h3>
          <dl className="m-0 divide-y divide-line border-y border-line">
            {drops.map(d => (
              <div key={d.step} className="flex min-h-11 items-center justify-between gap-3">
                <dt className="num">
                  {time(d.step)}–{time(d.step + 1)}
                </dt>
                <dd className="num m-0">{t.drop(`−${percent(d.part)}`, d.left)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

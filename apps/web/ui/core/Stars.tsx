import { useShared } from '../../i18n/shared/index.ts'
import { cx } from './cx.ts'

const path = 'M10 1.800l2.530 5.300 5.820.760-4.260 4.030 1.070 5.770L10 14.850l-5.160 2.810 1.070-5.770L1.650 7.860l5.820-.760z'

/** Five stars, filled to the mean; read out as a number. */
export function Stars({ mean, size = 16, className }: { mean: number; size?: number; className?: string }) {
  const t = useShared()
  const text = Number.isInteger(mean) ? String(mean) : mean.toFixed(1)
  return (
    <span role="img" aria-label={t.starsOf(text)} className={cx('inline-flex gap-px align-[-2px]', className)}>
      {[0, 1, 2, 3, 4].map(i => {
        const part = Math.min(1, Math.max(0, mean - i))
        return (
          <svg key={i} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
            <path d={path} fill="var(--line)" />
            <path d={path} fill="var(--p4)" style={{ clipPath: `inset(0 ${100 - part * 100}% 0 0)` }} />
          </svg>
        )
      })}
    </span>
  )
}

import type { ReactNode } from 'react'
import { heardAt, useOnline } from '../../client/net.ts'
import { dateTime } from '../../i18n/format.ts'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { WifiOff } from './icons.tsx'

/** A grey breath of the shape of what is coming; give it an aspect ratio or a height. */
export function Skeleton({ className, ratio }: { className?: string; ratio?: number }) {
  return <div aria-hidden="true" className={cx('skeleton', className)} style={ratio ? { aspectRatio: ratio } : undefined} />
}

/** Nothing here yet: what it is, and the one thing to do. */
export function Empty({ icon, title, text, action }: { icon?: ReactNode; title: string; text?: string; action?: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-[36ch] justify-items-center gap-3 px-6 py-14 text-center">
      {icon && <div className="text-ink-3">{icon}</div>}
      <h2 className="text-lead font-semibold">{title}</h2>
      {text && <p className="text-balance text-ink-2">{text}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}

/** Something failed: what happened, in the reader's language, and a way on. */
export function ErrorBox({ error, retry, title }: { error: unknown; retry?: (() => void) | undefined; title?: string }) {
  const t = useShared()
  return (
    <div role="alert" className="mx-auto grid max-w-[40ch] justify-items-center gap-3 px-6 py-14 text-center">
      <h2 className="text-lead font-semibold">{title ?? t.failedTitle}</h2>
      <p className="text-ink-2">{errorText(error)}</p>
      {retry && (
        <Button className="mt-2" onClick={retry}>
          {t.retry}
        </Button>
      )}
    </div>
  )
}

export function OfflineBanner() {
  const t = useShared()
  if (useOnline()) return null
  return (
    <div className="offline flex items-center gap-2" role="status">
      <WifiOff size={16} className="flex-none" />
      {t.offline(dateTime(heardAt()))}
    </div>
  )
}

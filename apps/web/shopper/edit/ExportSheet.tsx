import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../../client/error.ts'
import { percent } from '../../i18n/format.ts'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Button, Sheet } from '../../ui/core/index.ts'
import { finish, type Maker, maker } from './finish.ts'

/** The clip is made while this is open; closing it calls that off. */
export function ExportSheet({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const t = useEdit()
  const s = useShared()
  const [part, setPart] = useState(0)
  const [by, setBy] = useState<Maker>('browser')
  const [failed, setFailed] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  const done = useRef(onDone)
  done.current = onDone
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is a new run
  useEffect(() => {
    const stop = new AbortController()
    setFailed(null)
    setPart(0)
    void (async () => {
      const who = await maker()
      setBy(who)
      if (!who) return
      let shown = 0
      await finish(who, stop.signal, p => {
        // Each picture of the bar takes time from the clip.
        if (performance.now() - shown < 200) return
        shown = performance.now()
        setPart(p)
      })
      done.current()
    })().catch((error: unknown) => {
      if (stop.signal.aborted) return
      console.warn('export', error)
      setFailed(error)
    })
    return () => stop.abort()
  }, [tries])
  const title = by === 'server' ? t.rendering : t.exporting
  return (
    <Sheet small title={title} onClose={onClose}>
      {by === null ? (
        <p role="alert">{t.cantExport}</p>
      ) : failed !== null ? (
        <div className="grid gap-3">
          <p role="alert">
            {t.exportFailed} {failed instanceof ApiError && errorText(failed)}
          </p>
          <Button kind="act" onClick={() => setTries(tries + 1)}>
            {s.retry}
          </Button>
        </div>
      ) : (
        <div className="grid gap-4 pt-1">
          <p className="text-ink-2">{by === 'server' ? t.renderHint : t.exportHint}</p>
          <div
            className="edit-progress"
            role="progressbar"
            aria-label={title}
            aria-valuenow={Math.round(part * 100)}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <div style={{ width: `${part * 100}%` }} />
          </div>
          <div className="flex items-center justify-between">
            <span className="num text-title">{percent(part)}</span>
            <Button onClick={onClose}>{t.cancel}</Button>
          </div>
        </div>
      )}
    </Sheet>
  )
}

import { useEffect, useState } from 'react'
import { useT } from '../../i18n/shopper/index.ts'
import { Button } from '../../ui/core/index.ts'

/** Registers the service worker, once the page has what it needs, and says when a newer version of the pages waits. */
export function Updates() {
  const t = useT().app
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null)
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    let stop = () => {}
    const timer = setTimeout(() => {
      void register(setWaiting).then(
        end => {
          stop = end
        },
        () => undefined,
      )
    }, 3000)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  if (!waiting) return null
  const reload = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting.postMessage('take over')
  }
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-[calc(var(--bar)+12px)] z-50 mx-auto flex w-fit max-w-[calc(100%-32px)] items-center gap-3 rounded-button bg-raised py-2 ps-4 pe-2 text-ink shadow-[var(--shadow)]"
    >
      <span>{t.update}</span>
      <Button size="small" style={{ minHeight: 44 }} onClick={reload}>
        {t.reload}
      </Button>
    </div>
  )
}

async function register(found: (worker: ServiceWorker) => void): Promise<() => void> {
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  // The first worker of all replaces nobody.
  const look = () => registration.waiting && navigator.serviceWorker.controller && found(registration.waiting)
  const watch = () => registration.installing?.addEventListener('statechange', look)
  look()
  watch()
  registration.addEventListener('updatefound', watch)
  const timer = setInterval(() => void registration.update().catch(() => undefined), 60 * 60_000)
  return () => {
    clearInterval(timer)
    registration.removeEventListener('updatefound', watch)
  }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Checkout } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Button, Skeleton, Spinner } from '../../ui/core/index.ts'
import { useWayName } from './Payment.tsx'
import { useConfirm } from './use-pay.ts'
import { device } from './ways.ts'

const Qr = lazy(() => import('./Qr.tsx'))

/**
 * The provider asks the payer to go on elsewhere: to scan a code, or on a page of its own. The payment is written down before,
 * so this screen survives reload, Back and the way through another app; it learns of the money by itself.
 */
export function GoOn({ checkout }: { checkout: Checkout }) {
  const t = usePaying()
  const name = useWayName()
  const { check, notYet } = useCheck(checkout)
  const other = useConfirm(checkout)
  const { payment } = checkout
  if (!payment) return null
  const way = name(payment.method, false)
  const apps: Readonly<Record<string, string>> = t.apps
  const app = apps[payment.method] ?? way
  const action = payment.action
  const failed = check.error ?? other.error
  return (
    <div className="grid justify-items-center gap-4 py-6 text-center">
      <h2 className="text-title">{action?.kind === 'qr' ? t.scanTitle(app) : t.goTitle(way)}</h2>
      <p className="num text-heading">{money(checkout.total)}</p>
      {action?.kind === 'qr' && (
        <>
          <Suspense fallback={<Skeleton className="size-60" />}>
            <Qr text={action.url} label={t.qrLabel(way)} />
          </Suspense>
          <p className="max-w-[40ch] text-ink-2">{device() === 'phone' ? t.scanHere(app) : t.scanText(app)}</p>
        </>
      )}
      {action?.kind === 'redirect' && (
        <>
          <p className="max-w-[40ch] text-ink-2">{t.goText(way)}</p>
          <a className="btn" data-kind="act" data-size="big" href={action.url} rel="noreferrer">
            {t.open(way)}
          </a>
        </>
      )}
      <p role="status" className="flex items-center gap-2 text-ink-2">
        <Spinner />
        {notYet ? t.notYet(way) : t.waitingFor}
      </p>
      {failed && (
        <p role="alert" className="text-danger">
          {errorText(failed)}
        </p>
      )}
      <div className="flex flex-wrap justify-center gap-3">
        <Button size="big" busy={check.isPending} onClick={() => check.mutate('asked')}>
          {t.iPaid}
        </Button>
        <Button size="big" kind="quiet" busy={other.isPending} onClick={() => other.mutate('no')}>
          {t.otherWay}
        </Button>
      </div>
    </div>
  )
}

/** Asks when the payer says so, and when they come back to this page from wherever they paid. */
function useCheck(checkout: Checkout) {
  const client = useQueryClient()
  const [notYet, setNotYet] = useState(false)
  const id = checkout.payment?.id ?? ''
  const check = useMutation({
    mutationFn: (_why: 'asked' | 'back') => ask(api.POST('/v1/payments/{id}/check', { params: { path: { id } } })),
    onSuccess: (payment, why) => {
      setNotYet(why === 'asked' && payment.state === 'needs_action')
      if (payment.state !== 'needs_action') void client.invalidateQueries({ queryKey: ['checkout', checkout.id] })
    },
  })
  const run = useRef(check.mutate)
  run.current = check.mutate
  useEffect(() => {
    const back = () => document.visibilityState === 'visible' && run.current('back')
    back()
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [])
  return { check, notYet }
}

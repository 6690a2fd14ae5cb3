import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Checkout } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Clock } from '../../ui/core/icons.tsx'
import { Button, Empty } from '../../ui/core/index.ts'
import { withAddress } from '../buy/use-buy.ts'
import { useHoldAgain } from './use-pay.ts'

/** The hold is over. What became of a payment is said first: nothing was charged, or the money came too late and goes back. */
export function Ended({ checkout }: { checkout: Checkout }) {
  const t = useT().checkout
  const navigate = useNavigate()
  const client = useQueryClient()
  const again = useHoldAgain(checkout)
  const { title, text } = useEnd(checkout)
  const hold = () =>
    again.mutate(undefined, {
      onSuccess: async made => {
        const next = await withAddress(made)
        client.setQueryData(['checkout', next.id], next)
        await navigate({ to: '/checkout/$checkout', params: { checkout: next.id }, replace: true })
      },
    })
  return (
    <>
      <Empty
        icon={<Clock size={36} />}
        title={title}
        text={text}
        action={
          <Button kind="act" size="big" busy={again.isPending} onClick={hold}>
            {t.again}
          </Button>
        }
      />
      {again.error && (
        <p role="alert" className="text-center text-danger">
          {errorText(again.error)}
        </p>
      )}
    </>
  )
}

function useEnd({ payment }: Checkout): { title: string; text: string } {
  const t = useT().checkout
  const p = usePaying()
  if (payment?.state === 'settled') {
    const back = payment.refunded.minor === payment.captured.minor
    return { title: p.lateTitle, text: (back ? p.lateBack : p.lateGoesBack)(money(payment.captured)) }
  }
  if (payment?.state === 'failed') return { title: p.gaveUpTitle, text: p.gaveUpText }
  return { title: t.expiredTitle, text: t.expiredText }
}

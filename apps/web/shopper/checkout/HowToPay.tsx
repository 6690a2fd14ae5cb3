import { useT } from '../../i18n/shopper/index.ts'
import { ErrorBox, Skeleton } from '../../ui/core/index.ts'
import { Payment, useWayName } from './Payment.tsx'
import type { Paying } from './use-how-to-pay.ts'

/** The way to pay among the six things of the final screen, with its loading and its trouble. */
export function HowToPay({ how }: { how: Paying }) {
  const t = useT().checkout
  const wayName = useWayName()
  const { ways, shown, wish, cardKey, wrong } = how
  return (
    <>
      {wish && <p>{t.paymentWhen(wayName(wish.method, wish.test))}</p>}
      {ways.error && !ways.data && <ErrorBox error={ways.error} retry={() => void ways.refetch()} />}
      {ways.isPending && <Skeleton className="h-12" />}
      {ways.data && <Payment ways={shown} cardKey={cardKey} wish={wish} onWish={how.setWish} onCard={how.setCard} />}
      {wrong && (
        <p role="alert" className="text-danger">
          {wrong}
        </p>
      )}
    </>
  )
}

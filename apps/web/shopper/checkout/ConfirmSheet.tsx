import type { Checkout } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Button, Sheet } from '../../ui/core/index.ts'
import { useConfirm } from './use-pay.ts'

/** The bank's question. Closing it is not an answer: the payment waits, and the sheet comes back with the page. */
export function ConfirmSheet({ checkout }: { checkout: Checkout }) {
  const t = useT().checkout
  const confirm = useConfirm(checkout)
  return (
    <Sheet
      title={t.confirmTitle}
      onClose={() => confirm.mutate('no')}
      small
      foot={
        <>
          <Button size="big" disabled={confirm.isPending} onClick={() => confirm.mutate('no')}>
            {t.refuse}
          </Button>
          <Button kind="act" size="big" className="flex-1" busy={confirm.isPending} onClick={() => confirm.mutate('yes')}>
            {t.approve}
          </Button>
        </>
      }
    >
      <p className="num pb-2">{t.confirmText(money(checkout.total))}</p>
      {confirm.error && (
        <p role="alert" className="text-danger">
          {errorText(confirm.error)}
        </p>
      )}
    </Sheet>
  )
}

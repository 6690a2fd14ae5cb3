import type { Money } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Bell } from '../../ui/core/icons.tsx'
import { Button, cx, toast } from '../../ui/core/index.ts'
import { type AlertOn, isSet, setAlert, useAlertSet } from './alerts.ts'

/** Price alert: what it waits for is said when it is set. */
export function PriceAlertButton({
  product,
  price,
  className,
}: {
  product: string
  price: Money | null | undefined
  className?: string
}) {
  const t = useNoticeWords().alerts
  return (
    <Toggle
      on={{ kind: 'price_drop', product }}
      texts={[t.price, t.priceOn]}
      told={price ? t.setPrice(money(price)) : t.priceOn}
      size="small"
      className={className}
    />
  )
}

/** In place of Buy, when this choice is sold out. */
export function RestockButton({ product, variant }: { product: string; variant: string }) {
  const t = useNoticeWords().alerts
  return (
    <>
      <span className="grid min-h-[50px] flex-none place-items-center px-3 font-semibold text-ink-2">{t.soldOut}</span>
      <Toggle
        on={{ kind: 'restock', product, variant }}
        texts={[t.restock, t.restockOn]}
        told={t.set}
        size="big"
        className="min-w-0 flex-1 !whitespace-normal"
      />
    </>
  )
}

interface ToggleProps {
  readonly on: AlertOn
  readonly texts: readonly [off: string, on: string]
  readonly told: string
  readonly size: 'small' | 'big'
  readonly className?: string | undefined
}
function Toggle({ on, texts, told, size, className }: ToggleProps) {
  const t = useNoticeWords().alerts
  const set = isSet(useAlertSet(), on)
  return (
    <Button
      size={size}
      aria-pressed={set}
      className={cx(className)}
      style={{ minHeight: size === 'small' ? 44 : 50 }}
      onClick={() => void setAlert(on, !set).then(done => done && toast(set ? t.stopped : told))}
    >
      <Bell size={18} fill={set ? 'currentColor' : 'none'} />
      {set ? texts[1] : texts[0]}
    </Button>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import type { Money, Product, Shop, Source, Variant } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Button, toast } from '../../ui/core/index.ts'
import { RestockButton } from '../notices/AlertButton.tsx'
import { useAddToCart, useBuyNow, type Wanted } from './use-buy.ts'
import { totalsOf } from './use-product.ts'

export interface BuyBarProps {
  readonly product: Product
  readonly shop: Shop
  readonly variant: Variant | undefined
  readonly unit: Money | undefined
  readonly quantity: number
  readonly source?: Source | undefined
}
/** Cart and Buy. A price that moved since it was shown is asked about, never charged silently. */
export function BuyBar({ product, shop, variant, unit, quantity, source }: BuyBarProps) {
  const t = useT().buy
  const navigate = useNavigate()
  const cart = useAddToCart()
  const buy = useBuyNow()
  const [moved, setMoved] = useState<{ was: string; wanted: Wanted } | null>(null)
  if (!variant || !unit)
    return (
      <Button kind="act" size="big" className="flex-1" disabled>
        {t.checkout}
      </Button>
    )
  if (variant.available === 0) return <RestockButton product={product.id} variant={variant.id} />
  const { subtotal, total } = totalsOf(shop, unit, quantity)
  const wanted: Wanted = { variant: variant.id, quantity, source, subtotal }
  const refused = (error: unknown) => {
    void queryClient.invalidateQueries({ queryKey: ['offers', product.id] })
    void queryClient.invalidateQueries({ queryKey: ['product', product.id] })
    if (isCode(error, 'price_changed')) setMoved({ was: money(subtotal), wanted })
    else toast(errorText(error))
  }
  if (moved)
    return (
      <div className="grid flex-1 gap-3" role="alert">
        <p>{t.priceChanged(moved.was, money(subtotal))}</p>
        <Button
          kind="act"
          size="big"
          busy={buy.isPending}
          onClick={() => {
            setMoved(null)
            buy.mutate(wanted, { onError: refused })
          }}
        >
          {t.goOn(money(total))}
        </Button>
      </div>
    )
  return (
    <>
      <Button
        size="big"
        busy={cart.isPending}
        onClick={() =>
          cart.mutate(wanted, {
            onSuccess: () => toast(t.added, { label: t.seeCart, run: () => void navigate({ to: '/cart' }) }),
            onError: refused,
          })
        }
      >
        {t.addToCart}
      </Button>
      <Button
        kind="act"
        size="big"
        className="min-w-0 flex-1"
        busy={buy.isPending}
        onClick={() => buy.mutate(wanted, { onError: refused })}
      >
        {t.buyNow} <span className="num">{money(total)}</span>
      </Button>
    </>
  )
}

export function DetailsLink({ product }: { product: string }) {
  const t = useT().buy
  return (
    <Link to="/product/$product" params={{ product }} className="btn w-full" data-kind="quiet">
      {t.details}
    </Link>
  )
}

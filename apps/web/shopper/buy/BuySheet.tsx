import { useState } from 'react'
import type { Offers, Product, Shop } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { money, textIn, timesMoney } from '../../i18n/format.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { X } from '../../ui/core/icons.tsx'
import { ErrorBox, IconButton, Money, Sheet, Skeleton, Thumb, useSheetClose } from '../../ui/core/index.ts'
import type { OneSheetProps } from '../sheets/sheet.ts'
import { sourceForProduct } from '../source.ts'
import { BuyBar, DetailsLink } from './BuyBar.tsx'
import { type Choice, firstChoice, variantOf } from './choice.ts'
import { Options, Quantity } from './Options.tsx'
import { Terms } from './Terms.tsx'
import { offerOf, pictureOf, shippingOf, useOffers, useProduct, useShop } from './use-product.ts'

/** Buying without leaving the clip: it plays on above. */
export default function BuySheet({ sheet, onClose, onHeight }: OneSheetProps<'buy'>) {
  const product = useProduct(sheet.product)
  const offers = useOffers(sheet.product)
  const shop = useShop(product.data?.shop)
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [quantity, setQuantity] = useState(1)
  const failed = product.error ?? offers.error ?? shop.error
  const all = product.data && offers.data && shop.data ? { product: product.data, offers: offers.data, shop: shop.data } : null
  const choice = chosen ?? (all ? firstChoice(all.product) : [])
  const variant = all ? variantOf(all.product, choice) : undefined
  const unit = offerOf(offers.data, variant)?.price
  const wanted = Math.min(quantity, Math.max(1, variant?.available ?? 1))
  const retry = () => void Promise.all([product.refetch(), offers.refetch(), shop.refetch()])
  const foot = all && (
    <BuyBar
      product={all.product}
      shop={all.shop}
      variant={variant}
      unit={unit}
      quantity={wanted}
      source={sourceForProduct(sheet.product)}
    />
  )
  return (
    <Sheet onClose={onClose} onHeight={onHeight} clear bare={all !== null} foot={foot}>
      {!all && (failed ? <ErrorBox error={failed} retry={retry} /> : <Waiting />)}
      {all && (
        <>
          <Head {...all} choice={choice} />
          <Options product={all.product} choice={choice} onChoice={setChosen} />
          <Quantity product={all.product} choice={choice} quantity={wanted} onQuantity={setQuantity} />
          {unit && <Terms shop={all.shop} subtotal={timesMoney(unit, wanted)} />}
          <DetailsLink product={all.product.id} />
        </>
      )}
    </Sheet>
  )
}

function Waiting() {
  return (
    <div className="grid h-[52dvh] content-start gap-4" aria-hidden="true">
      <div className="flex gap-4">
        <Skeleton className="size-[84px] !rounded-[14px]" />
        <div className="grid flex-1 content-start gap-3">
          <Skeleton className="h-6" />
          <Skeleton className="h-8 w-32" />
        </div>
      </div>
      <Skeleton className="h-24" />
      <Skeleton className="h-16" />
    </div>
  )
}

interface HeadProps {
  readonly product: Product
  readonly offers: Offers
  readonly shop: Shop
  readonly choice: Choice
}
function Head({ product, offers, shop, choice }: HeadProps) {
  const t = useT().buy
  const shared = useShared()
  const variant = variantOf(product, choice)
  const offer = offerOf(offers, variant)
  const picture = pictureOf(product, variant)
  const name = textIn(product.name)
  const fee = offer && shippingOf(shop, offer.price)
  return (
    <div className="mb-4 flex items-start gap-4 border-b border-line pb-4">
      <Thumb src={picture?.url} hash={picture?.thumbhash} className="size-[84px] flex-none rounded-[14px]" loading="eager" />
      <div className="min-w-0 flex-1">
        <h2 className="line-clamp-2 text-title" lang={langTag(name.lang)}>
          {name.text}
        </h2>
        {offer && (
          <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
            <Money of={offer.price} className="text-[28px] leading-[34px] font-semibold tracking-[-.02em]" />
            {offer.struck && <Money of={offer.struck} struck />}
            <span className="text-meta text-ink-2">
              {offer.taxIncluded ? t.taxIncluded : t.taxExcluded} ·{' '}
              {fee?.minor === '0' ? t.freeShipping : fee && t.shipping(money(fee))}
            </span>
          </p>
        )}
      </div>
      <IconButton label={shared.close} className="-me-2 focus-visible:-outline-offset-2" onClick={useSheetClose()}>
        <X />
      </IconButton>
    </div>
  )
}

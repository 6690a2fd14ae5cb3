import { Link } from '@tanstack/react-router'
import { isCode } from '../../client/error.ts'
import type { Cart } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { money, textIn } from '../../i18n/format.ts'
import { errorText, shared } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { ChevronRight, ShoppingCart, Store } from '../../ui/core/icons.tsx'
import { Button, Empty, ErrorBox, Skeleton, toast } from '../../ui/core/index.ts'
import { PageHead } from '../parts/PageHead.tsx'
import RunningOffers from '../parts/RunningOffers.tsx'
import { LineRow } from './LineRow.tsx'
import { type CartLine, deliveryOf, goodsOf, useCart, useCartChanges, useCheckoutCart } from './use-cart.ts'

export function CartPage() {
  const t = useMore().cart
  const cart = useCart()
  return (
    <>
      <PageHead title={t.title} back />
      <div className="page pb-6">
        {cart.data ? (
          cart.data.shops.length > 0 ? (
            <Full cart={cart.data} />
          ) : (
            <Nothing />
          )
        ) : cart.isError ? (
          <ErrorBox error={cart.error} retry={() => void cart.refetch()} />
        ) : (
          <Waiting />
        )}
      </div>
    </>
  )
}

function Nothing() {
  const t = useMore().cart
  return (
    <Empty
      icon={<ShoppingCart size={36} />}
      title={t.empty}
      text={t.emptyText}
      action={
        <Link to="/mall" className="btn" data-kind="act">
          {t.toMall}
        </Link>
      }
    />
  )
}

function Waiting() {
  return (
    <div className="grid gap-4 py-4" aria-busy="true">
      {[0, 1, 2].map(i => (
        <div key={i} className="grid grid-cols-[84px_1fr] gap-3">
          <Skeleton className="size-[84px]" />
          <div className="grid content-start gap-2">
            <Skeleton className="h-5 w-3/4" />
            <Skeleton className="h-11 w-32" />
          </div>
        </div>
      ))}
    </div>
  )
}

function Full({ cart }: { cart: Cart }) {
  const t = useMore().cart
  const changes = useCartChanges()
  const remove = async (line: CartLine) => {
    await changes.set(line.variant, null)
    toast(t.removed, { label: shared().undo, run: () => void changes.set(line.variant, line.quantity) })
  }
  return (
    <>
      {cart.shops.map(({ shop, lines }) => {
        const name = textIn(shop.name)
        return (
          <section key={shop.id} className="mb-4">
            <h2>
              <Link
                to="/shop/$slug"
                params={{ slug: shop.slug }}
                className="flex min-h-11 items-center gap-2 text-body font-semibold"
              >
                <Store size={18} />
                <span lang={langTag(name.lang)}>{name.text}</span>
                <ChevronRight size={16} className="text-ink-3" />
              </Link>
            </h2>
            <ul className="divide-y divide-line border-y border-line">
              {lines.map(line => (
                <LineRow
                  key={line.variant}
                  line={line}
                  onSet={quantity => void changes.set(line.variant, quantity)}
                  onRemove={() => void remove(line)}
                />
              ))}
            </ul>
            <RunningOffers shop={shop.id} market={shop.country} />
          </section>
        )
      })}
      {changes.error && (
        <p role="alert" className="mb-3 text-danger">
          {errorText(changes.error)}
        </p>
      )}
      <Sums cart={cart} waiting={changes.busy} />
    </>
  )
}

function Sums({ cart, waiting }: { cart: Cart; waiting: boolean }) {
  const t = useMore().cart
  const checkout = useCheckoutCart()
  const goods = goodsOf(cart)
  const delivery = deliveryOf(cart)
  const stuck = !goods ? t.currencies : cart.buyable || waiting ? null : t.blocked
  const row = 'flex items-baseline justify-between gap-4'
  return (
    <>
      <dl className={waiting ? 'grid gap-2 py-2 opacity-60' : 'grid gap-2 py-2'} aria-live="polite">
        {goods && (
          <div className={row}>
            <dt className="text-ink-2">{t.subtotal}</dt>
            <dd className="num">{money(goods)}</dd>
          </div>
        )}
        {delivery && (
          <div className={row}>
            <dt className="text-ink-2">{t.shipping}</dt>
            <dd className="num">{delivery.minor === '0' ? t.free : money(delivery)}</dd>
          </div>
        )}
        {cart.total && (
          <div className={row}>
            <dt className="font-semibold">
              {t.total} <span className="text-meta font-normal text-ink-3">{t.taxIncluded}</span>
            </dt>
            <dd className="num text-title font-bold">{money(cart.total)}</dd>
          </div>
        )}
      </dl>
      <div className="sticky bottom-[var(--bar)] -mx-4 mt-2 border-t border-line bg-bg px-4 py-3">
        {stuck && <p className="mb-2 text-meta text-warn">{stuck}</p>}
        {checkout.error && (
          <p role="alert" className="mb-2 text-meta text-danger">
            {isCode(checkout.error, 'price_changed') ? t.changedSince : errorText(checkout.error)}
          </p>
        )}
        <Button
          kind="act"
          size="big"
          className="w-full"
          disabled={stuck !== null || waiting}
          busy={checkout.isPending}
          onClick={() => goods && checkout.mutate(goods)}
        >
          {t.checkout} {cart.total && <span className="num">{money(cart.total)}</span>}
        </Button>
      </div>
    </>
  )
}

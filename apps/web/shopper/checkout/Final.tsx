import type { ReactNode } from 'react'
import { isCode } from '../../client/error.ts'
import type { Checkout } from '../../client/types.ts'
import { intlTag } from '../../i18n/core.ts'
import { dateRange, dateTime, money, said } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Button, cx, Spinner } from '../../ui/core/index.ts'
import { Sums } from '../../ui/sums/Sums.tsx'
import { useShop } from '../buy/use-product.ts'
import { lines } from './address.ts'
import { Codes } from './Codes.tsx'
import { ConfirmSheet } from './ConfirmSheet.tsx'
import { Deliveries } from './Deliveries.tsx'
import { GoOn } from './GoOn.tsx'
import { HowToPay } from './HowToPay.tsx'
import { Identity } from './Identity.tsx'
import { identityAsked, useIdentity } from './identity.ts'
import { Lines } from './Summary.tsx'
import { useHowToPay } from './use-how-to-pay.ts'

/** The final confirmation: the six things that Japan's Specified Commercial Transactions Act asks for, and one gold button. */
export function Final({ checkout, onEdit }: { checkout: Checkout; onEdit: () => void }) {
  const t = useT().checkout
  const p = usePaying()
  const asked = identityAsked(checkout)
  const identified = Boolean(useIdentity(checkout).data?.given)
  const how = useHowToPay(checkout)
  const change = (label: string, onClick: () => void) => (
    <button
      type="button"
      className="min-h-[32px] text-meta font-semibold text-link"
      aria-label={`${label}: ${t.change}`}
      onClick={onClick}
    >
      {t.change}
    </button>
  )
  const asks = checkout.state === 'paying' && checkout.payment?.state === 'needs_action'
  if (checkout.state === 'paying' && !asks) return <Pending />
  if (asks && checkout.payment?.action) return <GoOn checkout={checkout} />
  return (
    <div className="grid gap-5">
      <div>
        <h2 className="text-title">{t.finalTitle}</h2>
        <p className="text-ink-2">{t.finalText}</p>
      </div>
      <Refused checkout={checkout} error={how.error} />
      <div className="six">
        <Item title={t.six.what}>
          <Lines checkout={checkout} />
        </Item>
        <Item title={t.six.total}>
          <Sums orders={checkout.orders} total={checkout.total} />
          <Codes checkout={checkout} />
        </Item>
        <Item title={t.six.payment}>
          <HowToPay how={how} />
        </Item>
        <Item title={t.six.delivery} aside={change(t.whereTo, onEdit)}>
          <Delivery checkout={checkout} />
          <Deliveries checkout={checkout} />
          {checkout.address && <Place address={checkout.address} />}
        </Item>
        {asked && (
          <Item title={p.identity}>
            <Identity checkout={checkout} />
          </Item>
        )}
        <Item title={t.six.returns}>
          <p>{t.cancelText}</p>
          <Returns checkout={checkout} />
        </Item>
        <Item title={t.six.until}>
          <p className="num">{t.until(dateTime(checkout.expires))}</p>
        </Item>
      </div>
      <PlaceBar
        total={checkout.total}
        missing={asked && !identified ? p.identityFirst : how.missing}
        busy={how.busy}
        onPlace={how.place}
      />
      {asks && <ConfirmSheet checkout={checkout} />}
    </div>
  )
}

interface PlaceBarProps {
  readonly total: Checkout['total']
  /** What has to be done first. */
  readonly missing: string | null
  readonly busy: boolean
  readonly onPlace: (() => void) | null
}
function PlaceBar({ total, missing, busy, onPlace }: PlaceBarProps) {
  const t = useT().checkout
  return (
    <div className="place-bar">
      {missing && <p className="mb-2 text-meta text-warn">{missing}</p>}
      <Button
        kind="act"
        size="big"
        className="w-full"
        busy={busy}
        disabled={!onPlace || missing !== null}
        onClick={() => onPlace?.()}
      >
        {busy ? t.placing : t.place}
        {!busy && <span className="num">{money(total)}</span>}
      </Button>
    </div>
  )
}

function Item({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="six-item">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-meta font-semibold text-ink-2">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  )
}

function Delivery({ checkout }: { checkout: Checkout }) {
  return checkout.orders.map(order => (
    <p key={order.id} className="num">
      {order.deliverBetween && dateRange(order.deliverBetween.from, order.deliverBetween.to)}
      {order.delivery && <span className="text-ink-2"> · {said(order.delivery.name)}</span>}
      {checkout.orders.length > 1 && <span className="text-ink-2"> · {said(order.shop.name)}</span>}
    </p>
  ))
}

function Place({ address }: { address: NonNullable<Checkout['address']> }) {
  const country = new Intl.DisplayNames([intlTag()], { type: 'region' }).of(address.country) ?? address.country
  return (
    <address className="mt-1 text-ink-2 not-italic">
      {lines(address, country).map(line => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  )
}

function Returns({ checkout }: { checkout: Checkout }) {
  return checkout.orders.map(order => <ShopReturns key={order.id} shop={order.shop.id} many={checkout.orders.length > 1} />)
}
function ShopReturns({ shop, many }: { shop: string; many: boolean }) {
  const t = useT().buy
  const { data } = useShop(shop)
  if (!data) return null
  return (
    <p className="mt-1 text-ink-2">
      {many && `${said(data.name)}: `}
      {data.returnDays > 0 ? `${t.returns}: ${t.returnsWithin(data.returnDays)}. ` : `${t.returns}: ${t.noReturns}. `}
      {said(data.seller.returns)}
    </p>
  )
}

/** Why the last try did not become an order. Everything typed and chosen is still there. */
function Refused({ checkout, error }: { checkout: Checkout; error: unknown }) {
  const t = useT().checkout
  const p = usePaying()
  const declined =
    isCode(error, 'payment_declined') || (!error && checkout.state === 'open' && checkout.payment?.state === 'failed')
  if (!declined && !error) return null
  if (isCode(error, 'payment_pending', 'idempotency_in_progress', 'already_paid')) return null
  const ended = !error && endedByHand.includes(checkout.payment?.failure ?? '')
  return (
    <div role="alert" className={cx('rounded-card px-5 py-4', ended ? calm : 'shadow-[inset_0_0_0_1.5px_var(--danger)]')}>
      <b className="block font-semibold">
        {ended ? p.endedTitle : declined ? t.declinedTitle : isCode(error, 'offline') ? t.lost : errorText(error)}
      </b>
      {declined && <span className="text-ink-2">{ended ? p.endedText : t.declinedText}</span>}
    </div>
  )
}

const calm = 'shadow-[inset_0_0_0_1.5px_var(--line-strong)]'
/** What providers call a payment that was ended and not refused: by another way, by its time, by being closed. */
const endedByHand: readonly string[] = [
  'gave_up',
  'closed',
  'expired',
  'canceled',
  'requested_by_customer',
  'abandoned',
  'not_confirmed',
]

function Pending() {
  const t = useT().checkout
  return (
    <div className="grid justify-items-center gap-3 px-6 py-16 text-center" role="status">
      <div className="[&_svg]:size-9">
        <Spinner />
      </div>
      <h2 className="text-lead font-semibold">{t.pendingTitle}</h2>
      <p className="max-w-[40ch] text-ink-2">{t.pendingText}</p>
    </div>
  )
}

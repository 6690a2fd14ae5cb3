import type { ReactNode } from 'react'
import type { Money, Order } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { date, money, textIn } from '../../i18n/format.ts'
import { useSums } from '../../i18n/sums/index.ts'
import { type AppliedOffer, atBorder, inShopCurrency, offersOf, plainRate, sumOf } from './amounts.ts'
import { HowCounted } from './HowCounted.tsx'

/** What is paid, line by line: goods, offers, delivery, import, total, the tax in it, and what was exchanged. */
export function Sums({ orders, total }: { orders: readonly Order[]; total: Money }) {
  const t = useSums()
  const subtotal = sumOf(orders, o => o.subtotal)
  const shipping = sumOf(orders, o => o.shipping)
  const importTax = sumOf(orders, o => o.importTax)
  const tax = sumOf(orders, o => o.tax)
  const later = atBorder(orders)
  const refunded = sumOf(orders, o => o.refunded)
  return (
    <div className="num grid gap-2">
      <dl className="m-0 grid gap-1">
        {subtotal && <Row name={t.goods}>{money(subtotal)}</Row>}
        {offersOf(orders, false).map(o => (
          <Row key={o.key} name={<OfferName offer={o} />} good>
            −{money(o.amount)}
          </Row>
        ))}
        {shipping && <Row name={t.delivery}>{shipping.minor === '0' ? t.free : money(shipping)}</Row>}
        {offersOf(orders, true).map(o => (
          <Row key={o.key} name={<OfferName offer={o} />} quiet>
            {/* What delivery costs above is after this. */}
            <span className="sr-only">{t.discount} </span>({money(o.amount)})
          </Row>
        ))}
        {importTax && importTax.minor !== '0' && <Row name={t.importTax}>{money(importTax)}</Row>}
        <div className="mt-1 flex items-baseline justify-between gap-4">
          <dt className="font-semibold">{t.total}</dt>
          <dd className="m-0 text-end">
            <span className="text-title font-semibold tracking-[-.01em]">{money(total)}</span>
            {tax && tax.minor !== '0' && <span className="block text-meta text-ink-2">{t.tax(money(tax))}</span>}
          </dd>
        </div>
        {later && <Row name={t.atBorder}>{later.minor === '0' ? t.atBorderNone : t.atBorderAbout(money(later))}</Row>}
        {refunded && refunded.minor !== '0' && (
          <Row name={t.refunded} good>
            {money(refunded)}
          </Row>
        )}
      </dl>
      <Exchanged orders={orders} total={total} />
      {orders.map(o => o.trade && <HowCounted key={o.id} order={o} trade={o.trade} />)}
    </div>
  )
}

function Row({ name, children, good, quiet }: { name: ReactNode; children: ReactNode; good?: boolean; quiet?: boolean }) {
  return (
    <div className={`flex justify-between gap-4 ${quiet ? 'text-meta text-ink-2' : ''}`}>
      <dt className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{name}</dt>
      <dd className={`m-0 text-end whitespace-nowrap ${good ? 'text-ok' : ''}`}>{children}</dd>
    </div>
  )
}

function OfferName({ offer }: { offer: AppliedOffer }) {
  const t = useSums()
  const { text, lang } = textIn(offer.name)
  return (
    <>
      <span lang={langTag(lang)}>{text || t.discount}</span>
      {offer.code && <span className="text-meta"> · {t.code(offer.code)}</span>}
    </>
  )
}

function Exchanged({ orders, total }: { orders: readonly Order[]; total: Money }) {
  const t = useSums()
  const rate = orders[0]?.rate
  if (!rate || rate.from === total.currency || orders.some(o => o.rate?.from !== rate.from)) return null
  const about = money(inShopCurrency(total, rate))
  return (
    <p className="text-meta text-ink-2">
      {t.exchanged(about, `1 ${rate.from} = ${plainRate(rate.rate)} ${rate.to}`, date(rate.at), rate.source)}
    </p>
  )
}

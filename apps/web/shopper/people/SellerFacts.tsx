import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Shop, Texts } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { money, textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'

/** What the law asks a seller to say (Japan: Specified Commercial Transactions Act, Art. 11; EU: CRD Art. 6), all of it, as a table. */
export function SellerFacts({ shop }: { shop: Shop }) {
  const t = useMore().shop
  const { legal } = useT().product
  const { seller } = shop
  const sum = (minor: string) => money({ minor, currency: shop.currency })
  const extra =
    shop.shippingFee === '0'
      ? t.shippingFree
      : [t.shipping(sum(shop.shippingFee)), shop.freeShippingFrom && t.freeFrom(sum(shop.freeShippingFrom))]
          .filter(Boolean)
          .join(' · ')
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t.table.legalName, seller.legalName],
    [t.table.representative, seller.representative],
    [t.table.address, seller.address],
    [
      t.table.phone,
      seller.phone && (
        <a href={`tel:${seller.phone.replace(/[^+\d]/g, '')}`} className="text-link underline">
          {seller.phone}
        </a>
      ),
    ],
    [
      t.table.email,
      seller.email && (
        <a href={`mailto:${seller.email}`} className="break-all text-link underline">
          {seller.email}
        </a>
      ),
    ],
    [t.table.registration, seller.registration],
    [t.table.taxRegistered, seller.taxRegistered ? t.yes : t.no],
    [t.table.price, t.priceText],
    [t.table.extra, extra],
    [t.table.payment, t.paymentText],
    [t.table.delivery, <Said key="d" texts={seller.delivery} />],
    [t.table.returns, <Said key="r" texts={seller.returns} />],
  ]
  return (
    <>
      <table className="w-full max-w-[72ch] border-collapse text-start">
        <tbody>
          {rows
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <tr key={label} className="grid gap-x-4 border-b border-line py-3 sm:grid-cols-[12em_1fr]">
                <th scope="row" className="text-start font-normal text-ink-2">
                  {label}
                </th>
                <td className="whitespace-pre-line break-words">{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <Link to="/shop/$slug/legal" params={{ slug: shop.slug }} className="text-link underline">
        {legal}
      </Link>
    </>
  )
}
function Said({ texts }: { texts: Texts }) {
  const { text, lang } = textIn(texts)
  return <span lang={langTag(lang)}>{text}</span>
}

import { Link } from '@tanstack/react-router'
import type { Shop } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { date, said, textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { ChevronDown, ChevronRight } from '../../ui/core/icons.tsx'
import { Avatar } from '../../ui/core/index.ts'

/** Who sells it, and the facts that law asks for: one tap away on the page itself. */
export function Seller({ shop }: { shop: Shop }) {
  const t = useT().product
  const { seller } = shop
  const name = textIn(shop.name)
  const facts: readonly (readonly [string, string])[] = [
    [t.facts.name, seller.legalName],
    [t.facts.representative, seller.representative],
    [t.facts.address, seller.address],
    [t.facts.phone, seller.phone],
    [t.facts.email, seller.email],
    [t.facts.registration, seller.registration],
    [t.facts.since, date(shop.opened)],
    [t.facts.delivery, said(seller.delivery)],
    [t.facts.returns, said(seller.returns)],
  ]
  return (
    <section className="my-6 rounded-card border border-line">
      <Link to="/shop/$slug" params={{ slug: shop.slug }} className="flex items-center gap-3 p-4">
        <Avatar name={name.text} src={shop.picture} size={44} />
        <span className="min-w-0 flex-1">
          <b className="block truncate font-semibold" lang={langTag(name.lang)}>
            {name.text}
          </b>
          <span className="text-meta text-ink-2">{t.visitShop}</span>
        </span>
        <ChevronRight className="text-ink-3" />
      </Link>
      <details className="group border-t border-line">
        <summary className="flex min-h-[48px] list-none items-center justify-between px-4 text-meta font-medium">
          {t.sellerFacts}
          <ChevronDown size={20} className="text-ink-3 transition-transform group-open:rotate-180" />
        </summary>
        <dl className="grid gap-2 px-4 pb-4 text-meta">
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label} className="grid grid-cols-[92px_1fr] gap-3">
                <dt className="text-ink-2">{label}</dt>
                <dd className="[overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
        </dl>
        <Link to="/shop/$slug/legal" params={{ slug: shop.slug }} className="block px-4 pb-4 text-meta text-link underline">
          {t.legal}
        </Link>
      </details>
    </section>
  )
}

import { useParams } from '@tanstack/react-router'
import { isCode } from '../../client/error.ts'
import { langTag, useLanguage } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useLegal } from '../../i18n/legal/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Empty, ErrorBox, Skeleton } from '../../ui/core/index.ts'
import { LegalSheet } from '../../ui/core/legal/LegalSheet.tsx'
import { legalPages } from '../../ui/core/legal/legal-pages.ts'
import { useShop } from '../buy/use-product.ts'
import { PageHead } from '../parts/PageHead.tsx'

/** Everything that the law wants said of a shop, on one page; each part has an address of its own (#returns). */
export function LegalPage() {
  const t = useLegal()
  const gone = useMore().shop
  const language = useLanguage()
  const { slug } = useParams({ from: '/shop/$slug/legal' })
  const shop = useShop(slug)
  const name = shop.data && textIn(shop.data.name)
  return (
    <>
      <PageHead title={t.title} back />
      <div className="mx-auto grid w-full max-w-[720px] gap-8 px-4 pb-10">
        {name && (
          <p className="text-ink-2" lang={langTag(name.lang)}>
            {name.text}
          </p>
        )}
        {shop.data ? (
          legalPages(shop.data, language, t).map(p => (
            <section key={p.key} id={p.key} aria-labelledby={`${p.key}-title`}>
              <h2 id={`${p.key}-title`} className="text-lead font-semibold">
                {p.title}
              </h2>
              <LegalSheet page={p} />
            </section>
          ))
        ) : !shop.isError ? (
          <Skeleton className="h-60" />
        ) : isCode(shop.error, 'not_found') ? (
          <Empty title={gone.gone} text={gone.goneText} />
        ) : (
          <ErrorBox error={shop.error} retry={() => void shop.refetch()} />
        )}
      </div>
    </>
  )
}

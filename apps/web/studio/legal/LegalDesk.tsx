import { useQueries, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import type { Shop } from '../../client/types.ts'
import { type Language, langTag, languages, useLanguage } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { legalIn, useLegal } from '../../i18n/legal/index.ts'
import { useLegalDesk } from '../../i18n/studio/legal/index.ts'
import { LegalSheet } from '../../ui/core/legal/LegalSheet.tsx'
import { type LegalPage, legalPages, type PageKey, pageKeys } from '../../ui/core/legal/legal-pages.ts'
import { Link, PageHead, Panel, Problem, RowsLoading, TabLinks, useWords } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

/** The legal pages as shoppers see them, in the three languages side by side, with what is missing said first. */
export function LegalDesk() {
  const t = useLegalDesk()
  const w = useLegal()
  const { slug } = useMyShop()
  const asked = useWords().page
  const now: PageKey = pageKeys.find(k => k === asked) ?? 'notice'
  const shop = useQuery({
    queryKey: ['shop', slug],
    queryFn: () => ask(api.GET('/v1/shops/{slug}', { params: { path: { slug } } })),
    staleTime: 10 * 60_000,
  })
  const tabs = pageKeys.map(key => ({ key, label: t.short[key], search: { page: key } }))
  return (
    <>
      <PageHead title={w.title} note={t.note}>
        <a href={`/shop/${slug}/legal#${now}`}>{t.view}</a>
      </PageHead>
      <TabLinks label={w.title} to="/legal" tabs={tabs} now={now} />
      {shop.isPending && <RowsLoading />}
      {!shop.data && <Problem error={shop.error} retry={() => void shop.refetch()} />}
      {shop.data && <Pages shop={shop.data} now={now} />}
    </>
  )
}

function Pages({ shop, now }: { shop: Shop; now: PageKey }) {
  const mine = useLanguage()
  const order = [mine, ...languages.filter(l => l !== mine)]
  const words = useQueries({
    queries: order.map(l => ({ queryKey: ['legal-words', l], queryFn: () => legalIn(l), staleTime: Number.POSITIVE_INFINITY })),
  })
  const shown = order.flatMap((language, i) => {
    const found = words[i]?.data
    const page = found && legalPages(shop, language, found).find(p => p.key === now)
    return page ? [{ language, page }] : []
  })
  if (shown.length < order.length) return <RowsLoading />
  return (
    <div className="grid gap-4">
      <Missing shown={shown} />
      <div className="grid items-start gap-4 desk:grid-cols-3">
        {shown.map(s => (
          <Preview key={s.language} {...s} labels={shown[0]?.page.rows.map(r => r.label) ?? []} />
        ))}
      </div>
    </div>
  )
}

interface Shown {
  readonly language: Language
  readonly page: LegalPage
}
/** Facts that are not there at all, in the reader's words, with the way to give them. */
function Missing({ shown }: { shown: readonly Shown[] }) {
  const t = useLegalDesk()
  const { role } = useMyShop()
  const lacking = shown[0]?.page.rows.filter(r => r.text === null).map(r => r.label) ?? []
  if (lacking.length === 0) return <p className="panel text-ink-2">{t.complete}</p>
  return (
    <section className="panel border-danger" aria-label={t.missing}>
      <h2 className="panel-title text-danger">{t.missing}</h2>
      <ul className="my-2 ps-5">
        {lacking.map(label => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      {role === 'owner' ? <Link to="/shop">{t.give}</Link> : <p className="text-ink-2">{t.askOwner}</p>}
    </section>
  )
}

/** `labels` are those of the same rows in the reader's language. */
function Preview({ language, page, labels }: Shown & { labels: readonly string[] }) {
  const t = useLegalDesk()
  const d = useDesk()
  const other = page.rows.flatMap((r, i) =>
    r.text !== null && r.lang !== language ? [{ label: labels[i] ?? r.label, lang: r.lang }] : [],
  )
  return (
    <Panel title={d.texts[language]}>
      {other.map(r => (
        <p key={r.label} className="mb-2 text-meta text-ink-2">
          {t.elsewhere(r.label, d.texts[r.lang])}
        </p>
      ))}
      <div lang={langTag(language)} className="rounded-card border border-line p-3">
        <h3 className="font-semibold">{page.title}</h3>
        <LegalSheet page={page} />
      </div>
    </Panel>
  )
}

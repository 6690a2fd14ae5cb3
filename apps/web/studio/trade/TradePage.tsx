import { useQueries, useQuery } from '@tanstack/react-query'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { SelectField } from '../../ui/core/index.ts'
import { Link, PageHead, Problem, RowsLoading, State, TabLinks, useGo, useWords } from '../../ui/desk/index.ts'
import { euMembers } from '../markets.ts'
import { useMyShop } from '../shop-choice.ts'
import { MarketSetup } from './MarketSetup.tsx'
import { askReadiness, askShop, countryOf, isEu, nameOf, type Readiness, tabsOf } from './trade-data.ts'

/** What a shop needs before it can sell to a country: steps with what is missing, each done here or linked. */
export function TradePage() {
  const t = useTrade()
  const { slug } = useMyShop()
  const shop = useQuery(askShop(slug))
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <Link to="/trade/products" className="btn plain">
          {t.toProducts}
        </Link>
      </PageHead>
      {shop.isPending && <RowsLoading />}
      {!shop.data && <Problem error={shop.error} retry={() => void shop.refetch()} />}
      {shop.data && <Markets home={shop.data.country} sentTo={shop.data.delivery.flatMap(d => d.countries)} />}
    </>
  )
}

function Markets({ home, sentTo }: { home: string; sentTo: readonly string[] }) {
  const t = useTrade()
  const { shop } = useMyShop()
  const { market } = useWords()
  const tabs = tabsOf(home, sentTo)
  const wanted = market && /^[A-Z]{2}$/.test(market) ? market : (tabs[0] ?? 'CN')
  const tab = isEu(wanted) ? 'EU' : wanted
  const country = wanted === 'EU' ? countryOf('EU', sentTo) : wanted
  const shown = tabs.includes(tab) ? tabs : [...tabs, tab]
  const asked = shown.map(m => (m === tab ? country : countryOf(m, sentTo)))
  const found = useQueries({ queries: asked.map(m => askReadiness(shop, m)) })
  const now = found[shown.indexOf(tab)]
  const title = (m: string) => (m === 'EU' ? t.eu : nameOf(m))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desk:grid-cols-[240px_minmax(0,1fr)]">
      <div className="desk:hidden [&>nav]:mb-0">
        <TabLinks
          label={t.markets}
          to="/trade"
          now={tab}
          tabs={shown.map(m => ({ key: m, label: title(m), search: { market: m } }))}
        />
      </div>
      <nav aria-label={t.markets} className="panel hidden !p-2 desk:block">
        {shown.map((m, i) => (
          <Link
            key={m}
            to="/trade"
            search={{ market: m }}
            activeOptions={{ exact: true }}
            aria-current={m === tab ? 'page' : undefined}
            className="rail-link min-h-12 justify-between"
          >
            <span className="min-w-0 truncate">{title(m)}</span>
            <Standing readiness={found[i]?.data} />
          </Link>
        ))}
      </nav>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
        {tab === 'EU' && <EuCountry now={country} />}
        {now?.isPending && <RowsLoading />}
        {now && !now.data && <Problem error={now.error} retry={() => void now.refetch()} />}
        {now?.data && <MarketSetup key={country} readiness={now.data} country={nameOf(country)} />}
      </div>
    </div>
  )
}

function Standing({ readiness }: { readiness: Readiness | undefined }) {
  const t = useTrade()
  if (!readiness) return null
  const left = readiness.requirements.filter(r => !r.ok && !r.optional).length
  return <State tone={readiness.ready ? 'ok' : 'todo'}>{readiness.ready ? t.ready : left > 0 ? t.left(left) : t.notReady}</State>
}

function EuCountry({ now }: { now: string }) {
  const t = useTrade()
  const go = useGo()
  return (
    <SelectField
      label={t.euCountry}
      className="desk:max-w-[280px]"
      value={now}
      options={euMembers.map(c => ({ value: c, label: nameOf(c) }))}
      onChange={c => void go({ to: '/trade', search: { market: c }, replace: true })}
    />
  )
}

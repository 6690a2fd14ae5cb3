import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { Link, LoopPanel, PageHead, useWords } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { Lineage } from './Lineage.tsx'
import { PhasePanel } from './PhasePanel.tsx'
import { Today } from './Today.tsx'
import { Todo } from './Todo.tsx'

const ranges = [7, 28, 90] as const

export function HomePage() {
  const t = useDesk()
  const shop = useMyShop()
  const asked = Number(useWords().days)
  const days = ranges.find(r => r === asked) ?? 28
  const loop = useQuery({
    queryKey: ['loop', shop.shop, days],
    queryFn: () => ask(api.GET('/v1/insights/loop', { params: { query: { shop: shop.shop, days } } })),
    refetchInterval: 5000,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Todo />
      <Today />
      <PageHead title={t.loop.title}>
        <Ranges days={days} />
      </PageHead>
      <LoopPanel
        reply={loop.data}
        error={loop.error}
        retry={() => void loop.refetch()}
        days={days}
        scope={`${shop.shop} ${loop.data?.days}`}
        detail={(phase, close) => loop.data && <PhasePanel key={phase} phase={phase} loop={loop.data} onClose={close} />}
      />
      <Lineage />
    </>
  )
}

function Ranges({ days }: { days: number }) {
  const t = useDesk()
  return (
    <nav aria-label={t.range} className="flex gap-2">
      {ranges.map(r => (
        <Link
          key={r}
          to="/"
          search={{ days: r }}
          className="chip plain no-underline"
          data-size="small"
          data-on={r === days ? '' : undefined}
          aria-current={r === days ? 'page' : undefined}
        >
          {t.days(r)}
        </Link>
      ))}
    </nav>
  )
}

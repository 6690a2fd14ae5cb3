import { useQuery } from '@tanstack/react-query'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import type { Search } from '../../ui/desk/index.ts'
import { OwnViews } from '../OwnViews.tsx'
import { useMyShop } from '../shop-choice.ts'
import { countsQuery } from './list-data.ts'

/** Built-in views of the products with their counts, then the person's own. */
export function ViewTabs({ search }: { search: Search }) {
  const t = useT()
  const l = useList()
  const { shop } = useMyShop()
  const counts = useQuery(countsQuery(shop)).data
  const builtIn = [
    { key: 'all', label: t.products.states.all, search: {}, count: undefined },
    { key: 'live', label: t.products.states.live, search: { state: 'live' }, count: undefined },
    { key: 'draft', label: t.products.states.draft, search: { state: 'draft' }, count: counts?.draft },
    { key: 'out', label: l.views.out, search: { state: 'live', stock: 'out' }, count: counts?.out },
    { key: 'low', label: l.views.low, search: { state: 'live', stock: 'low' }, count: counts?.low },
    { key: 'unready', label: l.views.unready, search: { state: 'draft', lacks: 'anything' }, count: counts?.unready },
    { key: 'waiting', label: l.views.waiting, search: { waiting: '1' }, count: counts?.waiting },
    { key: 'archived', label: t.products.states.archived, search: { state: 'archived' }, count: undefined },
    ...(counts?.removed
      ? [{ key: 'removed', label: t.products.states.removed, search: { state: 'removed' }, count: counts.removed }]
      : []),
  ]
  return <OwnViews to="/products" list="views" label={t.products.title} builtIn={builtIn} search={search} />
}

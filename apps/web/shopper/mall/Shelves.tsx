import { useNavigate } from '@tanstack/react-router'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Chip } from '../../ui/core/index.ts'
import { type Sort, shelves, sorts } from './sorts.ts'

/** Categories and order; both live in the URL, so a shelf can be linked and Back works. */
export function Shelves({ category, sort }: { category: string | undefined; sort: Sort }) {
  const m = useMore()
  const navigate = useNavigate()
  const go = (next: { category?: string | undefined; sort?: Sort }) => {
    const wanted = { category, sort, ...next }
    void navigate({
      to: '/mall',
      search: { ...(wanted.category && { category: wanted.category }), ...(wanted.sort !== 'for_you' && { sort: wanted.sort }) },
      replace: true,
      resetScroll: true,
    })
  }
  return (
    <div className="sticky top-0 z-10 -mx-4 mb-4 grid gap-1 bg-bg pt-1 pb-2">
      <div className="hide-scroll flex gap-2 overflow-x-auto scroll-px-4 px-4 py-1">
        <Chip on={!category} className="flex-none" style={{ minHeight: 44 }} onClick={() => go({ category: undefined })}>
          {m.all}
        </Chip>
        {shelves.map(key => (
          <Chip
            key={key}
            on={key === category}
            className="flex-none"
            style={{ minHeight: 44 }}
            onClick={() => go({ category: key })}
          >
            {m.categories[key]}
          </Chip>
        ))}
      </div>
      <label className="flex items-center gap-2 px-4 text-meta text-ink-2">
        {m.mall.sort}
        <select
          value={sort}
          onChange={event => go({ sort: event.target.value as Sort })}
          className="min-h-11 rounded-chip bg-transparent pe-2 font-semibold text-ink"
        >
          {sorts.map(s => (
            <option key={s} value={s}>
              {m.mall.sorts[s]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { shared, useShared } from '../../i18n/shared/index.ts'
import { more, useMore } from '../../i18n/shopper/more/index.ts'
import { ArrowLeft, Clock, Search, X } from '../../ui/core/icons.tsx'
import { Button, Empty, IconButton, toast } from '../../ui/core/index.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { forget, forgetAll, remember, restore, useHistory } from './history.ts'
import { People, Posts, Products } from './Results.tsx'
import { SearchField } from './SearchField.tsx'

const tabs = ['products', 'posts', 'people'] as const
type Tab = (typeof tabs)[number]

export function SearchPage() {
  const m = useMore().search
  const s = useShared()
  const router = useRouter()
  const navigate = useNavigate()
  const { q = '', tab } = useSearch({ from: '/search' })
  const now: Tab = tabs.find(t => t === tab) ?? 'products'
  const go = (words: string, to: Tab = now) =>
    void navigate({ to: '/search', search: { q: words, ...(to !== 'products' && { tab: to }) }, replace: q === words })
  const search = (words: string) => {
    remember(words)
    go(words)
  }
  return (
    <>
      <div className="sticky top-0 z-20 mx-auto flex w-full max-w-[1120px] items-center gap-1 bg-bg px-4 pt-[calc(8px+var(--safe-t))] pb-2 desk:pt-5">
        <IconButton
          label={s.back}
          className="-ms-2.5"
          onClick={() => (router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/mall' }))}
        >
          <ArrowLeft />
        </IconButton>
        <SearchField words={q} onSearch={search} />
      </div>
      <div className="mx-auto w-full max-w-[1120px] px-4 pb-10">
        {q ? (
          <Tabs label={m.label} tabs={tabs.map(t => [t, m.tabs[t]] as const)} now={now} onPick={t => go(q, t)}>
            {now === 'products' ? <Products words={q} /> : now === 'posts' ? <Posts words={q} /> : <People words={q} />}
          </Tabs>
        ) : (
          <History onPick={search} />
        )}
      </div>
    </>
  )
}

function History({ onPick }: { onPick: (words: string) => void }) {
  const t = useMore().search
  const words = useHistory(s => s.words)
  if (words.length === 0) return <Empty icon={<Search size={32} />} title={t.start} text={t.startText} />
  const clear = () => {
    forgetAll()
    toast(more().search.forgotten, { label: shared().undo, run: () => restore(words) })
  }
  return (
    <section className="mx-auto max-w-[720px]">
      <div className="flex min-h-11 items-center justify-between">
        <h2 className="text-meta font-semibold text-ink-2">{t.history}</h2>
        <Button kind="quiet" onClick={clear}>
          {t.forget}
        </Button>
      </div>
      <ul className="divide-y divide-line">
        {words.map(w => (
          <li key={w} className="flex items-center">
            <button
              type="button"
              className="flex min-h-12 min-w-0 flex-1 items-center gap-3 text-start"
              onClick={() => onPick(w)}
            >
              <Clock size={18} className="text-ink-3" />
              <span className="truncate">{w}</span>
            </button>
            <IconButton label={t.forgetOne(w)} className="text-ink-3" onClick={() => forget(w)}>
              <X size={18} />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

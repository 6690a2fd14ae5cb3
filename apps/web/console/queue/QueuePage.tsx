import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, ask } from '../../client/api.ts'
import { useT } from '../../i18n/console/index.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { ArrowLeft, Check } from '../../ui/core/icons.tsx'
import { Button, cx, Empty } from '../../ui/core/index.ts'
import {
  KindSign,
  Link,
  PageHead,
  Problem,
  RowsLoading,
  TabLinks,
  Time,
  useGo,
  useStored,
  useWords,
} from '../../ui/desk/index.ts'
import { ModerationTabs } from './ModerationTabs.tsx'
import { countOf, keyOf, type Report, reasonsOf, reasonWord, shortOf } from './moderation-data.ts'
import { ReportView } from './ReportView.tsx'

const states = ['open', 'removed', 'kept'] as const

/** The list beside one report at a time; on the phone one or the other. */
export function QueuePage() {
  const t = useT()
  const asked = useWords()
  const state = states.find(s => s === asked.state) ?? 'open'
  const queue = useInfiniteQuery({
    queryKey: ['queue', state],
    queryFn: ({ pageParam }) =>
      ask(api.GET('/v1/moderation/queue', { params: { query: { state, limit: 40, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: 30_000,
  })
  const rows = queue.data?.pages.flatMap(p => p.items) ?? []
  const picked = rows.find(r => keyOf(r.subject) === asked.item)
  const shown = useSteady(rows, picked, state)
  const [keys, setKeys] = useStored('enishi.console.keys', 'on')
  useKeys(rows, shown, state, keys === 'on')
  const tabs = states.map(s => ({ key: s, label: t.queue.states[s], search: { state: s } }))
  return (
    <>
      <PageHead title={t.queue.title}>
        <ModerationTabs />
      </PageHead>
      <TabLinks label={t.queue.title} to="/reports" tabs={tabs} now={state} />
      {queue.isPending && <RowsLoading />}
      <Problem error={queue.error} retry={() => void queue.refetch()} className="mb-4" />
      {queue.isSuccess && rows.length === 0 && (
        <Empty icon={<Check size={32} />} title={t.queue.none[state]} text={state === 'open' ? t.queue.noneText : undefined} />
      )}
      {rows.length > 0 && (
        <div className="grid items-start gap-4 desk:grid-cols-[260px_minmax(0,1fr)] min-[1360px]:grid-cols-[300px_minmax(0,1fr)]">
          <div className={cx(picked && 'hidden desk:block')}>
            <List rows={rows} now={shown} state={state} />
            <label className="mt-3 hidden gap-2 text-caption text-ink-3 desk:flex">
              <input type="checkbox" checked={keys === 'on'} onChange={e => setKeys(e.target.checked ? 'on' : 'off')} />
              {t.queue.keys}
            </label>
            <More queue={queue} />
          </div>
          <div className={cx('min-w-0', !picked && 'hidden desk:block')}>
            <Link to="/reports" search={{ state }} className="mb-3 inline-flex items-center gap-1 desk:!hidden">
              <ArrowLeft size={16} />
              {t.queue.backToList}
            </Link>
            {shown && <ReportView key={keyOf(shown.subject)} report={shown} />}
          </div>
        </div>
      )}
    </>
  )
}

/**
 * The report to show. One that is being read stays when others overtake it, and the one below follows when it is decided:
 * the list is sorted by how often things were reported, so its first row changes under the reader's hands.
 */
function useSteady(rows: readonly Report[], picked: Report | undefined, state: string): Report | undefined {
  const before = useRef({ state, key: '', at: 0 })
  const last = before.current.state === state ? before.current : { key: '', at: 0 }
  const same = rows.find(r => keyOf(r.subject) === last.key)
  const shown = picked ?? same ?? rows[Math.min(last.at, rows.length - 1)]
  useEffect(() => {
    before.current = shown ? { state, key: keyOf(shown.subject), at: rows.indexOf(shown) } : { state, key: '', at: 0 }
  })
  return shown
}

function More({ queue }: { queue: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }) {
  const d = useDesk()
  if (!queue.hasNextPage) return null
  return (
    <Button className="mt-3 w-full" busy={queue.isFetchingNextPage} onClick={() => void queue.fetchNextPage()}>
      {d.loadMore}
    </Button>
  )
}

function List({ rows, now, state }: { rows: readonly Report[]; now: Report | undefined; state: string }) {
  const t = useT()
  return (
    <ul className="panel overflow-clip !p-0" aria-label={t.queue.title}>
      {rows.map(r => (
        <li key={keyOf(r.subject)} className="border-t border-line first:border-0">
          <Link
            to="/reports"
            search={{ state, item: keyOf(r.subject) }}
            aria-current={r === now ? 'true' : undefined}
            className="plain grid gap-1 px-3 py-2 text-ink no-underline hover:bg-sunk aria-[current]:bg-sunk focus-visible:-outline-offset-2"
          >
            <span className="flex items-center gap-2">
              <KindSign>{t.kinds[r.subject.kind]}</KindSign>
              <span className="num text-caption text-ink-3">{shortOf(r.subject)}</span>
              <span className="num ms-auto font-semibold">{countOf(r)}</span>
            </span>
            <span className="flex justify-between gap-2 text-meta text-ink-2">
              <span className="truncate">
                {[...r.signals.map(x => t.queue.flags[x.flag]), ...reasonsOf(r).map(x => reasonWord(x.reason))].join(', ')}
              </span>
              <Time at={r.lastAt} as="ago" className="flex-none text-ink-3" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** J and K walk the list; keys rest while somebody types and can be switched off (WCAG 2.1.4). */
function useKeys(rows: readonly Report[], shown: Report | undefined, state: string, on: boolean) {
  const go = useGo()
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element &&
        event.target.closest('input:not([type=radio],[type=checkbox]), textarea, select, [role=dialog]')
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'j' || key === 'k') {
        const at = shown ? rows.indexOf(shown) : -1
        const next = rows[key === 'j' ? Math.min(rows.length - 1, at + 1) : Math.max(0, at - 1)]
        if (next) void go({ to: '/reports', search: { state, item: keyOf(next.subject) }, replace: true })
      }
      if (key === 'a' || key === 'r' || key === 's') document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [rows, shown, state, on, go])
}

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ago, dateTime } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Bell, Heart, MessageCircle, Package, Settings, SquarePlay, Star, Store, User } from '../../ui/core/icons.tsx'
import { Avatar, Button, cx, Empty, Skeleton, Thumb, toast } from '../../ui/core/index.ts'
import { List } from '../parts/List.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { usePages } from '../parts/pages.ts'
import { type Notice, noticeLink, noticeText, studioLink } from './notice-text.ts'
import { setUnread, useUnread } from './use-unread.ts'

/** What I am told, newest first. A row opens the thing that it is about and is read by that. */
export function NoticesPage() {
  const t = useNoticeWords()
  const unread = useUnread()
  const pages = usePages<Notice>(['notices'], async cursor => {
    const page = await ask(api.GET('/v1/me/notices', { params: { query: { limit: 20, ...cursor } } }))
    setUnread(page.unread)
    return page
  })
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const [until, setUntil] = useState('')
  const all = useMutation({
    mutationFn: (at: string) => ask(api.POST('/v1/me/notices/read', { body: { until: at } })),
    onSuccess: (answer, at) => {
      setUntil(at)
      setUnread(answer.unread)
    },
    onError: error => toast(errorText(error)),
  })
  // While the inbox is open, what arrives is shown.
  useEffect(() => {
    if (unread > 0 && pages.items[0]?.read === true && read.size === 0) void pages.refetch()
  }, [unread, pages.items[0]?.read, pages.refetch, read.size])
  const open = (n: Notice) => {
    if (n.read || read.has(n.id)) return
    setRead(before => new Set(before).add(n.id))
    void ask(api.PUT('/v1/me/notices/{id}/read', { params: { path: { id: n.id } } })).then(
      answer => setUnread(answer.unread),
      () => undefined,
    )
  }
  const newest = pages.items[0]?.at
  return (
    <>
      <PageHead
        title={t.title}
        back
        aside={
          <Link to="/me/notices/settings" className="icon-btn -me-2.5" aria-label={t.settings} title={t.settings}>
            <Settings />
          </Link>
        }
      />
      <div className="page pb-10">
        {unread > 0 && newest && (
          <div className="flex justify-end pb-1">
            <Button kind="quiet" size="small" style={{ minHeight: 44 }} busy={all.isPending} onClick={() => all.mutate(newest)}>
              {t.readAll}
            </Button>
          </div>
        )}
        <List pages={pages} waiting={<Waiting />} empty={<Empty icon={<Bell size={32} />} title={t.empty} text={t.emptyText} />}>
          <ul className="divide-y divide-line">
            {pages.items.map(n => (
              <li key={n.id}>
                <Row notice={n} read={n.read || read.has(n.id) || n.at <= until} onOpen={() => open(n)} />
              </li>
            ))}
          </ul>
        </List>
      </div>
    </>
  )
}

const icons = {
  order: Package,
  refund: Package,
  return: Package,
  review_ask: Star,
  price_drop: Bell,
  restock: Bell,
  reply: MessageCircle,
  follower: User,
  post: SquarePlay,
  shop_return: Store,
  chargeback: Store,
} as const

function Row({ notice, read, onOpen }: { notice: Notice; read: boolean; onOpen: () => void }) {
  const t = useNoticeWords()
  const { line, note } = noticeText(notice)
  const Icon = notice.step === 'first_hour' ? Heart : icons[notice.kind]
  const face = notice.kind === 'follower' || notice.kind === 'reply' ? notice.person : null
  const studio = studioLink(notice)
  const inside = (
    <>
      {face ? (
        <Avatar name={face.name} src={face.picture} size={48} />
      ) : notice.picture ? (
        <Thumb src={notice.picture} width={48} height={48} className="size-[48px] flex-none rounded-thumb" />
      ) : (
        <span className="grid size-[48px] flex-none place-items-center rounded-thumb bg-sunk text-ink-2">
          <Icon size={22} />
        </span>
      )}
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className={cx('line-clamp-3', read ? 'text-ink-2' : 'font-semibold')}>{line}</span>
        <span className="flex gap-2 text-meta text-ink-3">
          {note && <span className="truncate">{note}</span>}
          <time dateTime={notice.at} title={dateTime(notice.at)} className="flex-none">
            {ago(notice.at)}
          </time>
        </span>
      </span>
      {!read && (
        <span className="flex-none">
          <span className="sr-only">{t.unread}</span>
          <span aria-hidden="true" className="block size-2.5 rounded-full bg-link" />
        </span>
      )}
    </>
  )
  const look = 'flex min-h-18 items-center gap-3 py-3'
  return studio ? (
    <a href={studio} onClick={onOpen} className={look}>
      {inside}
    </a>
  ) : (
    <Link {...noticeLink(notice)} onClick={onOpen} className={look}>
      {inside}
    </Link>
  )
}

function Waiting() {
  return (
    <div className="grid gap-3 pt-2" aria-busy="true">
      {[1, 2, 3, 4, 5].map(i => (
        <Skeleton key={i} className="h-16" />
      ))}
    </div>
  )
}

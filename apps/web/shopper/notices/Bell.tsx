import { Link } from '@tanstack/react-router'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Bell as BellIcon } from '../../ui/core/icons.tsx'
import { useUnread } from './use-unread.ts'

export function Bell() {
  const t = useNoticeWords()
  const unread = useUnread()
  return (
    <Link to="/me/notices" className="icon-btn relative" aria-label={t.open(unread)} title={t.title}>
      <BellIcon />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="num absolute end-0.5 top-0.5 grid h-[18px] min-w-[18px] place-items-center rounded-full bg-ink px-1 text-[11px] leading-none font-bold text-bg"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}

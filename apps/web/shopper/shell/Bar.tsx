import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/shopper/index.ts'
import { LayoutGrid, Plus, ShoppingBag, SquarePlay, User } from '../../ui/core/icons.tsx'
import { LoopMark } from '../../ui/loop/LoopMark.tsx'
import { useUnread } from '../notices/use-unread.ts'

/** Five places: at the bottom on the phone, a slim rail on the desktop. Dark over the feed. */
export function Bar({ over }: { over: boolean }) {
  const t = useT().nav
  const unread = useUnread(4000)
  return (
    <nav className="bar" aria-label={t.label} data-over={over ? '' : undefined} data-theme={over ? 'dark' : undefined}>
      <span className="brand place-items-center">
        <LoopMark size={40} title="Enishi" />
      </span>
      <Link to="/" activeOptions={{ exact: true }} data-on={over ? '' : undefined}>
        <SquarePlay />
        {t.watch}
      </Link>
      <Link to="/mall">
        <LayoutGrid />
        {t.mall}
      </Link>
      <Link to="/create" aria-label={t.create}>
        <span className="plus">
          <Plus size={20} />
        </span>
      </Link>
      <Link to="/orders">
        <ShoppingBag />
        {t.orders}
      </Link>
      <Link to="/me" title={unread > 0 ? t.unread : undefined}>
        <span className="relative">
          <User />
          {unread > 0 && <span aria-hidden="true" className="absolute -end-1 -top-0.5 size-2.5 rounded-full bg-link" />}
        </span>
        {t.me}
      </Link>
    </nav>
  )
}

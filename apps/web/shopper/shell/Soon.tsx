import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/shopper/index.ts'
import { Empty } from '../../ui/core/index.ts'

/** Stands where a page is still to come. */
export function Soon() {
  const t = useT().soon
  return (
    <Empty
      title={t.title}
      text={t.text}
      action={
        <Link to="/" className="btn" data-kind="plain">
          {t.watch}
        </Link>
      }
    />
  )
}

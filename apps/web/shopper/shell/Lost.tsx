import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/shopper/index.ts'
import { Empty } from '../../ui/core/index.ts'

export function Lost() {
  const t = useT()
  return (
    <Empty
      title={t.gone.title}
      text={t.gone.text}
      action={
        <Link to="/" className="btn" data-kind="plain">
          {t.gone.watch}
        </Link>
      }
    />
  )
}

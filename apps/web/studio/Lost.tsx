import { useDesk } from '../i18n/desk/index.ts'
import { Empty } from '../ui/core/index.ts'
import { Link, usePageTitle } from '../ui/desk/index.ts'

export function Lost() {
  const t = useDesk()
  usePageTitle(t.notFoundTitle)
  return <Empty title={t.notFoundTitle} text={t.notFoundText} action={<Link to="/">{t.home}</Link>} />
}

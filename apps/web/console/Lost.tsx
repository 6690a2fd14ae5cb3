import { useDesk } from '../i18n/desk/index.ts'
import { Empty } from '../ui/core/index.ts'
import { Link } from '../ui/desk/index.ts'

export function Lost() {
  const t = useDesk()
  return <Empty title={t.notFoundTitle} text={t.notFoundText} action={<Link to="/">{t.home}</Link>} />
}

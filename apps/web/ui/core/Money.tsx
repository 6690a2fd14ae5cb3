import type { Money as Amount } from '../../client/types.ts'
import { useLanguage } from '../../i18n/core.ts'
import { money } from '../../i18n/format.ts'
import { cx } from './cx.ts'

/** An amount as the reader's language writes it. `struck` is a real former price, told as such to screen readers. */
export function Money({ of, struck, className }: { of: Amount; struck?: boolean; className?: string }) {
  useLanguage()
  if (struck) return <s className={cx('num text-ink-3', className)}>{money(of)}</s>
  return <span className={cx('num', className)}>{money(of)}</span>
}

import { useFinance } from '../../i18n/studio/finance/index.ts'
import { ShieldCheck } from '../../ui/core/icons.tsx'
import { Empty } from '../../ui/core/index.ts'
import { PageHead } from '../../ui/desk/index.ts'

/** What staff see in place of the money; the server refuses them too. */
export function OwnerOnly() {
  const t = useFinance()
  return (
    <>
      <PageHead title={t.title} />
      <Empty icon={<ShieldCheck size={32} />} title={t.ownerOnly} text={t.ownerOnlyText} />
    </>
  )
}

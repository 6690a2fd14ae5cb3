import { useCanGoBack, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useShared } from '../../i18n/shared/index.ts'
import { ArrowLeft } from '../../ui/core/icons.tsx'
import { cx, IconButton } from '../../ui/core/index.ts'

/** The top of a page: its name, Back when there is somewhere to go back to, and what else belongs there. */
export function PageHead({ title, aside, back, wide }: { title: ReactNode; aside?: ReactNode; back?: boolean; wide?: boolean }) {
  const t = useShared()
  const router = useRouter()
  const can = useCanGoBack()
  return (
    <header
      className={cx(
        'mx-auto flex min-h-14 w-full items-center gap-1 px-4 pt-[calc(6px+var(--safe-t))] desk:pt-5',
        wide ? 'max-w-[1120px]' : 'max-w-[720px]',
      )}
    >
      {back && (
        <IconButton
          label={t.back}
          className="-ms-2.5"
          onClick={() => (can ? router.history.back() : void router.navigate({ to: '/' }))}
        >
          <ArrowLeft />
        </IconButton>
      )}
      <h1 className="min-w-0 flex-1 truncate text-title font-semibold">{title}</h1>
      {aside}
    </header>
  )
}

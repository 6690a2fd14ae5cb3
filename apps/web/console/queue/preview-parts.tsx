import { type ReactNode, useState } from 'react'
import { isCode } from '../../client/error.ts'
import { useT } from '../../i18n/console/index.ts'
import { Button } from '../../ui/core/index.ts'
import { Problem, RowsLoading } from '../../ui/desk/index.ts'

interface Look<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly refetch: () => unknown
}
/** What a preview asks for: waiting, gone, failed, or there. */
export function Loaded<T>({ query, children }: { query: Look<T>; children: (data: T) => ReactNode }) {
  const t = useT()
  if (query.isPending) return <RowsLoading rows={3} />
  if (isCode(query.error, 'not_found')) return <p className="text-ink-2">{t.queue.gone}</p>
  if (query.data === undefined) return <Problem error={query.error} retry={() => void query.refetch()} />
  return children(query.data)
}

/** Blurred and grey at first: a reviewer sees only what is needed. */
export function Veiled({ children }: { children: (shown: boolean) => ReactNode }) {
  const t = useT()
  const [shown, setShown] = useState(false)
  return (
    <div>
      <div className={shown ? '' : 'overflow-clip rounded-thumb [&>*]:blur-[22px] [&>*]:grayscale'}>{children(shown)}</div>
      <Button size="small" className="mt-2" data-key="s" onClick={() => setShown(!shown)}>
        {shown ? t.queue.hide : t.queue.reveal}
      </Button>
    </div>
  )
}

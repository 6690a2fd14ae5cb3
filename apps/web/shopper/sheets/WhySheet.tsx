import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { ErrorBox, Sheet, Skeleton } from '../../ui/core/index.ts'
import type { PostSheetProps } from './sheet.ts'

export default function WhySheet({ sheet, onClose }: PostSheetProps) {
  const t = useT().why
  const { data, error, refetch } = useQuery({
    queryKey: ['why', sheet.post],
    queryFn: () => ask(api.GET('/v1/feed/why/{post}', { params: { path: { post: sheet.post } } })),
  })
  const words: Readonly<Record<string, string>> = t.reasons
  return (
    <Sheet title={t.title} onClose={onClose} small>
      {error && <ErrorBox error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-24" />}
      {data && (
        <>
          <p className="mb-4">{data.profiled ? t.profiled : t.notProfiled}</p>
          <ul className="mb-4 grid gap-2">
            {data.reasons.map(reason => (
              <li key={`${reason.code}${reason.subject}`} className="rounded-button bg-sunk px-4 py-3">
                {words[reason.code] ?? t.reasons.other}
                {reason.code === 'tag' && reason.subject && <span className="text-ink-2"> · #{reason.subject}</span>}
              </li>
            ))}
          </ul>
          <p className="pb-2 text-meta text-ink-2">{t.settings}</p>
        </>
      )}
    </Sheet>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { date } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Button, ErrorBox, Skeleton, toast } from '../../ui/core/index.ts'
import { deviceOf } from './device.ts'

type Session = Reply<'GET /v1/me/sessions'>['items'][number]
const key = ['sessions']

/** Where I am signed in; each place can be signed out from here. */
export function Sessions() {
  const t = useNoticeWords().sessions
  const sessions = useQuery({ queryKey: key, queryFn: async () => (await ask(api.GET('/v1/me/sessions'))).items })
  const end = useMutation({
    mutationFn: (id: string) => ask(api.DELETE('/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      toast(t.ended)
      void queryClient.invalidateQueries({ queryKey: key })
    },
    onError: error => toast(errorText(error)),
  })
  const name = (s: Session) => {
    const device = deviceOf(s.agent)
    return device ? t.on(device.browser, device.system) : t.unknown
  }
  return (
    <section>
      <h2 className="mb-1 text-lead font-semibold">{t.title}</h2>
      {sessions.isPending && <Skeleton className="h-16" />}
      {sessions.isError && <ErrorBox error={sessions.error} retry={() => void sessions.refetch()} />}
      <ul className="divide-y divide-line">
        {sessions.data?.map(s => (
          <li key={s.id} className="flex min-h-16 items-center gap-3 py-2">
            <span className="grid min-w-0 flex-1">
              <span className="truncate font-medium">{name(s)}</span>
              <span className="text-meta text-ink-2">{s.here ? t.here : t.since(date(s.created))}</span>
            </span>
            {!s.here && (
              <Button
                size="small"
                style={{ minHeight: 44 }}
                aria-label={t.end(name(s))}
                busy={end.isPending && end.variables === s.id}
                onClick={() => end.mutate(s.id)}
              >
                {t.endShort}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { useMe } from '../../client/me.ts'
import { queryClient } from '../../client/query.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { ErrorBox, Skeleton, toast } from '../../ui/core/index.ts'
import { PageHead } from '../parts/PageHead.tsx'

type Settings = Reply<'GET /v1/me/notice-settings'>
type Setting = Settings['kinds'][number]
const key = ['notice-settings']
/** Shown to who works in a shop. */
const forShops: ReadonlySet<string> = new Set<Setting['kind']>(['shop_return', 'chargeback'])

/** Which kinds come, and where. A guest has no address, so mail is not offered. */
export function NoticeSettingsPage() {
  const t = useNoticeWords()
  const me = useMe()
  const member = me?.member ?? false
  const settings = useQuery({ queryKey: key, queryFn: () => ask(api.GET('/v1/me/notice-settings')) })
  const change = useMutation({
    mutationFn: ({ kind, app, mail }: Setting) =>
      ask(api.PUT('/v1/me/notice-settings/{kind}', { params: { path: { kind } }, body: { app, mail } })),
    onMutate: wanted => {
      const before = queryClient.getQueryData<Settings>(key)
      if (before) queryClient.setQueryData<Settings>(key, { kinds: before.kinds.map(k => (k.kind === wanted.kind ? wanted : k)) })
      return before
    },
    onError: (error, _, before) => {
      queryClient.setQueryData(key, before)
      toast(errorText(error))
    },
  })
  return (
    <>
      <PageHead title={t.settings} back />
      <div className="page pb-10">
        {settings.isPending && <Waiting />}
        {settings.isError && !settings.data && <ErrorBox error={settings.error} retry={() => void settings.refetch()} />}
        <div className="divide-y divide-line">
          {settings.data?.kinds
            .filter(k => !forShops.has(k.kind) || (me?.shops.length ?? 0) > 0)
            .map(k => (
              <fieldset key={k.kind} className="py-3">
                <legend className="float-start w-full font-medium">{t.kinds[k.kind]}</legend>
                <div className="clear-both flex flex-wrap gap-x-8">
                  <Channel label={t.channels.app} on={k.app} onChange={app => change.mutate({ ...k, app })} />
                  {member && (
                    <Channel
                      label={t.channels.mail}
                      on={k.mail}
                      fixed={k.mailFixed}
                      onChange={mail => change.mutate({ ...k, mail })}
                    />
                  )}
                </div>
              </fieldset>
            ))}
        </div>
        <p className="mt-4 text-meta text-ink-2">{member ? t.mailFixed : t.mailGuest}</p>
      </div>
    </>
  )
}

function Channel({
  label,
  on,
  fixed,
  onChange,
}: {
  label: string
  on: boolean
  fixed?: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <label className="flex min-h-12 min-w-[132px] items-center gap-3 text-ink-2">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        className="switch disabled:opacity-50"
        checked={on}
        disabled={fixed}
        onChange={event => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}

function Waiting() {
  return (
    <div className="grid gap-4" aria-busy="true">
      {[1, 2, 3, 4, 5, 6].map(i => (
        <Skeleton key={i} className="h-20" />
      ))}
    </div>
  )
}

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import { shortDate } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useStaff } from '../../i18n/studio/staff/index.ts'
import { Button, Field, SelectField, toast } from '../../ui/core/index.ts'
import { MoreButton, Panel, Problem, RowsLoading, State } from '../../ui/desk/index.ts'
import type { Role } from './staff-data.ts'

type Invitation = Reply<'GET /v1/shops/{slug}/invitations'>['items'][number]
const refresh = (slug: string) => queryClient.invalidateQueries({ queryKey: ['invitations', slug] })

/** Asks somebody by letter, who needs no account yet. The answer says nothing about accounts. */
export function InviteStaff({ slug }: { slug: string }) {
  const t = useStaff()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('staff')
  const asking = useMutation({
    mutationFn: (to: string) =>
      ask(api.POST('/v1/shops/{slug}/invitations', { params: { path: { slug } }, body: { email: to, role } })),
    onSuccess: async ({ email: to }) => {
      setEmail('')
      setRole('staff')
      toast(t.invited(to))
      await refresh(slug)
    },
  })
  const wrong = isCode(asking.error, 'email_invalid')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (email.trim()) asking.mutate(email.trim())
  }
  return (
    <Panel title={t.invite}>
      <p className="mb-3 max-w-[66ch] text-ink-2">{t.inviteText}</p>
      <form noValidate onSubmit={submit} className="grid gap-3 desk:max-w-[560px]">
        <div className="grid items-start gap-3 desk:grid-cols-[1fr_160px]">
          <Field
            label={t.email}
            type="email"
            required
            maxLength={254}
            autoComplete="off"
            autoCapitalize="none"
            wrong={wrong ? errorText(asking.error) : null}
            value={email}
            onChange={e => {
              asking.reset()
              setEmail(e.target.value)
            }}
          />
          <SelectField
            label={t.role}
            value={role}
            options={(['staff', 'owner'] as const).map(r => ({ value: r, label: t.roles[r] }))}
            onChange={r => setRole(r as Role)}
          />
        </div>
        {!wrong && <Problem error={asking.error} />}
        <div>
          <Button type="submit" kind="act" busy={asking.isPending}>
            {t.inviteSend}
          </Button>
        </div>
      </form>
      <Asked slug={slug} />
    </Panel>
  )
}

/** Who was asked and has not come yet. */
function Asked({ slug }: { slug: string }) {
  const t = useStaff()
  const pages = useInfiniteQuery({
    queryKey: ['invitations', slug],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/shops/{slug}/invitations', {
          params: { path: { slug }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const rows = pages.data?.pages.flatMap(p => p.items) ?? []
  return (
    <section className="mt-5">
      <h3 className="mb-1 text-meta font-semibold">{t.asked}</h3>
      {pages.isPending && <RowsLoading rows={2} />}
      {!pages.data && <Problem error={pages.error} retry={() => void pages.refetch()} />}
      {pages.data && rows.length === 0 && <p className="text-ink-2">{t.noneAsked}</p>}
      <ul className="m-0 list-none divide-y divide-line p-0">
        {rows.map(i => (
          <li key={i.id} className="py-2">
            <Row slug={slug} invitation={i} />
          </li>
        ))}
      </ul>
      {pages.data && <MoreButton pages={pages} />}
    </section>
  )
}

function Row({ slug, invitation: i }: { slug: string; invitation: Invitation }) {
  const t = useStaff()
  const path = { params: { path: { slug, id: i.id } } }
  const again = useMutation({
    mutationFn: () => ask(api.POST('/v1/shops/{slug}/invitations/{id}/send', path)),
    onSuccess: () => toast(t.invited(i.email)),
    onSettled: () => refresh(slug),
  })
  const take = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/shops/{slug}/invitations/{id}', path)),
    onSuccess: () => toast(t.uninvited(i.email)),
    onSettled: () => refresh(slug),
  })
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-[220px]">
          <span className="block font-semibold break-all">{i.email}</span>
          <span className="block text-caption text-ink-2">{t.askedAs(t.roles[i.role], i.by?.name ?? null)}</span>
        </span>
        <State tone={i.expired ? 'danger' : 'todo'}>{i.expired ? t.expired : t.until(shortDate(i.expires))}</State>
        <span className="flex gap-1">
          <Button
            size="small"
            kind="quiet"
            aria-label={`${t.sendAgain}: ${i.email}`}
            busy={again.isPending}
            onClick={() => again.mutate()}
          >
            {t.sendAgain}
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label={t.takeBackOf(i.email)}
            busy={take.isPending}
            onClick={() => take.mutate()}
          >
            {t.takeBack}
          </Button>
        </span>
      </div>
      <Problem error={again.error ?? take.error} />
    </div>
  )
}

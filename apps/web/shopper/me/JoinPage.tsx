import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { api, ask } from '../../client/api.ts'
import { useMe } from '../../client/me.ts'
import { signOut } from '../../client/sign-out.ts'
import { date, said } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useJoin } from '../../i18n/shopper/join/index.ts'
import { Store } from '../../ui/core/icons.tsx'
import { Avatar, Button, Empty, ErrorBox, Skeleton } from '../../ui/core/index.ts'
import { PageHead } from '../parts/PageHead.tsx'

const final = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'invitation_invalid'

/** /join/{token}: from the letter that asks somebody to work in a shop. */
export function JoinPage() {
  const t = useJoin()
  const { token } = useParams({ from: '/join/$token' })
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask(api.GET('/v1/invitations/{token}', { params: { path: { token } } })),
    retry: false,
  })
  const { data, error } = offer
  return (
    <>
      <PageHead title={t.title} />
      <div className="mx-auto grid w-full max-w-[480px] gap-4 px-4 pt-2 pb-10">
        {offer.isPending && <Skeleton className="h-[180px]" />}
        {error && !data && final(error) && (
          <Empty
            icon={<Store size={36} />}
            title={t.gone}
            text={errorText(error)}
            action={
              <Link to="/" className="btn" data-kind="plain">
                {t.home}
              </Link>
            }
          />
        )}
        {error && !data && !final(error) && <ErrorBox error={error} retry={() => void offer.refetch()} />}
        {data && (
          <>
            <div className="flex items-center gap-4">
              <Avatar name={said(data.shop.name)} src={data.shop.picture} size={64} />
              <h2 className="min-w-0 text-heading font-semibold">{t.ask(said(data.shop.name))}</h2>
            </div>
            <p>{t.roles[data.role]}</p>
            <p className="text-ink-2">
              <span className="block break-words">{t.address(data.email)}</span>
              <span className="block">{t.until(date(data.expires))}</span>
            </p>
            <Enter token={token} email={data.email} />
          </>
        )}
      </div>
    </>
  )
}

/** The studio opens with the shop that was joined; without storage, with the first. */
function showInStudio(slug: string): void {
  try {
    localStorage.setItem('enishi.studio.shop', slug)
  } catch {
    // Barred storage.
  }
}

/** Whether the address has an account is not known here: both ways are offered. */
function Enter({ token, email }: { token: string; email: string }) {
  const t = useJoin()
  const me = useMe()
  const here = useLocation().pathname
  const join = useMutation({
    mutationFn: () => ask(api.POST('/v1/invitations/{token}/accept', { params: { path: { token } } })),
    onSuccess: ({ slug }) => {
      showInStudio(slug)
      location.assign('/studio')
    },
  })
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => location.reload(),
  })
  if (!me) return <Skeleton className="h-12" />
  if (!me.member)
    return (
      <>
        <p>{t.signInFirst}</p>
        <Link to="/sign-in" search={{ next: here, email }} className="btn" data-kind="act" data-size="big">
          {t.signIn}
        </Link>
        <Link to="/sign-in" search={{ next: here, email, new: '1' }} className="btn" data-kind="plain" data-size="big">
          {t.signUp}
        </Link>
      </>
    )
  if (me.email !== email)
    return (
      <>
        <p role="alert" className="break-words text-danger">
          {t.other(me.email ?? '')}
        </p>
        <Button busy={leave.isPending} onClick={() => leave.mutate()}>
          {t.signOut}
        </Button>
      </>
    )
  return (
    <>
      {join.error && (
        <p role="alert" className="text-danger">
          {errorText(join.error)}
        </p>
      )}
      <Button kind="act" size="big" busy={join.isPending} onClick={() => join.mutate()}>
        {t.join}
      </Button>
    </>
  )
}

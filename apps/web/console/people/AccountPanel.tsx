import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useAccounts } from '../../i18n/console/accounts/index.ts'
import { number, said } from '../../i18n/format.ts'
import { Button, toast } from '../../ui/core/index.ts'
import { KindSign, Modal, Problem, RowsLoading, SidePanel, State } from '../../ui/desk/index.ts'
import { SuspendForm } from './SuspendForm.tsx'

type Account = Reply<'GET /v1/people/{id}/account'>
interface Person {
  readonly id: string
  readonly name: string
  readonly handle: string
}

/** An account beside the list: roles and counts, its sessions, and whether it or a shop of it is suspended. */
export function AccountPanel({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useAccounts()
  const account = useQuery({
    queryKey: ['account', person.id],
    queryFn: () => ask(api.GET('/v1/people/{id}/account', { params: { path: { id: person.id } } })),
  })
  return (
    <SidePanel title={t.open(person.name)} text={`@${person.handle}`} onClose={onClose}>
      {account.isPending && <RowsLoading rows={4} />}
      {account.error ? <Problem error={account.error} retry={() => void account.refetch()} /> : null}
      {account.data && <Facts account={account.data} person={person} />}
    </SidePanel>
  )
}

function Facts({ account, person }: { account: Account; person: Person }) {
  const t = useAccounts()
  const counts = [
    { name: t.sessions, value: account.sessions },
    { name: t.orders, value: account.orders },
    { name: t.posts, value: account.posts },
  ]
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-2" role="group" aria-label={t.roles}>
        <KindSign>{account.operator ? t.operator : t.member}</KindSign>
        {account.creator && <KindSign>{t.creator}</KindSign>}
        {account.suspended && <State tone="danger">{t.suspended}</State>}
      </div>
      <dl className="m-0 grid grid-cols-3 gap-3">
        {counts.map(c => (
          <div key={c.name}>
            <dt className="text-meta text-ink-2">{c.name}</dt>
            <dd className="num m-0 text-title font-semibold">{number(c.value)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-meta text-ink-2">{t.note}</p>
      <EndSessions person={person} />
      <SuspendForm subject={{ kind: 'person', id: person.id }} suspended={account.suspended} />
      {account.shops.map(s => (
        <section key={s.shop} className="grid gap-2 border-t border-line pt-4">
          <h3 className="flex flex-wrap items-center gap-2 font-semibold">
            <a href={`/shop/${s.slug}`} target="_blank" rel="noreferrer">
              {said(s.name)}
            </a>
            <KindSign>{s.role === 'owner' ? t.owner : t.staff}</KindSign>
            {s.suspended && <State tone="danger">{t.suspended}</State>}
          </h3>
          <SuspendForm subject={{ kind: 'shop', id: s.shop }} suspended={s.suspended} />
        </section>
      ))}
    </div>
  )
}

function EndSessions({ person }: { person: Person }) {
  const t = useAccounts()
  const [sure, setSure] = useState(false)
  const end = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/people/{id}/sessions', { params: { path: { id: person.id } } })),
    onSuccess: () => {
      toast(t.ended)
      setSure(false)
      void queryClient.invalidateQueries({ queryKey: ['account', person.id] })
      void queryClient.invalidateQueries({ queryKey: ['audit'] })
    },
  })
  return (
    <div>
      <Button onClick={() => setSure(true)}>{t.endSessions}</Button>
      {sure && (
        <Modal title={t.endSessions} text={t.endText} onClose={() => setSure(false)}>
          <Problem error={end.error} className="mb-3" />
          <div className="flex flex-wrap gap-2">
            <Button kind="danger" busy={end.isPending} onClick={() => end.mutate()}>
              {t.endSessions}
            </Button>
            <Button kind="quiet" onClick={() => setSure(false)}>
              {t.cancel}
            </Button>
          </div>
        </Modal>
      )}
    </div>
  )
}

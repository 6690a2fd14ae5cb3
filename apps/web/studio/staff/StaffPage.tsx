import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useMe } from '../../client/me.ts'
import { useStaff } from '../../i18n/studio/staff/index.ts'
import { Avatar, Button, SelectField, toast } from '../../ui/core/index.ts'
import { type Column, DataTable, Modal, PageHead, Problem, Time, useGo } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { AddStaff } from './AddStaff.tsx'
import { InviteStaff } from './Invitations.tsx'
import { type Member, type Role, refresh, remove, setRole, useStaffPages } from './staff-data.ts'

type Wish = { readonly member: Member; readonly what: 'remove' | 'step' }

/** Who works in the shop. Owners change it; everybody else reads it and may leave. */
export function StaffPage() {
  const t = useStaff()
  const { slug, role } = useMyShop()
  const me = useMe()?.person
  const pages = useStaffPages(slug)
  const [wish, setWish] = useState<Wish | null>(null)
  const change = useMutation({
    mutationFn: ({ member, to }: { member: Member; to: Role }) => setRole(slug, member.person.id, to),
    onSuccess: async (_, { member }) => {
      toast(t.changed(member.person.name))
      await refresh(slug, member.person.id === me)
    },
  })
  const props: CellProps = {
    owner: role === 'owner',
    me,
    onRole: (member, to) =>
      member.person.id === me && to === 'staff' ? setWish({ member, what: 'step' }) : change.mutate({ member, to }),
    onRemove: member => setWish({ member, what: 'remove' }),
  }
  return (
    <div className="mx-auto grid max-w-[880px] gap-4">
      <PageHead title={t.title} note={t.note} />
      <Problem error={change.error} />
      <DataTable
        pages={pages}
        label={t.title}
        columns={columnsOf(t, props)}
        rowKey={m => m.person.id}
        card={m => <Card member={m} {...props} />}
        empty={null}
      />
      {role === 'owner' ? (
        <>
          <InviteStaff slug={slug} />
          <AddStaff slug={slug} />
        </>
      ) : (
        <p className="panel text-ink-2">{t.onlyOwner}</p>
      )}
      {wish && <Confirm wish={wish} mine={wish.member.person.id === me} onClose={() => setWish(null)} />}
    </div>
  )
}

interface CellProps {
  readonly owner: boolean
  readonly me: string | undefined
  readonly onRole: (member: Member, to: Role) => void
  readonly onRemove: (member: Member) => void
}
function columnsOf(t: ReturnType<typeof useStaff>, props: CellProps): Column<Member>[] {
  return [
    { key: 'person', head: t.person, cell: m => <Who member={m} me={props.me} /> },
    { key: 'role', head: t.role, cell: m => <RoleOf member={m} {...props} /> },
    { key: 'since', head: t.since, cell: m => <Time at={m.since} as="date" className="whitespace-nowrap" /> },
    { key: 'remove', head: '', end: true, cell: m => <RemoveOf member={m} {...props} /> },
  ]
}

function Who({ member, me }: { member: Member; me: string | undefined }) {
  const t = useStaff()
  const { name, handle, id, picture } = member.person
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar name={name} src={picture ?? undefined} size={36} />
      <span className="min-w-0">
        <span className="font-semibold">{name}</span>
        {id === me && <span className="text-ink-2"> ({t.you})</span>}
        <span className="block truncate text-caption text-ink-2">@{handle}</span>
      </span>
    </span>
  )
}

function RoleOf({ member, owner, onRole }: CellProps & { member: Member }) {
  const t = useStaff()
  if (!owner) return <>{t.roles[member.role]}</>
  return (
    <SelectField
      label={t.roleOf(member.person.name)}
      className="min-w-[130px] [&>label]:sr-only"
      value={member.role}
      options={(['owner', 'staff'] as const).map(r => ({ value: r, label: t.roles[r] }))}
      onChange={to => onRole(member, to as Role)}
    />
  )
}

function RemoveOf({ member, owner, me, onRemove }: CellProps & { member: Member }): ReactNode {
  const t = useStaff()
  const mine = member.person.id === me
  if (!owner && !mine) return null
  return (
    <Button
      size="small"
      kind="quiet"
      aria-label={mine ? t.leave : t.removeOf(member.person.name)}
      onClick={() => onRemove(member)}
    >
      {mine ? t.leave : t.remove}
    </Button>
  )
}

function Card({ member, ...props }: CellProps & { member: Member }) {
  const t = useStaff()
  return (
    <div className="grid gap-2">
      <Who member={member} me={props.me} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <RoleOf member={member} {...props} />
        <span className="text-meta text-ink-2">
          {t.since} <Time at={member.since} as="date" />
        </span>
        <RemoveOf member={member} {...props} />
      </div>
    </div>
  )
}

function Confirm({ wish: { member, what }, mine, onClose }: { wish: Wish; mine: boolean; onClose: () => void }) {
  const t = useStaff()
  const { slug } = useMyShop()
  const go = useGo()
  const { id, name } = member.person
  const act = useMutation({
    mutationFn: () => (what === 'step' ? setRole(slug, id, 'staff') : remove(slug, id)),
    onSuccess: async () => {
      onClose()
      toast(what === 'step' ? t.changed(name) : mine ? t.left : t.removed(name))
      await refresh(slug, mine)
      if (mine && what === 'remove') await go({ to: '/' })
    },
  })
  const [title, text, word] =
    what === 'step'
      ? [t.stepTitle, t.stepText, t.step]
      : mine
        ? [t.leaveTitle, t.leaveText, t.leave]
        : [t.removeTitle(name), t.removeText, t.remove]
  return (
    <Modal title={title} text={text} onClose={onClose}>
      <div className="grid gap-3">
        <Problem error={act.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {t.keep}
          </Button>
          <Button kind="act" busy={act.isPending} onClick={() => act.mutate()}>
            {word}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

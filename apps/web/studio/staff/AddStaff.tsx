import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { isCode } from '../../client/error.ts'
import { useStaff } from '../../i18n/studio/staff/index.ts'
import { Button, Field, SelectField, toast } from '../../ui/core/index.ts'
import { Panel, Problem } from '../../ui/desk/index.ts'
import { add, type Role, refresh } from './staff-data.ts'

/** Lets somebody who has an account work in this shop. */
export function AddStaff({ slug }: { slug: string }) {
  const t = useStaff()
  const [handle, setHandle] = useState('')
  const [role, setRole] = useState<Role>('staff')
  const adding = useMutation({
    mutationFn: (who: string) => add(slug, who, role),
    onSuccess: async (_, who) => {
      setHandle('')
      setRole('staff')
      toast(t.added(who))
      await refresh(slug, false)
    },
  })
  const nobody = isCode(adding.error, 'not_found')
  const who = handle.normalize('NFKC').trim().replace(/^@/, '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (who) adding.mutate(who)
  }
  return (
    <Panel title={t.add}>
      <p className="mb-3 max-w-[66ch] text-ink-2">{t.addText}</p>
      <form onSubmit={submit} className="grid gap-3 desk:max-w-[560px]">
        <div className="grid items-start gap-3 desk:grid-cols-[1fr_160px]">
          <Field
            label={t.handle}
            hint={t.handleHint}
            placeholder="@"
            required
            maxLength={40}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            wrong={nobody ? t.nobody : null}
            value={handle}
            onChange={e => {
              adding.reset()
              setHandle(e.target.value)
            }}
          />
          <SelectField
            label={t.role}
            value={role}
            options={(['staff', 'owner'] as const).map(r => ({ value: r, label: t.roles[r] }))}
            onChange={r => setRole(r as Role)}
          />
        </div>
        {!nobody && <Problem error={adding.error} />}
        <div>
          <Button type="submit" busy={adding.isPending}>
            {t.submit}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Button, Field, toast } from '../../ui/core/index.ts'
import { Panel, Problem } from '../../ui/desk/index.ts'

/** Lets somebody who has an account work in this shop. */
export function Staff({ slug }: { slug: string }) {
  const t = useT()
  const [handle, setHandle] = useState('')
  const add = useMutation({
    mutationFn: (who: string) =>
      ask(api.POST('/v1/shops/{slug}/staff', { params: { path: { slug } }, body: { handle: who, role: 'staff' } })),
    onSuccess: (_, who) => {
      setHandle('')
      toast(t.settings.staffAdded(who))
    },
  })
  const nobody = isCode(add.error, 'not_found')
  const who = handle.normalize('NFKC').trim().replace(/^@/, '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (who) add.mutate(who)
  }
  return (
    <Panel title={t.settings.staff}>
      <p className="mb-3 max-w-[66ch] text-ink-2">{t.settings.staffText}</p>
      <form onSubmit={submit} className="grid gap-3 desk:max-w-[420px]">
        <Field
          label={t.settings.handle}
          placeholder="@"
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          wrong={nobody ? t.settings.nobody : null}
          value={handle}
          onChange={e => {
            add.reset()
            setHandle(e.target.value)
          }}
        />
        {!nobody && <Problem error={add.error} />}
        <div>
          <Button type="submit" busy={add.isPending}>
            {t.settings.staffAdd}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

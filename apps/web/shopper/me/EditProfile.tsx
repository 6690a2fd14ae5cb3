import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ApiError, isCode } from '../../client/error.ts'
import { setMe } from '../../client/me.ts'
import { queryClient } from '../../client/query.ts'
import type { Me } from '../../client/types.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Avatar, Button, Field, Sheet, Switch, TextArea, toast } from '../../ui/core/index.ts'
import { dropUpload, startUpload, useUploads } from '../upload/uploads.ts'

interface Form {
  readonly name: string
  readonly handle: string
  /** Null until it is typed in. */
  readonly about: string | null
  readonly creator: boolean
}

export function EditProfile({ me, onClose }: { me: Me; onClose: () => void }) {
  const t = useMore()
  const [form, setForm] = useState<Form>({ name: me.name ?? '', handle: me.handle ?? '', about: null, creator: me.creator })
  const [file, setFile] = useState<string | null>(null)
  const upload = useUploads(s => (file ? s[file] : undefined))
  useEffect(() => () => void (file && dropUpload(file)), [file])
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PATCH('/v1/me', {
          body: {
            ...(form.name.trim() && { name: form.name.trim() }),
            ...(form.handle !== me.handle && { handle: form.handle }),
            ...(form.about !== null && { about: form.about }),
            creator: form.creator,
            ...(upload?.media && { picture: upload.media }),
          },
        }),
      ),
    onSuccess: fresh => {
      setMe(fresh)
      void queryClient.invalidateQueries({ queryKey: ['person'] })
      toast(t.me.profileSaved)
      onClose()
    },
  })
  return (
    <Sheet
      title={t.me.edit}
      onClose={onClose}
      foot={
        <Button
          kind="act"
          size="big"
          className="flex-1"
          busy={save.isPending}
          disabled={!form.name.trim() || (file !== null && !upload?.media)}
          onClick={() => save.mutate()}
        >
          {t.save}
        </Button>
      }
    >
      <div className="grid gap-4">
        <PictureField
          name={form.name}
          now={upload?.preview ?? me.picture}
          onPick={picked => setFile(startUpload(picked))}
          wrong={upload?.error ? errorText(new ApiError(upload.error, 0)) : null}
        />
        <ProfileFields me={me} form={form} set={by => setForm(now => ({ ...now, ...by }))} error={save.error} />
      </div>
    </Sheet>
  )
}

interface ProfileFieldsProps {
  readonly me: Me
  readonly form: Form
  readonly set: (by: Partial<Form>) => void
  readonly error: Error | null
}
function ProfileFields({ me, form, set, error }: ProfileFieldsProps) {
  const t = useMore()
  const profile = useQuery({
    queryKey: ['person', me.handle],
    queryFn: () => ask(api.GET('/v1/people/{handle}', { params: { path: { handle: me.handle ?? me.person } } })),
  })
  const aboutHandle = isCode(error, 'handle_taken', 'handle_invalid')
  return (
    <>
      <Field
        label={t.account.name}
        value={form.name}
        maxLength={80}
        autoComplete="name"
        onChange={event => set({ name: event.target.value })}
        wrong={form.name.trim() ? null : t.account.missing}
      />
      <Field
        label={t.me.handle}
        hint={t.me.handleHint}
        value={form.handle}
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
        onChange={event => set({ handle: event.target.value })}
        wrong={aboutHandle ? errorText(error) : null}
      />
      <TextArea
        label={t.me.about}
        value={form.about ?? profile.data?.about ?? ''}
        maxLength={500}
        onChange={event => set({ about: event.target.value })}
      />
      <Switch label={t.me.creator} hint={t.me.creatorHint} on={form.creator} onChange={creator => set({ creator })} />
      {error && !aboutHandle && (
        <p role="alert" className="text-danger">
          {errorText(error)}
        </p>
      )}
    </>
  )
}

function PictureField({
  name,
  now,
  onPick,
  wrong,
}: {
  name: string
  now: string | null
  onPick: (file: File) => void
  wrong: string | null
}) {
  const t = useMore().me
  const id = useId()
  return (
    <div className="flex items-center gap-4">
      <Avatar name={name} src={now} size={68} />
      <div className="grid gap-1">
        <label htmlFor={id} className="btn has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus" data-kind="plain">
          {t.picture}
          <input
            id={id}
            type="file"
            accept="image/*"
            className="sr-only"
            onChange={event => {
              const [picked] = event.target.files ?? []
              if (picked) onPick(picked)
              event.target.value = ''
            }}
          />
        </label>
        {wrong && <span className="text-meta text-danger">{wrong}</span>}
      </div>
    </div>
  )
}

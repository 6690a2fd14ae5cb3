import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '../../i18n/shared/index.ts'
import { useNoticeWords } from '../../i18n/shopper/notices/index.ts'
import { Button, Field, Sheet } from '../../ui/core/index.ts'

interface Props {
  readonly title: string
  readonly deed: string
  readonly first: string
  readonly act: (name: string) => Promise<unknown>
  readonly onClose: () => void
}
/** Asks for the name of a collection; what was typed stays when it fails. */
export function NameSheet({ title, deed, first, act, onClose }: Props) {
  const t = useNoticeWords().collections
  const [name, setName] = useState(first)
  const [missing, setMissing] = useState(false)
  const doing = useMutation({ mutationFn: act, onSuccess: onClose })
  const send = () => (name.trim() ? doing.mutate(name.trim()) : setMissing(true))
  return (
    <Sheet
      title={title}
      small
      onClose={onClose}
      foot={
        <Button kind="act" size="big" className="flex-1" busy={doing.isPending} onClick={send}>
          {deed}
        </Button>
      }
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        <Field
          label={t.name}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={event => {
            setName(event.target.value)
            setMissing(false)
          }}
          wrong={missing ? t.missing : doing.error ? errorText(doing.error) : null}
        />
      </form>
    </Sheet>
  )
}

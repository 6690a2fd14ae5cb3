import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, TextArea } from '../ui/core/index.ts'
import { Problem } from '../ui/desk/index.ts'

interface ReplyFormProps<T> {
  readonly words: { readonly open: string; readonly hint: string; readonly send: string; readonly keep: string }
  readonly maxLength: number
  readonly send: (text: string) => Promise<T>
  readonly onSent: (made: T) => void
}
/** Answers something in public: the form says so before the button to send is there. */
export function ReplyForm<T>({ words, maxLength, send, onSent }: ReplyFormProps<T>) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const sending = useMutation({ mutationFn: () => send(text.trim()), onSuccess: onSent })
  if (!open)
    return (
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          {words.open}
        </Button>
      </div>
    )
  return (
    <form
      className="grid gap-2"
      onSubmit={e => {
        e.preventDefault()
        if (text.trim()) sending.mutate()
      }}
    >
      <TextArea
        label={words.open}
        hint={words.hint}
        required
        maxLength={maxLength}
        value={text}
        onChange={e => setText(e.target.value)}
      />
      <Problem error={sending.error} />
      <div className="flex flex-wrap gap-2">
        <Button kind="act" type="submit" busy={sending.isPending}>
          {words.send}
        </Button>
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {words.keep}
        </Button>
      </div>
    </form>
  )
}

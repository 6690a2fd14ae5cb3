import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { Button, Sheet, toast } from '../../ui/core/index.ts'

interface Props {
  readonly title: string
  /** What the button says that does it. */
  readonly deed: string
  readonly act: () => Promise<unknown>
  /** After it was done; the sheet closes by itself. */
  readonly onDone: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks before what can't be taken back. When it fails it says why and stays open. */
export function ConfirmSheet({ title, deed, act, onDone, onClose, children }: Props) {
  const s = useShared()
  const doing = useMutation({
    mutationFn: act,
    onSuccess: () => {
      onDone()
      onClose()
    },
    onError: error => toast(errorText(error)),
  })
  return (
    <Sheet
      title={title}
      small
      onClose={onClose}
      foot={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {s.cancel}
          </Button>
          <Button kind="danger" size="big" className="flex-1" busy={doing.isPending} onClick={() => doing.mutate()}>
            {deed}
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  )
}

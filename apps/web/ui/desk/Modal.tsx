import { type ReactNode, useRef } from 'react'
import { useShared } from '../../i18n/shared/index.ts'
import { X } from '../core/icons.tsx'
import { IconButton } from '../core/index.ts'
import { Dialog } from './base.ts'

interface ModalProps {
  readonly title: string
  readonly text?: string
  readonly wide?: boolean
  readonly children: ReactNode
  readonly onClose: () => void
}
const answers = 'input:not([type=hidden]), textarea, select, .btn'
/**
 * A question in the middle of the page: focus goes to its first answer (on touch it stays off the fields, which would raise the
 * keyboard); Esc, the backdrop and the button close it, and focus returns to where it was.
 */
export function Modal({ title, text, wide, children, onClose }: ModalProps) {
  const t = useShared()
  const body = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open onOpenChange={open => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="desk-backdrop" />
        <Dialog.Popup
          className="desk desk-dialog !min-h-0"
          data-wide={wide ? '' : undefined}
          initialFocus={how => (how === 'touch' ? true : (body.current?.querySelector<HTMLElement>(answers) ?? true))}
        >
          <div className="mb-3 flex items-start gap-2">
            <div className="flex-1 pt-1">
              <Dialog.Title className="text-lead font-semibold">{title}</Dialog.Title>
              {text && <Dialog.Description className="mt-1 text-ink-2">{text}</Dialog.Description>}
            </div>
            <IconButton label={t.close} onClick={onClose} className="-me-2 -mt-2">
              <X size={20} />
            </IconButton>
          </div>
          <div ref={body}>{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

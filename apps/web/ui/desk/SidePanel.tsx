import type { ReactNode } from 'react'
import { useShared } from '../../i18n/shared/index.ts'
import { X } from '../core/icons.tsx'
import { IconButton } from '../core/index.ts'
import { Dialog } from './base.ts'

/** Detail at the end of the page, over it on a phone; Esc and the button close it, and focus goes back. The page stays in use. */
export function SidePanel({
  title,
  text,
  children,
  onClose,
}: {
  title: string
  text?: string | undefined
  children: ReactNode
  onClose: () => void
}) {
  const t = useShared()
  return (
    <Dialog.Root open modal={false} disablePointerDismissal onOpenChange={open => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Popup className="desk desk-side !min-h-0">
          <div className="mb-3 flex items-start gap-2">
            <div className="flex-1 pt-1">
              <Dialog.Title className="text-lead font-semibold">{title}</Dialog.Title>
              {text && <Dialog.Description className="mt-1 text-ink-2">{text}</Dialog.Description>}
            </div>
            <IconButton label={t.close} onClick={onClose} className="-me-2 -mt-2">
              <X size={20} />
            </IconButton>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

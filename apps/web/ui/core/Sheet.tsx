import { createContext, type PointerEvent, type ReactNode, useContext, useEffect, useId, useRef } from 'react'
import { useShared } from '../../i18n/shared/index.ts'
import { IconButton } from './Button.tsx'
import { X } from './icons.tsx'

export interface SheetProps {
  readonly title?: string
  /** Stands beside the title. */
  readonly aside?: ReactNode
  readonly foot?: ReactNode
  readonly children: ReactNode
  readonly onClose: () => void
  /** The page behind stays bright: the buy sheet over its video. */
  readonly clear?: boolean
  /** On the desktop in the middle instead of at the side. */
  readonly small?: boolean
  /** Told the height whenever it changes, 0 when it leaves. */
  readonly onHeight?: (height: number) => void
  /** Hides the head; the content must hold its own close button. */
  readonly bare?: boolean
}

const leaveMs = 200
const Close = createContext<() => void>(() => undefined)
/** Closes the sheet that this stands in, with its way out. */
export const useSheetClose = (): (() => void) => useContext(Close)

/** A native modal dialog: from below on the phone, from the side on the desktop. Esc, the backdrop, a drag down and the button close it. */
export function Sheet({ title, aside, foot, children, onClose, clear, small, onHeight, bare }: SheetProps) {
  const t = useShared()
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    // The dialog is taken away while it is open, so the browser does not give the focus back by itself.
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  useEffect(() => {
    const dialog = ref.current
    if (!dialog || !onHeight) return
    const observer = new ResizeObserver(() => onHeight(dialog.offsetHeight))
    observer.observe(dialog)
    return () => {
      observer.disconnect()
      onHeight(0)
    }
  }, [onHeight])
  // Another head with another close button came: the focus stays in the sheet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of the head is the reason
  useEffect(() => {
    const dialog = ref.current
    if (dialog?.open && !dialog.contains(document.activeElement))
      dialog.querySelector<HTMLElement>('button, a[href], input')?.focus({ preventScroll: true })
  }, [bare])
  const close = () => {
    const dialog = ref.current
    if (!dialog || dialog.dataset.closing !== undefined) return
    dialog.dataset.closing = ''
    onHeight?.(0)
    setTimeout(onClose, matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : leaveMs)
  }
  const grip = useDrag(ref, close)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click on the backdrop doubles Esc and the close button
    <dialog
      ref={ref}
      className="sheet"
      data-clear={clear ? '' : undefined}
      data-small={small ? '' : undefined}
      aria-labelledby={title ? titleId : undefined}
      onCancel={event => {
        event.preventDefault()
        close()
      }}
      onClick={event => event.target === ref.current && close()}
    >
      <div className="sheet-grip" {...grip} />
      {!bare && (
        <div className="sheet-head">
          <h2 id={titleId} className="flex-1 text-lead font-semibold">
            {title}
          </h2>
          {aside}
          <IconButton label={t.close} onClick={close}>
            <X />
          </IconButton>
        </div>
      )}
      <Close value={close}>
        <div className="sheet-body">{children}</div>
        {foot && <div className="sheet-foot">{foot}</div>}
      </Close>
    </dialog>
  )
}

/** Follows the finger down; past a third, or fast, the sheet goes. */
function useDrag(ref: React.RefObject<HTMLDialogElement | null>, close: () => void) {
  const start = useRef<{ y: number; at: number } | null>(null)
  const move = (event: PointerEvent) => (start.current ? Math.max(0, event.clientY - start.current.y) : 0)
  return {
    onPointerDown: (event: PointerEvent) => {
      start.current = { y: event.clientY, at: performance.now() }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent) => {
      if (start.current && ref.current) ref.current.style.transform = `translateY(${move(event)}px)`
    },
    onPointerUp: (event: PointerEvent) => {
      const dialog = ref.current
      if (!start.current || !dialog) return
      const far = move(event)
      const fast = far / (performance.now() - start.current.at) > 0.6
      start.current = null
      dialog.style.transform = ''
      if (far > dialog.offsetHeight / 3 || (fast && far > 24)) close()
    },
  }
}

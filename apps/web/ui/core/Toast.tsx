import { useEffect, useRef } from 'react'
import { create } from 'zustand'

interface Note {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}
const useNotes = create<{ notes: readonly Note[] }>(() => ({ notes: [] }))
let last = 0
const drop = (id: number) => useNotes.setState(s => ({ notes: s.notes.filter(n => n.id !== id) }))

/** Says something for five seconds, with at most one thing to do about it (undo). */
export function toast(text: string, action?: Note['action']): void {
  const id = ++last
  useNotes.setState(s => ({ notes: [...s.notes.slice(-1), { id, text, ...(action && { action }) }] }))
  setTimeout(() => drop(id), 5000)
}

/** Stands at the top instead where it would cover what has the focus. */
function giveWay(box: HTMLElement): void {
  delete box.dataset.up
  const here = document.activeElement
  if (!here || here === document.body || box.contains(here)) return
  const of = here.getBoundingClientRect()
  const covers = (note: Element) => {
    const { left, top, right, bottom } = note.getBoundingClientRect()
    return left < of.right && of.left < right && top < of.bottom && of.top < bottom
  }
  // A page or a stage is no button: under a note it is still there to be seen.
  if (of.height < innerHeight / 2 && [...box.children].some(covers)) box.dataset.up = ''
}

/** Mounted once by the shell. A popover, so that it lies above an open sheet. */
export function Toasts() {
  const notes = useNotes(s => s.notes)
  const ref = useRef<HTMLDivElement>(null)
  const any = notes.length > 0
  // Shown anew with each note: the newest popover lies on top of a dialog that was opened meanwhile.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new note is the reason
  useEffect(() => {
    const box = ref.current
    if (!box) return
    if (box.matches(':popover-open')) box.hidePopover()
    if (!any) return
    box.showPopover()
    const stand = () => giveWay(box)
    stand()
    addEventListener('focusin', stand)
    return () => removeEventListener('focusin', stand)
  }, [any, notes])
  return (
    <div ref={ref} popover="manual" className="toasts" role="status" aria-live="polite">
      {notes.map(note => (
        <div key={note.id} className="toast">
          <span>{note.text}</span>
          {note.action && (
            <button
              type="button"
              onClick={() => {
                note.action?.run()
                drop(note.id)
              }}
            >
              {note.action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  )
}

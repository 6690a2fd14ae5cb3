import { type EditList, move, remove, split, trim } from '#engines/edit'
import { change, editing, frameMs, pieceAt, redo, settle, takeAway, undo, useEditing } from './editing.ts'
import { player } from './player.ts'

/** The piece that was chosen, or the one that is shown. */
export function pieceInHand(): EditList['pieces'][number] | null {
  const { list, chosen, t } = editing()
  if (!list) return null
  return list.pieces.find(p => p.id === chosen) ?? pieceAt(list, t)?.piece ?? null
}
export function splitHere(): void {
  settle()
  change(list => split(list, editing().t))
  const { list, t } = editing()
  if (list) useEditing.setState({ chosen: pieceAt(list, t)?.piece.id ?? null })
}
/** The piece that is shown begins, or ends, with the frame that is shown. */
export function cutHere(edge: 'in' | 'out'): void {
  const { list, t, sources } = editing()
  const placed = list && pieceAt(list, t)
  const source = placed && sources.get(placed.piece.source)
  if (!placed || !source) return
  const at = placed.piece.in + t - placed.from
  settle()
  change(l => trim(l, placed.piece.id, edge, edge === 'in' ? at : at + frameMs, source))
  player.seek(edge === 'in' ? placed.from : t)
  useEditing.setState({ chosen: placed.piece.id })
}
export function removeChosen(): void {
  const { list, chosen } = editing()
  if (!list) return
  settle()
  const item = [...list.overlays, ...list.blurs].find(x => x.id === chosen)
  const piece = pieceInHand()
  if (item) takeAway(item.id)
  else if (piece) change(l => remove(l, piece.id))
  useEditing.setState({ chosen: null })
  player.seek(editing().t)
}
export function movePiece(by: -1 | 1): void {
  const piece = pieceInHand()
  if (!piece) return
  settle()
  change(l => move(l, piece.id, by))
  useEditing.setState({ chosen: piece.id })
  player.seek(editing().t)
}
export function back(way: 'undo' | 'redo'): void {
  player.pause()
  if (way === 'undo') undo()
  else redo()
  player.seek(editing().t)
}

/** Fields take their own keys, and Space presses what has the focus. */
const typed = 'textarea, select, input:not([type=range]):not([type=radio]):not([type=checkbox])'
/** Keys of the whole screen; true when it was one. */
export function onKey(event: KeyboardEvent): boolean {
  const at = event.target instanceof Element ? event.target : null
  const command = event.ctrlKey || event.metaKey
  if (at?.closest('dialog') || at?.matches(typed)) return false
  if (command) {
    if (event.key.toLowerCase() === 'z') back(event.shiftKey ? 'redo' : 'undo')
    else if (event.key.toLowerCase() === 'y') back('redo')
    else return false
    return true
  }
  if (event.altKey) return false
  if (event.key === ' ') {
    if (at?.matches('button, a, input, summary, label')) return false
    player.toggle()
    return true
  }
  return onPlainKey(event, at)
}
function onPlainKey(event: KeyboardEvent, at: Element | null): boolean {
  const step = event.shiftKey ? 1000 : frameMs
  const ownArrows = at?.matches('[role=slider], input[type=radio], input[type=range]:not(.edit-scrub)')
  const act: Readonly<Record<string, () => void>> = {
    ...(!ownArrows && { arrowleft: () => player.seek(editing().t - step), arrowright: () => player.seek(editing().t + step) }),
    home: () => player.seek(0),
    end: () => player.seek(Number.POSITIVE_INFINITY),
    i: () => cutHere('in'),
    o: () => cutHere('out'),
    s: splitHere,
    delete: removeChosen,
    backspace: removeChosen,
  }
  const key = event.key.toLowerCase()
  const run = act[key]
  if (!run) return false
  if (key.startsWith('arrow')) player.pause()
  run()
  return true
}

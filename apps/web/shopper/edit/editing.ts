import { create } from 'zustand'
import { append, begin, type EditList, lengthOf, momentOf, type Overlay, sizeOf, timeline } from '#engines/edit'
import { newKey } from '../../client/api.ts'
import type { Tagged } from '../compose/draft.ts'
import type { KeptEdit } from './kept-edit.ts'
import { type Opened, openSource } from './open-source.ts'
import { type Look, naturalSize, pictureId } from './overlay-picture.ts'

export type Tool = 'cut' | 'frame' | 'text' | 'sticker' | 'product' | 'sound' | 'mosaic' | 'captions' | 'cover' | 'template'
export interface Editing {
  readonly list: EditList | null
  readonly past: readonly EditList[]
  readonly future: readonly EditList[]
  readonly sources: ReadonlyMap<string, Opened>
  /** Cards of the products that are tagged, or may be. */
  readonly products: readonly Tagged[]
  /** Moment of the result that is shown, milliseconds. */
  readonly t: number
  readonly playing: boolean
  /** Id of what is worked on: a piece, an overlay, a mosaic. */
  readonly chosen: string | null
  readonly tool: Tool | null
}
const nothing: Editing = {
  ...{ list: null, past: [], future: [], sources: new Map(), products: [] },
  ...{ t: 0, playing: false, chosen: null, tool: null },
}
/** The edit on this screen. Undo is the lists of before. */
export const useEditing = create<Editing>(() => nothing)
export const editing = (): Editing => useEditing.getState()

const deepest = 100
/** Changes with one key that follow each other, as of one drag, are one step of undo. */
let lastKey: string | null = null
export function change(by: (list: EditList) => EditList, key: string | null = null): void {
  const { list, past, t } = editing()
  if (!list) return
  const next = by(list)
  if (next === list) return
  const same = key !== null && key === lastKey
  lastKey = key
  useEditing.setState({
    list: next,
    past: same ? past : [...past, list].slice(-deepest),
    future: [],
    t: Math.min(t, endOf(next)),
  })
}
/** The next change is a step of its own. */
export const settle = (): void => {
  lastKey = null
}
const step = (from: 'past' | 'future', to: 'past' | 'future') => (): void => {
  const now = editing()
  const list = now[from].at(-1)
  if (!list || !now.list) return
  lastKey = null
  useEditing.setState({ list, [from]: now[from].slice(0, -1), [to]: [...now[to], now.list], t: Math.min(now.t, endOf(list)) })
}
export const undo = step('past', 'future')
export const redo = step('future', 'past')

/** The last moment that shows something. */
export const endOf = (list: EditList): number => Math.max(0, lengthOf(list) - 1)
export const frameMs = momentOf(1)
/** The piece that is shown now. */
export const pieceAt = (list: EditList, t: number) => timeline(list).find(p => p.from <= t && t < p.to) ?? timeline(list).at(-1)

/** Opens a clip: the first begins the edit, another one is put behind. False: this browser can't read it. */
export async function addClip(file: File): Promise<boolean> {
  const opened = await openSource(file)
  if (!opened) return false
  const id = `src_${newKey()}`
  const { list, sources } = editing()
  useEditing.setState({ sources: new Map([...sources, [id, opened]]) })
  if (list) change(l => append(l, id, opened))
  else useEditing.setState({ list: begin(id, opened), t: 0, past: [], future: [], chosen: 'p1' })
  return true
}
/** Takes up what was kept. */
export function resume(list: EditList, sources: ReadonlyMap<string, Opened>, products: readonly Tagged[]): void {
  useEditing.setState({ ...nothing, list, sources, products, chosen: list.pieces[0]?.id ?? null })
}
/** What is kept of it on the device; without its clips, which are kept once each. */
export function keepable(): Omit<KeptEdit, 'made'> {
  const { list, sources, products } = editing()
  const files = [...sources].map(([id, { file }]) => ({ id, name: file.name, type: file.type, lastModified: file.lastModified }))
  return { list: list ?? begin('', { length: 0 }), sources: files, products, saved: Date.now() }
}
export function leave(): void {
  for (const source of editing().sources.values()) URL.revokeObjectURL(source.url)
  lastKey = null
  useEditing.setState(nothing)
}

const freeId = (taken: readonly { id: string }[], stem: string): string => {
  let n = taken.length + 1
  while (taken.some(x => x.id === `${stem}${n}`)) n++
  return `${stem}${n}`
}
/** From here on for three seconds, or what is left. */
export const spanHere = (list: EditList, t: number, ms = 3000) => {
  const end = lengthOf(list)
  // At the very end it begins a little before, so that it can be read.
  const from = Math.round(Math.min(t, Math.max(0, end - 2000)))
  return { from, to: Math.min(end, from + ms) }
}
export function addOverlay(look: Look, at: { x: number; y: number }, span?: { from: number; to: number }): string {
  let id = ''
  change(list => {
    id = freeId(list.overlays, 'o')
    const size = naturalSize(look, sizeOf(list.frame, 720).height)
    const overlay: Overlay = { id, ...look, ...size, ...at, picture: pictureId(look), ...(span ?? spanHere(list, editing().t)) }
    return { ...list, overlays: [...list.overlays, overlay] }
  })
  useEditing.setState({ chosen: id })
  return id
}
/** Another look in the same place: as much larger or smaller than it naturally is as before. */
export function changeLook(id: string, by: Partial<Look>): void {
  change(list => {
    const height = sizeOf(list.frame, 720).height
    return {
      ...list,
      overlays: list.overlays.map(o => {
        if (o.id !== id) return o
        const look = { kind: o.kind, style: o.style, words: o.words, ...by }
        const scale = o.width / naturalSize(o, height).width
        const size = naturalSize(look, height)
        return { ...o, ...look, width: size.width * scale, height: size.height * scale, picture: pictureId(look) }
      }),
    }
  }, `look:${id}`)
}
export function addMosaic(): void {
  let id = ''
  change(list => {
    id = freeId(list.blurs, 'b')
    const height = (0.3 * 720) / sizeOf(list.frame, 720).height
    const box = { x: 0.5, y: 0.4, width: 0.3, height }
    return { ...list, blurs: [...list.blurs, { id, ...box, from: 0, to: lengthOf(list) }] }
  })
  useEditing.setState({ chosen: id })
}
type Placeable = { x: number; y: number; width: number; height: number; from: number; to: number }
/** Place, size or time of a text, sticker or mosaic. */
export function place(id: string, by: Partial<Placeable>, key: string | null = null): void {
  const put = <T extends { id: string }>(all: readonly T[]): T[] => all.map(x => (x.id === id ? { ...x, ...by } : x))
  change(list => ({ ...list, overlays: put(list.overlays), blurs: put(list.blurs) }), key)
}
export function takeAway(id: string): void {
  const without = <T extends { id: string }>(all: readonly T[]): T[] => all.filter(x => x.id !== id)
  change(list => ({ ...list, overlays: without(list.overlays), blurs: without(list.blurs) }))
  useEditing.setState({ chosen: null })
}

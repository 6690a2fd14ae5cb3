import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { newKey } from '../../client/api.ts'
import type { Language, ProductCard } from '../../client/types.ts'
import { dropUpload, restoreUpload, startUpload, type Told, type Upload, uploadOf, useUploads } from '../upload/uploads.ts'

export type Disclosure = 'none' | 'gift' | 'paid' | 'own_product'
export type Tagged = Pick<ProductCard, 'id' | 'name' | 'picture' | 'price'> & {
  readonly shop: string
  /** When it is shown and where it is pinned, where the editor or the draft on the server says so; else all the time, nowhere. */
  readonly span?: { readonly fromMs: number; readonly toMs: number; readonly x?: number; readonly y?: number } | undefined
}
export type KeptFile = Pick<Upload, 'id' | 'name' | 'kind' | 'bytes' | 'media' | 'told'>
export interface Draft {
  readonly files: readonly KeptFile[]
  readonly durationMs: number | null
  readonly caption: string
  readonly products: readonly Tagged[]
  readonly disclosure: Disclosure | null
  /** The order line that this clip grew from. */
  readonly grownFrom: string | null
  /** The draft on the server that this goes on with. */
  readonly post: string | null
  /** The shop in whose name it is posted. */
  readonly shop: string | null
  /** When it shall publish itself, as its field holds it; null: at once. */
  readonly at: string | null
  /** Captions that were typed in the editor; they go to the clip's medium. */
  readonly captions?: Captions | null
}
export interface Captions {
  readonly language: Language
  readonly cues: readonly { readonly fromMs: number; readonly toMs: number; readonly text: string }[]
}
export const emptyDraft: Draft = {
  files: [],
  durationMs: null,
  caption: '',
  products: [],
  disclosure: null,
  grownFrom: null,
  post: null,
  shop: null,
  at: null,
  captions: null,
}

/** The one post being written; it survives a reload, sign-in and going elsewhere. */
export const useDraft = create<Draft>()(persist((): Draft => emptyDraft, { name: 'enishi.draft' }))
export const setDraft = (by: Partial<Draft>): void => {
  useDraft.setState(by)
}
export const isEmpty = (d: Draft): boolean => d.files.length === 0 && d.caption === '' && d.products.length === 0

export type PickNote = 'tooMany' | 'mixed' | null
/** One clip, or up to ten pictures. Pictures are added to those that are there; a clip takes the place of everything. */
export function pick(files: readonly File[]): PickNote {
  const { files: before, products } = useDraft.getState()
  const video = files.find(f => !f.type.startsWith('image/'))
  // Times and places of products were those of the clip that goes.
  if (video || before[0]?.kind === 'video') setDraft({ products: products.map(({ span: _, ...product }) => product) })
  if (video) {
    for (const f of before) void dropUpload(f.id)
    setDraft({ files: [keep(video)], durationMs: null, captions: null })
    return files.length > 1 ? 'mixed' : null
  }
  const pictures = before.filter(f => f.kind === 'picture')
  for (const f of before) if (f.kind === 'video') void dropUpload(f.id)
  const room = 10 - pictures.length
  setDraft({ files: [...pictures, ...files.slice(0, room).map(f => keep(f))], durationMs: null })
  return files.length > room ? 'tooMany' : null
}
const keep = (file: File, told: Told = {}): KeptFile => {
  const id = startUpload(file, told)
  return { id, name: file.name, kind: uploadOf(id)?.kind ?? 'video', bytes: file.size, media: null, told }
}
/** What the editor made takes the place of everything that was picked: a file of this browser, or a medium that the server renders. The file's id. */
export function putEdited(clip: File | string, told: Told, by: Pick<Draft, 'durationMs' | 'products' | 'captions'>): string {
  for (const f of useDraft.getState().files) void dropUpload(f.id)
  const file: KeptFile =
    typeof clip === 'string' ? { id: newKey(), name: 'edit.mp4', kind: 'video', bytes: 0, media: clip } : keep(clip, told)
  setDraft({ files: [file], ...by })
  if (typeof clip === 'string') restoreFiles([file])
  return file.id
}
export function removeFile(id: string): void {
  setDraft({ files: useDraft.getState().files.filter(f => f.id !== id) })
  void dropUpload(id)
}
export function moveFile(id: string, by: -1 | 1): void {
  const files = [...useDraft.getState().files]
  const at = files.findIndex(f => f.id === id)
  const [moved] = files.splice(at, 1)
  if (moved) files.splice(Math.max(0, at + by), 0, moved)
  setDraft({ files })
}
export function discard(): void {
  for (const f of useDraft.getState().files) void dropUpload(f.id)
  useDraft.setState(emptyDraft)
}

/** Media ids that come back from uploads are written into the draft, so that a reload needs no file for them. */
export const withMedia = (files: readonly KeptFile[]): readonly KeptFile[] =>
  files.map(f => (f.media ? f : { ...f, media: uploadOf(f.id)?.media ?? null }))
useUploads.subscribe(() => {
  const { files } = useDraft.getState()
  if (files.some(f => !f.media && uploadOf(f.id)?.media)) setDraft({ files: withMedia(files) })
})
export function restoreFiles(files: readonly KeptFile[]): void {
  for (const f of files) void restoreUpload(f)
}
restoreFiles(useDraft.getState().files)

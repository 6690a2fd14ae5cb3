import type { EditList } from '#engines/edit'
import type { Tagged } from '../compose/draft.ts'

/** What a file said of itself: so that it is the same file to a resumed upload. */
export interface KeptSource {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly lastModified?: number
}
/** The edit under way, kept on this device. The list lies in IndexedDB, its clips in the origin's private files where there are such. */
export interface KeptEdit {
  readonly list: EditList
  readonly sources: readonly KeptSource[]
  readonly products: readonly Tagged[]
  readonly saved: number
  /** The composer's file that was made of it; until that is posted one can come back and change it. */
  readonly made?: string
}
const folder = 'edit'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('enishi.edit', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('edit')
      request.result.createObjectStore('clips')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
async function run<T>(store: 'edit' | 'clips', mode: IDBTransactionMode, work: (s: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(db.transaction(store, mode).objectStore(store))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  } finally {
    db.close()
  }
}

const files = async (create: boolean): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create })

/** Keeps a clip; where there are no private files, or they can't be written, in IndexedDB. */
export async function keepClip(id: string, file: File): Promise<void> {
  try {
    const handle = await (await files(true)).getFileHandle(id, { create: true })
    await file.stream().pipeTo(await handle.createWritable())
  } catch {
    await run('clips', 'readwrite', s => s.put(file, id)).catch(() => undefined)
  }
}
async function keptClip({ id, name, type, lastModified }: KeptSource): Promise<File | null> {
  try {
    const file = await (await (await files(false)).getFileHandle(id)).getFile()
    // A page that was left in the middle of writing has kept nothing of it.
    if (file.size > 0) return new File([file], name, { type, lastModified: lastModified ?? file.lastModified })
  } catch {
    // Not there: perhaps in IndexedDB.
  }
  return (await run<File | undefined>('clips', 'readonly', s => s.get(id)).catch(() => undefined)) ?? null
}
export const keepEdit = (edit: KeptEdit): Promise<unknown> =>
  run('edit', 'readwrite', s => s.put(edit, 'now')).catch(() => undefined)
export const keptEdit = (): Promise<KeptEdit | null> =>
  run<KeptEdit | undefined>('edit', 'readonly', s => s.get('now')).then(
    edit => edit ?? null,
    () => null,
  )
/** Media that the server has of its clips and pictures, by their id in the list; they go with the edit. */
export const keepMedia = (media: Readonly<Record<string, string>>): Promise<unknown> =>
  run('edit', 'readwrite', s => s.put(media, 'media')).catch(() => undefined)
export const keptMedia = (): Promise<Readonly<Record<string, string>>> =>
  run<Readonly<Record<string, string>> | undefined>('edit', 'readonly', s => s.get('media')).then(
    media => media ?? {},
    () => ({}),
  )
/** The clips of a kept edit; null when one of them is gone. */
export async function keptClips(edit: KeptEdit): Promise<ReadonlyMap<string, File> | null> {
  const found = new Map<string, File>()
  for (const source of edit.sources) {
    const file = await keptClip(source)
    if (!file) return null
    found.set(source.id, file)
  }
  return found
}
/** Once what was made of it is on its way, the edit is not needed any more. */
export async function forgetMade(files: readonly string[]): Promise<void> {
  const edit = await keptEdit()
  if (edit?.made && files.includes(edit.made)) await forgetEdit()
}
export async function forgetEdit(): Promise<void> {
  await Promise.all([
    run('edit', 'readwrite', s => s.clear()).catch(() => undefined),
    run('clips', 'readwrite', s => s.clear()).catch(() => undefined),
    navigator.storage
      ?.getDirectory?.()
      .then(d => d.removeEntry(folder, { recursive: true }))
      .catch(() => undefined),
  ])
}

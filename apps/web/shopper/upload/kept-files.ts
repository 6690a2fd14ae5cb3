/** Files under way, kept in IndexedDB so that a reload does not ask for them again. Every failure here only costs that comfort. */
const name = 'enishi.files'
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('files')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const db = await open()
    return await new Promise<T>((resolve, reject) => {
      const request = work(db.transaction('files', mode).objectStore('files'))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    }).finally(() => db.close())
  } catch {
    return null
  }
}
export const keepFile = (id: string, file: File): Promise<unknown> => run('readwrite', store => store.put(file, id))
export const keptFile = (id: string): Promise<File | null> =>
  run<File | undefined>('readonly', store => store.get(id)).then(file => file ?? null)
export const dropFile = (id: string): Promise<unknown> => run('readwrite', store => store.delete(id))

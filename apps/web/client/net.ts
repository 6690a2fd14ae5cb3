import { useSyncExternalStore } from 'react'

const subscribe = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)

/** When the server last answered, by its own page or by the API: what is on the screen is from then. */
let heard = Number(document.getElementById('data')?.dataset.at ?? Date.now())
export const noteHeard = (): void => {
  heard = Date.now()
}
export const heardAt = (): Date => new Date(heard)

interface Connection {
  readonly saveData?: boolean
  readonly downlink?: number
  readonly type?: string
}
export const connection = (): Connection => (navigator as Navigator & { connection?: Connection }).connection ?? {}

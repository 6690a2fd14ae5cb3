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

interface Connection {
  readonly saveData?: boolean
  readonly downlink?: number
}
export const connection = (): Connection => (navigator as Navigator & { connection?: Connection }).connection ?? {}

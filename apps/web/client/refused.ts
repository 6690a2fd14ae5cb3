import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ApiError } from './error.ts'

/** A wish that can be repeated without harm, a POST by its idempotency key: the last wish about the same thing wins. */
export interface Wish {
  readonly about: string
  readonly method: 'PUT' | 'DELETE' | 'POST'
  readonly path: string
  readonly body?: unknown
  readonly key?: string
}
/** What was written without a network and refused when it was sent, with the code of the refusal. */
export interface Refused {
  readonly wish: Wish
  readonly code: string
}
interface Kept {
  readonly items: readonly Refused[]
}
/** Kept over a reload, until the person has sent it, or thrown it away. Gone when they sign out. */
export const useRefused = create<Kept>()(persist((): Kept => ({ items: [] }), { name: 'enishi.refused' }))

const items = () => useRefused.getState().items
const set = (now: readonly Refused[]): void => {
  useRefused.setState({ items: now })
}
/** Keeps it, or what has become of it, in its place. */
export function keepRefused(wish: Wish, code: string): void {
  const item = { wish, code }
  const known = items().some(r => r.wish.about === wish.about)
  set(known ? items().map(r => (r.wish.about === wish.about ? item : r)) : [...items(), item])
}
export const dropRefused = (about: string): void => set(items().filter(r => r.wish.about !== about))
export const dropAllRefused = (): void => set([])

type Told = (wish: Wish, error: ApiError) => void
const listeners = new Set<Told>()
/** Calls back for each wish that had waited and was then refused: what was shown at once must be taken back. */
export const onRefused = (told: Told): void => void listeners.add(told)

/** What was written is kept; of the rest, whoever shows it is told. */
export function tellRefused(wish: Wish, error: ApiError): void {
  if (wish.method === 'POST') keepRefused(wish, error.code)
  for (const told of listeners) told(wish, error)
}

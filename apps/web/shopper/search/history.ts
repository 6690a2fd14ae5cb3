import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** What was searched on this device; it stays here. */
export const useHistory = create<{ readonly words: readonly string[] }>()(
  persist((): { readonly words: readonly string[] } => ({ words: [] }), { name: 'enishi.searches' }),
)
export const remember = (words: string): void => {
  useHistory.setState(s => ({ words: [words, ...s.words.filter(w => w !== words)].slice(0, 12) }))
}
export const forget = (words: string): void => {
  useHistory.setState(s => ({ words: s.words.filter(w => w !== words) }))
}
export const forgetAll = (): void => {
  useHistory.setState({ words: [] })
}
export const restore = (words: readonly string[]): void => {
  useHistory.setState({ words })
}

import { useSyncExternalStore } from 'react'

export type Language = 'en' | 'ja' | 'zh'
export const languages: readonly Language[] = ['en', 'ja', 'zh']
/** The shape of a table whose source object is `T`: every text again a text, every function with the same arguments. */
export type Table<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Table<T[K]>
}
type Loaders<M> = Record<Language, () => Promise<{ default: M }>>
interface Store {
  readonly load: (language: Language) => Promise<() => void>
}

const stores: Store[] = []
const listeners = new Set<() => void>()
let current: Language = 'en'
let started = false
const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

/** Language of the page now. */
export const language = (): Language => current
export const useLanguage = (): Language => useSyncExternalStore(subscribe, language)
/** BCP 47 for `lang` attributes and for Intl. */
export const langTag = (of: string = current): string => (of === 'zh' ? 'zh-Hans' : of)
export const intlTag = (): string => (current === 'zh' ? 'zh-CN' : current === 'en' ? 'en-US' : 'ja-JP')

/**
 * Declares a table of messages; each language is a chunk of its own. The hook gives the table itself: `t.buy.addToCart`, `t.count(3)`.
 * A table of a page that is loaded on demand comes after the first `setLanguage`: its module awaits `ready`.
 */
export function messages<M extends object>(loaders: Loaders<M>): { useT: () => M; t: () => M; ready: Promise<void> } {
  let table: M | null = null
  const t = () => {
    if (!table) throw new Error('messages are read before setLanguage has loaded them')
    return table
  }
  const load = async (wanted: Language) => {
    const next = (await loaders[wanted]()).default
    return () => {
      table = next
    }
  }
  stores.push({ load })
  const fill = async () => {
    for (let loaded: Language | null = null; loaded !== current; ) {
      loaded = current
      const turn = await load(loaded)
      turn()
    }
  }
  return { useT: () => useSyncExternalStore(subscribe, t), t, ready: started ? fill() : Promise.resolve() }
}

/** Loads every declared table in a language, then turns the whole page at once. */
export async function setLanguage(wanted: Language): Promise<void> {
  started = true
  const turns = await Promise.all(stores.map(store => store.load(wanted)))
  for (const turn of turns) turn()
  current = wanted
  document.documentElement.lang = langTag(wanted)
  for (const changed of listeners) changed()
}

/** The language to start in: the server's word, else the browser's. */
export function firstLanguage(said?: string): Language {
  const wanted = said ?? navigator.language.slice(0, 2)
  return languages.find(l => wanted.startsWith(l)) ?? 'en'
}

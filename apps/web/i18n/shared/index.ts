import { messages, type Table } from '../core.ts'
import type en from './en.ts'

export type SharedMessages = Table<typeof en>
/** Words of every app: `useShared().close`. */
export const { useT: useShared, t: shared } = messages<SharedMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})

/** A refusal in the reader's language. */
export function errorText(error: unknown): string {
  const table: Readonly<Record<string, string>> = shared().errors
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return table[code] ?? shared().errors.unknown
}

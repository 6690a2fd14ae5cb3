import { messages, type Table } from '../core.ts'
import { errorText } from '../shared/index.ts'
import type en from './en.ts'

export type DeskMessages = Table<typeof en>
/** Words that the studio and the console share: the loop figure, sign-in, tables, refusals of a merchant's actions. */
export const { useT: useDesk, t: desk } = messages<DeskMessages>({
  en: () => import('./en.ts'),
  ja: () => import('./ja.ts'),
  zh: () => import('./zh.ts'),
})

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
/** Trying again gives the same answer. */
export const isFinal = (error: unknown): boolean => ['not_found', 'forbidden'].includes(codeOf(error))
/** A refusal of the desk apps in the reader's language; what every app can meet stands in the shared table. */
export function refusal(error: unknown): string {
  const table: Readonly<Record<string, string>> = desk().errors
  return table[codeOf(error)] ?? errorText(error)
}
